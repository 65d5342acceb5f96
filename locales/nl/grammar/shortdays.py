"""Whether "ma", "zo" or "do" is a day, and not mother, so, or do."""

from __future__ import annotations

from locales.nl.grammar import days
from locales.nl.grammar.form import Reading
from locales.nl.grammar.words import LISTS

MOTHER_OBJECT = LISTS["mother_object"]
HOURLY = ("om", "rond", "tegen", "half", "kwart")
OPENING = ("van", "vanaf", "tussen")
EXACTLY = ("precies", "stipt", "exact", "klokslag", "ongeveer", "om", "rond", "tegen")
BESIDE = (*HOURLY, *OPENING, "tot", "in", "de", "'s", "s", "over", "voor")
HOURS = ("uur", "u", "h")
NO_TASK = LISTS["no_task"]
CLEAR = LISTS["clear_days"]
BEING = ("is", "zijn", "heeft", "was", "wordt", "hebben")


def weekday_is_meant(r: Reading, i: int) -> bool:
    """Whether a short name of a weekday ("ma", "zo", "do") stands where a day stands, and is not mother, so, or do."""
    word, before, after = r.word(i), r.at(i - 1), r.at(i + 1)
    second = r.at(i + 2)
    if after.word == "." and "number" in second.means and "month" in r.at(i + 3).means:
        return True  # "zo. 26 sept."
    if i == 0 and word != "zo" and after.word == "." and second.word in ("om", "rond"):
        return True  # "vrij. om 3 uur"
    if before.word == "er" and word != "zo" and (after.kind in ("end", "stop") or after.word in ("?", "!")):
        return True  # "wie komt er ma?"
    if "day" in after.means and (after.word != "morgen" or not _monday_morning(r, i)):
        return word in ("di", "wo", "vr", "za") and after.word == "morgen"  # "haalt ma morgenmiddag op"
    if word == "ma" and before.word in MOTHER_OBJECT and (after.word in HOURLY or "number" in after.means):
        return False  # "wie haalt ma om 10 uur op"
    if word == "vr" and (second if after.word == "." else after).word in ("gr", "groet", "groeten", "groetjes"):
        return False  # "vr. gr. Piet"
    if word == "vrij" and before.word in ("ik", "hij", "zij", "ze", "we", "wij", "neem", "neemt", "ben", "heb"):
        return False  # "morgen neem ik vrij, vrijdag werk ik"
    joined = (
        before.word in ("en", ",", "/", "-", "&", "+", "of", "t/m", "tot", "tem", "tm")
        and "weekday" in r.at(i - 2).means
    )
    joins = after.word in ("en", ",", "/", "-", "&", "+", "of", "t/m", "tot", "tem", "tm") and "weekday" in second.means
    if (
        before.word in ("en", ",", "&", "t/m", "-", "tot")
        and "number" in r.at(i - 2).means
        and "weekday" in r.at(i - 3).means
    ):
        return True  # "za 8 en zo 9 mrt"
    if joined and word == r.word(i - 2) == r.word(i - 4):
        return False  # said over and over, it means nothing
    if joined:
        return weekday_is_meant(r, i - 2) if "short" in r.at(i - 2).means and word == r.word(i - 2) else True
    if after.word in ("t/m", "tem", "tm") and "weekday" in second.means:
        return True
    if word in ("do", "di") and after.word == "over" and r.at(i + 3).means.get("unit") in ("week", "day"):
        return True  # "mam heeft do over een week een afspraak"
    comma = after.word == "," and after.end > after.start and second.word in CLEAR
    if joins and (before.word not in days.MOTHER_AFTER or (comma and before.word in BEING)):
        return True
    begins = before.kind in ("end", "stop") or before.word in ("-", "*", "•")
    clear = word in ("di", "wo", "vr", "za")  # these mean nothing else
    if begins and (after.word == ":" or (clear and second.kind != "end")):
        return True  # a line of a week on paper: "di: boodschappen"
    if word in ("woe", "woens", "dins", "dond"):
        return True  # these are nothing else
    if clear and ((after.word == "," and _hour_at(r, i + 2)) or (after.word in EXACTLY and _hour_at(r, i + 2))):
        return True  # "fysio vr, tussen 2 en 4"
    too = after.word == "ook" and second.kind in ("end", "stop") and (before.word in ("en", ",") or begins)
    if too and (clear or word == "do"):
        return True  # "half 6 koken en do ook"
    last = after.kind == "end" or (after.word == "." and second.kind == "end")
    if clear and last and before.kind == "word" and len(r.tokens) <= 5:
        return True  # "de kapper vr"
    if begins and _hour_stands_after(r, i):
        return True
    if i == 0 and word in ("ma", "do", "zo") and _task_with_hour(r):
        return True
    if _in_roster(r, i):
        return True
    if clear and before.word in ("kan", "kom", "doe", "ga", "van", "voor", "naar", "dan", "past", "lukt"):
        return True
    if word == "zo" and before.word in ("tot", "alle", "per"):
        return False
    if before.word in days.LEADS_DAY or before.means.get("shift"):
        return True
    plain = word in ("di", "do") and (after.kind == "clock" or joins) and before.word in BEING
    if before.word in days.MOTHER_AFTER and word in ("ma", "zo", "di", "do") and not plain:
        return False
    if plain:
        return True
    whole = len(r.tokens) == 1 or (len(r.tokens) == 2 and after.word == ".")
    if whole:
        return word not in ("ma", "zo", "zon", "don", "do") or word in ("ma", "do", "zo")
    dated = ("number" in after.means and ("month" in second.means or second.word in ("-", "/", "."))) or after.kind in (
        "pair",
        "date",
    )
    if word == "ma" and "weekday" in after.means and "short" not in after.means:
        return False  # "wie kan ma woensdagmiddag brengen"
    numbered = "number" in after.means and after.kind == "number" and after.value <= 31 and second.word in ("om", "van")
    if clear and numbered and _hour_at(r, i + 2):
        return True  # "di 22 om 8.20"
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
    closes = (
        after.kind in ("end", "stop")
        or after.word in (".", "'s", "s")
        or (after.means.get("shift") and second.word == "week")
    )
    whole = i > 0 and all(t.means or t.kind in ("clock", "pair", "mark") or t.word in BESIDE for t in r.tokens[:i])
    named = clear or word == "do" or (word == "ma" and whole)
    if listed or alone or (named and closes and _hours_stand_before(r, i)):
        return True
    if word in ("zo", "zon", "zat", "don"):
        return (
            dated
            or (timed and after.kind == "clock" and before.kind == "end")
            or (word != "zo" and after.word == "." and second.word in ("om", "rond") and before.word != "de")
        )
    if dated or timed or hour:
        return True
    if after.word == "over" and (r.at(i + 3).means.get("unit") in ("week", "day")):
        return True  # "do over een week"
    if word == "ma" and i == 0 and after.word in ("half", "kwart") and _hour_at(r, i + 1):
        return True  # "ma half 6 koken"
    return (
        after.word in ("om", "van", "vanaf", "tussen", "rond", "tegen", "over", "voor", "na", "volgende")
        and word != "do"
        and _clock_ahead(r, i + 2)
    )


