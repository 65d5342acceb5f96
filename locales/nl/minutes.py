"""Lengths of a message as minutes: how long before, how long it takes, by how much it moves."""

from __future__ import annotations

import re
from datetime import timedelta

from locales.nl import numbers
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression
from locales.nl.words import fold

_BEFORE = r"(?:van te ?voren|op voorhand|ervoor|vooraf|tevoren|voor|eerder)"
_COUNTED_BEFORE = re.compile(
    r" (een|\d{1,3}|twee|drie|anderhalf|half)? ?(kwartiertje|kwartier|uurtje|uur|dag|dagen|week|minuten|min) " + _BEFORE
)
_COUNTED = re.compile(
    r"\b(?:(een|\d{1,3}|twee|drie|anderhalf|half) )?"
    r"(kwartiertje|kwartier|uurtje|uur|dagen|dag|week|minuten|min)(?= )"
)
_UNITS = {"kwartier": 15, "kwartiertje": 15, "uur": 60, "uurtje": 60, "dag": 1440, "dagen": 1440, "week": 10080}
_COUNTS = {"": 1.0, "een": 1.0, "twee": 2.0, "drie": 3.0, "anderhalf": 1.5, "half": 0.5}
_ARRIVES = re.compile(
    r"\b(?:ben|kom|zijn|komen) (?:ik |we )?(?:er |daar |bij [\w-]+ )?(?:er )?(?:al )?over (?:ongeveer |zon |een )?"
    r"(?P<number>\d{1,3}|een|twee|drie|vijf|tien|vijftien|twintig|dertig|half)? ?(?P<unit>min\w*|uur\w*|kwartier\w*)\b"
)

_INSTEAD = re.compile(r"(?i)\b(?:ipv|i\.p\.v\.|in plaats van)(?= )")


