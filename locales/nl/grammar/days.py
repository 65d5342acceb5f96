"""Days as people name them: "overmorgen", "dinsdag over een week", "de 15e", "eind maart", "week 14"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, daysoff
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import length
from locales.nl.grammar.tokens import exists
from locales.nl.grammar.words import COUNTED, LISTS

Found = tuple[Day, int]
SHIFT_STEPS = {"next": 1, "coming": 1, "this": 0, "last": -1}
MOTHER_AFTER = LISTS["mother_after"]
LEADS_DAY = LISTS["leads_day"]
ORDINAL_NOUNS = LISTS["ordinal_nouns"]
FIRST_DAYS = {
    "begin": (1, 10),
    "midden": (11, 20),
    "medio": (11, 20),
    "half": (11, 20),
    "halverwege": (11, 20),
    "eind": (21, 32),
    "einde": (21, 32),
    "mid": (11, 20),
    "start": (1, 10),
}


def number_at(r: Reading, i: int, low: int, high: int) -> int | None:
    """A count or ordinal in figures or words within bounds."""
    means = r.at(i).means
    value = means.get("number", means.get("ordinal"))
    return int(value) if value is not None and low <= value <= high and r.at(i).kind != "decimal" else None


def year_at(r: Reading, i: int) -> tuple[int, int] | None:
    """A year at `i`, perhaps after a comma, a dash or "van": the year and what follows it."""
    j = i
    if r.word(j) == "." and r.at(j).kind == "mark":
        j += 1
    if r.word(j) in (",", "-", "/", "van", "in"):
        j += 1
    if r.word(j) == "het" and r.word(j + 1) == "jaar":
        j += 2
    token = r.at(j)
    if (
        token.kind == "number"
        and len(token.word) == 4
        and 1900 <= token.value <= 2200
        and r.word(j + 1) not in ("uur", "u")
        and token.word not in COUNTED
    ):
        return int(token.value), j + 1
    if token.word == "'" and r.at(j + 1).kind == "number" and len(r.word(j + 1)) == 2:
        return 2000 + int(r.at(j + 1).value), j + 2
    return None


def dot(r: Reading, i: int) -> int:
    """Skip the full stop of an abbreviation: "2 okt." when more follows or nothing does."""
    return i + 1 if r.word(i) == "." and r.at(i).kind == "mark" else i


def day(r: Reading, i: int, m: Moment) -> tuple[Day, int] | None:
    """The day named at `i`; a part of the day inside the word goes to `m`."""
    token = r.at(i)
    means, word = token.means, token.word
    if token.kind == "date":
        year, month, number = token.value
        return Day(year=year, month=month, day=number), i + 1
    if token.kind == "pair":
        return _pair(r, i)
    if word in daysoff.FIRST_WORDS and (found := daysoff.feast(r, i)):
        return found
    if word in daysoff.SCHOOL or word == "grote":
        return daysoff.school(r, i)
    if "day" in means:
        return _counted(r, i, m)
    if "weekday" in means:
        return _weekday(r, i, m)
    if "month" in means:
        return _month(r, i)
    if "shift" in means:
        return _shifted(r, i, m)
    if word in FIRST_DAYS and (found := _part_of_period(r, i)):
        return found
    if word in ("week", "wk", "weeknummer", "weeknr") and (found := _week(r, i)):
        return found
    if "season" in means:
        return _season(r, i, 0)
    if word in ("later", "rest", "verder", "resterende", "restant") and (found := _rest(r, i)):
        return found
    if means.get("unit") == "weekend" and word in ("weekend", "weekeinde", "weekeind"):
        return _weekend(r, i)
    if word in ("de", "den", "het", "dit", "d'n"):
        return _definite(r, i, m)
    if "number" in means or "ordinal" in means or word == "laatste":
        return _numbered(r, i, m)
    if word == "jaar" and (year := year_at(r, i + 1)):
        return Day(year=year[0], grain="year"), year[1]
    if word in ("q1", "q2", "q3", "q4"):
        year = year_at(r, i + 1)
        return _quarter(r, int(word[1]), year[0] if year else None), year[1] if year else i + 1
    if word == "maand" and "month" in r.at(i + 1).means:
        return _month(r, i + 1, sure=True)
    if word == "maand" and r.words(i + 1, "van") and "month" in r.at(i + 2).means:
        return _month(r, i + 2, sure=True)
    if word == "maand" and r.words(i + 1, "na", "de", "volgende"):
        first = calendar.add_months(r.today.replace(day=1), 2)
        return calendar.month(first.year, first.month), i + 4
    if word == "dag" and r.word(i + 1) in ("voor", "na"):
        return _beside(r, i, Length(delta=timedelta(days=1), grain="day"), i + 1)
    if word in ("hele", "heel", "ganse", "gehele", "volledige"):
        return _whole(r, i, m)
    return None


def _pair(r: Reading, i: int) -> Found | None:
    first, _, second = r.at(i).value
    after = r.at(i + 1)
    if "month" in after.means or "unit" in after.means or after.word in COUNTED:
        return None
    return (Day(month=second, day=first), i + 1) if exists(second, first) else None


def _counted(r: Reading, i: int, m: Moment) -> Found | None:
    """Counted from today: "morgen", "overmorgenavond", "morgen over een week"."""
    means = r.at(i).means
    if r.word(i) in ("morgen", "heden") and r.word(i - 1) in ("goede", "goeie", "guten"):
        return None
    found = calendar.single(r.today + means["day"] * ONE_DAY)
    j = i + 1
    if "inpart" in means:
        m.part = means["inpart"]
        if m.part == "night" and means["day"] == 0 and r.now.hour < 5:
            found = calendar.single(r.today - ONE_DAY)
    elif r.word(j) == "vroeg":
        m.part, j = "morning", j + 1
    return _moved(r, found, j)


def _moved(r: Reading, found: Day, j: int) -> Found:
    """A day with "over een week" or "over veertien dagen" after it."""
    if r.word(j) == "over" and (counted := length(r, j + 1)) and counted[0].whole_days and found.start:
        start = plus(found.start, counted[0])
        return calendar.single(start), counted[1]
    return found, j


def plus(start: calendar.date, span: Length) -> calendar.date:
    """A day so much later; past the calendar's end it stays at its last year."""
    try:
        moved = calendar.add_months(start, span.months) + timedelta(days=span.delta.days)
    except OverflowError:
        return calendar.date(9998, 1, 1)
    return calendar.add_workdays(moved, span.workdays)


