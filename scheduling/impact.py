"""What a circle did together: hours by month and kind, how much was covered and how fast, by how many. No names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduling.care import DID, Staffed

SOON, LATER = timedelta(days=1), timedelta(days=3)
"""Filled within a day, within three days, or later."""


@dataclass(frozen=True)
class Impact:
    """Sums over the shifts of some months that are over."""

    minutes: Mapping[tuple[date, str], int] = field(default_factory=dict)  # by first day of the month and kind
    shifts: int = 0
    covered: int = 0  # of those, with everybody who was needed
    people: int = 0  # who did something
    half: int = 0  # the fewest people who together did half of the hours
    waits: tuple[timedelta, ...] = ()  # how long each shift stood open that was filled, as far as that is known

    @property
    def total(self) -> int:
        """Minutes in all."""
        return sum(self.minutes.values())

    @property
    def months(self) -> tuple[date, ...]:
        """The months in which something was done."""
        return tuple(sorted({month for month, _ in self.minutes}))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of help, the most hours first."""
        sums: Counter[str] = Counter()
        for (_, kind), minutes in self.minutes.items():
            sums[kind] += minutes
        return tuple(kind for kind, _ in sorted(sums.items(), key=lambda one: (-one[1], one[0])))

    def of_month(self, month: date) -> int:
        """Minutes in a month."""
        return sum(minutes for (when, _), minutes in self.minutes.items() if when == month)

    def of_kind(self, kind: str) -> int:
        """Minutes of a kind."""
        return sum(minutes for (_, which), minutes in self.minutes.items() if which == kind)

    @property
    def within(self) -> tuple[int, int]:
        """How many of the open shifts were filled within a day, and within three."""
        return sum(wait <= SOON for wait in self.waits), sum(wait <= LATER for wait in self.waits)


def impact(
    shifts: Iterable[Staffed], paid: Collection[int], kind_of: Callable[[str], str], zone: str, now: datetime
) -> Impact:
    """The sums over those of these shifts that are over. The hours of members in `paid` are not counted."""
    local = ZoneInfo(zone)
    minutes: dict[tuple[date, str], int] = defaultdict(int)
    by_member: Counter[int] = Counter()
    sizes: dict[int, int] = {}  # of a group that came together, the most of them
    waits: list[timedelta] = []
    count = covered = 0
    for staffed in shifts:
        shift = staffed.shift
        if shift.end > now:
            continue
        who = [a for a in staffed.assignments if a.part in DID]
        count += 1
        covered += sum(a.people for a in who) >= shift.people_needed
        waited = stood_open(staffed)
        waits += [waited] if waited is not None else []
        long = int(shift.duration.total_seconds() // 60)
        for assignment in who:
            if assignment.member not in paid:
                month = shift.start.astimezone(local).date().replace(day=1)
                minutes[month, kind_of(shift.what)] += long * assignment.people
                by_member[assignment.member] += long * assignment.people
                sizes[assignment.member] = max(sizes.get(assignment.member, 1), assignment.people)
    return Impact(
        dict(minutes), count, covered, sum(sizes.values()), _half(by_member, sizes), tuple(sorted(waits))
    )  # fmt: skip


def stood_open(staffed: Staffed) -> timedelta | None:
    """How long a shift wanted somebody before it was filled. None where it never did, still does, or nobody knows."""
    shift = staffed.shift
    taken = sorted((a.taken_at, a.people) for a in staffed.assignments if a.part in DID and a.taken_at is not None)
    if shift.opened_at is None:
        return None
    places = 0
    for when, people in taken:
        places += people
        if places >= shift.people_needed:
            return when - shift.opened_at if when > shift.opened_at else None
    return None


def _half(by_member: Counter[int], sizes: Mapping[int, int]) -> int:
    """A group counts as all its people, each with an equal part."""
    wanted, reached, people = sum(by_member.values()) / 2, 0.0, 0
    shares = [by_member[member] / sizes[member] for member in by_member for _ in range(sizes[member])]
    for people, minutes in enumerate(sorted(shares, reverse=True), 1):
        reached += minutes
        if reached >= wanted:
            return people
    return people
