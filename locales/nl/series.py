"""The recurrence of a message as values: its rule, clock times, bounds, and the days it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr

from locales.nl import follows, leftout, numbers
from locales.nl.doubt import Doubt
from locales.nl.grammar.expression import CODES
from locales.nl.reading import Reading
from locales.nl.regions import REGIONS
from locales.nl.time import TimeExpression, parse
from locales.nl.written import doubt, wall

_WEEK = timedelta(days=7)
_TOO = ("", "en", "&")
_EACH = ("", "steeds", "telkens", "op")
_FROM_TO = re.compile(r"(?i)\b(?:tot|tussen|t/m|tm|tem)\b|\d\s*(?:uur|u)?\s*[-–]\s*\d")
_EVEN = re.compile(r"(?i)\b(?:on)?even (?:week|weken)\b")
_ONE_CLOCK = r"(?:om )?(?:half |kwart (?:voor|over) )?\d{1,2}(?:[.:]\d\d)?(?: ?uur| ?u)?"
_CLOCKS = re.compile(rf"(?i)\bom {_ONE_CLOCK}(?:\s*(?:,|en|,\s*en)\s*{_ONE_CLOCK}){{2,}}(?![\w:])")
_A_CLOCK = re.compile(rf"(?i){_ONE_CLOCK}")
_UNTIL = re.compile(r"(?i)\b(?:tot|t/m|tm)\b")


def several_clocks(reading: Reading) -> list[time]:
    """The times of a day where one message names three or more: "om 8, half 1, 6 en 10" goes from morning to night."""
    row = _CLOCKS.search(reading.text)
    if not row:
        return []
    found: list[time] = []
    for piece in _A_CLOCK.findall(row.group()):
        read = parse(piece if piece.lower().startswith("om") else f"om {piece}", reading.setting.now)
        if len(read) != 1 or read[0].start is None:
            return []
        begin = read[0].start.time().replace(tzinfo=None)
        if not found and begin.hour >= 17:
            begin = begin.replace(hour=begin.hour - 12)
        elif found and begin <= found[-1] and begin.hour < 12:
            begin = begin.replace(hour=begin.hour + 12)
        elif found and begin.hour >= 12 and begin.replace(hour=begin.hour - 12) > found[-1]:
            begin = begin.replace(hour=begin.hour - 12)
        found.append(begin)
    return found if found == sorted(set(found)) else []


def daily(reading: Reading, sets: list[TimeExpression], clocks: list[time]) -> dict[str, Any]:
    """Several times a day: each day where the message names no days."""
    begin = (sets[0].start or sets[0].since) if sets else None
    first = (begin or reading.setting.now).replace(
        hour=clocks[0].hour, minute=clocks[0].minute, second=0, microsecond=0
    )
    if begin is None and first <= reading.setting.now:
        first += timedelta(days=1)
    return {
        "rrule": sets[0].rule if sets else "FREQ=DAILY",
        "start": first.replace(tzinfo=None).isoformat(),
        "times": [wall(clock) for clock in clocks],
    }


def on_its_days(sets: list[TimeExpression]) -> TimeExpression:
    """The first of several sets, on the weekdays that another names: "in de even weken ..., telkens op maandag"."""
    first, rule = sets[0], sets[0].rule or ""
    named = [t.rule or "" for t in sets[1:] if re.fullmatch(r"FREQ=WEEKLY;BYDAY=[A-Z,]+", t.rule or "")]
    if not re.fullmatch(r"FREQ=WEEKLY;INTERVAL=\d+", rule) or len(named) != 1:
        return first
    return replace(first, rule=f"{rule};{named[0].partition(';')[2]}")


def through_weeks(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times, in which "de komende 3 weken op maandag en woensdag om 18 uur" are those days of each week."""
    for at, span in enumerate(times):
        long = span.start is not None and span.end is not None and span.end - span.start > _WEEK
        if span.kind != "interval" or span.has_clock or not long:
            continue
        days: list[TimeExpression] = []
        end = span.span[1]
        for one in times[at + 1 :]:
            between = reading.text[end : one.span[0]].strip(" ,")
            bare = follows.says_weekday_alone(reading.text[slice(*one.span)]) and one.start is not None and not one.rule
            if not bare or between not in (_TOO if days else _EACH):
                break
            days.append(one)
            end = one.span[1]
        if days:
            return [*times[:at], _weekly(span, days, end), *times[at + 1 + len(days) :]]
    return times


