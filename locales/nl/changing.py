"""What a task becomes, as values: its new time, and the old one that says which is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from locales.nl.doubt import Doubt
from locales.nl.joined import by_day, negated, together
from locales.nl.reading import Reading
from locales.nl.seeking import asks_somebody
from locales.nl.time import TimeExpression
from locales.nl.words import fold
from locales.nl.written import doubt, is_open, iso, written

_WEEKDAY = re.compile(
    r"(?:op |naar |de )*(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)(?: om .*)?"
)
_OTHER_TIME = re.compile(
    r"^(?:(?:hoi|hallo|zeg|en|of|ook) )*(?:mag|mogen|kan|kunnen|kun je|zou|zouden|zullen we|ik wil|graag) "
    r"(?:ik |we |jij |je )?(?:de|het|die|dat|deze|onze) \w+.* (?:om|naar|op|vanaf|tegen) .*"
)


_SETS = re.compile(
    r"^(?:(?:hoi|hallo|zeg|en|ok|ook|kun je|kan je|wil je) )*"
    r"(?:zet|doe|maak)\w? (?:even )?(?:de|het|die|dat|deze|onze) \w+.*"
    r" (?:om|naar|op|vanaf|tegen) .*"
)


def change(reading: Reading) -> tuple[dict[str, Any], list[Doubt]]:
    """What a task becomes: the last time said is the new one, an earlier one says which is meant (`from`)."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    times = [t for t in reading.future if not negated(reading, t)]
    row = reading.text.lower()
    target = [
        t
        for t in times
        if re.search(r"\b(naar|op|wordt|om|tot)\W*(de\s)?$", row[: t.span[0]])
        or re.match(r"(naar|wordt)\b", row[t.span[0] :])
    ]
    new = target[-1] if target else times[-1] if times else None
    lengths = [t.duration for t in reading.times if t.duration and not negated(reading, t) and not t.rule]
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
            new = together(reading, times[first_new:])
        elif new.has_date and not new.has_clock and first_new + 1 < len(times) and times[first_new + 1].has_clock:
            new = together(reading, times[first_new:])
        new = by_day(reading, new)
        old = times[:first_new]
        named_day = [t for t in times if t.has_date and not t.has_clock]
        if not old and new.has_clock and not new.has_date and named_day:
            old = named_day
        values |= written(new, alone=True)
        if old and old[0].start is not None:
            values["from"] = iso(old[0], old[0].start)
        if "from" in values and isinstance(values.get("start"), str) and _WEEKDAY.fullmatch(_said(reading, new)):
            values["start"] = _beside(str(values["from"]), str(values["start"]))
        if is_open(reading, new):
            doubts.append(doubt(reading, new, alone=True))
        values.pop("part", None)
    if lengths and lengths[0]:
        values["duration_min"] = int(lengths[0].total_seconds() // 60)
    return values, doubts


def _said(reading: Reading, time: TimeExpression) -> str:
    return reading.text[slice(*time.span)].lower()


def _beside(old: str, new: str) -> str:
    """A bare weekday that something moves to is in the week that it moves from: "van 27 mei naar woensdag"."""
    before, after = date.fromisoformat(old[:10]), date.fromisoformat(new[:10])
    monday = before - timedelta(days=before.weekday())
    day = monday + timedelta(days=after.weekday())
    return new if day == before else f"{day}{new[10:]}"


def wants_other_time(text: str) -> bool:
    """Whether this gives a task that is spoken of as known another hour: "mogen de maaltijden om half 6?"."""
    said = fold(text)
    return bool(_OTHER_TIME.search(said) or _SETS.search(said)) and not asks_somebody(said)


_FOR_HOUR = re.compile(r"\b(?:kan|kunnen|mag|mogen|zou|zouden|liever|wil|graag|past|schikt|uitkomen)\b")


def asks_for_hour(text: str) -> bool:
    """Whether an hour that is named is one that somebody would like: "ik wil woensdag liever om half 7"."""
    said = fold(text)
    return bool(_FOR_HOUR.search(said)) and not _NO_HOUR.search(said) and not asks_somebody(said)


_NOT_BEFORE = re.compile(
    r"\bpas (?:weer )?(?:om |vanaf |rond |tegen |na |over )?(?:een uur of |ongeveer |ca )?"
    r"(?:\d|half|kwart|tien|vijf|een|twee|drie|vier|zes|zeven|acht|negen|elf|twaalf)"
)


def says_not_before(text: str) -> bool:
    """Whether somebody says from which hour on something can be: "ik kan morgen pas om 1 uur"."""
    return _NOT_BEFORE.search(fold(text)) is not None and not text.rstrip().endswith("?")


_NO_HOUR = re.compile(r"\b(?:niet|geen|nooit|later|eerder|vroeger)\b")
_LIMIT = re.compile(r"\b(?:tot|voor|na|vanaf|pas|tegen|rond|sinds|vroegste|laatste)(?: (?:een uur of|ongeveer|ca))? *$")


def is_limit(text: str, place: int) -> bool:
    """Whether the hour that begins at this place is one from or until which: "na 4 uur", "tot half 3"."""
    return bool(_LIMIT.search(fold(text[:place])) or re.match(r"(?:tot|voor|na|vanaf|tegen)\b", fold(text[place:])))
