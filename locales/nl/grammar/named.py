"""Weekdays in a row, of a recurrence: "maandag, woensdag en vr", "ma t/m do"."""

from __future__ import annotations

from locales.nl.grammar.dates import number_at
from locales.nl.grammar.form import Reading, Recurrence
from locales.nl.grammar.shortdays import weekday_is_meant
from locales.nl.grammar.words import LISTS

JOIN = LISTS["join"]


def weekdays_at(r: Reading, i: int, rec: Recurrence, strict: bool = False) -> int:
    """Read a list of weekdays ("maandag, woensdag en vr") into `rec`; where the list ends."""
    j = i
    while len(rec.weekdays) < 14:
        k = j
        if k > i:
            if r.word(k) == "," and r.word(k + 1) == "en":
                k += 1
            if r.word(k) not in JOIN:
                break
            k += 1
            if r.word(k) in ("op", "de", "elke", "iedere", "ook", "'s"):
                k += 1
            if r.word(k) in ("elke", "iedere"):
                k += 1
        token = r.at(k)
        day = token.means.get("weekday", token.means.get("weekdays"))
        if day is None or (
            "short" in token.means
            and (strict or k == i)
            and not (weekday_is_meant(r, k) or r.word(k - 1) in ("elke", "iedere", "elk"))
        ):
            break
        if "short" in token.means and k > i and not weekday_is_meant(r, k):
            break
        part = token.means.get("inpart", "")
        if part and rec.part and rec.part != part:
            break  # "dinsdagochtend en vrijdagmiddag"
        if part:
            rec.part = part
        rec.weekdays.append(int(day))
        j = k + 1
        if r.word(j) == "." and "short" in token.means and r.at(j + 1).kind != "end":
            j += 1
        if r.word(j) in ("t/m", "-", "tem", "tm") or r.words(j, "tot", "en", "met"):
            k = j + 3 if r.word(j) == "tot" else j + 1
            last = r.at(k).means.get("weekday")
            if last is not None and number_at(r, k + 1, 1, 31) is None and r.word(k + 1) != "de":
                day = int(day)
                while day != last:
                    day = (day + 1) % 7
                    rec.weekdays.append(day)
                j = k + 1
        elif r.word(j) in ("ochtend", "middag", "avond", "nacht", "morgen", "namiddag", "voormiddag") and not part:
            rec.part = str(r.at(j).means["part"])
            j += 1
    return j
