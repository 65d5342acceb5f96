"""What a recurrence leaves out: "behalve in de vakantie", "maar niet op zondag", "met Pasen niet"."""

from __future__ import annotations

from locales.nl.grammar import daylists, days, daysoff, phrases, resolve, rows
from locales.nl.grammar.dates import number_at
from locales.nl.grammar.expression import CODES, Exclusion
from locales.nl.grammar.form import ONE_DAY, Moment, Phrase, Reading, Recurrence
from locales.nl.grammar.named import weekdays_at
from locales.nl.grammar.words import LISTS

EXCEPT = LISTS["except"]
LEADS = EXCEPT | {"met"}
FIRST = EXCEPT - {"niet", "zonder", "maar", "tenzij"}  # what may open a series that it is left out of
BEFORE = LISTS["except_before"]
FEASTS = LISTS["feast_days"]
OFFICIAL = ("vrije", "officiele", "nationale", "christelijke", "erkende")


def exclusion(r: Reading, k: int, p: Phrase) -> int | None:
    """Read what stands after "behalve" and its like at `k` into the recurrence of `p`; where it ends."""
    if r.excluding or (p.recurrence is None and not _several_days(p)) or (j := _led(r, k)) is None:
        return None
    if (listed := _listed(r, j)) is not None:
        p.exclusions.extend(listed[0])
        return listed[1]
    end, found = j, 0
    timed = p.moment.clock is not None or (p.span is not None and rows.has_hours(p.span))
    while (one := _one(r, j, timed)) is not None:
        p.exclusions.append(one[0])
        end, found = one[1], found + 1
        if r.word(end) not in ("en", ",", "of", "&"):
            break
        j = end + 1 + (r.word(end) == "," and r.word(end + 1) == "en")
        if j == end + 1 and r.word(end) == "," and _led(r, j) is None and r.word(j) not in BEFORE:
            break
    return end if found else None


def refused(r: Reading, k: int, p: Phrase) -> int | None:
    """ "(elke dag om 9 uur,) zondag niet": days that only what stands after them leaves out."""
    while r.word(k) in (",", "en", "maar", "in", "op", "het", "de", "met"):
        k += 1
    if p.recurrence is None or r.excluding or (found := _one(r, k)) is None:
        return None
    said, end = found
    closed = r.at(end + 1).kind in ("end", "stop", "mark") or r.word(end + 1) in ("en", "maar", "want", "dan")
    if r.word(end) != "niet" or not closed or said.kind != "weekdays":
        return None
    p.exclusions.append(said)
    return end + 1


def _listed(r: Reading, j: int) -> tuple[list[Exclusion], int] | None:
    """ "23 en 30 december": days that share what is said once."""
    while r.word(j) in BEFORE:
        j += 1
    several = daylists.day_list(r, j) if "number" in r.at(j).means or "ordinal" in r.at(j).means else None
    found = [resolve.resolved(r, day, (0, 1)) for day in several or ()]
    left = [Exclusion("dates", start=day.start, end=day.end) for day in found if day is not None]
    return (left, several[-1].end) if several and len(left) == len(several) else None


def _several_days(p: Phrase) -> bool:
    """Whether a phrase names days of which some may be left out: "volgende week behalve woensdag"."""
    ends = (p.span.first, p.span.last) if p.span else ()
    if ends:
        last = p.span.last if p.span else None
        return last is not None and last.day is not None and all(end is None or end.clock is None for end in ends)
    day = p.moment.day
    long = day is not None and day.start is not None and day.end is not None and day.end - day.start > ONE_DAY
    return (long or bool(p.whole) or p.within is not None) and p.moment.clock is None


def _led(r: Reading, k: int) -> int | None:
    """Where it begins what is left out, after the words that say so."""
    if r.words(k, "met", "uitzondering", "van"):
        return k + 3
    word = r.word(k)
    if word not in EXCEPT or (word == "maar" and r.word(k + 1) != "niet"):
        return None
    return k + 1


