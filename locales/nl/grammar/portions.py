"""Pieces of a period: "begin maart", "eind volgende week", "de rest van de maand"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, dates, days, daysoff, periods
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading


def part_of_period(r: Reading, i: int) -> days.Found | None:
    """ "begin maart", "eind volgende week", "medio mei", "het einde van de maand"."""
    first, last = days.FIRST_DAYS[r.word(i)]
    j = i + 1
    if r.word(j) in ("van", "in"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    token = r.at(j)
    if r.word(i) == "half" and token.means.get("unit") == "year" and r.word(j - 1) != "het":
        return None  # "een half jaar" is a length
    if (
        "month" in token.means
        or token.means.get("unit") in ("month", "year")
        or (r.word(i) != "half" and dates.year_at(r, j) is not None and token.kind == "number")
        or (token.means.get("shift") and r.at(j + 1).means.get("unit") in ("month", "year", "week", "workweek"))
    ):
        year = dates.year_at(r, j) if token.kind == "number" else None
        period = (calendar.year(year[0]), year[1]) if year else periods.period_at(r, j)
        if period and period[0].start and period[0].end and period[0].grain != "week":
            start, end = period[0].start, period[0].end
            if period[0].grain == "year":
                cuts = {1: (0, 4), 11: (4, 8), 21: (8, 12)}[first]
                opened, closed = (calendar.add_months(start, months) for months in cuts)
                until = closed if first == 21 else opened
                return Day(start=opened, end=closed, grain="month", until=until), period[1]
            begin, finish = start + (first - 1) * ONE_DAY, end if last > 30 else start + last * ONE_DAY
            until = {1: begin, 11: begin + 5 * ONE_DAY, 21: finish}[first]
            return Day(start=begin, end=finish, grain="day", until=until), period[1]
    step = days.SHIFT_STEPS.get(str(token.means.get("shift", "")), 0)
    k = j + 1 if "shift" in token.means else j
    if r.word(k) == "week" and (k > j or r.word(j - 1) == "de") and r.word(i) != "half":
        week = calendar.week(r.today, step).start
        assert week is not None
        cut = {1: (0, 2), 11: (2, 4), 21: (3, 5)}[first]
        begin, finish = week + cut[0] * ONE_DAY, week + cut[1] * ONE_DAY
        if finish <= r.today and k == j:
            begin, finish = begin + timedelta(weeks=1), finish + timedelta(weeks=1)  # this week's is over
        return Day(start=begin, end=finish, grain="day", until=finish if first == 21 else begin), k + 1
    known = "season" in token.means or token.word in daysoff.SCHOOL or token.word in ("grote", *daysoff.FIRST_WORDS)
    named = days.day(r, j, Moment()) if known and r.word(i) != "half" else None
    if named and named[0].start and named[0].end and named[0].end - named[0].start > timedelta(days=6):
        return _third(named[0], first), named[1]
    return None


def _third(period: Day, first: int) -> Day:
    """The beginning, middle or end of a holiday or a season."""
    assert period.start is not None
    assert period.end is not None
    if period.grain == "season":
        first_of, last_of = calendar.add_months(period.start, 1), calendar.add_months(period.start, 2)
        begin, finish = {1: (period.start, first_of), 11: (first_of, last_of), 21: (last_of, period.end)}[first]
        return Day(start=begin, end=finish, grain="month", until=finish if first == 21 else begin)
    third = (period.end - period.start) // 3
    begin, finish = {
        1: (period.start, period.start + third),
        11: (period.start + third, period.end - third),
        21: (period.end - third, period.end),
    }[first]
    others = tuple(_third(other, first) for other in period.others)
    return Day(start=begin, end=finish, reason=period.reason, others=others, until=finish if first == 21 else begin)


def rest(r: Reading, i: int) -> days.Found | None:
    """What is left: "later deze week", "de rest van de maand"."""
    j = i + 1
    if r.word(j) in ("van", "in", "op"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    shift = r.at(j).means.get("shift")
    if shift == "this":
        j += 1
    elif r.word(j - 1) not in ("de", "het") or shift:
        return None
    unit = r.at(j).means.get("unit")
    ends = {
        "week": calendar.monday(r.today) + timedelta(days=7),
        "month": calendar.add_months(r.today.replace(day=1), 1),
        "year": calendar.date(r.today.year + 1, 1, 1),
        "day": r.today + ONE_DAY,
    }
    if unit not in ends:
        return None
    return Day(start=r.today, end=ends[unit], grain="day" if unit in ("week", "month", "day") else "month"), j + 1
