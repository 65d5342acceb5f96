"""A week written on one line: "rooster: ma Dora koken, di Jan koken en wo Lotte koken"."""

from __future__ import annotations

import re

from locales.nl.spoken import SHORT_DAYS, WEEKDAYS

_DAY = dict(zip(SHORT_DAYS, WEEKDAYS, strict=True))
_DAYS = "|".join((*WEEKDAYS, *SHORT_DAYS))
_HEAD = re.compile(rf"(?i)(?!(?:{_DAYS})\b)[^,:;.!?\n]{{3,40}}:\s+(?=(?:{_DAYS})\b)")
_NEXT = re.compile(rf"(?i)(?:\s*[,;/|]\s*|\s+en\s+)(?=(?:{_DAYS})\b)")
_BEGINS = re.compile(rf"(?i)(?:{_DAYS})\b")
_SHORT = re.compile(rf"(?i)^(?:{'|'.join(SHORT_DAYS)})\b(?!\s+en\b)")
_FEWEST = 3  # days; two may be when one thing is to be done


def by_day(line: str) -> list[str]:
    """The head of a week on one line, and what stands at each of its days; [] where it is none."""
    head = _HEAD.match(line)
    days = _NEXT.split(line[head.end() :]) if head else []
    return [head[0].rstrip(), *days] if head and len(days) >= _FEWEST else []


def days_in_full(lines: list[str]) -> list[str]:
    """The lines of a week with their days in full: where others begin with a day, "ma" is no mother."""
    if sum(_BEGINS.match(line) is not None for line in lines) < _FEWEST:
        return lines
    return [_SHORT.sub(lambda found: _DAY[found[0].lower()], line, count=1) for line in lines]


def is_head(line: str) -> bool:
    """Whether this line only says what stands below it."""
    return line.endswith(":")
