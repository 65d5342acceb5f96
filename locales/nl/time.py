"""Dutch time: from what people write to moments. The grammar is our own and lives in `locales/nl/grammar/`."""

from __future__ import annotations

from datetime import datetime

from locales.nl.grammar.expression import Exclusion, Hint, TimeExpression
from locales.nl.grammar.reading import read, read_together

__all__ = ["Exclusion", "Hint", "TimeExpression", "parse", "together"]


def parse(text: str, now: datetime, *, hint: Hint | None = None) -> list[TimeExpression]:
    """Every expression of time in `text`, in order, resolved against `now` (aware). Any text gets an answer;
    none raises."""
    if now.tzinfo is None:
        raise ValueError("now must be aware: a moment without a zone is no moment")
    return read(text, now, hint or Hint())


def together(text: str, now: datetime, *, hint: Hint | None = None) -> list[TimeExpression]:
    """As `parse`, for a text that plans one thing: "elke ma en do koffie bij ma 10.30" is one expression, not two.

    Where the text names several days or several times, the answer is that of `parse`. The span is that of the day.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware: a moment without a zone is no moment")
    return read_together(text, now, hint or Hint())
