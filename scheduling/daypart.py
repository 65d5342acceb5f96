"""Parts of the day: where the care falls, and what is open there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from zoneinfo import ZoneInfo

from scheduling.care import DOES, Shift, Staffed
from scheduling.clashes import is_night


class DayPart(StrEnum):
    """When a shift begins; a night is a night whenever it begins."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


def part_of(shift: Shift, zone: str) -> DayPart:
    """The part of the day that a shift is in, on the circle's clock."""
    hour = shift.start.astimezone(ZoneInfo(zone)).hour
    if hour < 6 or is_night(shift, zone):
        return DayPart.NIGHT
    return DayPart.MORNING if hour < 12 else DayPart.AFTERNOON if hour < 18 else DayPart.EVENING


def minutes_by_part(shifts: Iterable[Staffed], zone: str) -> dict[int, dict[DayPart, int]]:
    """How many minutes each member did or will do of these, by part of the day."""
    total: dict[int, dict[DayPart, int]] = defaultdict(lambda: defaultdict(int))
    for staffed in shifts:
        for assignment in staffed.assignments:
            if assignment.part in DOES:
                minutes = assignment.people * int(staffed.shift.duration.total_seconds() // 60)
                total[assignment.member][part_of(staffed.shift, zone)] += minutes
    return {member: dict(parts) for member, parts in total.items()}
