"""What is left out of a stretch of days: "de hele week, behalve woensdag"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from locales.nl import leftout, numbers
from locales.nl.reading import Reading
from locales.nl.time import Exclusion, TimeExpression

_EXCEPT = re.compile(r"(?i)\b(?:behalve|uitgezonderd|maar niet)\b")
_WEEKEND_OF = re.compile(r"(?i)\bweekend van (?:de )?(\d{1,2})\b")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:e|de|ste)\b(?! \w*(?:uur|week|keer))")
_LONGEST = 62  # days in which one day of the month is looked for


def left_out(reading: Reading, time_: TimeExpression) -> dict[str, list[str]]:
    """`without` of a stretch, as a series has it: "2026-03-11/2026-03-11", the last included; {} where nothing is."""
    if time_.start is None or time_.end is None or time_.rule or time_.end - time_.start < timedelta(days=2):
        return {}
    last = (time_.end - timedelta(seconds=1)).date()
    exclusions = (*time_.exclusions, *_further_on(reading, time_))
    found = leftout.within(exclusions, time_.start.date(), last, reading.setting.region)
    return {"without": [f"{a}/{b}" for a, b in found]} if found else {}


def of_series(reading: Reading) -> dict[str, list[str]]:
    """`without` of what recurs and stands already, from today on: "Piet doet elke woensdag, behalve de 11e"."""
    today = reading.setting.now.date()
    for set_ in (one for one in reading.times if one.rule and one.exclusions):
        found = leftout.days(set_.exclusions, today, today + leftout.HORIZON, reading.setting.region)
        return {"without": [f"{a}/{b}" for a, b in found]} if found else {}
    return {}


def _further_on(reading: Reading, time_: TimeExpression) -> Iterator[Exclusion]:
    """What a message leaves out further on: "ik ben volgende week weg, behalve dinsdag"."""
    word = _EXCEPT.search(reading.text)
    if word is None or time_.start is None or time_.end is None:
        return
    rest = reading.text[word.end() :]
    weekend = _WEEKEND_OF.search(rest)
    if weekend:  # that of the stretch itself, whatever weekend comes first
        length = min((time_.end - time_.start).days, _LONGEST)
        for day in (time_.start + timedelta(days=n) for n in range(length)):
            if day.day == int(weekend[1]):
                saturday = day + timedelta(days=5 - day.weekday())
                yield Exclusion("dates", start=saturday, end=saturday + timedelta(days=2))
    if weekend or time_.exclusions:
        return
    ordinals = {int(day) for day in _ORDINAL.findall(rest)}
    if ordinals:  # "behalve de 5e": of the stretch, not of the month to come
        for day in (time_.start + timedelta(days=n) for n in range(min((time_.end - time_.start).days, _LONGEST))):
            if day.day in ordinals:
                yield Exclusion("dates", start=day, end=day + timedelta(days=1))
        return
    said = [t for t in reading.times if t.span[0] >= word.end() and t.has_date and t.start and t.end]
    dated = [t for t in said if any(sign.isdigit() for sign in reading.text[slice(*t.span)])]
    codes = numbers.weekdays(tuple(re.findall(r"\w+", rest.lower())))
    if codes and not dated:
        yield Exclusion("weekdays", weekdays=codes)
    for one in dated if codes else said:
        yield Exclusion("dates", start=one.start, end=one.end)
