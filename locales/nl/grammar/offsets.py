"""Moments counted from now: "over drie weken", "na 2 dagen", "30 minuten later", "een week geleden"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar import calendar, days, weekdays
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import STRETCH, length
from locales.nl.grammar.words import LISTS

LATER = LISTS["later"]
GOING = LISTS["going"]
DONE = LISTS["done"]


def offset(r: Reading, k: int, m: Moment) -> int | None:
    """A moment so long from now: "over drie weken", "na 2 dagen", "30 minuten later", "twee dagen vanaf
    morgen", "een week geleden"."""
    word = r.word(k)
    if word in ("over", "binnen") or word == "na":
        if word == "over" and (later := _weekdays_on(r, k + 1)):
            m.day = later[0]
            return later[1]
        counted = length(r, k + 1 + (r.word(k + 1) in STRETCH))
        if counted is None or word == "binnen":
            return None
        span, j = counted
        if word == "na" and not span.whole_days and (r.at(k + 1).means.get("number") is None or span.grain == "hour"):
            return None
        base = _from(r, j)
        if base is not None and span.whole_days:
            m.day, j = calendar.single(days.plus(base[0], span)), base[1]
            return j
        if base is None and r.words(j, "vanaf", "nu"):
            j += 2
        if span.grain == "weekend" and word == "over":
            m.day = calendar.weekend(r.today, span.delta.days // 2 - (r.today.weekday() < 5))
            return j
        _put(r, m, span, 1)
        return _weekday_of_it(r, m, span, j)
    if (
        "number" in r.at(k).means
        and (r.word(k + 2) in LATER or r.words(k + 2, "vanaf", "nu"))
        and (later := _weekdays_on(r, k))
    ):
        m.day = later[0]
        return later[1] + 1 + (r.word(later[1]) == "vanaf")
    if word == "nu" and (r.word(k - 1) in ("vanaf", "van", "tussen") or len(r.tokens) == 1):
        m.exact = r.now.replace(second=0, microsecond=0)
        return k + 1
    if word == "in" and (ahead := _ahead(r, k)):
        _put(r, m, ahead[0], 1)
        return ahead[1]
    token = r.at(k)
    if not (
        "number" in token.means
        or "fraction" in token.means
        or token.kind == "decimal"
        or "minutes" in token.means
        or token.word in ("paar", "n", "'n", "aantal", "enkele")
        or "kwartier" in token.word
    ):
        return None
    counted = length(r, k)
    if counted is None:
        return None
    span, j = counted
    after = r.word(j)
    if after in LATER and not r.word(j + 1).startswith("dan"):
        _put(r, m, span, 1)
        return j + 1
    if after == "geleden":
        _put(r, m, span, -1)
        return _weekday_of_it(r, m, span, j + 1)
    if r.word(j) in ("vanaf", "van", "na") and r.word(j + 1) == "nu":
        _put(r, m, span, 1)
        return j + 2
    if after in ("vanaf", "na", "van") and span.whole_days:
        base = _from(r, j)
        if base:
            m.day = calendar.single(days.plus(base[0], span))
            return base[1]
    if after in ("voor", "na", "vanaf") and span.whole_days and (found := days.beside(r, span, j)):
        m.day = found[0]
        return found[1]
    return None


def _weekday_of_it(r: Reading, m: Moment, span: Length, j: int) -> int:
    """ "over twee weken op donderdag": that day of the week so far from now."""
    if m.day is None or m.day.start is None or not (span.grain in ("week", "month") or span.delta.days % 7 == 0):
        return j
    found, end = weekdays.day_in_week(r, calendar.week(m.day.start), j, m)
    if found.grain != "day":
        return j
    found.backward = m.day.backward
    m.day = found
    return end


def _ahead(r: Reading, k: int) -> tuple[Length, int] | None:
    """ "in 20 minuten" where it is how long from now: alone, or with a verb of coming and going and none of getting
    done ("het is in 20 minuten klaar" is a length)."""
    counted = length(r, k + 1 + (r.word(k + 1) in STRETCH))
    if counted is None or counted[0].grain in ("weekend", "year") or counted[0].months > 12:
        return None
    if k == 0 and r.at(counted[1]).kind == "end":
        return counted
    words = {token.word for token in r.tokens}
    goes = r.word(k - 1) == "er" or not words.isdisjoint(GOING)
    return counted if goes and words.isdisjoint(DONE) else None


def _weekdays_on(r: Reading, k: int) -> tuple[Day, int] | None:
    """ "(over) twee zondagen": the second Sunday from now."""
    count, named = r.at(k).means.get("number"), r.at(k + 1).means.get("weekdays")
    if count is None or named is None or not 1 <= count <= 52 or r.at(k + 1).means.get("inpart"):
        return None
    first = weekdays.next_weekday(r, int(named), "coming").start
    assert first is not None
    return calendar.single(first + timedelta(weeks=int(count) - 1)), k + 2


def _from(r: Reading, j: int) -> tuple[calendar.date, int] | None:
    """ "vanaf morgen", "na vandaag": the day that is counted from."""
    if (
        r.word(j) in ("vanaf", "na", "gerekend")
        and r.at(j + 1).means.get("day") is not None
        and "inpart" not in r.at(j + 1).means
    ):
        return r.today + r.at(j + 1).means["day"] * ONE_DAY, j + 2
    return None


def _put(r: Reading, m: Moment, span: Length, sign: int) -> None:
    """So long from now: a day where only days were said, else a moment to the minute."""
    signed = Length(sign * span.months, sign * span.delta, span.grain, sign * span.workdays)
    if span.whole_days:
        m.day = calendar.single(days.plus(r.today, signed))
        m.day.backward = sign < 0
        return
    try:
        start = r.now.replace(second=0, microsecond=0)
        later = start.replace(year=days.plus(r.today, signed).year) if span.months > 12 else start
        m.exact = _absolute(later, signed.delta).replace(second=0)
    except (OverflowError, ValueError):
        m.day = calendar.single(r.today)


def _absolute(start: calendar.datetime, delta: timedelta) -> calendar.datetime:
    """Real hours later, also across a clock change."""
    return (start.astimezone(calendar.UTC) + delta).astimezone(start.tzinfo)
