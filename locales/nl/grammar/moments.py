"""One moment as a phrase names it: day, clock time and part of the day, in any order, with the small words between."""

from __future__ import annotations

from locales.nl.grammar import clocks, dates, days, offsets, parts
from locales.nl.grammar.form import Clock, Day, Moment, Reading
from locales.nl.grammar.words import COUNTED, LISTS

HOUR_LEADS = LISTS["hour_leads"]
DAY_LEADS = LISTS["day_leads"]
ABOUT = LISTS["about"]
SHADE_ENDS = frozenset(("om", "op", "in", "na", "rond", "tegen", "vanaf", "van", "tussen"))


def moment(r: Reading, i: int, bare: bool = False, *, dated: bool = False) -> tuple[Moment, int] | None:
    """The moment at `i`; `bare`: it may begin with a number alone, since what stands before it asks for one
    ("van 5 tot 6"). `dated`: its day was said, so that a comma ends it ("vrijdag van 9 tot 12, zaterdag niet")."""
    m = Moment()
    j = i
    while m.empty() or not (refused(r, j) or (dated and r.word(j) == ",")):
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
        while (
            "weekday" in r.at(named).means
            and r.word(named + 1) in ("en", "/", "&")
            and "weekday" in r.at(named + 2).means
        ):
            named += 2  # "om 8 uur, za en zo om 9 uur"
        a_day = "weekday" in r.at(named).means or r.at(named).means.get("unit") == "weekend"
        if m.clock is not None and a_day and (_clocked(r, named + 1) or r.word(named + 1) in ("van", "tussen")):
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
                and r.word(k + 2) != "klok"
                and "part" not in r.at(k + 2).means
                and r.word(k + 2) not in clocks.NOON
            ):
                break
            hour_led, about = True, about or word in ABOUT
            k += 1
        elif word == "op" and r.word(k + 1) in ("om", "rond", "tegen"):
            break  # "haal jij ma op om 3 uur"
        elif word in DAY_LEADS and not (
            word == "in"
            and ("part" in r.at(k + 2).means or ("number" in r.at(k + 1).means and r.at(k + 1).means["number"] < 1000))
        ):
            if word == "dag" and ("day" in r.at(k + 1).means or r.word(k + 1) in ("voor", "na")):
                break
            k += 1
        elif word == "te" and r.at(k + 1).kind == "clock":
            k, hour_led = k + 1, True  # "op woensdag te 9.40 uur"
        elif _says_nothing(r, k):
            k += 1
        else:
            break
    if about and r.words(k, "een", "uur", "of"):
        return k, True, True
    if hour_led and r.word(k) in ("de", "den") and "inflected" in r.at(k + 1).means:
        return k + 1, True, about  # "tegen den tienen"
    if hour_led and r.words(k, "de", "klok", "van"):
        return k + 3, True, True
    if (
        hour_led
        and r.word(k) == "de"
        and "part" not in r.at(k + 1).means
        and "ordinal" not in r.at(k + 1).means
        and "number" not in r.at(k + 1).means
    ):
        return k, False, about
    return k, hour_led, about


def _says_nothing(r: Reading, k: int) -> bool:
    """Whether "zo (om tien uur)" or "nu (zondag)" stands at `k`, and not the Sunday of "za en zo om 10 uur"."""
    listed = r.word(k - 1) in ("en", ",", "/", "&", "+", "of") and "weekday" in r.at(k - 2).means
    soon = r.word(k) == "zo" and r.word(k + 1) in ("rond", "tegen", "omstreeks", "om") and not listed
    return soon or (r.word(k) == "nu" and "weekday" in r.at(k + 1).means)


def refused(r: Reading, j: int) -> bool:
    """Whether days that stand at `j` are left out by what stands after them: ", zaterdag en zondag niet"."""
    while r.word(j) in (",", "en", "in", "op", "het", "de", "maar"):
        j += 1
    if not ({"weekday", "weekdays"} & r.at(j).means.keys() or r.at(j).means.get("unit") == "weekend"):
        return False
    while r.word(j + 1) in (",", "en", "of") and "weekday" in r.at(j + 2).means:
        j += 2
    return r.word(j + 1) == "niet"


def _clocked(r: Reading, k: int) -> bool:
    """Whether a clock time stands at `k`."""
    k += r.word(k) in HOUR_LEADS
    return clocks.clock(r, k, bare=r.word(k - 1) in HOUR_LEADS) is not None


def _piece(r: Reading, k: int, m: Moment, hour_led: bool, bare: bool) -> int | None:
    """Read one piece into `m`; where it ends, or None."""
    token = r.at(k)
    if token.kind in ("end", "stop", "junk"):
        return None
    named = m.part or ("evening" if m.day is not None and m.day.evening else "")
    if token.word in ("laat", "vroeg") and named and (r.at(k + 1).kind != "word" or r.word(k + 1) in SHADE_ENDS):
        m.part = parts.shaded(named, parts.SHADES[token.word])  # "vanavond laat", not "vanavond laat ik de hond uit"
        return k + 1
    if m.part == "evening" and token.means.get("part") == "dinnertime":
        m.part = "dinnertime"  # "morgenavond rond etenstijd"
        return k + 1
    if not m.part and (end := parts.part(r, k, m)) is not None:
        return end
    if m.day is None and m.exact is None and (end := _from_now(r, k, m)) is not None:
        return end
    if (
        m.clock is None
        and m.exact is None
        and (
            token.kind in ("clock", "decimal")
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
    if m.clock is None and token.word in ("het", "de", "den") and r.word(k + 1) in clocks.NOON:
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
        if r.word(k + 1) in COUNTED or ("unit" in r.at(k + 1).means and r.at(k + 1).means["unit"] != "hour"):
            return None
        m.number = int(token.means["number"])
        return k + 1
    return None


def _from_now(r: Reading, k: int, m: Moment) -> int | None:
    """What is counted from now at `k`, unless it is another time: "van half negen een half uur later"."""
    end = offsets.offset(r, k, m)
    if end is None or m.exact is None or m.clock is None:
        return end
    m.exact = None
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
