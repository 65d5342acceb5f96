"""How often: "elke maandag en donderdag", "om de dag", "de even weken", "iedere eerste maandag van de maand",
"twee keer per week"."""

from __future__ import annotations

from locales.nl.grammar.dates import number_at
from locales.nl.grammar.form import Reading, Recurrence
from locales.nl.grammar.lengths import SEVERAL
from locales.nl.grammar.tokens import exists
from locales.nl.grammar.weekdays import weekday_is_meant
from locales.nl.grammar.words import LISTS

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
JOIN = LISTS["join"]
LOOSE_SHORT = frozenset(("zat", "zon", "don", "din"))


def recurrence(r: Reading, i: int) -> Found | None:
    """The recurrence that begins at `i`."""
    token = r.at(i)
    word, means = token.word, token.means
    found: Found | None = None
    if "every" in means:
        found = _every(r, i)
    elif "number" in means and (spelled := _numbered_adverb(r, i)):
        found = spelled
    elif "adverb" in means and not (word == "daags" and r.word(i + 1) in ("voor", "na")):
        frequency, interval = means["adverb"]
        found = Recurrence(frequency, interval), i + 1
    elif word == "om" and r.word(i + 1) in ("de", "het"):
        found = _alternating(r, i)
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
        found = _parity(r, i)
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
        found = _times_per(r, i)
    elif "workweek" in means:
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 1
    elif word in ("op", "de") and r.word(i + 1) in ("werkdagen", "weekdagen", "doordeweekse"):
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 2 + (r.word(i + 2) == "dagen")
    elif word in ("werkdagen", "weekdagen") and "shift" not in r.at(i - 1).means:
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 1
    elif r.words(i, "door", "de", "week"):
        found = Recurrence("WEEKLY", weekdays=list(WORKDAYS)), i + 3
    elif word in ("in", "de") and r.word(i + (2 if word == "in" else 1)) in ("weekenden", "weekends", "weekeinden"):
        found = Recurrence("WEEKLY", weekdays=list(WEEKEND)), i + (3 if word == "in" else 2)
    elif word in ("weekends", "weekenden"):
        found = Recurrence("WEEKLY", weekdays=list(WEEKEND)), i + 1
    elif "ordinal" in means or word in ("de", "laatste") or r.words(i, "op", "de"):
        found = _of_every_month(r, i + (word == "op"))
    elif "unit" not in means and "weekday" in means:
        found = _weekday_each(r, i)
    return _extended(r, *found) if found else None


def _numbered_adverb(r: Reading, i: int) -> Found | None:
    """ "2-wekelijks", "14-daags"."""
    j = i + 2 if r.word(i + 1) == "-" else i + 1
    said = r.at(j).means.get("adverb")
    number = int(r.at(i).means["number"])
    if said is None or said[1] != 1 or not 1 <= number <= 60:
        return None
    frequency, interval = (said[0], number) if said[0] != "DAILY" or number % 7 else ("WEEKLY", number // 7)
    return Recurrence(frequency, interval), j + 1


def weekdays_at(r: Reading, i: int, rec: Recurrence, strict: bool = False) -> int:
    """Read a list of weekdays ("maandag, woensdag en vr") into `rec`; where the list ends."""
    j = i
    while True:
        k = j
        if k > i:
            if r.word(k) == "," and r.word(k + 1) == "en":
                k += 1
            if r.word(k) not in JOIN:
                break
            k += 1
            if r.word(k) in ("op", "de", "elke", "iedere", "ook"):
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


def _every(r: Reading, i: int) -> Found | None:
    j = i + 1
    token = r.at(j)
    if r.word(i) == "alle" and not (
        "weekdays" in token.means
        or ("number" in token.means and r.word(j + 1) == "weken")  # Flemish: "alle 2 weken"
        or (token.means.get("number") == 14 and r.word(j + 1) == "dagen")
        or token.word in ("dagen", "weken", "maanden", "werkdagen", "weekenden", "ochtenden", "avonden", "weekdagen")
    ):
        return None
    interval = 1
    if token.word in ("andere", "tweede") and "unit" in r.at(j + 1).means:
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
        return _parity(r, j)
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
        "ochtenden",
        "avonden",
    ):
        name = token.means.get("part", "morning" if "ochtend" in token.word else "evening")
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


def _of_every_month(r: Reading, i: int) -> Found | None:
    """ "de eerste maandag van elke maand", "de 15e van elke maand": an "elke" further on makes it a recurrence."""
    j = i + 1 if r.word(i) == "de" else i
    if "ordinal" not in r.at(j).means and r.word(j) != "laatste":
        return None
    for k in range(j + 1, j + 7):
        if (r.word(k) in ("elke", "iedere", "elk", "ieder", "per") and r.word(k - 1) in ("van", "in")) or (
            r.word(k) == "per" and "unit" in r.at(k + 1).means
        ):
            found = _every_nth(r, j)
            return found if found and found[1] > k else None
    return None


def _alternating(r: Reading, i: int) -> Found | None:
    """ "om de dag", "om de week", "om de drie dagen", "om de andere week", "om de vrijdag"."""
    j = i + 2
    interval = 2
    token = r.at(j)
    if token.word == "andere":
        j += 1
    elif ("number" in token.means or token.word == "paar") and ("unit" in r.at(j + 1).means):
        interval, j = int(token.means.get("number", 2)), j + 1
    token = r.at(j)
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


def _parity(r: Reading, i: int) -> Found | None:
    """ "de even weken", "in oneven weken", "even weken op dinsdag"."""
    j = i
    while r.word(j) in ("in", "op", "de"):
        j += 1
    if r.word(j) not in ("even", "oneven") or r.at(j + 1).means.get("unit") != "week":
        return None
    return Recurrence("WEEKLY", 2, parity=0 if r.word(j) == "even" else 1), j + 2


def _so_many(r: Reading, i: int) -> Found | None:
    """ "(de komende) zes woensdagen": a weekday so many times."""
    count, day = int(r.at(i).means["number"]), r.at(i + 1).means
    if not 2 <= count <= 60 or r.word(i - 1) == "over" or r.word(i + 2) in ("later", "vanaf", "geleden"):
        return None
    return Recurrence("WEEKLY", weekdays=[int(day["weekdays"])], count=count, part=str(day.get("inpart", ""))), i + 2


def _plural(r: Reading, i: int) -> Found | None:
    """ "op maandagen", "zondagen", "'s maandags"."""
    j = i + 1 if "weekdays" not in r.at(i).means else i
    rec = Recurrence("WEEKLY")
    end = weekdays_at(r, j, rec)
    return (rec, end) if rec.weekdays else None


def _times_per(r: Reading, i: int) -> Found | None:
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
        and (other := _alternating(r, j))
        and other[0].frequency == "WEEKLY"
        and not other[0].weekdays
    ):
        rec.interval = other[0].interval
        return rec, other[1]
    if r.word(j) in ("in", "de", "even", "oneven", "op") and (other := _parity(r, j)):
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
        and (other := _parity(r, j + (r.word(j) == "van")))
    ):
        rec.interval, rec.parity, j = 2, other[0].parity, other[1]
    elif rec.frequency == "WEEKLY" and rec.interval == 1 and r.words(j, "om", "de"):
        other = _alternating(r, j)
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
