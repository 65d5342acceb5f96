"""Periods and their pieces: "week 14", "eerste week van mei", "eind maart", "laatste vrijdag van de maand"."""

from __future__ import annotations

from locales.nl.grammar import calendar, dates, days, daysoff, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading
from locales.nl.grammar.words import COUNTED, LISTS

WEEK = ("week", "wk", "weeknummer", "weeknr")


def period_at(r: Reading, i: int) -> days.Found | None:
    """A month, quarter or year that something is counted in: "van mei", "van deze maand", "van 2026", "van het
    jaar"."""
    j = i + 1 if r.word(i) in ("van", "in", "op", "uit") else i
    if r.word(j) in ("de", "het"):
        j += 1
    if r.word(j) == "maand" and "month" in r.at(j + 1).means:
        j += 1
    token = r.at(j)
    if "month" in token.means:
        k = dates.dot(r, j + 1) if len(token.word) <= 4 else j + 1
        year = dates.year_at(r, k)
        settled = calendar.settled(Day(month=token.means["month"], year=year[0] if year else None), r.today)
        return (settled, year[1] if year else k) if settled else None
    step = 0
    if "shift" in token.means:
        step, j = days.SHIFT_STEPS[token.means["shift"]], j + 1
        token = r.at(j)
    elif r.words(j, "nieuwe", "jaar"):
        step, j = 1, j + 1
        token = r.at(j)
    if "month" in token.means:  # "van deze oktober"
        on = step * (step < 0 or token.means["month"] <= r.today.month)
        return calendar.month(r.today.year + on, token.means["month"]), j + 1
    unit = token.means.get("unit")
    if unit == "month" and token.word == "maand":
        first = calendar.add_months(r.today.replace(day=1), step)
        return calendar.month(first.year, first.month), j + 1
    if unit == "year" and token.word == "jaar":
        year_after = dates.year_at(r, j + 1)
        if year_after:
            return calendar.year(year_after[0]), year_after[1]
        return calendar.year(r.today.year + step), j + 1
    if unit == "week" and token.word == "week" and (step or r.word(j - 1) == "de"):
        return calendar.week(r.today, step), j + 1
    if unit == "quarter":
        first = calendar.add_months(r.today.replace(day=1, month=(r.today.month - 1) // 3 * 3 + 1), 3 * step)
        return calendar.month(first.year, first.month, 3, "quarter"), j + 1
    if r.word(j) in daysoff.SCHOOL or r.word(j) == "grote":
        return daysoff.school(r, j)
    year = dates.year_at(r, i)
    return (calendar.year(year[0]), year[1]) if year and r.word(i) in ("van", "in") else None


def quarter(r: Reading, number: int, of_year: int | None) -> Day:
    year = of_year or (r.today.year if number * 3 >= r.today.month else r.today.year + 1)
    return calendar.month(year, number * 3 - 2, 3, "quarter")


def weekend(r: Reading, i: int) -> days.Found | None:
    j = i + 1
    if r.word(j) in LISTS["counted_from"]:
        return None  # "het weekend erna": after what, another message said
    if r.word(j) in ("van", "na", "voor"):
        inner = days.day(r, j + 1, Moment())
        if (
            inner is None
            and r.word(j + 2) in ("en", "-", "/", "op", "t/m")
            and (last := dates.number_at(r, j + 3, 1, 31))
        ):
            inner = dates.dated(r, j + 3, last)  # "het weekend van 14 en 15 februari"
        if inner:
            settled = calendar.settled(inner[0], r.today)
            if settled and settled.start and settled.end and settled.grain == "day" and not inner[0].backward:
                return _weekend_beside(settled.start, settled.end, r.word(j)), inner[1]
    if r.at(j).means.get("shift") == "coming":
        return calendar.weekend(r.today, 0 if r.today.weekday() < 5 else 1), j + 1
    return calendar.weekend(r.today), j


def _weekend_beside(start: calendar.date, end: calendar.date, side: str) -> Day:
    """The weekend of a day, or the nearest one that lies wholly before or after it."""
    if side == "van":
        return calendar.weekend(start)
    if side == "na":
        return calendar.weekend(end + ((5 - end.weekday()) % 7) * ONE_DAY)
    return calendar.weekend(start - ((start.weekday() - 7) % 7 + 2) * ONE_DAY)


def season(r: Reading, i: int, step: int, shift: str = "") -> days.Found | None:
    """A season by the calendar of the weather: summer is June until September."""
    month = int(r.at(i).means["season"])
    after = dates.year_at(r, i + 1)
    if after:
        return calendar.month(after[0], month, 3, "season"), after[1]
    if (
        not shift
        and r.word(i - 1) not in ("de", "in", "het", "t/m", "tot", "eind", "begin", "na", "voor", "hele", "vanaf")
        and len(r.tokens) > 1
    ):
        return None
    year = r.today.year - (r.today.month < 3 and month == 12)
    found = calendar.month(year, month, 3, "season")
    if found.end and (found.end <= r.today or (shift == "next" and found.start and found.start <= r.today)):
        found = calendar.month(year + 1, month, 3, "season")
    if step < 0 and found.start:
        found = calendar.month(found.start.year - 1, month, 3, "season")
    return found, i + 1


def week(r: Reading, i: int, m: Moment | None = None) -> days.Found | None:
    """ "week 14", "week 31 van 2026", "week 14 op dinsdag", "week na de volgende", "week van 30 november"."""
    j = i + 1
    if r.word(j) in ("nummer", "nr", "nr."):
        j += 1
    number = dates.number_at(r, j, 1, 53)
    if number is not None and (r.at(j).kind == "number" or (number > 1 and "number" in r.at(j).means)):
        if r.word(j + 1) in COUNTED or r.at(j + 1).means.get("unit") == "hour":
            return None
        year = dates.year_at(r, j + 1)
        found = calendar.iso_week(number, year[0] if year else None, r.today)
        return weekdays.day_in_week(r, found, year[1] if year else j + 1, m or Moment()) if found else None
    if r.at(j).kind == "pair" and r.at(j).value[1] == "-":
        first, last = (calendar.iso_week(n, None, r.today) for n in (r.at(j).value[0], r.at(j).value[2]))
        if first and last and first.start and last.end and first.start < last.end:
            return Day(start=first.start, end=last.end, grain="week"), j + 1  # "week 40-42"
    if r.word(i) not in ("week", "wk"):
        return None
    if r.words(j, "na", "de", "volgende") or r.words(j, "na", "volgende", "week"):
        return calendar.week(r.today, 2), j + 3
    if r.word(j) in ("van", "na", "voor", "vanaf", "met", "rond") or r.word(j).startswith(("aanvang", "beginn")):
        k = j + 1 if r.word(j + 1) not in ("op", "met", "van") else j + 2
        if r.word(k) == "de" and "unit" in r.at(k + 1).means:
            return None
        inner = days.day(r, k, Moment())
        if inner and not (
            inner[0].grain == "day" and inner[0].day is None and inner[0].start is None and inner[0].weekday is None
        ):
            settled = calendar.settled(inner[0], r.today)
            if settled and settled.start and settled.grain == "day":
                step = {"na": 1, "voor": -1 if settled.start.weekday() < 6 else 0}.get(r.word(j), 0)
                return calendar.week(settled.start, step), inner[1]  # before a Sunday is the week that it ends
    return None
