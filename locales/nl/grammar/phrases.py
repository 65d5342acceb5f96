"""Phrases: moments, spans, bounds, lengths and recurrences that stand together and mean one thing."""

from __future__ import annotations

import itertools
from datetime import datetime, time

from locales.nl.grammar import calendar, dates, days, daysoff
from locales.nl.grammar.clocks import clock
from locales.nl.grammar.expression import Exclusion
from locales.nl.grammar.form import ONE_DAY, Day, Length, Moment, Phrase, Reading, Recurrence, Span
from locales.nl.grammar.lengths import amount, length, made
from locales.nl.grammar.moments import moment
from locales.nl.grammar.recurrences import recurrence, weekdays_at
from locales.nl.grammar.words import COUNTED, DATA, LISTS

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SET_FOR = frozenset(DATA["for"]["nouns"])
EXCEPT = LISTS["except"]


def phrase(r: Reading, i: int) -> Phrase | None:
    """The longest phrase of time that begins at token `i`."""
    p = Phrase(i, i)
    j = i
    for _ in range(12):
        end = _extend(r, j, p)
        if end is None or end <= j:
            break
        j = end
    p.end = j
    if j == i or p.bare_number():
        return None
    return p


def _extend(r: Reading, j: int, p: Phrase) -> int | None:
    k = j + 1 if j > p.begin and r.word(j) == "," and r.at(j).kind == "mark" else j
    if r.word(k) == "." and j > p.begin and (r.at(k - 1).means.get("short") or "month" in r.at(k - 1).means):
        k += 1
    if r.at(k).kind in ("end", "stop", "junk"):
        return None
    for rule in (_recurrence, _exclusion, _opened, _bounded, _pairs, _within, _plain, _whole_or_length):
        end = rule(r, k, p)
        if end is not None:
            return end
    return None


def _recurrence(r: Reading, k: int, p: Phrase) -> int | None:
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
            p.recurrence.frequency = "WEEKLY"
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
        if r.word(n) in ("'s", "s") or "part" in r.at(n).means:
            return None
        found = clock(r, n, bare=True)
        if found:
            rec.clocks.append(found[0])
            return found[1]
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


def _exclusion(r: Reading, k: int, p: Phrase) -> int | None:
    """ "behalve in de vakantie", "maar niet op zondag", "uitgezonderd feestdagen"."""
    if p.recurrence is None or (r.word(k) not in EXCEPT and not r.words(k, "met", "uitzondering", "van")):
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
        rec.exclusions.append(Exclusion("weekdays", tuple(CODES[d] for d in listed.weekdays)))
        return end
    found = days.day(r, j + (r.word(j) == "van"), Moment())
    first = calendar.settled(found[0], r.today) if found else None
    if found is None or first is None or first.start is None or first.end is None:
        return None
    end, last, separated = found[1], first, _separator(r, found[1])
    if separated and (until := days.day(r, separated[0], Moment())):
        said = until[0]
        settled = calendar.settled(said, first.start if said.start is None and not said.year else r.today)
        if settled and settled.end and settled.end > first.start:
            last, end = settled, until[1]
    bounds = [datetime.combine(edge, time(), r.now.tzinfo) for edge in (first.start, last.end) if edge]
    rec.exclusions.append(Exclusion("dates", start=bounds[0], end=bounds[1]))
    return end


def _separator(r: Reading, j: int, between: bool = False) -> tuple[int, bool] | None:
    """What parts the two ends of a span: where it ends and whether the last end counts."""
    if r.words(j, "tot", "en", "met") or r.words(j, "tot", "&", "met"):
        return j + 3, True
    word = r.word(j)
    if word in ("t/m", "tem", "tm"):
        return j + 1, True
    if word == "tot" and r.word(j + 1) not in ("en",):
        return j + (2 if r.word(j + 1) in ("aan", "ongeveer", "uiterlijk") else 1), False
    if word == "-" and r.at(j).kind == "mark":
        return j + 1, True
    if between and word == "en":
        return j + 1, True
    if word == "a" and ("number" in r.at(j + 1).means or r.at(j + 1).kind == "clock"):
        return j + 1, True
    return None


