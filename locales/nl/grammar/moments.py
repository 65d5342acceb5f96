"""One moment as a phrase names it: day, clock time and part of the day, in any order, with the small words between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from locales.nl.grammar import calendar, clocks, dates, days, weekdays
from locales.nl.grammar.form import ONE_DAY, Clock, Day, Length, Moment, Reading
from locales.nl.grammar.lengths import STRETCH, length
from locales.nl.grammar.words import COUNTED, DATA, LISTS

HOUR_LEADS = LISTS["hour_leads"]
DAY_LEADS = LISTS["day_leads"]
ABOUT = LISTS["about"]
BARE_PARTS = LISTS["bare_parts"]
GREETED = LISTS["greeted"]
LATER = LISTS["later"]
AGO = LISTS["ago"]
SHADES = DATA["shades"]
SHADE_ENDS = frozenset(("om", "op", "in", "na", "rond", "tegen", "vanaf", "van", "tussen"))


def moment(r: Reading, i: int, bare: bool = False) -> tuple[Moment, int] | None:
    """The moment at `i`; `bare`: it may begin with a number alone, since what stands before it asks for one
    ("van 5 tot 6")."""
    m = Moment()
    j = i
    while True:
        k, hour_led, about = _lead(r, j, m)
        found = _piece(r, k, m, hour_led, bare and j == i)
        if found is None:
            break
        m.about = m.about or about
        if about and m.part == "afternoon" and r.word(found - 1) == "middag" and m.clock is None:
            m.clock, m.part = Clock(12, 0, True), ""  # "rond de middag"
        j = found
        if m.number is not None and m.clock is not None:
            break
    return (m, j) if not m.empty() else None


def _lead(r: Reading, j: int, m: Moment) -> tuple[int, bool, bool]:
    """Skip the small words before a piece: where it begins, whether an hour may now be a bare number, whether
    it is about."""
    k, hour_led, about = j, False, False
    if not m.empty() and r.word(k) in (",", "."):
        if r.word(k) == "." and not (
            r.at(k - 1).means.get("short") or r.at(k - 1).means.get("month") or r.at(k - 1).means.get("unit")
        ):
            return k, False, False
        named = k + 1
        while r.word(named) in ("in", "op", "het"):
            named += 1
        a_day = "weekday" in r.at(named).means or r.at(named).means.get("unit") == "weekend"
        if m.clock is not None and a_day and _clocked(r, named + 1):
            return k, False, False  # "om 10 uur, vrijdag om 11 uur", "om 8 uur, in het weekend om 9 uur"
        k += 1
    for _ in range(4):
        word = r.word(k)
        if word == "in" and r.words(k + 1, "de", "loop", "van"):
            k += 4
            continue
        if word == "ergens":
            k += 1
            continue
        if word in HOUR_LEADS and word != "vanaf":
            if word == "bij" and "inflected" not in r.at(k + 1).means:
                break
            if (
                word == "tegen"
                and r.word(k + 1) in ("de", "het")
                and "part" not in r.at(k + 2).means
                and r.word(k + 2) != "middaguur"
            ):
                break
            hour_led, about = True, about or word in ABOUT
            k += 1
        elif word in DAY_LEADS and not (
            word == "in"
            and ("part" in r.at(k + 2).means or ("number" in r.at(k + 1).means and len(r.word(k + 1)) != 4))
        ):
            if word == "dag" and ("day" in r.at(k + 1).means or r.word(k + 1) in ("voor", "na")):
                break
            k += 1
        elif word == "zo" and r.word(k + 1) in ("rond", "tegen", "omstreeks", "om"):
            k += 1
        else:
            break
    if about and r.words(k, "een", "uur", "of"):
        return k, True, True
    if (
        hour_led
        and r.word(k) == "de"
        and "part" not in r.at(k + 1).means
        and "ordinal" not in r.at(k + 1).means
        and "number" not in r.at(k + 1).means
    ):
        return k, False, about
    return k, hour_led, about


def _clocked(r: Reading, k: int) -> bool:
    """Whether a clock time stands at `k`."""
    k += r.word(k) in HOUR_LEADS
    return clocks.clock(r, k, bare=r.word(k - 1) in HOUR_LEADS) is not None


def _piece(r: Reading, k: int, m: Moment, hour_led: bool, bare: bool) -> int | None:
    """Read one piece into `m`; where it ends, or None."""
    token = r.at(k)
    if token.kind in ("end", "stop", "junk"):
        return None
    if token.word in ("laat", "vroeg") and m.part and (r.at(k + 1).kind != "word" or r.word(k + 1) in SHADE_ENDS):
        m.part = _shaded(m.part, SHADES[token.word])  # "vanavond laat", not "vanavond laat ik de hond uit"
        return k + 1
    if not m.part and (end := part(r, k, m)) is not None:
        return end
    if m.day is None and m.exact is None and (end := offset(r, k, m)) is not None:
        return end
    if (
        m.clock is None
        and m.exact is None
        and (
            token.kind == "clock"
            or "number" in token.means
            or "inflected" in token.means
            or token.word in ("half", "kwart", "middernacht")
            or token.word in clocks.NOON
        )
    ):
        date_first = (
            m.day is None and dates.number_at(r, k, 1, 31) is not None and dates.dated(r, k, int(token.means["number"]))
            if "number" in token.means
            else None
        )
        if not date_first and not (
            r.word(k - 1) == "op" and not m.empty() and m.day is None and token.kind == "number"
        ):
            found = clocks.clock(
                r, k, hour_led or ((token.kind == "number" or "number" in token.means) and _hour_by_company(r, k, m))
            )
            if found and (token.kind != "clock" or not _decimal(r, k)):
                m.clock = found[0]
                return found[1]
    if m.clock is None and token.word == "het" and r.word(k + 1) in ("middaguur",):
        m.clock = Clock(12, 0, True)
        return k + 2
    if m.day is None and m.exact is None:
        found_day = days.day(r, k, m)
        if found_day:
            m.day = found_day[0]
            return found_day[1]
        if (
            m.clock is not None
            and r.word(k - 1) == "op"
            and token.kind == "number"
            and 1 <= token.value <= 31
            and r.word(k + 1) not in COUNTED
            and "unit" not in r.at(k + 1).means
        ):
            m.day = Day(day=token.value)
            return k + 1
    if (
        m.number is None
        and m.clock is None
        and "number" in token.means
        and token.means["number"] <= 31
        and (bare or (m.day is not None and _range_follows(r, k + 1)))
    ):
        if (r.word(k + 1) in COUNTED and r.word(k + 1) != "van") or (
            "unit" in r.at(k + 1).means and r.at(k + 1).means["unit"] != "hour"
        ):
            return None
        m.number = int(token.means["number"])
        return k + 1
    return None


def _decimal(r: Reading, k: int) -> bool:
    return (
        (r.word(k + 1) in COUNTED and ":" not in r.word(k))
        or r.word(k + 1) in ("/",)
        or r.word(k - 1) in ("/", "€", "$", "versie")
    )


def _range_follows(r: Reading, j: int) -> bool:
    if r.word(j) in ("tot", "t/m", "-", "tem", "a", "à"):
        nxt = r.at(j + 1)
        return "number" in nxt.means or nxt.kind == "clock" or nxt.word in ("half", "kwart", "en")
    return False


def _hour_by_company(r: Reading, k: int, m: Moment) -> bool:
    """Whether a bare number at `k` is an hour by what stands beside it: "8 vanmorgen", "10, vanavond", "vanavond 7"."""
    after = k + 1
    if r.word(after) == ",":
        after += 1
    token = r.at(after)
    if "inpart" in token.means and token.means.get("day") is not None:
        return True
    if token.word in ("'s", "s", "smiddags", "sochtends", "savonds", "snachts", "smorgens") and (
        "part" in token.means or "part" in r.at(after + 1).means
    ):
        return True
    if token.word == "in" and r.word(after + 1) == "de" and "part" in r.at(after + 2).means:
        return True
    if token.word == "deze" and "part" in r.at(after + 1).means:
        return True
    if (m.part or (m.day is not None and m.day.start is None and m.day.day)) and not _range_follows(r, k + 1):
        return (token.kind in ("end", "stop", "mark") or token.word in ("naar", "bij", "met")) and bool(m.part)
    return False


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
    found: Any = token.means.get("part")
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
    if this and m.day is None:
        m.day = calendar.single(r.today)
    night = _night_between(r, j + 2) if name == "night" and r.word(j + 1) == "van" and m.day is None else None
    if night:
        m.day, m.part = night[0], "night"
        return night[1]
    if (
        r.word(j + 1) == "van"
        and m.day is None
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
            m.day, m.part = inner[0], _shaded(str(name), shade)
            if name == "night" and r.word(inner[1]) == "op" and (next_day := days.day(r, inner[1] + 1, Moment())):
                return next_day[1]
            return inner[1]
    if name == "morning" and r.word(j + 1) == "vroeg":
        j, shade = j + 1, "early"
    m.part = _shaded(str(name), shade)
    m.nightly = genitive or adverb
    m.noon = word in ("middag",) and not shade and not this and m.day is None
    return j + 1


def _night_between(r: Reading, j: int) -> tuple[Day, int] | None:
    """ "(de nacht van) 23 op 24 mei": the first of the two days."""
    first, last = dates.number_at(r, j, 1, 31), dates.number_at(r, j + 2, 1, 31)
    if first is None or last is None or r.word(j + 1) != "op":
        return None
    dated = dates.dated(r, j + 2, last)
    return (Day(dated[0].year, dated[0].month, first), dated[1]) if dated and dated[0].month else None


def _still_to_come(r: Reading, name: str) -> bool:
    return r.now.hour < {"morning": 6, "forenoon": 9, "afternoon": 12, "evening": 18, "night": 22}.get(name, 24)


def _shaded(name: str, shade: str) -> str:
    known = {
        ("morning", "early"): "earlymorning",
        ("afternoon", "late"): "lateafternoon",
        ("evening", "late"): "lateevening",
    }
    return known.get((name, shade), name)


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
        _put(r, m, span, 1)
        if m.day is not None and m.day.start is not None and span.grain in ("week", "month"):
            week = weekdays.day_in_week(r, calendar.week(m.day.start), j, m)
            if week[0].grain == "day":
                m.day, j = week
        return j
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
        return j + 1
    if r.words(j, "vanaf", "nu") or r.words(j, "van", "nu"):
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
        m.exact = _absolute(
            start.replace(year=days.plus(r.today, signed).year) if span.months > 12 else start, signed.delta
        )
    except (OverflowError, ValueError):
        m.day = calendar.single(r.today)


def _absolute(start: calendar.datetime, delta: timedelta) -> calendar.datetime:
    """Real hours later, also across a clock change."""
    return (start.astimezone(calendar.UTC) + delta).astimezone(start.tzinfo)
