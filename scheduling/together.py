"""Sums over many circles in which none can be recognised, not even by comparing two of them.

Circles are counted in groups that never change: a month's circles are cut into groups of at least three circles and
ten people, and a cut is kept, for every coordinator and for good. A group counts whole or, where one of its circles is
not to be seen (any more, or by this coordinator), not at all; a circle that comes back brings back the same group. A
number is published only as a sum over whole groups, and only where in that group at least ten people of at least three
circles made it, none of those circles more than half; what is less goes to "other", or is left out. So two exports,
with some circles more or less, differ by nothing or by whole groups. All is rounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

OTHER = "other"
PEOPLE, CIRCLES = 10, 3  # no number is made by fewer
GROWS_TO = 12  # circles in a group: the first has three, each next twice as many, up to so many
LARGEST = 0.5  # the most that one circle may be of a number
HOURS, COUNT, SHARE = 5, 5, 5  # what hours, people and shifts, and percentages are rounded to


@dataclass(frozen=True)
class Part:
    """What one circle did in one month."""

    circle: int
    place: int  # in the order in which circles came to be looked at: a new one comes last, always
    month: date
    minutes: Mapping[str, int]  # by kind
    people: Mapping[str, frozenset[int]]  # who did it, by kind
    shifts: int = 0
    covered: int = 0
    open: int = 0  # that stood open for some time and were filled
    soon: int = 0  # of those, within a day


@dataclass(frozen=True)
class Cut:
    """A group of circles that are counted together in one month, or not at all."""

    id: int
    month: str  # "2025-03"
    place: int  # the how manieth of the month, from 0; no two have the same
    circles: tuple[int, ...]
    cut_at: datetime
    version: int = 1


@dataclass(frozen=True)
class Together:
    """What may be shown: rounded, and never of fewer than ten people."""

    hours: Mapping[tuple[date, str], int]  # by month and kind
    circles: int = 0  # that are counted
    waiting: int = 0  # that are not: too few to be a group
    people: int = 0
    shifts: int = 0
    covered: int | None = None  # per cent
    soon: int | None = None  # per cent of what stood open, within a day

    @property
    def total(self) -> int:
        """Hours, of what is shown: what is left out is in no sum."""
        return sum(self.hours.values())


def together(parts: Iterable[Part], cuts: Iterable[Cut]) -> Together:
    """The sums over all these circles and months, as far as they are in a group."""
    by_month: dict[date, list[Part]] = defaultdict(list)
    for part in parts:
        by_month[part.month].append(part)
    of_month: dict[str, list[Cut]] = defaultdict(list)
    for cut in cuts:
        of_month[cut.month].append(cut)
    hours: dict[tuple[date, str], int] = defaultdict(int)
    counted: set[int] = set()
    every: set[int] = set()
    people: set[int] = set()
    groups: list[Sequence[Part]] = []
    for month, found in by_month.items():
        every |= {part.circle for part in found}
        for group in grouped(found, of_month[key_of(month)]):
            groups.append(group)
            counted |= {part.circle for part in group}
            for kind, minutes in published(group).items():
                hours[month, kind] += minutes
            people |= _people(group)
    shifts = sum(part.shifts for group in groups for part in group)
    opened = sum(part.open for group in groups for part in group)
    return Together(
        {key: rounded(minutes / 60, HOURS) for key, minutes in hours.items() if rounded(minutes / 60, HOURS)},
        len(counted),
        len(every - counted),
        rounded(len(people), COUNT),
        rounded(shifts, COUNT),
        _percent(sum(part.covered for group in groups for part in group), shifts),
        _percent(sum(part.soon for group in groups for part in group), opened),
    )


def key_of(month: date) -> str:
    """A month as a cut has it: "2025-03"."""
    return f"{month:%Y-%m}"


def cut_more(parts: Sequence[Part], before: Sequence[Cut], now: datetime) -> list[Cut]:
    """New groups of the circles of one month that are in none `before`; the last ones wait where they are too few."""
    taken = {circle for cut in before for circle in cut.circles}
    seen = {part.circle for part in parts}
    wanted = min(GROWS_TO, CIRCLES * 2 ** sum(seen.issuperset(cut.circles) for cut in before))
    place = max((cut.place for cut in before), default=-1) + 1
    found: list[Cut] = []
    group: list[Part] = []
    for part in sorted(parts, key=lambda one: one.place):
        if part.circle in taken:
            continue
        group.append(part)
        if _are_many(group, wanted):
            circles = tuple(one.circle for one in group)
            found.append(Cut(0, key_of(part.month), place + len(found), circles, now))
            group, wanted = [], min(GROWS_TO, wanted * 2)
    return found


def grouped(parts: Sequence[Part], cuts: Iterable[Cut]) -> list[Sequence[Part]]:
    """The groups of one month that may be counted: those of which every circle is there."""
    known = {part.circle: part for part in parts}
    whole = ([known[circle] for circle in cut.circles] for cut in cuts if known.keys() >= set(cut.circles))
    return [group for group in whole if _are_many(group, CIRCLES)]  # what was corrected since may leave fewer


def _are_many(group: Sequence[Part], circles: int) -> bool:
    return sum(any(part.people.values()) for part in group) >= circles and len(_people(group)) >= PEOPLE


def _people(group: Sequence[Part]) -> set[int]:
    return {person for part in group for who in part.people.values() for person in who}


def published(group: Sequence[Part]) -> dict[str, int]:
    """Minutes by kind: each made by enough, else among the other, else not at all."""
    kinds = {kind for part in group for kind in part.minutes}
    shown: dict[str, int] = {}
    small = {OTHER} & kinds
    for kind in kinds - {OTHER}:
        if enough(group, {kind}):
            shown[kind] = sum(part.minutes.get(kind, 0) for part in group)
        else:
            small.add(kind)
    if small and enough(group, small):
        shown[OTHER] = sum(part.minutes.get(kind, 0) for part in group for kind in small)
    return shown


def enough(group: Sequence[Part], kinds: set[str]) -> bool:
    """Whether what a group did of these kinds was made by so many that nobody can be recognised in it."""
    people = {person for part in group for kind in kinds for person in part.people.get(kind, ())}
    made = [minutes for part in group if (minutes := sum(part.minutes.get(kind, 0) for kind in kinds))]
    return len(people) >= PEOPLE and len(made) >= CIRCLES and max(made) <= LARGEST * sum(made)


def rounded(count: float, to: int) -> int:
    """To the nearest multiple."""
    return to * round(count / to)


def _percent(part: int, whole: int) -> int | None:
    """Rounded, or None where it is of too few."""
    return None if whole < 4 * COUNT else min(100, rounded(100 * part / whole, SHARE))