def _hour_stands_after(r: Reading, i: int) -> bool:
    """Whether nothing but a full stop, or for a day that is hardly another word nothing at all, stands between the
    short name that opens a line and its hour or week: "do. om 8 uur", "do rond half tien", "zo volgende week"."""
    word, after, second = r.word(i), r.at(i + 1), r.at(i + 2)
    if after.means.get("shift") in days.SHIFT_STEPS and r.word(i + 2) == "week":
        return True
    dotted = after.word == "." and after.start == r.at(i).end
    if dotted or (word == "do" and after.word == ","):
        return _hour_at(r, i + 2)
    if after.word == "," and all(t.means or t.kind in ("clock", "pair") or t.word in BESIDE for t in r.tokens[i + 2 :]):
        return _hour_at(r, i + 2)
    genitive = after.word in ("'s", "s") or after.word.endswith("s")
    if word == "zo" and "part" in (after.means | second.means if genitive else after.means) and after.word != "morgen":
        return True
    reckoned = word in ("do", "ma") and "number" in after.means and second.word in ("over", "voor")
    led = word == "do" and after.word in (*HOURLY, *OPENING, "in")
    return (reckoned or led) and _hour_at(r, i + 1)


def _hour_at(r: Reading, k: int) -> bool:
    """Whether an hour, hours or a part of the day begins at `k`."""
    k += r.word(k) in ("om", "rond", "tegen", *OPENING)
    token = r.at(k)
    numbered = "number" in token.means and (r.word(k + 1) in (*HOURS, "over", "voor") or r.word(k - 1) in HOURLY)
    part = "part" in token.means or token.word in ("'s", "s") or (token.word == "in" and "part" in r.at(k + 2).means)
    return token.kind == "clock" or token.word in ("half", "kwart") or numbered or part or r.word(k - 1) in OPENING


