"""Hours on the day that their sentence or line named before them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

from locales.nl.grammar import calendar
from locales.nl.grammar.form import Day, Length, Moment, Phrase, Reading, Recurrence, Span
from locales.nl.grammar.naming import hours_alone, names_hours
from locales.nl.grammar.tokens import Token
from locales.nl.grammar.words import COUNTED, DATA, LISTS

AND_THEN = LISTS["and_then"]
HOUR_LEADS = LISTS["hour_leads"]
STAYING = LISTS["staying"]
PREFERRED = LISTS["preferred"]
SMALL = LISTS["beside_preferred"]
STAFF = LISTS["staff"]


NUMBERED = frozenset(DATA["numbered"]["nouns"])
_STREETS = tuple(DATA["numbered"]["streets"])
_NO_STREETS = frozenset(DATA["numbered"]["no_streets"])


def is_street(word: str) -> bool:
    """Whether a word is the name of a street, by how it ends; "weg" itself is none."""
    return word.endswith(_STREETS) and word not in _NO_STREETS and word not in _STREETS


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
        if not gap or (_ended(gap) and not _preferred(gap)) or right.recurrence or right.moment.day:
            continue
        bound = right.before or right.after
        if bound is not None and not (right.before and right.after) and bound.clock is not None and bound.day is None:
            bound.day = day
            bound.part = bound.part or left.moment.part
            right.borrowed = True
        elif (left.moment.clock is None or left.borrowed) and (hours_alone(right) or _part_alone(right)):
            right.moment.day = day
            right.moment.part = right.moment.part or left.moment.part
            right.borrowed = True


def or_so_long(r: Reading, phrases: list[Phrase]) -> None:
    """ "zaterdag de tuin doen, een uur of twee": after other words, and with nothing that says when, it is how long."""
    for left, right in itertools.pairwise(phrases):
        hour = right.moment.clock
        said = r.words(right.begin, "een", "uur", "of") and right.end == right.begin + 4
        if hour is None or not said or hour.minute or right.moment.day or left.end >= right.begin - 1:
            continue
        before = r.word(right.begin - 1)
        closed = r.at(right.end).kind in ("end", "stop", "mark")
        if left.moment.clock is not None or (before == "," and closed):
            right.moment = Moment()
            right.length = Length(delta=timedelta(hours=hour.hour))


def _ended(gap: list[Token]) -> bool:
    return any(t.kind == "stop" or t.word == "." for t in gap)


def _preferred(gap: list[Token]) -> bool:
    """ "heb je zaterdag tijd? liefst tussen elf en een": which hours of that day."""
    last = max(n for n, t in enumerate(gap) if t.kind == "stop" or t.word == ".")
    words = [t.word for t in gap[last + 1 :]]
    return bool(PREFERRED & set(words)) and set(words) <= PREFERRED | SMALL


def staying(r: Reading, phrases: list[Phrase]) -> None:
    """ "om de week op woensdag komt de poetsvrouw drie uur": a bare number of hours after a verb of staying."""
    for left, right in itertools.pairwise(phrases):
        hour = right.moment.clock
        bare = r.word(right.begin + 1) in ("uur", "uurtje") and right.end == right.begin + 2 and hour is not None
        if hour is None or not bare or hour.sure or hour.hour > 6 or left.moment.clock or right.moment.day:
            continue
        gap = {r.word(k) for k in range(left.end, right.begin)} | {r.word(left.begin - 1)}
        if any(r.at(k).kind == "stop" for k in range(left.end, right.begin)) or r.word(right.begin - 1) in HOUR_LEADS:
            continue
        if gap & STAYING or (gap & STAFF and gap & {"komt", "komen"}):
            right.moment = Moment()
            right.length = Length(delta=timedelta(hours=hour.hour))


def _part_alone(p: Phrase) -> bool:
    """ "'s middags", and nothing else."""
    m = p.moment
    open_ended = p.span is None and not p.before and not p.after and not p.within and p.length is None
    return bool(m.part) and m.day is None and m.exact is None and m.clock is None and open_ended


def _bare_hours(r: Reading, p: Phrase) -> bool:
    """ "zaterdag om 10 uur de tuin, 3 uur": a bare number of hours with nothing after it is how long."""
    bare = "number" in r.at(p.begin).means and r.word(p.begin + 1) == "uur" and p.end == p.begin + 2
    return bare and r.at(p.end).kind in ("end", "stop", "mark") and r.word(p.begin - 1) == ","


def same_day(r: Reading, phrases: list[Phrase]) -> None:
    """ "zaterdag 10:00 boodschappen, 13:00 koffie en 17:30 koken": further hours are of the day that was named."""
    for left, right in itertools.pairwise(phrases):
        day = left.moment.day or (left.span.first.day if left.span and left.span.first else None)
        if day is None or not names_hours(left) or not hours_alone(right) or left.recurrence or right.recurrence:
            continue
        gap = [r.at(n) for n in range(left.end, right.begin)]
        if any(t.kind == "stop" or t.word == "." for t in gap) or not any(t.word in AND_THEN for t in gap):
            continue
        if _bare_hours(r, right):
            continue
        if left.before is None and left.after is None and right.moment.clock != left.moment.clock:
            right.moment.day = replace(day)


def hours_of_a_line(r: Reading, phrases: list[Phrase]) -> None:
    """ "maandag: Anna 10-12, Piet 14-16": figures with a dash on a line that names its day are hours of that day."""
    day: Day | None = None
    series: Recurrence | None = None
    found: list[Phrase] = []
    starts = {p.begin: p for p in phrases}
    inside = {k for p in phrases for begin, end in ((p.begin, p.end), *p.also) for k in range(begin, end)}
    for k, token in enumerate(r.tokens):
        if token.kind == "stop":
            day = series = None
        p, pair = starts.get(k), None
        if token.kind == "pair" and token.value[1] == "-" and token.value[0] < token.value[2] <= 24:
            pair = token.value
        if p is None and pair and (day is not None or series is not None) and k not in inside and _may_be_hours(r, k):
            p = Phrase(k, k + 1)
        elif p is not None and (p.end > k + 1 or (day is None and (series is None or series.clocks))):
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
    _hours_of_series(phrases)


def _hours_of_series(phrases: list[Phrase]) -> None:
    """ "elke zaterdag schoonmaken, 10-12": the only hours that stand by themselves are those of the one series."""
    series = [p for p in phrases if p.recurrence is not None]
    if len(series) != 2 or series[0].span is not None or series[1].span is None or series[1].end > series[1].begin + 1:
        return
    first, hours = series
    if first.recurrence == hours.recurrence and first.moment.clock is None and not first.moment.part:
        first.span = hours.span
        first.also.append((hours.begin, hours.end))
        phrases.remove(hours)


def _may_be_hours(r: Reading, k: int) -> bool:
    """Whether figures with a dash are no name ("Dorpsstraat 12-14") and count nothing ("10-12 mensen")."""
    before = r.word(k - 1)
    return before not in NUMBERED and not is_street(before) and r.word(k + 1) not in COUNTED
