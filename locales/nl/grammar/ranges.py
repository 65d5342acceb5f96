"""Inside a phrase: from - until, in all its forms."""

from __future__ import annotations

from locales.nl.grammar import calendar, days
from locales.nl.grammar.dates import number_at
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Phrase, Reading, Span
from locales.nl.grammar.merging import merge
from locales.nl.grammar.moments import HOUR_LEADS, moment
from locales.nl.grammar.rows import (
    bare_weekday,
    bounds_after_hours,
    daily,
    each_day_at,
    each_part,
    each_week,
    row_of_days,
)
from locales.nl.grammar.words import COUNTED, LISTS


def separator(r: Reading, j: int, between: bool = False) -> tuple[int, bool] | None:
    """What parts the two ends of a span: where it ends and whether the last end counts."""
    if r.words(j, "tot", "en", "met") or r.words(j, "tot", "&", "met"):
        return j + 3, True
    word = r.word(j)
    if word in ("t/m", "tem", "tm"):
        return j + 1, True
    if word == "tot" and r.word(j + 1) not in ("en",):
        return j + (2 if r.word(j + 1) in ("aan", "uiterlijk", *LISTS["about"]) else 1), False
    if word == "-" and r.at(j).kind == "mark":
        return j + 1, True
    if between and word == "en":
        return j + 1, True
    if word == "a" and ("number" in r.at(j + 1).means or r.at(j + 1).kind == "clock"):
        return j + 1, True
    return None


def opened(r: Reading, k: int, p: Phrase) -> int | None:
    """ "van 9 tot 12", "tussen 2 en 4", "vanaf volgende week tot de zomer"."""
    word = r.word(k)
    if word not in ("van", "vanaf", "tussen"):
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
        and separator(r, a + 1, between) is None
    ):
        first, _, last = token.value
        if word == "vanaf" and p.moment.empty() and last <= 12 and r.word(a + 1) not in ("uur", "u"):
            return None  # "vanaf 3-12" is from a date on
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
    separated = separator(r, j, between)
    if separated is None and r.word(j) == "uur" and first_moment.number is not None:
        separated = separator(r, j + 1, between)
    if separated is None:
        return None
    row = p.span is not None and p.span.first is not None and p.span.first.day is not None
    dated = p.moment.day is not None or first_moment.day is not None or p.recurrence is not None or row
    last_found = _weeks(r, first_moment, separated[0]) or moment(r, separated[0], bare=True, dated=dated)
    if last_found is None:
        return None
    last_moment, end = _without_hours(r, separated[0], *last_found)
    _number_as_day(r, separated[0], first_moment, last_moment)
    end = _next_day(r, end, last_moment)
    if _counting(r, end, last_moment):
        return None
    day = last_moment.day
    if p.recurrence is not None and first_moment.number is not None and day is not None and day.month and day.day:
        first_moment.day, first_moment.number = Day(day.year, day.month, first_moment.number), None
    new = Span(first_moment, last_moment, separated[1], word)
    if p.recurrence is not None and bounds_after_hours(p, new):
        return end
    if p.span is not None and not daily(p, new):
        return None
    _same_week(r, first_moment, last_moment, end)
    if p.recurrence is not None and word == "van" and each_week(p, first_moment, last_moment):
        return end
    if p.recurrence is not None and first_moment.clock is None and first_moment.number is None:
        p.after, p.after_word, p.before, p.before_inclusive = first_moment, "vanaf", last_moment, separated[1]
        if last_moment.clock is not None and p.moment.clock is None:
            p.moment.clock, last_moment.clock = last_moment.clock, None
        return end
    if not each_part(p, new) and not each_day_at(p, new):
        p.span = new
    return end


