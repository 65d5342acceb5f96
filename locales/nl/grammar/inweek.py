"""Weekdays of a week that was named before them: "week 40: ma An, di Bea", "volgende week kan ik vrijdag niet"."""

from __future__ import annotations

from datetime import date, timedelta

from locales.nl.grammar import calendar
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Phrase, Reading
from locales.nl.grammar.words import LISTS

_WEEK = timedelta(days=7)
_PARTING = LISTS["parting"]


def days_of_week(r: Reading, phrases: list[Phrase]) -> None:
    """Weekdays under a heading that names a week, or in the same clause as a week to come, are of that week."""
    monday: date | None = None
    heading = False
    last = 0
    for p in phrases:
        named = _week(r, p)
        if named is not None:
            monday, heading = named, r.word(p.end) == ":" or "\n" in r.word(p.end)
        elif monday is not None and (heading or (monday > r.today and not _parted(r, last, p.begin))):
            for m in _moments(p):
                _put(m, monday)
        elif not heading:
            monday = None
        last = p.end


def _week(r: Reading, p: Phrase) -> date | None:
    """The Monday of the one week that a phrase names, and nothing more."""
    day = p.moment.day
    alone = p.span is None and p.recurrence is None and p.before is None and p.after is None and p.moment.clock is None
    if day is None or not alone or day.grain != "week" or day.start is None or day.end is None:
        return None
    return day.start if day.start.weekday() == 0 and day.end - day.start == _WEEK and day.end > r.today else None


def _parted(r: Reading, first: int, last: int) -> bool:
    """Whether another clause begins between two places."""
    gap = [r.at(k) for k in range(first, last)]
    return not gap or len(gap) > 6 or any(t.kind in ("stop", "mark") or t.word in _PARTING for t in gap)


def _moments(p: Phrase) -> list[Moment]:
    if p.recurrence is not None:
        return []
    ends = (p.span.first, p.span.last) if p.span else ()
    return [m for m in (p.moment, p.before, p.after, *ends) if m is not None]


def _put(m: Moment, monday: date) -> None:
    """A bare weekday becomes the one of that week."""
    day: Day | None = m.day
    if day is not None and day.weekday is not None and day.start is None and day.day is None and day.month is None:
        m.day = calendar.single(monday + day.weekday * ONE_DAY)
