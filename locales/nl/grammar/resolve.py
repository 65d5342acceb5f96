"""From a phrase to moments: what was said, against the present moment, with the other readings where there is
a doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from locales.nl.grammar import calendar, hours, points, rows, spans
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.days import plus
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Moment, Phrase, Reading, Span
from locales.nl.grammar.sets import resolved_set
from locales.nl.grammar.words import DATA

BIG = hours.PERIODS
NIGHTLY = tuple(DATA["nightly"]["words"])


def resolved(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    """The expression that a phrase stands for; None where it names nothing that exists ("31 februari")."""
    rows.each_day_on(p)
    if p.recurrence is not None:
        return resolved_set(r, p, where)
    if (
        p.moment.clock
        and p.before
        and (p.before.clock or p.before.number)
        and p.span is None
        and p.after is None
        and not p.before.day
    ):
        p.span, p.before = Span(Moment(clock=p.moment.clock), p.before, p.before_inclusive), None
        p.moment.clock = None
    if (
        p.before
        and p.before_word in ("voor", "uiterlijk")
        and p.before.day
        and not p.before.clock
        and p.after is None
        and p.moment.day is None
        and (p.span or p.moment.clock)
    ):
        p.moment.day, p.before = p.before.day, None  # "voor 6 april tussen 9 en 12"
    found: TimeExpression | None
    if p.within is not None:
        found = _within(r, p, where)
    elif p.span is not None:
        found = spans.span(r, p, p.span, where)
    elif p.before is not None or p.after is not None:
        found = _bounds(r, p, where)
    elif p.moment.empty() and p.length is not None:
        found = _length(r, p, where)
    else:
        found = points.point(r, p.moment, where)
    if found is None or (found.start is not None and found.end is not None and found.end <= found.start):
        return None
    lasting = p.length is not None and p.length.whole_days and p.after is not None and p.recurrence is None
    if lasting and p.length is not None and found.start is not None and found.end is None and not found.has_clock:
        last = max(plus(found.start.date(), p.length), found.start.date() + ONE_DAY)  # "vanaf maandag een halve dag"
        return replace(found, end=points.midnight(r, last), alternatives=(), reason="")
    if p.length is not None and found.duration is None and not p.whole:
        found = replace(found, duration=p.length.total)
    if p.exclusions:
        found = replace(found, exclusions=tuple(p.exclusions))
    if p.moment.about and not found.about:
        found = replace(found, about=True)
    return found


def is_nightly(r: Reading) -> bool:
    """Whether the text is about a night's task."""
    return any(word in r.low for word in NIGHTLY)


