"""Phrases in each other's company: lists, and what one plan says in several places."""

from __future__ import annotations

import itertools
from dataclasses import replace

from locales.nl.grammar import calendar, dates, daysoff, exclusions, phrases, ranges
from locales.nl.grammar.expression import Exclusion
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Moment, Phrase, Reading, Recurrence, Span
from locales.nl.grammar.periods import WEEK
from locales.nl.grammar.words import COUNTED, DATA, LISTS

AND_THEN = LISTS["and_then"]
NUMBERED = frozenset(DATA["numbered"]["nouns"])
_STREETS = tuple(DATA["numbered"]["streets"])
_NO_STREETS = frozenset(DATA["numbered"]["no_streets"])


def is_street(word: str) -> bool:
    """Whether a word is the name of a street, by how it ends; "weg" itself is none."""
    return word.endswith(_STREETS) and word not in _NO_STREETS and word not in _STREETS


def day_list(r: Reading, i: int) -> list[Phrase] | None:
    """ "5, 12 en 19 maart": a phrase for each of them."""
    if r.word(i) in WEEK:
        return _week_list(r, i)
    numbers, j = [i], i + 1
    while r.word(j) in (",", "en", "&", "of") and dates.number_at(r, j + 1, 1, 31) is not None and len(numbers) < 12:
        numbers.append(j + 1)
        j += 2
    last = numbers[-1]
    if len(numbers) > 1 and (feasts := _feast_list(r, numbers)):
        return feasts
    if len(numbers) < 2 or "month" not in r.at(last + 1).means:
        return None
    if r.word(i - 1) in ("tussen", "om", "van"):
        return None
    final = phrases.phrase(r, last)
    if final is None or final.moment.day is None or not final.moment.day.day:
        return None
    said = final.moment.day
    firsts = [
        Phrase(k, k + 1, Moment(day=Day(said.year, said.month, int(dates.number_at(r, k, 1, 31) or 1))))
        for k in numbers[:-1]
    ]
    return [*firsts, final]


def _feast_list(r: Reading, numbers: list[int]) -> list[Phrase] | None:
    """ "1e en 2e kerstdag": a phrase for each."""
    name = r.word(numbers[-1] + 1)
    found = []
    for k in numbers:
        feast = daysoff.by_name(f"{dates.number_at(r, k, 1, 2)}e {name}", r.today)
        if feast is None:
            return None
        found.append(Phrase(k, k + 1 + (k == numbers[-1]), Moment(day=feast)))
    return found


def _week_list(r: Reading, i: int) -> list[Phrase] | None:
    """ "week 7, 8 en 10": a phrase for each."""
    numbers, j = [i + 1], i + 2
    while r.word(j) in (",", "en", "&") and dates.number_at(r, j + 1, 1, 53) is not None and len(numbers) < 12:
        numbers.append(j + 1)
        j += 2
    weeks = [calendar.iso_week(dates.number_at(r, k, 1, 53) or 0, None, r.today) for k in numbers]
    if len(numbers) < 2 or any(w is None for w in weeks) or "unit" in r.at(j).means or r.word(j) in COUNTED:
        return None
    return [Phrase(i if k == i + 1 else k, k + 1, Moment(day=w)) for k, w in zip(numbers, weeks, strict=True)]


def gathered(phrases: list[Phrase]) -> list[Phrase] | None:
    """One phrase out of several where one names the day or the recurrence, one the hours, one the length; None
    where that is not so."""
    dated = [p for p in phrases if _names_day(p) and not _names_hours(p)]
    timed = [p for p in phrases if _names_hours(p) and not _names_day(p)]
    lasting = [p for p in phrases if p.length is not None and not p.whole and p.moment.empty() and p.recurrence is None]
    whole = [p for p in phrases if _names_day(p) and _names_hours(p)]
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


def _names_day(p: Phrase) -> bool:
    ends = (p.span.first, p.span.last) if p.span else ()
    return (
        p.recurrence is not None
        or p.moment.day is not None
        or p.moment.exact is not None
        or p.within is not None
        or bool(p.whole)
        or any(m is not None and m.day is not None for m in (*ends, p.before, p.after))
    )


def _names_hours(p: Phrase) -> bool:
    bounds = [m for m in (p.before, p.after) if m is not None]
    clocks = p.moment.clock is not None or p.moment.exact is not None or any(m.clock is not None for m in bounds)
    return (
        clocks
        or (p.span is not None and ranges.has_hours(p.span))
        or bool(p.moment.part and p.moment.day is None and p.recurrence is None)
    )


def _weekday_alone(p: Phrase) -> bool:
    """Whether a phrase names a weekday with a clock time, and no date."""
    day = p.moment.day
    bare = day is not None and day.weekday is not None and day.day is None and day.start is None
    return bare and (p.moment.clock is not None or bool(p.moment.part)) and p.span is None and p.recurrence is None