def weekday_is_meant(r: Reading, i: int) -> bool:
    """Whether a short name of a weekday ("ma", "zo", "do") stands where a day stands, and is not mother, so, or do."""
    word, before, after = r.word(i), r.at(i - 1), r.at(i + 1)
    second = r.at(i + 2)
    joined = (
        before.word in ("en", ",", "/", "-", "&", "+", "of", "t/m", "tot", "tem") and "weekday" in r.at(i - 2).means
    )
    joins = after.word in ("en", ",", "/", "-", "&", "+", "of", "t/m", "tot", "tem") and "weekday" in second.means
    if (
        before.word in ("en", ",", "&", "t/m", "-", "tot")
        and "number" in r.at(i - 2).means
        and "weekday" in r.at(i - 3).means
    ):
        return True  # "za 8 en zo 9 mrt"
    if joined:
        return weekday_is_meant(r, i - 2) if "short" in r.at(i - 2).means and word == r.word(i - 2) else True
    if joins and before.word not in MOTHER_AFTER:
        return True
    if before.word in LEADS_DAY or before.means.get("shift"):
        return True
    if before.word in MOTHER_AFTER and word in ("ma", "zo", "di", "do"):
        return False
    whole = len(r.tokens) == 1 or (len(r.tokens) == 2 and after.word == ".")
    if whole:
        return word not in ("ma", "zo", "zon", "don", "do") or word in ("ma", "do", "zo")
    dated = ("number" in after.means and ("month" in second.means or second.word in ("-", "/", "."))) or after.kind in (
        "pair",
        "date",
    )
    timed = (
        after.kind == "clock"
        or "inpart" in after.means
        or "part" in after.means
        or after.word == "'s"
        or after.word in ("a.s.", "aanstaande")
    )
    hour = "number" in after.means and second.word in ("uur", "u", "h", "t/m", "tot")
    listed = "number" in after.means and second.word in ("en", ",", "&", "t/m", "-") and "weekday" in r.at(i + 3).means
    alone = "number" in after.means and second.kind in ("end", "stop") and word in ("di", "wo", "vr", "za")
    if listed or alone:
        return True
    if word in ("zo", "zon", "zat", "don"):
        return (
            dated
            or (timed and after.kind == "clock" and before.kind == "end")
            or (word == "zat" and after.word == "." and second.word in ("om", "rond"))
        )
    if dated or timed or hour:
        return True
    return (
        after.word in ("om", "van", "vanaf", "tussen", "rond", "over", "voor", "na", "volgende")
        and word != "do"
        and _clock_ahead(r, i + 2)
    )