def elsewhere(r: Reading, k: int, p: Phrase) -> int | None:
    """The same where other words stand between: "elke zondag koffie, behalve met Kerst". A bare "niet" needs a comma
    or "maar" before it."""
    if r.word(k) == "niet" and r.word(k - 1) not in (",", "maar", "alleen", "-", "("):
        return None
    return exclusion(r, k, p)


def left_out(r: Reading, j: int) -> Exclusion | None:
    """The days named at `j`, as what a series leaves out."""
    found = _one(r, j)
    return found[0] if found else None


def _one(r: Reading, j: int, timed: bool = True) -> tuple[Exclusion, int] | None:
    """What is left out at `j`, and where it ends; `timed`: the hours of the series were said before it."""
    begin = j
    while r.word(j) in BEFORE:
        j += 1
    if r.word(j) in daysoff.SCHOOL or r.words(j, "grote", "vakantie"):
        name = daysoff.SCHOOL.get(r.word(j), "summer")
        return Exclusion("school_holidays", name=name), j + (2 if r.word(j) == "grote" else 1)
    if r.word(j) in FEASTS:
        return Exclusion("public_holidays"), j + 1
    if r.word(j) in OFFICIAL and r.word(j + 1) in (*FEASTS, "dagen"):
        return Exclusion("public_holidays"), j + 2
    if r.at(j).means.get("unit") == "weekend" and r.word(j - 1) != "van" and r.word(j + 1) != "van":
        return Exclusion("weekdays", ("SA", "SU")), j + 1
    listed = Recurrence("WEEKLY")
    end = weekdays_at(r, j, listed)
    dated = number_at(r, end, 1, 31) or (r.word(end) == "de" and number_at(r, end + 1, 1, 31))  # "zondag de 5e"
    if listed.weekdays and not dated and r.word(end) not in ("voor", "na"):
        return Exclusion("weekdays", tuple(CODES[d] for d in listed.weekdays)), end
    if r.word(j) in daysoff.FIRST_WORDS and (feast := daysoff.named_at(r, j)) and not _year(r, feast[1]):
        return Exclusion("feast", name=daysoff.BOTH_DAYS.get(feast[0], feast[0])), feast[1]
    if not timed and "month" in r.at(j).means and (month := _month_before_hours(r, j)):
        return month
    return _days(r, begin) or (_days(r, j) if j != begin else None)


def _month_before_hours(r: Reading, j: int) -> tuple[Exclusion, int] | None:
    """ "(elke maandag maar niet in) juli van 9 tot 12": the hours are of the series, and no days of July."""
    found = days.day(r, j, Moment())
    begin = found[1] + (r.word(found[1]) == ",") if found is not None else j
    if found is None or found[0].day is not None or r.word(begin) not in ("van", "tussen"):
        return None
    said = phrases.phrase(r, begin)
    plain = said is not None and said.span is not None and rows.has_hours(said.span) and said.moment.day is None
    left = resolve.resolved(r, Phrase(j, found[1], Moment(day=found[0])), (0, 1)) if plain else None
    return (Exclusion("dates", start=left.start, end=left.end), found[1]) if left is not None else None


def _year(r: Reading, j: int) -> bool:
    return r.at(j).kind == "number" and len(r.word(j)) == 4


def _days(r: Reading, j: int) -> tuple[Exclusion, int] | None:
    """Days by any phrase that names them, without hours: "de eerste week van mei", "van 1 tot 14 juli"."""
    if r.excluding:
        return None
    r.excluding = True
    said = phrases.phrase(r, j)
    r.excluding = False
    if said is None or said.recurrence is not None:
        return None
    found = resolve.resolved(r, said, (0, 1))
    end = said.end
    if found is not None and (found.has_clock or found.part):  # "niet in juli om 9 uur": the hour is of the series
        day = days.day(r, j, Moment()) or (days.day(r, j + 1, Moment()) if r.word(j) in BEFORE else None)
        if day is None:
            return None
        end = day[1]
        found = resolve.resolved(r, Phrase(j, end, Moment(day=day[0])), (0, 1))
    if found is None or found.start is None or found.end is None or found.has_clock or found.part:
        return None
    return Exclusion("dates", start=found.start, end=found.end), end
