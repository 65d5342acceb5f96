"""Expressions of time as values: local ISO times, and what is in doubt."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from locales.nl.doubt import Doubt
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression

ISO_DAY = len("2026-11-27")
PARTS = ("morning", "afternoon", "evening", "night")


def iso(time_: TimeExpression, value: datetime | None) -> str:
    """A moment as a local ISO time; a date alone where no hour is fixed, "" where there is none."""
    if value is None:
        return ""
    if not time_.has_clock and time_.part not in PARTS:
        return value.date().isoformat()
    return value.replace(tzinfo=None, microsecond=0).isoformat()


def is_day(said: object) -> bool:
    """Whether a local ISO moment is a day alone."""
    return isinstance(said, str) and len(said) == ISO_DAY


def clocks_of(time: TimeExpression) -> list[str]:
    """The hours that an expression may mean, the likeliest first: "om 8 uur"."""
    return [wall(one.start) for one in (time, *time.alternatives) if one.start is not None]


def wall(value: datetime | time) -> str:
    """ "14:30"."""
    return value.strftime("%H:%M")


def written(time_: TimeExpression, *, alone: bool) -> dict[str, Any]:
    """`start`, `end` and `part` of an expression; `alone`: a clock time without a day stays one."""
    values: dict[str, Any] = {}
    bare = alone and not time_.has_date and time_.has_clock and time_.kind in ("time", "interval")
    if time_.start is not None:
        values["start"] = wall(time_.start) if bare else iso(time_, time_.start)
    if time_.end is not None and time_.kind == "interval":
        values["end"] = wall(time_.end) if bare else iso(time_, time_.end)
    if time_.part:
        values["part"] = time_.part
    return values


def is_open(reading: Reading, time_: TimeExpression) -> bool:
    """Whether another reading is left that has not gone by."""
    return any(not reading.is_past(other) for other in time_.alternatives)


def doubt(reading: Reading, time_: TimeExpression, *, alone: bool) -> Doubt:
    """What would be asked about an expression that may mean more."""
    readings = [time_, *(other for other in time_.alternatives if not reading.is_past(other))]
    slot = "start" if time_.start is not None else "end"
    return Doubt(slot, tuple(dict.fromkeys(str(written(r, alone=alone).get(slot, "")) for r in readings)), time_.reason)
