"""Inside a phrase: how often, its further clock times, and what it leaves out."""

from __future__ import annotations

from datetime import datetime, time

from locales.nl.grammar import calendar, dates, days, daysoff, hours, phrases, ranges
from locales.nl.grammar.expression import Exclusion
from locales.nl.grammar.form import Clock, Moment, Phrase, Reading, Recurrence
from locales.nl.grammar.lengths import length
from locales.nl.grammar.moments import moment
from locales.nl.grammar.recurrences import recurrence, weekdays_at


def repeat(r: Reading, k: int, p: Phrase) -> int | None:
    if p.recurrence is not None:
        return _more_clocks(r, k, p)
    if p.span is not None and p.span.first and p.span.first.day and "every" not in r.at(k).means:
        return None
    if p.moment.day is not None and not ("every" in r.at(k).means or "adverb" in r.at(k).means):
        return None
    found = recurrence(r, k)
    if found is None:
        return None
    p.recurrence = found[0]
    if p.moment.day is not None:
        day = p.moment.day
        if (
            day.weekday is not None
            and day.month is None
            and day.day is None
            and p.recurrence.frequency in ("WEEKLY", "DAILY")
        ):
            p.recurrence.weekdays = p.recurrence.weekdays or [day.weekday]
            p.recurrence.by_weeks()
            p.moment.day = None
    return found[1]


def _more_clocks(r: Reading, k: int, p: Phrase) -> int | None:
    """ "om 8, 12.30 en 18 uur": the further clock times of a recurrence; and its number of times."""
    rec = p.recurrence
    assert rec is not None
    if p.moment.clock is not None and (r.word(k) in ("en", "&", "+", ",") or r.word(k - 1) == ","):
        n = k + 1 if r.word(k) in ("en", "&", "+", ",") else k
        if r.word(n) in ("om", "en"):
            n += 1
        further = moment(r, n, bare=True)
        if further and further[0].day is None:
            return _another_clock(p, rec, further[0], further[1])
    if "number" in r.at(k).means and r.word(k + 1) in ("keer", "maal", "x") and r.word(k + 2) not in ("per", "in"):
        rec.count = int(r.at(k).means["number"]) or None
        return k + 2
    if (
        "number" in r.at(k).means
        and "unit" in r.at(k + 1).means
        and r.word(k + 2) == "lang"
        and (found_length := length(r, k))
    ):
        p.within, p.within_from = found_length[0], "now"
        return found_length[1] + 1
    if (
        r.word(k) in ("voor", "gedurende")
        and (r.at(k + 2).means.get("unit") in ("week", "month", "year"))
        and (found_length := length(r, k + 1))
    ):
        p.within, p.within_from = found_length[0], "now"
        return found_length[1]
    other = (
        recurrence(r, k)
        if "number" not in r.at(k).means
        and ("every" in r.at(k).means or r.word(k) in ("even", "oneven", "in", "de", "om", "doordeweeks", "'s", "op"))
        else None
    )
    if other and other[0].parity is not None and rec.frequency in ("WEEKLY", "DAILY"):
        rec.interval, rec.parity, rec.frequency = 2, other[0].parity, "WEEKLY"
        return other[1]
    if other and other[0].part and not other[0].weekdays and other[0].frequency == "DAILY":
        p.moment.part = other[0].part
        return other[1]
    if (
        other
        and other[0].frequency == "WEEKLY"
        and other[0].weekdays
        and (rec.frequency == "DAILY" or not rec.weekdays)
    ):
        rec.frequency, rec.weekdays = "WEEKLY", other[0].weekdays
        rec.interval = max(rec.interval, other[0].interval)
        return other[1]
    return None


def _another_clock(p: Phrase, rec: Recurrence, more: Moment, end: int) -> int | None:
    """A further clock time; where it has a part of the day of its own, the first keeps its own too."""
    if more.number is not None and more.clock is None and more.number <= 24:
        more.clock = Clock(more.number, 0, more.number > 12)
    if more.clock is None or p.moment.clock is None:
        return None
    if more.part:
        own = p.moment.part or rec.part
        if own:
            p.moment.clock, p.moment.part, rec.part = hours.fixed(p.moment.clock, own), "", ""
        more.clock = hours.fixed(more.clock, more.part)
    rec.clocks.append(more.clock)
    return end


def exclusion(r: Reading, k: int, p: Phrase) -> int | None:
    """ "behalve in de vakantie", "maar niet op zondag", "uitgezonderd feestdagen"."""
    if p.recurrence is None or (r.word(k) not in phrases.EXCEPT and not r.words(k, "met", "uitzondering", "van")):
        return None
    j = k + 3 if r.word(k) == "met" else k + 1
    if r.word(k) == "maar" and r.word(j) != "niet":
        return None
    while r.word(j) in ("niet", "in", "op", "tijdens", "de", "met", "gedurende", "het", "alle", "als"):
        j += 1
    rec = p.recurrence
    if r.word(j) in daysoff.SCHOOL or r.words(j, "grote", "vakantie"):
        name = daysoff.SCHOOL.get(r.word(j), "summer")
        rec.exclusions.append(Exclusion("school_holidays", name=name))
        return j + (2 if r.word(j) == "grote" else 1)
    if r.word(j) in ("feestdagen", "feestdag", "vrije") or r.words(j, "officiele", "feestdagen"):
        rec.exclusions.append(Exclusion("public_holidays"))
        return j + (2 if r.word(j) in ("vrije", "officiele") else 1)
    if r.at(j).means.get("unit") == "weekend" or r.word(j) == "weekenden":
        rec.exclusions.append(Exclusion("weekdays", ("SA", "SU")))
        return j + 1
    listed = Recurrence("WEEKLY")
    end = weekdays_at(r, j, listed)
    if listed.weekdays and not dates.number_at(r, end, 1, 31):
        rec.exclusions.append(Exclusion("weekdays", tuple(phrases.CODES[d] for d in listed.weekdays)))
        return end
    found = days.day(r, j + (r.word(j) == "van"), Moment())
    first = calendar.settled(found[0], r.today) if found else None
    if found is None or first is None or first.start is None or first.end is None:
        return None
    end, last, separated = found[1], first, ranges.separator(r, found[1])
    if separated and (until := days.day(r, separated[0], Moment())):
        said = until[0]
        settled = calendar.settled(said, first.start if said.start is None and not said.year else r.today)
        if settled and settled.end and settled.end > first.start:
            last, end = settled, until[1]
    bounds = [datetime.combine(edge, time(), r.now.tzinfo) for edge in (first.start, last.end) if edge]
    rec.exclusions.append(Exclusion("dates", start=bounds[0], end=bounds[1]))
    return end