def _nth_too(r: Reading, series: Recurrence, p: Phrase) -> None:
    """ "elke 3e dinsdag en 3e donderdag": the second recurs as the first does."""
    which, day = r.at(p.begin).means.get("ordinal"), r.at(p.begin + 1).means.get("weekday")
    if p.recurrence is None and which is not None and day is not None and which <= 5 and p.span is None:
        p.recurrence = Recurrence("MONTHLY", series.interval, [int(day)], [int(which)])
        p.moment.day = None


def _without(p: Phrase, days: list[int]) -> None:
    """A series that falls on every day leaves these weekdays to another."""
    if p.recurrence is not None and p.recurrence.frequency == "DAILY" and p.after is None and p.before is None:
        p.exclusions.append(Exclusion("weekdays", tuple(exclusions.CODES[d] for d in days)))


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
        if _names_hours(days) or not _names_day(days) or r.word(days.begin - 1) not in (",", "maar", "alleen", "met"):
            continue
        if (said := exclusions.left_out(r, days.begin)) is not None:
            series.exclusions.append(said)
            series.also.append((days.begin, days.end + 1))
            phrases.remove(days)


def lists(r: Reading, phrases: list[Phrase]) -> None:
    """ "dinsdag en donderdag om 10 uur": what one phrase of a list leaves out, its neighbour says."""
    for left, right in reversed(list(itertools.pairwise(phrases))):
        gap = [r.word(n) for n in range(left.end, right.begin)]
        apart = gap in (["en"], [","], [",", "en"])
        if apart and left.recurrence is not None and left.recurrence.nth:
            _nth_too(r, left.recurrence, right)
        elif apart and (series := left.recurrence) and right.moment.day and right.moment.day.grain == "weekend":
            if right.moment.clock is not None and right.recurrence is None:
                right.recurrence, right.moment.day = Recurrence("WEEKLY", weekdays=[5, 6]), None
                _without(left, [5, 6])  # "elke dag om 8 uur, in het weekend om 9 uur"
        elif apart and (series := left.recurrence) and series.frequency == "DAILY" and _weekday_alone(right):
            named = right.moment.day.weekday if right.moment.day else None
            if named is not None and series.interval == 1 and right.moment.clock is not None:
                right.recurrence, right.moment.day = Recurrence("WEEKLY", weekdays=[named]), None
                _without(left, [named])  # "elke dag om 10 uur, zondag om 11 uur"
        elif apart and (series := left.recurrence) and _weekday_alone(right):
            named = right.moment.day.weekday if right.moment.day else None
            if series.frequency == "WEEKLY" and series.weekdays and named is not None:
                right.recurrence = Recurrence("WEEKLY", series.interval, [named], parity=series.parity)
                right.moment.day = None  # "elke dinsdag om 10 uur en vrijdag om 11 uur"
        further = set(gap) <= {"en", ",", "of"} and bool(gap) and right.span is not None
        if (series := left.recurrence) and right.recurrence is None and further and _hours_alone(right):
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
                if right.span and ranges.has_hours(right.span) and not (right.span.first and right.span.first.day)
                else None,
            )
            if left.span is None and right.span is not None:
                a.clock = None
        elif _hours_alone(left) and _hours_alone(right) and a.clock and b.clock and _twelve_on(a.clock, b.clock):
            a.clock = Clock(a.clock.hour, a.clock.minute, True)  # "om 8 en 20 uur": the first is in the morning
        elif _hours_alone(right) and (day := a.day or (left.span.first.day if left.span and left.span.first else None)):
            b.day = day if day.start else Day(day.year, day.month, day.day, day.weekday)


def _bounded_hours(p: Phrase) -> bool:
    """Whether a phrase has a bound that is an hour of its own day: "zaterdagavond vanaf acht uur"."""
    bounds = [m for m in (p.after, p.before) if m is not None]
    return bool(bounds) and all(m.clock is not None and m.day is None for m in bounds) and p.recurrence is None


def _bare_hours(r: Reading, p: Phrase) -> bool:
    """ "zaterdag om 10 uur de tuin, 3 uur": a bare number of hours with nothing after it is how long."""
    bare = "number" in r.at(p.begin).means and r.word(p.begin + 1) == "uur" and p.end == p.begin + 2
    return bare and r.at(p.end).kind in ("end", "stop", "mark") and r.word(p.begin - 1) == ","


def same_day(r: Reading, phrases: list[Phrase]) -> None:
    """ "zaterdag 10:00 boodschappen, 13:00 koffie en 17:30 koken": further hours are of the day that was named."""
    for left, right in itertools.pairwise(phrases):
        day = left.moment.day or (left.span.first.day if left.span and left.span.first else None)
        if day is None or not _names_hours(left) or not _hours_alone(right) or left.recurrence or right.recurrence:
            continue
        gap = [r.at(n) for n in range(left.end, right.begin)]
        if any(t.kind == "stop" or t.word == "." for t in gap) or not any(t.word in AND_THEN for t in gap):
            continue
        if _bare_hours(r, right):
            continue
        if left.before is None and left.after is None and right.moment.clock != left.moment.clock:
            right.moment.day = replace(day)


