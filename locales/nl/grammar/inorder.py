"""Weekdays of one list follow each other: "ma, di en do" said on a Tuesday is next Monday, and the days after it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from locales.nl.grammar.expression import TimeExpression

_JOINED = re.compile(r"\s*(?:,|&|\+|-|/|en|,\s*en)?\s*")


def in_order(answers: list[TimeExpression], text: str) -> list[TimeExpression]:
    """The same expressions, where a later weekday of a list that came out before an earlier one is a week on."""
    ordered: list[TimeExpression] = []
    for answer in answers:
        before = ordered[-1] if ordered else None
        ordered.append(_after(before, answer) if before is not None and _listed(before, answer, text) else answer)
    return ordered


def _listed(before: TimeExpression, answer: TimeExpression, text: str) -> bool:
    """Whether both are bare weekdays, side by side, the second later in the week than the first."""
    gap = text[before.span[1] : answer.span[0]]
    days = all(one.kind == "date" and one.grain == "day" and one.start for one in (before, answer))
    if not days or before.start is None or answer.start is None or not _JOINED.fullmatch(gap):
        return False
    bare = all(text[slice(*one.span)].isalpha() for one in (before, answer))
    return bare and before.start.weekday() < answer.start.weekday()


def _after(before: TimeExpression, answer: TimeExpression) -> TimeExpression:
    """The day in the week of the one before it, where that one leaves no doubt."""
    if before.alternatives or before.start is None or answer.start is None or answer.end is None:
        return answer
    start = before.start + timedelta(days=answer.start.weekday() - before.start.weekday())
    return replace(answer, start=start, end=start + (answer.end - answer.start), alternatives=(), reason="")