def _clock_ahead(r: Reading, i: int) -> bool:
    token = r.at(i)
    return token.kind == "clock" or "number" in token.means or token.word in ("half", "kwart", "een", "week")


def _weekday(r: Reading, i: int, m: Moment) -> Found | None:
    means = r.at(i).means
    if "short" in means and not weekday_is_meant(r, i):
        return None
    weekday = int(means["weekday"])
    if "inpart" in means:
        m.part = means["inpart"]
    j = i + 1
    if (r.word(j) == "." and ("short" in means) and r.at(j + 1).kind != "end") or (
        r.word(j) == "." and "short" in means
    ):
        j += 1
    token = r.at(j)
    if (
        token.word in ("ochtend", "morgen", "middag", "avond", "nacht", "namiddag", "voormiddag")
        and "inpart" not in means
    ):
        m.part, j = token.means["part"], j + 1  # dictated apart: "dinsdag ochtend"
        token = r.at(j)
    if (
        token.means.get("shift") in ("coming", "next")
        and "unit" not in r.at(j + 1).means
        and token.word not in ("volgende", "volgend", "komende")
    ):
        return _next_weekday(r, weekday, "coming"), j + 1
    if token.means.get("shift") in SHIFT_STEPS and r.at(j + 1).means.get("unit") in ("week", "workweek"):
        return _in_week(calendar.week(r.today, SHIFT_STEPS[token.means["shift"]]), weekday), j + 2
    if token.word in ("van", "in") and r.at(j + 1).means.get("shift") and r.at(j + 2).means.get("unit") == "week":
        return _in_week(calendar.week(r.today, SHIFT_STEPS[r.at(j + 1).means["shift"]]), weekday), j + 3
    if token.word in ("van", "in", "uit") and r.word(j + 1) in ("week", "wk") and (found := _week(r, j + 1)):
        return _in_week(found[0], weekday), found[1]
    if token.word in ("week", "wk") and number_at(r, j + 1, 1, 53) is not None and (found := _week(r, j)):
        return _in_week(found[0], weekday), found[1]
    if token.word in ("voor", "na") and (beside := _weekday_beside(r, weekday, j)):
        return beside
    if (
        token.word == "over"
        and (counted := length(r, j + 1))
        and counted[0].grain in ("week", "day")
        and counted[0].delta.days % 7 == 0
    ):
        base = r.today + ((weekday - r.today.weekday()) % 7) * ONE_DAY
        return calendar.single(plus(base, counted[0])), counted[1]
    k = j + 1 if token.word == "," else j
    if r.word(k) in ("de", "den", "d'n"):
        k += 1
    if r.at(k).kind in ("pair", "date"):
        if r.at(k).kind == "date":
            year, month, number = r.at(k).value
            return Day(year=year, month=month, day=number, weekday=weekday), k + 1
        found = _weekday_pair(r, k, weekday)
        if found:
            return found
    number = number_at(r, k, 1, 31)
    if number is not None:
        dated = _dated(r, k, number)
        if dated:
            dated[0].weekday = weekday
            return dated
        if _day_of_month(r, k, bool(r.word(k - 1) in ("de", "den"))):
            return Day(day=number, weekday=weekday), k + 1
    return Day(weekday=weekday), j


def _weekday_beside(r: Reading, weekday: int, j: int) -> Found | None:
    """ "de vrijdag voor pasen", "dinsdag na pinksteren": the nearest such weekday on that side of a feast."""
    k = j + 1 if r.word(j + 1) not in ("de", "het") else j + 2
    feast = daysoff.feast(r, k) if r.word(k) in daysoff.FIRST_WORDS else None
    if feast is None or feast[0].start is None or feast[0].end is None:
        return None
    if r.word(j) == "voor":
        return calendar.single(feast[0].start - ((feast[0].start.weekday() - weekday - 1) % 7 + 1) * ONE_DAY), feast[1]
    return calendar.single(feast[0].end + ((weekday - feast[0].end.weekday()) % 7) * ONE_DAY), feast[1]


def _weekday_pair(r: Reading, k: int, weekday: int) -> Found | None:
    """ "dinsdag 3-12" is a date where the third of December is a Tuesday, or where no hours can be meant."""
    first, mark, second = r.at(k).value
    if not exists(second, first) or "month" in r.at(k + 1).means or r.word(k + 1) in ("uur", "u"):
        return None
    said = Day(month=second, day=first)
    when = calendar.settled(said, r.today)
    if (
        mark == "/"
        or (when and when.start and when.start.weekday() == weekday)
        or first > 24
        or second > 24
        or r.word(k - 1) == "de"
    ):
        return Day(month=second, day=first, weekday=weekday), k + 1
    return None


