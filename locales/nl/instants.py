"""The times of a message as values: local ISO times, and only what the text fixes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any

from dateutil.rrule import rrulestr

from locales.nl import leftout, numbers, tasks
from locales.nl.doubt import Doubt
from locales.nl.exceptions import left_out
from locales.nl.minutes import bare_minutes, is_shift, minutes_before, said_minutes, shift
from locales.nl.reading import Reading
from locales.nl.regions import REGIONS
from locales.nl.suiting import pattern, quiet
from locales.nl.time import TimeExpression, parse

__all__ = [  # lengths and habits have modules of their own, and are found here too
    "Doubt",
    "bare_minutes",
    "between",
    "change",
    "days",
    "is_shift",
    "minutes_before",
    "moment",
    "pattern",
    "quiet",
    "said_minutes",
    "several_clocks",
    "shift",
]

_PARTS = ("morning", "afternoon", "evening", "night")
_LENGTH_SAID = re.compile(
    r"(?i)\b(?P<hours>\d{1,3}|een|twee|drie|vier|vijf|zes|anderhalf) (?:uur|uurtje) (?:werk|lang|bezig|de tijd|tijd)\b"
    r"|\b(?:duurt|duren|kost|ongeveer|circa|ca|is) (?:een|n) (?:uur|uurtje) of "
    r"(?P<about>\d{1,3}|twee|drie|vier|vijf|zes)\b"
    r"|\b(?:een )?uurtje of (?P<some>anderhalf|twee|drie|[2-9])\b"
    r"|\b(?:reken(?:t|en)? (?:maar )?op|trek er) "
    r"(?P<reckoned>\d{1,2}|een|twee|drie|vier|vijf|zes|anderhalf) (?:uur|uurtje)\b"
)
_FROM_TO = re.compile(r"(?i)\b(?:tot|tussen|t/m|tm|tem)\b|\d\s*(?:uur|u)?\s*[-–]\s*\d")
_BARE_HOURS = re.compile(r"(?i)(?:\d|een|twee|drie|vier|vijf|zes) uur(?:tje)?")
_EVEN = re.compile(r"(?i)\b(?:on)?even (?:week|weken)\b")
_TWO_DAYS = re.compile(r"(?i)\b(?:met|tijdens|rond) (?:de )?(?:pasen|pinksteren|kerst|kerstmis|kerstdagen|paasdagen)\b")
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
    times = [t for t in times if not _negated(reading, t)]
    if not times and week:
        times = parse(_THIS_WEEK, reading.setting.now) if _THE_WEEK.search(reading.text) else []
    lengths = [t for t in reading.times if t.duration and t.duration < timedelta(days=1) and not t.rule]
    after = _length_after(reading, times)
    if after is not None:
        times.remove(after)
    sets = [t for t in times if t.rule]
    clocks = several_clocks(reading)
    if clocks and (sets or not any(t.has_date for t in times)):
        return _daily(reading, sets, clocks), []
    if sets:
        values, doubts = _series(reading, sets[0], [t for t in times if not t.rule])
    elif times:
        main = _settled(reading, _together(reading, times))
        days = [t for t in times if t.has_date and t.start and not t.has_clock and t.kind == "date"]
        clocked = [t for t in times if t.has_clock]
        if _in_one_row(reading, times):
            values["start"] = [_iso(t, t.start) for t in times]
        elif len(days) > 1 and len(days) == len(times):
            values["start"] = [_iso(t, t.start) for t in days]
        elif days and len(clocked) == 1 and len(times) > 1 and (len(days) > 1 or clocked[0].has_date):
            starts = list(dict.fromkeys(_iso(t, t.start) for t in _each_day(reading, times, clocked[0])))
            values["start"] = starts if len(starts) > 1 else starts[0]
        else:
            values |= _written(main, alone=alone)
            if (end := _end_further_on(reading, main, times)) is not None:
                values["end"] = end.replace(tzinfo=None, microsecond=0).isoformat()
            values |= left_out(reading, main)
        if _open(reading, main):
            doubts.append(_doubt(reading, main, alone=alone))
    if lengths and lengths[0].duration:
        values["duration_min"] = int(lengths[0].duration.total_seconds() // 60)
    if after is not None:
        values["duration_min"] = _hours(reading.text[after.span[0] : after.span[1]].split()[0])
    said = _LENGTH_SAID.search(reading.text)
    if said:
        values["duration_min"] = _hours(said["hours"] or said["about"] or said["some"] or said["reckoned"])
    return values, doubts


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


def _in_one_row(reading: Reading, times: list[TimeExpression]) -> bool:
    """Whether days stand in a row, with one clock time or each its own: "dinsdag en vrijdag om 10 uur"."""
    if len(times) < 2 or any(t.start is None or t.end or t.alternatives for t in times):
        return False
    between = {reading.text[one.span[1] : other.span[0]].strip() for one, other in pairwise(times)}
    return all(t.has_date and t.has_clock for t in times) and between <= {",", "en", ", en"}


def _each_day(reading: Reading, times: list[TimeExpression], clock: TimeExpression) -> list[TimeExpression]:
    """One clock time on several days: "dinsdag en donderdag om 17:30"."""
    found = []
    for time_ in times:
        if time_.has_date and time_.start is not None:
            begin = clock.start or time_.start
            start = time_.start.replace(hour=begin.hour, minute=begin.minute)
            found.append(_settled(reading, replace(clock, start=start, has_date=True)))
    return found


def _settled(reading: Reading, time_: TimeExpression) -> TimeExpression:
    """A clock time that the task, or its own length, puts in the daytime: "tussen 8 en 12" is no evening."""
    if time_.reason != "part_of_day" or not (tasks.is_by_day(reading.rows[0]) or time_.end is not None):
        return time_
    by_day = [
        t
        for t in (time_, *time_.alternatives)
        if t.start is not None and 7 <= t.start.hour < 19 and (t.end is None or t.start.hour < t.end.hour <= 22)
    ]
    return replace(by_day[0], span=time_.span, alternatives=(), reason="") if len(by_day) == 1 else time_


_ONE_CLOCK = r"(?:om )?(?:half |kwart (?:voor|over) )?\d{1,2}(?:[.:]\d\d)?(?: ?uur| ?u)?"
_CLOCKS = re.compile(rf"(?i)\bom {_ONE_CLOCK}(?:\s*(?:,|en|,\s*en)\s*{_ONE_CLOCK}){{2,}}(?![\w:])")
_A_CLOCK = re.compile(rf"(?i){_ONE_CLOCK}")


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


def _hours(word: str) -> int:
    if word.lower() == "anderhalf":
        return 90
    return 60 * (int(word) if word.isdecimal() else numbers.number((word.lower(),)) or 1)


def _negated(reading: Reading, time_: TimeExpression) -> bool:
    """Whether "niet" stands before this time and another follows: "niet dinsdag maar donderdag"."""
    before = reading.text[: time_.span[0]].lower().rstrip()
    after = reading.text[time_.span[1] :].lower()
    if re.search(r"(in plaats van|ipv|i\.p\.v\.)( de| het)?$", before):
        return True
    if not re.search(r"(^|\s)niet$", before):
        return False
    another = any(other.span[1] < time_.span[0] for other in reading.times)
    return another or bool(re.match(r"[\s,]*(maar|wel)\b", after))


def _together(reading: Reading, times: list[TimeExpression]) -> TimeExpression:
    """One moment of a day that one part of the message names and a clock time that another does."""
    whole = [t for t in times if t.has_date and t.has_clock]
    if whole:
        return whole[0]
    days = [t for t in times if t.has_date]
    clocks = [t for t in times if t.has_clock]
    if days and clocks and days[0].start:
        midnight = days[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
        return reading.at_day(clocks[0], midnight, days[0].part if not clocks[0].part else "")
    return (days or times)[0]


def _iso(time_: TimeExpression, value: datetime | None) -> str:
    if value is None:
        return ""
    if not time_.has_clock and time_.part not in _PARTS:
        return value.date().isoformat()
    return value.replace(tzinfo=None, microsecond=0).isoformat()


def _clock(value: datetime | time) -> str:
    return value.strftime("%H:%M")


def _written(time_: TimeExpression, *, alone: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    bare = alone and not time_.has_date and time_.has_clock and time_.kind in ("time", "interval")
    if time_.start is not None:
        values["start"] = _clock(time_.start) if bare else _iso(time_, time_.start)
    if time_.end is not None and time_.kind == "interval":
        values["end"] = _clock(time_.end) if bare else _iso(time_, time_.end)
    if time_.part:
        values["part"] = time_.part
    return values


def _open(reading: Reading, time_: TimeExpression) -> bool:
    """Whether another reading is left that has not gone by."""
    return any(not reading.is_past(other) for other in time_.alternatives)


def _doubt(reading: Reading, time_: TimeExpression, *, alone: bool) -> Doubt:
    readings = [time_, *(other for other in time_.alternatives if not reading.is_past(other))]
    slot = "start" if time_.start is not None else "end"
    return Doubt(
        slot, tuple(dict.fromkeys(str(_written(r, alone=alone).get(slot, "")) for r in readings)), time_.reason
    )


def _daily(reading: Reading, sets: list[TimeExpression], clocks: list[time]) -> dict[str, Any]:
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
        "times": [_clock(clock) for clock in clocks],
    }


def _series(reading: Reading, set_: TimeExpression, others: list[TimeExpression]) -> tuple[dict[str, Any], list[Doubt]]:
    values: dict[str, Any] = {"rrule": leftout.without_weekdays(set_.rule or "", set_.exclusions)}
    doubts: list[Doubt] = []
    start, end = set_.start or set_.since, set_.end
    days_said = [t for t in others if t.has_date and t.start]
    if set_.rule == "FREQ=WEEKLY" and days_said:
        # "3x per week, ma wo en vr": the days stand beside
        said = " ".join(reading.text[t.span[0] : t.span[1]] for t in others if t.has_date)
        by_day = numbers.weekdays(tuple(re.findall(r"\w+", said.lower())))
        if by_day:
            values["rrule"] = f"FREQ=WEEKLY;BYDAY={','.join(by_day)}"
            start = min(t.start for t in days_said if t.start)
            others = [t for t in others if t.has_clock]
    clocks = [t for t in others if t.has_clock and t.start]
    if not set_.times and clocks and start is not None and clocks[0].start is not None:
        clock = clocks[0]
        begin = start.replace(hour=clock.start.hour, minute=clock.start.minute)  # type: ignore[union-attr]
        while begin <= reading.setting.now and set_.rule == "FREQ=DAILY":
            begin += timedelta(days=1)
        values["start"] = begin.replace(tzinfo=None, microsecond=0).isoformat()
        values["times"] = [_clock(begin)]
        if clock.end is not None and clock.start is not None and clock.kind == "interval":
            values["end"] = (begin + (clock.end - clock.start)).replace(tzinfo=None).isoformat()
        if clock.alternatives:
            doubts.append(
                Doubt("start", tuple(_clock(t.start) for t in (clock, *clock.alternatives) if t.start), clock.reason)
            )
    elif set_.times and start is not None:
        values["start"] = start.replace(tzinfo=None, microsecond=0).isoformat()
        values["times"] = [_clock(t) for t in set_.times]
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
        values |= _moved(values, max(now, values.get("from", "")))
    without, of_region = _without(reading, set_, values)
    if without:
        values["without"] = without
    doubts += of_region
    if set_.part:
        values["part"] = set_.part
    if set_.alternatives:
        doubts.append(_doubt(reading, set_, alone=False))
    return values, doubts


HORIZON = timedelta(days=730)  # a series' days off are worked out for so long ahead


def _without(reading: Reading, set_: TimeExpression, values: dict[str, Any]) -> tuple[list[str], list[Doubt]]:
    """The days that a series leaves out, as "2025-12-20/2026-01-04", the last included; which region, if it matters."""
    first = (set_.start or set_.since or reading.setting.now).date()
    last = (set_.until - timedelta(seconds=1)).date() if set_.until is not None else first + HORIZON
    if "until" in values:
        last = datetime.fromisoformat(values["until"]).date()
    region = reading.setting.region
    doubts = []
    if not region and leftout.needs_region(set_.exclusions, first, last):
        doubts.append(Doubt("region", REGIONS, "school_holidays"))
    found = leftout.days(set_.exclusions, first, last, region)
    return [f"{a}/{b}" for a, b in found if leftout.falls_in(values["rrule"], a, b)], doubts


def _moved(values: dict[str, Any], since: str) -> dict[str, Any]:
    """The `start` (and `end`) of a series, where the first one is before `since`: that of the first one after it."""
    if values["start"] >= since:
        return {}
    begin = datetime.fromisoformat(values["start"])
    earliest = datetime.fromisoformat(since)
    first = rrulestr(values["rrule"], dtstart=begin).after(earliest, inc=True)
    if first is None:
        return {}
    moved = {"start": first.isoformat()}
    if "end" in values:
        moved["end"] = (datetime.fromisoformat(values["end"]) + (first - begin)).isoformat()
    return moved


def days(reading: Reading) -> tuple[dict[str, Any], list[Doubt]]:
    """`from` and `until` of an absence: dates, both included; times of day where the text says them."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    times = [t for t in reading.future if not t.rule]
    if not times:
        return values, doubts
    main = _together(reading, times)
    lengths = [t.duration for t in reading.times if t.kind == "duration" and t.duration]
    if main.alternatives:  # "de herfstvakantie, 18 t/m 26 oktober": the dates settle which
        main = next((t for t in times if t.start == main.start and t.end and not t.alternatives), main)
    start, end = main.start, main.end
    open_ended = main.kind == "interval" and end is None
    if start is not None and lengths and lengths[0] and (open_ended or lengths[0] >= timedelta(days=1)):
        end = start + lengths[0]
    later = [
        t
        for t in times
        if t is not main and t.end and start and t.end > start and t.kind == "interval" and t.start is None
    ]
    if later:
        end = later[0].end
    if end is not None and main.kind == "date" and _TWO_DAYS.search(reading.text):
        end += timedelta(days=1)
    if main.has_clock or main.part in _PARTS:
        if start is not None:
            values["from"] = _iso(main, start)
        if end is not None:
            values["until"] = _iso(main, end)
    else:
        if start is not None:
            values["from"] = start.date().isoformat()
        if end is not None:
            values["until"] = (end - timedelta(seconds=1)).date().isoformat()
    more = [t for t in times if t.kind == "date" and t.start and t is not main and not t.has_clock]
    if more and main.kind == "date":
        said = sorted({t.start.date() for t in [main, *more] if t.start})
        values["from"], values["until"] = said[0].isoformat(), said[-1].isoformat()
        if any((b - a).days > 1 for a, b in pairwise(said)):
            values["days"] = [day.isoformat() for day in said]  # "dinsdag en donderdag": not the Wednesday
    values |= left_out(reading, main)
    if main.alternatives:
        reads = tuple(dict.fromkeys(t.start.date().isoformat() for t in (main, *main.alternatives) if t.start))
        doubts.append(Doubt("from", reads, main.reason))
    return values, doubts


