"""What somebody wants who was asked nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from bot.meaning.likely import NAMED, likely, speaks_against
from bot.meaning.said import Said
from bot.meaning.slots import values_of
from bot.understanding import ACTING, Doubt, Intent, Understanding
from locales.nl import (
    absences,
    answers,
    bystanders,
    contrasts,
    exceptions,
    logs,
    matters,
    moods,
    oneself,
    phrases,
    planning,
    seeking,
    suiting,
    taking,
    tasks,
    things,
)
from locales.nl.words import fold

_WEAK = 80  # a plan of this weight is taken from words that may mean something else
_SOFT = 80  # a wish of less weight than this yields to a plain yes or no
MOST_NAMED = 4  # words that name what is to be done and nothing else
STRONG = 84  # a wish of this weight is meant even where something else was asked
_ORDER = {intent: number for number, intent in enumerate(Intent)}  # which wish wins where two weigh the same
_REASONED = frozenset({Intent.CREATE_TASK, Intent.AVAILABILITY, Intent.CLAIM, Intent.CLAIM_MANY, Intent.EDIT_TASK})
_TIMES = ("start", "end", "from", "until", "rrule", "days", "duration_min")
_WEIGHT = attrgetter("weight")
_LONG = 9  # words of a message that may hold more than what it asks
_LESSER = (Intent.HELP_ME_ASK, Intent.STRAIN_SIGNAL, Intent.LOG_NOTE, Intent.THANKS)
_PLAIN = ACTING | {Intent.WHO_IS_COMING, Intent.SHOW_OPEN, Intent.SHOW_ROSTER, Intent.SHOW_MINE, Intent.SETTINGS_QUIET}
_MADE_OR_TAKEN = (Intent.CREATE_SERIES, Intent.CREATE_TASK, Intent.CLAIM, Intent.CLAIM_MANY)


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
    lines = reading.lines
    found = sorted(phrases.wishes().candidates(lines.words), key=_WEIGHT, reverse=True)
    refused: set[str] = set()
    for weight, heavy in groupby(found, _WEIGHT):
        said: dict[Intent, tuple[bool, bool]] = {}  # firm, whole
        for phrase in heavy:
            if phrase.intent in refused or not phrase.stands_in(lines):
                continue
            if all(map(reading.holds, phrase.needs)) and not any(map(reading.holds, phrase.without)):
                meant = _as_meant(reading, Intent(phrase.intent))
                if meant is not None:
                    firm, whole = said.get(meant, (False, False))
                    said[meant] = (phrase.firm or firm, phrase.whole or whole)
        for intent in sorted(said, key=_ORDER.__getitem__):
            firm, whole = said[intent]
            if intent not in refused and (intent not in ACTING or _asked_for(reading, intent, weight, firm)):
                return Wish(intent, weight, whole)
            refused.add(intent)
    return None


def _asked_for(reading: Said, intent: Intent, weight: int, firm: bool) -> bool:
    """Whether what acts is meant: it is not where the rest of the message speaks against it."""
    weak = weight <= _WEAK and intent is Intent.CREATE_TASK
    if weak and not tasks.names_only_a_task(reading.what("create_task")[0]):
        return False
    if reading.speaks("veto") and (not firm or reading.speaks("supposed")):
        return False
    if intent is Intent.ABSENCE and reading.holds("soon_over"):
        return False
    if intent in (Intent.CLAIM, Intent.CLAIM_MANY) and seeking.wants_somebody(reading):
        return False
    if intent in (Intent.CLAIM, Intent.CLAIM_MANY) and weight < STRONG + 4 and oneself.declines(reading):
        return False
    if reading.times and not reading.future and any(reading.is_past(t) for t in reading.times):
        return False
    if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES) and oneself.own_affairs(reading):
        return False
    if intent is Intent.EDIT_TASK and reading.speaks("past") and any(map(reading.is_past, reading.times)):
        return moods.is_order(reading.text)  # "vorige maand stond hij om zeven uur voor de deur in plaats van ..."
    keeps = (Intent.RELEASE, Intent.CANCEL_TASK, Intent.EDIT_TASK, Intent.TAKE_OVER_REQUEST)
    return firm or intent in keeps or not reading.speaks("past")


def _as_meant(reading: Said, intent: Intent) -> Intent | None:
    """What a wish is from who says it: a helper's "kan iemand" asks for somebody in their place."""
    plans = intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES)
    if not plans or reading.holds("organiser") or planning.may_plan(reading) or things.is_repaired(reading):
        return intent
    return Intent.TAKE_OVER_REQUEST if seeking.asks_for_somebody(reading) else None


