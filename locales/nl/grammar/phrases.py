"""Phrases: moments, spans, bounds, lengths and recurrences that stand together and mean one thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from locales.nl.grammar import exclusions, figures, limits, moments, ranges, repeats, rows
from locales.nl.grammar.form import Phrase, Reading, Recurrence
from locales.nl.grammar.named import JOIN
from locales.nl.grammar.words import DATA, LISTS

FILLERS = LISTS["fillers"]
EACH_TIME = LISTS["each_time"]


@cache
def _rules() -> tuple[Callable[[Reading, int, Phrase], int | None], ...]:
    """What may stand next in a phrase, in the order in which it is tried."""
    return (
        repeats.repeat,
        exclusions.exclusion,
        ranges.opened,
        limits.bounded,
        figures.pairs,
        limits.within,
        ranges.plain,
        limits.whole_or_length,
    )


SET_FOR = frozenset(DATA["for"]["nouns"])


def phrase(r: Reading, i: int) -> Phrase | None:
    """The longest phrase of time that begins at token `i`."""
    if r.word(i) in exclusions.FIRST:
        return _leaving_out(r, i)
    return extended(r, Phrase(i, i))


def _leaving_out(r: Reading, i: int) -> Phrase | None:
    """ "behalve in het weekend elke dag": what is left out stands before the series."""
    without = Phrase(i, i, recurrence=Recurrence("DAILY"))
    end = exclusions.exclusion(r, i, without)
    if end is None:
        return None
    end += r.word(end) == ","
    series = extended(r, Phrase(end, end))
    if series is None or series.recurrence is None:
        return None
    series.begin = i
    series.exclusions[:0] = without.exclusions
    return series


def extended(r: Reading, p: Phrase) -> Phrase | None:
    """A phrase with everything that stands against its end and belongs to it; None where it says nothing."""
    i = p.begin
    j = p.end
    for _ in range(12):
        end = _extend(r, j, p)
        if end is None or end <= j:
            break
        j = end
    p.end = j
    if j == i or p.bare_number():
        return None
    return p


def _extend(r: Reading, j: int, p: Phrase) -> int | None:
    k = j + 1 if j > p.begin and r.word(j) == "," and r.at(j).kind == "mark" else j
    if r.word(k) == "." and j > p.begin and (r.at(k - 1).means.get("short") or "month" in r.at(k - 1).means):
        k += 1
    if r.at(k).kind in ("end", "stop", "junk") or (k > j and _hours_of_their_own(r, k, p)):
        return None
    if (
        (r.word(k) in FILLERS or r.word(k) in EACH_TIME)
        and p.moment.day is not None
        and p.moment.clock is None
        and p.span is None
    ):
        end = limits.bounded(r, k + 1, p) or ranges.plain(r, k + 1, p)
        return end if end is not None and _timed(p) else None
    if r.word(k) in EACH_TIME and p.span is not None and p.recurrence is None:
        return ranges.opened(r, k + 1, p)
    if p.recurrence is not None and moments.refused(r, k):
        return exclusions.refused(r, k, p)
    for rule in _rules():
        end = rule(r, k, p)
        if end is not None:
            return end
    return None


def _hours_of_their_own(r: Reading, k: int, p: Phrase) -> bool:
    """Whether other days with other hours follow: "elke dag van 9 tot 12, zondag van 10 tot 12"."""
    if p.recurrence is None or not (p.moment.clock is not None or (p.span is not None and rows.has_hours(p.span))):
        return False
    while r.word(k) in ("in", "op", "het"):
        k += 1
    while "weekday" in r.at(k).means and r.word(k + 1) in JOIN and "weekday" in r.at(k + 2).means:
        k += 2  # "..., za en zo om 9 uur"
    after = r.at(k + 1)
    named = "weekday" in r.at(k).means or r.at(k).means.get("unit") == "weekend"
    return named and (after.word in ("van", "tussen", "om", "vanaf") or after.kind in ("pair", "clock"))


def _timed(p: Phrase) -> bool:
    bare_part = bool(p.moment.part) and p.moment.day is not None
    return (
        bare_part
        or p.moment.clock is not None
        or any(m is not None and m.clock is not None for m in (p.before, p.after))
    )
