"""Spans, resolved: what each end names, and spans of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from locales.nl.grammar import calendar, points
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Moment, Phrase, Reading, Span
from locales.nl.grammar.hourspans import span_of_hours


def _dated(number: int | None, like: Day | None) -> Day | None:
    """The day with that number in the month of another day."""
    if number is None or like is None:
        return None
    if like.month is not None:
        return Day(like.year, like.month, number)
    if like.start is not None and like.grain in ("month",):
        return Day(like.start.year, like.start.month, number)
    return None


def span(r: Reading, p: Phrase, span: Span, where: tuple[int, int]) -> TimeExpression | None:
    """From - until, with what stands around it ("morgen van 15 tot 16", "4 tot 23 deze maand")."""
    first, last = replace(span.first or Moment()), replace(span.last or Moment())
    outer = p.moment
    around = outer.day
    if (
        around is None
        and first.number
        and last.number
        and first.day is not None
        and last.day is None
        and not first.clock
        and not last.clock
    ):
        around, first.day = first.day, None
    if around is not None and around.grain == "week" and around.start is not None:
        _in_that_week(around.start, first, last)  # "volgende week woensdag t/m vrijdag"
    # numbers that are days of a month
    month = (
        around
        if around is not None and ((around.month and not around.day) or (around.start and around.grain == "month"))
        else None
    )
    if month is not None and first.number and last.number and not first.clock and not last.clock:
        first.day, last.day, first.number, last.number, around = (
            _dated(first.number, month),
            _dated(last.number, month),
            None,
            None,
            None,
        )
    elif (
        first.number is not None
        and last.number is None
        and last.day is not None
        and last.clock is None
        and not last.part
        and first.day is None
    ):
        if last.day.month and last.day.day:
            first.day, first.number = Day(last.day.year, last.day.month, first.number), None
        elif last.day.day and not last.day.weekday:
            first.day, first.number = Day(day=first.number), None
    for end in (first, last):
        if end.number is not None and end.clock is None:
            if (
                end.day is not None
                and end.day.weekday is not None
                and end.day.day is None
                and (first.number and last.number and first.day and last.day)
            ):
                end.day, end.number = Day(day=end.number, weekday=end.day.weekday), None
                continue
            if end.number > 24:
                return None
            end.clock, end.number = Clock(end.number, 0, end.number > 12 or end.number == 0), None
    if around is not None:
        if first.day is None:
            first.day = around
        elif last.day is None:
            last.day = around
    if (
        first.clock is None
        and last.clock is None
        and not first.part
        and not last.part
        and first.exact is None
        and last.exact is None
    ):
        return _days(r, first, last, span.inclusive, where, span.opener == "tussen")
    return span_of_hours(r, p, first, last, span.inclusive, where)


def _in_that_week(monday: date, first: Moment, last: Moment) -> None:
    """The weekdays of a span are those of a week that was named before it."""
    after = monday
    for end in (first, last):
        day = end.day
        if day is not None and day.weekday is not None and day.day is None and day.start is None:
            after += ((day.weekday - after.weekday()) % 7) * ONE_DAY
            end.day = replace(calendar.single(after), weekday=day.weekday)


def _after(day: Day, base: date, original: Day) -> Day:
    """The end of a span lies after its beginning: a weekday or day of the month without more is the next one
    from there."""
    if (
        day.start is not None
        and day.start < base
        and (original.weekday is not None or original.day is not None)
        and original.year is None
    ):
        again = settled(original, base)
        return again or day
    return day


def _days(
    r: Reading, first: Moment, last: Moment, inclusive: bool, where: tuple[int, int], between: bool = False
) -> TimeExpression | None:
    if first.day is None or last.day is None:
        return None
    begin, finish = first.day, last.day
    if finish.year and not begin.year and begin.month:
        year = finish.year - (begin.month > (finish.month or 12))
        begin = replace(begin, year=year)
    if begin.day and not begin.month and begin.start is None and finish.month and finish.day:
        begin = replace(begin, month=finish.month, year=finish.year)
    a = settled(begin, r.today)
    if a is None or a.start is None or a.end is None:
        return None
    if begin.day and begin.month and not begin.year and finish.month and finish.day and not finish.year:
        # a span that is under way began in the past: "3 t/m 10 augustus" on the fifth
        earlier = settled(replace(begin, year=a.start.year - 1), r.today)
        end = settled(replace(finish, year=a.start.year - 1 + (finish.month < begin.month)), r.today)
        if (
            earlier
            and earlier.start
            and end
            and end.start
            and end.start >= r.today
            and end.start - earlier.start < timedelta(days=200)
            and earlier.start < r.today
        ):
            a = earlier
    assert a.start is not None
    if finish.year and begin.year is None and begin.start is None and begin.month is None and begin.weekday is None:
        return None
    if finish.start is not None:
        b: Day | None = finish
    elif finish.weekday is not None and finish.month is None and finish.day is None:
        ahead = (finish.weekday - a.start.weekday()) % 7 or 7
        b = calendar.single(a.start + ahead * ONE_DAY)
    else:
        b = settled(finish, a.start) if not finish.year or finish.day else settled(finish, r.today)
    if b is None or b.start is None or b.end is None:
        return None
    b = _after(b, a.start, finish)
    if b.start is None or b.end is None or b.start < a.start:
        return None
    if between and b.grain == "month" and finish.day is None:
        inclusive = False  # "tussen maart en mei" ends where May begins
    count_last = inclusive or (finish.weekday is not None and finish.day is None)
    end_day = b.end if count_last else (b.until or b.start)
    if end_day <= a.start:
        end_day = b.end
    grain = "day" if b.grain == "day" or a.grain == "day" else b.grain
    alternatives: list[TimeExpression] = []
    for other in a.others:
        moved = _days(r, replace(first, day=other), last, inclusive, where)
        if moved:
            alternatives.append(replace(moved, reason=a.reason, alternatives=()))
    kind = "date" if end_day - a.start == ONE_DAY and grain == "day" else "interval"
    return TimeExpression(
        where,
        kind,
        points.midnight(r, a.start),
        points.midnight(r, end_day),
        grain,
        True,
        reason=a.reason if alternatives else "",
        alternatives=tuple(alternatives),
    )
