"""The hours of paid help, month by month, and who agreed with them. What changes later opens a month again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from scheduling.care import DID, Part, Staffed


@dataclass(frozen=True)
class Timesheet:
    """An organiser's agreement with the hours of one member in one month."""

    id: int
    circle: int
    member: int  # whose hours
    month: str  # "2025-03"
    hours: tuple[str, ...]  # what was agreed with: a line a shift, see `Worked.line`
    signed_by: int  # member
    signed_at: datetime
    version: int = 1


@dataclass(frozen=True)
class Worked:
    """A shift that somebody did."""

    shift: int
    start: datetime  # local, aware
    end: datetime
    what: str
    done: bool  # they said so themselves

    @property
    def minutes(self) -> int:
        """How long it really took by the roster, the night of a clock change included."""
        return round((self.end.timestamp() - self.start.timestamp()) / 60)

    @property
    def line(self) -> str:
        """What an agreement is about: when it began and how long it took."""
        return f"{self.start.isoformat()} {self.minutes}"


def worked(shifts: Iterable[Staffed], member: int, zone: str, now: datetime) -> tuple[Worked, ...]:
    """What this member did of these shifts that are over, in order of time."""
    local = ZoneInfo(zone)
    found = []
    for staffed in shifts:
        mine = staffed.of(member)
        if mine is None or mine.part not in DID or staffed.shift.end > now:
            continue
        shift = staffed.shift
        start, end = shift.start.astimezone(local), shift.end.astimezone(local)
        found.append(Worked(shift.id, start, end, shift.what, mine.part == Part.DONE))
    return tuple(sorted(found, key=lambda one: (one.start, one.shift)))


def holds(sheet: Timesheet | None, found: Iterable[Worked]) -> bool:
    """Whether these are the hours that were agreed with."""
    return sheet is not None and sheet.hours == tuple(one.line for one in found)
