"""Lengths of time: "anderhalf uur", "een week en drie dagen", "drie kwartier"."""

from __future__ import annotations

from datetime import timedelta

from locales.nl.grammar.clocks import COUNTS_ON, OCLOCK
from locales.nl.grammar.form import Length, Reading
from locales.nl.grammar.words import LISTS

MINUTES = {"second": 1 / 60, "minute": 1, "quarterhour": 15, "halfhour": 30, "hour": 60}
DAYS = {"day": 1, "week": 7, "weekend": 2}
MONTHS = {"month": 1, "quarter": 3, "halfyear": 6, "year": 12, "decade": 120}
FINER = [
    "second",
    "minute",
    "quarterhour",
    "halfhour",
    "hour",
    "day",
    "workday",
    "weekend",
    "week",
    "month",
    "quarter",
    "halfyear",
    "year",
    "decade",
]
SEVERAL = {"paar": 2, "aantal": 3, "enkele": 3, "enige": 3, "verschillende": 3, "tal": 3}
PIECES = {"half": 0.5, "1/2": 0.5, "½": 0.5, "¼": 0.25, "¾": 0.75}
MOST = 100_000
STRETCH = LISTS["stretch"]
STRETCHED = LISTS["stretched"]
SMALL = frozenset(("uurtje", "kwartiertje", "minuutje", "dagje", "weekje", "maandje"))  # never a time on the clock
LENGTH_LEADS = LISTS["length_before"] | STRETCH | {"over", "binnen", "na", "voor"}


def amount(r: Reading, i: int) -> tuple[float, int] | None:
    """A count before a unit: figures, words, "anderhalf", "een paar", "twee en een half"."""
    token = r.at(i)
    if token.word in ("een", "n", "'n") and r.word(i + 1) in SEVERAL:
        return SEVERAL[r.word(i + 1)], i + 2
    if token.word in SEVERAL:
        return SEVERAL[token.word], i + 1
    if token.word in ("een", "n", "'n") and r.word(i + 1) in ("half", "halve") and "unit" in r.at(i + 2).means:
        return 0.5, i + 2
    if token.word in ("een", "n", "'n") and r.word(i + 1) in STRETCHED and "unit" in r.at(i + 2).means:
        return 1, i + 2
    if token.word in ("een", "n", "'n") and "tally" in r.at(i + 1).means:
        return float(r.at(i + 1).means["tally"]), i + 2
    if token.word in ("n", "'n"):
        return 1, i + 1
    if (
        "number" in token.means
        and r.word(i + 1) in ("tot", "-")
        and "number" in r.at(i + 2).means
        and r.at(i + 3).means.get("unit") not in (None, "hour")
    ):
        return float(r.at(i + 2).means["number"]), i + 3
    if (token.kind == "decimal" or "fraction" in token.means) and r.word(i + 1) == "a" and "unit" in r.at(i + 3).means:
        upper = r.at(i + 2).means.get("number", r.at(i + 2).means.get("fraction"))
        if upper is not None:
            return float(upper), i + 3  # "anderhalf à twee uur"
    if token.kind == "decimal":
        return float(token.value), i + 1
    if "fraction" in token.means:
        return float(token.means["fraction"]), i + 1
    if "number" in token.means:
        count, j = float(token.means["number"]), i + 1
        if count >= 1900 and "unit" in r.at(j).means and r.at(j).means["unit"] not in MINUTES:
            return None  # a year, not a count
        if r.words(j, "en", "een", "half") or r.words(j, "en", "een", "halve"):
            return count + 0.5, j + 3
        if r.word(j) in PIECES:
            return count + PIECES[r.word(j)], j + 1
        if (
            r.word(j) in ("a", "à", "tot")
            and "number" in r.at(j + 1).means
            and "unit" in r.at(j + 2).means
            and r.word(j) != "tot"
        ):
            return float(r.at(j + 1).means["number"]), j + 2
        return count, j
    return None


