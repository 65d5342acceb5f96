"""How well sets of times are read that were written before the grammar saw them: `tests/time_talk/*.txt`.

    python -m tests.time_talk_scores [--show] [SET.txt ...]

A line is `what somebody types = what it means`; `/` stands between readings that are all right, `&` between expressions
that the text holds together, `-` is no time at all, and a line with `@` gives the moment it is read at. What it means:

    4-3, 4-3-2026                 a day            4-3 14:30        a moment
    4-3..6-3                      days, the last included
    4-3 9:00..4-3 12:00           hours            9-3.., ..9-3, ..<9-3   open; `<`: not that day itself
    T 7:30, T! 19:30              a clock time without a day: morning or evening, or this hour alone
    P 4-3 avond                   a part of a day, with any of its usual bounds
    D 90m, D 2h, D 3d, D 2w       a length
    S WEEKLY/2 MO,FR @08:00,20:00 %EV >4-3 <30-6 !...   a recurrence: since, until and with the last day, without

As in the corpus: a text has all its expressions right or none, an end of days may be the last day or the day after it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from locales.nl.grammar.expression import Hint, TimeExpression
from locales.nl.time import parse
from tests.corpus import answer

SETS = Path(__file__).parent / "time_talk"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = timedelta(days=1)
# hours that a part of a day may begin and end at; beyond 24 on the next day
PARTS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "ochtend": ((0, 4, 6, 7, 8), (12,)),
    "voormiddag": ((6, 8, 9), (12,)),
    "middag": ((12, 13), (16, 17, 18)),
    "avond": ((16, 17, 18), (20, 22, 23, 24)),
    "nacht": ((18, 20, 21, 22, 23, 24), (24, 28, 29, 30, 31, 32)),
    "dag": ((6, 7, 8, 9), (16, 17, 18)),
}


@dataclass(frozen=True)
class Line:
    """One text with the moment it is read at (aware) and every meaning that is right."""

    now: datetime
    text: str
    meaning: str


def lines(path: Path) -> Iterator[Line]:
    """The lines of a set."""
    now = datetime(2025, 3, 3, 10, tzinfo=AMSTERDAM)
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("@"):
            now = datetime.fromisoformat(row[1:].strip()).replace(tzinfo=AMSTERDAM)
        elif row and not row.startswith("#"):
            text, _, meaning = row.rpartition(" = ")
            yield Line(now, text, meaning.strip())


def right(line: Line, found: list[TimeExpression]) -> bool:
    """Whether what was found is one of the meanings."""
    return any(_all(way.strip(), found, line.now) for way in line.meaning.split(" / "))


def _all(way: str, found: list[TimeExpression], now: datetime) -> bool:
    wanted = [one.strip() for one in way.split(" & ") if one.strip() != "-"]
    return len(wanted) == len(found) and all(_one(w, f, now) for w, f in zip(wanted, found, strict=True))


def _one(want: str, found: TimeExpression, now: datetime) -> bool:
    kind, _, rest = want.partition(" ")
    if kind == "S":
        return _set(rest, found, now)
    if kind == "D":
        amount, unit = re.fullmatch(r"([\d.]+)(m|h|d|w|y)", rest).groups()  # type: ignore[union-attr]
        size = {"m": 60, "h": 3600, "d": 86400, "w": 7 * 86400, "y": 365 * 86400}[unit]
        seconds = answer(found)[2].get("duration")
        return seconds is not None and abs(seconds - float(amount) * size) <= 60 and found.rule is None
    if found.rule is not None:
        return False
    start, end = _local(found.start), _local(found.end)
    if kind in ("T", "T!"):
        return end is None and start in _clocks(rest, kind == "T", now)
    if kind == "P":
        day, name = rest.split(" ")
        first = _at(day, now)[0]
        begins, ends = PARTS[name]
        return start in [first + timedelta(hours=h) for h in begins] and end in [
            first + timedelta(hours=h) for h in ends
        ]
    return _span(want, start, end, now)


def _clocks(clock: str, either: bool, now: datetime) -> list[datetime]:
    hour, minute = (int(piece) for piece in clock.split(":"))
    today = now.replace(tzinfo=None, hour=0, minute=0)
    hours = {hour, (hour + 12) % 24} if either and hour <= 12 else {hour}
    return [today + timedelta(days=d, hours=h, minutes=minute) for d in (0, 1) for h in hours]


def _span(want: str, start: datetime | None, end: datetime | None, now: datetime) -> bool:
    if ".." not in want:
        at, timed = _at(want, now)
        return start == at and (end in (None, at) or (not timed and end == at + DAY))
    first, last = want.split("..")
    right_start = start in (None, now.replace(tzinfo=None)) if not first else start == _at(first, now)[0]
    if not last:
        return right_start and end is None
    at, timed = _at(last.removeprefix("<"), now)
    ends = (at,) if timed or last.startswith("<") else (at, at + DAY)
    return right_start and end in ends


def _at(said: str, now: datetime) -> tuple[datetime, bool]:
    day, _, clock = said.strip().partition(" ")
    numbers = [int(piece) for piece in day.split("-")]
    hour, minute = (int(piece) for piece in clock.split(":")) if clock else (0, 0)
    year = numbers[2] if len(numbers) > 2 else now.year
    return datetime(year, numbers[1], numbers[0], hour, minute), bool(clock)  # noqa: DTZ001 a wall clock


def _local(value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=None, second=0, microsecond=0) if value is not None else None


def _set(want: str, found: TimeExpression, now: datetime) -> bool:
    if found.rule is None:
        return False
    recur = answer(found)[2]["recur"]
    pieces = want.split(" ")
    frequency, _, interval = pieces[0].partition("/")
    if recur["freq"] != frequency or recur["interval"] != int(interval or 1):
        return False
    days = pieces[1] if len(pieces) > 1 and pieces[1][0].isalpha() else ""
    if sorted(recur["byday"]) != sorted(days.split(",") if days else []):
        return False
    marks = {piece[0]: piece[1:] for piece in pieces[1:] if not piece[0].isalpha()}
    times = [clock.strftime("%H:%M") for clock in found.times]
    if times != (marks["@"].split(",") if "@" in marks else []) or (recur["part"] or "") != marks.get("%", ""):
        return False
    since, until = _local(found.since), _local(found.until)
    if ">" in marks and since != _at(marks[">"], now)[0]:
        return False
    if "<" in marks and (until is None or until not in (_at(marks["<"], now)[0], _at(marks["<"], now)[0] + DAY)):
        return False
    return bool(found.exclusions) == ("!" in marks)


def score(path: Path, show: bool = False) -> tuple[int, int, int]:
    """How many lines a set has, how many are exactly right, and how many are answered wrongly."""
    count = exact = wrong = 0
    for line in lines(path):
        found = parse(line.text, line.now, hint=Hint(region="midden" if "regio" in path.stem else ""))
        good = right(line, found)
        count, exact, wrong = count + 1, exact + good, wrong + (bool(found) and not good)
        if show and not good:
            print(f"{line.now:%a %d %b %H:%M} {line.text!r}: {[_brief(f) for f in found]} is not {line.meaning}")
    return count, exact, wrong


def _brief(e: TimeExpression) -> str:
    if e.rule is not None:
        times = ",".join(t.strftime("%H:%M") for t in e.times)
        bounds = " ".join(f"{m}{v:%d-%m-%Y}" for m, v in ((">", e.since), ("<", e.until)) if v is not None)
        return f"{e.rule} @{times} %{e.part} {bounds} {'!' * len(e.exclusions)}"
    if e.start is None and e.end is None:
        return f"D {e.duration}"
    return f"{str(_local(e.start))[:16]}..{str(_local(e.end))[:16]}" + (" ?" + e.reason if e.reason else "")


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    for path in [Path(name) for name in names] or sorted(SETS.glob("*.txt")):
        count, exact, wrong = score(path, "--show" in sys.argv)
        print(f"{path.stem:12} {count} texts, {exact / count:6.1%} exact, {wrong / count:5.1%} answered wrong")


if __name__ == "__main__":
    main()
