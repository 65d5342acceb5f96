"""When somebody can or cannot as a habit, and when they want no messages."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from locales.nl import leftout, moments, numbers
from locales.nl.doubt import Doubt
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression, parse

_NTH_OF_MONTH = re.compile(
    r"(?i)\b(?:de|elke|iedere) (?P<nth>(?:eerste|tweede|derde|vierde|laatste|[1-4]e) "
    r"\w{2,10}dag(?:ochtend|middag|avond)? van (?:de|elke|iedere) maand)\b"
)
_UNTIL = re.compile(r"\b(?:voor|tot)\b(?: (?:de|den|het|volgende|andere))*\s*$")

_HOURS_NEVER = re.compile(
    r"(?:ik|wij|we) (?:kan|kunnen) (?:echt |liever |helaas |eigenlijk )?niet (?:meer )?(?:na|voor|tussen|vanaf) "
    r"(?!.*\b(?:vandaag|vanavond|vanmiddag|vanmorgen|vannacht|morgen|nu|zo)\b)"
)


_ONLY = re.compile(r"(?i)\b(?:alleen|enkel|slechts)\b")
# "ik kan alleen maandag, niet in de middag", "..., in de middag niet": the same once more, from the other side
_NOT_ELSEWHERE = re.compile(
    r"(?i)(?:\s*[,;.]\s*|\s+(?:en|maar)\s+)(?:dus\s+)?(?:[^,;.]*\s)?(?:niet|nooit|geen)\b[^,;.]*$"
)


def _said_twice(reading: Reading) -> Reading | None:
    """What is said before a "niet" that only repeats an "alleen"; None where none does."""
    only, repeated = _ONLY.search(reading.text), _NOT_ELSEWHERE.search(reading.text)
    if only is None or repeated is None or only.start() > repeated.start():
        return None
    rest = Reading(reading.text[: repeated.start()], reading.setting)
    return rest if rest.times else None


_OTHER_SIDE = re.compile(r"(?i)(?:,|;| maar| en)+ (?:alleen|enkel|wel|dan wel|maar wel)(?: nog)? (?:op )?(?=\w*dag)")
_NO_BEFORE = re.compile(r"(?i)\b(?:niet|nooit|geen)\b")


def pattern(reading: Reading) -> tuple[dict[str, Any], list[Doubt]]:
    """When somebody can or cannot as a habit: `rrule`, or `from` and `until` as clock times; `available` says which.

    `only` says that at no other time they can: "all" times, or "hours" where that holds for these days alone
    ("doordeweeks alleen 's avonds").
    """
    rest = _said_twice(reading)
    if rest is not None:
        return pattern(rest)
    if (other := _OTHER_SIDE.search(reading.text)) is not None and _NO_BEFORE.search(reading.text[: other.start()]):
        return pattern(Reading(reading.text[: other.start()].rstrip(" ,"), reading.setting))
    values: dict[str, Any] = {}
    alone = _ONLY.search(reading.text)
    sets = [t for t in reading.times if t.rule] or _nth_of_each_month(reading)
    days_said = numbers.weekdays(reading.plain)
    clocks = [t for t in reading.times if t.has_clock]
    bare = bool(sets) and sets[0].rule == "FREQ=WEEKLY"  # "op woensdag heb ik koor, dat is elke week"
    if sets and not (bare and days_said):
        values["rrule"] = leftout.without_weekdays(sets[0].rule or "", sets[0].exclusions)
    elif days_said:
        values["rrule"] = f"FREQ=WEEKLY;BYDAY={','.join(days_said)}"
    if clocks:
        row = reading.text.lower()
        clock = clocks[0]
        if clock.kind == "interval":
            if clock.start is not None and not (clock.end is not None and "voor " in row and "na " not in row):
                values["from"] = _evening(clock.start, row) if clock.end is None else moments.clock(clock.start)
            if clock.end is not None:
                values["until"] = moments.clock(clock.end)
        elif clock.start is not None:
            key = "until" if re.search(r"\b(voor|tot)\b", row[: clock.span[0] + 5]) else "from"
            values[key] = moments.clock(clock.start)
    elif not (bare and len(days_said) > 1) and (
        parts := [t for t in reading.times if t.part and t.start is not None and t.end is not None]
    ):
        begins, ends = (moments.clock(moment) for moment in (parts[0].start, parts[0].end) if moment is not None)
        values |= {"from": begins} | ({} if ends == "00:00" else {"until": ends})
    negative = bool(reading.vocabulary & {"niet", "nooit", "geen"}) or ("werk" in reading.vocabulary)
    values["available"] = not negative
    if not negative and alone is not None:
        before = bool(sets and sets[0].span[0] < alone.start() and ("from" in values or "until" in values))
        values["only"] = "hours" if before else "all"
    return values, []


def _nth_of_each_month(reading: Reading) -> list[TimeExpression]:
    """ "Nooit op de derde donderdag van de maand": of each month, since it is said of what never or always suits."""
    said = _NTH_OF_MONTH.search(reading.text)
    found = parse(f"elke {said['nth']}", reading.setting.now) if said else []
    return [t for t in found if t.rule]


_EVENING = {7: 19, 8: 20, 9: 21, 10: 22, 11: 23, 6: 18, 5: 17, 12: 0}


def quiet(reading: Reading) -> dict[str, Any]:
    """`quiet_from` and `quiet_to` as clock times: quiet begins in the evening and ends in the morning."""
    values: dict[str, Any] = {}
    row = reading.text.lower()
    clocks = [t for t in reading.times if t.has_clock]
    for clock in clocks:
        before = row[: clock.span[0]]
        words = row[clock.span[0] : clock.span[1]]
        if clock.kind == "interval" and clock.start is not None and clock.end is not None:
            # Who works at night sleeps by day; "8.30 tot 17.00" is as it is written.
            by_day = clock.start < clock.end and (13 <= clock.end.hour < 17 or str(max(clock.end.hour, 13)) in words)
            values["quiet_from"] = f"{clock.start:%H:%M}" if by_day else _evening(clock.start, row)
            values["quiet_to"] = f"{clock.end:%H:%M}" if by_day else _morning(clock.end)
        elif clock.kind == "interval" and clock.start is not None:
            again = "quiet_from" in values and clock.start.hour < 12  # "... en pas weer vanaf zeven uur"
            values |= {"quiet_to": _morning(clock.start)} if again else {"quiet_from": _evening(clock.start, row)}
        elif clock.kind == "interval" and clock.end is not None and re.match(r"niet (meer )?na\b", words):
            values["quiet_from"] = _evening(clock.end, row)
        elif clock.kind == "interval" and clock.end is not None:
            values["quiet_to"] = _morning(clock.end)
        elif clock.start is not None:
            if re.search(r"\b(voor|tot)\b(?: (?:de|den|het|volgende|andere))*\s*$", before) or re.match(
                r"(voor|tot)\b", words
            ):
                values["quiet_to"] = _morning(clock.start)
            else:
                values["quiet_from"] = _evening(clock.start, row)
    return values


def _evening(value: datetime, row: str) -> str:
    hour = _EVENING.get(value.hour, value.hour) if "ochtend" not in row else value.hour
    return f"{hour:02d}:{value.minute:02d}"


def _morning(value: datetime) -> str:
    hour = value.hour - 12 if value.hour >= 17 else value.hour
    return f"{hour:02d}:{value.minute:02d}"


def is_habit(reading: Reading) -> bool:
    """Whether somebody who cannot, never can on such days, rather than no longer: "zaterdagen lukken mij niet"."""
    return reading.holds("set") and not reading.vocabulary & {"toch", "meer", "helaas", "afzeggen", "beurt", "beurten"}


def is_always(reading: Reading) -> bool:
    """Whether somebody always does a task that stands: "Tom doet altijd dinsdag de medicijnen om 10 uur"."""
    somebody = reading.holds("who") or "ik" in reading.vocabulary
    return "altijd" in reading.vocabulary and reading.open_task is not None and somebody


_RULE = re.compile(
    r"\b(?:altijd|elke|iedere|meestal|normaal|gewoonlijk|doorgaans|voortaan|standaard|in de regel"
    r"|op (?:\w+dag|\w+dagen))\b"
)


def perhaps_once(reading: Reading) -> str:
    """The day (ISO) that may be meant for once where it is said that it alone suits: "vrijdag kan alleen"; "" where
    it is said as a rule ("alleen op vrijdag", "alleen vrijdags")."""
    days = [t for t in reading.times if t.kind == "date" and t.start is not None]
    if len(days) != 1 or any(t.rule for t in reading.times) or _RULE.search(reading.text.lower()):
        return ""
    return str(days[0].start)[:10]


def never_suits(reading: Reading) -> bool:
    """Whether hours are said that never suit, and no day: "ik kan niet na 9 uur", "wij kunnen niet voor tienen"."""
    dated = any(t.has_date or t.rule for t in reading.times)
    return bool(reading.times) and not dated and bool(_HOURS_NEVER.match(" ".join(reading.plain)))
