"""How often: "elke maandag en donderdag", "om de dag", "de even weken", "iedere eerste maandag van de maand",
"twee keer per week"."""

from __future__ import annotations

from locales.nl.grammar.dates import number_at
from locales.nl.grammar.every import (
    ONCE,
    TIMES,
    WEEKEND,
    WORKDAYS,
    Found,
    alternating,
    every,
    numbered_adverb,
    of_every_month,
    parity,
    times_per,
)
from locales.nl.grammar.form import Reading, Recurrence
from locales.nl.grammar.lengths import SEVERAL
from locales.nl.grammar.named import weekdays_at
from locales.nl.grammar.parts import PLURALS
from locales.nl.grammar.shortdays import weekday_is_meant


def recurrence(r: Reading, i: int) -> Found | None:
    """The recurrence that begins at `i`."""
    token = r.at(i)
    word, means = token.word, token.means
    found: Found | None = None
    if "every" in means:
        found = every(r, i)
    elif "number" in means and (spelled := numbered_adverb(r, i)):
        found = spelled
    elif "adverb" in means and not (word == "daags" and r.word(i + 1) in ("voor", "na")):
        frequency, interval = means["adverb"]
        found = Recurrence(frequency, interval), i + 1
    elif word == "om" and r.word(i + 1) in ("de", "het"):
        found = alternating(r, i)
    elif word in (
        "altijd",
        "steeds",
        "telkens",
        "nooit",
        "standaard",
        "vast",
        "vaste",
        "gewoonlijk",
        "meestal",
        "wekelijks",
    ):
        found = _habit(r, i)
    elif word in ("even", "oneven") or (
        word in ("de", "in", "op") and r.word(i + (2 if r.words(i, "in", "de") else 1)) in ("even", "oneven")
    ):
        found = parity(r, i)
    elif "number" in means and "weekdays" in r.at(i + 1).means:
        found = _so_many(r, i)
    elif "weekdays" in means or (word in ("op", "'s", "s", "de") and "weekdays" in r.at(i + 1).means):
        found = _plural(r, i)
    elif (
        word in TIMES
        or word in ONCE
        or "number" in means
        or word in SEVERAL
        or (word == "een" and r.word(i + 1) in TIMES)
    ):
        found = times_per(r, i)
    elif word in ("de", "in", "op") and (plural := _parts_of_days(r, i)):
        found = plural
    elif "workweek" in means:
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 1
    elif word in ("op", "de") and r.word(i + 1) in ("werkdagen", "weekdagen", "doordeweekse"):
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 2 + (r.word(i + 2) == "dagen")
    elif word in ("werkdagen", "weekdagen") and "shift" not in r.at(i - 1).means:
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 1
    elif r.words(i, "door", "de", "week") or r.words(i, "door", "de", "weeks"):
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 3
    elif word in ("in", "de") and r.word(i + (2 if word == "in" else 1)) in ("weekenden", "weekends", "weekeinden"):
        found = Recurrence("WEEKLY", weekdays=list(WEEKEND)), i + (3 if word == "in" else 2)
    elif word in ("weekends", "weekenden"):
        found = Recurrence("WEEKLY", weekdays=list(WEEKEND)), i + 1
    elif "ordinal" in means or word in ("de", "laatste") or r.words(i, "op", "de"):
        found = of_every_month(r, i + (word == "op"))
    elif "unit" not in means and "weekday" in means:
        found = _weekday_each(r, i)
    return _extended(r, *found) if found else None


def _habit(r: Reading, i: int) -> Found | None:
    """ "altijd op dinsdag", "nooit in het weekend": a habit, though no "elke" is said."""
    j = i + 1
    if r.word(j) in ("op", "de", "in"):
        j += 1
    if r.word(j) in ("de", "het"):
        j += 1
    rec = Recurrence("WEEKLY")
    end = weekdays_at(r, j, rec)
    if rec.weekdays:
        return rec, end
    token = r.at(j)
    if token.means.get("unit") == "weekend":
        return Recurrence("WEEKLY", weekdays=list(WEEKEND)), j + 1
    if token.word in ("'s", "s") and "part" in r.at(j + 1).means:
        return Recurrence("DAILY", part=str(r.at(j + 1).means["part"])), j + 2
    return None


def _so_many(r: Reading, i: int) -> Found | None:
    """ "(de komende) zes woensdagen": a weekday so many times."""
    count, day = int(r.at(i).means["number"]), r.at(i + 1).means
    if not 2 <= count <= 60 or r.word(i - 1) == "over" or r.word(i + 2) in ("later", "vanaf", "geleden"):
        return None
    return Recurrence("WEEKLY", weekdays=[int(day["weekdays"])], count=count, part=str(day.get("inpart", ""))), i + 2


