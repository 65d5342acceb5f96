"""What the other sentences of a long message add to the one that matters: when, what, how long and how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.meaning.sentences import PLANS, Sentence, lasts
from bot.meaning.slots import values_of
from bot.understanding import ACTING, Doubt, Intent, Understanding
from locales.nl import follows, matters, moods, seeking, tasks
from locales.nl.words import fold
from locales.nl.written import ISO_DAY

_NAMELESS = frozenset({Intent.ABSENCE, Intent.AVAILABILITY})
_OTHERWISE = frozenset({Intent.GOES_ON, Intent.CLAIM, Intent.CLAIM_MANY})  # says when somebody can after all
_ASKS = frozenset({Intent.TAKE_OVER_REQUEST, Intent.SWAP_REQUEST})
_NAME = 3  # words of a name
_WHEN = ("start", "end", "from", "until", "rrule", "times", "part", "duration_min")
_WHAT = ("what", "title", "task", "recipient")


def filled(found: Understanding, main: Sentence, sentences: Sequence[Sentence]) -> Understanding:
    """The same with when and what from the nearest other sentences that say so."""
    at = sentences.index(main)
    before, after = sentences[:at][::-1], sentences[at + 1 :]
    values: dict[str, Any] = dict(found.values)
    doubts: tuple[Doubt, ...] = found.doubts
    timed = None
    if not any(values.get(name) for name in _WHEN if name != "duration_min"):
        telling = [one for one in (*before, *after) if one.timed and _of_the_same(found.intent, one, after)]
        sets = [one for one in telling if found.intent in PLANS and any(time.rule for time in one.said.future)]
        timed = next(iter((*sets, *telling)), None)  # "om de week vrijdag ... Begint komende vrijdag. Wie doet dat?"
    if timed is not None:
        told = _told(timed, found.intent)
        values |= {name: told.values[name] for name in _WHEN if name in told.values}
        doubts += tuple(doubt for doubt in told.doubts if doubt.slot in _WHEN)
    if timed is None:
        day = _day_spoken_of(values, main, before) or _day_told(found.intent, values, main, before)
    else:
        day = _day_before(values, timed, before)
    if day is not None:
        values = {name: _on(day, value) if name in ("start", "end") else value for name, value in values.items()}
    if found.intent not in _NAMELESS:
        values |= _named(found, values, main, before if timed is None else [timed, *before], after)
    values |= _called(found.intent, values)
    if found.intent in PLANS:
        values |= _besides(values, [*after, *before]) | _called_upon(found, main, before)
    elif found.intent in _ASKS and before and seeking.asks_you(main.said):
        values |= _begun_with(before[-1])
    recurs = found.intent is Intent.CREATE_TASK and "rrule" in values
    return replace(found, intent=Intent.CREATE_SERIES if recurs else found.intent, values=values, doubts=doubts)


def _day_spoken_of(values: Mapping[str, Any], main: Sentence, before: Sequence[Sentence]) -> date | None:
    """The day of a bare weekday that an earlier sentence named: "volgende week vrijdag ... Wie kan vrijdag?"."""
    start = values.get("start")
    if not isinstance(start, str) or len(start) < ISO_DAY or "rrule" in values:
        return None
    said = " ".join(main.said.text[slice(*time.span)] for time in main.said.future)
    own = date.fromisoformat(start[:ISO_DAY])
    named = {time.start.date() for one in before for time in one.said.future if time.has_date and time.start}
    later = [day for day in named if day > own and day.weekday() == own.weekday()]
    return later[0] if len(later) == 1 and own not in named and follows.says_weekday_alone(said) else None


def _day_told(intent: Intent, values: Mapping[str, Any], main: Sentence, before: Sequence[Sentence]) -> date | None:
    """The day to come that the nearest sentence before names, of an hour alone: "maandag is Teun weg. Wie wil om 8 uur
    bij ma kijken?"."""
    start = values.get("start")
    if intent not in PLANS | {Intent.EDIT_TASK} or not isinstance(start, str) or ":" not in start or main.dated:
        return None
    if "rrule" in values or any(time.part and not time.has_clock for time in main.said.future):
        return None
    for one in before:
        dated = [time for time in one.said.future if time.has_date and time.start]
        days = {time.start.date() for time in dated if time.start and time.kind in ("date", "datetime")}
        if dated:
            return days.pop() if len(days) == 1 else None
    return None


def _day_before(values: Mapping[str, Any], timed: Sentence, before: Sequence[Sentence]) -> date | None:
    """The one day that was named before an hour alone: "maandag komt niemand. Dan moet iemand om half 9 helpen"."""
    start, said = values.get("start"), before[before.index(timed) + 1 :] if timed in before else ()
    if timed.dated or not isinstance(start, str) or len(start) <= ISO_DAY or "rrule" in values:
        return None
    named = {time.start.date() for one in said for time in one.said.future if time.kind == "date" and time.start}
    return named.pop() if len(named) == 1 else None


