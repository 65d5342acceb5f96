"""Inside a phrase: from - until, in all its forms."""

from __future__ import annotations

from locales.nl.grammar import calendar, dates, days
from locales.nl.grammar.dates import number_at
from locales.nl.grammar.form import ONE_DAY, Day, Moment, Phrase, Reading, Recurrence, Span
from locales.nl.grammar.moments import HOUR_LEADS, moment
from locales.nl.grammar.tokens import exists
from locales.nl.grammar.words import COUNTED


def separator(r: Reading, j: int, between: bool = False) -> tuple[int, bool] | None:
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
    dated = p.moment.day is not None or first_moment.day is not None or p.recurrence is not None
    last_found = _weeks(r, first_moment, separated[0]) or moment(r, separated[0], bare=True, dated=dated)
    if last_found is None:
        return None
    last_moment, end = last_found
    if _counting(r, end, last_moment):
        return None
    new = Span(first_moment, last_moment, separated[1], word)
    if p.span is not None and not _daily(p, new):
        return None
    _same_week(r, first_moment, last_moment, end)
    if p.recurrence is not None and word == "van" and _each_week(p, first_moment, last_moment):
        return end
    if p.recurrence is not None and first_moment.clock is None and first_moment.number is None:
        p.after, p.after_word, p.before, p.before_inclusive = first_moment, "vanaf", last_moment, separated[1]
        if last_moment.clock is not None and p.moment.clock is None:
            p.moment.clock, last_moment.clock = last_moment.clock, None
        return end
    if not _each_part(p, new) and not each_day_at(p, new):
        p.span = new
    return end


def _each_week(p: Phrase, first: Moment, last: Moment) -> bool:
    """ "elke week van maandag tot vrijdag", "elke dag van maandag t/m vrijdag om 9 uur": these days of every week."""
    rec = p.recurrence
    if rec is None:
        return False
    begin, end = (m.day.weekday if m.day and not m.day.day and m.day.start is None else None for m in (first, last))
    alone = (first.clock, first.part, first.number, last.part, last.number) == (None, "", None, "", None)
    daily = rec.frequency == "DAILY" and rec.interval == 1
    if begin is None or end is None or not alone or not (daily or rec.frequency == "WEEKLY") or rec.weekdays:
        return False
    if last.clock is not None:
        if p.moment.clock is not None:
            return False
        p.moment.clock, p.moment.about = last.clock, last.about
    rec.by_weeks()
    rec.weekdays = [(begin + ahead) % 7 for ahead in range((end - begin) % 7 + 1)]
    return True


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


def _each_part(p: Phrase, said: Span) -> bool:
    """ "van dinsdag t/m donderdag 's ochtends": a part of each of these days."""
    first, last = said.first, said.last
    if first is None or last is None or not said.inclusive or not last.part or not last.nightly:
        return False
    if p.recurrence is not None or first.day is None or last.day is None or first.part or first.clock or last.clock:
        return False
    p.recurrence = Recurrence("DAILY", part=last.part)
    last.part = ""
    p.after, p.after_word, p.before, p.before_inclusive = first, "vanaf", last, True
    return True


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
    if days_span is None or days_span.first is None or days_span.last is None:
        return False
    if p.recurrence is not None and (p.after or p.before or p.moment.clock):
        return False
    if p.recurrence is None and (p.after or p.before):  # "vanaf 1 juli ma t/m vr om 9 uur"
        if hours.first is None or hours.first.day is not None or not _weekdays_of(days_span):
            return False
        p.recurrence, p.span = Recurrence("WEEKLY", weekdays=_weekdays_of(days_span)), None
        return True
    last = days_span.last.day
    if days_span.first.number is not None and days_span.first.day is None and last is not None and last.day:
        numbered = Day(last.year, last.month, days_span.first.number)
        days_span.first.day, days_span.first.number = numbered, None  # the 10 of "10 t/m 14 maart"
    if (
        has_hours(days_span)
        or days_span.first.day is None
        or days_span.last.day is None
        or hours.first is None
        or hours.first.day is not None
    ):
        return False
    inclusive = p.recurrence is None or days_span.inclusive
    p.recurrence = p.recurrence or Recurrence("DAILY")
    p.after, p.after_word, p.before, p.before_inclusive = days_span.first, "vanaf", days_span.last, inclusive
    p.span = None
    return True


