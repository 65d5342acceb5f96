"""Weekdays: "dinsdag de 5e", "vrijdag over een week", "volgende week dinsdag"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, dates, days, daysoff, periods
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading
from locales.nl.grammar.lengths import length
from locales.nl.grammar.shortdays import weekday_is_meant
from locales.nl.grammar.words import COUNTED
from locales.nl.grammar.written import exists


def weekday(r: Reading, i: int, m: Moment) -> days.Found | None:
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
        return next_weekday(r, weekday, "coming"), j + 1
    if token.means.get("shift") in days.SHIFT_STEPS and r.at(j + 1).means.get("unit") in ("week", "workweek"):
        return _in_week(calendar.week(r.today, days.SHIFT_STEPS[token.means["shift"]]), weekday), j + 2
    if token.word in ("van", "in") and r.at(j + 1).means.get("shift") and r.at(j + 2).means.get("unit") == "week":
        return _in_week(calendar.week(r.today, days.SHIFT_STEPS[r.at(j + 1).means["shift"]]), weekday), j + 3
    if token.word in ("van", "in", "uit") and r.word(j + 1) in ("week", "wk") and (found := periods.week(r, j + 1)):
        return _in_week(found[0], weekday), found[1]
    if token.word in ("week", "wk") and dates.number_at(r, j + 1, 1, 53) is not None and (found := periods.week(r, j)):
        return _in_week(found[0], weekday), found[1]
    if token.word in ("voor", "na") and (beside := _weekday_beside(r, weekday, j)):
        return beside
    if (
        token.word in ("over", "binnen")
        and (counted := length(r, j + 1))
        and counted[0].grain in ("week", "day")
        and counted[0].delta.days % 7 in (0, 1)  # "over acht dagen" is a week
    ):
        base = r.today + ((weekday - r.today.weekday()) % 7) * ONE_DAY
        return calendar.single(base + timedelta(weeks=counted[0].delta.days // 7)), counted[1]
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
    number = dates.number_at(r, k, 1, 31)
    if number is not None:
        dated = dates.dated(r, k, number)
        if dated:
            dated[0].weekday = weekday
            return dated
        if _day_of_month(r, k, bool(r.word(k - 1) in ("de", "den"))):
            return Day(day=number, weekday=weekday), k + 1
    return Day(weekday=weekday), j


def _weekday_beside(r: Reading, weekday: int, j: int) -> days.Found | None:
    """ "de vrijdag voor pasen", "dinsdag na pinksteren": the nearest such weekday on that side of a feast."""
    k = j + 1 if r.word(j + 1) not in ("de", "het") else j + 2
    feast = daysoff.feast(r, k) if r.word(k) in daysoff.FIRST_WORDS else None
    if feast is None or feast[0].start is None or feast[0].end is None:
        return None
    if r.word(j) == "voor":
        return calendar.single(feast[0].start - ((feast[0].start.weekday() - weekday - 1) % 7 + 1) * ONE_DAY), feast[1]
    return calendar.single(feast[0].end + ((weekday - feast[0].end.weekday()) % 7) * ONE_DAY), feast[1]


def _weekday_pair(r: Reading, k: int, weekday: int) -> days.Found | None:
    """ "dinsdag 3-12" is a date where the third of December is a Tuesday, or where no hours can be meant."""
    first, mark, second = r.at(k).value
    if not exists(second, first) or "month" in r.at(k + 1).means or r.word(k + 1) in ("uur", "u"):
        return None
    if mark == "-" and first < second <= 24 and _hours_before(r, k - 1):
        return None
    said = Day(month=second, day=first)
    when = calendar.settled(said, r.today)
    if (
        mark == "/"
        or (when and when.start and when.start.weekday() == weekday)
        or first > 24
        or second > 24
        or (first >= second and not (first >= 19 and second <= 9))  # a night may be meant, but no day backwards
        or r.word(k - 1) == "de"
    ):
        return Day(month=second, day=first, weekday=weekday), k + 1
    return None


def _hours_before(r: Reading, k: int) -> bool:
    """Whether an earlier weekday has hours in figures with a dash: in "ma 9-10, di 10-11" both are hours."""
    for n in range(max(1, k - 16), k):
        if r.at(n).kind == "pair" and "weekday" in r.at(n - 1).means and r.at(n).value[1] == "-":
            first, _, second = r.at(n).value
            when = calendar.settled(Day(month=second, day=first), r.today) if exists(second, first) else None
            return when is None or when.start is None or when.start.weekday() != r.at(n - 1).means["weekday"]
    return False


def _day_of_month(r: Reading, k: int, definite: bool) -> bool:
    """Whether the number after a weekday is a day of the month: "vrijdag de 23e", "maandag 21", not "maandag 8
    tot 9"."""
    token, after = r.at(k), r.at(k + 1)
    if token.kind == "ordinal" or "ordinal" in token.means:
        return after.word not in days.ORDINAL_NOUNS or definite
    if (
        after.word in ("en", ",", "&", "t/m", "-", "tot")
        and "weekday" in r.at(k + 2).means
        and dates.number_at(r, k + 3, 1, 31)
    ):
        return True  # "zaterdag 8 en zondag 9 maart"
    if r.words(k + 1, "tot", "en", "met") and "weekday" in r.at(k + 4).means and dates.number_at(r, k + 5, 1, 31):
        return True
    if (
        "unit" in after.means
        or after.word in ("uur", "u", "-", "tot", "t/m", "en", "a", "à", "over", "voor", "of")
        or after.word in COUNTED
        or "part" in after.means
        or after.word == "'s"
    ):
        return definite and after.word not in ("uur", "u")
    return token.word.isdigit() or definite


def next_weekday(r: Reading, weekday: int, shift: str) -> Day:
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


def day_in_week(r: Reading, week: Day, k: int, m: Moment) -> days.Found:
    """A week with the weekday after it: "volgende week (op) dinsdag"."""
    j = k + 1 if r.word(k) in ("op", "de", ",", "in") else k
    token = r.at(j)
    if token.means.get("day") == 0 and "inpart" not in token.means:
        return _in_week(week, r.today.weekday()), j + 1  # "volgende week vandaag"
    if "weekday" in token.means and (
        "short" not in token.means
        or weekday_is_meant(r, j)
        or ((r.word(k) == "op" or j == k) and token.word not in ("zo", "ma", "zat", "do"))
    ):
        after = r.word(j + 1)
        if after in ("tot", "t/m", "-", "tem", "tm") and "weekday" in r.at(j + 2).means:
            return week, k
        if "inpart" in token.means:
            m.part = token.means["inpart"]
        elif r.word(j + 1) in ("ochtend", "middag", "avond", "nacht", "morgen", "namiddag"):
            m.part = r.at(j + 1).means["part"]
            j += 1
        found = _in_week(week, token.means["weekday"])
        number = r.at(j + 1 + (r.word(j + 1) in ("de", "(", ",")))
        again = "ordinal" in number.means or "number" in number.means or number.kind in ("pair", "date")
        return found, days.named_again(r, found, j + 1) if again else j + 1  # "volgende week dinsdag de dertiende"
    return week, k
