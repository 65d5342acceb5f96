"""A long message: the one sentence of it that asks or tells something to act on, among those that tell how it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple

from bot.meaning.said import Said
from bot.meaning.slots import values_of
from bot.meaning.wishes import STRONG, asked_of, best_wish, statement
from bot.understanding import ACTING, Context, Intent, Understanding
from locales.nl import matters, moods, seeking, tasks
from locales.nl.time import TimeExpression
from locales.nl.words import fold
from locales.nl.written import ISO_DAY

LONG = 20  # words of a message that tells a story
_PLANS = frozenset({Intent.CREATE_TASK, Intent.CREATE_SERIES})
_TAKES = frozenset({Intent.CLAIM, Intent.CLAIM_MANY})
_AWAY = frozenset({Intent.RELEASE, Intent.ABSENCE, Intent.AVAILABILITY})
_ASKS = frozenset({Intent.TAKE_OVER_REQUEST, Intent.SWAP_REQUEST})
_CHANGES = frozenset({Intent.CANCEL_TASK, Intent.EDIT_TASK})
_NAMELESS = frozenset({Intent.ABSENCE, Intent.AVAILABILITY})
_LOOKS = frozenset({Intent.WHO_IS_COMING, Intent.SHOW_OPEN, Intent.SHOW_ROSTER, Intent.SHOW_MINE})
_TELLS = frozenset({Intent.LOG_NOTE, Intent.THANKS, Intent.STRAIN_SIGNAL, Intent.HELP_ME_ASK, Intent.GOES_ON})
_OF_ITSELF = frozenset(  # what may be asked after a story that has nothing to do with it
    {
        Intent.EXPORT,
        Intent.INVITE,
        Intent.PROPOSE_ROSTER,
        Intent.ASK_PERSON,
        Intent.HABIT,
        Intent.HABIT_END,
        Intent.REST,
    }
)
_FEW = 3  # words that ask for nobody by themselves: "wie o wie?"
_NAME = 3  # words of a name
_PLAINLY_SAID = 80  # the weight of a plan that is sought or ordered
_WHEN = ("start", "end", "from", "until", "rrule", "times", "part", "duration_min")
_WHAT = ("what", "title", "task", "recipient")


class Sentence(NamedTuple):
    """A sentence without its reasons, and what its words say is wanted."""

    said: Said
    intent: Intent | None = None
    plain: bool = False  # its words say so plainly
    apart: bool = False  # it wants what is no part of a story about who does what

    @property
    def sought(self) -> bool:
        return seeking.asks_for_somebody(self.said)

    @property
    def timed(self) -> bool:
        """Whether it says when, a length aside."""
        return any(not _lasts(time) for time in self.said.future)

    @property
    def dated(self) -> bool:
        """Whether it names a day."""
        return any(time.has_date or time.rule for time in self.said.future)


def story(reading: Said, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What the one sentence that matters means, with the time and the task that others name; None where the message is
    short, or where it is not one sentence that matters."""
    if reading.context.asked is not None or not is_long(reading.text):
        return None
    sentences = [_sentence(reading, span) for span in matters.statements(reading)]
    reading.found["only tells"] = all(
        (one.intent is None or one.intent in _TELLS) and not one.timed for one in sentences
    )
    if len(sentences) < 2:
        return None
    apart = [one for one in sentences if one.apart]
    if apart:
        return _alone(apart[0], again) if not apart[1:] and not any(one.plain for one in sentences) else None
    main = _main(sentences)
    if main is None:
        return None
    if reading.leaning and main.said.times:  # what else is told says nothing of the hour
        main = main._replace(said=reading.another(main.said.text))
    sentences = [main if one.said.text == main.said.text else one for one in sentences]
    found = again(main.said)
    if main.intent is not None and (not main.plain or (main.intent in _CHANGES and found.intent in _PLANS)):
        found = values_of(main.said, main.intent)
    if found.intent not in ACTING | _LOOKS or any(doubt.slot == "intent" for doubt in found.doubts):
        return None
    found = replace(found, sentence=main.said.text)
    return asked_of(reading, _filled(found, main, sentences)) if found.intent in ACTING else found


