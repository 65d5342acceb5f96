"""Recurrences as people say them."""

from __future__ import annotations

from datetime import date, datetime

from locales.nl import moments

_DAYS = {"MO": "maandag", "TU": "dinsdag", "WE": "woensdag", "TH": "donderdag", "FR": "vrijdag"} | {
    "SA": "zaterdag",
    "SU": "zondag",
}
_WORKDAYS = ["MO", "TU", "WE", "TH", "FR"]
_NTH = {"1": "eerste", "2": "tweede", "3": "derde", "4": "vierde", "-1": "laatste"}


def rule_words(rule: str, start: datetime, clocks: str = "") -> str:
    """ "elke dinsdag en zaterdag om 10:00, vanaf dinsdag 4 maart". `start` is the first occurrence, local.

    `clocks` are the times in words where there are several a day.
    """
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";"))
    since = moments.day(start.date(), start.date())
    words = f"{_frequency(parts, start)} om {clocks or moments.clock(start)}, vanaf {since}"
    if "UNTIL" in parts:
        until = parts["UNTIL"]
        last = date(int(until[:4]), int(until[4:6]), int(until[6:8]))
        words += f" tot en met {moments.day(last, start.date())}"
    if "COUNT" in parts:
        words += f", {parts['COUNT']} keer"
    return words


def recurs_words(rule: str, start: datetime) -> str:
    """ "elke dinsdag en zaterdag", without when it begins."""
    return _frequency(dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";")), start)


def _frequency(parts: dict[str, str], start: datetime) -> str:
    every = int(parts.get("INTERVAL", "1"))
    days = parts.get("BYDAY", "").split(",") if parts.get("BYDAY") else []
    kind = parts["FREQ"]
    if kind == "DAILY":
        return "elke dag" if every == 1 else "om de dag" if every == 2 else f"elke {every} dagen"
    if kind == "WEEKLY":
        named = moments.listed(_DAYS[day] for day in days) if days else _DAYS[list(_DAYS)[start.weekday()]]
        missing = [day for day in _DAYS if day not in days]
        if every == 1 and days and len(missing) in (1, 2) and days != _WORKDAYS:
            return f"elke dag behalve {moments.listed(_DAYS[day] for day in missing)}"
        if every == 1:
            return "elke werkdag" if days == _WORKDAYS else f"elke {named}"
        return f"om de week op {named}" if every == 2 else f"elke {every} weken op {named}"
    if kind == "MONTHLY":
        again = "elke maand" if every == 1 else f"elke {every} maanden"
        if days and days[0][:-2]:
            return f"elke {_NTH.get(days[0][:-2], days[0][:-2] + 'e')} {_DAYS[days[0][-2:]]} van de maand"
        return f"{again} op de {parts.get('BYMONTHDAY', start.day)}e"
    return "elk jaar"


def weekdays_words(days: tuple[int, ...], from_minute: int, until_minute: int) -> str:
    """ "op dinsdag", "na 21:00", "op maandag en woensdag voor 9:00". Days count from Monday, minutes from midnight."""
    names = list(_DAYS.values())
    when = f"op {moments.listed(names[day] for day in days)}" if days and len(days) < 7 else ""
    when = {(0, 1, 2, 3, 4): "doordeweeks", (5, 6): "in het weekend"}.get(days, when)
    first, last = (f"{minute // 60 % 24}:{minute % 60:02}" for minute in (from_minute, until_minute))
    if from_minute and until_minute != 24 * 60:
        hours = f"tussen {first} en {last}"
    elif from_minute:
        hours = f"na {first}"
    else:
        hours = f"voor {last}" if until_minute < 24 * 60 else ""
    return " ".join(part for part in (when, hours) if part) or "nooit"


def weekdays_in(text: str) -> frozenset[int]:
    """The days of the week that a text names, 0 is Monday: "de dinsdag", "elke ma en do", "dinsdagen"."""
    words = {word.strip(".,!?'\"").casefold() for word in text.split()}
    whole = list(_DAYS.values())
    found = {n for n, day in enumerate(whole) if words & {day, f"{day}en", f"{day}s"}}
    return frozenset(found | {n for n, day in enumerate(whole) if n not in (5, 6) and day[:2] in words and n != 0})


def weekday_name(day: int) -> str:
    """ "dinsdag" for 1."""
    return list(_DAYS.values())[day]
