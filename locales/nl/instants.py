"""The times of a message as values: local ISO times, and only what the text fixes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from locales.nl import numbers
from locales.nl.clockrows import ClockRow, clock_row, each_day_so_often
from locales.nl.dayruns import Run, one_stretch, opened, run
from locales.nl.doubt import Doubt
from locales.nl.exceptions import left_out
from locales.nl.joined import by_day, each_day, in_one_row, negated, one_of, together
from locales.nl.minutes import bare_minutes, is_shift, minutes_before, said_minutes, several_before, shift
from locales.nl.reading import Reading
from locales.nl.series import apart, daily, on_its_days, series, several_clocks, through_weeks
from locales.nl.suiting import pattern, quiet
from locales.nl.time import TimeExpression, parse
from locales.nl.written import clocks_of, doubt, is_open, iso, wall, written

__all__ = [  # lengths and habits have modules of their own, and are found here too
    "bare_minutes",
    "between",
    "comes_at",
    "is_shift",
    "minutes_before",
    "moment",
    "names_the_day",
    "of_the_day",
    "opens_clock",
    "pattern",
    "quiet",
    "said_minutes",
    "several_before",
    "shift",
]

_AT = re.compile(r"(?i)(?:er )?(?:pas )?(?:om|rond|tegen|half|kwart)\b")
_LENGTH_SAID = re.compile(
    r"(?i)(?<!\bom )(?<!\bvanaf )(?<!\brond )(?<!\bna )(?<!\bvan )(?<!\btot )"
    r"\b(?P<hours>\d{1,3}|een|twee|drie|vier|vijf|zes|anderhalf) (?:uur|uurtje) (?:werk|lang|bezig|de tijd|tijd)\b"
    r"|\b(?:duurt|duren|kost|ongeveer|circa|ca|is) (?:een|n) (?:uur|uurtje) of "
    r"(?P<about>\d{1,3}|twee|drie|vier|vijf|zes)\b"
    r"|\b(?:een )?uurtje of (?P<some>anderhalf|twee|drie|[2-6])\b"
    r"|\b(?:reken(?:t|en)? (?:maar )?op|trek er) "
    r"(?P<reckoned>\d{1,2}|een|twee|drie|vier|vijf|zes|anderhalf) (?:uur|uurtje)\b(?! of\b)"
)
_BARE_HOURS = re.compile(r"(?i)(?:\d|een|twee|drie|vier|vijf|zes) uur(?:tje)?")
_THE_WEEK = re.compile(r"(?i)\b(?:de|onze|mijn) week\b")
_THIS_WEEK = "deze week"


def moment(
    reading: Reading, *, alone: bool = False, past: bool = False, week: bool = False
) -> tuple[dict[str, Any], list[Doubt]]:
    """`start`, `end`, `duration_min`, `rrule`, `times` and `part` of a message.

    `alone`: a bare clock time stays one. `past`: what has gone by counts too. `week`: "de week" is this one.
    """
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    times = [t for t in reading.times if t.kind != "duration" and (past or not reading.is_past(t))]
    times = [t for t in times if not negated(reading, t)]
    if not times and week:
        times = parse(_THIS_WEEK, reading.setting.now) if _THE_WEEK.search(reading.text) else []
    lengths = [t for t in reading.times if t.duration and t.duration < timedelta(days=1) and not t.rule]
    after = _length_after(reading, times)
    if after is not None:
        times.remove(after)
    times = opened(reading, one_stretch(reading, _of_their_week(through_weeks(reading, times))))
    sets = [t for t in times if t.rule]
    times = [one for t in times for one in apart(reading, t)] if sets else times
    hours = clock_row(reading, times, sets[0].part if sets else "")
    clocks = [] if sets and hours is not None and not sets[0].times else several_clocks(reading)
    if clocks and (sets or not any(t.has_date for t in times)):
        return daily(reading, sets, clocks), []
    if sets:
        set_ = on_its_days(sets)
        set_ = replace(set_, rule=each_day_so_often(set_.rule or "", reading.text))
        others = [t for t in times if not t.rule]
        if hours is not None and not set_.times:
            set_ = _at_clocks(reading, set_, hours)
            others = [t for t in others if t not in hours.said]
        values, doubts = series(reading, set_, others)
    elif not past and (daily_run := run(reading, times)) is not None:
        values = _on_each(reading, daily_run, times)
        told = [_hour_of(reading, t, daily_run.days[0]) for t in times if t.has_clock and not daily_run.part]
        doubts = [Doubt("start", tuple(clocks_of(t)), t.reason) for t in told if t.reason == "part_of_day"][:1]
    elif hours is not None and hours.until is None and (several := _several_a_day(reading, hours, times, alone=alone)):
        return several, []
    elif times:
        main = by_day(reading, together(reading, times))
        days = [t for t in times if t.has_date and t.start and not t.has_clock and t.kind == "date"]
        clocked = [t for t in times if t.has_clock]
        if (either := one_of(reading, times)) and not alone:
            values |= written(either[0], alone=alone)
            begins = dict.fromkeys(str(written(one, alone=alone).get("start", "")) for one in either)
            doubts.append(Doubt("start", tuple(begins), "one_of"))
            return values, doubts
        if in_one_row(reading, times):
            row = [by_day(reading, time_) for time_ in times]
            parts = {t.part for t in row if not t.has_clock}
            if parts:  # "vr en za avond"
                values["start"] = [t.start.date().isoformat() for t in row if t.start is not None]
                values |= {"part": parts.pop()} if len(parts) == 1 else {}
            else:
                values["start"] = [iso(t, t.start) for t in row]
            if row[0].start and row[0].end and not values.get("part"):
                values["duration_min"] = int((row[0].end - row[0].start).total_seconds() // 60)
        elif len(days) > 1 and len(days) == len(times):
            values["start"] = [iso(t, t.start) for t in days]
        elif days and len(clocked) == 1 and len(times) > 1 and (len(days) > 1 or clocked[0].has_date):
            each = each_day(reading, times, clocked[0])
            starts = list(dict.fromkeys(iso(t, t.start) for t in each))
            values["start"] = starts if len(starts) > 1 else starts[0]
            clock = clocked[0]
            if len(starts) > 1 and clock.kind == "interval" and clock.start is not None and clock.end is not None:
                values["duration_min"] = int((clock.end - clock.start).total_seconds() // 60)
        else:
            values |= written(main, alone=alone)
            if (end := _end_further_on(reading, main, times)) is not None:
                values["end"] = end.replace(tzinfo=None, microsecond=0).isoformat()
            values |= left_out(reading, main)
        if is_open(reading, main):
            doubts.append(doubt(reading, main, alone=alone))
    if lengths and lengths[0].duration:
        values["duration_min"] = int(lengths[0].duration.total_seconds() // 60)
    if after is not None:
        values["duration_min"] = _hours(reading.text[after.span[0] : after.span[1]].split()[0])
    said = _LENGTH_SAID.search(reading.text)
    if said:
        values["duration_min"] = _hours(said["hours"] or said["about"] or said["some"] or said["reckoned"])
    return values, doubts


def _of_their_week(times: list[TimeExpression]) -> list[TimeExpression]:
    """The times without a week of which days are named: "volgende week kan ik dinsdag" is that Tuesday."""
    for span in times:
        if span.kind != "interval" or span.grain != "week" or span.has_clock or not span.start or not span.end:
            continue
        if any(
            t is not span and t.has_date and not t.rule and t.start and span.start <= t.start < span.end for t in times
        ):
            return [t for t in times if t is not span]
    return times


def _at_clocks(reading: Reading, set_: TimeExpression, row: ClockRow) -> TimeExpression:
    """A series with the hours that stand beside it, and the day it ends on with them."""
    begin = set_.start or set_.since or reading.setting.now
    first = begin.replace(hour=row.clocks[0].hour, minute=row.clocks[0].minute, second=0, microsecond=0)
    return replace(set_, times=row.clocks, start=first, until=set_.until or row.until, duration=None)


def _hour_of(reading: Reading, time: TimeExpression, day: datetime) -> TimeExpression:
    """The hour that an expression ends with, by itself: "van ma t/m vr om 8 uur" may be morning or evening."""
    begin, end = time.span
    found = list(_AT.finditer(reading.text, begin, end))
    return reading.at_day(replace(time, span=(found[-1].start(), end)) if found else time, day)


def _on_each(reading: Reading, days: Run, times: list[TimeExpression]) -> dict[str, Any]:
    """The same hours on each of several days in a row."""
    clocked = [t for t in times if t.has_clock and t.start is not None and t.kind in ("time", "interval")]
    part = {"part": days.part} if days.part else {}
    if days.clock is not None:
        return {"start": [f"{day.date()}T{wall(days.clock)}:00" for day in days.days]}
    if not clocked:
        return {"start": [day.date().isoformat() for day in days.days], **part}
    clock = reading.at_day(clocked[0], days.days[0], days.part)
    length = clock.end - clock.start if clock.end is not None and clock.start is not None else None
    begin = clock.start or days.days[0]
    if days.part == "night" and begin.hour in (8, 9, 10, 11):  # "3 nachten van 10 tot 7"
        begin = begin.replace(hour=begin.hour + 12)
    starts = [day.replace(hour=begin.hour, minute=begin.minute) for day in days.days]
    values: dict[str, Any] = {"start": [start.replace(tzinfo=None).isoformat() for start in starts]}
    if length:
        values["duration_min"] = int(length.total_seconds() // 60)
    return values | part


def _several_a_day(
    reading: Reading, row: ClockRow, times: list[TimeExpression], *, alone: bool
) -> dict[str, Any] | None:
    """Several hours on each day that is named, or on the next day that they are still to come."""
    if any(t.has_date and (t.kind != "date" or t.start is None) for t in times):
        return None
    days = [t.start for t in times if t.has_date and t.start is not None]
    if not days and alone:
        return {"start": wall(row.clocks[0]), "times": [wall(clock) for clock in row.clocks]}
    now = reading.setting.now
    first = now.replace(hour=row.clocks[0].hour, minute=row.clocks[0].minute, second=0, microsecond=0)
    days = days or [first if first > now else first + timedelta(days=1)]
    return {"start": [f"{day.date()}T{wall(clock)}:00" for day in days for clock in row.clocks]}


def _end_further_on(reading: Reading, main: TimeExpression, times: list[TimeExpression]) -> datetime | None:
    """Until when, where other words stand between: "zaterdag 20:00 slapen tot zondag 8 uur"."""
    if main.start is None or main.end is not None or not (main.has_clock and main.has_date):
        return None
    for until in times:
        bound = until.start is None and until.end is not None and until.has_clock and until.span[0] >= main.span[1]
        if not bound or until.end is None or not re.match(r"(?i)(tot|t/m)\b", reading.text[until.span[0] :]):
            continue
        end = until.end
        if not until.has_date:
            end = main.start.replace(hour=end.hour, minute=end.minute)
            for later in (timedelta(hours=12), timedelta(days=1)):
                end = (
                    end
                    if end > main.start
                    else main.start.replace(hour=until.end.hour, minute=until.end.minute) + later
                )
        if timedelta(0) < end - main.start <= timedelta(days=1):
            return end
    return None


def _length_after(reading: Reading, times: list[TimeExpression]) -> TimeExpression | None:
    """The "2 uur" that stands after a full moment and is how long it takes: "dinsdag 13:15 controle, 2 uur"."""
    whole = [t for t in times if t.has_date and t.has_clock]
    for time_ in times:
        later = whole and time_.span[0] > whole[0].span[1] and not time_.has_date and time_.kind == "time"
        if later and _BARE_HOURS.fullmatch(reading.text[time_.span[0] : time_.span[1]]):
            return time_
    return None


def _hours(word: str) -> int:
    if word.lower() == "anderhalf":
        return 90
    return 60 * (int(word) if word.isdecimal() else numbers.number((word.lower(),)) or 1)


def between(values: Mapping[str, Any]) -> dict[str, int]:
    """`duration_min` of what has a beginning and an end: "van 2 tot half 4"; nothing where it has not."""
    start, end = values.get("start"), values.get("end")
    if not (isinstance(start, str) and isinstance(end, str)) or len(start) != len(end) or ":" not in start:
        return {}
    moments = [datetime.fromisoformat(said if "T" in said else f"2000-01-01T{said}") for said in (start, end)]
    minutes = int((moments[1] - moments[0]).total_seconds() // 60) % (24 * 60)
    return {"duration_min": minutes} if minutes else {}


def opens_clock(text: str) -> bool:
    """Whether words begin as a clock time does: "om half zes", "rond 9 uur"."""
    return _AT.match(text) is not None


def comes_at(reading: Reading) -> bool:
    """Whether a clock time is said, and not how much later: "ik ben er om 6 uur"."""
    return any(t.has_clock and opens_clock(reading.text[slice(*t.span)]) for t in reading.times)


def of_the_day(reading: Reading) -> tuple[str, str] | None:
    """The day that the task has and the hour it is to have, in one: "maak van zaterdag half 12"; None of any other."""
    said = [t for t in reading.future if t.kind != "duration" and not t.rule]
    if len(said) != 1 or not (said[0].has_date and said[0].has_clock) or said[0].start is None:
        return None
    begins = reading.text[: said[0].span[0]].lower().split()[-2:]
    first = [*begins, *reading.text[slice(*said[0].span)].lower().split()[:1]]
    makes = "van" in first and bool({"maak", "maakt"} & set(begins))
    return (str(said[0].start.date()), wall(said[0].start)) if makes else None


def names_the_day(reading: Reading) -> bool:
    """Whether the one moment said is the day that the task has: "de boodschappen van zaterdag duren 2 uur"."""
    said = [t for t in reading.future if t.kind != "duration" and not t.rule]
    if len(said) != 1 or said[0].kind != "date" or said[0].has_clock or said[0].start is None:
        return False
    return bool(re.search(r"\bvan\s+$|\bvan$", reading.text[: said[0].span[0]].lower())) or reading.text.lower()[
        slice(*said[0].span)
    ].startswith("van ")
