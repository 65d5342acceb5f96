"""Spans of hours, resolved: "van 9 tot 12", through a night, and between hours of two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from locales.nl.grammar import calendar, hours, points, resolve
from locales.nl.grammar.calendar import settled
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import ONE_DAY, Clock, Moment, Phrase, Reading
from locales.nl.grammar.words import BOUNDS, PART_NAMES


def span_of_hours(
    r: Reading, p: Phrase, first: Moment, last: Moment, inclusive: bool, where: tuple[int, int]
) -> TimeExpression | None:
    zone = r.now.tzinfo
    if last.exact is not None or first.exact is not None:
        a, b = (points.point(r, end, where) for end in (first, last))
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
        and start_day.grain in resolve.BIG
        and start_day.end
        and start_day.start
        and start_day.end - start_day.start > ONE_DAY
    ):
        to_come = start_day.grain == "week" and start_day.start > r.today
        start_day, one_day = points.same_weekday(r, start_day) if to_come else None, True
    lean = part or ("" if first.part or last.part else r.lean)
    if not part and hours.by_the_day(first.clock, last.clock):
        lean = ""  # whoever is washed, from 8:00 until 22:00 is the whole day
    alternatives: tuple[TimeExpression, ...] = ()
    if one_day and (first.clock is not None or first.part) and (last.clock is not None or last.part):
        first_clock = first.clock or Clock(BOUNDS[first.part][0], 0, True)
        last_clock = last.clock or Clock(BOUNDS[last.part][1] if inclusive else BOUNDS[last.part][0], 0, True)
        if resolve.is_nightly(r) and not (lean and part) and _over_night(first, last):
            first.part, last.part, lean = "evening", "morning", ""  # "slapen van 10 tot 8"
        nightly = last.nightly or first.nightly or p.moment.nightly or not first.day
        lo, hi = hours.span(
            first_clock, last_clock, lean, first.part if first.clock else "", last.part if last.clock else "", nightly
        )
        small = part == "night" and first.day is not None and not nightly and not first_clock.sure
        if small and not first.part and not last.part and first_clock.hour < 7:
            lo, hi = lo + hours.DAY, hi + hours.DAY  # "vannacht tussen 2 en 3"
        elif lo >= hours.DAY:
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
                    _ambiguous(first_clock, last_clock, lean or first.part or last.part)
                    and lo < twelve
                    and not (first_clock.figures and lo >= hours.EARLY)
                    and hours.instant(base, lo + twelve, zone) >= r.now
                    and hi + twelve <= hours.WAKING[1] + 120
                ):
                    lo, hi = lo + twelve, hi + twelve
                else:
                    base += ONE_DAY
        elif (
            base == r.today
            and hours.instant(base, hi, zone) <= r.now
            and _ambiguous(first_clock, last_clock, lean or first.part or last.part)
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
        if (
            _ambiguous(first_clock, last_clock, lean or first.part or last.part)
            and hours.doubtful(first_clock)
            and hi <= hours.NOON
        ):
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
            shifts = [(other.start - start_day.start) for other in start_day.others if other.start and start_day.start]
            still = [s for s in shifts if start_day.reason != "which_week" or end + s > r.now]  # not what has been
            reason = start_day.reason if still else reason
            alternatives = (
                tuple(replace(found, start=start + s, end=end + s, reason=reason) for s in still) + alternatives
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
    if resolve.is_nightly(r) and last.clock is not None and not last.part and not last.clock.sure:
        last.part = "morning"  # "slapen van zaterdag 20 uur tot zondag 8 uur"
    final = _edge(r, last, last_day, True, inclusive)
    if final <= begin:
        if last.day is not None and not one_day:
            return None
        final += ONE_DAY
    return TimeExpression(where, "interval", begin, final, "minute", start_day is not None, True)


def _over_night(first: Moment, last: Moment) -> bool:
    """Whether two bare hours may be those of a night: from the evening until the morning."""
    if first.clock is None or last.clock is None or first.part or last.part or last.clock.sure:
        return False
    if first.clock.hour == 12 and last.clock.hour <= 4:
        return False  # "tussen twaalf en twee slaapt hij": after lunch
    return (first.clock.sure or first.clock.hour >= 7) and (first.clock.hour >= 19 or first.clock.hour < 13)


def _running(first: Clock, last: Clock) -> bool:
    return first.sure or last.sure


def _ambiguous(first: Clock, last: Clock, part: str) -> bool:
    return not part and not first.sure and not last.sure


def _edge(r: Reading, m: Moment, day: date, is_end: bool, inclusive: bool = False) -> datetime:
    """One end of a span on its day: its clock time, the edge of its part, or of the day."""
    zone = r.now.tzinfo
    if m.clock is not None:
        lean = m.part or hours.leaning(m.clock, r.lean)
        options = [hours.by_part(m.clock, lean, m.nightly)] if lean else hours.candidates(m.clock)
        moments = [hours.instant(day, minutes, zone) for minutes in options]
        return next((moment for moment in moments if moment >= r.now), moments[0]) if not is_end else moments[0]
    if m.part:
        return hours.instant(day, BOUNDS[m.part][1 if is_end and inclusive else 0] * 60, zone)
    return points.midnight(r, day + ONE_DAY if is_end and inclusive else day)
