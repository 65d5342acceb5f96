"""Phrases in each other's company: lists, and what one plan says in several places."""

from __future__ import annotations

import itertools
from dataclasses import replace

from locales.nl.grammar import calendar, exclusions, rows
from locales.nl.grammar.expression import CODES, Exclusion
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Phrase, Reading, Recurrence
from locales.nl.grammar.naming import hours_alone, names_day, names_hours
from locales.nl.grammar.parts import PLURALS


def gathered(phrases: list[Phrase]) -> list[Phrase] | None:
    """One phrase out of several where one names the day or the recurrence, one the hours, one the length; None
    where that is not so."""
    dated = [p for p in phrases if names_day(p) and not names_hours(p)]
    timed = [p for p in phrases if names_hours(p) and not names_day(p)]
    lasting = [p for p in phrases if p.length is not None and not p.whole and p.moment.empty() and p.recurrence is None]
    whole = [p for p in phrases if names_day(p) and names_hours(p)]
    mains = dated or whole or timed
    if len(mains) != 1 or len(dated) + len(whole) > 1 or len(timed) > 1 or len(lasting) > 1:
        return None
    if len(dated) + len(timed) + len(lasting) + len(whole) != len(phrases) or (whole and timed):
        return None
    main = mains[0]
    if timed and main is not timed[0]:
        hours = timed[0]
        main.moment.clock, main.moment.about = hours.moment.clock, hours.moment.about
        main.moment.part = hours.moment.part or main.moment.part
        main.moment.nightly = hours.moment.nightly
        if main.span is None:
            main.span = hours.span
        main.before, main.before_inclusive = (
            main.before or hours.before,
            main.before_inclusive or hours.before_inclusive,
        )
        main.after = main.after or hours.after
        main.length = main.length or hours.length
    if lasting:
        main.length = lasting[0].length
    return [main]


def weekday_alone(p: Phrase) -> bool:
    """Whether a phrase names a weekday with a clock time or hours, and no date."""
    day = p.moment.day
    bare = day is not None and day.weekday is not None and day.day is None and day.start is None
    ends = (p.span.first, p.span.last) if p.span is not None else ()
    hours = p.span is not None and rows.has_hours(p.span) and all(m is None or m.day is None for m in ends)
    said = (p.moment.clock is not None or bool(p.moment.part)) if p.span is None else hours
    return bare and said and p.recurrence is None


def _nth_too(r: Reading, series: Recurrence, p: Phrase) -> None:
    """ "elke 3e dinsdag en 3e donderdag": the second recurs as the first does."""
    which, day = r.at(p.begin).means.get("ordinal"), r.at(p.begin + 1).means.get("weekday")
    if p.recurrence is None and which is not None and day is not None and which <= 5 and p.span is None:
        p.recurrence = Recurrence("MONTHLY", series.interval, [int(day)], [int(which)])
        p.moment.day = None


def _weekend_too(series: Phrase, p: Phrase) -> None:
    """ "elke dag om 8 uur, in het weekend om 9 uur"."""
    if (p.moment.clock is not None or p.span is not None) and p.recurrence is None:
        p.recurrence, p.moment.day = Recurrence("WEEKLY", weekdays=[5, 6]), None
        without(series, [5, 6])


def without(p: Phrase, days: list[int]) -> None:
    """A series that falls on every day leaves these weekdays to another."""
    if p.recurrence is not None and p.recurrence.frequency == "DAILY" and p.after is None and p.before is None:
        p.exclusions.append(Exclusion("weekdays", tuple(CODES[d] for d in days)))


def _twelve_on(first: Clock, last: Clock) -> bool:
    """Whether the first of two hours must be in the morning: "8 en 20 uur", "8 en 12 uur"."""
    known = last.sure or last.hour == 12
    return not first.sure and known and first.hour < 12 and first.hour + 12 >= last.hour > first.hour


