"""What several expressions of one message come to: a day here and a clock time there are one moment."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from locales.nl import tasks
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression

_INSTEAD = re.compile(
    r"(?i)\s*[,.;]\s*(?:(?:maar |nee |sorry )*(?:ik bedoel(?:de)?|het (?:is|wordt)|dat (?:is|wordt)) )?(?:op )?"
)
_OR = re.compile(r"(?:of|of anders|of eventueel|of misschien|of liever|anders|dan wel|ofwel)")


def negated(reading: Reading, time_: TimeExpression) -> bool:
    """Whether "niet" stands before this time and another follows: "niet dinsdag maar donderdag"."""
    before = reading.text[: time_.span[0]].lower().rstrip()
    after = reading.text[time_.span[1] :].lower()
    if re.search(r"(in plaats van|ipv|i\.p\.v\.)( de| het)?$", before):
        return True
    if re.search(r"\bik zei$", before) and re.search(r"\b(maar|moet)\b", after):
        return True
    if not re.search(r"(^|\s)niet$", before):
        return False
    others = [other.span for other in reading.times if other.span != time_.span]
    another = any(last < time_.span[0] for _, last in others)
    instead = any(_INSTEAD.fullmatch(reading.text[time_.span[1] : first]) for first, _ in others)
    return another or instead or bool(re.match(r"[\s,]*(maar|wel)\b", after))


def together(reading: Reading, times: list[TimeExpression]) -> TimeExpression:
    """One moment of a day that one part of the message names and a clock time that another does."""
    whole = [t for t in times if t.has_date and t.has_clock]
    if whole:
        return whole[0]
    days = [t for t in times if t.has_date]
    clocks = [t for t in times if t.has_clock]
    if days and clocks and days[0].start:
        midnight = days[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
        part = days[0].part
        found = reading.at_day(clocks[0], midnight, part)
        others = [t.start for t in days[0].alternatives if t.start is not None]
        if not others or days[0].reason != "weekday_date":
            return found
        instead = tuple(reading.at_day(clocks[0], other.replace(hour=0, minute=0), part) for other in others)
        return replace(found, alternatives=instead, reason=days[0].reason)
    return (days or times)[0]


def in_one_row(reading: Reading, times: list[TimeExpression]) -> bool:
    """Whether days stand in a row, all at the same hours: "dinsdag, woensdag en vrijdag van 9 tot 10"."""
    if len(times) < 2 or any(t.start is None for t in times):
        return False
    between = {reading.text[one.span[1] : other.span[0]].strip() for one, other in pairwise(times)}
    if len({t.start if t.has_clock else t.start.date() for t in times if t.start}) < len(
        times
    ):  # "zondag, zondagmiddag"
        return False
    lengths = {t.end - t.start if t.end and t.start else None for t in times}
    dated = all(t.has_date and (t.has_clock or t.part) and t.kind in ("datetime", "interval") for t in times)
    return dated and len(lengths) == 1 and between <= {",", "en", ", en", "", "&", "+", "/"}


def one_of(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """Moments of which one is meant: "maandag om 10 uur of dinsdag om 11 uur"; none where all of them are."""
    if not 2 <= len(times) <= 4 or any(t.rule or t.start is None or not t.has_date for t in times):
        return []
    if len({(t.kind, t.has_clock, bool(t.part)) for t in times}) > 1:
        return []
    between = [reading.text[one.span[1] : other.span[0]].strip(" ,").lower() for one, other in pairwise(times)]
    if not _OR.fullmatch(between[-1]) or not all(gap == "" or _OR.fullmatch(gap) for gap in between):
        return []
    return [by_day(reading, time_) for time_ in times]


def each_day(reading: Reading, times: list[TimeExpression], clock: TimeExpression) -> list[TimeExpression]:
    """One clock time on several days: "dinsdag en donderdag om 17:30"."""
    found = []
    for time_ in times:
        if time_.has_date and time_.start is not None:
            begin = clock.start or time_.start
            start = time_.start.replace(hour=begin.hour, minute=begin.minute)
            found.append(by_day(reading, replace(clock, start=start, has_date=True)))
    return found


def by_day(reading: Reading, time_: TimeExpression) -> TimeExpression:
    """A clock time that the task, or its own length, puts in the daytime: "tussen 8 en 12" is no evening."""
    if time_.reason != "part_of_day" or not (tasks.is_by_day(reading.rows[0]) or time_.end is not None):
        return time_
    by_day = [
        t
        for t in (time_, *time_.alternatives)
        if t.start is not None and 7 <= t.start.hour < 19 and (t.end is None or t.start.hour < t.end.hour <= 22)
    ]
    return replace(by_day[0], span=time_.span, alternatives=(), reason="") if len(by_day) == 1 else time_
