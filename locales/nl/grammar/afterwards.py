"""Days counted from the phrase before them: "zaterdag kan ik niet, de dag erna wel", "een week later weer"."""

from __future__ import annotations

from dataclasses import replace

from locales.nl.grammar import calendar, days, phrases
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Length, Moment, Phrase, Reading
from locales.nl.grammar.lengths import length
from locales.nl.grammar.words import LISTS

AFTER = LISTS["afterwards"]
BEFORE = LISTS["beforehand"]
ONES = ("dag", "week", "weekend")


def afterwards(r: Reading, i: int, before: list[Phrase]) -> Phrase | None:
    """The phrase at `i` where it names a day by the one that the phrase before it names; else None."""
    counted = _counted(r, i)
    if counted is None or not before:
        return None
    if isinstance(counted[0], Length) and not counted[0].whole_days:
        return _hours_on(i, before[-1], counted)
    former = _day_of(r, before[-1])
    if former is None or former.start is None or former.end is None:
        return None
    what, back, end = counted
    found = _beside(former, what, back)
    return phrases.extended(r, Phrase(i, end, Moment(day=found))) if found is not None else None


def _hours_on(i: int, former: Phrase, counted: tuple[int | str | Length, bool, int]) -> Phrase | None:
    """ "morgen om 10 uur, de taxi een half uur eerder": on the clock of the phrase before it."""
    what, back, end = counted
    clock, day = former.moment.clock, former.moment.day
    if not isinstance(what, Length) or clock is None or day is None or former.recurrence or former.span:
        return None
    minutes = clock.hour * 60 + clock.minute + (-1 if back else 1) * int(what.delta.total_seconds() // 60)
    if not 60 <= minutes < 24 * 60:
        return None
    again = Clock(minutes // 60, minutes % 60, clock.sure, clock.figures)
    return Phrase(i, end, Moment(day=replace(day), clock=again, part=former.moment.part))


def _counted(r: Reading, i: int) -> tuple[int | str | Length, bool, int] | None:
    """A weekday (0-6), "dag", "week", "weekend" or a length, whether it lies before, and where it ends."""
    j = i + 1 if r.word(i) in ("de", "het") else i
    means, side = r.at(j).means, r.word(j + 1)
    if side in AFTER or side in BEFORE:
        if "weekday" in means and "inpart" not in means and "short" not in means and side not in BEFORE:
            return int(means["weekday"]), False, j + 2
        if r.word(j) in ONES and j > i and side != "later":
            return r.word(j), side in BEFORE, j + 2
    if j > i:
        return None
    span = length(r, i)
    if span is None or span[0].workdays:
        return None
    side = r.word(span[1])
    known = side in AFTER or side in BEFORE
    return (span[0], side in BEFORE, span[1] + 1) if known and not r.word(span[1] + 1).startswith("dan") else None


def _day_of(r: Reading, p: Phrase) -> Day | None:
    if p.recurrence is not None:
        return None
    last = p.span.last if p.span is not None else None
    if last is not None and last.day is not None:
        first = p.span.first.day if p.span is not None and p.span.first is not None else None
        begin = calendar.settled(first, r.today) if first is not None else None
        named = last.day.weekday is not None and last.day.day is None and last.day.start is None
        if named and begin is not None and begin.start is not None:  # "dinsdag t/m donderdag": the one after it
            return calendar.single(begin.start + ((last.day.weekday or 0) - begin.start.weekday()) % 7 * ONE_DAY)
        return calendar.settled(last.day, r.today)
    return calendar.settled(p.moment.day, r.today) if p.moment.day is not None else None


def _beside(former: Day, what: int | str | Length, back: bool) -> Day | None:
    assert former.start is not None
    assert former.end is not None
    last = former.end - ONE_DAY
    if isinstance(what, int):
        return calendar.single(last + ((what - last.weekday() - 1) % 7 + 1) * ONE_DAY)
    if isinstance(what, Length):
        moved = Length(-what.months, -what.delta, what.grain) if back else what
        start = days.plus(former.start, moved)
        return Day(start=start, end=start + (former.end - former.start), grain=former.grain)
    if what == "weekend":
        return calendar.weekend(former.start, -1 if back else 1)
    if what == "week":
        return calendar.week(former.start if back else last, -1 if back else 1)
    return calendar.single(former.start - ONE_DAY if back else last + ONE_DAY)