def one(r: Reading, i: int) -> tuple[Length, int] | None:
    """One count with its unit."""
    if "minutes" in r.at(i).means:
        return Length(delta=timedelta(minutes=r.at(i).means["minutes"]), grain="minute"), i + 1
    token = r.at(i)
    if token.kind == "clock" and r.word(i - 1) in LENGTH_LEADS and r.low[token.start : token.end].isalnum():
        hours, minutes, _ = token.value  # "over 2u30"
        return Length(delta=timedelta(hours=hours, minutes=minutes), grain="minute"), i + 1
    if r.word(i) == "een" and (some := _or_so(r, i + 1)):
        return some
    if r.word(i) in SMALL and (some := _or_so(r, i)):
        return some
    counted = amount(r, i)
    if counted is None:
        return None
    count, j = counted
    if r.word(j) in ("hele", "volle", "gehele", "volledige", "extra", "korte"):
        j += 1
    unit = r.at(j).means.get("unit")
    if unit is None or count > MOST:
        return None
    return made(count, str(unit)), j + 1


def _or_so(r: Reading, i: int) -> tuple[Length, int] | None:
    """ "(een) dag of drie", "(een) minuut of tien"; "een uur of vier" is a length only where something says so, else
    it is a time on the clock."""
    unit, count = r.at(i).means.get("unit"), r.at(i + 2).means
    many = count.get("number", count.get("fraction"))
    if r.word(i + 1) != "of" or unit is None or many is None:
        return None
    sure = r.word(i - 2) in LISTS["length_before"] or (r.word(i - 2) == "op" and r.word(i - 3) in COUNTS_ON)
    said = sure or r.word(i) in SMALL or r.word(i - 2) in LENGTH_LEADS or "fraction" in count
    after = r.word(i + 3) in LISTS["length_after"] and r.word(i - 2) not in LISTS["hour_leads"]
    if unit == "hour" and not sure and ((not said and not after) or (many >= OCLOCK and not after)):
        return None
    return made(float(many), str(unit)), i + 3


def made(count: float, unit: str) -> Length:
    if unit in MINUTES:
        return Length(delta=timedelta(minutes=MINUTES[unit] * count), grain="minute" if unit != "hour" else "hour")
    if unit in DAYS:
        return Length(delta=timedelta(days=DAYS[unit] * count), grain=unit)
    if unit in MONTHS:
        whole = int(MONTHS[unit] * count)
        rest = MONTHS[unit] * count - whole
        return Length(months=min(whole, 12 * 2000), delta=timedelta(days=30 * rest), grain=unit)
    if unit == "workweek":
        return Length(delta=timedelta(days=7 * count), grain="week")
    return Length(workdays=max(1, int(min(count, 5000))), grain="workday")


def length(r: Reading, i: int) -> tuple[Length, int] | None:
    """A length of one or more parts: "2 dagen en 1 maand", "1 uur 20", "een uur en een kwartier"."""
    first = one(r, i)
    if first is None:
        return None
    total, j = first
    led = r.word(i - 1) in ("over", "voor", "gedurende")
    while True:
        k = j + 1 if r.word(j) in ("en", ",", "plus") else j
        if r.at(k).kind == "stop" or (k == j and led and total.whole_days and r.word(k + 1) in ("uur", "u", "h")):
            break  # "over een week 8 uur": on the clock
        if r.word(j) == "," and total.whole_days and total.grain != "day" and "uur" in (r.word(k + 1), r.word(k + 2)):
            break  # "over twee weken, 10 uur"
        more = one(r, k)
        if led and more is not None and r.word(j) == "," and total.whole_days and not more[0].whole_days:
            break  # "over drie dagen, 9u-12u"
        part_hour = total.grain == "minute" or (total.grain == "hour" and total.delta < timedelta(hours=1))
        if more is None and r.word(j) in ("tot", "a") and part_hour and (upper := one(r, j + 1)):
            return upper  # "een kwartier tot twintig minuten": as long as it may take
        if more is None:
            if k == j + 1 and r.word(j) == "en" and total.grain == "hour" and r.words(k, "een", "half"):
                total = Length(total.months, total.delta + timedelta(minutes=30), "minute")
                j = k + 2
            break
        part, j = more
        finest = min(total.grain, part.grain, key=lambda g: FINER.index(g) if g in FINER else 5)
        total = Length(total.months + part.months, total.delta + part.delta, finest, total.workdays + part.workdays)
    return total, j