def each_day_at(p: Phrase, days_span: Span) -> bool:
    """ "om 9 uur maandag t/m vrijdag": at that hour on each of these days."""
    first, last = days_span.first, days_span.last
    if p.moment.clock is None or p.moment.day is not None or p.recurrence is not None or not days_span.inclusive:
        return False
    if first is None or last is None or first.day is None or last.day is None or has_hours(days_span):
        return False
    p.recurrence = Recurrence("DAILY")
    p.after, p.after_word, p.before, p.before_inclusive = first, "vanaf", last, True
    return True


def _row_of_days(p: Phrase, row: Span) -> bool:
    """ "van 9 tot 12 ma t/m vr": those hours on each of these days; "1 juli tot 1 september ma t/m vr": every week."""
    said = p.span
    if said is None or said.first is None or said.last is None or not _weekdays_of(row) or not p.moment.empty():
        return False
    if p.after is not None or p.before is not None:
        return False
    if said.first.day is None and said.last.day is None and has_hours(said):
        p.recurrence = Recurrence("DAILY")
        p.after, p.after_word, p.before, p.before_inclusive = row.first, "vanaf", row.last, True
        return True
    if said.first.day is None or said.last.day is None or has_hours(said):
        return False
    p.recurrence, p.span = Recurrence("WEEKLY", weekdays=_weekdays_of(row)), None
    p.after, p.after_word, p.before, p.before_inclusive = said.first, "vanaf", said.last, said.inclusive
    return True


def as_weekdays(p: Phrase) -> None:
    """ "ma t/m vr om 9 uur vanaf 1 juli": weekdays that a further bound makes a habit."""
    rec, first, last = p.recurrence, p.after, p.before
    if rec is None or rec.frequency != "DAILY" or rec.interval != 1 or rec.weekdays or first is None or last is None:
        return
    if not (_bare_weekday(first.day) and _bare_weekday(last.day)) or first.day is None or last.day is None:
        return
    rec.by_weeks()
    rec.weekdays = _weekdays_of(Span(first, last))
    p.after = p.before = None
    p.before_inclusive, p.after_word, p.before_word = False, "", ""


def _weekdays_of(span: Span) -> list[int]:
    """The weekdays of "ma t/m vr"; none where it names days otherwise."""
    begin, end = ((m.day if m is not None else None) for m in (span.first, span.last))
    if begin is None or end is None or not (_bare_weekday(begin) and _bare_weekday(end)) or has_hours(span):
        return []
    first, last = begin.weekday or 0, end.weekday or 0
    return [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]


def _bare_weekday(day: Day | None) -> bool:
    return day is not None and day.weekday is not None and day.day is None and day.start is None and day.month is None


def _counting(r: Reading, end: int, last: Moment) -> bool:
    """Whether a span of bare numbers counts things: "2 tot 3 mensen", "5 tot 10 minuten"."""
    return last.number is not None and (r.word(end) in COUNTED or r.at(end).means.get("unit") not in (None, "hour"))


def pairs(r: Reading, k: int, p: Phrase) -> int | None:
    """Figures joined by a dash that are hours or days of a month: "9-12 uur", "19-20 november", "maandag 3-8"."""
    j = k + 1 if r.word(k) in ("op", "om", "de") and r.at(k + 1).kind == "pair" else k
    token = r.at(j)
    slashed = token.kind == "pair" and token.value[1] == "/" and token.value[2] == token.value[0] + 1
    if token.kind != "pair" or (token.value[1] != "-" and not (slashed and "month" in r.at(j + 1).means)):
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
    if (
        hours
        or by_part
        or day is not None
        or p.recurrence is not None
        or p.moment.part
        or r.word(k) == "om"
        or _hours_of_day(r, j)
    ):
        p.span = Span(Moment(number=first), Moment(number=last), True, "-")
        return j + 1 + hours
    return None


