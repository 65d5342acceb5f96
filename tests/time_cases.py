"""How the tests of Dutch time read: a text, and what it says on a Wednesday morning."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from locales.nl.time import Hint, TimeExpression, parse

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2025, 3, 5, 10, 0, tzinfo=AMSTERDAM)  # a Wednesday, in week 10


def one(text: str, now: datetime = NOW, hint: Hint | None = None) -> TimeExpression:
    """The one expression in a text."""
    found = parse(text, now, hint=hint)
    assert len(found) == 1, f"{text!r} gave {found}"
    return found[0]


def said(at: datetime | None) -> str:
    """ "2025-03-06" at midnight, "2025-03-06 14:30" otherwise, "-" for an open end."""
    if at is None:
        return "-"
    return f"{at:%Y-%m-%d}" if (at.hour, at.minute) == (0, 0) else f"{at:%Y-%m-%d %H:%M}"


def span(text: str, now: datetime = NOW) -> str:
    """ "start > end" of the one expression, only the start where there is no end."""
    expression = one(text, now)
    if expression.start is not None and expression.end is None and expression.kind in ("time", "datetime"):
        return said(expression.start)
    if expression.kind == "date":
        return said(expression.start)
    return f"{said(expression.start)} > {said(expression.end)}"
