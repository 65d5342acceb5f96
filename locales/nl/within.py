"""Hours of several days in which somebody can, or cannot: "ik kan maandag van 9 tot 12 en woensdag van 2 tot 4"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from locales.nl import moments, numbers
from locales.nl.joined import by_day
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression
from locales.nl.words import fold

_DAY = timedelta(days=1)
_BESIDE = re.compile(
    r"(?:ik|wij|we|en|of|ook|nog|wel|dan|op|is|eventueel|prima|graag|hoor|kan|kunnen|kom|ben|heb|vrij|tijd|beschikbaar|helpen|"
    r"komen|langskomen|iets|doe|neem|nemen|pak|doen|wat|niet|niks|helaas|liever|mij|me|lukt|past|schikt|het|in|de|week|deze|allebei|beide)"
)
_CAN = re.compile(r"\b(?:doe|neem|nemen|pak|kan|kunnen|kom|vrij|tijd|beschikbaar|lukt|past|schikt)\b")


def spans(reading: Reading) -> dict[str, Any]:
    """`available` and `spans`: {"start", "end"} of each day, or {"rrule", "from", "until"} where they recur; `either`
    where one of them is meant. {} where a message says more, or no hours of several days."""
    times = [by_day(reading, time) for time in reading.times]
    whole = all(_is_stretch(time) for time in times)
    hours = [time for time in times if time.has_clock or time.part]
    if len(times) < 2 or not whole or not hours or reading.text.rstrip().endswith("?"):
        return {}
    rest = "".join(
        " " if any(a <= at < b for a, b in (time.span for time in times)) else sign
        for at, sign in enumerate(reading.text)
    )
    words = re.findall(r"[^\W_]+", fold(rest))
    if not all(_BESIDE.fullmatch(word) for word in words) or not _CAN.search(" ".join(words)):
        return {}
    recurs = any(time.rule for time in times)
    found = [_recurring(reading, time) if recurs else _once(time) for time in times]
    found = [one for at, one in enumerate(found) if one not in found[:at]]  # "vrijdag tussen 1 en 3" is read twice
    if len(found) < 2 or not all(found):
        return {}
    either = {"either": True} if "of" in words else {}
    return {"available": not {"niet", "niks"} & {*words}, "spans": found, **either}


def _is_stretch(time: TimeExpression) -> bool:
    """Whether it is hours of a day, or a day."""
    if time.start is None or time.end is None or not (time.has_date or time.rule):
        return False
    return timedelta(0) < time.end - time.start <= _DAY


def _once(time: TimeExpression) -> dict[str, str]:
    assert time.start is not None
    assert time.end is not None
    return {
        name: moment.replace(tzinfo=None).isoformat() for name, moment in (("start", time.start), ("end", time.end))
    }


def _recurring(reading: Reading, time: TimeExpression) -> dict[str, str]:
    """A weekday beside what recurs recurs too."""
    assert time.start is not None
    assert time.end is not None
    days = numbers.weekdays(tuple(fold(reading.text[slice(*time.span)]).split()))
    rule = time.rule or (f"FREQ=WEEKLY;BYDAY={','.join(days)}" if days else "")
    hours = {"from": moments.clock(time.start), "until": moments.clock(time.end)}
    return {"rrule": rule, **(hours if time.has_clock or time.part else {})} if rule else {}
