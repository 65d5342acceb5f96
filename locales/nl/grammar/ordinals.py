"""The so-manieth of a period: "eerste week van mei", "laatste vrijdag van de maand", "op één na laatste zondag"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, days, periods, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import length


def nth(r: Reading, i: int) -> days.Found | None:
    """An ordinal with a weekday, week, month, quarter or half year."""
    token = r.at(i)
    nth = -1 if token.word == "laatste" else token.means.get("ordinal")
    j = i + 1
    if token.word == "voorlaatste":
        nth = -2
    if "number" in token.means and r.words(i + 1, "na", "laatste"):
        nth, j = -1 - int(token.means["number"]), i + 3  # "(op) één na laatste"
    if nth is None:
        return None
    if r.word(i + 1) == "laatste" and nth > 0:
        nth, j = -nth, j + 1
    following = r.at(j)
    if "weekday" in following.means and "short" not in following.means and (nth <= 5):
        period = periods.period_at(r, j + 1)
        if period:
            found = calendar.weekday_of(period[0], following.means["weekday"], nth)
            if (
                found
                and found.end
                and found.end <= r.today
                and r.at(j + 1).kind != "number"
                and r.word(j + 3) == "maand"
                and r.word(j + 2) == "de"
            ):
                later = calendar.add_months(r.today.replace(day=1), 1)
                found = calendar.weekday_of(calendar.month(later.year, later.month), following.means["weekday"], nth)
            return (found, period[1]) if found else None
        if nth in (-1, 1) and r.word(j + 1) == ("voor" if nth < 0 else "na"):
            nearest = weekdays.weekday(r, j, Moment())  # "de laatste zaterdag voor pasen"
            return nearest if nearest and nearest[1] > j + 1 else None
        if r.word(i - 1) in ("elke", "iedere"):
            return None
        for ahead in (0, 1):
            first = calendar.add_months(r.today.replace(day=1), ahead)
            found = calendar.weekday_of(calendar.month(first.year, first.month), following.means["weekday"], nth)
            if found and found.start and found.start >= r.today:
                return found, j + 1
        return None
    unit = following.means.get("unit")
    if unit in ("week", "weekend", "day", "workday") and (period := periods.period_at(r, j + 1)):
        counted_in = _nth_of(period[0], unit, nth, period[1])
        gone = counted_in is not None and counted_in[0].end is not None and counted_in[0].end <= r.today
        if gone and r.words(j + 2, "de", "maand"):
            later = calendar.add_months(r.today.replace(day=1), 1)
            return _nth_of(calendar.month(later.year, later.month), unit, nth, period[1])
        return counted_in
    if unit == "week" and nth > 5 and (numbered := calendar.iso_week(int(nth), None, r.today)):
        return numbered, j + 1  # "de 42e week"
    if unit == "quarter" and 1 <= nth <= 4:
        period = periods.period_at(r, j + 1)
        year = period[0].start.year if period and period[0].grain == "year" and period[0].start else None
        return periods.quarter(r, int(nth), year), period[1] if period and year else j + 1
    if (
        following.word in ("helft", "semester", "halfjaar")
        and nth in (1, 2)
        and (period := periods.period_at(r, j + 1))
        and period[0].start
        and period[0].end
    ):
        return _half(period[0], nth), period[1]
    if (
        unit == "month"
        and following.word == "maand"
        and (period := periods.period_at(r, j + 1))
        and period[0].grain == "year"
        and period[0].start
    ):
        number = 13 + nth if nth < 0 else nth
        return (calendar.month(period[0].start.year, number), period[1]) if 1 <= number <= 12 else None
    if (
        nth in (-1, 1)
        and (counted := length(r, j))
        and counted[0].whole_days
        and (period := periods.period_at(r, counted[1]))
        and period[0].start
        and period[0].end
    ):
        start, end = period[0].start, period[0].end
        if nth == 1:
            end = days.plus(start, counted[0])
        else:
            start = days.plus(
                end, Length(-counted[0].months, -counted[0].delta, counted[0].grain, -counted[0].workdays)
            )
        return Day(start=start, end=end, grain="day" if counted[0].grain != "month" else "month"), period[1]
    return None


def _half(period: Day, nth: int) -> Day:
    assert period.start is not None
    assert period.end is not None
    if period.grain == "year":
        middle = period.start.replace(month=7)
    else:
        middle = period.start + timedelta(days=(period.end - period.start).days // 2)
    return (
        Day(start=period.start, end=middle, grain="day") if nth == 1 else Day(start=middle, end=period.end, grain="day")
    )


def _nth_of(period: Day, unit: str, nth: int, j: int) -> days.Found | None:
    assert period.start is not None
    assert period.end is not None
    found: Day | None
    if unit == "week" and period.grain == "day":
        begin = period.start + timedelta(weeks=nth - 1) if nth > 0 else period.end + timedelta(weeks=nth)
        found = Day(start=begin, end=begin + timedelta(weeks=1), grain="day")  # of a holiday: counted from its edge
    elif unit == "week":
        found = calendar.week_of(period, nth)
    elif unit == "weekend":
        saturday = calendar.weekday_of(period, 5, nth)
        found = calendar.weekend(saturday.start) if saturday and saturday.start else None
    elif unit == "workday":
        start = period.start - ONE_DAY if nth > 0 else period.end
        found = calendar.single(calendar.add_workdays(start, nth))
    else:
        start = period.start + (nth - 1) * ONE_DAY if nth > 0 else period.end + nth * ONE_DAY
        found = calendar.single(start) if period.start <= start < period.end else None
    return (found, j) if found else None