def left_out(r: Reading, phrases: list[Phrase]) -> None:
    """ "elke zondag koffie, met Pasen niet": days that a series before them leaves out."""
    for series, days in reversed(list(itertools.pairwise(phrases))):
        closed = r.at(days.end + 1).kind in ("end", "stop", "mark") or r.word(days.end + 1) in ("en", "maar")
        if series.recurrence is None or days.recurrence is not None or r.word(days.end) != "niet" or not closed:
            continue
        if names_hours(days) or not names_day(days) or r.word(days.begin - 1) not in (",", "maar", "alleen", "met"):
            continue
        if (said := exclusions.left_out(r, days.begin)) is not None:
            series.exclusions.append(said)
            series.also.append((days.begin, days.end + 1))
            phrases.remove(days)


def days_of_their_own(r: Reading, phrases: list[Phrase]) -> None:
    """ "elke dag om 8 uur de pillen, zaterdag en zondag om 9 uur": days of a daily series that have another hour."""
    for series in [p for p in phrases if _every_day(p)]:
        row: list[Phrase] = []
        for p in phrases[phrases.index(series) + 1 :]:
            gap = [r.word(n) for n in range(row[-1].end, p.begin)] if row else [r.word(p.begin - 1)]
            if not _bare_weekday(p) or (row and row[-1].moment.clock) or gap not in (["en"], [","], ["maar"]):
                break
            row.append(p)
        last = row[-1] if row else series
        closed = r.at(last.end).kind in ("end", "stop") or r.word(last.end) in (".", ",")
        if not row or last.moment.clock is None or not closed or row[0].begin - series.end < 2:
            continue
        days = [p.moment.day.weekday for p in row if p.moment.day and p.moment.day.weekday is not None]
        last.begin, last.moment.day = row[0].begin, None
        last.recurrence = Recurrence("WEEKLY", weekdays=days)
        without(series, days)
        for p in row[:-1]:
            phrases.remove(p)


def _every_day(p: Phrase) -> bool:
    rec = p.recurrence
    return rec is not None and rec.frequency == "DAILY" and rec.interval == 1 and p.moment.clock is not None


def _bare_weekday(p: Phrase) -> bool:
    day = p.moment.day
    bare = day is not None and day.weekday is not None and day.day is None and day.start is None
    return bare and p.span is None and p.recurrence is None and not p.moment.part


def habit_with_exception(r: Reading, i: int, phrases: list[Phrase]) -> int | None:
    """ "dinsdag en donderdag om 10 uur, behalve de 24e": what leaves days out recurs, though no "elke" is said. Where
    the exception that begins at `i` ends; None where it is none."""
    row: list[Phrase] = []
    for p in reversed(phrases):
        gap = [r.word(n) for n in range(p.end, row[0].begin)] if row else ["en"]
        plain = (
            p.recurrence is None and not (p.before or p.after or p.within or p.length) and _weekday_of(p) is not None
        )
        if not plain or gap not in (["en"], [","], [",", "en"]) or (row and (p.moment.clock or p.span)):
            break
        row.insert(0, p)
    if not row:
        return None
    without = Phrase(i, i, recurrence=Recurrence("WEEKLY"))
    end = exclusions.elsewhere(r, i, without)
    if end is None or any(said.kind == "weekdays" for said in without.exclusions):
        return None
    last = row[-1]
    last.recurrence = Recurrence("WEEKLY", weekdays=[day for p in row if (day := _weekday_of(p)) is not None])
    last.begin, last.moment.day = row[0].begin, None
    if last.span is not None:
        last.span = replace(last.span, first=last.span.first and replace(last.span.first, day=None))
    last.exclusions += without.exclusions
    last.also.append((i, end))
    for p in row[:-1]:
        phrases.remove(p)
    return end


def _weekday_of(p: Phrase) -> int | None:
    """The weekday that a phrase names and nothing more exact."""
    day = p.moment.day
    bare = day is not None and day.day is None and day.start is None and day.month is None
    return day.weekday if day is not None and bare else None


