"""Work that one message divides among several people: "ik doe de week en Kees het weekend"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.meaning.said import Said
from bot.meaning.sequence import in_order
from bot.meaning.slots import moment_of, planned
from bot.meaning.wishes import best_wish
from bot.understanding import Context, Intent, Understanding
from locales.nl import dividing, moods, oneself, people, planning, strangers, tasks
from locales.nl.things import is_laundry

MOST = 6  # people in one message
LONGEST = 45  # words; what is longer tells a story
_NAMED = ("what", "title", "task", "recipient")
_FITS = (Intent.CLAIM, Intent.CLAIM_MANY, Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.HABIT, Intent.PROPOSE_ROSTER)


def shared_out(reading: Said) -> Understanding | None:
    """What each of several people does, as items with a `who` each; None where a message divides nothing."""
    asks = reading.text.endswith("?") and moods.requests(reading)  # "kan Piet maandag en Fatima dinsdag?"
    if reading.context.asked is not None or len(reading.plain) > LONGEST or (reading.text.endswith("?") and not asks):
        return None
    if reading.holds("negation") or reading.holds("question_word") or reading.speaks("past") or reading.speaks("veto"):
        return None
    recurring = None if asks else _recurring(reading)
    if recurring is not None:
        return recurring
    known = [*(person.name for person in reading.context.members), *reading.context.recipients]
    new = strangers.doers(reading.text, known)
    places = dividing.beginnings_of_parts(reading, new)
    if not 2 <= len(places) <= MOST:
        return None
    best = best_wish(reading)
    if best is not None and best.intent not in _FITS:
        return None
    ends = [*(reading.words[place].start for place in places[1:]), len(reading.text)]
    begins = [0, *(reading.words[place].start for place in places[1:])]
    texts = [reading.text[a:b].rstrip(" ,;.\n") for a, b in zip(begins, ends, strict=True)]
    context = replace(reading.context, choices=())
    parts = [_part(text.removesuffix(" en"), context) for text in texts]
    items = [_item(part, new) for part in parts]
    if any(item is None for item in items):
        return None
    found = [item for item in items if item is not None]
    if len({str(item["who"]) for item in found}) < 2:
        return None
    in_order(found, [part.text for part in parts], of_one=True)
    _name_all(found)
    if all("T" in str(item.get("start")) and item.get("what") for item in found):
        plans = reading.holds("organiser") or planning.may_plan(reading)
        return Understanding(Intent.CREATE_TASK, {"items": found}) if plans else None
    if asks:
        return Understanding(Intent.ASK_PERSON, {"items": found}) if all("start" in item for item in found) else None
    return Understanding(Intent.CLAIM_MANY, {"items": found})


def _part(text: str, context: Context) -> Said:
    """A part that says when; a short day that nothing else makes one is one here, beside a name."""
    part = Said(text, context)
    return part if part.times else Said(dividing.spelled_out(text), context)


def _name_all(items: list[dict[str, Any]]) -> None:
    """Who is named without work does that of the others, where it is one, or that of the next at the beginning:
    "ik doe de insuline door de week, Kees in het weekend", "Piet moet maandag en Riet woensdag ma douchen, en ..."."""
    named = [item for item in items if item.get("what")]
    for item in items:
        if named and (len(named) == 1 or (item is items[0] and item is not named[0] and items[1] is named[0])):
            item |= {name: named[0][name] for name in _NAMED if name in named[0]}


def _recurring(reading: Said) -> Understanding | None:
    """What recurs and is divided: a series to plan with who does what of it, or one that stands."""
    found = dividing.divided(reading)
    if found is None:
        return None
    keys = {person.name: person.key or person.name for person in reading.context.members}
    shares = [{"who": keys.get(one.who, one.who), "days": sorted(one.days), "part": one.part} for one in found.shares]
    if not found.head:
        whole = any(one.rest for one in found.shares) or all(one.part or one.standing for one in found.shares)
        standing = len(shares) > 1 and whole
        return Understanding(Intent.HABIT, {"shares": shares}) if standing else None
    head = _series(found.head, replace(reading.context, choices=()))
    if head is None:
        return None
    values, rule = dict(head.values), str(head.values["rrule"])
    said = bool(
        planned(Said(found.head, replace(reading.context, choices=())), Intent.CREATE_SERIES).values.get("rrule")
    )
    rule = dividing.rule_of(rule, found.shares) if said else dividing.rule_of("", found.shares) or rule
    if not rule:
        return None
    if values.get("task"):
        times = {"times": values["times"]} if values.get("times") else {}
        return Understanding(Intent.HABIT, {"what": values["task"], **times, "shares": shares})
    if not reading.holds("organiser"):
        return None
    return Understanding(Intent.CREATE_SERIES, {**values, "rrule": rule, "shares": shares}, head.doubts)


def _series(text: str, context: Context) -> Understanding | None:
    """What is divided, as a series with a time; "eten om 6 uur" beside people's days comes every day."""
    opened = dividing.as_recurring(text)
    for said in dict.fromkeys((text, *opened)):
        head = planned(Said(said, context), Intent.CREATE_SERIES)
        timed = bool(head.values.get("times")) or ":" in str(head.values.get("start"))
        if head.values.get("what") and head.values.get("rrule") and timed and "who" not in head.values:
            return head
    return None


def _item(part: Said, new: list[str]) -> dict[str, Any] | None:
    """Who does what and when, as this part of a message says it; None where it does not say both.

    Who is `new` stands in `who` by name.
    """
    values = dict(planned(part, Intent.CLAIM).values)
    stranger = [name for name in new if name.casefold() in part.text.casefold().split()]
    if stranger and "who" not in values and values.get("what"):
        bare = strangers.without(str(values["what"]), stranger)
        values |= {"what": bare, "title": bare, "who": stranger}
    if not any(values.get(name) for name in ("start", "rrule", "end")):
        values |= dividing.weekdays_of_this_week(part) or moment_of(part, week=True)[0]
    known = values.get("task") or tasks.names_known(str(values.get("what") or ""))
    if values.get("what") and not known and not is_laundry(part, str(values["what"])):
        if "rrule" not in values and "start" not in values:
            return None
        values = {name: value for name, value in values.items() if name not in ("what", "title")}  # "de week"
    who = list(values.get("who") or ())
    if oneself.speaks_of_self(part) or oneself.names_self(part):
        who = [*who, people.SPEAKER] if people.SPEAKER not in who else who
    if len(who) == 1 and dividing.says_rest(part.text.removeprefix("en ")):
        return {"who": who, "rest": True}
    if len(who) != 1 or not any(values.get(name) for name in ("start", "rrule", "end", "what")):
        return None
    return {**values, "who": who}
