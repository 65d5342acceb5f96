"""A series that goes on with other days: "elke maandag om 9 uur, woensdag om 10 uur en vrijdag om 11 uur"."""

from __future__ import annotations

from locales.nl.grammar import rows
from locales.nl.grammar.company import weekday_alone, without
from locales.nl.grammar.form import Phrase, Reading, Recurrence

_AND = (["en"], [","], [",", "en"])


def continue_series(r: Reading, phrases: list[Phrase]) -> None:
    """Weekdays with hours of their own, straight after a series of days or weeks, recur as it does; a series of every
    day leaves them out."""
    for series in [p for p in phrases if _of_weeks(p)]:
        rec = series.recurrence
        at = phrases.index(series)
        while rec is not None and (row := _next_days(r, phrases, at)):
            *before, last = row
            days = [int(p.moment.day.weekday or 0) for p in row if p.moment.day is not None]
            if rec.frequency == "DAILY" and last.moment.clock is None and last.span is None:
                break
            interval = rec.interval if rec.frequency == "WEEKLY" else 1
            last.recurrence = Recurrence("WEEKLY", interval, days, parity=rec.parity)
            last.begin, last.moment.day = row[0].begin, None
            without(series, days)
            for p in before:
                phrases.remove(p)
            at = phrases.index(last)


def _of_weeks(p: Phrase) -> bool:
    """Whether a phrase is a series of every day, or of weekdays that were named."""
    rec = p.recurrence
    if rec is None or rec.nth or rows.is_row(p):
        return False
    return (rec.frequency == "DAILY" and rec.interval == 1) or (rec.frequency == "WEEKLY" and bool(rec.weekdays))


def _next_days(r: Reading, phrases: list[Phrase], at: int) -> list[Phrase]:
    """The weekdays that follow the phrase at `at` with nothing but a comma or "en" between, as far as the first that
    has hours; none where there are no hours."""
    row: list[Phrase] = []
    for left, right in zip(phrases[at:], phrases[at + 1 :], strict=False):
        if [r.word(k) for k in range(left.end, right.begin)] not in _AND:
            break
        row.append(right)
        if weekday_alone(right):
            return row
        bare = right.moment.clock is None and right.span is None and right.before is None and right.after is None
        if not bare or not rows.bare_weekday(right.moment.day) or right.recurrence is not None:
            break
    return []
