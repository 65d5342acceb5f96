"""Days in a row of which each is meant: "vanaf vrijdag 3 nachten", "van maandag t/m vrijdag om 18 uur"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from locales.nl.daycounts import MOST, PARTS, counted, number
from locales.nl.exceptions import left_out
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression

MOST_IN_ROW = 5  # days: a longer stretch is a time to be somewhere, not a row of shifts
_AND = frozenset({",", "en", ", en", "en ook", "en dan", "&", "+", "/"})
_EXCEPT = re.compile(r"(?i)\b(?:behalve|uitgezonderd|maar niet)\b")
_AT_THE_END = re.compile(r"(?i)\b(?:t/m|tm|tem|tot en met)\b.*\b(?:om|rond)\b")
_WHOLE_WEEK = re.compile(r"(?i)\b(?:hele|gehele|volledige) (?:(?:volgende|komende) )?week\b")
_NEXT_WEEK = re.compile(r"(?i)\b(?:volgende|komende) (?:(?:hele|gehele|volledige) )?week\b")
_RANGE = re.compile(r"(?i)\b(?:t/m|tm|tem|tot en met|tot|dagen)\b")


class Run(NamedTuple):
    """Midnights of the days in a row, and the part of the day that was said with their number."""

    days: tuple[datetime, ...]
    part: str
    clock: time | None = None  # the hour that the same words say: "van vrijdag t/m zondag om 9 uur"


def run(reading: Reading, times: list[TimeExpression]) -> Run | None:
    """The days in a row that a message plans something on each of; None where it names none."""
    besides = _EXCEPT.search(reading.text)
    until = besides.start() if besides else len(reading.text)
    dated = [t for t in times if t.has_date and t.start is not None and not t.rule and t.span[0] < until]
    found = counted(reading.text)
    if found is not None:
        first = dated[0].start if len(dated) == 1 else None
        if first is None and (dated or not found["next"]):
            return None
        return Run(_from(first or reading.setting.now, number(found["n"])), PARTS[found["unit"].lower()])
    if whole := _whole_week(reading, dated, times):
        return whole
    if len(dated) != 1 or not any(t.has_clock for t in times):
        return None
    stretch = dated[0]
    begin, end, clock = stretch.start, stretch.end, None
    said = reading.text[slice(*stretch.span)]
    if stretch.kind != "interval" or begin is None or end is None or stretch.part:
        return None
    if stretch.has_clock:
        if (begin.hour, begin.minute) != (0, 0) or not _AT_THE_END.search(said):
            return None
        clock, end = end.time(), end.replace(hour=0, minute=0) + timedelta(days=1)
    length = (end - begin + timedelta(hours=2)).days  # the clock may change on the way
    if not 2 <= length <= MOST or not _RANGE.search(said):
        return None
    gone = [span.split("/") for span in left_out(reading, replace(stretch, end=end)).get("without", ())]
    days = _from(begin, length)
    kept = tuple(day for day in days if not any(a <= day.date().isoformat() <= b for a, b in gone))
    return Run(kept, "", clock)


def _whole_week(reading: Reading, dated: list[TimeExpression], times: list[TimeExpression]) -> Run | None:
    """The days to come of a week that is named as a whole beside an hour: "de hele week om 12 uur"."""
    if not _WHOLE_WEEK.search(reading.text):
        return None
    hours = [t for t in times if t.has_clock and t.kind in ("time", "datetime")]
    if len(hours) != 1 or any(t.grain != "week" for t in dated if t is not hours[0]):
        return None
    today = reading.setting.now.replace(hour=0, minute=0, second=0, microsecond=0)
    start = reading.at_day(hours[0], today + timedelta(days=1)).start
    clock = start.time() if start is not None else time()
    first = today if clock > reading.setting.now.time() else today + timedelta(days=1)
    last = today + timedelta(days=6 - today.weekday())
    if _NEXT_WEEK.search(reading.text):
        first, last = last + timedelta(days=1), last + timedelta(days=7)
    days = _from(first, (last.date() - first.date()).days + 1)
    return Run(days, "", clock) if len(days) > 1 else None


def one_stretch(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times, with two weeks that follow each other as one stretch: "deze week en volgende week"."""
    if len(times) != 2 or any(t.grain != "week" or t.has_clock or t.rule or t.part for t in times):
        return times
    one, other = times
    follow = one.end is not None and one.end == other.start
    between = reading.text[one.span[1] : other.span[0]].strip()
    return [replace(one, end=other.end, span=(one.span[0], other.span[1]))] if follow and between in _AND else times


def opened(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times, with the days of a stretch of days that stands in one row with a day: "vrijdag en het weekend"."""
    if len(times) < 2 or any(t.rule or t.has_clock or t.part or not t.has_date or not t.start for t in times):
        return times
    gaps = {reading.text[one.span[1] : other.span[0]].strip() for one, other in pairwise(times)}
    lengths = [_length(t) for t in times]
    if not gaps <= _AND or not (1 in lengths and all(1 <= length <= MOST_IN_ROW for length in lengths)):
        return times
    return [
        replace(t, kind="date", start=day, end=day + timedelta(days=1))
        for t, length in zip(times, lengths, strict=True)
        if t.start is not None
        for day in _from(t.start, length)
    ]


def _length(time_: TimeExpression) -> int:
    """How many whole days it takes; the clock may change on the way."""
    if time_.start is None or time_.end is None:
        return 1 if time_.kind == "date" else 0
    return (time_.end - time_.start + timedelta(hours=2)).days


def _from(first: datetime, days: int) -> tuple[datetime, ...]:
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    return tuple(midnight + timedelta(days=n) for n in range(days))