def _opened(r: Reading, k: int, p: Phrase) -> int | None:
    """ "van 9 tot 12", "tussen 2 en 4", "vanaf volgende week tot de zomer"."""
    word = r.word(k)
    if word not in ("van", "vanaf", "tussen", "vanf"):
        return None
    between = word == "tussen"
    a = k + 1
    if (
        between
        and r.word(a) in ("de", "het")
        and "number" not in r.at(a + 1).means
        and "ordinal" not in r.at(a + 1).means
        and "shift" not in r.at(a + 1).means
    ):
        a += 1
    token = r.at(a)
    if (
        token.kind == "pair"
        and token.value[1] == "-"
        and "month" not in r.at(a + 1).means
        and _separator(r, a + 1, between) is None
    ):
        first, _, last = token.value
        if p.span is None and first <= 24 and last <= 24 and r.word(a + 1) not in COUNTED:
            p.span = Span(Moment(number=first), Moment(number=last), True, word)
            return a + 1 + (r.word(a + 1) in ("uur", "u"))
    first_found = moment(r, a, bare=True)
    if first_found is None:
        return None
    first_moment, j = first_found
    if (
        word == "van"
        and r.word(j) == "op"
        and (night := _night(r, first_moment, j + 1))
        and p.moment.empty()
        and p.span is None
    ):
        p.moment, end = night
        return end
    said = first_moment.day
    if (
        word == "van"
        and r.word(a + 1) == "op"
        and first_moment.number
        and said
        and said.month
        and said.day
        and p.moment.empty()
        and first_moment.clock is None
    ):
        p.moment = Moment(day=Day(said.year, said.month, first_moment.number), part="night")
        return j
    separated = _separator(r, j, between)
    if separated is None and r.word(j) == "uur" and first_moment.number is not None:
        separated = _separator(r, j + 1, between)
    if separated is None:
        return None
    last_found = moment(r, separated[0], bare=True)
    if last_found is None:
        return None
    last_moment, end = last_found
    if _counting(r, end, last_moment):
        return None
    new = Span(first_moment, last_moment, separated[1], word)
    if p.span is not None and not _daily(p, new):
        return None
    if p.recurrence is not None and first_moment.clock is None and first_moment.number is None:
        p.after, p.after_word, p.before, p.before_inclusive = first_moment, "vanaf", last_moment, separated[1]
        if last_moment.clock is not None and p.moment.clock is None:
            p.moment.clock, last_moment.clock = last_moment.clock, None
        return end
    p.span = new
    return end


def _night(r: Reading, first: Moment, j: int) -> tuple[Moment, int] | None:
    """ "van vrijdag op zaterdag", "van 5 op 6 maart": the night between."""
    other = Moment()
    found = days.day(r, j, other)
    if found is None or other.part or first.clock is not None or (first.day is None and first.number is None):
        return None
    last, end = found
    if first.day is None:
        if not (last.month and last.day):
            return None
        first.day = Day(last.year, last.month, first.number)
    return Moment(day=first.day, part="night"), end


def _daily(p: Phrase, hours: Span) -> bool:
    """Hours after a span of days are the hours of each of them: "maandag t/m donderdag van 9 tot 12"."""
    days_span = p.span
    if days_span is None or days_span.first is None or days_span.last is None or p.recurrence is not None:
        return False
    if (
        _has_hours(days_span)
        or days_span.first.day is None
        or days_span.last.day is None
        or hours.first is None
        or hours.first.day is not None
    ):
        return False
    p.recurrence = Recurrence("DAILY")
    p.after, p.after_word, p.before, p.before_inclusive = days_span.first, "vanaf", days_span.last, True
    p.span = None
    return True


def _counting(r: Reading, end: int, last: Moment) -> bool:
    """Whether a span of bare numbers counts things: "2 tot 3 mensen", "5 tot 10 minuten"."""
    return last.number is not None and (r.word(end) in COUNTED or r.at(end).means.get("unit") not in (None, "hour"))


