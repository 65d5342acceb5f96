"""When somebody is away, as values: from and until, both included."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from locales.nl.doubt import Doubt
from locales.nl.exceptions import left_out
from locales.nl.grammar.expression import CODES
from locales.nl.joined import together
from locales.nl.reading import Reading
from locales.nl.time import TimeExpression
from locales.nl.written import PARTS, iso

_TWO_DAYS = re.compile(r"(?i)\b(?:met|tijdens|rond) (?:de )?(?:pasen|pinksteren|kerst|kerstmis|kerstdagen|paasdagen)\b")

_CANNOT_ON = re.compile(
    r"^(?:sorry |helaas )*(?:ik|wij|we) (?:kan|kunnen) (?!.*\b(?:behalve|wel|alleen|maar)\b).* niet op "
)

_LEAVES_OUT = re.compile(
    r"(?i)(?:maar |en |o ja,? |alleen |behalve )*"
    r"(?:(?:op|de|deze|dit|komende?|aankomende?|aanstaande|volgende|week|eerste) )*"
    r"(?:\w+dag(?:ochtend|middag|avond)?|weekend|morgen|\d+e?)(?: \w+)? niet\b"
    r"(?! (?:ik|wij|we|beschikbaar|thuis|aanwezig)\b)"
)

A_WHILE = timedelta(hours=2)  # what somebody has to do at a clock time keeps them from the rest about so long


def _concluded(reading: Reading, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times after "dus", where days stand there: "8 t/m 10 december in Keulen, dus tot de 12e ben ik weg"."""
    so = re.search(r"(?i)\bdus\b", reading.text)
    after = [time for time in times if so and time.span[0] > so.end()]
    return after if any(time.has_date and time.end is not None and time.start is not None for time in after) else times


def _after(reading: Reading, until: TimeExpression, main: TimeExpression) -> TimeExpression:
    """A weekday until which something lasts, as the one after its beginning; everything else as it is."""
    bound = until.kind == "interval" and until.start is None and until.end is not None and until is not main
    if not bound or main.start is None or until.end is None or re.search(r"\d", reading.text[slice(*until.span)]):
        return until
    weeks = max(0, -(-((main.end or main.start) - until.end).days // 7))
    return replace(until, end=until.end + timedelta(weeks=weeks))


def _holds(wide: TimeExpression, narrow: TimeExpression) -> bool:
    """Whether days hold all of other days, and more: the Whitsun weekend may end a day later, as a bank holiday."""
    if wide is narrow or wide.kind != "interval" or narrow.kind not in ("interval", "date"):
        return False
    if wide.has_clock or narrow.has_clock or not narrow.has_date or wide.grain == "week":
        return False
    if not (wide.start and wide.end and narrow.start and narrow.end) or narrow.grain == "week":
        return False
    return wide.start < narrow.start and narrow.end <= wide.end


def days(reading: Reading) -> tuple[dict[str, Any], list[Doubt]]:
    """`from` and `until` of an absence: dates, both included; times of day where the text says them."""
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    times = _concluded(reading, [t for t in reading.future if not t.rule])
    if not times:
        return values, doubts
    main = together(reading, times)
    if main.grain == "week" and main.start and main.end:  # "deze week kan ik dinsdag niet": the Tuesday of it
        week = (main.start, main.end)
        inside = [t for t in times if t.kind == "date" and not t.has_clock and t.start and week[0] <= t.start < week[1]]
        main = inside[0] if inside else main
    lengths = [t.duration for t in _concluded(reading, list(reading.times)) if t.kind == "duration" and t.duration]
    if main.alternatives:  # "de herfstvakantie, 18 t/m 26 oktober": the dates settle which
        main = next((t for t in times if t.start == main.start and t.end and not t.alternatives), main)
    main = next((t for t in times if _holds(t, main)), main)  # "met Pinksteren weg, van 22 tot en met 25 mei"
    start, end = main.start, main.end
    open_ended = main.kind == "interval" and end is None
    if start is not None and lengths and lengths[0] and (open_ended or lengths[0] >= timedelta(days=1)):
        end = start + lengths[0]
    if start is not None:  # "het weekend van 14 maart tot dinsdag": the Tuesday after it
        times = [_after(reading, t, main) for t in times]
    later = [
        t
        for t in times
        if t is not main and t.end and start and t.end > start and t.kind == "interval" and t.start is None
    ]
    if later:
        end = later[0].end
    for day in times:  # "vanavond en morgen"
        if day is not main and day.start == end and main.kind == "interval" and day.kind == "date" and day.end:
            end = day.end
    if end is not None and main.kind == "date" and _TWO_DAYS.search(reading.text):
        end += timedelta(days=1)
    if main.has_clock or main.part in PARTS:
        if start is not None:
            values["from"] = iso(main, start)
        if end is not None:
            values["until"] = iso(main, end)
    else:
        if start is not None:
            values["from"] = start.date().isoformat()
        if end is not None:
            values["until"] = (end - timedelta(seconds=1)).date().isoformat()
    more = [t for t in times if t.kind == "date" and t.start and t is not main and not t.has_clock]
    if more and main.kind == "date":
        said = sorted({t.start.date() for t in [main, *more] if t.start})
        values["from"], values["until"] = said[0].isoformat(), said[-1].isoformat()
        if any((b - a).days > 1 for a, b in pairwise(said)):
            values["days"] = [day.isoformat() for day in said]  # "dinsdag en donderdag": not the Wednesday
    values |= left_out(reading, main)
    if main.alternatives:
        reads = tuple(dict.fromkeys(t.start.date().isoformat() for t in (main, *main.alternatives) if t.start))
        doubts.append(Doubt("from", reads, main.reason))
    return values, doubts


def leaves_out(text: str) -> bool:
    """Whether a day is left out of what was planned, and nobody is away: "zondag niet, dan slaapt ze bij mij"."""
    return _LEAVES_OUT.match(text.strip()) is not None


def days_that_do_not_suit(reading: Reading) -> dict[str, Any]:
    """`from`, `until` and `days` of "ik kan deze week niet op dinsdag": of that week, the Tuesday alone; {} else."""
    if len(reading.times) != 1 or not _CANNOT_ON.search(" ".join(reading.plain)):
        return {}
    span = reading.times[0]
    if span.start is None or span.end is None or not span.exclusions or span.end - span.start > timedelta(weeks=5):
        return {}
    if any(one.kind != "weekdays" for one in span.exclusions):
        return {}
    names = {name for one in span.exclusions for name in one.weekdays}
    first = span.start.date()
    every = [
        first + timedelta(days=n)
        for n in range((span.end - timedelta(seconds=1)).date().toordinal() - first.toordinal() + 1)
    ]
    said = [day for day in every if CODES[day.weekday()] in names]
    if not said:
        return {}
    values: dict[str, Any] = {"from": said[0].isoformat(), "until": said[-1].isoformat()}
    if any((b - a).days > 1 for a, b in pairwise(said)):
        values["days"] = [day.isoformat() for day in said]
    return values


def for_a_while(values: Mapping[str, Any]) -> dict[str, str]:
    """`until` of what begins at a clock time and has no end yet; nothing where it has one."""
    begin = values.get("from")
    if not isinstance(begin, str) or "T" not in begin or "until" in values:
        return {}
    return {"until": (datetime.fromisoformat(begin) + A_WHILE).isoformat()}
