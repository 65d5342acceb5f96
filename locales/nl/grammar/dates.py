"""Dates with a month: "22 augustus", "4e van juli", "3-12", "mei 2026"."""

from __future__ import annotations

from locales.nl.grammar import calendar, days
from locales.nl.grammar.form import Day, Reading
from locales.nl.grammar.words import COUNTED, DATA, LISTS
from locales.nl.grammar.written import exists

RECORDS = LISTS["records"]
KIN = frozenset(DATA["kin"]["words"])
FINITE = frozenset((*DATA["named_by_month"]["verbs"], "moet", "is", "heeft", "mag", "kan", "had", "was"))


def number_at(r: Reading, i: int, low: int, high: int) -> int | None:
    """A count or ordinal in figures or words within bounds."""
    means = r.at(i).means
    value = means.get("number", means.get("ordinal"))
    return int(value) if value is not None and low <= value <= high and r.at(i).kind != "decimal" else None


def year_at(r: Reading, i: int) -> tuple[int, int] | None:
    """A year at `i`, perhaps after a comma, a dash or "van": the year and what follows it."""
    j = i
    if r.word(j) == "." and r.at(j).kind == "mark":
        j += 1
    if r.word(j) in (",", "-", "/", "van", "in"):
        j += 1
    shift = r.at(j).means.get("shift")
    if shift and r.word(j + 1) == "jaar":
        return r.today.year + {"next": 1, "coming": 1, "this": 0}.get(shift, -1), j + 2
    if r.word(j) == "het" and r.word(j + 1) == "jaar":
        j += 2
    token = r.at(j)
    if (
        token.kind == "number"
        and len(token.word) == 4
        and 1900 <= token.value <= 2200
        and r.word(j + 1) not in ("uur", "u")
        and token.word not in COUNTED
    ):
        return int(token.value), j + 1
    if token.word == "'" and r.at(j + 1).kind == "number" and len(r.word(j + 1)) == 2:
        return 2000 + int(r.at(j + 1).value), j + 2
    return None


def dot(r: Reading, i: int) -> int:
    """Skip the full stop of an abbreviation: "2 okt." when more follows or nothing does."""
    return i + 1 if r.word(i) == "." and r.at(i).kind == "mark" else i


def pair(r: Reading, i: int) -> days.Found | None:
    first, _, second = r.at(i).value
    after = r.at(i + 1)
    if "month" in after.means or "unit" in after.means or after.word in COUNTED:
        return None
    return (Day(month=second, day=first), i + 1) if exists(second, first) else None


def dated(r: Reading, i: int, number: int) -> days.Found | None:
    """A day of the month at `i` followed by its month: "22 augustus", "4e van juli", "2-okt", "de 15e van
    volgende maand"."""
    j = i + 1
    if (
        r.word(j) in ("ste", "de", "e")
        and r.at(i).kind == "number"
        and r.at(j).start - r.at(i).end <= 1
        and r.word(j) != "de"
    ):
        j += 1
    if r.word(j) == "." and r.at(j).start == r.at(i).end:
        j += 1
    if r.word(j) in ("-", "/", "van", "in", ","):
        if r.word(j) == "," and "month" not in r.at(j + 1).means:
            return None
        j += 1
    if r.word(j) in ("de", "deze", "volgende", "komende", "die", "dezelfde"):
        return _of_month(r, j, number)
    month = r.at(j).means.get("month")
    if month is None or not exists(month, number):
        return None
    j = dot(r, j + 1) if len(r.word(j)) <= 4 else j + 1
    year = year_at(r, j)
    if year and _year_fits(r, year[1]):
        return Day(year=year[0], month=month, day=number), year[1]
    return Day(month=month, day=number), coming(r, j)


def coming(r: Reading, j: int) -> int:
    """Skip what only says that a date is yet to come: "25 juni a.s."."""
    return j + 1 if r.word(j) in ("a.s.", "aanstaande", "eerstkomende") else j


def _year_fits(r: Reading, j: int) -> bool:
    return r.word(j) not in COUNTED


def _of_month(r: Reading, j: int, number: int) -> days.Found | None:
    """ "de 15e van de maand", "de 20ste van volgende maand", "de 4e deze maand"."""
    k = j + 1 if r.word(j) == "de" else j
    step = 0
    if r.at(k).means.get("shift"):
        step, k = days.SHIFT_STEPS[r.at(k).means["shift"]], k + 1
    elif r.word(j) != "de":
        return None
    if r.word(k) != "maand":
        return None
    if k == j + 1 and r.word(j) == "de":
        return Day(day=number), k + 1
    first = calendar.add_months(r.today.replace(day=1), step)
    return (Day(first.year, first.month, number), k + 1) if exists(first.month, number) else None