def _number_as_day(r: Reading, j: int, first: Moment, last: Moment) -> None:
    """The 3 of "3 t/m 8 maart om 10 uur" is a day too; that of "van 5 tot 18:00 op 22 april" is an hour."""
    day, number = last.day, first.number
    if number is None or first.day is not None or first.clock is not None or day is None or last.clock is None:
        return
    if day.month and day.day and "month" in r.at(j + 1).means and 0 < number < day.day:
        first.day, first.number = Day(day.year, day.month, number), None


def _next_day(r: Reading, j: int, last: Moment) -> int:
    """The end of "tot zeven uur de andere morgen", which says what the night says already."""
    k = j + (r.word(j) == "de")
    if last.clock is None or last.day is not None or r.word(k) not in ("andere", "volgende") or not k > j:
        return j
    if r.word(k + 1) not in ("dag", "ochtend", "morgen"):
        return j
    if r.word(k + 1) != "dag" and not last.part:
        last.part = "morning"
    return k + 2


def _without_hours(r: Reading, j: int, last: Moment, end: int) -> tuple[Moment, int]:
    """The end of "van ma tot vr 8u30-12u": what follows the day are hours of their own."""
    row = separator(r, end)
    hours = last.number is not None or last.clock is not None
    between = row is not None and "weekday" in r.at(end - 1).means and "weekday" in r.at(row[0]).means
    if hours and between and bare_weekday(last.day):
        last.day = None
        return last, end - 1  # "van 9 tot 12 ma t/m vr"
    if last.day is None or last.clock is None or r.word(end) != "-":
        return last, end
    alone = Moment()
    found = days.day(r, j, alone)
    return (Moment(day=found[0], part=alone.part), found[1]) if found is not None else (last, end)


def _same_week(r: Reading, first: Moment, last: Moment, end: int) -> None:
    """ "van woensdag tot vrijdag volgende week": both are of that week."""
    begin, finish = first.day, last.day
    named = r.at(end - 1).means.get("unit") == "week" and "shift" in r.at(end - 2).means
    if not named or begin is None or begin.weekday is None or begin.day or begin.start or finish is None:
        return
    if finish.start is not None and finish.start.weekday() >= begin.weekday:
        first.day = calendar.single(finish.start - (finish.start.weekday() - begin.weekday) * ONE_DAY)
        finish.weekday = finish.start.weekday()  # as of any weekday, it counts


def _weeks(r: Reading, first: Moment, j: int) -> tuple[Moment, int] | None:
    """The 8 of "week 6 tot en met 8"."""
    number = number_at(r, j, 1, 53)
    if number is None or first.day is None or first.day.grain != "week" or "unit" in r.at(j + 1).means:
        return None
    found = calendar.iso_week(number, None, r.today)
    alone = "month" not in r.at(j + 1).means and first.clock is None and not first.part
    return (Moment(day=found), j + 1) if found and alone else None


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


def _counting(r: Reading, end: int, last: Moment) -> bool:
    """Whether a span of bare numbers counts things: "2 tot 3 mensen", "5 tot 10 minuten"."""
    return last.number is not None and (r.word(end) in COUNTED or r.at(end).means.get("unit") not in (None, "hour"))


