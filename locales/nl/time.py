"""Dutch time: from what people write to moments."""

from __future__ import annotations

from datetime import datetime, timedelta

from locales.nl.grammar.expression import Exclusion, Hint, TimeExpression

__all__ = ["Exclusion", "Hint", "TimeExpression", "parse"]


def parse(text: str, now: datetime, *, hint: Hint | None = None) -> list[TimeExpression]:
    """Every expression of time in `text`, in order, resolved against `now` (aware). Never raises on any text."""
    from dateparser.search import search_dates  # heavy: loaded when first needed

    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": now.replace(tzinfo=None), "RETURN_TIME_AS_PERIOD": True}
    found: list[TimeExpression] = []
    at = 0
    for words, moment in search_dates(text, languages=["nl"], settings=settings) or []:
        begin = text.find(words, at)
        at = begin + len(words)
        day = moment.replace(tzinfo=now.tzinfo)
        if day.hour or day.minute:
            found.append(TimeExpression((begin, at), "datetime", day, None, "minute", True, True))
        else:
            day = midnight + (day - midnight)
            found.append(TimeExpression((begin, at), "date", day, day + timedelta(days=1), "day", True))
    return found
