"""Clock times: "half acht", "tien over half vijf", "14u30", "kwart voor drie", "een uur of drie"."""

from __future__ import annotations

from locales.nl.grammar.form import Clock, Reading
from locales.nl.grammar.words import COUNTED, DATA, LISTS

HOUR_WORDS = ("uur", "u", "h", "uhr", "ure")
QUARTERS = (",00", ",15", ",30", ",45")
AFTER_ONE = ("en", "of", "tot", "op", "bij", "in", "met", "naar", "de", "'s", "s", "weer", "thuis", "graag", "klaar")
HALVES = {"am": 0, "pm": 12}  # as a telephone in English writes it
NOON = frozenset(DATA["noon"]["words"])
LENGTH_AFTER = LISTS["length_after"]
COUNTS_ON = frozenset(("reken", "rekenen", "rekent"))  # "op een uur of drie"
LENGTH_BEFORE = LISTS["length_before"]
OCLOCK = 7  # "een uurtje of 11" is a time, "een uurtje of 2" how long
GIVEN = LISTS["given"]
LENGTH_ADVERBS = LISTS["length_adverbs"]
COMPARED = LISTS["compared"]


def _hour(r: Reading, i: int) -> int | None:
    """The number 1-12 at `i`, as an hour that "half", "over" and "voor" reckon from."""
    value = r.at(i).means.get("number")
    return int(value) if value is not None and 1 <= value <= 12 else None


def counts_things(r: Reading, i: int) -> bool:
    """Whether the word at `i` is something that a number before it counts: "3 mensen"."""
    return r.word(i) in COUNTED


def _after_hour(r: Reading, i: int) -> int:
    """Skip "uur" after a spelled time: "kwart voor drie uur"."""
    return i + 1 if r.word(i) in HOUR_WORDS else i


def _from_hour(r: Reading, i: int) -> tuple[Clock, int] | None:
    """What minutes are counted from: "half acht", "acht", "22:10"."""
    token = r.at(i)
    if token.word == "half" and (hour := _hour(r, i + 1)) is not None:  # "half 9 pillen": nothing is counted by halves
        return Clock((hour - 1) % 12 or 12, 30), _after_hour(r, i + 2)
    if token.kind == "clock":
        hour, minute, sure = token.value
        return Clock(hour, minute, sure or hour > 12 or hour == 0), _after_hour(r, i + 1)
    value = token.means.get("number")
    if value is not None and 0 <= value <= 24 and (r.word(i - 2) == "kwart" or not counts_things(r, i + 1)):
        return Clock(int(value), 0, value > 12 or value == 0), _after_hour(r, i + 1)
    return None


def clock(r: Reading, i: int, bare: bool = False) -> tuple[Clock, int] | None:
    """The clock time at `i`; `bare`: a number alone counts too, since what stands before it says so ("om 7")."""
    token = r.at(i)
    kind, means = token.kind, token.means
    if kind == "clock":
        return _figures(r, i)
    word = token.word
    if word == "half" and bare and (inflected := r.at(i + 1).means.get("inflected")) is not None:
        return Clock((inflected - 1) % 12 or 12, 30), i + 2  # "om half drieen"
    if kind == "decimal" and r.word(i + 1) in HOUR_WORDS and 6 <= token.value < 24 and word[-3:] in QUARTERS:
        return Clock(int(token.value), int(word[-2:]), token.value >= 10, True), i + 2  # "14,30 uur"
    if word == "half":
        if (hour := _hour(r, i + 1)) is not None and not (r.at(i + 2).means.get("unit") not in (None, "hour")):
            return Clock((hour - 1) % 12 or 12, 30), _after_hour(r, i + 2)
        return None
    if word == "middernacht":
        return Clock(24, 0, True), i + 1
    if word in NOON or (word == "12" and r.word(i + 1) == "uur" and r.word(i + 2) == "middag"):
        return Clock(12, 0, True), i + 1
    if word == "kwart" or "number" in means:
        found = _reckoned(r, i)
        if found:
            return found
    if (
        word == "een"
        and not _so_long(r, i)
        and r.words(i + 1, "uur", "of")
        and (hour := _hour(r, i + 3)) is not None
        and r.at(i + 3).kind != "clock"
    ):
        return Clock(hour), _after_hour(r, i + 4)
    small = i + (word in ("een", "n", "'n"))
    if r.words(small, "uurtje", "of") and (hour := _hour(r, small + 2)) is not None and hour >= OCLOCK:
        return Clock(hour), _after_hour(r, small + 3)
    if word == "een" and r.words(i + 1, "uur", "of") and r.word(i + 3) in ("half", "kwart"):
        return clock(r, i + 3)  # "een uur of half acht"
    if "inflected" in means and bare:
        return Clock(means["inflected"]), i + 1
    if "number" in means:
        return _whole_hour(r, i, bare)
    return None


