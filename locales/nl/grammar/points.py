"""Points: a day, a clock time, a part of the day, or these together, against the present moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from locales.nl.grammar import calendar, hours, resolve
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading
from locales.nl.grammar.words import BOUNDS, PART_NAMES


def midnight(r: Reading, day: date) -> datetime:
    return datetime.combine(day, time(), r.now.tzinfo)


def hours_later(start: datetime, delta: timedelta) -> datetime:
    try:
        return (start.astimezone(calendar.UTC) + delta).astimezone(start.tzinfo)
    except OverflowError:
        return start


def _others(r: Reading, m: Moment, day: Day, where: tuple[int, int]) -> tuple[TimeExpression, ...]:
    found = []
    for other in day.others:
        alone = replace(m, day=replace(other, others=()))
        expression = point(r, alone, where)
        gone = (
            day.reason == "which_week"
            and m.clock is not None
            and expression
            and expression.start
            and expression.start <= r.now
        )
        if expression is not None and not gone:  # "maandag om 9" on a Monday at ten
            found.append(replace(expression, alternatives=(), reason=day.reason))
    return tuple(found)


def point(r: Reading, m: Moment, where: tuple[int, int]) -> TimeExpression | None:
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
        where,
        kind,
        midnight(r, day.start),
        midnight(r, day.end),
        day.grain,
        True,
        reason=day.reason,
        alternatives=_others(r, m, day, where),
        about=m.about,
    )


def _parted(r: Reading, m: Moment, day: Day | None, where: tuple[int, int]) -> TimeExpression | None:
    first, last = BOUNDS[m.part]
    base = day.start if day and day.start else (r.hint.day.date() if r.hint.day else None)
    if base is None:
        base = r.today
        if hours.instant(base, last * 60, r.now.tzinfo) <= r.now:
            base += ONE_DAY
    elif day is not None and day.end and day.start and day.end - day.start > ONE_DAY:
        return TimeExpression(
            where,
            "interval",
            midnight(r, day.start),
            midnight(r, day.end),
            day.grain,
            True,
            part=PART_NAMES.get(m.part, m.part),
        )
    start, end = hours.instant(base, first * 60, r.now.tzinfo), hours.instant(base, last * 60, r.now.tzinfo)
    others = _others(r, m, day, where) if day else ()
    return TimeExpression(
        where,
        "interval",
        start,
        end,
        "hour",
        day is not None,
        False,
        part=PART_NAMES.get(m.part, m.part),
        reason=day.reason if day else "",
        alternatives=others,
    )


def _clocked(r: Reading, m: Moment, day: Day | None, where: tuple[int, int]) -> TimeExpression | None:
    assert m.clock is not None
    zone = r.now.tzinfo
    part = m.part or ("evening" if day is not None and day.evening and not m.clock.sure else "")
    late_figures = m.clock.figures and hours.both(m.clock)[0] >= hours.EARLY
    lean = part or ("" if late_figures else hours.leaning(m.clock, r.lean))
    if (
        day is not None
        and day.start is not None
        and day.end is not None
        and day.end - day.start > ONE_DAY
        and day.grain in resolve.BIG
    ):
        if day.grain == "week" and day.start > r.today:
            same = same_weekday(r, day)
            return _clocked(r, replace(m, day=same), same, where)
        return _clocked(r, replace(m, day=None), None, where)
    if day is not None and day.grain == "weekend" and day.start is not None and day.end == day.start + 2 * ONE_DAY:
        return _in_weekend(r, m, day.start, where)
    fixed = day.start if day is not None else (r.hint.day.date() if r.hint.day else None)
    options = [hours.by_part(m.clock, lean, m.nightly)] if lean else hours.candidates(m.clock)
    alternatives: list[datetime] = []
    either_night = day is not None and m.nightly and lean == "night" and options[0] < hours.EARLY
    if fixed is not None and either_night:  # "zaterdag om 3 uur 's nachts": by the clock, or after that evening
        nights = [hours.instant(fixed, options[0] + extra, zone) for extra in (0, hours.DAY)]
        ahead = [moment for moment in nights if moment >= r.now] or nights[-1:]
        chosen, alternatives = ahead[0], ahead[1:]
    elif fixed is not None:
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
        where,
        kind,
        chosen,
        None,
        "minute",
        day is not None,
        True,
        part=PART_NAMES.get(part, part),
        about=m.about,
    )
    doubt = "which_day" if either_night else "part_of_day"
    keep = alternatives if either_night else keep
    others += [replace(first, start=other, reason=doubt) for other in keep[:1]]
    return replace(first, reason=others[0].reason if others else "", alternatives=tuple(others))


def _in_weekend(r: Reading, m: Moment, saturday: date, where: tuple[int, int]) -> TimeExpression | None:
    """ "in het weekend om 10 uur": on Saturday or on Sunday."""
    days = [calendar.single(saturday + ahead * ONE_DAY) for ahead in (0, 1) if saturday + ahead * ONE_DAY >= r.today]
    found = [_clocked(r, replace(m, day=day), day, where) for day in days or [calendar.single(saturday)]]
    first, *rest = [one for one in found if one is not None]
    others = tuple(replace(one, reason="which_day", alternatives=()) for one in rest)
    return replace(first, reason="which_day", alternatives=(*others, *first.alternatives)) if others else first


def same_weekday(r: Reading, week: Day) -> Day:
    """ "volgende week om half 6": on the day of the week that it is today."""
    assert week.start is not None
    assert week.end is not None
    day = week.start + r.today.weekday() * ONE_DAY
    return calendar.single(day if day < week.end else week.start)


def _awake(moment: datetime) -> bool:
    return hours.WAKING[0] <= moment.hour * 60 + moment.minute < hours.WAKING[1]