def wish(reading: Said, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What somebody wants; `again` says what is meant by a part of the message."""
    spoken = phrases.answer(reading.plain)
    best = best_wish(reading)
    known = matters.without_open_end(reading) if "rest" in reading.vocabulary else None
    if known is not None:
        return again(reading.with_blanks(known))
    habit = best is not None and best.intent is Intent.AVAILABILITY
    so = matters.conclusion(reading) if "dus" in reading.vocabulary and not habit else None
    if so is not None:
        found = again(reading.with_blanks(so))
        acts = found.intent in ACTING and found.intent is not Intent.ABSENCE
        if acts and all(doubt.slot != "intent" for doubt in found.doubts):
            found = _with_matter(found, reading)
            if len(str(found.values.get("what", "")).split()) <= MOST_NAMED:
                return found
    thanks = best is not None and best.intent is Intent.THANKS and phrases.opens_with(reading.plain) is None
    says_so = phrases.opens_with(reading.plain) is spoken and (best is None or best.weight < 100)
    if spoken is not None and (best is None or best.weight < _SOFT or says_so) and not thanks:
        return Understanding(Intent.ANSWER_YES if spoken else Intent.ANSWER_NO)
    tells = best is None and only_tells(reading)
    if (best is None or best.intent in ACTING) and not tells:
        for kind in ("past", "veto"):
            rest = _without_talk(reading, kind)
            if rest is not None:
                kept = reading.another(rest)
                found = again(kept)
                undated = reading.holds("day") and not kept.holds("day")
                if found.intent in ACTING and best is not None and undated:
                    return values_of(reading, found.intent)  # "... woensdag vrij genomen, dus die is voor mij"
                if found.intent in ACTING:
                    return found
    sought = best is not None and best.intent is Intent.ABSENCE and seeking.wants_somebody(reading)
    if (best is None or best.intent in _REASONED or sought) and not tells:
        rest = matters.without_reasons(reading)
        if rest is not None:
            found = again(reading.with_blanks(rest))
            if found.intent in ACTING:
                return found
    if best is not None and best.intent is Intent.LOG_NOTE and reading.holds("first_person_subject"):
        rest = logs.note(reading)
        told = again(reading.another(rest)) if rest != reading.text else None
        if told is not None and told.intent in (Intent.ABSENCE, Intent.AVAILABILITY, Intent.RELEASE):
            return told  # "even doorgeven: ik ben volgende week weg"
    if best is not None and best.intent is Intent.RELEASE and not reading.holds("set"):
        sought = seeking.asks_for_somebody(reading)
        dated = reading.holds("day")
        if (
            dated
            and reading.holds("clock")
            and reading.holds("organiser")
            and (sought or planning.must_be_done(reading))
        ):
            best = best._replace(intent=Intent.CREATE_TASK)
        elif sought:
            best = best._replace(intent=Intent.TAKE_OVER_REQUEST)
    if best is not None and best.intent is Intent.AVAILABILITY and taking.takes_a_stretch(reading):
        best = best._replace(intent=Intent.CLAIM_MANY)
    if best is not None and best.intent in (Intent.CLAIM, Intent.CLAIM_MANY):
        away = absences.days_that_do_not_suit(reading)
        if away:
            return Understanding(Intent.ABSENCE, away)
    if best is not None and best.intent in _MADE_OR_TAKEN and suiting.is_always(reading):
        said = values_of(reading, Intent.CREATE_SERIES).values
        named = {name: said[name] for name in ("what", "title", "who") if name in said}
        clock = str(said.get("start") or "").partition("T")[2] or str(said.get("start") or "")
        times = said.get("times") or ([clock[:5]] if ":" in clock else [])
        without = exceptions.of_series(reading)
        return Understanding(Intent.HABIT, {**named, **({"times": times} if times else {}), **without})
    if best is not None and best.intent is Intent.RELEASE and suiting.never_suits(reading):
        return values_of(reading, Intent.AVAILABILITY)
    if best is not None and best.intent is Intent.CREATE_TASK and _says_how_many(reading):
        best = best._replace(intent=Intent.EDIT_TASK)
    if best is not None and best.intent is Intent.RELEASE and suiting.is_habit(reading):
        best = best._replace(intent=Intent.AVAILABILITY)
    if best is None:
        best = statement(reading)
    if best is None:
        rest = None if tells else matters.without_lead_in(reading)
        if rest is not None:
            return again(reading.another(rest))
        if reading.context.asked is None and len(reading.plain) <= 4:
            place = answers.place(reading)
            bare = answers.counted(reading.text.lower())
            if bare and answers.is_option(reading):
                return Understanding(Intent.ANSWER_SLOT, {"option": bare})
            if place and not reading.times and not reading.has_task:
                return Understanding(Intent.ANSWER_SLOT, {"option": place})
    guess = likely(reading, *((best.intent, best.weight, best.whole) if best else (None, 0, False)))
    agreed = guess is not None and best is not None and guess.sure and guess.intent is best.intent
    if not agreed or best is None or best.intent in _LESSER:
        matter = _matter(reading, again)
        if matter is not None:
            return matter
    if guess is None:
        return None
    if guess.intent is Intent.SHOW_ROSTER and bystanders.owns_roster(reading):
        return values_of(reading, Intent.SHOW_MINE)
    takes = guess.intent in (Intent.CLAIM, Intent.CLAIM_MANY)
    if takes and best and best.intent is Intent.RELEASE and not reading.times:  # "ik kan geen boodschappen" takes none
        return values_of(reading, best.intent)
    once = best is not None and best.intent in (Intent.ABSENCE, Intent.RELEASE) and not reading.holds("set")
    if guess.intent is Intent.AVAILABILITY and best and once and reading.holds("dated"):
        return values_of(reading, best.intent)  # "volgende week vrijdag niet want dan ben ik in Zwolle" is no habit
    found = values_of(_sentence_of(reading, guess.intent), guess.intent)
    return found if guess.sure else _guess(found)


def only_tells(reading: Said) -> bool:
    """Whether this is a long message of which no statement says that something is wanted: no part of it can."""
    return bool(reading.found.get("only tells"))


def _with_matter(found: Understanding, reading: Said) -> Understanding:
    """What follows from a message, with the task and the time that the rest of it names, where this names none."""
    whole, values = values_of(reading, found.intent).values, dict(found.values)
    if not tasks.names_known(str(values.get("what", ""))) and whole.get("what"):
        values |= {name: whole[name] for name in ("what", "title", "task") if name in whole}
    if any(values.get(name) for name in _TIMES):
        return replace(found, values=values)
    times = {name: whole[name] for name in _TIMES if name in whole}
    return replace(found, values=values | times, doubts=() if times else found.doubts)


def _guess(found: Understanding) -> Understanding:
    """The same, to be asked about."""
    return replace(found, doubts=(*found.doubts, Doubt("intent", reason="guess")))


def _matter(reading: Said, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What a part of a longer message plainly asks, where the whole does not: many tell first how they are."""
    if len(reading.plain) < _LONG or reading.context.asked is not None:
        return None
    for span in matters.parts(reading.text):
        part = reading.piece(*span)
        if len(part.plain) >= len(reading.plain):
            continue
        if seeking.asks_for_somebody(reading) and not seeking.asks_for_somebody(part):
            continue  # why somebody is sought is not the matter
        if reading.future and not part.future:
            continue  # "elke zondag eten om 12u, ik doe dat zelf": when it is belongs to it
        best = best_wish(part)
        plain = best is not None and best.weight >= STRONG and best.intent in _PLAIN
        if not plain and not contrasts.puts_right(part):
            continue
        found = again(part)
        if found.intent in (*_PLAIN, Intent.CORRECTION) and all(doubt.slot != "intent" for doubt in found.doubts):
            doubted = found.intent in ACTING and speaks_against(reading, found.intent)
            return _guess(found) if doubted else asked_of(reading, found)
    return None


def _sentence_of(reading: Said, intent: Intent) -> Said:
    """The one sentence in which somebody says when they cannot; other times of the message tell something else."""
    spans = matters.sentences(reading.text) if intent in (Intent.ABSENCE, Intent.AVAILABILITY) else []
    parts = [reading.piece(*span) for span in spans] if len(spans) > 1 else []
    saying = [part for part in parts if part.future and (best := best_wish(part)) and best.intent is intent]
    return saying[0] if len(saying) == 1 else reading


def asked_of(reading: Said, found: Understanding) -> Understanding:
    """The same with whom it is asked of, where a message opens with one name: "Piet, ... wil jij ruilen?"."""
    if found.intent not in (Intent.SWAP_REQUEST, Intent.TAKE_OVER_REQUEST) or "who" in found.values:
        return found
    named = [mention for mention in reading.mentions if mention.kind == "member"]
    if len(named) != 1 or named[0].first or len(named[0].names) != 1:
        return found
    keys = {person.name: person.key or person.name for person in reading.context.members}
    return replace(found, values={**found.values, "who": [keys[named[0].names[0]]]})


def _says_how_many(reading: Said) -> bool:
    """Whether a message only says how many a task needs that may stand already: "voor de tuin zijn er twee nodig"."""
    if (
        not reading.holds("people")
        or reading.times
        or not reading.has_task
        or moods.asks(reading)
        or reading.holds("ask")
    ):
        return False
    return reading.holds("open") or not reading.context.tasks


def _without_talk(reading: Said, kind: str) -> str | None:
    """The message without its sentences of this kind, "past" or "veto"; None where there are none, or nothing else."""
    if not reading.speaks(kind):
        return None
    clauses = matters.sentences(reading.text)
    if len(clauses) < 2:
        return None
    kept = [span for span in clauses if not reading.piece(*span).speaks(kind)]
    return " ".join(reading.text[slice(*span)] for span in kept) if 0 < len(kept) < len(clauses) else None


def _only_named(reading: Said) -> bool:
    """Whether nothing is said but what, when and by whom, so that any few words name what is to be done."""
    said = set(fold(reading.what("create_task")[0]).split())
    known = {place for mention in reading.mentions for place in range(mention.first, mention.last)}
    left = [w for place, w in enumerate(reading.words) if w.norm and place not in known | set(reading.time_places)]
    beside = [word for word in left if fold(word.text) not in said and not tasks.is_loose(word.norm)]
    return 0 < len(said) <= MOST_NAMED and not beside


def statement(reading: Said) -> Wish | None:
    """A task that is only named, with its time: "do 6 mrt 14u30 fysio met pa", "vrijdag 10 uur biljarten door Piet"."""
    if reading.holds("question_word") or not reading.future:
        return None
    clocked = reading.holds("organiser") and reading.holds("clock")
    recurs = clocked and reading.holds("set")  # "elke wo 16u bloemen verversen"
    if not (reading.has_task or recurs or (clocked and _only_named(reading))):
        return None
    if not reading.holds("organiser") and not planning.may_plan(reading):
        return None
    if oneself.is_first_person(reading) or moods.requests(reading) or reading.holds("other"):
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
