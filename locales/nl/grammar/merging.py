"""Inside a phrase: a moment that says something new is added to it."""

from __future__ import annotations

from locales.nl.grammar.form import Moment, Phrase, Reading
from locales.nl.grammar.rows import has_hours


def merge(p: Phrase, m: Moment, k: int, r: Reading, j: int) -> int | None:
    """Add a moment's pieces to the phrase where they say something new; None where they repeat, so that a new
    phrase begins."""
    mine = p.moment
    again = m.day is not None and m.day.weekday is not None and not m.day.day and m.day.start is None
    if again and p.recurrence and p.recurrence.frequency == "MONTHLY" and p.recurrence.times == 1 and m.day:
        p.recurrence.weekdays, p.recurrence.nth, p.recurrence.times = [m.day.weekday or 0], [1], 0
        m.day = None  # "een keer per maand op zaterdag": the first, until somebody says which
        return j if m.empty() else merge(p, m, k, r, j)
    if again and p.recurrence is not None and (p.recurrence.weekdays or p.recurrence.frequency == "MONTHLY"):
        return None  # "elke dinsdag om 10 uur, vrijdag om 11 uur"
    if m.exact is not None and not mine.empty():
        return None
    if (
        (m.day and (mine.day or mine.exact))
        or (m.clock and (mine.clock or (p.span and has_hours(p.span))))
        or (m.part and mine.part and m.part != mine.part)
    ):
        return None
    if (
        p.span is not None
        and m.day is not None
        and (p.span.first and p.span.first.day and p.span.last and p.span.last.day)
    ):
        return None
    if p.within is not None and m.day is not None:
        return None
    if p.length is not None and m.day is not None and p.whole == "":
        return None
    mine.day = mine.day or m.day
    mine.clock = mine.clock or m.clock
    mine.exact = mine.exact or m.exact
    mine.part = m.part or mine.part
    mine.about = mine.about or m.about
    mine.nightly = mine.nightly or m.nightly
    mine.noon = m.noon
    if p.recurrence is not None and m.day is not None:
        if (
            m.day.weekday is not None
            and m.day.month is None
            and not p.recurrence.weekdays
            and m.day.start is None
            and m.day.day is None
            and p.recurrence.frequency in ("WEEKLY", "DAILY")
        ):
            p.recurrence.weekdays = [m.day.weekday]
            p.recurrence.by_weeks()
            mine.day = None
        elif r.word(k - 1) in ("in",) or m.day.grain in ("month", "season", "year") or (m.day.month and not m.day.day):
            p.after, p.after_word, p.before, p.before_inclusive = Moment(day=m.day), "vanaf", Moment(day=m.day), True
            mine.day = None
    return j
