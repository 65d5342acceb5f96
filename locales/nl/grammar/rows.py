"""Inside a phrase: hours of each of several days, "maandag t/m donderdag van 9 tot 12", and of every week."""

from __future__ import annotations

from locales.nl.grammar.form import Day, Moment, Phrase, Recurrence, Span


def each_week(p: Phrase, first: Moment, last: Moment) -> bool:
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


def each_part(p: Phrase, said: Span) -> bool:
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


def daily(p: Phrase, hours: Span) -> bool:
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


def bounds_after_hours(p: Phrase, days: Span) -> bool:
    """ "elke werkdag van 11 tot 12 van 1 augustus t/m 25 september": days after the hours of a series bound it."""
    first, last = days.first, days.last
    if p.span is None or not has_hours(p.span) or p.after is not None or p.before is not None or has_hours(days):
        return False
    if first is None or last is None or first.day is None or last.day is None or first.part or last.part:
        return False
    p.after, p.after_word, p.before, p.before_inclusive = first, "vanaf", last, days.inclusive
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


def each_day_on(p: Phrase) -> None:
    """ "vanaf maandag van 9 tot 12", "t/m vrijdag tussen 2 en 4": those hours on each day on that side of the bound."""
    if p.span is None or not has_hours(p.span) or p.recurrence is not None or p.moment.day is not None:
        return
    if (p.after is None) == (p.before is None) or any(m and m.day for m in (p.span.first, p.span.last)):
        return
    bound = p.after or p.before
    if bound is None or bound.day is None or bound.clock is not None or bound.number is not None:
        return
    if (p.after_word if p.after else p.before_word) in ("sinds", "voor", "uiterlijk"):
        return
    p.moment.part = p.moment.part or bound.part
    bound.part = ""
    p.recurrence = Recurrence("DAILY")


def row_of_days(p: Phrase, row: Span) -> bool:
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


def as_weekdays(p: Phrase) -> bool:
    """ "ma t/m vr om 9 uur vanaf 1 juli": weekdays that a further bound, or "elke week", makes a habit."""
    rec, first, last = p.recurrence, p.after, p.before
    if rec is None or rec.frequency != "DAILY" or rec.interval != 1 or rec.weekdays or first is None or last is None:
        return False
    if not (bare_weekday(first.day) and bare_weekday(last.day)) or first.day is None or last.day is None:
        return False
    rec.by_weeks()
    rec.weekdays = _weekdays_of(Span(first, last))
    p.after = p.before = None
    p.before_inclusive, p.after_word, p.before_word = False, "", ""
    return True


def is_row(p: Phrase) -> bool:
    """Whether a phrase is the days of one week with their hour: "ma t/m vr om 9 uur"."""
    ends = [m.day if m is not None else None for m in (p.after, p.before)]
    return p.recurrence is not None and p.recurrence.frequency == "DAILY" and all(bare_weekday(day) for day in ends)


def _weekdays_of(span: Span) -> list[int]:
    """The weekdays of "ma t/m vr"; none where it names days otherwise."""
    begin, end = ((m.day if m is not None else None) for m in (span.first, span.last))
    if begin is None or end is None or not (bare_weekday(begin) and bare_weekday(end)) or has_hours(span):
        return []
    first, last = begin.weekday or 0, end.weekday or 0
    return [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]


def bare_weekday(day: Day | None) -> bool:
    return day is not None and day.weekday is not None and day.day is None and day.start is None and day.month is None


def has_hours(span: Span) -> bool:
    return any(end is not None and (end.clock is not None or end.number is not None) for end in (span.first, span.last))