def plain(r: Reading, k: int, p: Phrase) -> int | None:
    """A moment, or a span without an opening word: "8 tot 9", "16:00 - 17:00", "ma t/m vr", "vandaag tot morgen"."""
    if p.recurrence is not None and r.word(k) == "van" and "month" in r.at(k + 1).means and p.after is None:
        of = moment(r, k + 1)
        if of is not None and of[0].day is not None and of[0].day.day is None and p.before is None:
            p.after, p.after_word, p.before, p.before_inclusive = (
                Moment(day=of[0].day),
                "vanaf",
                Moment(day=of[0].day),
                True,
            )
            p.moment.clock = p.moment.clock or of[0].clock
            return of[1]  # "alle zaterdagen van juli"
    found = moment(r, k, bare=p.span is None)
    if found is None:
        return None
    m, j = found
    separated = separator(r, j)
    if separated and r.word(k - 1) == "," and bare_weekday(m.day) and bare_weekday(p.moment.day) and k > p.begin:
        return None  # "wo, do-vr": a day, and then a row of days
    if r.word(j) == "a" and m.number is not None and m.day is None and p.moment.empty() and _hours_counted(r, j, k):
        return None  # "twee à drie uur"
    if separated and p.span is None and (weeks := _weeks(r, m, separated[0])):
        p.span = Span(m, weeks[0], separated[1])
        return weeks[1]
    if (
        separated
        and p.recurrence
        and m.day is not None
        and m.clock is None
        and p.after is None
        and (until := moment(r, separated[0]))
        and until[0].day
    ):
        p.moment.part, m.part = p.moment.part or m.part, ""  # "... in de middag van 4 december t/m 22 januari"
        p.after, p.after_word, p.before, p.before_inclusive = m, "vanaf", until[0], separated[1]
        return until[1]
    if (
        separated
        and p.recurrence
        and m.clock is not None
        and m.day is None
        and p.before is None
        and (until := moment(r, separated[0]))
        and until[0].day is not None
        and until[0].clock is None
        and merge(p, m, k, r, j) is not None
    ):
        p.before, p.before_inclusive = until[0], separated[1]  # "elke dag om 20:00 t/m zaterdag"
        return until[1]
    if (
        separated
        and p.span is None
        and p.before is None
        and not (p.recurrence and m.clock is None and m.number is None)
    ):
        last = moment(
            r,
            separated[0],
            bare=m.clock is not None or m.number is not None or bool(m.part) or m.day is not None,
            dated=p.moment.day is not None or p.recurrence is not None or (m.day is not None and m.clock is not None),
        )
        last = _without_hours(r, separated[0], *last) if last else None
        if last:
            _number_as_day(r, separated[0], m, last[0])
        if (
            last
            and not _counting(r, last[1], last[0])
            and _one_kind(m, last[0])
            and _licensed(r, p, m, last[0], last[1], k)
        ):
            if m.clock is not None and m.day is not None and "weekday" in r.at(j - 1).means and last[0].clock is None:
                p.moment.clock, p.moment.about, m.clock = m.clock, m.about, None  # "om 9 uur ma t/m vr"
            p.span = Span(m, last[0], separated[1], "-" if r.word(j) == "-" else "")
            if each_day_at(p, p.span):
                p.span = None
                return last[1]
            if each_part(p, p.span):
                p.span = None
                return last[1]
            if separated[1] and m.day and last[0].day and last[0].clock and not m.clock and m.number is None:
                clock_of_each, last[0].clock = last[0].clock, None
                if daily(p, Span(Moment(clock=clock_of_each), None)):
                    p.moment.clock = clock_of_each
            return last[1]
    if separated and p.span is not None and p.recurrence is None and bare_weekday(m.day) and m.clock is None:
        row = moment(r, separated[0])
        if row and separated[1] and row[0].clock is None and row_of_days(p, Span(m, row[0], True)):
            return row[1]
    if m.clock is not None and m.day is None and separated and p.span is not None:
        hours_after = moment(r, separated[0], bare=True)
        if hours_after and hours_after[0].day is None and daily(p, Span(m, hours_after[0])):
            p.span = Span(m, hours_after[0], separated[1], "-")
            return hours_after[1]
    if m.number is not None and m.clock is not None and m.day is None:
        return None  # "bus 14 om 10.15": the number is not of the time
    if m.number is not None and m.clock is None:
        if m.day is None or p.moment.day is not None:
            return None
        m.number = None
        return None if m.empty() else merge(p, m, k, r, j)
    return merge(p, m, k, r, j)


def _hours_counted(r: Reading, j: int, k: int) -> bool:
    """Whether "N a M uur" is how long: nothing before it says that it is a time on the clock."""
    return "number" in r.at(j + 1).means and r.word(j + 2) in ("uur", "uren") and r.word(k - 1) not in HOUR_LEADS


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