def _day_of_month(r: Reading, k: int, definite: bool) -> bool:
    """Whether the number after a weekday is a day of the month: "vrijdag de 23e", "maandag 21", not "maandag 8 tot 9"."""
    token, after = r.at(k), r.at(k + 1)
    if token.kind == "ordinal" or "ordinal" in token.means:
        return after.word not in ORDINAL_NOUNS or definite
    if (
        after.word in ("en", ",", "&", "t/m", "-", "tot")
        and "weekday" in r.at(k + 2).means
        and number_at(r, k + 3, 1, 31)
    ):
        return True  # "zaterdag 8 en zondag 9 maart"
    if (
        "unit" in after.means
        or after.word in ("uur", "u", "-", "tot", "t/m", "en", "a", "à", "over", "voor", "of")
        or after.word in COUNTED
        or "part" in after.means
        or after.word == "'s"
    ):
        return definite and after.word not in ("uur", "u")
    return token.word.isdigit() or definite


def _next_weekday(r: Reading, weekday: int, shift: str) -> Day:
    """ "komende", "volgende", "deze" or "vorige" with a weekday; "volgende" splits the Dutch, so both are kept."""
    ahead = (weekday - r.today.weekday() - 1) % 7 + 1
    coming = calendar.single(r.today + ahead * ONE_DAY)
    if shift == "coming":
        return coming
    if shift == "this":
        same = calendar.single(calendar.monday(r.today) + weekday * ONE_DAY)
        return same if same.start and same.start >= r.today else coming
    if shift == "last":
        found = calendar.single(r.today - ((r.today.weekday() - weekday - 1) % 7 + 1) * ONE_DAY)
        found.backward = True
        return found
    following = calendar.single(calendar.monday(r.today) + timedelta(days=7 + weekday))
    if following.start != coming.start:
        following.reason, following.others = "which_week", (coming,)
    return following


def _in_week(week: Day, weekday: int) -> Day:
    assert week.start is not None
    found = calendar.single(calendar.monday(week.start) + weekday * ONE_DAY)
    found.backward = week.backward
    return found


def _dated(r: Reading, i: int, number: int) -> Found | None:
    """A day of the month at `i` followed by its month: "22 augustus", "4e van juli", "2-okt", "de 15e van volgende maand"."""
    j = i + 1
    if (
        r.word(j) in ("ste", "de", "e")
        and r.at(i).kind == "number"
        and r.at(j).start - r.at(i).end <= 1
        and r.word(j) != "de"
    ):
        j += 1
    if r.word(j) == "." and r.at(j).start == r.at(i).end:
        j += 1
    if r.word(j) in ("-", "/", "van", "in", ","):
        if r.word(j) == "," and "month" not in r.at(j + 1).means:
            return None
        j += 1
    if r.word(j) in ("de", "deze", "volgende", "komende", "die", "dezelfde"):
        return _of_month(r, i, j, number)
    month = r.at(j).means.get("month")
    if month is None or not exists(month, number):
        return None
    j = dot(r, j + 1) if len(r.word(j)) <= 4 else j + 1
    year = year_at(r, j)
    if year and _year_fits(r, year[1]):
        return Day(year=year[0], month=month, day=number), year[1]
    if r.word(j - 1) == "." and r.at(j).kind == "end":
        j -= 0
    return Day(month=month, day=number), j


def _year_fits(r: Reading, j: int) -> bool:
    return r.word(j) not in COUNTED


def _of_month(r: Reading, i: int, j: int, number: int) -> Found | None:
    """ "de 15e van de maand", "de 20ste van volgende maand", "de 4e deze maand"."""
    k = j + 1 if r.word(j) == "de" else j
    step = 0
    if r.at(k).means.get("shift"):
        step, k = SHIFT_STEPS[r.at(k).means["shift"]], k + 1
    elif r.word(j) != "de":
        return None
    if r.word(k) != "maand":
        return None
    if k == j + 1 and r.word(j) == "de":
        return Day(day=number), k + 1
    first = calendar.add_months(r.today.replace(day=1), step)
    try:
        return calendar.single(first.replace(day=number)), k + 1
    except ValueError:
        return None