def _hours_of_day(r: Reading, j: int) -> bool:
    """ "9-12 vrijdag", "2-4 morgen": hours, since the day after them is not that of the date in figures."""
    first, _, last = r.at(j).value
    if first >= last or r.word(j - 1) in ("op", "de"):
        return False
    following = moment(r, j + 1)
    named = following[0].day if following is not None and following[0].clock is None else None
    day = calendar.settled(named, r.today) if named is not None else None
    if day is None or day.start is None:
        return False
    said = calendar.settled(Day(month=last, day=first), r.today) if exists(last, first) else None
    if named is None or said is None or said.start is None:
        return True
    bare = named.weekday is not None and named.day is None and named.start is None
    near = said.start - r.today < 60 * ONE_DAY
    return not (near and said.start.weekday() == named.weekday) if bare else said.start != day.start


def plain(r: Reading, k: int, p: Phrase) -> int | None:
    """A moment, or a span without an opening word: "8 tot 9", "16:00 - 17:00", "ma t/m vr", "vandaag tot morgen"."""
    found = moment(r, k, bare=p.span is None)
    if found is None:
        return None
    m, j = found
    separated = separator(r, j)
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
        and _merge(p, m, k, r, j) is not None
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
            if _each_part(p, p.span):
                p.span = None
                return last[1]
            if separated[1] and m.day and last[0].day and last[0].clock and not m.clock and m.number is None:
                clock_of_each, last[0].clock = last[0].clock, None
                if _daily(p, Span(Moment(clock=clock_of_each), None)):
                    p.moment.clock = clock_of_each
            return last[1]
    if separated and p.span is not None and p.recurrence is None and _bare_weekday(m.day) and m.clock is None:
        row = moment(r, separated[0])
        if row and separated[1] and row[0].clock is None and _row_of_days(p, Span(m, row[0], True)):
            return row[1]
    if m.clock is not None and m.day is None and separated and p.span is not None:
        hours_after = moment(r, separated[0], bare=True)
        if hours_after and hours_after[0].day is None and _daily(p, Span(m, hours_after[0])):
            p.span = Span(m, hours_after[0], separated[1], "-")
            return hours_after[1]
    if m.number is not None and m.clock is not None and m.day is None:
        return None  # "bus 14 om 10.15": the number is not of the time
    if m.number is not None and m.clock is None:
        if m.day is None or p.moment.day is not None:
            return None
        m.number = None
        return None if m.empty() else _merge(p, m, k, r, j)
    return _merge(p, m, k, r, j)


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


def _merge(p: Phrase, m: Moment, k: int, r: Reading, j: int) -> int | None:
    """Add a moment's pieces to the phrase where they say something new; None where they repeat, so that a new
    phrase begins."""
    mine = p.moment
    again = m.day is not None and m.day.weekday is not None and not m.day.day and m.day.start is None
    if again and p.recurrence and p.recurrence.frequency == "MONTHLY" and p.recurrence.times == 1 and m.day:
        p.recurrence.weekdays, p.recurrence.nth, p.recurrence.times = [m.day.weekday or 0], [1], 0
        m.day = None  # "een keer per maand op zaterdag": the first, until somebody says which
        return j if m.empty() else _merge(p, m, k, r, j)
    if again and p.recurrence is not None and (p.recurrence.weekdays or p.recurrence.frequency == "MONTHLY"):
        return None  # "elke dinsdag om 10 uur, vrijdag om 11 uur"
    if m.exact is not None and not mine.empty():
        return None
    if (
        (m.day and (mine.day or mine.exact))
        or (m.clock and (mine.clock or (p.span and has_hours(p.span))))
        or (m.part and mine.part and m.part != mine.part)
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
    mine.nightly = mine.nightly or m.nightly
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
            p.recurrence.weekdays = [m.day.weekday]
            p.recurrence.by_weeks()
            mine.day = None
        elif r.word(k - 1) in ("in",) or m.day.grain in ("month", "season", "year") or (m.day.month and not m.day.day):
            p.after, p.after_word, p.before, p.before_inclusive = Moment(day=m.day), "vanaf", Moment(day=m.day), True
            mine.day = None
    return j


def has_hours(span: Span) -> bool:
    return any(end is not None and (end.clock is not None or end.number is not None) for end in (span.first, span.last))
