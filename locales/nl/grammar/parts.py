"""Parts of the day: "'s ochtends", "in de middag", "vroeg in de avond", "eind van de middag"."""

from __future__ import annotations

from typing import Any

from locales.nl.grammar import calendar, dates, days
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Reading
from locales.nl.grammar.words import DATA, LISTS

BARE_PARTS = LISTS["bare_parts"]
GREETED = LISTS["greeted"]
PLURALS: dict[str, str] = DATA["parts"]["plurals"]
SHADES = DATA["shades"]


def part(r: Reading, k: int, m: Moment) -> int | None:
    """A part of the day at `k`: "'s ochtends", "in de middag", "vroeg in de avond", "deze ochtend", "eind van
    de middag"."""
    j, shade = k, ""
    if r.words(j, "tussen", "de", "middag"):
        m.part = "noonhour"
        return j + 3
    if r.word(j) in ("vroeg", "laat", "eind", "einde", "begin", "aan", "vroege", "late") or (
        r.word(j) == "het" and r.word(j + 1) in ("eind", "einde", "begin")
    ):
        while r.word(j) in ("aan", "het"):
            j += 1
        shade = SHADES.get(r.word(j), "")
        if not shade:
            return None
        j += 1
        if r.word(j) == "van":
            j += 1
    led = False
    while r.word(j) in ("in", "tijdens", "gedurende", "op", "aan"):
        j, led = j + 1, True
    word = r.word(j)
    this = word == "deze"
    shift = r.at(j).means.get("shift") if r.word(j) != "as" else None
    genitive = word in ("'s", "s")
    definite = word in ("de", "den", "d'n", "die", "dezelfde") or this or genitive
    if definite:
        j += 1
    elif shift == "last" and r.at(j + 1).means.get("part") and "weekday" not in r.at(j + 1).means:
        m.day, m.part = m.day or calendar.single(r.today - ONE_DAY), str(r.at(j + 1).means["part"])
        return j + 2
    elif shift in ("next", "coming") and r.at(j + 1).means.get("part") and "weekday" not in r.at(j + 1).means:
        ahead = 1 if shift == "next" and r.at(j + 1).means["part"] != "night" else 0
        name = str(r.at(j + 1).means["part"])
        if shift == "coming" and not _still_to_come(r, name):
            ahead = 1
        if m.day is None:
            m.day = calendar.single(r.today + ahead * ONE_DAY)
        m.part = name
        return j + 2
    if r.word(j) in ("vroege", "late"):
        shade, j = ("early" if r.word(j) == "vroege" else "late"), j + 1
    token = r.at(j)
    if shade == "late" and token.word == "dag" and r.word(j - 1) == "de" and r.word(j + 1) not in ("van", "na", "voor"):
        m.part = "lateday"  # "aan het eind van de dag"
        return j + 1
    found: Any = token.means.get("part") or (PLURALS.get(token.word) if _of_days(r, j + 1) else None)
    name = str(found or "")
    if (
        not name
        or "weekday" in token.means
        or r.word(j + 1) in ("ervoor", "ervan", "erna", "daarvoor", "daarna", "tevoren")
    ):
        return None
    word = token.word
    adverb = word.endswith("s") and word != "s" and word not in BARE_PARTS
    if word == "morgen" and not (definite or shade):
        return None
    if not definite and not adverb and name not in ("daytime", "noonhour", "dinnertime"):
        beside = (
            m.day is not None
            or "day" in r.at(j + 1).means
            or r.word(j + 1) in ("van",)
            or (j == k == 0 and r.at(j + 1).kind == "end")
        )
        if r.word(k - 1) in GREETED or not (beside or led or shade) or r.word(k - 1).startswith("goed"):
            return None
    if r.word(k - 1) in GREETED and not genitive and not adverb:
        return None
    if m.day is None and not (genitive or adverb) and r.word(j + 1) in ("was", "waren"):
        return None  # "de middag was gezellig"
    if this and m.day is None:
        m.day = calendar.single(r.today)
    night = _night_between(r, j + 2) if name == "night" and r.word(j + 1) == "van" and m.day is None else None
    if night:
        m.day, m.part = night[0], "night"
        return night[1]
    if (
        r.word(j + 1) == "van"
        and m.day is None
        and not (genitive or adverb)  # "'s avonds van 3 februari tot 1 maart"
        and (
            r.word(j + 2) in ("deze", "de")
            or r.word(j + 2) in ("volgende", "komende")
            or "weekday" in r.at(j + 2).means
            or "day" in r.at(j + 2).means
            or "number" in r.at(j + 2).means
        )
    ):
        inner = days.day(r, j + 2, Moment())
        if inner:
            m.day, m.part = inner[0], shaded(str(name), shade)
            if name == "night" and r.word(inner[1]) == "op" and (next_day := days.day(r, inner[1] + 1, Moment())):
                return next_day[1]
            return inner[1]
    if name == "morning" and r.word(j + 1) == "vroeg":
        j, shade = j + 1, "early"
    m.part = shaded(str(name), shade)
    m.nightly = genitive or adverb
    m.noon = word in ("middag",) and not shade and not this and m.day is None
    return j + 1


def _of_days(r: Reading, j: int) -> bool:
    """ "(de nachten) van vrijdag en zaterdag"."""
    return r.word(j) == "van" and "weekday" in r.at(j + 1).means


def _night_between(r: Reading, j: int) -> tuple[Day, int] | None:
    """ "(de nacht van) 23 op 24 mei": the first of the two days."""
    first, last = dates.number_at(r, j, 1, 31), dates.number_at(r, j + 2, 1, 31)
    if first is None or last is None or r.word(j + 1) != "op":
        return None
    dated = dates.dated(r, j + 2, last)
    return (Day(dated[0].year, dated[0].month, first), dated[1]) if dated and dated[0].month else None


def _still_to_come(r: Reading, name: str) -> bool:
    return r.now.hour < {"morning": 6, "forenoon": 9, "afternoon": 12, "evening": 18, "night": 22}.get(name, 24)


def shaded(name: str, shade: str) -> str:
    known = {
        ("morning", "early"): "earlymorning",
        ("afternoon", "late"): "lateafternoon",
        ("evening", "late"): "lateevening",
    }
    return known.get((name, shade), name)
