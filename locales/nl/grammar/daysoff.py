"""Days with a name: feasts that stand still or move with Easter, and school holidays by region."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from locales.nl.grammar import calendar, dates
from locales.nl.grammar.form import ONE_DAY, Day, Reading
from locales.nl.grammar.words import table

DATA = table("daysoff.toml")
SCHOOL: dict[str, str] = DATA["school"]["names"]
BOTH_DAYS: dict[str, str] = DATA["both_days"]
REGIONS = ("noord", "midden", "zuid")
_NAMES = {name for table in ("fixed", "easter", "nth", "public", "long") for name in DATA[table]}
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted(_NAMES, key=len, reverse=True):
    _words = tuple(_name.replace("1e ", "1 ").replace("2e ", "2 ").replace("-", " - ").split())
    _BY_FIRST.setdefault(_words[0], []).append(_words)
FIRST_WORDS = frozenset(_BY_FIRST)


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday, Gregorian (Gauss, as Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


@lru_cache(maxsize=64)
def public(year: int) -> dict[date, str]:
    """The Dutch public holidays of a year with their names, by the holidays library (loaded when first needed)."""
    import holidays

    return dict(holidays.country_holidays("NL", years=year, language="nl"))


@lru_cache(maxsize=512)
def named(name: str, year: int) -> tuple[date, date] | None:
    """First day and the day after the last of a named day in a year."""
    if name in DATA["long"]:
        first_name, days = DATA["long"][name]
        first = named(first_name, year)
        return (first[0], first[0] + timedelta(days=days)) if first else None
    if name in DATA["fixed"]:
        found = date(year, *DATA["fixed"][name])
    elif name in DATA["easter"]:
        found = easter(year) + timedelta(days=DATA["easter"][name])
    elif name in DATA["nth"]:
        weekday, nth, month = DATA["nth"][name]
        day = calendar.weekday_of(calendar.month(year, month), weekday, nth)
        if day is None or day.start is None:
            return None
        found = day.start
    else:
        wanted = DATA["public"][name]
        days_found = [day for day, title in public(year).items() if title == wanted]
        if not days_found:
            return None
        found = days_found[0]
    return found, found + ONE_DAY


def named_at(r: Reading, i: int) -> tuple[str, int] | None:
    """The name of a day that stands at `i`, and where it ends."""
    for words in _BY_FIRST.get(r.word(i), ()):
        if any(r.word(i + k) != word for k, word in enumerate(words)):
            continue
        name = " ".join(words).replace(" - ", "-")
        if name not in _NAMES:
            name = name.replace("1 ", "1e ", 1).replace("2 ", "2e ", 1)
        return name, i + len(words)
    return None


def feast(r: Reading, i: int) -> tuple[Day, int] | None:
    """A named day at `i`, with a year after it or the coming one: "tweede paasdag", "kerst 2026"."""
    at = named_at(r, i)
    if at is None:
        return None
    name, j = at
    if (year := dates.year_at(r, j)) is not None:
        found = named(name, year[0])
        return (_day(found), year[1]) if found else None
    day = by_name(name, r.today)
    if day is not None:
        day.evening = name.endswith("avond")
    return (day, j) if day else None


def by_name(name: str, today: date) -> Day | None:
    """The running or next day of that name."""
    if today.month < DATA["from_month"].get(name, 0):
        return None
    for candidate in (today.year, today.year + 1) if name in _NAMES else ():
        found = named(name, candidate)
        if found and found[1] > today:
            return _day(found)
    return None


def _day(found: tuple[date, date]) -> Day:
    return Day(start=found[0], end=found[1], grain="day")


def school(r: Reading, i: int) -> tuple[Day, int] | None:
    """A school holiday by name; without a region the first reading is the middle one, and the others are kept
    as a doubt."""
    j = i
    name = SCHOOL.get(r.word(i))
    if name is None and r.words(i, "grote", "vakantie"):
        name, j = "summer", i + 1
    if not name:
        return None
    j += 1
    found = [
        _day(span)
        for region in ([r.hint.region] if r.hint.region in REGIONS else _ordered())
        if (span := holiday(name, region, r.today))
    ]
    different = [d for k, d in enumerate(found) if all((d.start, d.end) != (e.start, e.end) for e in found[:k])]
    if not different:
        return None
    first = different[0]
    if len(different) > 1:
        first.reason, first.others = "which_region", tuple(different[1:])
    return first, j


def _ordered() -> tuple[str, ...]:
    return ("midden", "noord", "zuid")


def holiday(name: str, region: str, today: date) -> tuple[date, date] | None:
    """The running or next school holiday of that name, first day and day after the last; None where it is not known."""
    for year in DATA["school"]["years"]:
        span = year[region].get(name)
        if span and (last := date.fromisoformat(span[1])) >= today:
            return date.fromisoformat(span[0]), last + ONE_DAY
    return None
