"""Days that are named one after the other: "maandag ik, vrijdag Piet" is one week, whatever day it is said on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from locales.nl.spoken import SHORT_DAYS, WEEKDAYS
from locales.nl.words import fold
from locales.nl.written import ISO_DAY

WEEK = timedelta(days=7)
_NAMED = frozenset((*WEEKDAYS, *SHORT_DAYS))


def in_order(items: list[dict[str, Any]], texts: Sequence[str], *, of_one: bool = False) -> None:
    """Move each item on to the week of the one before it, where both name a weekday and this one's comes later in it.

    `texts` say each item. `of_one`: only items of one task, or of none.
    """
    days = [_day_of(item.get("start")) for item in items]
    named = [not _NAMED.isdisjoint(re.split(r"[\s,:]+", fold(text))) for text in texts]
    for at in range(1, len(items)):
        before, day = days[at - 1], days[at]
        if not (before and day and named[at - 1] and named[at]) or day > before or "rrule" in items[at]:
            continue
        same = items[at - 1].get("what") in (items[at].get("what"), None)
        if (same or not of_one) and day.weekday() >= before.weekday():
            later = before + timedelta(days=day.weekday() - before.weekday())
            for name in ("start", "end"):
                items[at] |= {name: _moved(items[at][name], later - day)} if items[at].get(name) else {}
            days[at] = later


def of_week(items: list[dict[str, Any]], first: date, last: date) -> None:
    """Move items of a weekday into the days from `first` up to `last`, which were named above them."""
    for item in items:
        day = _day_of(item.get("start"))
        while day and "rrule" not in item and day < first and day + WEEK < last:
            day += WEEK
            for name in ("start", "end"):
                item |= {name: _moved(item[name], WEEK)} if isinstance(item.get(name), str) else {}


def _moved(said: str, by: timedelta) -> str:
    return f"{date.fromisoformat(said[:ISO_DAY]) + by}{said[ISO_DAY:]}"


def _day_of(start: object) -> date | None:
    """The day of a local ISO moment; None of several, or of an hour alone."""
    dated = isinstance(start, str) and re.match(r"\d{4}-\d\d-\d\d", start)
    return date.fromisoformat(dated[0]) if dated else None
