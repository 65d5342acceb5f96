"""Periods and their pieces: "week 14", "eerste week van mei", "eind maart", "laatste vrijdag van de maand"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, dates, days, daysoff, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import length
from locales.nl.grammar.words import COUNTED, LISTS

WEEK = ("week", "wk", "weeknummer", "weeknr")


def _period(r: Reading, i: int) -> days.Found | None:
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


def nth(r: Reading, i: int) -> days.Found | None:
    """An ordinal with a weekday, week, month, quarter or half year."""
    token = r.at(i)
    nth = -1 if token.word == "laatste" else token.means.get("ordinal")
    j = i + 1
    if token.word == "voorlaatste":
        nth = -2
    if "number" in token.means and r.words(i + 1, "na", "laatste"):
        nth, j = -1 - int(token.means["number"]), i + 3  # "(op) één na laatste"
    if nth is None:
        return None
    if r.word(i + 1) == "laatste" and nth > 0:
        nth, j = -nth, j + 1
    following = r.at(j)
    if "weekday" in following.means and "short" not in following.means and (nth <= 5):
        period = _period(r, j + 1)
        if period:
            found = calendar.weekday_of(period[0], following.means["weekday"], nth)
            if (
                found
                and found.end
                and found.end <= r.today
                and r.at(j + 1).kind != "number"
                and r.word(j + 3) == "maand"
                and r.word(j + 2) == "de"
            ):
                later = calendar.add_months(r.today.replace(day=1), 1)
                found = calendar.weekday_of(calendar.month(later.year, later.month), following.means["weekday"], nth)
            return (found, period[1]) if found else None
        if nth in (-1, 1) and r.word(j + 1) == ("voor" if nth < 0 else "na"):
            nearest = weekdays.weekday(r, j, Moment())  # "de laatste zaterdag voor pasen"
            return nearest if nearest and nearest[1] > j + 1 else None
        if r.word(i - 1) in ("elke", "iedere"):
            return None
        for ahead in (0, 1):
            first = calendar.add_months(r.today.replace(day=1), ahead)
            found = calendar.weekday_of(calendar.month(first.year, first.month), following.means["weekday"], nth)
            if found and found.start and found.start >= r.today:
                return found, j + 1
        return None
    unit = following.means.get("unit")
    if unit in ("week", "weekend", "day", "workday") and (period := _period(r, j + 1)):
        counted_in = _nth_of(period[0], unit, nth, period[1])
        gone = counted_in is not None and counted_in[0].end is not None and counted_in[0].end <= r.today
        if gone and r.words(j + 2, "de", "maand"):
            later = calendar.add_months(r.today.replace(day=1), 1)
            return _nth_of(calendar.month(later.year, later.month), unit, nth, period[1])
        return counted_in
    if unit == "week" and nth > 5 and (numbered := calendar.iso_week(int(nth), None, r.today)):
        return numbered, j + 1  # "de 42e week"
    if unit == "quarter" and 1 <= nth <= 4:
        period = _period(r, j + 1)
        year = period[0].start.year if period and period[0].grain == "year" and period[0].start else None
        return quarter(r, int(nth), year), period[1] if period and year else j + 1
    if (
        following.word in ("helft", "semester", "halfjaar")
        and nth in (1, 2)
        and (period := _period(r, j + 1))
        and period[0].start
        and period[0].end
    ):
        return _half(period[0], nth), period[1]
    if (
        unit == "month"
        and following.word == "maand"
        and (period := _period(r, j + 1))
        and period[0].grain == "year"
        and period[0].start
    ):
        number = 13 + nth if nth < 0 else nth
        return (calendar.month(period[0].start.year, number), period[1]) if 1 <= number <= 12 else None
    if (
        nth in (-1, 1)
        and (counted := length(r, j))
        and counted[0].whole_days
        and (period := _period(r, counted[1]))
        and period[0].start
        and period[0].end
    ):
        start, end = period[0].start, period[0].end
        if nth == 1:
            end = days.plus(start, counted[0])
        else:
            start = days.plus(
                end, Length(-counted[0].months, -counted[0].delta, counted[0].grain, -counted[0].workdays)
            )
        return Day(start=start, end=end, grain="day" if counted[0].grain != "month" else "month"), period[1]
    return None


def _half(period: Day, nth: int) -> Day:
    assert period.start is not None
    assert period.end is not None
    if period.grain == "year":
        middle = period.start.replace(month=7)
    else:
        middle = period.start + timedelta(days=(period.end - period.start).days // 2)
    return (
        Day(start=period.start, end=middle, grain="day") if nth == 1 else Day(start=middle, end=period.end, grain="day")
    )


def _nth_of(period: Day, unit: str, nth: int, j: int) -> days.Found | None:
    assert period.start is not None
    assert period.end is not None
    found: Day | None
    if unit == "week" and period.grain == "day":
        begin = period.start + timedelta(weeks=nth - 1) if nth > 0 else period.end + timedelta(weeks=nth)
        found = Day(start=begin, end=begin + timedelta(weeks=1), grain="day")  # of a holiday: counted from its edge
    elif unit == "week":
        found = calendar.week_of(period, nth)
    elif unit == "weekend":
        saturday = calendar.weekday_of(period, 5, nth)
        found = calendar.weekend(saturday.start) if saturday and saturday.start else None
    elif unit == "workday":
        start = period.start - ONE_DAY if nth > 0 else period.end
        found = calendar.single(calendar.add_workdays(start, nth))
    else:
        start = period.start + (nth - 1) * ONE_DAY if nth > 0 else period.end + nth * ONE_DAY
        found = calendar.single(start) if period.start <= start < period.end else None
    return (found, j) if found else None


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


def part_of_period(r: Reading, i: int) -> days.Found | None:
    """ "begin maart", "eind volgende week", "medio mei", "het einde van de maand"."""
    first, last = days.FIRST_DAYS[r.word(i)]
    j = i + 1
    if r.word(j) in ("van", "in"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    token = r.at(j)
    if r.word(i) == "half" and token.means.get("unit") == "year" and r.word(j - 1) != "het":
        return None  # "een half jaar" is a length
    if (
        "month" in token.means
        or token.means.get("unit") in ("month", "year")
        or (r.word(i) != "half" and dates.year_at(r, j) is not None and token.kind == "number")
        or (token.means.get("shift") and r.at(j + 1).means.get("unit") in ("month", "year", "week", "workweek"))
    ):
        year = dates.year_at(r, j) if token.kind == "number" else None
        period = (calendar.year(year[0]), year[1]) if year else _period(r, j)
        if period and period[0].start and period[0].end and period[0].grain != "week":
            start, end = period[0].start, period[0].end
            if period[0].grain == "year":
                cuts = {1: (0, 4), 11: (4, 8), 21: (8, 12)}[first]
                opened, closed = (calendar.add_months(start, months) for months in cuts)
                until = closed if first == 21 else opened
                return Day(start=opened, end=closed, grain="month", until=until), period[1]
            begin, finish = start + (first - 1) * ONE_DAY, end if last > 30 else start + last * ONE_DAY
            until = {1: begin, 11: begin + 5 * ONE_DAY, 21: finish}[first]
            return Day(start=begin, end=finish, grain="day", until=until), period[1]
    step = days.SHIFT_STEPS.get(str(token.means.get("shift", "")), 0)
    k = j + 1 if "shift" in token.means else j
    if r.word(k) == "week" and (k > j or r.word(j - 1) == "de") and r.word(i) != "half":
        week = calendar.week(r.today, step).start
        assert week is not None
        cut = {1: (0, 2), 11: (2, 4), 21: (3, 5)}[first]
        begin, finish = week + cut[0] * ONE_DAY, week + cut[1] * ONE_DAY
        if finish <= r.today and k == j:
            begin, finish = begin + timedelta(weeks=1), finish + timedelta(weeks=1)  # this week's is over
        return Day(start=begin, end=finish, grain="day", until=finish if first == 21 else begin), k + 1
    known = "season" in token.means or token.word in daysoff.SCHOOL or token.word in ("grote", *daysoff.FIRST_WORDS)
    named = days.day(r, j, Moment()) if known and r.word(i) != "half" else None
    if named and named[0].start and named[0].end and named[0].end - named[0].start > timedelta(days=6):
        return _third(named[0], first), named[1]
    return None


def _third(period: Day, first: int) -> Day:
    """The beginning, middle or end of a holiday or a season."""
    assert period.start is not None
    assert period.end is not None
    if period.grain == "season":
        first_of, last_of = calendar.add_months(period.start, 1), calendar.add_months(period.start, 2)
        begin, finish = {1: (period.start, first_of), 11: (first_of, last_of), 21: (last_of, period.end)}[first]
        return Day(start=begin, end=finish, grain="month", until=finish if first == 21 else begin)
    third = (period.end - period.start) // 3
    begin, finish = {
        1: (period.start, period.start + third),
        11: (period.start + third, period.end - third),
        21: (period.end - third, period.end),
    }[first]
    others = tuple(_third(other, first) for other in period.others)
    return Day(start=begin, end=finish, reason=period.reason, others=others, until=finish if first == 21 else begin)


def rest(r: Reading, i: int) -> days.Found | None:
    """What is left: "later deze week", "de rest van de maand"."""
    j = i + 1
    if r.word(j) in ("van", "in", "op"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    shift = r.at(j).means.get("shift")
    if shift == "this":
        j += 1
    elif r.word(j - 1) not in ("de", "het") or shift:
        return None
    unit = r.at(j).means.get("unit")
    ends = {
        "week": calendar.monday(r.today) + timedelta(days=7),
        "month": calendar.add_months(r.today.replace(day=1), 1),
        "year": calendar.date(r.today.year + 1, 1, 1),
        "day": r.today + ONE_DAY,
    }
    if unit not in ends:
        return None
    return Day(start=r.today, end=ends[unit], grain="day" if unit in ("week", "month", "day") else "month"), j + 1