BEFORE = ("voor", "tot", "uiterlijk", "voorafgaand", "tegen", "vroeger", "eerder", "t/m", "tem", "tm")


def _bounded(r: Reading, k: int, p: Phrase) -> int | None:
    """ "voor vrijdag", "tot en met 10 mei", "na 14 uur", "vanaf maandag", "niet later dan 5 uur", "op of na 18.30"."""
    word = r.word(k)
    j, side, inclusive = k, "", False
    if r.words(k, "tot", "en", "met"):
        j, side, inclusive = k + 3, "before", True
    elif word in ("t/m", "tem", "tm"):
        j, side, inclusive = k + 1, "before", True
    elif word == "tot":
        j, side = k + (2 if r.word(k + 1) in ("aan", "uiterlijk") else 1), "before"
    elif word in ("voor", "uiterlijk"):
        j, side = k + 1, "before"
        inclusive = word == "uiterlijk"
    elif (
        r.words(k, "voorafgaand", "aan")
        or r.words(k, "eerder", "dan")
        or r.words(k, "vroeger", "dan")
        or r.words(k, "ten", "laatste")
    ):
        j, side = k + 2, "before"
    elif r.words(k, "niet", "later", "dan") or r.words(k, "op", "of", "voor"):
        j, side = k + 3, "before"
        inclusive = True
    elif r.words(k, "op", "of", "na") or r.words(k, "niet", "eerder", "dan") or r.words(k, "met", "ingang", "van"):
        j, side = k + 3, "after"
    elif r.words(k, "later", "dan") or r.words(k, "ingaand", "op"):
        j, side = k + 2, "after"
    elif word in ("na", "vanaf", "sinds", "vanf") or (
        word == "per" and ("number" in r.at(k + 1).means or r.at(k + 1).kind in ("date", "pair"))
    ):
        j, side = k + 1, "after"
    if not side or (side == "before" and p.before) or (side == "after" and p.after):
        return None
    if word == "voor" and r.word(k - 1) in ("kwart", "dag", "avond", "week"):
        return None
    if word == "per" and r.at(k + 1).kind == "number" and "month" not in r.at(k + 2).means and r.word(k + 2) != "-":
        return None
    exact_hours = word in ("na", "voor") and _spelled_hours(r, j)
    if exact_hours:
        return None
    found = moment(r, j, bare=False)
    if (
        found is None
        and (r.word(j) not in ("rond", "ongeveer"))
        and (word in ("tot", "vanaf") or "inflected" in r.at(j).means)
    ):
        hour = clock(r, j, bare=True)
        if hour and (
            "inflected" in r.at(j).means
            or not p.moment.empty()
            or p.recurrence
            or p.after
            or len(r.tokens) == 2
            or r.at(hour[1]).kind in ("end", "stop")
            or "inpart" in r.at(hour[1]).means
        ):
            found = Moment(clock=hour[0], part=_inflected_part(r, j, word)), hour[1]
            more = moment(r, hour[1]) if "inpart" in r.at(hour[1]).means or r.word(hour[1]) in ("'s", "s") else None
            if more and more[0].clock is None:
                found = Moment(day=more[0].day, clock=hour[0], part=more[0].part), more[1]
    if found is None:
        return None
    inner, end = found
    if p.recurrence is not None and inner.day is not None and inner.clock is not None and p.moment.clock is None:
        p.moment.clock, inner.clock = inner.clock, None
    if inner.exact is not None and word == "voor":
        return None
    if word == "voor" and inner.clock is not None and r.word(k - 1) in SET_FOR and p.moment.empty():
        p.moment = inner
        return end
    if side == "before":
        p.before, p.before_inclusive, p.before_word = inner, inclusive, word
    else:
        separated = _separator(r, end) if word in ("vanaf", "na", "sinds") else None
        p.after, p.after_word = inner, word
        if separated and (last := moment(r, separated[0], bare=True)):
            p.before, p.before_inclusive, p.before_word, end = last[0], separated[1], "tot", last[1]
    return end