def _so_long(r: Reading, i: int) -> bool:
    """Whether "een uur of twee" is how long: "een uur of twee bezig", "het duurt een uur of drie"."""
    hour = r.at(i + 3).means.get("number")
    before = r.word(i - 1) in LISTS["length_before"] or (r.word(i - 1) == "op" and r.word(i - 2) in COUNTS_ON)
    after = r.word(i + 4) in LENGTH_AFTER and r.word(i - 1) not in LISTS["hour_leads"]
    return hour is not None and (before or after)


def _figures(r: Reading, i: int) -> tuple[Clock, int] | None:
    hour, minute, zero = r.at(i).value
    j = i + 1
    if (half := HALVES.get(r.word(j))) is not None and 1 <= hour <= 12:
        return Clock(hour % 12 + half, minute, True), j + 1
    if r.word(j) in HOUR_WORDS:
        j += 1
    elif (counts_things(r, j) and ":" not in r.word(i)) or (r.word(j) == "/" and r.at(j).kind == "mark"):
        return None
    return Clock(hour, minute, zero or hour >= 10 or hour == 0, True), j


def _reckoned(r: Reading, i: int) -> tuple[Clock, int] | None:
    """ "kwart voor drie", "tien over half vijf", "drie minuten na 22:10"."""
    j = i + 1
    if r.word(i) == "kwart":
        minutes = 15
    else:
        minutes = int(r.at(i).means["number"])
        if r.at(j).means.get("unit") == "minute":
            j += 1
    before = r.word(j) in ("voor", "vr", "v")
    flemish = r.word(j) == "na" and (
        r.at(i + 1).means.get("unit") == "minute"
        or (minutes in (5, 10, 15, 20, 25) and "unit" not in r.at(j + 2).means)
    )
    if not before and not (r.word(j) in ("over", "ov") or flemish):
        return None
    if not 0 < minutes < 30 and not (minutes == 30 and not before):
        return None
    if r.at(j + 1).word == "een" and r.word(j + 2) != "uur" and "unit" in r.at(j + 2).means:
        return None
    if r.word(i) == r.word(j + 1) == "een" and j == i + 1:
        return None  # "een voor een"
    base = _from_hour(r, j + 1)
    if base is None:
        return None
    start, k = base
    if r.at(k).means.get("unit") and r.word(k) not in HOUR_WORDS and r.at(j + 1).word != "half":
        return None  # "5 over 2 dagen" is no time
    total = (start.hour * 60 + start.minute + (-minutes if before else minutes)) % 1440
    hour = total // 60
    return Clock(hour or (0 if start.sure else 12), total % 60, start.sure), k


