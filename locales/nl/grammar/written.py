"""What figures are by their form: a clock time, a date, two numbers with a dash, hours in four figures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

YEARS = ("19", "20")  # "2025-2030" are years
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?")
_DAY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_PAIR = re.compile(r"(\d{1,2})([-/])(\d{1,2})")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]


@lru_cache(maxsize=2048)
def classified(word: str) -> tuple[tuple[str, Any, int, int], ...]:
    """What figures mean by their form: (kind, value, start, end) of one token, or of three where a dash joins two."""
    size = len(word)
    if word.isdigit():
        return (("number", int(word), 0, size),) if size <= 4 else (("junk", None, 0, size),)
    match = _CLOCK.fullmatch(word)
    if match and int(match[1]) <= 24 and int(match[2]) < 60:
        return (("clock", (int(match[1]), int(match[2]), match[1][0] == "0" and len(match[1]) == 2), 0, size),)
    match = _ISO.fullmatch(word)
    if match:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        return (("date", (year, month, day), 0, size),) if exists(month, day) else (("junk", None, 0, size),)
    match = _DAY.fullmatch(word)
    if match:
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        fits = exists(month, day)
        return (
            (("date", (year + 2000 if year < 100 else year, month, day), 0, size),)
            if fits
            else (("junk", None, 0, size),)
        )
    match = _PAIR.fullmatch(word)
    if match:
        return (("pair", (int(match[1]), match[2], int(match[3])), 0, size),)
    if re.fullmatch(r"\d+[.,]\d+", word):
        return (("decimal", float(word.replace(",", ".")), 0, size),)
    if word.count("-") == 1 and not re.search(r"\d{5}", word):
        first, second = word.split("-")
        left, right = classified(first), classified(second)
        if (
            left[0][0] == right[0][0] == "number"
            and (hours := military(first))
            and (until := military(second))
            and until > hours
            and not (first[:2] in YEARS and second[:2] in YEARS)
        ):
            cut = len(first)  # "1330-1500"
            return ("clock", hours, 0, cut), ("mark", None, cut, cut + 1), ("clock", until, cut + 1, size)
        kinds = {left[0][0], right[0][0]}
        if len(left) == len(right) == 1 and kinds <= {"number", "clock", "pair", "date"} and kinds != {"number"}:
            cut = len(first)
            return (
                (left[0][0], left[0][1], 0, cut),
                ("mark", None, cut, cut + 1),
                (right[0][0], right[0][1], cut + 1, size),
            )
    return (("junk", None, 0, size),)


def military(word: str) -> tuple[int, int, bool] | None:
    """The hour that four figures are: "0900", "1330"."""
    hour, minute = divmod(int(word), 100)
    return (hour, minute, True) if len(word) == 4 and hour < 24 and minute < 60 and minute % 5 == 0 else None


def until_with_minutes(word: str, minute: int) -> tuple[tuple[str, Any, int, int], ...]:
    """The hours of "10.00-11u30" and "9-11u30", of which the figures before the letter are `word`."""
    first, _, last = word.partition("-")
    left = classified(first)
    if not last.isdigit() or int(last) > 24 or minute > 59 or len(left) != 1 or left[0][0] not in ("clock", "number"):
        return ()
    cut = len(first)
    until = ("clock", (int(last), minute, False), cut + 1, len(word))
    return (left[0][0], left[0][1], 0, cut), ("mark", None, cut, cut + 1), until