def _inflected_part(r: Reading, j: int, word: str) -> str:
    """ "na negenen" is in the evening, "na vieren" in the afternoon; "voor negenen" says neither."""
    hour = r.at(j).means.get("inflected")
    if hour is None or word != "na":
        return ""
    return "evening" if 7 <= hour <= 11 else "afternoon"


def _spelled_hours(r: Reading, j: int) -> bool:
    """ "voor 3 uren", "voor vierentwintig uur": a length after all."""
    found = clock(r, j)
    return (
        found is None
        and "number" in r.at(j).means
        and "unit" in r.at(j + 1).means
        and r.word(j + 2) not in ("vanaf", "na")
    )


def _pairs(r: Reading, k: int, p: Phrase) -> int | None:
    """Figures joined by a dash that are hours or days of a month: "9-12 uur", "19-20 november", "maandag 3-8"."""
    j = k + 1 if r.word(k) in ("op", "om", "de") and r.at(k + 1).kind == "pair" else k
    token = r.at(j)
    if token.kind != "pair" or token.value[1] != "-":
        return None
    first, _, last = token.value
    if p.span is not None and not (
        first <= 24 and last <= 24 and _daily(p, Span(Moment(number=first), Moment(number=last)))
    ):
        return None
    after = r.at(j + 1)
    if "month" in after.means and first <= 31:
        found = dates.dated(r, j, last) if last <= 31 else None
        if found is None:
            return None
        p.span = Span(Moment(number=first), Moment(day=found[0]), True, "-")
        return found[1]
    day = p.moment.day
    if day is not None and day.month and not day.day:
        p.span = Span(Moment(number=first), Moment(number=last), True, "-")
        return j + 1
    if first > 24 or last > 24 or after.word in COUNTED or after.means.get("unit") not in (None, "hour"):
        return None
    hours = after.word in ("uur", "u", "h")
    by_part = (
        after.word in ("'s", "s")
        or "part" in after.means
        or "inpart" in after.means
        or (after.word == "in" and "part" in r.at(j + 3).means)
    )
    if hours or by_part or day is not None or p.recurrence is not None or p.moment.part or r.word(k) == "om":
        p.span = Span(Moment(number=first), Moment(number=last), True, "-")
        return j + 1 + hours
    return None


def _within(r: Reading, k: int, p: Phrase) -> int | None:
    """ "binnen 5 dagen", "de komende drie weken", "komend uur", "volgende een uur", "afgelopen twee dagen"."""
    if p.within is not None or not p.moment.empty():
        return None
    j = k
    while r.word(j) in ("in", "de", "het", "gedurende", "tijdens"):
        j += 1
    word, shift = r.word(j), r.at(j).means.get("shift")
    if word in ("binnen",):
        n = j + 1
        if r.word(n) in ("de", "het"):
            n += 1
        if r.at(n).means.get("shift") in ("coming", "next"):
            n += 1
        found = length(r, n) or _one_unit(r, n)
        if found:
            p.within, p.within_from = found[0], "now"
            end = found[1]
            if (r.word(end) in ("vanaf", "na") and r.at(end + 1).means.get("day") == 0) or r.words(end, "vanaf", "nu"):
                end += 2
            return end
        return None
    if shift in ("coming", "next", "last") or word in ("eerste", "laatste"):
        unit = r.at(j + 1).means.get("unit")
        if unit in ("hour", "halfhour", "quarterhour", "minute") and shift in ("coming", "next"):
            p.within, p.within_from = made(1, str(unit)), "now"
            return j + 2
        if unit in ("day", "week", "month", "year") and r.word(j + 1) in ("dagen", "weken", "maanden", "jaren"):
            p.within, p.within_from, p.moment.about = made(3, str(unit)), "last" if shift == "last" else "next", True
            return j + 2
        found = length(r, j + 1)
        if (
            found
            and amount(r, j + 1)
            and not (word in ("eerste", "laatste") and (not found[0].whole_days or r.word(found[1]) in ("van", "in")))
        ):
            p.within = found[0]
            p.within_from = "last" if shift == "last" or word == "laatste" else "next"
            return found[1]
    return None


