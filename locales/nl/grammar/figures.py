"""Inside a phrase: figures joined by a dash, which are hours or days of a month."""

from __future__ import annotations

from locales.nl.grammar import calendar, dates
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Phrase, Reading, Span
from locales.nl.grammar.moments import moment
from locales.nl.grammar.rows import daily
from locales.nl.grammar.words import COUNTED
from locales.nl.grammar.written import exists


def pairs(r: Reading, k: int, p: Phrase) -> int | None:
    """Figures joined by a dash that are hours or days of a month: "9-12 uur", "19-20 november", "maandag 3-8"."""
    j = k + 1 if r.word(k) in ("op", "om", "de") and r.at(k + 1).kind == "pair" else k
    token = r.at(j)
    slashed = token.kind == "pair" and token.value[1] == "/" and token.value[2] == token.value[0] + 1
    if token.kind != "pair" or (token.value[1] != "-" and not (slashed and "month" in r.at(j + 1).means)):
        return None
    first, _, last = token.value
    if p.span is not None and not (
        first <= 24 and last <= 24 and daily(p, Span(Moment(number=first), Moment(number=last)))
    ):
        return None
    after = r.at(j + 1)
    if "month" in after.means and first <= 31:
        found = dates.dated(r, j, last) if last <= 31 else None
        if found is None:
            return None
        p.span = Span(Moment(number=first), Moment(day=found[0]), True, "-")
        return found[1]
    day = p.moment.day
    if day is not None and day.month and not day.day:
        p.span = Span(Moment(number=first), Moment(number=last), True, "-")
        return j + 1
    if first > 24 or last > 24 or after.word in COUNTED or after.means.get("unit") not in (None, "hour"):
        return None
    hours = after.word in ("uur", "u", "h")
    by_part = (
        after.word in ("'s", "s")
        or "part" in after.means
        or "inpart" in after.means
        or (after.word == "in" and "part" in r.at(j + 3).means)
    )
    if by_part and p.moment.empty() and (following := moment(r, j + 1)) is not None and following[0].clock is not None:
        return None  # "9-4 's middags om 1 uur": a date
    if (
        hours
        or by_part
        or day is not None
        or p.recurrence is not None
        or p.moment.part
        or r.word(k) == "om"
        or _hours_of_day(r, j)
    ):
        p.span = Span(Moment(number=first), Moment(number=last), True, "-")
        return j + 1 + hours
    return None


def _hours_of_day(r: Reading, j: int) -> bool:
    """ "9-12 vrijdag", "2-4 morgen": hours, since the day after them is not that of the date in figures."""
    first, _, last = r.at(j).value
    if first >= last or r.word(j - 1) in ("op", "de"):
        return False
    following = moment(r, j + 1)
    named = following[0].day if following is not None and following[0].clock is None else None
    day = calendar.settled(named, r.today) if named is not None else None
    if day is None or day.start is None:
        return False
    said = calendar.settled(Day(month=last, day=first), r.today) if exists(last, first) else None
    if named is None or said is None or said.start is None:
        return True
    bare = named.weekday is not None and named.day is None and named.start is None
    near = said.start - r.today < 60 * ONE_DAY
    return not (near and said.start.weekday() == named.weekday) if bare else said.start != day.start