def _length(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    assert p.length is not None
    if not p.whole:
        return TimeExpression(where, "duration", grain=p.length.grain, duration=p.length.total)
    day = {
        "week": calendar.week(r.today),
        "month": calendar.month(r.today.year, r.today.month),
        "year": calendar.year(r.today.year),
        "quarter": calendar.month(r.today.year, (r.today.month - 1) // 3 * 3 + 1, 3, "quarter"),
        "weekend": calendar.weekend(r.today),
    }.get(p.whole, calendar.single(r.today))
    assert day.start is not None
    assert day.end is not None
    kind = "date" if p.whole == "day" else "interval"
    return TimeExpression(
        where,
        kind,
        points.midnight(r, day.start),
        points.midnight(r, day.end),
        day.grain,
        True,
        duration=p.length.total,
    )


def _within(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    span = p.within
    assert span is not None
    now = r.now.replace(second=0, microsecond=0)
    if not span.whole_days:
        days_on = plus(r.today, span)
        base = now.replace(year=days_on.year, month=days_on.month, day=days_on.day) if span.months else now
        other = points.hours_later(base, span.delta if p.within_from != "last" else -span.delta)
        start, end = (now, other) if other >= now else (other, now)
        return TimeExpression(where, "interval", start, end, "minute", True, True)
    if p.within_from == "last":
        first = plus(r.today, type(span)(-span.months, -span.delta, span.grain, -span.workdays))
        kind = "date" if r.today - first == ONE_DAY else "interval"
        return TimeExpression(where, kind, points.midnight(r, first), points.midnight(r, r.today), "day", True)
    start_day = r.today
    if span.grain == "weekend":
        start_day = calendar.weekend(r.today, 0 if r.today.weekday() < 6 else 1).start or r.today
    last = plus(start_day, span)
    kind = "date" if last - start_day == ONE_DAY else "interval"
    return TimeExpression(
        where, kind, points.midnight(r, start_day), points.midnight(r, last), "day", True, about=p.moment.about
    )


def _earlier(r: Reading, m: Moment, point: TimeExpression) -> TimeExpression:
    """What is said with "sinds" lies behind us: a week, a year or a day back."""
    assert point.start is not None
    if m.day is None:
        back = point.start - ONE_DAY
    elif m.day.month and not m.day.year:
        back = points.midnight(r, calendar.add_months(point.start.date(), -12))
    elif m.day.weekday is not None:
        back = point.start - 7 * ONE_DAY
    else:
        back = (
            points.midnight(r, calendar.add_months(point.start.date(), -1))
            if m.day.day and not m.day.year
            else point.start
        )
    return replace(point, start=back, end=None, alternatives=(), reason="")


def _until_its_end(p: Phrase, day: Day) -> bool:
    """ "tot begin mei", "voor het einde van de maand": bounds that lie elsewhere than where the days begin."""
    return p.before_word == "tot" or (p.before_word == "voor" and day.until == day.end)


def _bounds(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    """ "voor vrijdag", "vanaf 14 uur", and a day before it that says which ("vandaag voor 16.00")."""
    start = end = None
    has_date = has_clock = about = False
    grain = "minute"
    alternatives: list[TimeExpression] = []
    outer = p.moment
    for side, m in (("after", p.after), ("before", p.before)):
        if m is None:
            continue
        m = replace(m)
        if m.number is not None and m.clock is None:
            if m.number > 24:
                m.day = m.day or Day(day=m.number)
            else:
                m.clock = Clock(m.number, 0, m.number > 12)
        if m.day is None and m.exact is None and outer.day is not None:
            m.day = outer.day
        if side == "before" and p.after is not None and p.after.day is not None and m.day is None:
            m.day = p.after.day
        m.part = m.part or (outer.part if m.clock else "")
        if side == "before" and m.clock is not None and not m.part and is_nightly(r):
            m.part = "morning"  # "slapen tot 8 uur"
        point = points.point(r, m, where)
        if point is None or point.start is None:
            return None
        has_date, has_clock, about = has_date or point.has_date, has_clock or point.has_clock, about or point.about
        grain = point.grain if point.grain != "hour" else "minute"
        if side == "after" and p.after_word == "sinds" and point.start > r.now and m.exact is None:
            point = _earlier(r, m, point)
        if side == "after":
            start = point.end if p.after_word == "na" and point.end is not None and not m.part else point.start
            alternatives += [
                replace(
                    a, kind="interval", start=a.end if p.after_word == "na" and a.end is not None else a.start, end=None
                )
                for a in point.alternatives
            ]
        else:
            end = point.end if p.before_inclusive and point.end is not None else point.start
            if m.day is not None and m.day.until is not None and m.clock is None and _until_its_end(p, m.day):
                end = points.midnight(r, m.day.until)
            if start is not None and end is not None and end <= start:
                if m.day is not None and (m.day.weekday is not None or m.day.month is None) and m.clock is None:
                    later = settled(m.day, start.date())
                    if later and later.end and later.start:
                        end = points.midnight(r, later.end if p.before_inclusive else later.start)
                elif m.clock is not None:
                    end += timedelta(hours=12) if not m.clock.sure and end + timedelta(hours=12) > start else ONE_DAY
                if end <= start:
                    return None
            alternatives += [
                replace(a, kind="interval", start=start, end=a.end if p.before_inclusive and a.end else a.start)
                for a in point.alternatives
            ]
            if (
                p.before_word == "voor"
                and p.after is None
                and point.grain in hours.PERIODS
                and point.grain != "season"
                and point.end is not None
            ):
                before = TimeExpression(where, "interval", None, end, point.grain, True, reason="before_or_on")
                return replace(point, reason="before_or_on", alternatives=(before,))
            if (
                p.before_word == "voor"
                and not m.clock
                and not m.part
                and p.after is None
                and point.grain == "day"
                and not alternatives
            ):
                alternatives.append(replace(point, reason="before_or_on", alternatives=()))
    grain = grain if grain in ("day", "week", "month", "year") else "minute"
    return TimeExpression(
        where,
        "interval",
        start,
        end,
        grain,
        has_date,
        has_clock,
        about=about,
        reason=alternatives[0].reason if alternatives else "",
        alternatives=tuple(alternatives),
    )