def _one_unit(r: Reading, n: int) -> tuple[Length, int] | None:
    unit = r.at(n).means.get("unit")
    led = r.word(n - 1) in ("de", "het") or "shift" in r.at(n - 1).means
    return (
        (made(1, str(unit)), n + 1)
        if led and unit in ("hour", "week", "month", "year", "day", "quarterhour", "halfhour")
        else None
    )


def _plain(r: Reading, k: int, p: Phrase) -> int | None:
    """A moment, or a span without an opening word: "8 tot 9", "16:00 - 17:00", "ma t/m vr", "vandaag tot morgen"."""
    found = moment(r, k, bare=p.span is None)
    if found is None:
        return None
    m, j = found
    separated = _separator(r, j)
    if (
        separated
        and p.recurrence
        and m.day is not None
        and m.clock is None
        and p.after is None
        and (until := moment(r, separated[0]))
        and until[0].day
    ):
        p.after, p.after_word, p.before, p.before_inclusive = m, "vanaf", until[0], separated[1]
        return until[1]
    if (
        separated
        and p.span is None
        and p.before is None
        and not (p.recurrence and m.clock is None and m.number is None)
    ):
        last = moment(
            r, separated[0], bare=m.clock is not None or m.number is not None or bool(m.part) or m.day is not None
        )
        if (
            last
            and not _counting(r, last[1], last[0])
            and _one_kind(m, last[0])
            and _licensed(r, p, m, last[0], last[1], k)
        ):
            p.span = Span(m, last[0], separated[1], "-" if r.word(j) == "-" else "")
            if separated[1] and m.day and last[0].day and last[0].clock and not m.clock and m.number is None:
                clock_of_each, last[0].clock = last[0].clock, None
                if _daily(p, Span(Moment(clock=clock_of_each), None)):
                    p.moment.clock = clock_of_each
            return last[1]
    if m.clock is not None and m.day is None and separated and p.span is not None:
        hours_after = moment(r, separated[0], bare=True)
        if hours_after and hours_after[0].day is None and _daily(p, Span(m, hours_after[0])):
            p.span = Span(m, hours_after[0], separated[1], "-")
            return hours_after[1]
    if m.number is not None and m.clock is None:
        if m.day is None or p.moment.day is not None:
            return None
        m.number = None
        return None if m.empty() else _merge(p, m, k, r, j)
    return _merge(p, m, k, r, j)


def _one_kind(first: Moment, last: Moment) -> bool:
    """Both ends name a day, or both an hour; a day with only an hour after it is a bound, not a span."""
    if first.day is not None and first.clock is None and first.number is None and not first.part:
        return last.day is not None
    return True


def _licensed(r: Reading, p: Phrase, first: Moment, last: Moment, end: int, begin: int) -> bool:
    """Two bare numbers are a span of hours only beside a day, a part of the day, "uur" or a month."""
    if first.number is None or last.number is None or first.day is not None or last.day is not None:
        return True
    if first.clock or last.clock or first.part or last.part:
        return True
    if (
        not p.moment.empty()
        or p.recurrence is not None
        or r.word(end) in ("uur", "u")
        or r.word(begin - 1) in ("om", "rond")
    ):
        return True
    return moment(r, end) is not None and r.at(end).kind != "mark"


