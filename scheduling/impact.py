"""What a circle did together: hours by month and kind, how much was covered, by how many people. No names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduling.care import Part, Staffed

DID = (Part.CLAIMED, Part.CONFIRMED, Part.THERE, Part.DONE, Part.WANTS_OUT)
"""Whoever has one of these when a shift is over, did it, as far as we heard."""


@dataclass(frozen=True)
class Impact:
    """Sums over the shifts of some months that are over."""

    minutes: Mapping[tuple[date, str], int] = field(default_factory=dict)  # by first day of the month and kind
    shifts: int = 0
    covered: int = 0  # of those, with everybody who was needed
    people: int = 0  # who did something
    half: int = 0  # the fewest people who together did half of the hours

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


def impact(
    shifts: Iterable[Staffed], paid: Collection[int], kind_of: Callable[[str], str], zone: str, now: datetime
) -> Impact:
    """The sums over those of these shifts that are over. The hours of members in `paid` are not counted."""
    local = ZoneInfo(zone)
    minutes: dict[tuple[date, str], int] = defaultdict(int)
    by_member: Counter[int] = Counter()
    count = covered = 0
    for staffed in shifts:
        shift = staffed.shift
        if shift.end > now:
            continue
        who = [a for a in staffed.assignments if a.part in DID]
        count += 1
        covered += len(who) >= shift.people_needed
        long = int(shift.duration.total_seconds() // 60)
        for assignment in who:
            if assignment.member not in paid:
                minutes[shift.start.astimezone(local).date().replace(day=1), kind_of(shift.what)] += long
                by_member[assignment.member] += long
    return Impact(dict(minutes), count, covered, len(by_member), _half(by_member))


def _half(by_member: Counter[int]) -> int:
    wanted, reached = sum(by_member.values()) / 2, 0
    for n, (_, minutes) in enumerate(by_member.most_common(), 1):
        reached += minutes
        if reached >= wanted:
            return n
    return 0
