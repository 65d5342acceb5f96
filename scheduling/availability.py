"""When somebody can be asked and when not: absences, and weekly hours that never suit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60


@dataclass(frozen=True)
class Absence:
    """A stretch of time in which somebody is away."""

    id: int
    person: int
    starts: datetime
    ends: datetime  # exclusive
    ended: bool = False  # called off
    version: int = 1


@dataclass(frozen=True)
class Never:
    """Weekly hours that do not suit somebody, on their own wall clock."""

    id: int
    person: int
    weekdays: tuple[int, ...]  # 0 is Monday
    from_minute: int = 0
    until_minute: int = DAY  # beyond it: the morning after, "22:00 tot 6:00"
    ended: bool = False
    version: int = 1


def is_away(start: datetime, end: datetime, absences: Iterable[Absence]) -> Absence | None:
    """The absence that this stretch falls in, in part or whole."""
    return next((a for a in absences if not a.ended and a.starts < end and start < a.ends), None)


def does_not_suit(start: datetime, end: datetime, weekly: Iterable[Never], zone: str) -> Never | None:
    """The weekly hours that this stretch runs into, on the wall clock of `zone`."""
    local = ZoneInfo(zone)
    first, last = start.astimezone(local), end.astimezone(local)
    day = first.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)  # hours that cross midnight
    while day < last:
        for hours in weekly:
            if hours.ended or day.weekday() not in hours.weekdays:
                continue
            begins = day + timedelta(minutes=hours.from_minute)
            stops = day + timedelta(minutes=hours.until_minute)
            if begins < last and first < stops:
                return hours
        day += timedelta(days=1)
    return None
