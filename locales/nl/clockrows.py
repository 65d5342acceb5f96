"""Several hours of a day that stand in a row: "om 8 uur en half 6", "9u en 21u tot en met zondag"."""

from __future__ import annotations

import re
from datetime import datetime, time
from itertools import pairwise
from typing import NamedTuple

from locales.nl.numbers import NUMBERS
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression

_AND = re.compile(r"(?i)(?:,\s*)?(?:en|plus|&|\+)(?: (?:ook|nog|weer|dan))*")
_UNTIL = re.compile(r"(?i)\b(?:tot en met|t/m|tm|tem)\b")
_TIMES = r"(?P<n>\d{1,2}|twee|drie|vier|vijf|zes) ?(?:x|keer|maal)\b"
_OFTEN = re.compile(rf"(?i)\b{_TIMES}")
_SO_OFTEN = re.compile(rf"(?i)\b(?:elke|iedere) dag {_TIMES}")
_COUNT = re.compile(r";COUNT=\d+")


class ClockRow(NamedTuple):
    """The hours of a day, and the expressions that say them."""

    clocks: tuple[time, ...]
    said: tuple[TimeExpression, ...]
    until: datetime | None  # the hours are those of a series that ends before this


def clock_row(reading: Reading, times: list[TimeExpression], part: str = "") -> ClockRow | None:
    """All hours of a message, where they stand in a row and belong to no day of their own; None where they do not.

    One hour is a row where a series ends with it: "dagelijks om 8 uur tot en met zondag".
    """
    said = [t for t in times if t.has_clock and not t.rule]
    bounded = bool(said) and _ends_a_series(reading, said[-1])
    if len(said) < (1 if bounded else 2) or any(t.start is None for t in said):
        return None
    if any(t.kind != "time" or t.has_date for t in (said[:-1] if bounded else said)):
        return None
    gaps = [reading.text[one.span[1] : other.span[0]].strip() for one, other in pairwise(said)]
    counted = _often(reading.text) == len(said)  # "3x insuline, 8u 13u 18u"
    joined = all(gap in ("", ",") or _AND.fullmatch(gap) for gap in gaps)
    if gaps and not (joined and (counted or ("" not in gaps and _AND.fullmatch(gaps[-1])))):
        return None
    clocks: list[time] = []
    for one in said:
        clock = _next(_readings(reading, one, part), clocks[-1] if clocks else None, fixed=bool(one.part or part))
        if clock is None:
            return None
        clocks.append(clock)
    return ClockRow(tuple(clocks), tuple(said), said[-1].end if bounded else None)


def each_day_so_often(rule: str, said: str) -> str:
    """A rule without its count where that says how often a day: "elke dag 2x" goes on after two days."""
    return _COUNT.sub("", rule) if rule.startswith("FREQ=DAILY") and _SO_OFTEN.search(said) else rule


def _often(text: str) -> int:
    """How often, where that is said: "2x"; 0 where it is not."""
    found = _OFTEN.search(text)
    return 0 if found is None else int(found["n"]) if found["n"].isdecimal() else NUMBERS[found["n"].lower()]


def _ends_a_series(reading: Reading, time_: TimeExpression) -> bool:
    """Whether it is an hour with the last day of a series: "21 uur t/m zondag"."""
    whole = time_.end is not None and (time_.end.hour, time_.end.minute) == (0, 0)
    return time_.kind == "interval" and whole and bool(_UNTIL.search(reading.text[slice(*time_.span)]))


def _readings(reading: Reading, time_: TimeExpression, part: str) -> list[time]:
    """What the hour may be, the earliest first."""
    start = time_.start
    if part and start is not None and not time_.part:
        start = reading.at_day(time_, start.replace(hour=0, minute=0, second=0, microsecond=0), part).start
        return [] if start is None else [start.time()]
    starts = [one.start for one in (time_, *time_.alternatives) if one.start is not None]
    return sorted({one.time().replace(tzinfo=None) for one in starts})


def _next(readings: list[time], before: time | None, *, fixed: bool) -> time | None:
    """The first of these after the hour before; an hour that goes by it is that of the evening."""
    later = [one for one in readings if before is None or one > before]
    if later or not readings or before is None or fixed or readings[0].hour >= 12:
        return later[0] if later else None
    evening = readings[0].replace(hour=readings[0].hour + 12)
    return evening if evening > before else None
