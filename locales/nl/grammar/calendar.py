"""The calendar: months, weeks and weekdays worked out from a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from locales.nl.grammar.form import ONE_DAY, Day

__all__ = ["UTC", "date", "datetime"]


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - ONE_DAY).day
    return date(year, month + 1, min(day.day, last))


def add_workdays(day: date, count: int) -> date:
    step = ONE_DAY if count > 0 else -ONE_DAY
    while count:
        day += step
        if day.weekday() < 5:
            count -= 1 if step == ONE_DAY else -1
    return day


def monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def single(day: date) -> Day:
    return Day(start=day, end=day + ONE_DAY)


def week(day: date, offset: int = 0) -> Day:
    """The whole week, Monday until Monday, that holds `day`, so many weeks on."""
    first = monday(day) + timedelta(weeks=offset)
    return Day(start=first, end=first + timedelta(weeks=1), grain="week")


def month(year: int, number: int, months: int = 1, grain: str = "month") -> Day:
    first = date(year, number, 1)
    return Day(start=first, end=add_months(first, months), grain=grain)


def year(number: int) -> Day:
    return Day(start=date(number, 1, 1), end=date(number + 1, 1, 1), grain="year")


def weekend(day: date, offset: int = 0) -> Day:
    first = monday(day) + timedelta(days=5, weeks=offset)
    return Day(start=first, end=first + timedelta(days=2), grain="weekend")


def iso_week(number: int, of_year: int | None, today: date) -> Day | None:
    """Week `number` of a year; without a year the one that is not yet over."""
    if not 1 <= number <= 53:
        return None
    years = [of_year] if of_year else [today.isocalendar().year, today.isocalendar().year + 1]
    for candidate in years:
        try:
            first = date.fromisocalendar(candidate, number, 1)
        except ValueError:
            continue
        if of_year or first + timedelta(days=7) > today:
            return Day(start=first, end=first + timedelta(weeks=1), grain="week")
    return None


def week_of(period: Day, nth: int) -> Day | None:
    """The nth week (-1: the last) of a month or year: a week belongs where its Thursday is."""
    if period.start is None or period.end is None:
        return None
    thursday = period.start + ((3 - period.start.weekday()) % 7) * ONE_DAY
    if nth < 0:
        last = period.end - ONE_DAY
        thursday = last - ((last.weekday() - 3) % 7) * ONE_DAY + timedelta(weeks=nth + 1)
    else:
        thursday += timedelta(weeks=nth - 1)
    return week(thursday)


def weekday_of(period: Day, weekday: int, nth: int) -> Day | None:
    """The nth (-1: the last) such weekday of a month or year."""
    if period.start is None or period.end is None:
        return None
    if nth < 0:
        last = period.end - ONE_DAY
        found = last - ((last.weekday() - weekday) % 7) * ONE_DAY + timedelta(weeks=nth + 1)
    else:
        found = period.start + ((weekday - period.start.weekday()) % 7) * ONE_DAY + timedelta(weeks=nth - 1)
    return single(found) if period.start <= found < period.end else None


def settled(day: Day, today: date) -> Day | None:
    """A day as said, worked out: the next one that fits; None where there is no such day."""
    if day.start is not None:
        return day
    if day.year and day.month and day.day:
        return _dated(day, day.year, today)
    if day.month and day.day:
        for candidate in range(today.year, today.year + 9):
            found = _dated(day, candidate, today)
            if found and found.start and found.start >= today:
                return found
        return None
    if day.month:
        chosen = day.year or (today.year if day.month >= today.month else today.year + 1)
        return month(chosen, day.month)
    if day.day:
        return _numbered(day, today)
    if day.weekday is not None:
        ahead = (day.weekday - today.weekday()) % 7
        if ahead:
            return single(today + ahead * ONE_DAY)
        found = single(today + 7 * ONE_DAY)
        found.reason, found.others = "which_week", (single(today),)
        return found
    return year(day.year) if day.year and 1 <= day.year < 9999 else None


def _dated(day: Day, of_year: int, today: date) -> Day | None:
    try:
        when = date(of_year, day.month or 1, day.day or 1)
    except ValueError:
        return None
    if not 1 < of_year < 9998:
        return None
    found = single(when)
    if day.weekday is not None and when.weekday() != day.weekday:
        near = when + ((day.weekday - when.weekday() + 3) % 7 - 3) * ONE_DAY
        near += 7 * ONE_DAY if near < today <= when else 0 * ONE_DAY
        found.reason, found.others = "weekday_date", (single(near),)
    return found


def _numbered(day: Day, today: date) -> Day | None:
    """A day of the month without its month, perhaps with a weekday: the first that fits from today on."""
    first = today.replace(day=1)
    plain: Day | None = None
    for ahead in range(0, 120):
        start = add_months(first, ahead)
        try:
            when = start.replace(day=day.day or 1)
        except ValueError:
            continue
        if when < today:
            continue
        if day.weekday is None:
            return single(when)
        plain = plain or single(when)
        if when.weekday() == day.weekday:
            found = single(when)
            if (when - today).days > 62 and plain.start is not None:
                coming = today + ((day.weekday - today.weekday()) % 7) * ONE_DAY
                found.reason, found.others = "weekday_date", (plain, single(coming))
            return found
    return plain
