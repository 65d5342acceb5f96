"""What one person does at the recipient's home in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from scheduling.care import Shift


@dataclass(frozen=True)
class Visit:
    """Shifts of one person in one circle that touch or overlap; in order, never empty."""

    shifts: tuple[Shift, ...]

    @property
    def start(self) -> datetime:
        """When it begins."""
        return self.shifts[0].start

    @property
    def end(self) -> datetime:
        """When the last of it is over."""
        return max(shift.end for shift in self.shifts)


def visits(shifts: Iterable[Shift]) -> list[Visit]:
    """Group one member's shifts of one circle: what touches at the recipient's home is one visit."""
    grouped: list[Visit] = []
    at_home: Visit | None = None
    for shift in sorted(shifts, key=lambda s: (s.start, s.end, s.id)):
        if not shift.at_home:
            grouped.append(Visit((shift,)))
        elif at_home is not None and shift.start <= at_home.end:
            joined = Visit((*at_home.shifts, shift))
            grouped[grouped.index(at_home)] = joined
            at_home = joined
        else:
            at_home = Visit((shift,))
            grouped.append(at_home)
    return grouped
