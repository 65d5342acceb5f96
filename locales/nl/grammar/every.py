"""How often, as it is said: "elke maandag", "om de drie weken", "de 15e van elke maand", "twee keer per week"."""

from __future__ import annotations

from locales.nl.grammar.form import Reading, Recurrence
from locales.nl.grammar.lengths import SEVERAL
from locales.nl.grammar.named import JOIN, weekdays_at
from locales.nl.grammar.parts import PLURALS
from locales.nl.grammar.words import LISTS
from locales.nl.grammar.written import exists

Found = tuple[Recurrence, int]
FREQUENCY = {
    "minute": ("MINUTELY", 1),
    "halfhour": ("MINUTELY", 30),
    "quarterhour": ("MINUTELY", 15),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "halfyear": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
    "decade": ("YEARLY", 10),
}
WORKDAYS = [0, 1, 2, 3, 4]
WEEKEND = [5, 6]
TIMES = LISTS["times"]
ONCE = {"eens": 1, "eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4, "vijfmaal": 5}


def numbered_adverb(r: Reading, i: int) -> Found | None:
    """ "2-wekelijks", "14-daags"."""
    j = i + 2 if r.word(i + 1) == "-" else i + 1
    said = r.at(j).means.get("adverb")
    number = int(r.at(i).means["number"])
    if said is None or said[1] != 1 or not 1 <= number <= 60:
        return None
    frequency, interval = (said[0], number) if said[0] != "DAILY" or number % 7 else ("WEEKLY", number // 7)
    return Recurrence(frequency, interval), j + 1


def every(r: Reading, i: int) -> Found | None:
    j = i + 1
    token = r.at(j)
    if r.word(i) == "alle" and not (
        "weekdays" in token.means
        or ("number" in token.means and r.word(j + 1) == "weken")  # Flemish: "alle 2 weken"
        or (token.means.get("number") == 14 and r.word(j + 1) == "dagen")
        or token.word in ("dagen", "weken", "maanden", "werkdagen", "weekenden", *PLURALS, "weekdagen")
    ):
        return None
    interval = 1
    if token.word in ("andere", "ander", "tweede") and "unit" in r.at(j + 1).means:
        interval, j = 2, j + 1
    elif (
        "number" in token.means
        and "month" in r.at(j + 1).means
        and exists(r.at(j + 1).means["month"], token.means["number"])
    ):
        return Recurrence("YEARLY", months=[r.at(j + 1).means["month"]], monthdays=[int(token.means["number"])]), j + 2
    elif "ordinal" in token.means or token.word == "laatste":
        return _every_nth(r, j)
    elif token.word in ("andere", "tweede") and "weekday" in r.at(j + 1).means and token.word == "andere":
        interval, j = 2, j + 1
    elif token.word == "half" and r.word(j + 1) in ("uur", "jaar"):
        return (Recurrence("MINUTELY", 30) if r.word(j + 1) == "uur" else Recurrence("MONTHLY", 6)), j + 2
    elif "number" in token.means and ("unit" in r.at(j + 1).means or "weekdays" in r.at(j + 1).means):
        interval, j = max(1, int(token.means["number"])), j + 1
    elif token.word in ("paar", "enkele"):
        interval, j = 2, j + 1
    elif token.word in ("even", "oneven"):
        return parity(r, j)
    token = r.at(j)
    if "weekday" in token.means or "weekdays" in token.means:
        rec = Recurrence("WEEKLY", interval)
        j = weekdays_at(r, j, rec)
        return (rec, j) if rec.weekdays else None
    if token.word in (
        "ochtend",
        "morgen",
        "middag",
        "avond",
        "nacht",
        "namiddag",
        "voormiddag",
        *PLURALS,
    ):
        name = token.means.get("part", PLURALS.get(token.word, ""))
        return Recurrence("DAILY", interval, part=str(name)), j + 1
    if "month" in token.means:
        return Recurrence("YEARLY", interval, months=[token.means["month"]]), j + 1
    unit = token.means.get("unit")
    return _unit(str(unit), interval, j + 1) if unit else None


def _unit(unit: str, interval: int, j: int) -> Found | None:
    if unit == "weekend":
        return Recurrence("WEEKLY", interval, list(WEEKEND)), j
    if unit in ("workday", "workweek"):
        return (Recurrence("WEEKLY", 1, list(WORKDAYS)), j) if interval == 1 else (Recurrence("DAILY", interval), j)
    if unit not in FREQUENCY or not 1 <= interval <= 400:
        return None
    frequency, times = FREQUENCY[unit]
    return Recurrence(frequency, interval * times), j


def _every_nth(r: Reading, j: int) -> Found | None:
    """After "elke": "eerste maandag van de maand", "1e en 3e dinsdag", "15e van de maand", "derde dag",
    "laatste vrijdag"."""
    which: list[int] = []
    k = j
    while True:
        token = r.at(k)
        nth = -1 if token.word == "laatste" else token.means.get("ordinal")
        if nth is None or abs(nth) > 31:
            break
        which.append(int(nth))
        k += 1
        further = k + 1 + (r.word(k + 1) == "de")
        if r.word(k) in JOIN and ("ordinal" in r.at(further).means or r.word(further) == "laatste"):
            k = further
            continue
        break
    token = r.at(k)
    after, months = _of_month(r, k + 1)
    if "weekday" in token.means and all(-1 <= n <= 5 for n in which):
        rec = Recurrence(
            "MONTHLY", months, [int(token.means["weekday"])], which, part=str(token.means.get("inpart", ""))
        )
        return rec, after or k + 1
    unit = token.means.get("unit")
    if unit == "workday" and after and len(which) == 1:
        return Recurrence("MONTHLY", months, list(WORKDAYS), which), after
    if unit in ("day",) and after:
        return Recurrence("MONTHLY", months, monthdays=which), after
    if unit and len(which) == 1 and which[0] > 0:
        return _unit(str(unit), which[0], k + 1)
    after_number, months = _of_month(r, k)
    alone = r.at(k).kind in ("end", "stop", "mark") or r.word(k) in ("om", "van", "vanaf", "tot", "tussen")
    if which and (after_number or (min(which) > 5 and alone and r.at(k - 1).kind == "ordinal")):
        after_number = after_number or k  # "elke 20e"
        return Recurrence("MONTHLY", months, monthdays=which), after_number
    return None


def _of_month(r: Reading, i: int) -> tuple[int, int]:
    """ "van de maand", "van elke maand", "in de maand", "van het kwartaal": where it ends (0: not there), and
    months between."""
    if r.word(i) not in ("van", "in", "per"):
        return 0, 1
    j = i + 1
    if r.word(j) in ("de", "elke", "iedere", "het", "elk", "ieder"):
        j += 1
    unit = r.at(j).means.get("unit")
    if unit == "month":
        return j + 1, 1
    if unit == "quarter":
        return j + 1, 3
    return 0, 1


def of_every_month(r: Reading, i: int) -> Found | None:
    """ "de eerste maandag van elke maand", "de 15e van elke maand": an "elke" further on makes it a recurrence."""
    j = i + 1 if r.word(i) == "de" else i
    if "ordinal" not in r.at(j).means and r.word(j) != "laatste":
        return None
    further = r.word(j + 1) in JOIN and "ordinal" in r.at(j + 2 + (r.word(j + 2) == "de")).means
    if further and (found := _every_nth(r, j)) and found[0].weekdays and len(found[0].nth) > 1:
        said = range(j, found[1])
        if any(r.word(k) == "maand" for k in said):
            return found  # "de 1e en 3e maandag van de maand"
    for k in range(j + 1, j + 7):
        if (r.word(k) in ("elke", "iedere", "elk", "ieder", "per") and r.word(k - 1) in ("van", "in")) or (
            r.word(k) == "per" and "unit" in r.at(k + 1).means
        ):
            found = _every_nth(r, j)
            return found if found and found[1] > k else None
    return None


def alternating(r: Reading, i: int) -> Found | None:
    """ "om de dag", "om de week", "om de drie dagen", "om de andere week", "om de vrijdag"."""
    j = i + 2
    interval = 2
    token = r.at(j)
    if token.word == "andere":
        j += 1
    elif token.word == "half" and r.word(j + 1) in ("uur", "jaar"):
        return (Recurrence("MINUTELY", 30) if r.word(j + 1) == "uur" else Recurrence("MONTHLY", 6)), j + 2
    elif ("number" in token.means or token.word == "paar") and {"unit", "weekdays"} & r.at(j + 1).means.keys():
        interval, j = int(token.means.get("number", 2)), j + 1
    token = r.at(j)
    if "weekdays" in token.means and interval > 1 and j > i + 2:
        return Recurrence("WEEKLY", interval, [int(token.means["weekdays"])]), j + 1  # "om de twee zondagen"
    if "weekday" in token.means:
        rec = Recurrence("WEEKLY", 2)
        j = weekdays_at(r, j, rec)
        return (rec, j) if rec.weekdays else None
    unit = token.means.get("unit")
    if unit is None or unit == "workweek":
        return None
    if unit == "hour" and interval == 2 and token.word == "uur" and "number" not in r.at(j - 1).means:
        interval = 1 if r.word(i + 1) == "het" else 2
    return _unit(str(unit), interval, j + 1)


def parity(r: Reading, i: int) -> Found | None:
    """ "de even weken", "in oneven weken", "even weken op dinsdag"."""
    j = i
    while r.word(j) in ("in", "op", "de"):
        j += 1
    if r.word(j) not in ("even", "oneven"):
        return None
    if r.at(j + 1).means.get("unit") == "weekend":
        return Recurrence("WEEKLY", 2, list(WEEKEND), parity=0 if r.word(j) == "even" else 1), j + 2
    if r.at(j + 1).means.get("unit") != "week":
        spoken = any(r.at(k).word in ("even", "oneven") and r.at(k + 1).means.get("unit") == "week" for k in range(i))
        if not spoken or r.word(j - 1) != "de":
            return None
        return Recurrence("WEEKLY", 2, parity=0 if r.word(j) == "even" else 1), j + 1  # "... en in de oneven"
    return Recurrence("WEEKLY", 2, parity=0 if r.word(j) == "even" else 1), j + 2


def times_per(r: Reading, i: int) -> Found | None:
    """ "twee keer per week", "eens in de twee weken", "1x per dag", "een keer in de maand"."""
    j = i
    if r.word(j) in ONCE:
        times, j = ONCE[r.word(j)], j + 1
    else:
        if r.words(j, "een", "paar") or r.word(j) in SEVERAL:
            times, j = 2, j + (2 if r.word(j) == "een" else 1)
        elif "number" in r.at(j).means:
            times, j = int(r.at(j).means["number"]), j + 1
        else:
            return None
        if r.word(j) not in TIMES and not (
            r.word(j) in ("avonden", "ochtenden", "middagen", "dagen", "dag", "avond", "nachten", "uur")
            and r.word(j + 1) == "per"
        ):
            return None
        j += 1
    if not 1 <= times <= 50:
        return None
    interval = 1
    if times > 3 and r.word(j) == "op" and "weekday" in r.at(j + 1).means:
        rec = Recurrence("WEEKLY", count=times)  # "zes keer op woensdag"; twice may be on one day
        end = weekdays_at(r, j + 1, rec)
        return (rec, end) if rec.weekdays else None
    if r.word(j) == "per" or r.word(j) in ("elke", "iedere", "elk", "ieder"):
        j += 1
    elif r.words(j, "in", "de") or r.words(j, "om", "de") or r.words(j, "in", "het"):
        j += 2
    elif r.word(j) not in ("daags",):
        return None
    if r.word(j) == "daags":
        return Recurrence("DAILY", times=times), j + 1
    if "number" in r.at(j).means:
        interval, j = max(1, int(r.at(j).means["number"])), j + 1
    unit = r.at(j).means.get("unit")
    found = _unit(str(unit), interval, j + 1) if unit in FREQUENCY else None
    if found:
        found[0].times = times
    return found
