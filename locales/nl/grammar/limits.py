"""Inside a phrase: bounds with one open end, and periods from now."""

from __future__ import annotations

from locales.nl.grammar import phrases, ranges, rows
from locales.nl.grammar.clocks import clock
from locales.nl.grammar.form import Length, Moment, Phrase, Reading
from locales.nl.grammar.lengths import amount, length, made
from locales.nl.grammar.moments import moment
from locales.nl.grammar.words import DATA, LISTS

BEGUN = [words.split() for words in DATA["begun"]["words"]]
WHO = frozenset(("ze", "zij", "hij", "ik", *DATA["kin"]["words"]))  # "3 april wordt ze 84 jaar"
BOUNDING = LISTS["bounding"]
AFTERWARDS = LISTS["afterwards"] | LISTS["beforehand"]


def bounded(r: Reading, k: int, p: Phrase) -> int | None:
    """ "voor vrijdag", "tot en met 10 mei", "na 14 uur", "vanaf maandag", "niet later dan 5 uur", "op of na 18.30"."""
    word = r.word(k)
    if word not in BOUNDING and p.recurrence is None:
        return None
    j, side, inclusive = k, "", False
    if p.recurrence is not None and p.after is None and (begun := _begun(r, k)):
        j, side, word = begun, "after", "vanaf"
    elif r.words(k, "tot", "en", "met"):
        j, side, inclusive = k + 3, "before", True
    elif r.words(k, "tot", "na"):
        j, side, inclusive = k + 2, "before", True
    elif word in ("t/m", "tem", "tm"):
        j, side, inclusive = k + 1, "before", True
    elif word == "tot":
        j, side = k + (2 if r.word(k + 1) in ("aan", "uiterlijk") else 1), "before"
    elif word == "op" and r.word(k + 1) in ("zijn", "z'n", "zn") and r.word(k + 2) in ("laatst", "vroegst"):
        j, side = k + 3, "before" if r.word(k + 2) == "laatst" else "after"
        inclusive = side == "before"
    elif r.words(k, "ten", "vroegste"):
        j, side = k + 2, "after"
    elif word in ("voor", "uiterlijk"):
        j, side = k + 1, "before"
        inclusive = word == "uiterlijk"
    elif (
        r.words(k, "voorafgaand", "aan")
        or r.words(k, "eerder", "dan")
        or r.words(k, "vroeger", "dan")
        or r.words(k, "ten", "laatste")
    ):
        j, side = k + 2, "before"
    elif r.words(k, "niet", "later", "dan") or r.words(k, "op", "of", "voor"):
        j, side = k + 3, "before"
        inclusive = True
    elif r.words(k, "op", "of", "na") or r.words(k, "niet", "eerder", "dan") or r.words(k, "met", "ingang", "van"):
        j, side = k + 3, "after"
    elif r.words(k, "later", "dan") or r.words(k, "ingaand", "op") or r.words(k, "ingaande", "op"):
        j, side = k + 2, "after"
    elif word in ("na", "vanaf", "sinds") or (
        word == "per" and ("number" in r.at(k + 1).means or r.at(k + 1).kind in ("date", "pair"))
    ):
        j, side = k + 1, "after"
    if side and p.recurrence is not None and p.after is not None and p.before is not None:
        habit = moment(r, j)
        if habit is not None and habit[0].day is not None and habit[0].clock is None:
            rows.as_weekdays(p)
    if not side or (side == "before" and p.before) or (side == "after" and p.after):
        return None
    if word == "voor" and r.word(k - 1) in ("kwart", "dag", "avond", "week") and clock(r, j) is None:
        return None
    if word == "per" and r.at(k + 1).kind == "number" and "month" not in r.at(k + 2).means and r.word(k + 2) != "-":
        return None
    exact_hours = word in ("na", "voor") and _spelled_hours(r, j)
    if exact_hours:
        return None
    found = moment(r, j, bare=False)
    if (
        found is None
        and (r.word(j) not in ("rond", "ongeveer"))
        and (word in ("tot", "vanaf") or "inflected" in r.at(j).means)
    ):
        hour = clock(r, j, bare=True)
        if hour and (
            "inflected" in r.at(j).means
            or not p.moment.empty()
            or p.recurrence
            or p.after
            or len(r.tokens) == 2
            or r.at(hour[1]).kind in ("end", "stop")
            or "inpart" in r.at(hour[1]).means
        ):
            found = Moment(clock=hour[0], part=_inflected_part(r, j, word)), hour[1]
            more = moment(r, hour[1]) if "inpart" in r.at(hour[1]).means or r.word(hour[1]) in ("'s", "s") else None
            if more and more[0].clock is None:
                found = Moment(day=more[0].day, clock=hour[0], part=more[0].part), more[1]
    if found is None:
        return None
    inner, end = found
    if p.recurrence is not None and inner.day is not None and inner.clock is not None and p.moment.clock is None:
        p.moment.clock, inner.clock = inner.clock, None
        p.moment.part, inner.part = p.moment.part or inner.part, ""
    if inner.exact is not None and word == "voor":
        return None
    if word == "voor" and inner.clock is not None and r.word(k - 1) in phrases.SET_FOR and p.moment.empty():
        p.moment = inner
        return end
    if word == "tot" and k == p.begin and _farewell(r, k, end) and p.moment.empty() and p.recurrence is None:
        p.moment = inner  # "tot vanavond!"
        return end
    if side == "before":
        p.before, p.before_inclusive, p.before_word = inner, inclusive, word
    else:
        separated = ranges.separator(r, end) if word in ("vanaf", "na", "sinds") else None
        p.after, p.after_word = inner, word
        if separated and (last := moment(r, separated[0], bare=True)):
            p.before, p.before_inclusive, p.before_word, end = last[0], separated[1], "tot", last[1]
    return end