def _alone(one: Sentence, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What the only sentence means that wants something, and that is no part of a story."""
    found = again(one.said)
    sure = found.intent is one.intent in _OF_ITSELF and all(doubt.slot != "intent" for doubt in found.doubts)
    return replace(found, sentence=one.said.text) if sure else None


def is_long(text: str) -> bool:
    """Whether a message has so many words that most of them may tell how it is."""
    return len(text.split()) >= LONG


class Statement(NamedTuple):
    """A statement of a long message without its reasons, and the days that it names, in its own words."""

    text: str
    days: tuple[str, ...]


def statements(text: str, context: Context) -> list[Statement]:
    """The statements of a long message."""
    reading = Said(text, context)
    found = [_without_reasons(reading.piece(*span)) for span in matters.statements(reading)]
    return [
        Statement(one.text, tuple(one.text[slice(*time.span)] for time in one.future if time.has_date)) for one in found
    ]


class Cuts(NamedTuple):
    """The ways to part a long message in two."""

    sighs: list[tuple[str, str]]  # after and before what says that somebody cannot go on, the last first
    wishes: list[tuple[str, str]]  # before each statement that wants something


def cuts(text: str, context: Context) -> Cuts:
    """Each way to part a long message."""
    reading = Said(text, context)
    spans = matters.statements(reading)
    sentences = [_sentence(reading, span) for span in spans]
    sighs = [at for at, one in enumerate(sentences) if one.intent is Intent.STRAIN_SIGNAL]
    wishes = [at for at, one in enumerate(sentences) if one.plain or one.apart]

    def parted(places: Iterable[int]) -> list[tuple[str, str]]:
        begins = [spans[at][0] for at in places if 0 < at < len(spans)]
        return [(reading.text[:begin].rstrip(" ,"), reading.text[begin:]) for begin in begins]

    return Cuts(parted(place for at in reversed(sighs) for place in (at + 1, at)), parted(wishes))


def _without_reasons(piece: Said) -> Said:
    rest = matters.without_reasons(piece)
    return piece if rest is None else piece.with_blanks(rest)


def _sentence(reading: Said, span: tuple[int, int]) -> Sentence:
    said = _without_reasons(reading.piece(*span))
    best = best_wish(said) or statement(said)
    if best is None:
        sought = seeking.asks_for_somebody(said) and reading.holds("organiser") and len(said.plain) > _FEW
        return Sentence(said, Intent.CREATE_TASK if sought else None)
    ordered = moods.is_order(said.text)
    sought = seeking.asks_for_somebody(said) or bool(said.future)
    plans = best.intent in _PLANS and (ordered or (sought and best.weight >= _PLAINLY_SAID))
    looks = best.intent in _LOOKS and (said.holds("question") or seeking.asks_who(said) or moods.requests(said))
    plain = plans or ((best.intent in ACTING or looks) and best.weight >= STRONG)
    return Sentence(said, best.intent, plain, best.intent not in ACTING | _LOOKS | _TELLS and best.weight >= STRONG)


def _main(sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that matters of those that want something; None where there is none, or more than one."""
    wishes = [one for one in sentences if one.plain]
    if all(one.intent in _AWAY and not one.said.has_task for one in wishes):  # "... kan iemand bij pap zitten?"
        wishes += [one for one in sentences if one.sought and one.intent in _PLANS]
    elif len(wishes) == 1 and _seeks_for_a_day(wishes[0], sentences):
        return wishes[0]._replace(intent=Intent.CREATE_TASK, plain=False)
    intents = {wish.intent for wish in wishes}
    sought = [wish for wish in wishes if wish.sought and wish.intent in _PLANS]
    away = [wish for wish in wishes if wish.intent in _AWAY]
    for asked in (Intent.SWAP_REQUEST, Intent.TAKE_OVER_REQUEST):  # what was said before says of what
        if asked in intents and intents <= _AWAY | _ASKS | (_TAKES if asked is Intent.SWAP_REQUEST else set()):
            return next((one for one in away if one.intent is Intent.ABSENCE), _first(wishes, {asked}))
    if sought and intents <= _PLANS | _AWAY and not (len(sought) > 1 and all(one.dated for one in sought)):
        return next((one for one in sought if one.dated), sought[0])  # "... ik kan zelf niet" says why
    if intents & _CHANGES and intents <= _CHANGES | _PLANS:
        wishes = [wish for wish in wishes if wish.intent in _CHANGES]
        intents = {wish.intent for wish in wishes}
    if len(intents) == 1 or (intents and (intents <= _PLANS or intents <= _TAKES)):
        dated = [wish for wish in wishes if wish.dated]
        return (dated or wishes)[0] if len(dated) < 2 else None
    return None


def _seeks_for_a_day(asks: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether it asks who, of something that another sentence tells: "zondag is er een mis. Wie brengt haar?"."""
    asks_who = asks.intent is Intent.WHO_IS_COMING and not asks.timed and asks.said.holds("organiser")
    return asks_who and any(one.timed for one in sentences)


def _first(wishes: Sequence[Sentence], intents: set[Intent]) -> Sentence:
    return next(wish for wish in wishes if wish.intent in intents)


def _filled(found: Understanding, main: Sentence, sentences: Sequence[Sentence]) -> Understanding:
    """The same with when and what from the nearest other sentences that say so."""
    at = sentences.index(main)
    before, after = sentences[:at][::-1], sentences[at + 1 :]
    others = [*before, *after]
    values: dict[str, Any] = dict(found.values)
    timed = next((one for one in others if one.timed), None)
    if not any(values.get(name) for name in _WHEN if name != "duration_min") and timed is not None:
        told = _values(timed, found.intent)
        values |= {name: told[name] for name in _WHEN if name in told}
    else:
        timed = None
    if found.intent not in _NAMELESS:
        values |= _named(found, values, main, before if timed is None else [timed, *before], after)
    values |= _called(found.intent, values)
    if found.intent in _PLANS:
        values |= _besides(values, [*after, *before])
    recurs = found.intent is Intent.CREATE_TASK and "rrule" in values
    return replace(found, intent=Intent.CREATE_SERIES if recurs else found.intent, values=values)


def _besides(values: Mapping[str, Any], others: Sequence[Sentence]) -> dict[str, Any]:
    """The hour, how long it takes and how many are needed, where only another sentence says so."""
    said: dict[str, Any] = {}
    times = [time for one in others for time in one.said.times]
    day = str(values.get("start", ""))
    clock = next((t for t in times if t.has_clock and not (t.has_date or t.rule or _lasts(t)) and t.start), None)
    if clock is not None and clock.start is not None and len(day) == ISO_DAY:
        said["start"] = f"{day}T{clock.start:%H:%M:%S}"
    length = next((t.duration for t in times if _lasts(t) and t.duration), None)
    if length is not None and length < timedelta(days=1) and not {"duration_min", "end"} & values.keys():
        said["duration_min"] = round(length / timedelta(minutes=1))
    people = next((one.said.people_needed for one in others if one.said.people_needed), None)
    if people is not None and "people_needed" not in values:
        said["people_needed"] = people[0]
    asked = next((one for one in others if moods.requests(one.said) and one.said.holds("who")), None)
    if asked is not None and "who" not in values:  # "... Kan Wim haar brengen?"
        said["who"] = values_of(asked.said, Intent.CREATE_TASK).values.get("who")
    return said


def _lasts(time: TimeExpression) -> bool:
    """Whether it only says how long: "een half uur" may be an hour of the clock too."""
    return time.kind == "duration" or (time.kind == "time" and time.duration is not None)


def _named(
    found: Understanding,
    values: Mapping[str, Any],
    main: Sentence,
    before: Sequence[Sentence],
    after: Sequence[Sentence],
) -> dict[str, Any]:
    """What it is about, where another sentence says so better than the one that matters."""
    others = (*before, *after)
    if found.intent in _PLANS:
        known = tasks.names_known(str(values.get("what", "")))
        when = [one for one in others if one.timed and (one.said.has_task or one.intent in _PLANS)]
        naming = [] if main.timed else when
        naming = naming or [one for one in others if one.said.has_task and not (one.timed or values.get("what"))]
    else:
        known = main.said.open_task is not None
        naming = [one for one in others if _names_what_is_planned(one) and one.intent is not Intent.GOES_ON]
        naming = naming or [one for one in before if one.said.has_task and not main.said.has_task]
    told = {} if known or not naming else _values(naming[0], found.intent)
    return {name: told[name] for name in _WHAT if name in told}


def _names_what_is_planned(one: Sentence) -> bool:
    """Whether a sentence has a word of the one task on the roster that it may mean."""
    return not set(one.said.plain).isdisjoint(fold(one.said.open_task or "").split())


def _called(intent: Intent, values: Mapping[str, Any]) -> dict[str, str]:
    """The name that the roster has for it, or else of many words those that are known as a task."""
    if values.get("task") and intent not in _PLANS:
        return {"what": values["task"], "title": values["task"]}
    words = str(values.get("what") or "").split()
    known = [at for at, word in enumerate(words) if tasks.known_word(fold(word))]
    if len(words) <= _NAME or not known:
        return {}
    name = " ".join(words[known[0] : known[-1] + 1])
    return {"what": name, "title": name}


def _values(one: Sentence, intent: Intent) -> Mapping[str, Any]:
    """What a sentence says of when and what, by its own wish where that speaks of the same."""
    speaks = one.intent in ACTING - (_NAMELESS if intent in _PLANS else frozenset())
    return values_of(one.said, one.intent if speaks and one.intent else intent).values