def _on(day: date, moment: str) -> str:
    return f"{day.isoformat()}T{moment[:5]}:00" if "T" not in moment and ":" in moment else f"{day}{moment[ISO_DAY:]}"


def _of_the_same(intent: Intent, one: Sentence, after: Sequence[Sentence]) -> bool:
    """Whether a time may be that of what matters: after "ik kan niet" another day is when somebody can again."""
    return intent in PLANS or one not in after or (one.intent not in _OTHERWISE and matters.explains(one.said))


def _besides(values: Mapping[str, Any], others: Sequence[Sentence]) -> dict[str, Any]:
    """The hour, how long it takes and how many are needed, where only another sentence says so."""
    said: dict[str, Any] = {}
    times = [time for one in others for time in one.said.times]
    day = str(values.get("start", ""))
    clock = next((t for t in times if t.has_clock and not (t.has_date or t.rule or lasts(t)) and t.start), None)
    if clock is not None and clock.start is not None and len(day) == ISO_DAY:
        said["start"] = f"{day}T{clock.start:%H:%M:%S}"
    length = next((t.duration for t in times if lasts(t) and t.duration), None)
    if length is not None and length < timedelta(days=1) and not {"duration_min", "end"} & values.keys():
        said["duration_min"] = round(length / timedelta(minutes=1))
    people = next((one.said.people_needed for one in others if one.said.people_needed), None)
    if people is not None and "people_needed" not in values:
        said["people_needed"] = people[0]
    asked = next((one for one in others if moods.requests(one.said) and one.said.holds("who")), None)
    if asked is not None and "who" not in values:  # "... Kan Wim haar brengen?"
        said["who"] = values_of(asked.said, Intent.CREATE_TASK).values.get("who")
    return said


def _called_upon(found: Understanding, main: Sentence, before: Sequence[Sentence]) -> dict[str, Any]:
    """Who is meant by "jij": the one whom what was said before names."""
    named = [mention for one in before for mention in one.said.mentions if mention.kind == "member"]
    if "who" in found.values or not seeking.asks_you(main.said) or len({one.names for one in named}) != 1:
        return {}
    told = values_of(next(one for one in before if named[0] in one.said.mentions).said, Intent.CREATE_TASK).values
    return {"who": told["who"]} if told.get("who") else {}


def _begun_with(first: Sentence) -> dict[str, Any]:
    """Who is meant by "jij" where the message begins with a name: "Bo lieverd, ik moet ... Kun jij mijn rit doen?"."""
    called = [mention for mention in first.said.mentions if mention.first == 0 and mention.kind == "member"]
    told = values_of(first.said, Intent.CREATE_TASK).values if len(called) == len(first.said.mentions) == 1 else {}
    return {"who": told["who"]} if told.get("who") else {}


def _named(
    found: Understanding,
    values: Mapping[str, Any],
    main: Sentence,
    before: Sequence[Sentence],
    after: Sequence[Sentence],
) -> dict[str, Any]:
    """What it is about, where another sentence says so better than the one that matters."""
    others = (*before, *after)
    if found.intent in PLANS:
        brings = tasks.only_brings_there(name := str(values.get("what", "")))
        known = tasks.names_known(name) and not brings
        when = [one for one in others if one.timed and (one.said.has_task or one.intent in PLANS)]
        naming = [] if main.timed else when
        if brings and not naming:  # "... moet geprikt worden, kan iemand hem daarheen brengen?"
            naming = [one for one in before if one.dated and one.said.what("create_task")[0]]
        naming = naming or [one for one in others if one.said.has_task and not (one.timed or values.get("what"))]
    else:
        known = main.said.open_task is not None
        naming = [one for one in others if _names_what_is_planned(one) and one.intent is not Intent.GOES_ON]
        naming = naming or [one for one in before if one.said.has_task and not main.said.has_task]
    told = {} if known or not naming else _told(naming[0], found.intent).values
    return {name: told[name] for name in _WHAT if name in told}


def _names_what_is_planned(one: Sentence) -> bool:
    """Whether a sentence has a word of the one task on the roster that it may mean."""
    return not set(one.said.plain).isdisjoint(fold(one.said.open_task or "").split())


def _called(intent: Intent, values: Mapping[str, Any]) -> dict[str, str]:
    """The name that the roster has for it, or else of many words those that are known as a task."""
    if values.get("task") and intent not in PLANS:
        return {"what": values["task"], "title": values["task"]}
    words = str(values.get("what") or "").split()
    known = [at for at, word in enumerate(words) if tasks.known_word(fold(word))]
    if len(words) <= _NAME or not known:
        return {}
    name = " ".join(words[known[0] : known[-1] + 1])
    return {"what": name, "title": name}


def _told(one: Sentence, intent: Intent) -> Understanding:
    """What a sentence says of when and what, by its own wish where that speaks of the same."""
    speaks = one.intent in ACTING - (_NAMELESS if intent in PLANS else frozenset())
    return values_of(one.said, one.intent if speaks and one.intent else intent)
