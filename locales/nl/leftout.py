"""The days that a series leaves out: "behalve in de vakantie" as dates, and what its rule itself can say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from locales.nl.grammar import daysoff
from locales.nl.grammar.expression import CODES, Exclusion
from locales.nl.regions import REGIONS

HORIZON = timedelta(days=730)  # days off are worked out for so long ahead
_DAY = timedelta(days=1)


def needs_region(exclusions: tuple[Exclusion, ...], first: date, last: date) -> bool:
    """Whether which days these are depends on the region of the school holidays."""
    school = tuple(e for e in exclusions if e.kind == "school_holidays")
    return len({tuple(days(school, first, last, region)) for region in REGIONS}) > 1


def without_weekdays(rule: str, exclusions: tuple[Exclusion, ...]) -> str:
    """The rule without the weekdays that are left out: every day but Sunday is weekly on six days."""
    left_out = {code for e in exclusions if e.kind == "weekdays" for code in e.weekdays}
    parts = dict(piece.split("=", 1) for piece in rule.split(";"))
    daily = parts["FREQ"] == "DAILY" and "INTERVAL" not in parts
    if not left_out or not (daily or (parts["FREQ"] == "WEEKLY" and "BYDAY" in parts)):
        return rule
    days = [code for code in (CODES if daily else parts["BYDAY"].split(",")) if code not in left_out]
    if not days:
        return rule
    rest = {key: value for key, value in parts.items() if key not in ("FREQ", "BYDAY")}
    return ";".join(f"{key}={value}" for key, value in ({"FREQ": "WEEKLY", **rest, "BYDAY": ",".join(days)}).items())


def falls_in(rule: str, first: date, last: date) -> bool:
    """Whether a rule on weekdays can fall between two days, both included; any other rule may."""
    parts = dict(piece.split("=", 1) for piece in rule.split(";"))
    named = {code[-2:] for code in parts["BYDAY"].split(",")} if parts.get("BYDAY") else set(CODES)
    return any(CODES[(first + k * _DAY).weekday()] in named for k in range(min((last - first).days + 1, 7)))


def days(exclusions: tuple[Exclusion, ...], first: date, last: date, region: str = "") -> list[tuple[date, date]]:
    """What is left out between `first` and `last`, as first and last day (both included), in order, joined where they
    meet. Without a region only the school holidays that every region has. Weekdays are none of it."""
    return _joined(
        (max(begin, first), min(end - _DAY, last))
        for exclusion in exclusions
        for begin, end in _spans(exclusion, first, last, region)
        if begin <= last and end > first
    )


def within(exclusions: tuple[Exclusion, ...], first: date, last: date, region: str = "") -> list[tuple[date, date]]:
    """As `days`, of a stretch from `first` to `last`: its weekdays too ("de hele week, behalve woensdag")."""
    codes = {code for exclusion in exclusions if exclusion.kind == "weekdays" for code in exclusion.weekdays}
    every = (first + k * _DAY for k in range(min((last - first).days + 1, 400)))
    alone = [(day, day) for day in every if CODES[day.weekday()] in codes]
    return _joined([*alone, *days(exclusions, first, last, region)])


def _joined(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans of days in order, in one where they meet."""
    joined: list[tuple[date, date]] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _spans(exclusion: Exclusion, first: date, last: date, region: str) -> Iterator[tuple[date, date]]:
    """First day and the day after the last of each stretch."""
    years = range(first.year - 1, last.year + 1)
    if exclusion.kind == "dates" and exclusion.start is not None and exclusion.end is not None:
        yield exclusion.start.date(), exclusion.end.date()
    elif exclusion.kind == "feast":
        yield from (span for year in years if (span := daysoff.named(exclusion.name, year)))
    elif exclusion.kind == "public_holidays":
        yield from ((day, day + _DAY) for year in years for day in daysoff.public(year))
    elif exclusion.kind == "school_holidays":
        yield from _school(exclusion.name, region)


def _school(name: str, region: str) -> Iterator[tuple[date, date]]:
    regions = [region] if region in daysoff.REGIONS else daysoff.REGIONS
    for year in daysoff.DATA["school"]["years"]:
        for kind in year[regions[0]]:
            if name in ("", kind) and all(kind in year[r] for r in regions):
                begin = max(date.fromisoformat(year[r][kind][0]) for r in regions)
                end = min(date.fromisoformat(year[r][kind][1]) for r in regions)
                if begin <= end:
                    yield begin, end + _DAY