def _weekly(span: TimeExpression, days: list[TimeExpression], end: int) -> TimeExpression:
    """These weekdays in each week of a span."""
    first, last = span.start, days[-1]
    assert first is not None
    starts = [one.start + -(-max(first - one.start, timedelta()) // _WEEK) * _WEEK for one in days if one.start]
    clock = last.start.time() if last.has_clock and last.start else None
    begin = min(starts)
    if clock is not None:
        begin = begin.replace(hour=clock.hour, minute=clock.minute)
    by_day = ",".join(code for number, code in enumerate(CODES) if number in {start.weekday() for start in starts})
    return replace(
        span,
        span=(span.span[0], end),
        kind="set",
        rule=f"FREQ=WEEKLY;BYDAY={by_day}",
        start=begin,
        end=None,
        has_clock=clock is not None,
        part=last.part,
        times=(clock,) if clock is not None else (),
        since=span.start,
        until=span.end,
    )


def _days_of(span: TimeExpression) -> tuple[list[str], TimeExpression]:
    """The weekdays of "van maandag tot en met vrijdag om 12.15 uur", and the first of them at that hour; none of what
    is longer than a week."""
    if span.kind != "interval" or not span.start or not span.end or span.end - span.start >= timedelta(days=len(CODES)):
        return [], span
    count = (span.end - timedelta(seconds=1)).date() - span.start.date()
    by_day = {CODES[(span.start.weekday() + n) % len(CODES)] for n in range(count.days + 1)}
    first = span.start.replace(hour=span.end.hour, minute=span.end.minute)
    return [code for code in CODES if code in by_day], replace(span, kind="time", start=first, end=None)


def apart(reading: Reading, time_: TimeExpression) -> list[TimeExpression]:
    """The hour and the last day of "(elke werkdag warm eten) om 5 uur tot Pasen" each by itself."""
    begin, end = time_.span
    said = reading.text[begin:end]
    until = _UNTIL.search(said) if time_.kind == "interval" and time_.has_clock else None
    hour = parse(said[: until.start()], reading.setting.now) if until is not None else []
    last = parse(said[until.start() :], reading.setting.now) if until is not None else []
    if len(hour) != 1 or len(last) != 1 or hour[0].has_date or last[0].has_clock or last[0].start is not None:
        return [time_]
    return [hour[0].shifted(begin), last[0].shifted(begin + (until.start() if until else 0))]


def series(reading: Reading, set_: TimeExpression, others: list[TimeExpression]) -> tuple[dict[str, Any], list[Doubt]]:
    """A recurrence, with what other expressions of the message say of its days, hours and bounds."""
    part = next((t for t in others if t.part and not t.has_date and not t.has_clock), None)
    if part is not None and not set_.part and not set_.times:  # "elke maandag de containers buiten zetten, 's avonds"
        set_, others = replace(set_, part=part.part), [t for t in others if t is not part]
    values: dict[str, Any] = {"rrule": leftout.without_weekdays(set_.rule or "", set_.exclusions)}
    doubts: list[Doubt] = []
    start, end = set_.start or set_.since, set_.end
    days_said = [t for t in others if t.has_date and t.start]
    if set_.rule == "FREQ=WEEKLY" and days_said:
        # "3x per week, ma wo en vr": the days stand beside
        said = " ".join(reading.text[t.span[0] : t.span[1]] for t in others if t.has_date)
        by_day = numbers.weekdays(tuple(re.findall(r"\w+", said.lower())))
        through, first = _days_of(days_said[0])
        if len(days_said) == 1 and set(by_day) < set(through):
            by_day = tuple(through)
            others = [first if t is days_said[0] else t for t in others]
        if by_day:
            values["rrule"] = f"FREQ=WEEKLY;BYDAY={','.join(by_day)}"
            start = min(t.start for t in days_said if t.start)
            others = [t for t in others if t.has_clock]
    clocks = [t for t in others if t.has_clock and t.start]
    if not set_.times and clocks and start is not None and clocks[0].start is not None:
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
        clock = reading.at_day(clocks[0], midnight, set_.part) if set_.part else clocks[0]  # "elke avond pillen om 9"
        begin = start.replace(hour=clock.start.hour, minute=clock.start.minute)  # type: ignore[union-attr]
        while begin <= reading.setting.now and set_.rule == "FREQ=DAILY":
            begin += timedelta(days=1)
        values["start"] = begin.replace(tzinfo=None, microsecond=0).isoformat()
        values["times"] = [wall(begin)]
        if clock.end is not None and clock.start is not None and clock.kind == "interval":
            values["end"] = (begin + (clock.end - clock.start)).replace(tzinfo=None).isoformat()
        if clock.alternatives:
            doubts.append(
                Doubt("start", tuple(wall(t.start) for t in (clock, *clock.alternatives) if t.start), clock.reason)
            )
    elif set_.times and start is not None:
        values["start"] = start.replace(tzinfo=None, microsecond=0).isoformat()
        values["times"] = [wall(t) for t in set_.times]
        said = reading.text[set_.span[0] : set_.span[1]]
        if set_.duration and end is not None and not _FROM_TO.search(said):
            values["duration_min"] = int(set_.duration.total_seconds() // 60)  # "om 2 uur een uurtje"
        elif set_.duration and end is not None:
            values["end"] = (start + set_.duration).replace(tzinfo=None, microsecond=0).isoformat()
    elif start is not None and _EVEN.search(reading.text):
        values["start"] = start.date().isoformat()
    if set_.since is not None and not _EVEN.search(reading.text):
        values["from"] = set_.since.date().isoformat()
    for other in others:
        if other.kind == "interval" and not other.has_clock:
            if other.start is not None and set_.since is None:
                values["from"] = other.start.date().isoformat()
            if other.end is not None and set_.until is None:
                values["until"] = (other.end - timedelta(seconds=1)).date().isoformat()
    if set_.until is not None:
        values["until"] = (set_.until - timedelta(seconds=1)).date().isoformat()
    if "T" in values.get("start", ""):
        now = reading.setting.now.replace(tzinfo=None).isoformat()
        values |= _moved(values, max(now, values.get("from", "")), even=bool(_EVEN.search(reading.text)))
    without, of_region = _without(reading, set_, values)
    if without:
        values["without"] = without
    doubts += of_region
    if set_.part:
        values["part"] = set_.part
    if set_.alternatives:
        doubts.append(doubt(reading, set_, alone=False))
    return values, doubts


def _without(reading: Reading, set_: TimeExpression, values: dict[str, Any]) -> tuple[list[str], list[Doubt]]:
    """The days that a series leaves out, as "2025-12-20/2026-01-04", the last included; which region, if it matters."""
    first = (set_.start or set_.since or reading.setting.now).date()
    last = (set_.until - timedelta(seconds=1)).date() if set_.until is not None else first + leftout.HORIZON
    if "until" in values:
        last = datetime.fromisoformat(values["until"]).date()
    region = reading.setting.region
    doubts = []
    if not region and leftout.needs_region(set_.exclusions, first, last):
        doubts.append(Doubt("region", REGIONS, "school_holidays"))
    found = leftout.days(set_.exclusions, first, last, region)
    return [f"{a}/{b}" for a, b in found if leftout.falls_in(values["rrule"], a, b)], doubts


def _moved(values: dict[str, Any], since: str, *, even: bool) -> dict[str, Any]:
    """The `start` (and `end`) of a series, where the first one is before `since`: that of the first one after it."""
    if values["start"] >= since:
        return {}
    begin = datetime.fromisoformat(values["start"])
    earliest = datetime.fromisoformat(since)
    if "INTERVAL" in values["rrule"] and values.get("from") == since and not even:
        begin = datetime.combine(earliest.date(), begin.time())  # that day is the first of them
    first = rrulestr(values["rrule"], dtstart=begin).after(earliest, inc=True)
    if first is None:
        return {}
    moved = {"start": first.isoformat()}
    if "end" in values:
        moved["end"] = (
            datetime.fromisoformat(values["end"]) + (first - datetime.fromisoformat(values["start"]))
        ).isoformat()
    return moved
