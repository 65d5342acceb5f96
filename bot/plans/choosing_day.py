"""A plan of which only the week or the weekend is known: on which of its days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.dialog import Values

MOST = 7  # days that are offered


def days_between(understood: Values) -> list[date]:
    """The days of a week or a weekend that was all that was said of when; none where a day or an hour was."""
    start, end = understood.get("start"), understood.get("end")
    if not isinstance(start, str) or not isinstance(end, str) or "T" in start + end or ":" in start + end:
        return []
    if understood.get("rrule") or understood.get("part"):
        return []
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    days = [first + timedelta(days=n) for n in range(min((last - first).days, MOST + 1))]
    weekly = len(days) == MOST and first.weekday() == 0
    weekend = len(days) == 2 and first.weekday() == 5
    return days if weekly or weekend else []


def on_one_of_them(values: Values, understood: Values) -> Values:
    """What was understood, with a weekday put in the week that is known: "woensdag" is that of next week."""
    days = [date.fromisoformat(str(day)) for day in values.get("between") or ()]
    start = understood.get("start")
    if not days or not isinstance(start, str) or understood.get("end") or len(start) < 10:
        return understood
    said = date.fromisoformat(start[:10])
    fits = next((day for day in days if day.weekday() == said.weekday()), None)
    if fits is None or abs((fits - said).days) > MOST * 2:
        return understood
    doubts: list[Any] = [doubt for doubt in understood.get("doubts") or () if doubt.get("slot") != "start"]
    return {**understood, "start": fits.isoformat() + start[10:], "doubts": doubts}
