"""Dutch time: from what people write to moments. The grammar is our own and lives in `locales/nl/grammar/`."""

from __future__ import annotations

from datetime import datetime

from locales.nl.grammar.expression import Exclusion, Hint, TimeExpression
from locales.nl.grammar.reading import read

__all__ = ["Exclusion", "Hint", "TimeExpression", "parse"]


def parse(text: str, now: datetime, *, hint: Hint | None = None) -> list[TimeExpression]:
    """Every expression of time in `text`, in order, resolved against `now` (aware). Any text gets an answer; none raises."""
    if now.tzinfo is None:
        raise ValueError("now must be aware: a moment without a zone is no moment")
    return read(text, now, hint or Hint())
