"""Weekdays beside the day from which they hold recur: "vanaf 1 december op maandag en woensdag om 10 uur"."""

from __future__ import annotations

from dataclasses import replace

from locales.nl.grammar import rows
from locales.nl.grammar.form import Day, Moment, Phrase, Reading, Recurrence

_AND = ([","], ["en"], [",", "en"], ["&"], ["+"])
_STOPS = (".", "!", "?", ";", "\n")
_FAR = 8  # words between the bound and its days: "vanaf 1 dec wil ik dat er op maandag ..."


def from_then_on(r: Reading, phrases: list[Phrase]) -> None:
    """A row of weekdays with a bound before or after it becomes one series from that bound on."""
    for bound in [p for p in phrases if _begins_something(p)]:
        at, on = phrases.index(bound), "op" in [r.word(k) for k in range(bound.begin, bound.end)]
        first = bound.after.day if bound.after else None
        if on and bound.moment.empty() and first and first.start and first.grain == "day":
            bound.moment.day = Day(weekday=first.start.weekday())  # "vanaf volgende week op dinsdag"
        if rows.bare_weekday(bound.moment.day):
            before = _row(r, phrases[:at][::-1], bound)[::-1]
            row = [*before, bound, *([] if before else _row(r, phrases[at + 1 :], bound))]
            enough = len(row) > 1 or (on and (bound.moment.clock is not None or bound.span is not None))
        else:
            after = phrases[at + 1 : at + 2]
            row = [*after, *_row(r, phrases[at + 2 :], after[0])] if after and _near(r, bound, after[0]) else []
            enough = len(row) > 1
        if enough:
            _join(r, phrases, bound, row)


def _begins_something(p: Phrase) -> bool:
    """Whether a phrase says from which day on, and perhaps on which weekday, and no more."""
    if p.after is None or p.after.day is None or p.after_word in ("na", "sinds") or p.before is not None:
        return False
    hours = p.span is None or (p.moment.day is not None and rows.has_hours(p.span))
    return p.recurrence is None and not rows.bare_weekday(p.after.day) and hours


def _row(r: Reading, others: list[Phrase], first: Phrase) -> list[Phrase]:
    """The bare weekdays that join on to a phrase, nearest first, with hours on the last at most."""
    found: list[Phrase] = []
    for p in others:
        left, right = sorted((found[-1] if found else first, p), key=lambda one: one.begin)
        if [r.word(k) for k in range(left.end, right.begin)] not in _AND or not _is_bare(p):
            break
        found.append(p)
        if p.moment.clock is not None or p.span is not None:
            break
    return found


def _is_bare(p: Phrase) -> bool:
    hours = p.span is None or rows.has_hours(p.span)
    plain = p.recurrence is None and p.before is None and p.after is None and p.within is None
    return rows.bare_weekday(p.moment.day) and plain and hours


def _near(r: Reading, bound: Phrase, p: Phrase) -> bool:
    """Whether the first weekday stands in the same sentence as a bound that says no weekday and no hour."""
    between = [r.word(k) for k in range(bound.end, p.begin)]
    alone = bound.moment.empty() and bound.span is None and bound.after is not None and bound.after.clock is None
    return alone and _is_bare(p) and len(between) <= _FAR and not set(between) & set(_STOPS)


def _join(r: Reading, phrases: list[Phrase], bound: Phrase, row: list[Phrase]) -> None:
    series = next((p for p in row if p.moment.clock is not None or p.span is not None), row[-1])
    begin, end = min(p.begin for p in row), max(p.end for p in row)
    series.recurrence = Recurrence("WEEKLY", weekdays=[int(p.moment.day.weekday or 0) for p in row if p.moment.day])
    after = bound.after or Moment()
    series.moment = replace(series.moment, day=None, clock=series.moment.clock or after.clock)
    series.after, series.after_word = replace(after, clock=None), "vanaf"
    if bound not in row and r.word(bound.end) not in ("", *_STOPS) and bound.end < begin - 1:
        series.also.append((bound.begin, bound.end))
    elif bound not in row:
        begin = bound.begin
    series.begin, series.end = begin, end
    for p in row if bound in row else [bound, *row]:
        if p is not series:
            phrases.remove(p)
