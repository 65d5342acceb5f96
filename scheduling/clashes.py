"""What stands in the way of somebody doing a shift."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from scheduling.availability import Absence, Never, does_not_suit, is_away
from scheduling.care import Shift

TRAVEL = timedelta(minutes=15)  # between two places
HANDOVER = timedelta(hours=1)  # so long two shifts of one circle may overlap while one hands over to the next
REST = timedelta(hours=8)  # after a night
NIGHT = timedelta(hours=6)


class Hindrance(StrEnum):
    """Why it does not go together."""

    OVERLAP = "overlap"
    TRAVEL = "travel"
    REST = "rest"
    AWAY = "away"
    UNSUITED = "unsuited"


@dataclass(frozen=True)
class Clash:
    """One thing in the way; `with_shift` is the other shift, where it is one."""

    hindrance: Hindrance
    with_shift: Shift | None = None


def clashes(
    shift: Shift, own: Iterable[Shift], absences: Iterable[Absence], weekly: Iterable[Never], zone: str
) -> list[Clash]:
    """All that keeps somebody with these other shifts (of every circle) from this one, the gravest first."""
    found = [clash for other in own if other.id != shift.id and (clash := between(shift, other, zone)) is not None]
    if is_away(shift.start, shift.end, absences):
        found.append(Clash(Hindrance.AWAY))
    if does_not_suit(shift.start, shift.end, weekly, zone):
        found.append(Clash(Hindrance.UNSUITED))
    order = list(Hindrance)
    return sorted(found, key=lambda clash: order.index(clash.hindrance))


def between(one: Shift, other: Shift, zone: str) -> Clash | None:
    """How two shifts of one person clash, if they do. What is done in one visit at home does not."""
    first, second = (one, other) if (one.start, one.end) <= (other.start, other.end) else (other, one)
    together = first.circle == second.circle and first.at_home and second.at_home
    overlap = min(first.end, second.end) - second.start
    if is_night(first, zone) and second.start - first.end < REST and not together:
        return Clash(Hindrance.OVERLAP if overlap > timedelta(0) else Hindrance.REST, other)
    if together:
        return None
    if overlap > timedelta(0):
        hands_over = first.circle == second.circle and overlap <= HANDOVER and first.end < second.end
        away_at_once = not (first.at_home and second.at_home)
        return None if hands_over and not away_at_once else Clash(Hindrance.OVERLAP, other)
    if -overlap < TRAVEL and first.circle != second.circle:
        return Clash(Hindrance.TRAVEL, other)
    return None


def is_night(shift: Shift, zone: str) -> bool:
    """Whether it is a night: long, and awake over four o'clock."""
    if shift.duration < NIGHT:
        return False
    local = ZoneInfo(zone)
    start, end = shift.start.astimezone(local), shift.end.astimezone(local)
    four = start.replace(hour=4, minute=0, second=0, microsecond=0)
    four = four if four >= start else four + timedelta(days=1)
    return four < end
