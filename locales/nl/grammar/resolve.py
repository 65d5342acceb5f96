"""From a phrase to moments: what was said, against the present moment, with the other readings where there is a doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from locales.nl.grammar import calendar, hours
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.days import plus
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Moment, Phrase, Reading, Span
from locales.nl.grammar.sets import resolved_set
from locales.nl.grammar.words import BOUNDS

PART_NAMES = {
    "earlymorning": "morning",
    "forenoon": "morning",
    "noonhour": "afternoon",
    "lateafternoon": "afternoon",
    "lateevening": "evening",
    "lateday": "evening",
    "daytime": "afternoon",
}
BIG = hours.PERIODS


def resolved(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    """The expression that a phrase stands for; None where it names nothing that exists ("31 februari")."""
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
        and p.before_word == "voor"
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
        found = _span(r, p, p.span, where)
    elif p.before is not None or p.after is not None:
        found = _bounds(r, p, where)
    elif p.moment.empty() and p.length is not None:
        found = _length(r, p, where)
    else:
        found = _point(r, p.moment, where)
    if found is None or (found.start is not None and found.end is not None and found.end <= found.start):
        return None
    if p.length is not None and found.duration is None and not p.whole:
        found = replace(found, duration=p.length.total)
    if p.moment.about and not found.about:
        found = replace(found, about=True)
    return found


def midnight(r: Reading, day: date) -> datetime:
    return datetime.combine(day, time(), r.now.tzinfo)


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
        where, kind, midnight(r, day.start), midnight(r, day.end), day.grain, True, duration=p.length.total
    )


def _within(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    span = p.within
    assert span is not None
    now = r.now.replace(second=0, microsecond=0)
    if not span.whole_days:
        days_on = plus(r.today, span)
        base = now.replace(year=days_on.year, month=days_on.month, day=days_on.day) if span.months else now
        other = hours_later(base, span.delta if p.within_from != "last" else -span.delta)
        start, end = (now, other) if other >= now else (other, now)
        return TimeExpression(where, "interval", start, end, "minute", True, True)
    if p.within_from == "last":
        first = plus(r.today, type(span)(-span.months, -span.delta, span.grain, -span.workdays))
        kind = "date" if r.today - first == ONE_DAY else "interval"
        return TimeExpression(where, kind, midnight(r, first), midnight(r, r.today), "day", True)
    start_day = r.today
    if span.grain == "weekend":
        start_day = calendar.weekend(r.today, 0 if r.today.weekday() < 6 else 1).start or r.today
    last = plus(start_day, span)
    kind = "date" if last - start_day == ONE_DAY else "interval"
    return TimeExpression(where, kind, midnight(r, start_day), midnight(r, last), "day", True, about=p.moment.about)


def hours_later(start: datetime, delta: timedelta) -> datetime:
    try:
        return (start.astimezone(calendar.UTC) + delta).astimezone(start.tzinfo)
    except OverflowError:
        return start


def _others(r: Reading, m: Moment, day: Day, where: tuple[int, int]) -> tuple[TimeExpression, ...]:
    found = []
    for other in day.others:
        alone = replace(m, day=replace(other, others=()))
        expression = _point(r, alone, where)
        if expression is not None:
            found.append(replace(expression, alternatives=(), reason=day.reason))
    return tuple(found)


def _point(r: Reading, m: Moment, where: tuple[int, int]) -> TimeExpression | None:
    """A day, a clock time, a part of a day, or these together."""
    if m.exact is not None:
        return TimeExpression(where, "datetime", m.exact, None, "minute", True, True, about=m.about)
    day = settled(m.day, r.today) if m.day is not None else None
    if m.day is not None and (day is None or day.start is None or day.end is None):
        return None
    if m.clock is not None:
        return _clocked(r, m, day, where)
    if m.part:
        return _parted(r, m, day, where)
    if day is None or day.start is None or day.end is None:
        return None
    kind = "date" if day.end - day.start == ONE_DAY and day.grain == "day" else "interval"
    return TimeExpression(
        where, kind, midnight(r, day.start), midnight(r, day.end), day.grain, True, reason=day.reason, alternatives=_others(r, m, day, where), about=m.about
    )  # fmt: skip


def _parted(r: Reading, m: Moment, day: Day | None, where: tuple[int, int]) -> TimeExpression | None:
    first, last = BOUNDS[m.part]
    base = day.start if day and day.start else (r.hint.day.date() if r.hint.day else None)
    if base is None:
        base = r.today
        if hours.instant(base, last * 60, r.now.tzinfo) <= r.now:
            base += ONE_DAY
    elif day is not None and day.end and day.start and day.end - day.start > ONE_DAY:
        whole = TimeExpression(
            where,
            "interval",
            midnight(r, day.start),
            midnight(r, day.end),
            day.grain,
            True,
            part=PART_NAMES.get(m.part, m.part),
        )
        return whole
    start, end = hours.instant(base, first * 60, r.now.tzinfo), hours.instant(base, last * 60, r.now.tzinfo)
    others = _others(r, m, day, where) if day else ()
    return TimeExpression(
        where, "interval", start, end, "hour", day is not None, False, part=PART_NAMES.get(m.part, m.part), reason=day.reason if day else "", alternatives=others
    )  # fmt: skip


def _clocked(r: Reading, m: Moment, day: Day | None, where: tuple[int, int]) -> TimeExpression | None:
    assert m.clock is not None
    zone = r.now.tzinfo
    part = m.part
    lean = part or (
        r.lean if not m.clock.sure and not (m.clock.figures and hours.both(m.clock)[0] >= hours.EARLY) else ""
    )
    if (
        day is not None
        and day.start is not None
        and day.end is not None
        and day.end - day.start > ONE_DAY
        and day.grain in BIG
    ):
        return None if m.clock is None else _clocked(r, replace(m, day=None), None, where)
    fixed = day.start if day is not None else (r.hint.day.date() if r.hint.day else None)
    options = [hours.by_part(m.clock, lean, m.nightly)] if lean else hours.candidates(m.clock)
    alternatives: list[datetime] = []
    if fixed is not None:
        moments = [hours.instant(fixed, minutes, zone) for minutes in options]
        if fixed == r.today and len(moments) > 1:
            ahead = [moment for moment in moments if moment >= r.now]
            moments = ahead or [max(moments)]
            if len(ahead) < len(options):
                chosen, alternatives = moments[0], []
            else:
                chosen, alternatives = moments[0], moments[1:]
        else:
            chosen, alternatives = moments[0], moments[1:]
    else:
        ahead = sorted(
            (hours.instant(r.today + extra * ONE_DAY, minutes, zone) for minutes in options for extra in (0, 1)),
        )
        ahead = [moment for moment in ahead if moment >= r.now] or ahead[-1:]
        literal = m.clock.figures and hours.both(m.clock)[0] >= hours.EARLY and not lean
        liked = [moment for moment in ahead if _awake(moment) or m.clock.sure or lean]
        if literal:
            liked = [moment for moment in ahead if moment.hour * 60 + moment.minute == options[0] % hours.DAY]
        chosen = (liked or ahead)[0]
        alternatives = [moment for moment in ahead if moment != chosen and moment.time() != chosen.time()][:1]
    keep = alternatives if hours.doubtful(m.clock) and not lean else []
    others = list(_others(r, m, day, where)) if day else []
    kind = "datetime" if day is not None else "time"
    first = TimeExpression(
        where, kind, chosen, None, "minute", day is not None, True, part=PART_NAMES.get(part, part), about=m.about
    )
    others += [replace(first, start=other, reason="part_of_day") for other in keep[:1]]
    reason = day.reason if day and day.reason else ("part_of_day" if keep else "")
    return replace(first, reason=reason, alternatives=tuple(others))


def _awake(moment: datetime) -> bool:
    return hours.WAKING[0] <= moment.hour * 60 + moment.minute < hours.WAKING[1]


def _dated(number: int | None, like: Day | None) -> Day | None:
    """The day with that number in the month of another day."""
    if number is None or like is None:
        return None
    if like.month is not None:
        return Day(like.year, like.month, number)
    if like.start is not None and like.grain in ("month",):
        return Day(like.start.year, like.start.month, number)
    return None


def _span(r: Reading, p: Phrase, span: Span, where: tuple[int, int]) -> TimeExpression | None:
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
    return _hours(r, p, first, last, span.inclusive, where)


def _after(day: Day, base: date, original: Day) -> Day:
    """The end of a span lies after its beginning: a weekday or day of the month without more is the next one from there."""
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
        midnight(r, a.start),
        midnight(r, end_day),
        grain,
        True,
        reason=a.reason if alternatives else "",
        alternatives=tuple(alternatives),
    )


def _hours(
    r: Reading, p: Phrase, first: Moment, last: Moment, inclusive: bool, where: tuple[int, int]
) -> TimeExpression | None:
    zone = r.now.tzinfo
    if last.exact is not None or first.exact is not None:
        a, b = (_point(r, end, where) for end in (first, last))
        return TimeExpression(where, "interval", a.start, b.start, "minute", True, True) if a and b else None
    part = p.moment.part
    if first.day is None and last.day is not None:
        first.day = last.day
    one_day = last.day is None or last.day is first.day
    start_day = settled(first.day, r.today) if first.day is not None else None
    if first.day is not None and (start_day is None or start_day.start is None):
        return None
    if (
        start_day is not None
        and start_day.grain in BIG
        and start_day.end
        and start_day.start
        and start_day.end - start_day.start > ONE_DAY
    ):
        start_day, one_day = None, True  # "volgende week van 9 tot 12" leaves the day open
    lean = part or ("" if first.part or last.part else r.lean)
    alternatives: tuple[TimeExpression, ...] = ()
    if one_day and (first.clock is not None or first.part) and (last.clock is not None or last.part):
        first_clock = first.clock or Clock(BOUNDS[first.part][0], 0, True)
        last_clock = last.clock or Clock(BOUNDS[last.part][1] if inclusive else BOUNDS[last.part][0], 0, True)
        nightly = last.nightly or first.nightly or p.moment.nightly or not first.day
        lo, hi = hours.span(
            first_clock, last_clock, lean, first.part if first.clock else "", last.part if last.clock else "", nightly
        )
        if lo >= hours.DAY:
            lo, hi = lo - hours.DAY, hi - hours.DAY
        base = start_day.start if start_day and start_day.start else (r.hint.day.date() if r.hint.day else None)
        free = base is None
        if base is None:
            base = r.today
            if hours.instant(base, hi, zone) <= r.now or (
                hours.instant(base, lo, zone) < r.now and not _running(first_clock, last_clock)
            ):
                twelve = hours.NOON
                if (
                    _ambiguous(first_clock, last_clock, lean)
                    and lo < twelve
                    and hours.instant(base, lo + twelve, zone) >= r.now
                    and hi + twelve <= hours.WAKING[1] + 120
                ):
                    lo, hi = lo + twelve, hi + twelve
                else:
                    base += ONE_DAY
        elif (
            base == r.today
            and hours.instant(base, hi, zone) <= r.now
            and _ambiguous(first_clock, last_clock, lean)
            and lo < hours.NOON
        ):
            lo, hi = lo + hours.NOON, hi + hours.NOON
        start, end = hours.instant(base, lo, zone), hours.instant(base, hi, zone)
        found = TimeExpression(
            where,
            "interval",
            start,
            end,
            "minute",
            not free or start_day is not None,
            True,
            part=PART_NAMES.get(part or last.part, part or last.part),
        )
        found = replace(found, has_date=start_day is not None)
        if _ambiguous(first_clock, last_clock, lean) and hours.doubtful(first_clock) and hi <= hours.NOON:
            alternatives = (
                replace(
                    found,
                    start=hours.instant(base, lo + hours.NOON, zone),
                    end=hours.instant(base, hi + hours.NOON, zone),
                    reason="part_of_day",
                ),
            )
        reason = "part_of_day" if alternatives else ""
        if start_day and start_day.others:
            reason = start_day.reason
            shifts = [(other.start - start_day.start) for other in start_day.others if other.start and start_day.start]
            alternatives = (
                tuple(replace(found, start=start + s, end=end + s, reason=reason) for s in shifts) + alternatives
            )
        return replace(found, reason=reason, alternatives=alternatives)
    first_day = start_day.start if start_day and start_day.start else r.today
    begin = _edge(r, replace(first, part=first.part or (part if first.clock else "")), first_day, False)
    if last.day is not None and not one_day:
        day_last = settled(last.day, first_day if last.day.start is None and last.day.year is None else r.today)
        if last.day.weekday is not None and last.day.day is None and last.day.start is None:
            ahead = (last.day.weekday - first_day.weekday()) % 7 or 7
            day_last = calendar.single(first_day + ahead * ONE_DAY)
        if day_last is None or day_last.start is None or day_last.end is None:
            return None
        last_day = day_last.start
    else:
        last_day = first_day
    final = _edge(r, last, last_day, True, inclusive)
    if final <= begin:
        if last.day is not None and not one_day:
            return None
        final += ONE_DAY
    return TimeExpression(where, "interval", begin, final, "minute", start_day is not None, True)


def _running(first: Clock, last: Clock) -> bool:
    return first.sure or last.sure


def _ambiguous(first: Clock, last: Clock, part: str) -> bool:
    return not part and not first.sure and not last.sure


def _edge(r: Reading, m: Moment, day: date, is_end: bool, inclusive: bool = False) -> datetime:
    """One end of a span on its day: its clock time, the edge of its part, or of the day."""
    zone = r.now.tzinfo
    if m.clock is not None:
        lean = m.part or (r.lean if not m.clock.sure else "")
        options = [hours.by_part(m.clock, lean, m.nightly)] if lean else hours.candidates(m.clock)
        moments = [hours.instant(day, minutes, zone) for minutes in options]
        return next((moment for moment in moments if moment >= r.now), moments[0]) if not is_end else moments[0]
    if m.part:
        return hours.instant(day, BOUNDS[m.part][1 if is_end and inclusive else 0] * 60, zone)
    return midnight(r, day + ONE_DAY if is_end and inclusive else day)


def _earlier(r: Reading, m: Moment, point: TimeExpression) -> TimeExpression:
    """What is said with "sinds" lies behind us: a week, a year or a day back."""
    assert point.start is not None
    if m.day is None:
        back = point.start - ONE_DAY
    elif m.day.month and not m.day.year:
        back = midnight(r, calendar.add_months(point.start.date(), -12))
    elif m.day.weekday is not None:
        back = point.start - 7 * ONE_DAY
    else:
        back = midnight(r, calendar.add_months(point.start.date(), -1)) if m.day.day and not m.day.year else point.start
    return replace(point, start=back, end=None, alternatives=(), reason="")


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
        point = _point(r, m, where)
        if point is None or point.start is None:
            return None
        has_date, has_clock, about = has_date or point.has_date, has_clock or point.has_clock, about or point.about
        grain = point.grain if point.grain != "hour" else "minute"
        if side == "after" and p.after_word == "sinds" and point.start > r.now and m.exact is None:
            point = _earlier(r, m, point)
        if side == "after":
            start = point.end if p.after_word == "na" and point.end is not None and not m.part else point.start
            alternatives += [replace(a, kind="interval", end=None) for a in point.alternatives]
        else:
            end = point.end if p.before_inclusive and point.end is not None else point.start
            if m.day is not None and m.day.until is not None and m.clock is None and p.before_word == "tot":
                end = midnight(r, m.day.until)
            if start is not None and end is not None and end <= start:
                if m.day is not None and (m.day.weekday is not None or m.day.month is None) and m.clock is None:
                    later = settled(m.day, start.date())
                    if later and later.end and later.start:
                        end = midnight(r, later.end if p.before_inclusive else later.start)
                elif m.clock is not None:
                    end += timedelta(hours=12) if not m.clock.sure and end + timedelta(hours=12) > start else ONE_DAY
                if end <= start:
                    return None
            alternatives += [
                replace(a, kind="interval", start=start, end=a.end if p.before_inclusive and a.end else a.start)
                for a in point.alternatives
            ]
            if p.before_word == "voor" and p.after is None and point.grain in hours.PERIODS and point.end is not None:
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
        where, "interval", start, end, grain, has_date, has_clock, about=about, reason=alternatives[0].reason if alternatives else "", alternatives=tuple(alternatives)
    )  # fmt: skip
