"""Moments and lengths as people write them. Everything takes local, aware datetimes or plain dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

_DUTCH = Locale("nl")
_NEAR = {-1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}


def _written(when: date, pattern: str) -> str:
    """A day by a pattern of Babel's."""
    # The bare date: datetimes of two zones can be equal on different days.
    return _kept(when.date() if isinstance(when, datetime) else when, pattern)


@lru_cache(4096)
def _kept(when: date, pattern: str) -> str:
    return format_date(when, pattern, locale=_DUTCH)  # a roster names the same few days again and again


def day(when: date, today: date) -> str:
    """ "donderdag 6 maart", with the year where it is not near."""
    far = abs((when - today).days) > 300
    return _written(when, "EEEE d MMMM y" if far else "EEEE d MMMM")


MOST_NAMED = 3  # days in a row that are named one by one


def each_day(days: Sequence[date], today: date) -> str:
    """ "maandag 10 maart en woensdag 12 maart"; a longer row is "elke dag van maandag 10 t/m vrijdag 14 maart"."""
    first, last = days[0], days[-1]
    if len(days) <= MOST_NAMED or (last - first).days != len(days) - 1:
        return listed(day(one, today) for one in days)
    begin = _written(first, "EEEE d") if first.month == last.month else day(first, today)
    return f"elke dag van {begin} t/m {day(last, today)}"


def near_day(when: date, today: date) -> str:
    """ "vandaag", "morgen", "donderdag" within the week, and the full day beyond."""
    ahead = (when - today).days
    if ahead in _NEAR:
        return _NEAR[ahead]
    return _written(when, "EEEE") if 0 < ahead < 7 else day(when, today)


def clock(when: datetime) -> str:
    """ "14:30"."""
    return f"{when.hour:02}:{when.minute:02}"


def moment(when: datetime, now: datetime) -> str:
    """ "donderdag 6 maart om 14:30"."""
    return f"{day(when.date(), now.date())} om {clock(when)}"


def until_words(moment: datetime, here: datetime) -> str:
    """Until when, after "tot": "15:00" where that is today, "morgen om 08:00"."""
    return clock(moment) if moment.date() == here.date() else near_moment(moment, here)


def near_moment(when: datetime, now: datetime) -> str:
    """ "morgen om 14:30"."""
    return f"{near_day(when.date(), now.date())} om {clock(when)}"


def soon(when: datetime, now: datetime) -> str:
    """ "morgen om 14:30 (di 4 maart)" within three days, the full moment beyond. Only for what is read at once."""
    ahead = (when.date() - now.date()).days
    if ahead not in (0, 1, 2):
        return moment(when, now)
    day_of_month = _written(when, "EEE d MMMM").replace(".", "", 1)
    return f"{_NEAR[ahead]} om {clock(when)} ({day_of_month})"


def begin(text: str) -> str:
    """A text as a sentence begins: "huisarts" is "Huisarts", "ijs halen" is "IJs halen"."""
    return f"IJ{text[2:]}" if text[:2].casefold() == "ij" else text[:1].upper() + text[1:]


def short_day(when: date) -> str:
    """ "do 6 mrt", at most 9 characters."""
    return _written(when, "EEE d MMM").replace(".", "")


def label(when: datetime) -> str:
    """ "do 6 mrt 14:30", for a button: at most 20 characters."""
    return f"{short_day(when.date())} {clock(when)}"


def span(start: datetime, end: datetime) -> str:
    """ "14:30-15:30"."""
    return f"{clock(start)}-{clock(end)}"


def length(minutes: int) -> str:
    """ "een half uur", "anderhalf uur", "2 uur en 20 minuten"."""
    known = {15: "een kwartier", 30: "een half uur", 45: "drie kwartier", 60: "een uur", 90: "anderhalf uur"}
    if minutes in known:
        return known[minutes]
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minuten" if rest != 1 else "een minuut"
    if not rest:
        return f"{hours} uur"
    return f"{hours},5 uur" if rest == 30 else f"{hours} uur en {rest} minuten"


def hours(minutes: int) -> str:
    """A sum of time: "21 uur", "2,5 uur", "50 minuten"."""
    if minutes < 60:
        return length(minutes)
    whole, rest = divmod(minutes, 60)
    tenth = round(rest / 6)
    if tenth == 10:
        whole, tenth = whole + 1, 0
    return f"{whole} uur" if not tenth else f"{whole},{tenth} uur"


def about_hours(minutes: int) -> str:
    """A sum of time as people say it: "2 uur", "ruim 2 uur", "bijna 2 uur", "2,5 uur", "50 minuten"."""
    if minutes < 60:
        return length(minutes)
    halves, rest = divmod(minutes, 30)
    if not rest:
        return hours(minutes)
    return f"ruim {hours(halves * 30)}" if rest < 15 else f"bijna {hours((halves + 1) * 30)}"


def listed(names: Iterable[str]) -> str:
    """ "Piet, Riet en Fatima"."""
    every = list(names)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} en {every[-1]}" if every else ""


def unlisted(text: str) -> list[str]:
    """The names in "Piet, Riet en Fatima"; none where it is no list."""
    names = re.split(r",\s+|\s+en\s+", text)
    return names if len(names) > 1 else []


def either(alternatives: Iterable[str]) -> str:
    """ "dinsdag 4 maart of woensdag 5 maart"."""
    every = list(alternatives)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} of {every[-1]}" if every else ""


def monday(when: date) -> date:
    """The Monday of that week."""
    return when - timedelta(days=when.weekday())


def weekday_and_date(when: date) -> str:
    """ "donderdag 6 maart"."""
    return _written(when, "EEEE d MMMM")


def days(first: date, last: date) -> str:
    """ "3 t/m 9 maart 2025", "31 maart t/m 6 april 2025", "3 maart 2025"."""
    whole = _written(last, "d MMMM y")
    if first == last:
        return whole
    if first.year != last.year:
        return f"{_written(first, 'd MMMM y')} t/m {whole}"
    return f"{first.day if first.month == last.month else _written(first, 'd MMMM')} t/m {whole}"


def dated(when: datetime) -> str:
    """ "zondag 2 maart 2025 om 10:00"."""
    return f"{_written(when, 'EEEE d MMMM y')} om {clock(when)}"


def weekday(when: date) -> str:
    """ "donderdag"."""
    return _written(when, "EEEE")


def weekday_named(number: int) -> str:
    """The same of a number: 0 is "maandag"."""
    return weekday(date(2024, 1, 1 + number))  # a Monday


def month(when: date) -> str:
    """ "maart 2025"."""
    return _written(when, "LLLL y")
