"""Which of several moments somebody says they can: "donderdag en vrijdag", "vrijdag niet maar de rest wel"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache

from locales.nl.grammar.expression import CODES
from locales.nl.time import TimeExpression, parse
from locales.nl.words import data

_TOKEN = re.compile(r"\w+|[,;.&+]")
LONGEST = 200  # characters


@dataclass(frozen=True)
class Among:
    """The places (from 0) of those they can, and of those they are not sure of; `either`: one of those they can."""

    yes: tuple[int, ...]
    maybe: tuple[int, ...] = ()
    either: bool = False
    without: tuple[int, ...] = ()  # those they cannot, where of the others nothing is said: "het weekend niet"


@dataclass
class _Named:
    """Moments of which one thing is said: those that were named, or (None) all that were not."""

    places: set[int] | None
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    either: bool = False  # "dinsdag of woensdag"


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(data("among")[part])


@cache
def _known() -> frozenset[str]:
    return frozenset(word for part in data("among") for word in data("among")[part])


def says(day: str, *, can: bool) -> str:
    """That somebody can, or cannot, on a day as they named it."""
    return f"{day} kan ik wel" if can else f"{day} kan ik niet"


def is_of_days(text: str, now: datetime) -> bool:
    """Whether a text is of days and of who can then, and of nothing else; it need not be asked what buttons say."""
    of_days = len(text) <= LONGEST and not _LATER.search(text)  # "ben tien minuten later" is of no other day
    return of_days and bool(_named(text, (), now, loosely=True))


_EVERY = re.compile(r"(?i)\b(?:maan|dins|woens|donder|vrij|zater|zon)dagen\b")


def is_more(text: str, starts: Sequence[datetime]) -> bool:
    """Whether more is meant than what was shown: "de maandagen", of a list with one Monday."""
    return bool(_EVERY.search(text)) and len({start.weekday() for start in starts}) == len(starts)


_LATER = re.compile(r"(?i)\b(?:later|eerder|te laat|vertraging)\b")


def labelled(labels: Sequence[str], asked: datetime) -> list[datetime | None]:
    """The moments on buttons that were shown at `asked` ("do 6 mrt 14:30"); None for one that has no day."""
    midnight = asked.replace(hour=0, minute=0, second=0, microsecond=0)
    return [_labelled(label, midnight) for label in labels]


@lru_cache(maxsize=1024)
def _labelled(label: str, asked: datetime) -> datetime | None:
    found = parse(label, asked)
    return found[0].start if found and found[0].has_date and found[0].has_clock else None


def among(text: str, starts: Sequence[datetime | None], now: datetime) -> Among | None:
    """Who can when of these starts (aware; None for one that cannot be told apart); None where the text says more, or
    says nothing of any."""
    if len(text) > LONGEST:
        return None
    said = _named(text, starts, now)
    if not said:
        return None
    no, maybe, yes = set[int](), set[int](), set[int]()
    for one in said:
        signs = [*one.before, *one.after]
        into = maybe if _words("maybe") & {*signs} else no if _denied(one) or one.after[:1] == ["nee"] else yes
        if one.places is not None:
            into |= one.places
    named = no | maybe | yes
    rest = [one for one in said if one.places is None]
    whole = not all(map(_denied, rest))
    only = not yes and no and not rest and _words("only") & {word for one in said for word in one.before}
    if whole or only:
        yes |= {place for place, start in enumerate(starts) if start is not None} - named
    yes -= no | maybe
    either = len(yes) > 1 and any(one.either and not _denied(one) for one in said)
    if yes:
        return Among(tuple(sorted(yes)), tuple(sorted(maybe - no)), either)
    return Among((), (), without=tuple(sorted(no))) if no and not maybe else None


def _named(text: str, starts: Sequence[datetime | None], now: datetime, *, loosely: bool = False) -> list[_Named]:
    """What is named, in order, each with the words that tell of it; [] where a word tells something else, or (unless
    `loosely`) a day is none of those."""
    found = parse(text, now)
    found = [one for one in found if one.kind != "duration"]
    said: list[_Named] = []
    gap: list[str] = []
    at = 0
    for one in [*found, None]:
        first, last = (len(text), len(text)) if one is None else one.span
        words = _TOKEN.findall(text[at:first].casefold())
        if not all(word in _known() for word in words):
            return []
        for place, word in enumerate(words):
            if word in _EVERYTHING and _of_that_day(words[place + 1 :], said, gap, before_day=one is not None):
                continue  # "ik doe morgen alles"
            if word in _words("rest"):
                _close(said, gap)
                said.append(_Named(None, _opening(said, gap)))
                gap = []
            else:
                gap.append(word)
        at = last
        if one is None:
            break
        places = _fits(one, text[first:last], starts)
        joined = said and said[-1].places is not None and gap and all(word in _words("joins") for word in gap)
        if joined or (said and said[-1].places is not None and not gap):
            said[-1].places = (said[-1].places or set()) | places
            said[-1].either |= bool(_words("either") & {*gap})
        else:
            _close(said, gap)
            said.append(_Named(places, _opening(said, gap)))
        gap = []
    if said:
        said[-1].after = gap
    if not found and all(one.places is None for one in said):  # "alles goed": of no day at all
        return []
    return [] if not loosely and any(one.places == set() and not _denied(one) for one in said) else said


_EVERYTHING = frozenset({"alles", "allemaal"})
_OF = frozenset({"van", "op", "voor"})


def _of_that_day(further: Sequence[str], said: Sequence[_Named], gap: Sequence[str], *, before_day: bool) -> bool:
    """Whether "alles" is all of the day beside it: "morgen alles", "alles van morgen"."""
    after = bool(said) and said[-1].places is not None and not gap and not further
    return after or (before_day and _OF.issuperset(further))


def _denied(one: _Named) -> bool:
    return bool(_words("no") & {*one.before, *one.after})


def _split(gap: list[str]) -> int:
    """Where the words about what comes next begin; the end where nothing parts them."""
    return next((at for at, word in enumerate(gap) if word in _words("bounds")), len(gap))


def _close(said: list[_Named], gap: list[str]) -> None:
    """What stands behind a name tells of it, up to a bound; unless what stood before the first did so already."""
    if said and (_split(gap) < len(gap) or not _leads(said)):
        said[-1].after = gap[: _split(gap)]


def _opening(said: list[_Named], gap: list[str]) -> list[str]:
    """The words that tell of what comes next."""
    return gap if not said else gap[_split(gap) :] if _split(gap) < len(gap) else gap if _leads(said) else []


def _leads(said: list[_Named]) -> bool:
    """Whether this text says yes or no before the days: "niet op dinsdag, wel op vrijdag"."""
    return bool((_words("no") | {"wel"}) & {*said[0].before})


def _fits(one: TimeExpression, text: str, starts: Sequence[datetime | None]) -> set[int]:
    """The places that an expression means."""
    if one.rule is not None:
        days = re.search(r"BYDAY=([A-Z,]+)", one.rule)
        meant = {CODES.index(day) for day in days[1].split(",") if day in CODES} if days else set(range(7))
        out = {
            at
            for at, start in enumerate(starts)
            if start and any(but.leaves_out(start.date()) for but in one.exclusions)
        }
        return _on(meant, starts) - out
    if one.kind == "time" or one.start is None:
        clock = None if one.start is None else one.start.time()
        return {at for at, start in enumerate(starts) if start is not None and start.time() == clock}
    end = one.end or (one.start + timedelta(minutes=1) if one.has_clock else one.start + timedelta(days=1))
    direct = {at for at, start in enumerate(starts) if start is not None and one.start <= start < end}
    nearer = any(letter.isdigit() for letter in text) or _words("nearer") & {*_TOKEN.findall(text.casefold())}
    if direct or nearer or end - one.start > timedelta(days=7):
        return direct
    length = range(max(1, (end - one.start).days))
    return _on({(one.start + timedelta(days=days)).weekday() for days in length}, starts)


def _on(weekdays: set[int], starts: Sequence[datetime | None]) -> set[int]:
    return {at for at, start in enumerate(starts) if start is not None and start.weekday() in weekdays}