def _parts_of_days(r: Reading, i: int) -> Found | None:
    """ "(in) de ochtenden": of every day; "de nachten van vrijdag en zaterdag" are of those two."""
    j = i + (r.word(i) in ("in", "op"))
    part = PLURALS.get(r.word(j + 1)) if r.word(j) == "de" else None
    if part is None or r.word(i - 1) == "van" or r.word(j + 2) in ("van", "erna", "ervoor", "voor", "na"):
        return None
    if r.words(j + 2, "in", "het", "weekend"):
        return Recurrence("WEEKLY", weekdays=list(WEEKEND), part=part), j + 5
    return Recurrence("DAILY", part=part), j + 2


def _plural(r: Reading, i: int) -> Found | None:
    """ "op maandagen", "zondagen", "'s maandags"."""
    j = i + 1 if "weekdays" not in r.at(i).means else i
    rec = Recurrence("WEEKLY")
    end = weekdays_at(r, j, rec)
    return (rec, end) if rec.weekdays else None


def _weekday_each(r: Reading, i: int) -> Found | None:
    """A weekday that a later word makes a habit: "dinsdag in de even weken", "maandag en donderdag wekelijks",
    "vrijdag om de week"."""
    rec = Recurrence("WEEKLY")
    j = weekdays_at(r, i, rec, strict=True)
    if not rec.weekdays:
        return None
    if r.at(j).means.get("adverb", ("", 0))[0] == "WEEKLY":
        rec.interval = r.at(j).means["adverb"][1]
        return rec, j + 1
    if (
        r.word(j) == "om"
        and r.word(j + 1) == "de"
        and (other := alternating(r, j))
        and other[0].frequency == "WEEKLY"
        and not other[0].weekdays
    ):
        rec.interval = other[0].interval
        return rec, other[1]
    if r.word(j) in ("in", "de", "even", "oneven", "op") and (other := parity(r, j)):
        rec.interval, rec.parity = 2, other[0].parity
        return rec, other[1]
    if r.word(j) in ("elke", "iedere") and r.word(j + 1) == "week":
        return rec, j + 2
    return None


def _extended(r: Reading, rec: Recurrence, j: int) -> Found:
    """What may follow: the weekdays of "om de week vrijdag", the parity, the number of times."""
    k = j + 1 if r.word(j) in ("op", ",", "de") else j
    if r.word(j) == "op" and r.word(k) == "de":
        k += 1
    if rec.frequency in ("WEEKLY", "DAILY") and not rec.weekdays:
        token = r.at(k)
        if ("weekday" in token.means or "weekdays" in token.means) and not (
            "short" in token.means and not weekday_is_meant(r, k) and r.word(j) != "op"
        ):
            end = weekdays_at(r, k, rec)
            if rec.weekdays:
                j = end
                rec.by_weeks()
        elif rec.frequency == "WEEKLY" and r.words(j, "in", "het", "weekend"):
            rec.weekdays, j = list(WEEKEND), j + 3
        elif rec.frequency == "DAILY" and (r.words(j, "door", "de", "week") or r.word(j) == "doordeweeks"):
            rec.frequency, rec.weekdays, j = "WEEKLY", list(WORKDAYS), j + (3 if r.word(j) == "door" else 1)
    if rec.frequency == "MONTHLY" and not rec.weekdays and not rec.monthdays:
        j = _monthly(r, rec, j)
    if (
        rec.frequency == "WEEKLY"
        and rec.interval == 1
        and r.word(j) in ("in", "de", "even", "oneven", "van")
        and (other := parity(r, j + (r.word(j) == "van")))
    ):
        rec.interval, rec.parity, j = 2, other[0].parity, other[1]
    elif rec.frequency == "WEEKLY" and rec.interval == 1 and r.words(j, "om", "de"):
        other = alternating(r, j)
        if other and not other[0].weekdays and other[0].frequency in ("WEEKLY", "DAILY"):
            other[0].by_weeks()
            rec.interval, j = other[0].interval, other[1]  # "woensdags om de 14 dagen"
    return rec, j


def _monthly(r: Reading, rec: Recurrence, j: int) -> int:
    """ "elke maand op de 15e", "maandelijks de eerste dinsdag"."""
    k = j
    while r.word(k) in ("op", "de", ","):
        k += 1
    nth = -1 if r.word(k) == "laatste" else number_at(r, k, 1, 31)
    if nth is None or k == j:
        return j
    if "weekday" in r.at(k + 1).means and abs(nth) <= 5:
        rec.weekdays, rec.nth = [int(r.at(k + 1).means["weekday"])], [nth]
        return k + 2
    if r.at(k).kind == "ordinal" or r.word(k - 1) == "de":
        rec.monthdays = [nth]
        return k + 2 if r.word(k + 1) == "dag" else k + 1
    return j
