"""Two things set against each other: "vrijdag kan ik niet, zaterdag wel", "niet donderdag maar vrijdag"."""

from __future__ import annotations

import re
from datetime import date, datetime

from locales.nl import phrases
from locales.nl.instants import opens_clock
from locales.nl.reading import Reading
from locales.nl.time import parse

_INSTEAD = re.compile(r"\b(?:niet|geen) (?:\w+ ){1,4}?maar\b")
_SIDES = re.compile(r"(?i)(?:(?!,|;|\. |\bmaar\b|(?<=niet )ik\b).)+")
_NO_SIDE = re.compile(r"(?i)\b(?:niet|geen)\b")
_YES_SIDE = re.compile(r"(?i)\bwel\b")


_BETTER = re.compile(
    r"(?i)(?<=\w)\s*[,.;-]*\s+(?:(?:of|o|oh|eh|uh|sorry)[, ]+)?(?:nee|wacht(?: even)?)[, ]+"
    r"(?:(?:wacht|sorry|toch|doe maar|foutje|(?:dat |ik )?(?:zei|zeg) (?:ik )?(?:het |dat )?(?:verkeerd|fout)"
    r"|(?:dat|het) (?:is|was|wordt|moet)(?: op)?)[, ]+)*"
    r"(?!ik\b|we\b|dat\b|niet\b|hoor\b|laat\b|dank)"
)
_TAKES_BACK = re.compile(r"(?i)\b(?:nee|wacht)\b")
_CLOCK = re.compile(
    r"(?i)(?:\b(?:om|rond|tegen) )?"
    r"\b(?:half \w+|kwart (?:voor|over) \w+|\d{1,2}[.:]\d\d(?: ?u(?:ur)?)?|\d{1,2} ?u(?:ur)?)\b"
)
_DAY = re.compile(
    r"(?i)(?:\bop )?(?:\b(?:volgende|komende|aanstaande|deze) (?:week )?)?"
    r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:over)?morgen|vandaag|de \d{1,2}e)\b"
)


def put_right(text: str, now: datetime) -> str:
    """A message without the time that it takes back itself: "zaterdag 11 uur kapper, of nee, half 12"."""
    better = _BETTER.search(text) if _TAKES_BACK.search(text) else None
    if better is None or not better.start():
        return text
    before, after = text[: better.start()], text[better.end() :]
    new = next(iter(parse(after, now)), None)
    if new is None or new.span[0] > len("om ") or not parse(before, now):
        return text
    rest = _without_last(_CLOCK, before) if new.has_clock else before
    rest = _without_last(_DAY, rest) if new.has_date else rest
    return " ".join(f"{rest} {after}".split()) if rest != before else text


def _without_last(pattern: re.Pattern[str], text: str) -> str:
    last = next(reversed(list(pattern.finditer(text))), None)
    return f"{text[: last.start()]} {text[last.end() :]}" if last else text


def one_side(reading: Reading, *, can: bool) -> str | None:
    """A contrast of days with the other side blanked out ("vrijdag kan ik niet, zaterdag wel"): what one can do, or
    what not. None where there is no such contrast."""
    sides: list[tuple[int, int, bool]] = []
    for piece in _SIDES.finditer(reading.text):
        begin, end = piece.span()
        no, yes = _NO_SIDE.search(piece.group()), _YES_SIDE.search(piece.group())
        if not (no or yes or sides):  # most pieces: their times need not be read
            continue
        dated = any(begin <= t.span[0] < end and (t.has_date or t.rule) for t in reading.times)
        if dated and (no or yes):
            sides.append((begin, end, no is None))
        elif sides and not dated and not no and not yes and opens_clock(piece.group().strip()):  # ", om half zes"
            sides[-1] = (sides[-1][0], end, sides[-1][2])
    if {side for *_, side in sides} != {True, False}:
        return None
    rest = list(reading.text)
    for begin, end, side in sides:
        if side is not can:
            rest[begin:end] = " " * (end - begin)
    return "".join(rest)


def puts_right(reading: Reading) -> bool:
    """Whether one thing is put in the place of another: "wacht even, niet donderdag maar vrijdag"."""
    said = " ".join(reading.plain)
    return bool(_INSTEAD.search(said)) and phrases.correction_opening(reading.plain, alone=False) > 0


_SAYS_NO = re.compile(
    r"(?i)\b(?:niet|geen|nooit|nie|behalve|zonder)\b|\b(?:ga|moet|heb|ben|zit|werk) (?:ik|we|wij)\b"
    r"|\b(?:ik|we|wij) (?:ga|gaan|moet|moeten|heb|hebben|ben|zit|werk)\b"
)
_CLAUSE = re.compile(r"[.,;!?]\s+|\s+(?=(?:maar|dus|want|en)\b)|(?<=niet)\s+(?=\w+ wel\b)")


def days_named(text: str, now: datetime) -> list[str]:
    """The days that are named, as ISO dates, in order."""
    return [str(time.start.date()) for time in parse(text, now) if time.start is not None and time.has_date]


def days_refused(text: str, now: datetime) -> set[date]:
    """The days of which a clause says that somebody cannot, or does something else: "zondag ga ik naar de kerk"."""
    clauses = [one for one in _CLAUSE.split(text) if one and _SAYS_NO.search(one)]
    return {
        time.start.date() for one in clauses for time in parse(one, now) if time.start is not None and time.has_date
    }
