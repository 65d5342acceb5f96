"""Whose a series is by habit: theirs in the weeks that are made already, and in those to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduling.care import Series, Shift, Staffed
from scheduling.changes import comes_on, on_days
from scheduling.people import Circle, Member
from scheduling.plans import put_on
from scheduling.store import Store


def give(
    store: Store,
    circle: Circle,
    series: Series,
    weekdays: frozenset[int],
    member: Member,
    now: datetime,
    *,
    but: Iterable[tuple[date, date]] = (),
) -> list[Shift]:
    """Make a series theirs, or these weekdays of it (0 is Monday; none: all). Returns the shifts that are theirs now.

    What somebody else does already stays theirs; what clashes with something of their own stays open, and so does what
    falls on the days of `but` (first and last, both included).
    """
    zone = ZoneInfo(circle.zone)
    ahead = store.shifts_of_series(series.id, now)
    rest = comes_on(series.rule) - weekdays
    if weekdays and rest:
        ahead = [s for s in ahead if s.shift.original_start.astimezone(zone).weekday() in weekdays]
        fresh = store.add(replace(series, id=0, rule=on_days(series.rule, weekdays), habit=member.id, version=1))
        store.change(series, rule=on_days(series.rule, rest))
        ahead = [Staffed(store.change(s.shift, series=fresh.id), s.assignments) for s in ahead]
    else:
        store.change(series, habit=member.id)
    free = [s.shift for s in ahead if s.places_open and s.of(member.id) is None]
    stretches = tuple(but)
    free = [one for one in free if not any(a <= one.start.astimezone(zone).date() <= b for a, b in stretches)]
    return put_on(store, circle.zone, free, member, now)