def _numbered(r: Reading, i: int, m: Moment) -> Found | None:
    """What begins with a number: a date, "tweede zaterdag", "eerste week van mei", "laatste drie maanden van 2025"."""
    number = number_at(r, i, 1, 31)
    if number is not None and (dated := _dated(r, i, number)):
        return dated
    token = r.at(i)
    if token.kind == "number" and len(token.word) == 4 and 1900 <= token.value <= 2200:
        j = i + 2 if r.word(i + 1) == "," else i + 1
        if "month" in r.at(j).means:
            return Day(year=token.value, month=r.at(j).means["month"]), j + 1
        said = r.word(i - 1) in ("in", "jaar", "sinds", "heel", "eind", "begin") or (
            i == 0 and r.at(i + 1).kind == "end"
        )
        return (
            (Day(year=token.value), i + 1)
            if said and r.word(i + 1) not in ("uur", "u") and r.word(i + 1) not in COUNTED
            else None
        )
    return _nth(r, i)


def _period(r: Reading, i: int) -> Found | None:
    """A month, quarter or year that something is counted in: "van mei", "van deze maand", "van 2026", "van het jaar"."""
    j = i + 1 if r.word(i) in ("van", "in", "op", "uit") else i
    if r.word(j) in ("de", "het"):
        j += 1
    if r.word(j) == "maand" and "month" in r.at(j + 1).means:
        j += 1
    token = r.at(j)
    if "month" in token.means:
        k = dot(r, j + 1) if len(token.word) <= 4 else j + 1
        year = year_at(r, k)
        settled = calendar.settled(Day(month=token.means["month"], year=year[0] if year else None), r.today)
        return (settled, year[1] if year else k) if settled else None
    step = 0
    if "shift" in token.means:
        step, j = SHIFT_STEPS[token.means["shift"]], j + 1
        token = r.at(j)
    unit = token.means.get("unit")
    if unit == "month" and token.word == "maand":
        first = calendar.add_months(r.today.replace(day=1), step)
        return calendar.month(first.year, first.month), j + 1
    if unit == "year" and token.word == "jaar":
        year_after = year_at(r, j + 1)
        if year_after:
            return calendar.year(year_after[0]), year_after[1]
        return calendar.year(r.today.year + step), j + 1
    if unit == "quarter":
        first = calendar.add_months(r.today.replace(day=1, month=(r.today.month - 1) // 3 * 3 + 1), 3 * step)
        return calendar.month(first.year, first.month, 3, "quarter"), j + 1
    year = year_at(r, i)
    return (calendar.year(year[0]), year[1]) if year and r.word(i) in ("van", "in") else None


def _nth(r: Reading, i: int) -> Found | None:
    """An ordinal with a weekday, week, month, quarter or half year."""
    token = r.at(i)
    nth = -1 if token.word == "laatste" else token.means.get("ordinal")
    j = i + 1
    if token.word in ("voorlaatste",):
        nth = -2
    if nth is None:
        return None
    if r.word(i + 1) == "laatste" and nth > 0:
        nth, j = -nth, j + 1  # "op een na laatste" stays out
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
        return _nth_of(period[0], unit, nth, period[1])
    if unit == "quarter" and 1 <= nth <= 4:
        period = _period(r, j + 1)
        year = period[0].start.year if period and period[0].grain == "year" and period[0].start else None
        return _quarter(r, int(nth), year), period[1] if period and year else j + 1
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
            end = plus(start, counted[0])
        else:
            start = plus(end, Length(-counted[0].months, -counted[0].delta, counted[0].grain, -counted[0].workdays))
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


def _nth_of(period: Day, unit: str, nth: int, j: int) -> Found | None:
    assert period.start is not None
    assert period.end is not None
    if unit == "week":
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


def _quarter(r: Reading, number: int, of_year: int | None) -> Day:
    year = of_year or (r.today.year if number * 3 >= r.today.month else r.today.year + 1)
    return calendar.month(year, number * 3 - 2, 3, "quarter")


ALONE = LISTS["alone"]


def _month(r: Reading, i: int, sure: bool = False) -> Found | None:
    """A month, with a day or year after it: "november 19", "mei 2026", "dec-2018"; short names only where a month stands."""
    word, before = r.word(i), r.word(i - 1)
    month = r.at(i).means["month"]
    if r.at(i - 1).kind == "number" and r.at(i - 1).value <= 99 and not exists(month, r.at(i - 1).value):
        return None  # "31 februari" is no day, and not the month either
    full = len(word) > 4
    j = i + 1 if full else dot(r, i + 1)
    year = year_at(r, j)
    if year:
        return Day(month=month, year=year[0]), year[1]
    number = number_at(r, j, 1, 31)
    if (
        number is not None
        and r.at(j).kind in ("number", "ordinal")
        and r.word(j + 1) not in ("uur", "u", ":", "-", "tot", "t/m", "en", "minuten")
        and "unit" not in r.at(j + 1).means
        and r.word(j + 1) not in COUNTED
        and exists(month, number)
    ):
        year = year_at(r, j + 1)
        return Day(month=month, day=number, year=year[0] if year else None), year[1] if year else j + 1
    if r.words(j, "de") and r.at(j + 1).kind == "ordinal" and exists(month, r.at(j + 1).value):
        return (
            (Day(month=month), j + 2)
            if r.word(i - 1) == "van" and r.word(i - 2) == "maand"
            else (Day(month=month, day=r.at(j + 1).value), j + 2)
        )
    whole = r.at(j).kind == "end" and (i == 0 or before in ("in", "de"))
    joined = r.word(j) in ("-", "t/m", "tot") and "month" in r.at(j + 1).means
    if word == "jan" and not (
        joined or before in ("in", "eind", "begin", "half", "medio", "vanaf", "-", "tot", "t/m", "maand") or sure
    ):
        return None
    if (
        full
        or sure
        or word in ("mei", "juni", "juli")
        or whole
        or joined
        or before in ALONE
        or (before in ("tot", "en", "-", "t/m", "voor", "van", "na"))
    ):
        return Day(month=month), j if (full or r.at(j).kind == "end") else (
            j if r.word(j - 1) != "." or r.at(j).kind != "end" else j
        )
    return None


def _weekend(r: Reading, i: int) -> Found | None:
    j = i + 1
    if r.word(j) in ("van", "na", "voor"):
        inner = day(r, j + 1, Moment())
        if inner:
            settled = calendar.settled(inner[0], r.today)
            if settled and settled.start and settled.grain == "day" and r.word(j) == "van":
                return calendar.weekend(settled.start), inner[1]
    if r.at(j).means.get("shift") == "coming":
        return calendar.weekend(r.today, 0 if r.today.weekday() < 5 else 1), j + 1
    return calendar.weekend(r.today), j


def _shifted(r: Reading, i: int, m: Moment) -> Found | None:
    """ "volgende week dinsdag", "komend weekend", "deze maand", "volgende juni", "deze vrijdag", "komende drie dagen"."""
    shift = str(r.at(i).means["shift"])
    if r.word(i) == "as" or (r.word(i) == "verleden" and r.word(i - 1) == "het"):
        return None
    j = i + 1
    if r.at(j).means.get("shift") == "coming":
        shift, j = "coming", j + 1  # "deze komende dinsdag"
    token, means = r.at(j), r.at(j).means
    step = SHIFT_STEPS[shift]
    if "weekday" in means and ("short" not in means or token.word not in ("zat", "zon")):
        if "inpart" in means:
            m.part = means["inpart"]
        k = j + 1
        number = number_at(r, k, 1, 31)
        if number is not None and (dated := _dated(r, k, number)):
            dated[0].weekday = means["weekday"]
            return dated
        found = _next_weekday(r, means["weekday"], shift)
        if r.at(k).means.get("part") and r.word(k) in ("ochtend", "middag", "avond", "nacht", "morgen", "namiddag"):
            m.part, k = r.at(k).means["part"], k + 1
        return found, k
    if "month" in means:
        return _shifted_month(r, j, shift)
    if "season" in means:
        return _season(r, j, step, shift)
    if token.word in daysoff.FIRST_WORDS and (feast := daysoff.feast(r, j)):
        return feast
    unit = means.get("unit")
    if unit is None:
        return None
    plural = token.word in ("dagen", "weken", "maanden", "jaren", "uren", "minuten", "weekenden", "werkdagen")
    if plural:
        return None
    k = j + 1
    if unit == "week":
        found = calendar.week(r.today, step)
        found.backward = step < 0
        return _day_in_week(r, found, k, m)
    if unit == "workweek":
        found = calendar.week(r.today, step)
        assert found.start is not None
        return Day(start=found.start, end=found.start + timedelta(days=5), grain="week"), k
    if unit == "weekend":
        return _shifted_weekend(r, shift), k
    if unit == "day" and token.word == "dag":
        if shift == "last":
            return None
        return calendar.single(r.today + (1 if step else 0) * ONE_DAY), k
    if unit == "workday" and step > 0:
        return calendar.single(calendar.add_workdays(r.today, 1)), k
    if unit == "month":
        first = calendar.add_months(r.today.replace(day=1), step)
        n = k + 1 if r.word(k) in ("op", ",") else k
        if r.word(n) == "de" and r.at(n + 1).kind == "ordinal":
            return Day(first.year, first.month, r.at(n + 1).value), n + 2
        return calendar.month(first.year, first.month), k
    if unit == "quarter":
        first = calendar.add_months(r.today.replace(day=1, month=(r.today.month - 1) // 3 * 3 + 1), 3 * step)
        return calendar.month(first.year, first.month, 3, "quarter"), k
    if unit == "year":
        return calendar.year(r.today.year + step), k
    if unit == "decade":
        decade = r.today.year // 10 * 10 + 10 * step
        return Day(start=calendar.date(decade, 1, 1), end=calendar.date(decade + 10, 1, 1), grain="decade"), k
    return None


def _day_in_week(r: Reading, week: Day, k: int, m: Moment) -> Found:
    """A week with the weekday after it: "volgende week (op) dinsdag"."""
    j = k + 1 if r.word(k) in ("op", "de", ",", "in") else k
    token = r.at(j)
    if "weekday" in token.means and (
        "short" not in token.means
        or weekday_is_meant(r, j)
        or ((r.word(k) == "op" or j == k) and token.word not in ("zo", "ma", "zat", "do"))
    ):
        after = r.word(j + 1)
        if after in ("tot", "t/m", "-", "tem") and "weekday" in r.at(j + 2).means:
            return week, k
        if "inpart" in token.means:
            m.part = token.means["inpart"]
        elif r.word(j + 1) in ("ochtend", "middag", "avond", "nacht", "morgen", "namiddag"):
            m.part = r.at(j + 1).means["part"]
            j += 1
        return _in_week(week, token.means["weekday"]), j + 1
    return week, k


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


def _shifted_month(r: Reading, j: int, shift: str) -> Found:
    month = int(r.at(j).means["month"])
    year = r.today.year
    if shift in ("next", "coming"):
        year += month <= r.today.month
    elif shift == "last":
        year -= month >= r.today.month
    return calendar.month(year, month), j + 1


def _season(r: Reading, i: int, step: int, shift: str = "") -> Found | None:
    """A season by the calendar of the weather: summer is June until September."""
    month = int(r.at(i).means["season"])
    after = year_at(r, i + 1)
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


def _week(r: Reading, i: int) -> Found | None:
    """ "week 14", "week 31 van 2026", "week 14 op dinsdag", "week na de volgende", "week van 30 november"."""
    j = i + 1
    if r.word(j) in ("nummer", "nr", "nr."):
        j += 1
    number = number_at(r, j, 1, 53)
    if number is not None and r.at(j).kind == "number":
        if r.word(j + 1) in COUNTED or r.at(j + 1).means.get("unit") == "hour":
            return None
        year = year_at(r, j + 1)
        found = calendar.iso_week(number, year[0] if year else None, r.today)
        return _day_in_week(r, found, year[1] if year else j + 1, Moment()) if found else None
    if r.word(i) not in ("week", "wk"):
        return None
    if r.words(j, "na", "de", "volgende") or r.words(j, "na", "volgende", "week"):
        return calendar.week(r.today, 2), j + 3
    if r.word(j) in ("van", "na", "voor", "vanaf", "met", "rond") or r.word(j).startswith(("aanvang", "beginn")):
        k = j + 1 if r.word(j + 1) not in ("op", "met", "van") else j + 2
        if r.word(k) == "de" and "unit" in r.at(k + 1).means:
            return None
        inner = day(r, k, Moment())
        if inner and not (
            inner[0].grain == "day" and inner[0].day is None and inner[0].start is None and inner[0].weekday is None
        ):
            settled = calendar.settled(inner[0], r.today)
            if settled and settled.start and settled.grain == "day":
                return calendar.week(settled.start, {"na": 1, "voor": -1}.get(r.word(j), 0)), inner[1]
    return None


def _part_of_period(r: Reading, i: int) -> Found | None:
    """ "begin maart", "eind volgende week", "medio mei", "het einde van de maand"."""
    first, last = FIRST_DAYS[r.word(i)]
    j = i + 1
    if r.word(j) in ("van", "in"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    token = r.at(j)
    if (
        "month" in token.means
        or token.means.get("unit") in ("month", "year")
        or (token.means.get("shift") and r.at(j + 1).means.get("unit") in ("month", "year", "week", "workweek"))
    ):
        period = _period(r, j)
        if period and period[0].start and period[0].end:
            start, end = period[0].start, period[0].end
            if period[0].grain == "year":
                cuts = {1: (0, 4), 11: (4, 8), 21: (8, 12)}[first]
                return Day(
                    start=calendar.add_months(start, cuts[0]), end=calendar.add_months(start, cuts[1]), grain="month"
                ), period[1]
            begin, finish = start + (first - 1) * ONE_DAY, end if last > 30 else start + last * ONE_DAY
            until = {1: begin, 11: begin + 5 * ONE_DAY, 21: finish}[first]
            return Day(start=begin, end=finish, grain="day", until=until), period[1]
    step = SHIFT_STEPS.get(str(token.means.get("shift", "")), 0)
    k = j + 1 if "shift" in token.means else j
    if r.word(k) == "week" and (k > j or r.word(j - 1) == "de") and r.word(i) != "half":
        week = calendar.week(r.today, step).start
        assert week is not None
        cut = {1: (0, 2), 11: (2, 4), 21: (3, 5)}[first]
        begin, finish = week + cut[0] * ONE_DAY, week + cut[1] * ONE_DAY
        return Day(start=begin, end=finish, grain="day", until=finish if first == 21 else begin), k + 1
    return None


def _rest(r: Reading, i: int) -> Found | None:
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


def _whole(r: Reading, i: int, m: Moment) -> Found | None:
    """ "hele volgende week", "heel maart", "hele maandag"; a bare "hele week" is a length and read elsewhere."""
    j = i + 1
    if r.word(j) in ("de", "het"):
        j += 1
    token = r.at(j)
    if (
        "shift" in token.means
        or "month" in token.means
        or "weekday" in token.means
        or "season" in token.means
        or "day" in token.means
    ):
        return day(r, j, m)
    if r.at(j).means.get("unit") == "weekend":
        return _weekend(r, j)
    return None


def _definite(r: Reading, i: int, m: Moment) -> Found | None:
    """With an article: "de 15e", "het weekend", "de week van 30 november", "de volgende dag"."""
    j = i + 1
    token = r.at(j)
    if (
        token.word in ("volgende", "komende", "eerstvolgende")
        or "shift" in token.means
        or token.word in ("week", "rest", "maand", "dag", "hele", "gehele")
    ):
        found = day(r, j, m)
        if found:
            return found
        return None
    if (
        token.word in FIRST_DAYS
        or token.means.get("unit") == "weekend"
        or "season" in token.means
        or token.word in daysoff.SCHOOL
        or token.word == "jaar"
    ):
        return day(r, j, m)
    if token.word in daysoff.FIRST_WORDS and (feast := daysoff.feast(r, j)):
        return feast
    if token.word == "laatste" or "ordinal" in token.means:
        found = _nth(r, j)
        if found:
            return found
    if token.word == "maand" and "month" in r.at(j + 1).means:
        return _month(r, j + 1, sure=True)
    number = number_at(r, j, 1, 31)
    if number is None or r.word(i) == "het":
        return None
    dated = _dated(r, j, number)
    if dated:
        return dated
    after = r.at(j + 1)
    if token.kind == "ordinal":
        k = j + 1
        return (
            (Day(day=number), k)
            if after.word not in ORDINAL_NOUNS and "weekday" not in after.means and "unit" not in after.means
            else None
        )
    hours_follow = (
        after.word in ("van", "tussen", "om", "vanaf")
        and (r.at(j + 2).kind == "clock" or "number" in r.at(j + 2).means)
        and token.word.isdigit()
    )
    if hours_follow:
        return Day(day=number), j + 1
    led = r.word(i - 1) in ("op", "vanaf", "tot", "t/m", "sinds", "voor", "na") or (i == 0 and after.kind == "end")
    closed = after.kind in ("end", "stop", "mark", "clock") or after.word in (
        "van",
        "om",
        "tot",
        "tussen",
        "vanaf",
        "terug",
        "kan",
        "ga",
        "kom",
        "ben",
        "en",
        "heb",
        "moet",
        "is",
        "zijn",
        "rond",
        "voor",
        "na",
        "weg",
        "t/m",
    )
    if "ordinal" in token.means:
        return (Day(day=number), j + 1) if led and closed else None
    return (Day(day=number), j + 1) if led and closed and after.word not in COUNTED and token.word.isdigit() else None


def _beside(r: Reading, i: int, span: Length, j: int) -> Found | None:
    """So long before or after a day: "de dag na pasen", "twee dagen voor kerst", "2 weken na morgen"."""
    back = r.word(j) in ("voor", "eerder")
    k = j + 1
    inner_moment = Moment()
    inner = day(r, k, inner_moment)
    if inner is None or inner_moment.part:
        return None
    base = calendar.settled(inner[0], r.today)
    if base is None or base.start is None or base.end is None or (base.grain not in ("day", "weekend")):
        return None
    if back:
        return calendar.single(plus(base.start, Length(-span.months, -span.delta, span.grain, -span.workdays))), inner[
            1
        ]
    return calendar.single(plus(base.end - ONE_DAY, span)), inner[1]