def _merge(p: Phrase, m: Moment, k: int, r: Reading, j: int) -> int | None:
    """Add a moment's pieces to the phrase where they say something new; None where they repeat, so that a new phrase begins."""
    mine = p.moment
    if m.exact is not None and not mine.empty():
        return None
    if (
        (m.day and (mine.day or mine.exact))
        or (m.clock and (mine.clock or (p.span and _has_hours(p.span))))
        or (m.part and mine.part and m.part != mine.part and not _refines(mine.part, m.part))
    ):
        return None
    if (
        p.span is not None
        and m.day is not None
        and (p.span.first and p.span.first.day and p.span.last and p.span.last.day)
    ):
        return None
    if p.within is not None and m.day is not None:
        return None
    if p.length is not None and m.day is not None and p.whole == "":
        return None
    mine.day = mine.day or m.day
    mine.clock = mine.clock or m.clock
    mine.exact = mine.exact or m.exact
    mine.part = m.part or mine.part
    mine.about = mine.about or m.about
    mine.noon = m.noon
    if p.recurrence is not None and m.day is not None:
        if (
            m.day.weekday is not None
            and m.day.month is None
            and not p.recurrence.weekdays
            and m.day.start is None
            and m.day.day is None
            and p.recurrence.frequency in ("WEEKLY", "DAILY")
        ):
            p.recurrence.weekdays, p.recurrence.frequency = [m.day.weekday], "WEEKLY"
            mine.day = None
        elif r.word(k - 1) in ("in",) or m.day.grain in ("month", "season", "year") or (m.day.month and not m.day.day):
            p.after, p.after_word, p.before, p.before_inclusive = Moment(day=m.day), "vanaf", Moment(day=m.day), True
            mine.day = None
    return j


def _refines(old: str, new: str) -> bool:
    return old == new


def _has_hours(span: Span) -> bool:
    return any(end is not None and (end.clock is not None or end.number is not None) for end in (span.first, span.last))


def _whole_or_length(r: Reading, k: int, p: Phrase) -> int | None:
    """ "de hele week" and bare lengths: "anderhalf uur", "3 dagen"."""
    if p.length is not None or p.within is not None:
        return None
    j = k + 1 if r.word(k) in ("de", "het", "een", "heel") else k
    if r.word(j) in ("hele", "volle", "gehele", "volledige", "ganse", "heel") or r.word(k) == "heel":
        n = j + 1 if r.word(j) in ("hele", "volle", "gehele", "volledige", "ganse", "heel") else j
        if r.word(n) in ("de", "het"):
            n += 1
        unit = r.at(n).means.get("unit")
        if unit in ("day", "week", "month", "year", "weekend", "quarter") and r.word(n) in (
            "dag",
            "week",
            "maand",
            "jaar",
            "weekend",
            "kwartaal",
        ):
            p.length, p.whole = made(1, str(unit)), str(unit)
            return n + 1
        if r.at(n).means.get("part") and p.moment.part == "" and p.moment.day is not None:
            p.moment.part = str(r.at(n).means["part"])
            return n + 1
    if (
        not p.moment.empty()
        and (p.moment.clock is None or r.word(k) not in ("gedurende", "van", ","))
        and r.word(k - 1) != ","
    ):
        pass
    if p.span is not None or p.before is not None or p.after is not None:
        return None
    n = k + 1 if r.word(k) in ("gedurende", "ongeveer", "circa", "zo'n") else k
    found = length(r, n)
    if found is None or r.word(n) in ("halve",):
        return None
    if (
        r.at(n).means.get("number") is not None
        and found[0].grain == "year"
        and (
            r.word(found[1]) in ("oud", "jong", "geworden", "getrouwd")
            or r.word(n - 1) in ("is", "wordt", "werd", "van", "was", "ben", "word")
        )
    ):
        return None
    if not p.moment.empty() or p.recurrence is not None:
        if found[0].grain not in ("hour", "minute"):
            return None
        p.length = found[0]
        return found[1]
    p.length = found[0]
    return found[1]


def day_list(r: Reading, i: int) -> list[Phrase] | None:
    """ "5, 12 en 19 maart": a phrase for each of them."""
    numbers, j = [i], i + 1
    while r.word(j) in (",", "en", "&", "of") and dates.number_at(r, j + 1, 1, 31) is not None and len(numbers) < 12:
        numbers.append(j + 1)
        j += 2
    last = numbers[-1]
    if len(numbers) < 2 or "month" not in r.at(last + 1).means:
        return None
    if r.word(i - 1) in ("tussen", "om", "van"):
        return None
    final = phrase(r, last)
    if final is None or final.moment.day is None or not final.moment.day.day:
        return None
    said = final.moment.day
    firsts = [
        Phrase(k, k + 1, Moment(day=Day(said.year, said.month, int(dates.number_at(r, k, 1, 31) or 1))))
        for k in numbers[:-1]
    ]
    return [*firsts, final]