def _task_with_hour(r: Reading) -> bool:
    """ "ma kapper 14u30": a day, a word or two for what it is, and an hour at the end, as in a diary."""
    size = len(r.tokens)
    last = r.at(size - 1)
    closed = last.kind == "clock" or (last.word in HOURS and "number" in r.at(size - 2).means)
    words = r.tokens[1 : size - (1 if last.kind == "clock" else 2)]
    named = all(t.kind == "word" and not t.means and t.word not in NO_TASK for t in words)
    return closed and 1 <= len(words) <= 2 and named


def _in_roster(r: Reading, i: int) -> bool:
    """ "ma Piet, di Els, wo 10u Fatma": short names at the head of an item, of which one is no other word."""
    heads = [k for k in range(max(0, i - 24), min(i + 24, len(r.tokens))) if _heads(r, k)]
    listed = len({r.word(k) for k in heads}) > 1 and any(r.word(k) in CLEAR for k in heads)
    closes = r.word(i - 1) == "en" and heads and i > heads[-1] and r.at(i + 1).kind == "word"  # "... en do Piet"
    return listed and bool(i in heads or closes)


def _heads(r: Reading, k: int) -> bool:
    """Whether a weekday stands at the head of an item, with something after it."""
    before, after = r.at(k - 1), r.at(k + 1)
    first = before.kind in ("end", "stop") or before.word in (",", ":", "-", "*", "•", "/", "|", ".")
    said = after.kind in ("word", "clock", "number", "pair") and "weekday" not in after.means
    return "weekday" in r.at(k).means and first and (said or after.word == ":")


def _monday_morning(r: Reading, i: int) -> bool:
    """Whether "ma morgen" is a morning: after "op", or where nothing else but its hour is said."""
    before, after = r.at(i - 1), r.at(i + 2)
    begins = before.kind in ("end", "stop") or before.word in ("-", "*", "•")
    timed = after.kind in ("end", "clock") or "number" in after.means or after.word in ("om", "half", "kwart")
    return before.word in days.LEADS_DAY or (begins and timed)


def _hours_stand_before(r: Reading, i: int) -> bool:
    """Whether an hour or a part of the day stands before a day: "om half acht di", "9-12 vr"."""
    before = r.at(i - 1)
    hour = before.word in ("uur", "u", "h") or before.kind in ("clock", "pair", "number") or "number" in before.means
    return hour or "part" in before.means or "inpart" in before.means


def _clock_ahead(r: Reading, i: int) -> bool:
    token = r.at(i)
    return token.kind == "clock" or "number" in token.means or token.word in ("half", "kwart", "een", "week")