def _whole_hour(r: Reading, i: int, bare: bool) -> tuple[Clock, int] | None:
    value, word = int(r.at(i).means["number"]), r.at(i).word
    j = i + 1
    if (half := HALVES.get(r.word(j))) is not None and 1 <= value <= 12:
        return Clock(value % 12 + half, 0, True), j + 1
    if r.word(j) in HOUR_WORDS:
        if len(word) == 4 and word.isdigit() and value % 100 < 60 and value < 2400:
            return Clock(value // 100, value % 100, True), j + 1
        if value > 24 or _is_length(r, i, j + 1):
            return None
        spelled = r.at(j + 2).means.get("unit") == "minute" and "number" in r.at(j + 1).means
        if spelled and value <= 12 and r.word(i - 1) not in LISTS["hour_leads"]:
            return None  # "2 uur 30 min"
        minute = r.at(j + 1).means.get("number")
        if r.word(j + 1) in ("een", "ene") and r.at(j + 2).means.get("unit") != "minute":
            minute = None  # "om 10 uur een afspraak"
        if minute is not None and 0 < minute < 60 and len(r.at(j + 1).word) != 1 and _minutes_follow(r, j + 1):
            return Clock(value, int(minute), value > 12 or value == 0), j + 2 + (
                r.at(j + 2).means.get("unit") == "minute"
            )
        return Clock(value % 24 if value != 24 else 24, 0, value > 12 or value == 0), j + 1
    if not bare or value > 24 or r.at(i).kind == "ordinal":
        return None
    following = r.at(j)
    if word in ("een", "ene") and following.kind == "word" and not following.means and following.word not in AFTER_ONE:
        return None  # "vraag om een nieuwe code"
    if word in ("een", "ene") and following.word in ("half", "halve") and r.word(j + 1) in HOUR_WORDS:
        return None  # "ongeveer een half uur"
    if (
        (counts_things(r, j) and not _is_given(r, i))
        or ("unit" in following.means and following.word not in HOUR_WORDS)
        or (following.kind in ("number", "decimal") and "month" not in r.at(j + 1).means)
    ):
        return None
    return Clock(value, 0, value > 12 or value == 0 or (len(word) == 2 and word[0] == "0")), j


def _is_given(r: Reading, i: int) -> bool:
    """Whether what stands after the hour at `i` is what is given then: "om 8 pillen", not "om 8 pillen te halen"."""
    return r.word(i - 1) == "om" and r.word(i + 1) in GIVEN and "te" not in (r.word(i + 2), r.word(i + 3))


def _minutes_follow(r: Reading, i: int) -> bool:
    """Whether the number at `i`, after "14 uur", is its minutes, and counts nothing else."""
    after = r.at(i + 1)
    if after.means.get("unit") == "minute":
        return True
    return (
        "unit" not in after.means
        and "month" not in after.means
        and not counts_things(r, i + 1)
        and (r.word(i + 1) not in ("voor", "over", "tot", "t/m") or r.word(i - 3) in ("van", "vanaf"))
        and r.word(i + 1) not in ("voor", "over")
    )


def _is_length(r: Reading, i: int, after: int) -> bool:
    """Whether "N uur" at `i` is how long, not when."""
    value, word = r.at(i).means["number"], r.at(i).word
    if r.word(i + 1) == "uren" or (value >= 24 and r.word(i - 1) not in ("tot", "om", "en", "-", "t/m")):
        return True
    if r.word(i - 1) in ("om", "tegen", "klokslag", "vanaf"):
        return False  # "om negen uur weg"
    if r.word(i - 1) in ("na", "rond", "omstreeks", "voor") and r.word(after) == "weg":
        return False
    before = i - 1
    while r.word(before) in LENGTH_ADVERBS:
        before -= 1
    if r.word(after) in LENGTH_AFTER or r.words(after, "van", "tevoren") or r.word(before) in LENGTH_BEFORE:
        return True
    if (r.word(before) == "dan" and r.word(before - 1) in COMPARED) or (
        r.word(before) == "op" and r.word(before - 1).startswith("reken")
    ):
        return True
    finer = r.at(after + 2).means.get("unit") in ("minute", "quarterhour", "halfhour")
    if r.words(after, "en") and finer and r.word(i - 1) not in LISTS["hour_leads"]:
        return True
    named_week = r.word(i - 1) in ("dag", "week") and "shift" not in r.at(i - 2).means
    part_follows = r.word(after) in ("'s", "s") or (r.words(after, "in", "de") and "part" in r.at(after + 2).means)
    return (
        word in ("een", "ene")
        and not (part_follows and not named_week)
        and r.word(i - 1)
        not in ("om", "tot", "vanaf", "rond", "tegen", "na", "voor", "van", "tussen", "en", "omstreeks")
        and r.word(i - 1) not in ("middags", "ochtends", "nachts", "s")
    )