def _another_hour(r: Reading, n: int, end: int) -> bool:
    """Whether "12u" after "om 8u," is the next of a row of hours."""
    hours = r.at(n).means.get("number")
    return hours is not None and r.at(n + 1).means.get("unit") == "hour" and (hours > 6 or end > n + 2)


def _farewell(r: Reading, k: int, end: int) -> bool:
    """Whether "tot zaterdag!" is a goodbye with more after it; alone it may be the answer to "tot wanneer?"."""
    alone = r.at(k - 1).kind in ("end", "stop") or r.word(k - 1) in (",", ".", "en", "top", "fijn", "dankjewel", "ok")
    return alone and r.at(end).kind == "stop" and "!" in r.word(end) and r.at(end + 1).kind != "end"


def _begun(r: Reading, k: int) -> int:
    """Where the day stands after words for a beginning: "te beginnen op", "voor het eerst"; 0 where they are not."""
    for words in BEGUN:
        if r.words(k, *words):
            end = k + len(words)
            return end + (r.word(end) in ("op", "met", "in", "vanaf"))
    return 0


def _inflected_part(r: Reading, j: int, word: str) -> str:
    """ "na negenen" is in the evening, "na vieren" in the afternoon; "voor negenen" says neither."""
    hour = r.at(j).means.get("inflected")
    if hour is None or word != "na":
        return ""
    return "evening" if 7 <= hour <= 11 else "afternoon"


def _spelled_hours(r: Reading, j: int) -> bool:
    """ "voor 3 uren", "voor vierentwintig uur": a length after all."""
    found = clock(r, j)
    return (
        found is None
        and "number" in r.at(j).means
        and "unit" in r.at(j + 1).means
        and r.word(j + 2) not in ("vanaf", "na")
    )


def within(r: Reading, k: int, p: Phrase) -> int | None:
    """ "binnen 5 dagen", "de komende drie weken", "komend uur", "volgende een uur", "afgelopen twee dagen"."""
    if p.within is not None or not p.moment.empty():
        return None
    j = k
    while r.word(j) in ("in", "de", "het", "gedurende", "tijdens"):
        j += 1
    word, shift = r.word(j), r.at(j).means.get("shift")
    if word in ("binnen",):
        n = j + 1
        if r.words(n, "nu", "en"):
            n += 2
        if r.word(n) in ("de", "het"):
            n += 1
        if r.at(n).means.get("shift") in ("coming", "next"):
            n += 1
        found = length(r, n) or _one_unit(r, n)
        if found:
            p.within, p.within_from = found[0], "now"
            end = found[1]
            if (r.word(end) in ("vanaf", "na") and r.at(end + 1).means.get("day") == 0) or r.words(end, "vanaf", "nu"):
                end += 2
            return end
        return None
    if shift in ("coming", "next", "last") or word in ("eerste", "laatste"):
        unit = r.at(j + 1).means.get("unit")
        if unit in ("hour", "halfhour", "quarterhour", "minute") and shift in ("coming", "next"):
            p.within, p.within_from = made(1, str(unit)), "now"
            return j + 2
        if unit in ("day", "week", "month", "year") and r.word(j + 1) in ("dagen", "weken", "maanden", "jaren"):
            p.within, p.within_from, p.moment.about = made(3, str(unit)), "last" if shift == "last" else "next", True
            return j + 2
        found = length(r, j + 1)
        if (
            found
            and amount(r, j + 1)
            and not (word in ("eerste", "laatste") and (not found[0].whole_days or r.word(found[1]) in ("van", "in")))
        ):
            p.within = found[0]
            p.within_from = "last" if shift == "last" or word == "laatste" else "next"
            return found[1]
    return None


