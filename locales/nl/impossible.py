"""What is said and cannot be: a shift of 40 hours or none, the 31st of February, and help in the past."""

from __future__ import annotations

import calendar
import re
from datetime import datetime

from locales.nl.time import parse
from locales.nl.words import fold

_LONG = re.compile(r"\b(\d{1,4})\s*(?:uur|uren|u)\b(?! (?:geleden|later|eerder|van tevoren|vooraf))")
_NONE = re.compile(
    r"(?<!om )(?<!vanaf )(?<!tot )(?<!rond )(?<!na )(?<!voor )\b(?:0|nul) (?:uur|uren|minuten|min|minuut)\b"
)
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober")
_ALL_MONTHS = (*_MONTHS, "november", "december")
_NAMED = re.compile(
    rf"\b(\d{{1,2}})\s+({'|'.join(name if len(name) < 4 else f'{name}|{name[:3]}' for name in _ALL_MONTHS)})\b"
)
_NUMBERED = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/]\d{2,4})?\b")
_TOLD = re.compile(
    r"\b(?:ge\w{2,}(?:d|t|en)|ver\w+(?:d|t)|was|waren|heb|hebt|heeft|had|hadden|hebben|is|zijn|ging|kwam|deed)\b"
)
_SHORT = {name[:3]: number for number, name in enumerate(_ALL_MONTHS, 1)} | {"maa": 3}
LONGEST_DAY = 24


def odd_length(text: str) -> int | None:
    """The minutes of a length that no shift has: "40 uur", "0 uur"; None where there is none."""
    said = fold(text)
    if _NONE.search(said):
        return 0
    hours = [int(number) for number in _LONG.findall(said)]
    return next((60 * number for number in hours if number > LONGEST_DAY and number < 1000), None)


def no_such_day(text: str) -> str:
    """The date in a text that no calendar has, as it was written: "31 februari"; "" where there is none."""
    said = fold(text)
    for match in _NAMED.finditer(said):
        if int(match[1]) > _days(_SHORT[match[2][:3]]) or match[1] in ("0", "00"):
            return match.group()
    for match in _NUMBERED.finditer(said):
        day, month = int(match[1]), int(match[2])
        if 1 <= month <= 12 and _days(month) < day <= 31:
            return match.group()
    return ""


def _days(month: int) -> int:
    return calendar.monthrange(2024, month)[1]  # a leap year: whether 29 February is there is for others to say


def in_the_past(text: str, now: datetime) -> tuple[datetime, bool, str] | None:
    """A moment gone by that help is asked for, whether its hour was said, and the text as if it were tomorrow.

    None where there is none, and where the text tells what happened.
    """
    if _TOLD.search(fold(text)) or len(text) > 200:
        return None
    times = [one for one in parse(text, now) if one.kind in ("date", "datetime") and one.start is not None]
    if len(times) != 1 or times[0].start is None:
        return None
    start, clock = times[0].start, times[0].kind == "datetime"
    if start >= now or (not clock and start.date() >= now.date()):
        return None
    first, last = times[0].span
    return start, clock, f"{text[:first]}morgen om 10:00{text[last:]}"
