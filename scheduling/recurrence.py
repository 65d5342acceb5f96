"""When a series occurs: RFC 5545 rules on the circle's wall clock, so that 09:00 stays 09:00 when the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr


def occurrences(starts: datetime, rule: str, zone: str, after: datetime, until: datetime) -> Iterator[datetime]:
    """The starts in UTC from `after` until `until` (exclusive) of a series that begins at `starts`. "" occurs once."""
    local = ZoneInfo(zone)
    if not rule:
        if after <= starts < until:
            yield starts.astimezone(UTC)
        return
    first = starts.astimezone(local).replace(tzinfo=None)
    # A wall clock has no zone: UNTIL is kept as wall clock too.
    for wall in rrulestr(rule.replace("Z", ""), dtstart=first):
        moment = wall.replace(tzinfo=local).astimezone(UTC)
        if moment >= until:
            return
        if moment >= after:
            yield moment
