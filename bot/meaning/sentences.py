"""The sentences of a long message, and what each of them wants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.meaning.said import Said
from bot.meaning.wishes import STRONG, best_wish, statement
from bot.understanding import ACTING, Context, Intent
from locales.nl import matters, moods, seeking
from locales.nl.time import TimeExpression

LONG = 20  # words of a message that tells a story
PLANS = frozenset({Intent.CREATE_TASK, Intent.CREATE_SERIES})
LOOKS = frozenset({Intent.WHO_IS_COMING, Intent.SHOW_OPEN, Intent.SHOW_ROSTER, Intent.SHOW_MINE})
TELLS = frozenset({Intent.LOG_NOTE, Intent.THANKS, Intent.STRAIN_SIGNAL, Intent.HELP_ME_ASK, Intent.GOES_ON})
_FEW = 3  # words that ask for nobody by themselves: "wie o wie?"
_PLAINLY_SAID = 80  # the weight of a plan that is sought or ordered


class Sentence(NamedTuple):
    """A sentence without its reasons, and what its words say is wanted."""

    said: Said
    intent: Intent | None = None
    plain: bool = False  # its words say so plainly
    apart: bool = False  # it wants what is no part of a story about who does what
    phrased: bool = True  # a phrase that people use says so

    @property
    def sought(self) -> bool:
        return seeking.asks_for_somebody(self.said)

    @property
    def timed(self) -> bool:
        """Whether it says when, a length aside."""
        return any(not lasts(time) for time in self.said.future)

    @property
    def dated(self) -> bool:
        """Whether it names a day."""
        return any(time.has_date or time.rule for time in self.said.future)


def sentences_of(reading: Said) -> list[Sentence]:
    """The sentences of a long message, in their order."""
    return [_sentence(reading, span) for span in matters.statements(reading)]


def _without_reasons(piece: Said) -> Said:
    rest = matters.without_reasons(piece)
    return piece if rest is None else piece.with_blanks(rest)


def _sentence(reading: Said, span: tuple[int, int]) -> Sentence:
    said = _without_reasons(reading.piece(*span))
    best = best_wish(said) or statement(said)
    if best is None:
        sought = seeking.asks_for_somebody(said) and reading.holds("organiser") and len(said.plain) > _FEW
        asked = reading.holds("organiser") and seeking.asks_you(said) and said.holds("clock")
        return Sentence(said, Intent.CREATE_TASK if sought or asked else None, asked, phrased=False)
    ordered = moods.is_order(said.text)
    sought = seeking.asks_for_somebody(said) or bool(said.future)
    plans = best.intent in PLANS and (ordered or (sought and best.weight >= _PLAINLY_SAID))
    looks = best.intent in LOOKS and (said.holds("question") or seeking.asks_who(said) or moods.requests(said))
    plain = plans or ((best.intent in ACTING or looks) and best.weight >= STRONG)
    return Sentence(said, best.intent, plain, best.intent not in ACTING | LOOKS | TELLS and best.weight >= STRONG)


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


def lasts(time: TimeExpression) -> bool:
    """Whether it only says how long: "een half uur" may be an hour of the clock too."""
    return time.kind == "duration" or (time.kind == "time" and time.duration is not None)