def months_of_series(r: Reading, phrases: list[Phrase]) -> None:
    """ "in juli en augustus elke dag", "elke dag in juli en augustus": months in a row bound one series."""
    for left, right in reversed(list(itertools.pairwise(phrases))):
        first, last = _month_of(left), _month_of(right)
        joined = [r.word(n) for n in range(left.end, right.begin)] == ["en"]
        if not joined or first is None or last is None or last.month != (first.month or 0) % 12 + 1:
            continue
        if left.recurrence is None and right.recurrence is not None and left.moment.clock is None:
            series, alone = right, left
            series.begin = left.begin
        elif left.recurrence is not None and right.recurrence is None:
            series, alone = left, right
            series.end = right.end
            series.moment.clock = series.moment.clock or right.moment.clock
        else:
            continue
        series.moment.day = None
        series.after, series.before, series.before_inclusive = Moment(day=first), Moment(day=last), True
        phrases.remove(alone)


def _month_of(p: Phrase) -> Day | None:
    """The month that a phrase names whole, by itself or as the bounds of its series."""
    both = p.after is not None and p.before is not None and p.after.day is p.before.day
    day = p.after.day if p.after is not None and both else p.moment.day
    plain = p.span is None and (both or (p.after is None and p.before is None))
    return day if day is not None and plain and day.month and day.day is None and day.start is None else None


def said_before(r: Reading, phrases: list[Phrase]) -> None:
    """ "zaterdag lukt niet, zondag kan ik na twaalven": hours are of the last day that their sentence named."""
    for left, right in itertools.pairwise(phrases):
        day = calendar.settled(left.moment.day, r.today) if left.moment.day is not None else None
        plain = left.span is None and not left.before and not left.after and not left.within and not left.recurrence
        if day is None or day.start is None or day.start < r.today or day.grain != "day" or not plain:
            continue
        gap = [r.at(n) for n in range(left.end, right.begin)]
        if not gap or any(t.kind == "stop" or t.word == "." for t in gap) or right.recurrence or right.moment.day:
            continue
        bound = right.before or right.after
        if bound is not None and not (right.before and right.after) and bound.clock is not None and bound.day is None:
            bound.day = day
            bound.part = bound.part or left.moment.part
            right.borrowed = True
        elif left.moment.clock is None and (_hours_alone(right) or _part_alone(right)):
            right.moment.day = day
            right.moment.part = right.moment.part or left.moment.part
            right.borrowed = True


def _part_alone(p: Phrase) -> bool:
    """ "'s middags", and nothing else."""
    m = p.moment
    open_ended = p.span is None and not p.before and not p.after and not p.within and p.length is None
    return bool(m.part) and m.day is None and m.exact is None and m.clock is None and open_ended


def hours_of_a_line(r: Reading, phrases: list[Phrase]) -> None:
    """ "maandag: Anna 10-12, Piet 14-16": figures with a dash on a line that names its day are hours of that day."""
    day: Day | None = None
    series: Recurrence | None = None
    found: list[Phrase] = []
    starts = {p.begin: p for p in phrases}
    inside = {k for p in phrases for k in range(p.begin, p.end)}
    for k, token in enumerate(r.tokens):
        if token.kind == "stop":
            day = series = None
        p, pair = starts.get(k), None
        if token.kind == "pair" and token.value[1] == "-" and token.value[0] < token.value[2] <= 24:
            pair = token.value
        if p is None and pair and (day is not None or series is not None) and k not in inside and _may_be_hours(r, k):
            p = Phrase(k, k + 1)
        elif p is not None and (p.end > k + 1 or day is None):
            day, pair, series = p.moment.day or day, None, p.recurrence
        if p is not None and pair:
            if series is not None:
                p.recurrence = replace(series, clocks=[])
            p.moment.day, p.span = (
                (day and replace(day)) if series is None else None,
                Span(Moment(number=pair[0]), Moment(number=pair[2]), True, "-"),
            )
        elif p is not None:
            day = p.moment.day or day
        if p is not None:
            found.append(p)
    phrases[:] = found


def _may_be_hours(r: Reading, k: int) -> bool:
    """Whether figures with a dash are no name ("Dorpsstraat 12-14") and count nothing ("10-12 mensen")."""
    before = r.word(k - 1)
    return before not in NUMBERED and not is_street(before) and r.word(k + 1) not in COUNTED


def _hours_alone(p: Phrase) -> bool:
    """Whether a phrase names hours and leaves the day to its neighbour."""
    if p.moment.day is not None or p.moment.exact is not None or p.before or p.after or p.within:
        return False
    if p.span is None:
        return p.moment.clock is not None
    return ranges.has_hours(p.span) and all(end is not None and end.day is None for end in (p.span.first, p.span.last))
