"""Days that are named one after the other: "maandag ik, vrijdag Piet" is one week, whatever day it is said on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
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


def one_week(items: list[dict[str, Any]]) -> None:
    """Put items of weekdays in the week that begins with the day of the first: what comes earlier in a week than that
    is in the week after it."""
    days = [_day_of(item.get("start")) for item in items]
    first = next((day for day in days if day), None)
    for item, day in zip(items, days, strict=True):
        if first and day and "rrule" not in item:
            _move(item, first + (day - first) % WEEK - day)


def in_this_week(items: list[dict[str, Any]], now: datetime) -> bool:
    """Move items that begin next week a week back where all of them are still to come then; True where most but not
    all of them are, so that either week may be meant."""
    monday = now.date() - timedelta(days=now.weekday())
    days = [day for item in items if (day := _day_of(item.get("start"))) and "rrule" not in item]
    if len(days) < len(items) or not monday + WEEK <= days[0] < monday + 2 * WEEK:
        return False
    here = now.replace(tzinfo=None).isoformat()
    sooner = [_moved(item["start"], -WEEK) for item in items]
    ahead = sum(start > here[: len(start)] or start == here[:ISO_DAY] for start in sooner)
    if ahead == len(items):
        for item in items:
            _move(item, -WEEK)
    return len(items) / 2 <= ahead < len(items)


def _move(item: dict[str, Any], by: timedelta) -> None:
    item |= {name: _moved(item[name], by) for name in ("start", "end") if isinstance(item.get(name), str)}


def _moved(said: str, by: timedelta) -> str:
    return f"{date.fromisoformat(said[:ISO_DAY]) + by}{said[ISO_DAY:]}"


def _day_of(start: object) -> date | None:
    """The day of a local ISO moment; None of several, or of an hour alone."""
    dated = isinstance(start, str) and re.match(r"\d{4}-\d\d-\d\d", start)
    return date.fromisoformat(dated[0]) if dated else None
