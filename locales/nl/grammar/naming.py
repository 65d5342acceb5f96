"""What a phrase names: a day, hours, or hours alone."""

from __future__ import annotations

from locales.nl.grammar import rows
from locales.nl.grammar.form import Phrase


def names_day(p: Phrase) -> bool:
    ends = (p.span.first, p.span.last) if p.span else ()
    return (
        p.recurrence is not None
        or p.moment.day is not None
        or p.moment.exact is not None
        or p.within is not None
        or bool(p.whole)
        or any(m is not None and m.day is not None for m in (*ends, p.before, p.after))
    )


def names_hours(p: Phrase) -> bool:
    bounds = [m for m in (p.before, p.after) if m is not None]
    clocks = p.moment.clock is not None or p.moment.exact is not None or any(m.clock is not None for m in bounds)
    return (
        clocks
        or (p.span is not None and rows.has_hours(p.span))
        or bool(p.moment.part and p.moment.day is None and p.recurrence is None)
    )


def hours_alone(p: Phrase) -> bool:
    """Whether a phrase names hours and leaves the day to its neighbour."""
    if p.moment.day is not None or p.moment.exact is not None or p.before or p.after or p.within:
        return False
    if p.span is None:
        return p.moment.clock is not None
    return rows.has_hours(p.span) and all(end is not None and end.day is None for end in (p.span.first, p.span.last))
