"""A week that is written out: "rooster: ma Dora koken, di Jan koken", on one line or with a line for each day."""

from __future__ import annotations

import re

from locales.nl.spoken import MONTHS, SHORT_DAYS, SHORT_MONTHS, WEEKDAYS

_DAY = dict(zip(SHORT_DAYS, WEEKDAYS, strict=True))
_WEEKEND = "weekend|weekeinde"
_IN_FULL = {**_DAY, **dict.fromkeys(_WEEKEND.split("|"), f"{WEEKDAYS[5]} {WEEKDAYS[6]}")}
_DAYS = "|".join((*WEEKDAYS, *SHORT_DAYS))
_NAMED = rf"(?:{'|'.join(WEEKDAYS)})(?:ochtend|middag|avond|nacht)?s?\b|(?:{'|'.join(SHORT_DAYS)}|{_WEEKEND})\b"
_LONG = "|".join(WEEKDAYS)
_HEAD = re.compile(  # "dit hing op de koelkast:", "volgende week", "zo ziet de week eruit:"
    rf"(?i)(?:(?!{_NAMED})(?:(?!\b(?:{_LONG})\b)[^:;\n]){{3,80}}?[:.!\n]"
    rf"|zo\b(?:(?!\b(?:{_LONG})\b)[^:;\n\d]){{3,80}}?:"
    rf"|(?:deze|volgende|komende) week,?)\s+(?=(?:{_NAMED}))"
)
_NEXT = re.compile(rf"(?i)(?:\s*[,;/|]\s*|[.!?]\s+|\s+en\s+|\s*\n\s*)(?=(?:{_NAMED}))")
_BEGINS = re.compile(rf"(?i)(?:{_NAMED})")
_SHORT = re.compile(rf"(?i)^(?:{'|'.join(SHORT_DAYS)})\b(?!\s+en\b)")
_THROUGH = re.compile(rf"(?i)^(?:{_DAYS})\s*(?:-|t/?m|tot(?: en met)?)\s*(?:{_DAYS})\b")
_AFTER = re.compile(r"^\s*[:.\-–=]*\s*")  # what parts a day from what stands at it
_SELF = re.compile(r"(?i)(?:^|[\s(:,-])(?:ik|ikzelf|ikke|mij|zelf)(?:[\s),.]|$)")
_CERTAIN = re.compile(  # what says which week a weekday is in
    rf"(?i)\b\d\d? ?(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\b|\b\d\d?(?:e|ste|de)\b|\bweek\b"
    r"|(?<![\d:.])\d\d?[-/](?:0?[1-9]|1[0-2])\b(?![:.]\d| ?(?:u|uur)\b)"
    r"|\b(?:deze|volgende?|komende?|aanstaande|eerstvolgende|vandaag|vanavond|morgen|overmorgen)\b"
)
_NOTHING = re.compile(r"(?i)(?:niks|niets|geen\w*|niemand|vrij|nvt|leeg|x+)\W*")
_FEWEST = 3  # days; two may be when one thing is to be done


def by_day(text: str) -> list[str]:
    """What stands above a week ("" for nothing), and what stands at each of its days; [] where it is none."""
    head = _HEAD.match(text)
    if head is None and not _BEGINS.match(text):
        return []
    days = _NEXT.split(text[head.end() :] if head else text)
    lines = _shared(days)
    return [head[0].strip() if head else "", *lines] if len(lines) >= _FEWEST else []


def _shared(days: list[str]) -> list[str]:
    """The same with a line for each day, where several are named before what they share: "ma, wo en vr Piet"."""
    lines: list[str] = []
    waiting: list[str] = []
    for said in days:
        named, rest = ([], said) if _THROUGH.match(said) else _days_before(said)
        if rest or not named:
            lines += [f"{day} {rest}" for day in (*waiting, *named)] if named else [*waiting, said]
            waiting = []
        else:
            waiting += named
    return [*lines, *waiting]


def _days_before(said: str) -> tuple[list[str], str]:
    """The days in full with which it begins, one after the other, and what comes after them."""
    named: list[str] = []
    short = False
    while (begins := _BEGINS.match(said)) is not None:
        day = begins[0].lower()
        full = _IN_FULL.get(day, day).split()
        follows = not named or (short and day in _DAY and WEEKDAYS.index(full[0]) > WEEKDAYS.index(named[-1]))
        if not follows:
            break
        named += full
        short = day in _DAY
        said = _AFTER.sub("", said[begins.end() :], count=1)
    return named, said


def days_in_full(lines: list[str]) -> list[str]:
    """The lines of a week with their days in full: where others begin with a day, "ma" is no mother."""
    if sum(_BEGINS.match(line) is not None for line in lines) < _FEWEST:
        return lines
    return [_SHORT.sub(lambda found: _DAY[found[0].lower()], line, count=1) for line in lines]


def is_of_any_week(line: str) -> bool:
    """Whether its weekday is that of no certain week."""
    return _BEGINS.match(line) is not None and not _CERTAIN.search(line)


def says_nothing_is_done(what: str) -> bool:
    """Whether what stands at a day is that nothing is done: "niks", "vrij", "-"."""
    return _NOTHING.fullmatch(what.strip()) is not None


def is_head(line: str) -> bool:
    """Whether this line only says what stands below it."""
    return line.endswith(":")


def names_a_day(line: str) -> bool:
    """Whether a line begins with a day of the week."""
    return _BEGINS.match(line) is not None


def is_of_the_speaker(line: str) -> bool:
    """Whether a line ends with or begins with who writes: "donderdag fysio 9:15 (ik)", "do ik koken"."""
    return bool(_SELF.search(line))
