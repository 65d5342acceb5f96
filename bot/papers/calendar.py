"""The roster for Google, Apple and Outlook (RFC 5545): series as real recurrences, what differs as exceptions.

UIDs stay the same and SEQUENCE grows, so that a change moves an entry instead of doubling it. Nothing depends on the
moment of writing: the same roster gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone

from scheduling.recurrence import end_of, occurrences, stretches

REFRESH = "PT1H"  # how often a calendar program is asked to look again; most decide for themselves
FOLD = 74  # bytes in a line, at most 75 with the space that continues it


@dataclass(frozen=True)
class Entry:
    """One shift as it stands in a calendar."""

    shift: int
    series: int
    original: datetime  # UTC, as its series made it
    start: datetime  # local, aware
    end: datetime
    title: str
    sequence: int
    since: datetime  # when it came to be so, aware
    tentative: bool = False  # somebody is wanted still


@dataclass(frozen=True)
class Habit:
    """A series that is somebody's as a whole, so that it goes on beyond the shifts that exist."""

    series: int
    starts: datetime  # UTC
    rule: str
    minutes: int
    title: str  # of an occurrence on which nothing differs
    sequence: int
    since: datetime
    made_until: datetime  # shifts exist up to here: an occurrence that lacks one is not to be
    ends: datetime | None = None  # it does not go on beyond this
    without: str = ""  # days it leaves out


def calendar(name: str, zone: str, entries: Iterable[Entry], habits: Iterable[Habit], first: date) -> bytes:
    """A calendar from the day `first` on. Entries of a habit's series become its occurrences and exceptions."""
    head = (
        "BEGIN:VCALENDAR",
        "PRODID:-//zorgkring//NL",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"NAME:{_text(name)}",
        f"X-WR-TIMEZONE:{zone}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *_zone(zone, first.year),
    )
    parts = [_folded(line) for line in head]
    left = {entry.shift: entry for entry in entries}
    for habit in habits:
        own = {entry.original: entry for entry in left.values() if entry.series == habit.series}
        recurring, used = _series(habit, own, zone, first)
        parts += recurring
        for entry in used:
            del left[entry.shift]
    parts += [_event(f"shift-{entry.shift}@zorgkring", entry, zone) for entry in left.values()]
    parts.append("END:VCALENDAR\r\n")
    return "".join(parts).encode()


def _series(habit: Habit, own: dict[datetime, Entry], zone: str, first: date) -> tuple[list[str], list[Entry]]:
    """The series as it is written, and the entries that it holds."""
    local = ZoneInfo(zone)
    begin = datetime(first.year, first.month, first.day, tzinfo=local).astimezone(UTC)
    horizon = max(habit.made_until, begin + timedelta(days=400))
    ends = min(habit.ends or horizon, horizon)
    grid = list(occurrences(habit.starts, habit.rule, zone, begin, ends))
    if not grid:
        return [], []
    uid = f"series-{habit.series}@zorgkring"
    used, missing, different = [], [], []
    free = stretches(habit.without)
    for start in grid:
        entry = own.get(start)
        left_out = any(a <= start.astimezone(local).date() <= b for a, b in free)
        if entry is None and (left_out or start < habit.made_until):
            missing.append(start)
            continue
        wall = start.astimezone(local)
        end = end_of(start, habit.minutes, zone).astimezone(local)
        if entry is None:
            # On the night that the clocks change, programs disagree on what a length means: say when it ends.
            if end.utcoffset() != wall.utcoffset():
                entry = Entry(0, habit.series, start, wall, end, habit.title, habit.sequence, habit.since)
                different.append(entry)
            continue
        used.append(entry)
        same = (entry.start, entry.end, entry.title, entry.tentative) == (wall, end, habit.title, False)
        if not same or end.utcoffset() != wall.utcoffset():
            different.append(entry)
    if not used and len(missing) == len(grid):
        return [], []
    wall = grid[0].astimezone(local)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{habit.sequence}",
        f"DTSTAMP:{_utc(habit.since)}",
        f"DTSTART;TZID={zone}:{_wall(wall)}",
        f"DURATION:{_length(habit.minutes)}",
        f"RRULE:{_rule(habit, zone)}",
        *(f"EXDATE;TZID={zone}:{_wall(start.astimezone(local))}" for start in missing),
        f"SUMMARY:{_text(habit.title)}",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]
    parts = [_folded(line) for line in lines]
    for entry in different:
        original = f"RECURRENCE-ID;TZID={zone}:{_wall(entry.original.astimezone(local))}\r\n"
        parts.append(_event(uid, entry, zone, original))
    return parts, used


def _rule(habit: Habit, zone: str) -> str:
    """The rule without its count, which would begin anew at a later first day, and with its end in UTC."""
    parts = [part for part in habit.rule.split(";") if not part.startswith(("COUNT=", "UNTIL="))]
    last = habit.ends
    if len(parts) < len(habit.rule.split(";")):
        until = max(occurrences(habit.starts, habit.rule, zone, habit.starts, datetime.max.replace(tzinfo=UTC)))
        last = until if last is None else min(until, last)
    return ";".join(parts if last is None else [*parts, f"UNTIL={_utc(last)}"])


def _event(uid: str, entry: Entry, zone: str, original: str = "") -> str:
    """An entry as it is written. Its title is its only line that may have to be folded."""
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\n{original}SEQUENCE:{entry.sequence}\r\nDTSTAMP:{_utc(entry.since)}\r\n"
        f"DTSTART;TZID={zone}:{_wall(entry.start)}\r\nDTEND;TZID={zone}:{_wall(entry.end)}\r\n{_summary(entry.title)}"
        f"STATUS:{'TENTATIVE' if entry.tentative else 'CONFIRMED'}\r\nEND:VEVENT\r\n"
    )


# Written here and not with icalendar's components, which take longer: see benchmarks/calendar_feed.py.


@lru_cache(1024)  # the same shifts come every week
def _summary(title: str) -> str:
    return _folded(f"SUMMARY:{_text(title)}")


def _wall(moment: datetime) -> str:
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def _utc(moment: datetime) -> str:
    return _wall(moment if moment.tzinfo is UTC else moment.astimezone(UTC)) + "Z"


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _text(text: str) -> str:
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    if len(line) <= FOLD and line.isascii():
        return line + "\r\n"
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > FOLD:
            pieces.append(piece)
            piece, size = "", 1
        piece += sign
        size += width
    return "\r\n ".join([*pieces, piece]) + "\r\n"


@cache
def _zone(zone: str, year: int) -> tuple[str, ...]:
    made = Timezone.from_tzid(zone, first_date=date(year - 1, 1, 1), last_date=date(year + 10, 12, 31))
    text: str = made.to_ical().decode()
    return tuple(_unfolded(text.split("\r\n")))


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    whole = ""
    for line in lines:
        if line.startswith(" "):
            whole += line[1:]
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole
