"""Being there for a part of it: "zaterdag kan ik pas vanaf 8 uur", "ik moet zondag een half uur eerder weg"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from locales.nl.time import parse
from locales.nl.words import fold

LONGEST = 18  # words of such a message
_SELF = re.compile(r"\b(?:ik|we|wij)\b")
_LENGTH = (
    r"(?P<length>(?:(?:een|n|'n|zo'n|zon|ongeveer|drie) )*(?:half uur\w*|kwartier\w*|uur\w*|\S+ min\w*|\S+ uur\w*))"
)
_HOUR = (
    r"(?P<hour>(?:half |kwart (?:voor|over) |(?:vijf|tien) (?:voor|over) )?(?:\d{1,2}[.:]\d\d|\d{1,2}|[a-z]{3,6}))"
    r"(?: ?uur| ?u)?"
)
_GONE = r"(?:weg|door|weggaan|vertrekken|stoppen|ophouden|naar huis|naar mijn|gaan)"
_LATER = re.compile(rf"\b{_LENGTH} later\b(?! (?:op|zetten|wordt|worden|beginnen))")
_EARLIER = re.compile(rf"\b{_LENGTH} (?:eerder|vroeger) (?:al )?{_GONE}\b")
_FROM = re.compile(
    rf"\b(?:pas|eerst|niet voor|niet eerder dan|ten vroegste|op zijn vroegst) (?:om |vanaf |na |tegen |rond )?{_HOUR}\b"
)
_UNTIL = re.compile(rf"\b(?:kan|kunnen|blijf|blijven) .*\btot {_HOUR}(?: (?:blijven|er zijn|helpen))?$")
_LEAVES = re.compile(rf"\b(?:moet|moeten|wil|ga|gaan) .*\b(?:om|voor|tegen) {_HOUR} (?:al |weer |alweer )*{_GONE}\b")


_RUNS_LATE = re.compile(
    r"^(?:(?:sorry|oei|oeps|hoi|help|ja|ok|oke|hallo|he|o|oh|ai)[ ,.!]+)*(?:(?:ik|we|wij) )?(?:ben|kom|komen|zijn|word)"
    rf"(?: (?:er|wel|iets|ongeveer|circa|zeker|denk ik|waarschijnlijk))* {_LENGTH} (?:later|te laat|verlaat)"
    r"(?P<why>[ ,.!]+(?:want|omdat|ivm|vanwege|door|file|ik|de|sta|zit|trein|bus|auto|fiets|het|druk|er|lekke|we)\b.*"
    r")?$"
)


def runs_late(text: str, now: datetime) -> int:
    """By how many minutes who is coming says to be late, perhaps with why: "ik kom 20 minuten later, file"; 0 where
    this says another thing."""
    found = _RUNS_LATE.match(fold(text).strip(" .!")) if "?" not in text else None
    if found is None or any(one.start is not None for one in parse(found["why"] or "", now)):
        return 0
    length = next((one.duration for one in parse(found["length"], now) if one.duration is not None), None)
    return 0 if length is None else int(length.total_seconds() // 60)


@dataclass(frozen=True)
class Partly:
    """The day (ISO), and from or until which hour ("HH:MM", maybe of twelve), or how many minutes less at that end."""

    day: str
    at_start: bool
    hour: str = ""
    minutes: int = 0


def partly(text: str, now: datetime) -> Partly | None:
    """What part of a day somebody can be there; None where a message tells no such thing."""
    said = fold(text).strip(" .!")
    if len(said.split()) > LONGEST or "?" in text or not _SELF.search(said):
        return None
    for pattern, at_start in ((_LATER, True), (_FROM, True), (_EARLIER, False), (_UNTIL, False), (_LEAVES, False)):
        found = pattern.search(said)
        if found is None:
            continue
        parts = found.groupdict()
        rest = f"{said[: found.start()]} {said[found.end() :]}" if pattern not in (_UNTIL, _LEAVES) else said
        days = {one.start.date() for one in parse(rest, now) if one.start is not None and one.has_date and not one.rule}
        if len(days) != 1:
            return None
        day = min(days).isoformat()
        if parts.get("length"):
            lengths = [one.duration for one in parse(parts["length"], now) if one.duration is not None]
            minutes = int(lengths[0].total_seconds() // 60) if lengths else 0
            return Partly(day, at_start, minutes=minutes) if minutes else None
        hours = parse(f"om {parts['hour']}" if ":" in parts["hour"] else f"om {parts['hour']} uur", now)
        clock = hours[0].start if len(hours) == 1 and hours[0].has_clock else None
        return None if clock is None else Partly(day, at_start, hour=f"{clock:%H:%M}")
    return None