def gathered(phrases: list[Phrase]) -> list[Phrase] | None:
    """One phrase out of several where one names the day or the recurrence, one the hours, one the length; None where that is not so."""
    dated = [p for p in phrases if _names_day(p) and not _names_hours(p)]
    timed = [p for p in phrases if _names_hours(p) and not _names_day(p)]
    lasting = [p for p in phrases if p.length is not None and not p.whole and p.moment.empty() and p.recurrence is None]
    whole = [p for p in phrases if _names_day(p) and _names_hours(p)]
    mains = dated or whole or timed
    if len(mains) != 1 or len(dated) + len(whole) > 1 or len(timed) > 1 or len(lasting) > 1:
        return None
    if len(dated) + len(timed) + len(lasting) + len(whole) != len(phrases) or (whole and timed):
        return None
    main = mains[0]
    if timed and main is not timed[0]:
        hours = timed[0]
        main.moment.clock, main.moment.about = hours.moment.clock, hours.moment.about
        main.moment.part = hours.moment.part or main.moment.part
        main.moment.nightly = hours.moment.nightly
        if main.span is None:
            main.span = hours.span
        main.before, main.before_inclusive = (
            main.before or hours.before,
            main.before_inclusive or hours.before_inclusive,
        )
        main.after = main.after or hours.after
        main.length = main.length or hours.length
    if lasting:
        main.length = lasting[0].length
    return [main]


def _names_day(p: Phrase) -> bool:
    ends = (p.span.first, p.span.last) if p.span else ()
    return (
        p.recurrence is not None
        or p.moment.day is not None
        or p.moment.exact is not None
        or p.within is not None
        or bool(p.whole)
        or any(m is not None and m.day is not None for m in (*ends, p.before, p.after))
    )


def _names_hours(p: Phrase) -> bool:
    bounds = [m for m in (p.before, p.after) if m is not None]
    clocks = p.moment.clock is not None or p.moment.exact is not None or any(m.clock is not None for m in bounds)
    return (
        clocks
        or (p.span is not None and _has_hours(p.span))
        or bool(p.moment.part and p.moment.day is None and p.recurrence is None)
    )


def lists(r: Reading, phrases: list[Phrase]) -> None:
    """ "dinsdag en donderdag om 10 uur": what one phrase of a list leaves out, its neighbour says."""
    for left, right in reversed(list(itertools.pairwise(phrases))):
        gap = [r.word(n) for n in range(left.end, right.begin)]
        if (
            left.recurrence
            or right.recurrence
            or not gap
            or any(w not in ("en", ",", "of", "&", "+", "/", "op") for w in gap)
        ):
            continue
        a, b = left.moment, right.moment
        if a.day and b.day and a.day.day and not a.day.month and b.day.month and b.day.day and a.day.start is None:
            a.day.month, a.day.year = b.day.month, b.day.year  # "zaterdag 8 en zondag 9 maart"
        elif a.day and a.day.start and b.day and b.day.weekday is not None and b.day.start is None and not b.day.day:
            ahead = (b.day.weekday - a.day.start.weekday() - 1) % 7 + 1
            b.day = calendar.single(a.day.start + ahead * ONE_DAY)  # "volgende week zaterdag en zondag"
        plain = (
            left.span is None
            and left.before is None
            and left.after is None
            and left.length is None
            and left.within is None
        )
        if a.day and b.day and plain and a.clock is None and not a.part and (b.clock or right.span or b.part):
            a.clock, a.part, left.span = (
                b.clock,
                b.part,
                right.span
                if right.span and _has_hours(right.span) and not (right.span.first and right.span.first.day)
                else None,
            )
            if left.span is None and right.span is not None:
                a.clock = None
        elif a.day and a.clock and b.clock and b.day is None and right.span is None and b.exact is None:
            b.day = a.day if a.day.start else Day(a.day.year, a.day.month, a.day.day, a.day.weekday)


__all__ = ["Phrase", "lists", "phrase"]
