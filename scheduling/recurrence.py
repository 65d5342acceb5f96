"""When a series occurs: RFC 5545 rules on the circle's wall clock, so that 09:00 stays 09:00 when the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr


def occurrences(
    starts: datetime, rule: str, zone: str, after: datetime, until: datetime, without: str = ""
) -> Iterator[datetime]:
    """The starts in UTC from `after` until `until` (exclusive) of a series that begins at `starts`. "" occurs once.

    `without` are the days it leaves out: "2025-12-20/2026-01-04 2026-04-27/2026-04-27", the last included.
    """
    local = ZoneInfo(zone)
    if not rule:
        if after <= starts < until:
            yield starts.astimezone(UTC)
        return
    begin = starts.astimezone(local).replace(tzinfo=None)
    free = stretches(without)
    # A wall clock has no zone: UNTIL is kept as wall clock too.
    for wall in rrulestr(rule.replace("Z", ""), dtstart=begin):
        moment = wall.replace(tzinfo=local).astimezone(UTC)
        if moment >= until:
            return
        if moment >= after and not any(first <= wall.date() <= last for first, last in free):
            yield moment


def weekdays_of(rule: str) -> tuple[int, ...]:
    """The days of the week that a rule names, Monday first as 0; all of them where it names none, none of no rule."""
    if not rule:
        return ()
    begin = datetime(2025, 1, 6)  # noqa: DTZ001 a wall clock
    return tuple(getattr(rrulestr(rule, dtstart=begin), "_byweekday", None) or range(7))


def falls_on(rule: str, first: date, day: date) -> bool:
    """Whether a rule that counts from its first day falls on this day."""
    occurs = rrulestr(rule.replace("Z", ""), dtstart=datetime.combine(first, time()))
    return bool(occurs.between(datetime.combine(day, time()), datetime.combine(day, time(23, 59)), inc=True))


def stretches(without: str) -> list[tuple[date, date]]:
    """First and last day of each stretch in "2025-12-20/2026-01-04 2026-04-27/2026-04-27"."""
    pairs = (piece.split("/") for piece in without.split())
    return [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs]


def on_clock(wall: datetime, zone: str) -> tuple[datetime, str]:
    """What a naive wall-clock time is in UTC, and "skipped" or "twice" where the clocks change there, else ""."""
    local = wall.replace(tzinfo=ZoneInfo(zone))
    moment = local.astimezone(UTC)
    if moment.astimezone(local.tzinfo).replace(tzinfo=None) != wall:
        return moment, "skipped"
    return moment, "twice" if local.utcoffset() != local.replace(fold=1).utcoffset() else ""


LONG = 240
"""Minutes from which on a shift ends by the clock: a night until 07:00 does so when the clocks change, too."""


def end_of(start: datetime, minutes: int, zone: str) -> datetime:
    """When something that begins at `start` (UTC) and takes so long is over (UTC)."""
    if minutes < LONG:
        return start + timedelta(minutes=minutes)
    wall = start.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(minutes=minutes)
    return on_clock(wall, zone)[0]
