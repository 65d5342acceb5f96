"""Recurrences: from what was said to an RFC 5545 rule, its clock times, bounds and first occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from locales.nl.grammar import calendar, hours
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.days import plus
from locales.nl.grammar.expression import CODES, Exclusion, TimeExpression
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Reading, Recurrence, Span
from locales.nl.grammar.words import BOUNDS, PART_NAMES

if TYPE_CHECKING:
    from locales.nl.grammar.form import Phrase


def rule_of(rec: Recurrence) -> str:
    """The RFC 5545 rule, without time of day."""
    pieces = [f"FREQ={rec.frequency}"]
    if rec.interval != 1:
        pieces.append(f"INTERVAL={rec.interval}")
    weekdays = sorted(set(rec.weekdays))
    if rec.months:
        pieces.append("BYMONTH=" + ",".join(map(str, rec.months)))
    if rec.monthdays:
        pieces.append("BYMONTHDAY=" + ",".join(map(str, rec.monthdays)))
    if rec.nth and len(weekdays) == 1:
        pieces.append("BYDAY=" + ",".join(f"{n}{CODES[weekdays[0]]}" for n in rec.nth))
    elif weekdays:
        pieces.append("BYDAY=" + ",".join(CODES[d] for d in weekdays))
        if rec.nth:
            pieces.append("BYSETPOS=" + ",".join(map(str, rec.nth)))
    if rec.count:
        pieces.append(f"COUNT={rec.count}")
    return ";".join(pieces)


def occurs(rec: Recurrence, day: date, anchor: date) -> bool:
    """Whether a recurrence falls on a day; intervals are counted from `anchor`, even and odd weeks from the
    ISO number."""
    if rec.weekdays and not rec.nth and day.weekday() not in rec.weekdays:
        return False
    if rec.parity is not None and day.isocalendar().week % 2 != rec.parity:
        return False
    if rec.months and day.month not in rec.months:
        return False
    if (
        rec.monthdays
        and day.day not in rec.monthdays
        and day.day - 1 - (calendar.add_months(day.replace(day=1), 1) - ONE_DAY).day not in rec.monthdays
    ):
        return False
    if rec.nth:
        month = calendar.month(day.year, day.month)
        if len(set(rec.weekdays)) == 1:
            wanted = [calendar.weekday_of(month, rec.weekdays[0], n) for n in rec.nth]
            return any(w is not None and w.start == day for w in wanted)
        edge = month.start if rec.nth[0] > 0 else month.end
        return edge is not None and day == calendar.add_workdays(edge - ONE_DAY if rec.nth[0] > 0 else edge, rec.nth[0])
    return day >= anchor


def _from_weekday(rec: Recurrence, first: Day | None, last: Day | None, begin: int, end: int) -> int | None:
    """How many minutes each time lasts; "elke week van woensdag 18 uur tot donderdag 9 uur" falls on Wednesday, and
    what lasts more than a day is not answered."""
    if first is None or first.weekday is None or first.start is not None or rec.frequency != "WEEKLY":
        return end - begin
    rec.weekdays = [first.weekday]
    if last is not None and last.weekday is not None:
        end = (last.weekday - first.weekday) % 7 * hours.DAY + end % hours.DAY
    return end - begin if 0 < end - begin <= hours.DAY else None


def resolved_set(r: Reading, p: Phrase, where: tuple[int, int]) -> TimeExpression | None:
    """The expression of a phrase with a recurrence."""
    rec = p.recurrence
    assert rec is not None
    zone = r.now.tzinfo
    if rec.frequency == "YEARLY" and p.moment.day is not None and p.moment.day.month and p.moment.day.day:
        rec.months, rec.monthdays, p.moment.day = [p.moment.day.month], [p.moment.day.day], None
    if rec.frequency == "DAILY" and rec.interval == 1 and _plain_weekday(p.moment.day):
        assert p.moment.day is not None
        rec.weekdays, p.moment.day = [int(p.moment.day.weekday or 0)], None
        rec.by_weeks()  # "elke nacht van zaterdag op zondag"
    part = rec.part or p.moment.part
    lean = part or r.lean
    length: timedelta | None = (
        p.length.total if p.length is not None and not p.whole and p.length.total < timedelta(days=1) else None
    )
    minutes: list[int] = []
    doubt: list[int] = []
    for clock in ([p.moment.clock] if p.moment.clock else []) + rec.clocks:
        by = part or hours.leaning(clock, r.lean)
        options = (
            [hours.by_part(clock, by, True)]
            if by and not (clock.sure or (clock.figures and not part))
            else hours.candidates(clock)
        )
        minutes.append(options[0])
        if hours.doubtful(clock) and not lean and len(options) > 1:
            doubt.append(options[1])
    span = p.span = days_of_month(p.span)
    if span is not None and span.first and span.last and (span.first.clock or span.first.number is not None):
        ends = [
            end.clock
            or (
                Clock(end.number, 0, end.number > 12 or end.number == 0)
                if end.number is not None and end.number <= 24
                else None
            )
            for end in (span.first, span.last)
        ]
        if ends[0] is None or ends[1] is None:
            return None
        a, b = hours.span(ends[0], ends[1], lean, span.first.part, span.last.part, True)
        named = _from_weekday(rec, span.first.day, span.last.day, a, b)
        if named is None:
            return None
        minutes, length = [a], timedelta(minutes=named)
        if not lean and hours.doubtful(ends[0]) and not ends[1].sure and b <= hours.NOON:
            doubt = [a + hours.NOON]
    since, until = _bounds(r, p)
    if p.after is not None and p.after.day is None and p.after.clock is not None and not minutes:
        minutes = [hours.candidates(p.after.clock)[0]]
        if p.before is not None and p.before.clock is not None and p.before.day is None:
            a, b = hours.span(p.after.clock, p.before.clock, lean, "", "", True)
            minutes, length = [a], timedelta(minutes=b - a)
    times = tuple(time(m % hours.DAY // 60, m % 60) for m in minutes)
    if (times and rec.frequency == "DAILY") or (rec.weekdays and rec.times == len(rec.weekdays)):
        rec.times = 0  # "eens in de drie weken op woensdag": the days are said
    first = _first(r, rec, times, since, p.exclusions)
    start = end = None
    if rec.parity is not None and first is not None:
        since = since or datetime.combine(first, time(), zone)  # a rule cannot say "even", so it begins in an even week
        first = first if rec.weekdays else None
    if first is not None:
        if times:
            start = datetime.combine(first, times[0], zone)
            end = start + length if length is not None else None
        elif part:
            bounds = BOUNDS[part]
            start, end = hours.instant(first, bounds[0] * 60, zone), hours.instant(first, bounds[1] * 60, zone)
        else:
            start, end = datetime.combine(first, time(), zone), datetime.combine(first + ONE_DAY, time(), zone)
    if p.within is not None:
        base = (start or since or r.now).date()
        until = datetime.combine(plus(base, p.within), time(), zone)
    found = TimeExpression(
        where,
        "set",
        start,
        end,
        "set",
        first is not None,
        bool(times),
        length,
        PART_NAMES.get(part, part),
        p.moment.about,
        rule_of(rec),
        times,
        since,
        until,
        tuple(p.exclusions),
        rec.times,
    )
    if doubt and len(times) == 1 and times[0].hour < 12:
        late = time(doubt[0] % hours.DAY // 60, doubt[0] % 60)
        other_start = datetime.combine(start.date(), late, zone) if start else None
        other = replace(
            found,
            times=(late,),
            start=other_start,
            end=other_start + length if other_start and length else None,
            reason="part_of_day",
        )
        found = replace(found, reason="part_of_day", alternatives=(other,))
    return found


def _plain_weekday(day: Day | None) -> bool:
    """Whether a day is only a weekday, of no week or date."""
    return day is not None and day.weekday is not None and day.day is None and day.start is None


def days_of_month(span: Span | None) -> Span | None:
    """ "elke ochtend van 5 t/m 8 mei": a number before a day of a month is such a day too."""
    if span is None or span.first is None or span.last is None or span.first.number is None:
        return span
    last = span.last.day
    if last is None or not last.month or not last.day or span.first.clock or span.first.day or span.last.clock:
        return span
    return replace(span, first=replace(span.first, number=None, day=Day(last.year, last.month, span.first.number)))


def _bounds(r: Reading, p: Phrase) -> tuple[datetime | None, datetime | None]:
    """Since when and until when a recurrence runs."""
    since = until = None
    first = p.after.day if p.after is not None else None
    last = p.before.day if p.before is not None else None
    weekly = p.recurrence is not None and p.recurrence.frequency == "WEEKLY" and bool(p.recurrence.weekdays)
    begin = first or (p.span.first.day if p.span and p.span.first else None)
    since_then = p.after is not None and p.after_word == "vanaf" and last is None  # "vanaf maandag elke werkdag"
    if weekly and ((_plain_weekday(begin) and not since_then) or _plain_weekday(last)):
        return None, None  # "elk weekend van vrijdag tot zondag": no bound of the series
    if (
        p.span is not None
        and p.span.first
        and p.span.last
        and p.span.first.clock is None
        and p.span.first.number is None
    ):
        first, last = p.span.first.day, p.span.last.day
    elif p.moment.day is not None and first is None:
        first = p.moment.day
    if first is not None and last is not None and first.month and last.year and not first.year:
        first = replace(first, year=last.year)
    if first is not None and (day := settled(first, r.today)) and day.start and day.end:
        since = _midnight(r, day.end if p.after_word == "na" else day.start)
        if p.after is None and p.span is None and day.end - day.start > ONE_DAY:
            until = _midnight(r, day.end)
    if last is not None:
        base = since.date() if since is not None else r.today
        if (day := settled(last, base if last.start is None and not last.year else r.today)) and day.start and day.end:
            inclusive = p.before_inclusive or (p.span is not None and p.span.inclusive)
            until = _midnight(r, day.end if inclusive else day.until or day.start)
    return since, until if since is None or until is None or until > since else None


def _midnight(r: Reading, day: date) -> datetime:
    return datetime.combine(day, time(), r.now.tzinfo)


def _first(
    r: Reading, rec: Recurrence, times: tuple[time, ...], since: datetime | None, exclusions: list[Exclusion]
) -> date | None:
    """The first day from now on that a recurrence falls on; None where it leaves the day open ("twee keer per
    week")."""
    open_day = not (rec.weekdays or rec.monthdays or rec.frequency in ("DAILY", "HOURLY", "MINUTELY") or rec.months)
    if (open_day and rec.parity is None) or rec.times:
        return None
    base = max(r.today, since.date()) if since is not None else r.today
    for ahead in range(800):
        day = base + ahead * ONE_DAY
        if occurs(rec, day, base) and not any(but.leaves_out(day) for but in exclusions):
            if day == r.today and times and datetime.combine(day, max(times), r.now.tzinfo) <= r.now:
                continue
            return day
    return None
