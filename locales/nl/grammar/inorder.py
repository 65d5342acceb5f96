"""Weekdays of one list follow each other: "ma, di en do om 9" said on a Tuesday is next Monday and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from locales.nl.grammar import rows
from locales.nl.grammar.expression import TimeExpression
from locales.nl.grammar.form import Phrase, Reading

_JOINED: tuple[list[str], ...] = ([], [","], ["&"], ["+"], ["-"], ["/"], ["en"], ["of"], [",", "en"], [",", "of"])


def in_order(r: Reading, found: list[tuple[Phrase, TimeExpression]]) -> list[TimeExpression]:
    """The expressions, where a later weekday of a list that came out before an earlier one is a week on."""
    ordered: list[TimeExpression] = []
    last: Phrase | None = None
    for p, answer in found:
        listed = last is not None and _listed(r, last, p)
        ordered.append(_after(ordered[-1], answer) if listed else answer)
        last = p
    return ordered


def _listed(r: Reading, first: Phrase, second: Phrase) -> bool:
    """Whether two weekdays stand side by side, with or without hours, of which the second says nothing nearer."""
    named = any("weekday" in r.at(k).means for k in range(first.begin, min(first.begin + 2, first.end)))
    gap = [r.word(k) for k in range(first.end, second.begin)]
    return named and (first.recurrence is None or rows.is_row(first)) and _bare(second) and gap in _JOINED


def _bare(p: Phrase) -> bool:
    plain = p.recurrence is None and p.before is None and p.after is None and p.within is None
    hours = p.span is None or all(end is None or end.day is None for end in (p.span.first, p.span.last))
    return rows.bare_weekday(p.moment.day) and plain and hours


def _after(before: TimeExpression, answer: TimeExpression) -> TimeExpression:
    """The day in the week of the one before it, where that one leaves no doubt about its day."""
    doubt = any(
        other.start and before.start and other.start.date() != before.start.date() for other in before.alternatives
    )
    last = before.until - timedelta(days=1) if before.rule is not None and before.until else before.start
    if doubt or last is None or answer.start is None:
        return answer
    days = answer.start.weekday() - last.weekday()
    if days <= 0:
        return answer
    moved = last.date() + timedelta(days=days) - answer.start.date()
    kept = tuple(
        replace(other, start=other.start + moved, end=other.end and other.end + moved)
        for other in answer.alternatives
        if other.start and other.start.date() == answer.start.date()
    )
    return replace(
        answer,
        start=answer.start + moved,
        end=answer.end and answer.end + moved,
        alternatives=kept,
        reason=kept[0].reason if kept else "",
    )
