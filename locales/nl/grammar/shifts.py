"""Shifted from now: "volgende week dinsdag", "komend weekend", "deze maand", "volgende juni"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, dates, days, daysoff, periods, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading


def shifted(r: Reading, i: int, m: Moment) -> days.Found | None:
    """ "volgende week dinsdag", "komend weekend", "deze maand", "volgende juni", "deze vrijdag", "komende drie
    dagen"."""
    shift = str(r.at(i).means["shift"])
    if r.word(i) == "as" or (r.word(i) == "verleden" and r.word(i - 1) == "het"):
        return None
    j = i + 1
    if r.at(j).means.get("shift") == "coming":
        shift, j = "coming", j + 1  # "deze komende dinsdag"
    token, means = r.at(j), r.at(j).means
    step = days.SHIFT_STEPS[shift]
    if "weekday" in means and ("short" not in means or token.word not in ("zat", "zon")):
        if "inpart" in means:
            m.part = means["inpart"]
        k = j + 1
        number = dates.number_at(r, k, 1, 31)
        if number is not None and (dated := dates.dated(r, k, number)):
            dated[0].weekday = means["weekday"]
            return dated
        if r.at(k).kind in ("pair", "date") and (named := weekdays.weekday(r, j, m)) and named[0].day:
            return named  # "a.s. vrijdag 26-2"
        found = weekdays.next_weekday(r, means["weekday"], shift)
        if r.at(k).means.get("part") and r.word(k) in ("ochtend", "middag", "avond", "nacht", "morgen", "namiddag"):
            m.part, k = r.at(k).means["part"], k + 1
        return found, k
    if "month" in means:
        return _shifted_month(r, j, shift)
    if "season" in means:
        return periods.season(r, j, step, shift)
    if token.word in daysoff.FIRST_WORDS and (feast := daysoff.feast(r, j)):
        return feast
    unit = means.get("unit") or ("week" if token.word in ("wek", "weke", "wekk") else None)
    if unit is None:
        return None
    plural = token.word in ("dagen", "weken", "maanden", "jaren", "uren", "minuten", "weekenden", "werkdagen")
    if plural:
        return None
    k = j + 1
    if unit == "week":
        found = calendar.week(r.today, step)
        found.backward = step < 0
        return weekdays.day_in_week(r, found, k, m)
    if unit == "workweek":
        found = calendar.week(r.today, step)
        assert found.start is not None
        return Day(start=found.start, end=found.start + timedelta(days=5), grain="week"), k
    if unit == "weekend":
        chosen = _shifted_weekend(r, shift)
        if r.at(k).means.get("weekday") in (5, 6) and "short" not in r.at(k).means and chosen.start is not None:
            return calendar.single(chosen.start + (r.at(k).means["weekday"] - 5) * ONE_DAY), k + 1
        return chosen, k
    if unit == "day" and token.word == "dag":
        if shift == "last":
            return None
        return calendar.single(r.today + (1 if step else 0) * ONE_DAY), k
    if unit == "workday" and step > 0:
        return calendar.single(calendar.add_workdays(r.today, 1)), k
    if unit == "month":
        first = calendar.add_months(r.today.replace(day=1), step)
        n = k + 1 if r.word(k) in ("op", ",") else k
        day = dates.number_at(r, n + 1, 1, 31) if r.word(n) == "de" and "ordinal" in r.at(n + 1).means else None
        if day is not None and not {"weekday", "unit"} & r.at(n + 2).means.keys() and r.word(n + 2) != "keer":
            return Day(first.year, first.month, day), n + 2
        return calendar.month(first.year, first.month), k
    if unit == "quarter":
        first = calendar.add_months(r.today.replace(day=1, month=(r.today.month - 1) // 3 * 3 + 1), 3 * step)
        return calendar.month(first.year, first.month, 3, "quarter"), k
    if unit == "year":
        n = k + 1 if r.word(k) in ("in", "op") else k
        number = dates.number_at(r, n, 1, 31)
        dated = dates.dated(r, n, number) if number is not None else None
        if dated and dated[0].month:
            dated[0].year = r.today.year + step
            return dated
        season = n + (r.word(n) == "de")
        if "season" in r.at(season).means:
            month = int(r.at(season).means["season"])
            return calendar.month(r.today.year + step, month, 3, "season"), season + 1  # "volgend jaar in de zomer"
        if "month" in r.at(n).means and len(r.word(n)) > 2:
            return Day(r.today.year + step, r.at(n).means["month"]), n + 1
        return calendar.year(r.today.year + step), k
    if unit == "decade":
        decade = r.today.year // 10 * 10 + 10 * step
        return Day(start=calendar.date(decade, 1, 1), end=calendar.date(decade + 10, 1, 1), grain="decade"), k
    return None


def _shifted_weekend(r: Reading, shift: str) -> Day:
    step = {"this": 0, "last": -1}.get(shift)
    if step is not None:
        return calendar.weekend(r.today, step)
    coming = calendar.weekend(r.today, 0 if r.today.weekday() < 5 else 1)
    following = calendar.weekend(r.today, 1)
    if shift == "coming" or coming.start == following.start:
        return coming
    following.reason, following.others = "which_week", (coming,)
    return following


def _shifted_month(r: Reading, j: int, shift: str) -> days.Found:
    month = int(r.at(j).means["month"])
    year = r.today.year
    if shift in ("next", "coming"):
        year += month <= r.today.month
    elif shift == "last":
        year -= month >= r.today.month
    return calendar.month(year, month), j + 1
