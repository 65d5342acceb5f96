"""Sums over many circles in which none can be recognised, not even by comparing two of them.

Circles are counted in groups that never change: a month's circles in a fixed order, cut into groups of at least three
circles and ten people. A number is published only as a sum over whole groups, and only where in that group at least
ten people of at least three circles made it, none of those circles more than half; what is less goes to "other", or is
left out. So two exports, with one circle more or less, differ by nothing or by whole groups. All is rounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
    left: bool = False  # the circle is not to be counted any more: its whole group goes


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


def together(parts: Iterable[Part]) -> Together:
    """The sums over all these circles and months."""
    by_month: dict[date, list[Part]] = defaultdict(list)
    for part in parts:
        by_month[part.month].append(part)
    hours: dict[tuple[date, str], int] = defaultdict(int)
    counted: set[int] = set()
    every: set[int] = set()
    people: set[int] = set()
    groups: list[Sequence[Part]] = []
    for month, found in by_month.items():
        every |= {part.circle for part in found if not part.left}
        for group in grouped(found):
            groups.append(group)
            counted |= {part.circle for part in group}
            for kind, minutes in published(group).items():
                hours[month, kind] += minutes
            people |= {person for part in group for who in part.people.values() for person in who}
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


def grouped(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """The groups of one month that may be counted. The last ones wait where they are too few to be a group."""
    found: list[Sequence[Part]] = []
    group: list[Part] = []
    wanted = CIRCLES
    for part in sorted(parts, key=lambda one: one.place):
        group.append(part)
        active = [one for one in group if any(one.people.values())]
        who = {person for one in active for several in one.people.values() for person in several}
        if len(active) >= wanted and len(who) >= PEOPLE:
            found.append(group)
            group, wanted = [], min(GROWS_TO, wanted * 2)
    return [whole for whole in found if not any(part.left for part in whole)]


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
