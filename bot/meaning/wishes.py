"""What somebody wants who was asked nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.meaning.likely import NAMED, likely
from bot.meaning.said import Said
from bot.meaning.slots import values_of
from bot.understanding import ACTING, Intent, Understanding
from locales.nl import cues, phrases, tasks

_CLAUSE = re.compile(r"(?<=[.!?;\n])\s+|\n+")
_WEAK = 80  # a plan of this weight is taken from words that may mean something else
_SOFT = 80  # a wish of less weight than this yields to a plain yes or no
STRONG = 84  # a wish of this weight is meant even where something else was asked
_ORDER = {intent.value: number for number, intent in enumerate(Intent)}  # which wish wins where two weigh the same
_Weights = dict[str, tuple[int, bool, bool]]  # by intent: weight, firm, whole
_NONE = (0, False, False)


class Wish(NamedTuple):
    """What a phrase says is wanted."""

    intent: Intent
    weight: int
    whole: bool = False  # the phrase is the whole message: there is nothing else to go by


def best_wish(reading: Said) -> Wish | None:
    """The heaviest wish whose phrase stands in the message; worked out once for each message."""
    if "best_wish" not in reading.found:
        reading.found["best_wish"] = _best(reading)
    wished = reading.found["best_wish"]
    assert wished is None or isinstance(wished, Wish)
    return wished


def _best(reading: Said) -> Wish | None:
    """The heaviest wish whose phrase stands in the message; talk about the past and small talk asks for nothing."""
    lines, vocabulary = reading.lines, reading.vocabulary
    best: _Weights = {}
    for phrase in phrases.wishes().candidates(vocabulary):
        if phrase.weight < best.get(phrase.intent, _NONE)[0] or not phrase.pattern.search(lines):
            continue
        if all(map(reading.holds, phrase.needs)) and not any(map(reading.holds, phrase.without)):
            _, firm, whole = best.get(phrase.intent, _NONE)
            best[phrase.intent] = (phrase.weight, phrase.firm or firm, phrase.whole or whole)
    if not best:
        return None
    vetoed = reading.speaks("veto")
    past = reading.speaks("past")
    gone = any(reading.is_past(t) for t in reading.times) and not reading.future
    if not reading.holds("organiser"):
        best = _as_a_helper(reading, best)
    for intent, (weight, firm, whole) in sorted(best.items(), key=lambda item: (-item[1][0], _ORDER[item[0]])):
        if intent in ACTING:
            weak = weight <= _WEAK and intent == Intent.CREATE_TASK
            if weak and not tasks.names_only_a_task(reading.what("create_task")[0]):
                continue
            if vetoed and not firm:
                continue
            if intent == Intent.ABSENCE and reading.holds("soon_over"):
                continue
            if intent in (Intent.CLAIM, Intent.CLAIM_MANY) and cues.wants_somebody(reading):
                continue
            if gone:
                continue
            if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES) and cues.own_affairs(reading):
                continue
            if (
                past
                and not firm
                and intent not in (Intent.RELEASE, Intent.CANCEL_TASK, Intent.EDIT_TASK, Intent.TAKE_OVER_REQUEST)
            ):
                continue
        return Wish(Intent(intent), weight, whole)
    return None


def _as_a_helper(reading: Said, best: _Weights) -> _Weights:
    """The same wishes as a helper means them: "kan iemand" asks for somebody in their place."""
    plans = {name: found for name, found in best.items() if name in (Intent.CREATE_TASK, Intent.CREATE_SERIES)}
    if not plans or cues.may_plan(reading):
        return best
    rest = {name: found for name, found in best.items() if name not in plans}
    if not cues.asks_for_somebody(reading):
        return rest
    taken = max(plans.values())
    return rest | {Intent.TAKE_OVER_REQUEST.value: max(taken, rest.get(Intent.TAKE_OVER_REQUEST.value, _NONE))}


def wish(reading: Said, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What somebody wants; `again` says what is meant by a part of the message."""
    spoken = phrases.answer(reading.plain)
    best = best_wish(reading)
    thanks = best is not None and best.intent is Intent.THANKS and phrases.opens_with(reading.plain) is None
    says_so = phrases.opens_with(reading.plain) is spoken and (best is None or best.weight < 100)
    if spoken is not None and (best is None or best.weight < _SOFT or says_so) and not thanks:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    if best is None or best.intent in ACTING:
        for kind in ("past", "veto"):
            rest = _without_talk(reading, kind)
            if rest is not None:
                found = again(Said(rest, reading.context))
                if found.intent in ACTING:
                    return found
    if best is None or best.intent in (Intent.CREATE_TASK, Intent.AVAILABILITY, Intent.CLAIM, Intent.EDIT_TASK):
        rest = cues.without_reasons(reading)
        if rest is not None:
            found = again(reading.with_blanks(rest))
            if found.intent in ACTING:
                return found
    if best is not None and best.intent is Intent.LOG_NOTE and reading.holds("first_person_subject"):
        rest = cues.note(reading)
        told = again(Said(rest, reading.context)) if rest != reading.text else None
        if told is not None and told.intent in (Intent.ABSENCE, Intent.AVAILABILITY, Intent.RELEASE):
            return told  # "even doorgeven: ik ben volgende week weg"
    if best is not None and best.intent is Intent.RELEASE and reading.holds("day") and not reading.holds("set"):
        sought = cues.asks_for_somebody(reading)
        if reading.holds("clock") and reading.holds("organiser") and (sought or cues.must_be_done(reading)):
            best = best._replace(intent=Intent.CREATE_TASK)
        elif sought:
            best = best._replace(intent=Intent.TAKE_OVER_REQUEST)
    if best is not None and best.intent is Intent.AVAILABILITY and cues.takes_a_stretch(reading):
        best = best._replace(intent=Intent.CLAIM_MANY)
    if best is not None and best.intent is Intent.RELEASE and cues.is_habit(reading):
        best = best._replace(intent=Intent.AVAILABILITY)
    if best is None:
        best = _statement(reading)
    if best is None:
        rest = cues.without_lead_in(reading)
        if rest is not None:
            return again(Said(rest, reading.context))
        if reading.context.asked is None and len(reading.plain) <= 4:
            place = cues.place(reading)
            bare = cues.counted(reading.text.lower())
            if bare and cues.is_option(reading):
                return Understanding(Intent.ANSWER_SLOT, {"option": bare})
            if place and not reading.times and not reading.has_task:
                return Understanding(Intent.ANSWER_SLOT, {"option": place})
    intent = likely(reading, *((best.intent, best.weight, best.whole) if best else (None, 0, False)))
    return values_of(reading, intent) if intent else None


def _without_talk(reading: Said, kind: str) -> str | None:
    """The message without its sentences of this kind, "past" or "veto"; None where there are none, or nothing else."""
    clauses = [part for part in _CLAUSE.split(reading.text) if part.strip()]
    if len(clauses) < 2 or not reading.speaks(kind):
        return None
    kept = [clause for clause in clauses if not Said(clause, reading.context).speaks(kind)]
    return " ".join(kept) if kept and len(kept) < len(clauses) else None


def _statement(reading: Said) -> Wish | None:
    """A task that is only named, with its time: "do 6 mrt 14u30 fysio met pa"."""
    if reading.holds("question_word") or not reading.has_task or not reading.future:
        return None
    if not reading.holds("organiser") and not cues.may_plan(reading):
        return None
    if cues.is_first_person(reading) or cues.requests(reading) or reading.holds("other"):
        return None
    for name in ("veto", "past"):
        if reading.speaks(name):
            return None
    what = reading.what("create_task")[0]
    if not what or not tasks.names_only_a_task(what):
        return None
    if reading.holds("set"):
        return Wish(Intent.CREATE_SERIES, NAMED)
    if not reading.holds("day") and not reading.holds("clock"):
        return None
    return Wish(Intent.CREATE_TASK, NAMED)