def minutes_before(reading: Reading) -> int | None:
    """How long before a shift somebody wants to be reminded; not what it was: "twee uur ipv een half uur"."""
    instead = _INSTEAD.search(reading.text)
    for time_ in reading.times:
        if time_.duration is not None and not time_.rule and not (instead and time_.span[0] > instead.start()):
            return int(time_.duration.total_seconds() // 60)
    row = _INSTEAD.split(f" {' '.join(reading.plain)} ")[0]
    counted = _COUNTED_BEFORE.search(row)
    if counted:
        count = _COUNTS.get(counted[1] or "")
        return int(_UNITS.get(counted[2], 1) * (count if count is not None else int(counted[1])))
    return 1440 if re.search(r" (dag|avond) " + _BEFORE, row) else None


def several_before(reading: Reading) -> tuple[int, ...]:
    """ "Een dag en een half uur van tevoren": two moments, in minutes before; () where one or none is named.

    Days and hours are never one length together; "een uur en een kwartier" is.
    """
    row = f" {' '.join(reading.plain)} "
    end = re.search(_BEFORE, row)
    found = _COUNTED.findall(row[: end.start()] if end else "")
    lengths = [int(_UNITS.get(unit, 1) * (_COUNTS.get(count) or int(count or 1))) for count, unit in found]
    days = [one for one in lengths if one >= _UNITS["dag"]]
    return tuple(lengths) if days and len(lengths) > len(days) else ()


def bare_minutes(plain: tuple[str, ...], count: int | None) -> int | None:
    """A length said without a full expression: "kwartiertje", "2" (hours), "45" (minutes)."""
    row = " ".join(plain)
    halves = re.search(r"\b(\d{1,3}|een|twee|drie|vier|vijf) (?:en een half|5) uur", row)
    if halves:
        return 60 * (numbers.number((halves[1],)) or 1) + 30
    if "kwartier" in row:
        return 45 if "drie" in row else 15
    if "half" in row and "uur" in row and "anderhalf" not in row:
        return 30
    if "anderhalf" in row:
        return 90
    if count is None:
        return 60 if re.search(r"\b(uur|uurtje)\b", row) and not re.search(r"\d", row) else None
    if "min" in row or count > 12:
        return count
    return count * 60


_MINUTES = numbers.NUMBERS | {"paar": 5}
_SAID_MINUTES = re.compile(r" (?P<n>\d{1,3}|" + "|".join(_MINUTES) + r") ?(?:min|minuten|minuutjes|minuut)(?= )")


def said_minutes(reading: Reading) -> int | None:
    """A short length, however it stands in the message: "tien minuten later", "een half uur te laat"."""
    row = f" {' '.join(reading.plain)} "
    minutes = _SAID_MINUTES.search(row)
    if minutes:
        return int(minutes["n"]) if minutes["n"].isdecimal() else _MINUTES[minutes["n"]]
    lengths = [t.duration for t in reading.times if t.duration is not None]
    if lengths:
        return int(lengths[0].total_seconds() // 60)
    return bare_minutes(reading.plain, 1 if re.search(r" (een )?(uur|uurtje) ", row) else None)


def shift(reading: Reading) -> int | None:
    """By how many minutes a task moves: "een uur later" is 60, "een half uurtje eerder" is -30."""
    row = f" {' '.join(reading.plain)} "
    later = re.search(r" (later|opschuiven|naar achter(?:en)?|verlaten|uit) ", row) or (
        re.search(r" schuif .* op ", row)
    )
    earlier = re.search(r" (eerder|vroeger|naar voren|vervroeg\w*) ", row)
    if not later and not earlier:
        return None
    sign = -1 if earlier else 1
    day = re.search(r" (een|twee|drie|\d{1,3}) (dag|dagen|dagje|week|weken|weekje) ", row)
    if day:
        count = numbers.number((day[1],)) or 1
        return sign * count * (1440 if day[2].startswith("dag") else 10080)
    lengths = [t.duration for t in reading.times if t.duration is not None]
    if lengths and lengths[0]:
        return sign * int(lengths[0].total_seconds() // 60)
    if "kwartier" in row:
        return sign * 15
    if "half uur" in row:
        return sign * 30
    return sign * 60 if re.search(r" een uur", row) else None


def is_shift(reading: Reading, time_: TimeExpression) -> bool:
    """Whether this says by how much something moves, rather than when it is: "een dag later"."""
    if time_.has_date and time_.duration and time_.duration < timedelta(days=1):
        return False  # "donderdag een half uur later"
    return bool(re.search(r"(?i)\b(?:later|eerder|vroeger)\b", reading.text[time_.span[0] : time_.span[1] + 8]))


def arrives_in(text: str) -> int | None:
    """In how many minutes somebody says they are there: "ben er over 10 minuten"; None where they say no such thing."""
    found = _ARRIVES.search(fold(text))
    if found is None:
        return None
    word = found["number"] or ""
    if word == "half":
        return 30
    number = int(word) if word.isdigit() else numbers.NUMBERS.get(word, 1)
    return number * 60 if found["unit"].startswith("u") else number * 15 if found["unit"].startswith("k") else number


_NOT_BEFORE = re.compile(
    r"\b(?:geen|niet|zonder|nooit)\b.*?\b(?:(?P<count>een|twee|drie|anderhalf|half|\d{1,3}) )?"
    r"(?P<unit>kwartiertje|kwartier|uurtje|uur|dagen|dag|avond|minuten|min) " + _BEFORE
)
_REMINDS = re.compile(r"\b(?:herinner\w*|bericht\w*|seintje|melding\w*|appje\w*|app|appen|sturen|stuur)\b")


def not_before(text: str) -> int | None:
    """How long before a shift somebody wants to hear nothing: "geen herinnering de dag ervoor" is 1440 minutes."""
    said = fold(text)
    found = _NOT_BEFORE.search(said) if _REMINDS.search(said) else None
    if found is None:
        return None
    count = found["count"] or ""
    return int(_UNITS.get(found["unit"].replace("avond", "dag"), 1) * (_COUNTS.get(count) or int(count)))