def _is_somebody(r: Reading, i: int) -> bool:
    """Whether what stands after a month's name says that it is a person or an animal: "April wil ook helpen"."""
    verbs = DATA["named_by_month"]
    word, after = r.word(i), r.word(i + 1)
    if word in ("de", "onze", "mijn", "die") and after in KIN:
        return r.word(i + 2) in FINITE  # "Maart de hond moet nog uit"
    if word in ("is", "was", "zijn", "waren"):
        return after in verbs["kinds"]
    asked = after in ("ik", "niet", "het") and word != "heet"
    if word in verbs["plural"]:  # "Jan en Mei komen", but "in juni en april komen er gasten"
        return not ("month" in r.at(i - 3).means and r.word(i - 3) != "jan") and not asked
    if r.at(i).kind == "word" and not r.at(i).means and after in verbs["verbs"] and word not in KIN:
        return True  # "Mei Lin past op de hond"
    acts = word.endswith("t") and len(word) > 2 and word not in verbs["of_months"] and after in verbs["objects"]
    return (word in verbs["verbs"] or acts) and not asked and not r.word(i - 2).isdigit()


def _is_invited(r: Reading, i: int) -> bool:
    """Whether the month at `i` is somebody who is asked along: "ik wil Mei erbij", "nodig Mei en Wil uit"; but "we
    gaan in mei uit"."""
    if r.at(i - 1).kind != "word" or r.word(i - 1) in days.ALONE:
        return False
    ends = {r.word(i + 1), r.word(i + 3) if r.word(i + 1) == "en" else ""}
    return not ends.isdisjoint(("erbij", "toe", "uitnodigen")) or (r.word(i - 1) == "nodig" and "uit" in ends)


def _gone(r: Reading, month: int) -> Day | None:
    """The month of "de uren van juli": what is kept of a month is of one that has been, up to half a year ago."""
    ago = (r.today.month - month) % 12
    return Day(month=month, year=r.today.year - (month > r.today.month), backward=True) if 0 < ago <= 6 else None


def month(r: Reading, i: int, sure: bool = False) -> days.Found | None:
    """A month, with a day or year after it: "november 19", "mei 2026", "dec-2018"; short names only where a
    month stands."""
    word, before = r.word(i), r.word(i - 1)
    month = r.at(i).means["month"]
    after = r.at(i + 1)
    glued = after.word == "-" and after.start == r.at(i).end and r.at(i + 2).start == after.end
    if glued and r.at(i + 2).kind == "word" and "month" not in r.at(i + 2).means:
        return None  # "mei-vakantie", "Mei-Ling"
    if (i == 0 or r.at(i - 1).kind == "stop" or before == "en") and (
        _is_somebody(r, i + 1) or (after.word == "en" and _is_somebody(r, i + 3))
    ):
        return None  # "April en Mei zijn mijn nichtjes"
    if _is_invited(r, i):
        return None
    if r.at(i - 1).kind == "number" and r.at(i - 1).value <= 99 and not exists(month, r.at(i - 1).value):
        return None  # "31 februari" is no day, and not the month either
    full = len(word) > 4
    j = i + 1 if full else dot(r, i + 1)
    year = year_at(r, j)
    if year:
        return Day(month=month, year=year[0]), year[1]
    if before == "van" and r.word(i - 2) in RECORDS and (gone := _gone(r, month)):
        return gone, j
    number = number_at(r, j, 1, 31)
    if (
        number is not None
        and r.at(j).kind in ("number", "ordinal")
        and r.word(j + 1) not in ("uur", "u", ":", "-", "tot", "t/m", "en", "minuten")
        and "unit" not in r.at(j + 1).means
        and r.word(j + 1) not in COUNTED
        and exists(month, number)
    ):
        year = year_at(r, j + 1)
        return Day(month=month, day=number, year=year[0] if year else None), year[1] if year else j + 1
    if r.words(j, "de") and r.at(j + 1).kind == "ordinal" and exists(month, r.at(j + 1).value):
        return (
            (Day(month=month), j + 2)
            if r.word(i - 1) == "van" and r.word(i - 2) == "maand"
            else (Day(month=month, day=r.at(j + 1).value), j + 2)
        )
    whole = r.at(j).kind == "end" and (i == 0 or before in ("in", "de"))
    joined = r.word(j) in ("-", "t/m", "tot") and "month" in r.at(j + 1).means
    dashed = before == "-" and ("month" in r.at(i - 2).means or r.at(i - 2).kind in ("number", "ordinal"))
    if word == "jan" and not (
        joined or dashed or before in ("in", "eind", "begin", "half", "medio", "vanaf", "tot", "t/m", "maand") or sure
    ):
        return None
    if (
        full
        or sure
        or word in ("mei", "juni", "juli")
        or whole
        or joined
        or before in days.ALONE
        or (before in ("tot", "en", "-", "t/m", "voor", "van", "na"))
    ):
        return Day(month=month), j
    return None