def _one_unit(r: Reading, n: int) -> tuple[Length, int] | None:
    unit = r.at(n).means.get("unit")
    led = r.word(n - 1) in ("de", "het") or "shift" in r.at(n - 1).means
    return (
        (made(1, str(unit)), n + 1)
        if led and unit in ("hour", "week", "month", "year", "day", "quarterhour", "halfhour")
        else None
    )


def whole_or_length(r: Reading, k: int, p: Phrase) -> int | None:
    """ "de hele week" and bare lengths: "anderhalf uur", "3 dagen"."""
    if p.length is not None or p.within is not None:
        return None
    j = k + 1 if r.word(k) in ("de", "het", "een", "heel") else k
    if r.word(j) in ("hele", "volle", "gehele", "volledige", "ganse", "heel") or r.word(k) == "heel":
        n = j + 1 if r.word(j) in ("hele", "volle", "gehele", "volledige", "ganse", "heel") else j
        if r.words(n, "nu", "en"):
            n += 2
        if r.word(n) in ("de", "het"):
            n += 1
        unit = r.at(n).means.get("unit")
        if unit in ("day", "week", "month", "year", "weekend", "quarter") and r.word(n) in (
            "dag",
            "week",
            "maand",
            "jaar",
            "weekend",
            "kwartaal",
        ):
            p.length, p.whole = made(1, str(unit)), str(unit)
            return n + 1
        if r.at(n).means.get("part") and p.moment.part == "" and p.moment.day is not None:
            p.moment.part = str(r.at(n).means["part"])
            return n + 1
    if (
        not p.moment.empty()
        and (p.moment.clock is None or r.word(k) not in ("gedurende", "van", ","))
        and r.word(k - 1) != ","
    ):
        pass
    if p.span is not None or p.before is not None or (p.after is not None and p.after.clock is not None):
        return None
    n = k + 1 if r.word(k) in ("gedurende", "ongeveer", "circa", "zo'n") else k
    found = length(r, n)
    if found is None or r.word(n) in ("halve",):
        return None
    if p.moment.clock is not None and r.word(k - 1) == "," and _another_hour(r, n, found[1]):
        return None  # "om 8u, 12u en 18u": further hours
    if p.moment.clock is not None and r.word(found[1]) in AFTERWARDS and r.word(found[1] + 1) != "dan":
        return None  # "morgen half tien een uurtje later": another time
    if (
        r.at(n).means.get("number") is not None
        and found[0].grain == "year"
        and (
            r.word(found[1]) in ("oud", "jong", "geworden", "getrouwd")
            or r.word(n - 1) in LISTS["aged"]
            or (r.word(n - 2) in LISTS["aged"] and r.word(n - 1) in WHO)
            or (r.word(n - 1) in (",", "(") and r.word(found[1]) in (",", ")"))
        )
    ):
        return None
    if r.word(n) == "een" and r.word(n - 1) == "wat":
        return None  # "wat een jaar zeg"
    being = r.word(n - 1 - (r.word(n - 1) == "me")) in LISTS["being"]
    if being and r.word(n) == "een" and found[1] == n + 2 and found[0].whole_days:
        return None  # "dat was me een dag", "het is een dag uit duizenden"
    if p.after is not None and (not found[0].whole_days or not p.moment.empty() or p.recurrence is not None):
        return None  # "vanaf maandag twee weken", but no hours
    if not p.moment.empty() or p.recurrence is not None:
        if found[0].grain not in ("hour", "minute"):
            return None
        p.length = found[0]
        return found[1]
    p.length = found[0]
    return found[1]