def lists(r: Reading, phrases: list[Phrase]) -> None:
    """ "dinsdag en donderdag om 10 uur": what one phrase of a list leaves out, its neighbour says."""
    for left, right in reversed(list(itertools.pairwise(phrases))):
        gap = [r.word(n) for n in range(left.end, right.begin)]
        apart = gap in (["en"], [","], [",", "en"])
        if apart and left.recurrence is not None and left.recurrence.nth:
            _nth_too(r, left.recurrence, right)
        elif apart and left.recurrence and right.moment.day and right.moment.day.grain == "weekend":
            _weekend_too(left, right)
        further = set(gap) <= {"en", ",", "of"} and bool(gap) and right.span is not None
        if (series := left.recurrence) and right.recurrence is None and further and hours_alone(right):
            # "elke dag van 8 tot 9 en van 17 tot 18 uur"
            right.recurrence = replace(series, clocks=[])
            right.exclusions = left.exclusions
        if (
            left.recurrence
            or right.recurrence
            or not gap
            or any(w not in ("en", ",", "of", "&", "+", "/", "op") for w in gap)
        ):
            continue
        a, b = left.moment, right.moment
        if a.day and b.day and a.day.day and not a.day.month and b.day.month and b.day.day and a.day.start is None:
            a.day.month, a.day.year = b.day.month, b.day.year  # "zaterdag 8 en zondag 9 maart"
        elif r.at(left.begin + (r.word(left.begin) == "de")).word in PLURALS and b.day and not b.part and not b.clock:
            b.part = a.part  # "de nachten van vrijdag en zaterdag"
        elif a.day and a.day.start and b.day and b.day.weekday is not None and b.day.start is None and not b.day.day:
            ahead = (b.day.weekday - a.day.start.weekday() - 1) % 7 + 1
            b.day = calendar.single(a.day.start + ahead * ONE_DAY)  # "volgende week zaterdag en zondag"
        plain = (
            left.span is None
            and left.before is None
            and left.after is None
            and left.length is None
            and left.within is None
        )
        if a.day and b.day and plain and a.clock is None and right.span is None and _bounded_hours(right):
            left.after, left.after_word = right.after and replace(right.after), right.after_word
            left.before, left.before_word = right.before and replace(right.before), right.before_word
        if a.day and b.day and plain and a.clock is None and not a.part and (b.clock or right.span or b.part):
            a.clock, a.part, left.span = (
                b.clock,
                b.part,
                right.span
                if right.span and rows.has_hours(right.span) and not (right.span.first and right.span.first.day)
                else None,
            )
            if left.span is None and right.span is not None:
                a.clock = None
        elif gap in (["of"], ["en"]) and hours_alone(left) and a.clock and b.day and b.clock and _hour_first(r, right):
            a.day, a.part = replace(b.day), a.part or b.part  # "om 10 of 11 uur op vrijdag"
            a.clock = Clock(a.clock.hour, a.clock.minute, True) if _twelve_on(a.clock, b.clock) else a.clock
        elif hours_alone(left) and hours_alone(right) and a.clock and b.clock and _twelve_on(a.clock, b.clock):
            a.clock = Clock(a.clock.hour, a.clock.minute, True)  # "om 8 en 20 uur": the first is in the morning
        elif hours_alone(right) and (day := a.day or (left.span.first.day if left.span and left.span.first else None)):
            b.day = day if day.start else Day(day.year, day.month, day.day, day.weekday)


def _hour_first(r: Reading, p: Phrase) -> bool:
    """Whether a phrase names its hour before its day: "11 uur op vrijdag"."""
    first = r.at(p.begin + (r.word(p.begin) == "om"))
    hour = first.kind == "clock" or "number" in first.means or first.word in ("half", "kwart")
    return hour and p.span is None and "month" not in r.at(p.begin + 1).means


def _bounded_hours(p: Phrase) -> bool:
    """Whether a phrase has a bound that is an hour of its own day: "zaterdagavond vanaf acht uur"."""
    bounds = [m for m in (p.after, p.before) if m is not None]
    return bool(bounds) and all(m.clock is not None and m.day is None for m in bounds) and p.recurrence is None