A_WHILE = timedelta(hours=2)  # what somebody has to do at a clock time keeps them from the rest about so long


def for_a_while(values: Mapping[str, Any]) -> dict[str, str]:
    """`until` of what begins at a clock time and has no end yet; nothing where it has one."""
    begin = values.get("from")
    if not isinstance(begin, str) or "T" not in begin or "until" in values:
        return {}
    return {"until": (datetime.fromisoformat(begin) + A_WHILE).isoformat()}


def change(reading: Reading) -> tuple[dict[str, Any], list[Doubt]]:
    """What a task becomes: the last time said is the new one, an earlier one says which is meant (`from`)."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    times = [t for t in reading.future if not _negated(reading, t)]
    row = reading.text.lower()
    target = [
        t
        for t in times
        if re.search(r"\b(naar|op|wordt|om|tot)\W*(de\s)?$", row[: t.span[0]])
        or re.match(r"(naar|wordt)\b", row[t.span[0] :])
    ]
    new = target[-1] if target else times[-1] if times else None
    lengths = [t.duration for t in reading.times if t.kind == "duration" and t.duration]
    if new is not None:
        first_new = times.index(new)
        if (
            new.has_clock
            and not new.has_date
            and first_new > 0
            and target[:1] == [times[first_new - 1]]
            and len(target) > 1
        ):
            first_new -= 1
            new = _together(reading, times[first_new:])
        elif new.has_date and not new.has_clock and first_new + 1 < len(times) and times[first_new + 1].has_clock:
            new = _together(reading, times[first_new:])
        new = _settled(reading, new)
        old = times[:first_new]
        named_day = [t for t in times if t.has_date and not t.has_clock]
        if not old and new.has_clock and not new.has_date and named_day:
            old = named_day
        values |= _written(new, alone=True)
        if old and old[0].start is not None:
            values["from"] = _iso(old[0], old[0].start)
        if _open(reading, new):
            doubts.append(_doubt(reading, new, alone=True))
        values.pop("part", None)
    if lengths and lengths[0]:
        values["duration_min"] = int(lengths[0].total_seconds() // 60)
    return values, doubts


def between(values: Mapping[str, Any]) -> dict[str, int]:
    """`duration_min` of what has a beginning and an end: "van 2 tot half 4"; nothing where it has not."""
    start, end = values.get("start"), values.get("end")
    if not (isinstance(start, str) and isinstance(end, str)) or len(start) != len(end) or ":" not in start:
        return {}
    moments = [datetime.fromisoformat(said if "T" in said else f"2000-01-01T{said}") for said in (start, end)]
    minutes = int((moments[1] - moments[0]).total_seconds() // 60) % (24 * 60)
    return {"duration_min": minutes} if minutes else {}
