"""Days and weeks in a list that say once what they share: "5, 12 en 19 maart", "week 7 en 8"."""

from __future__ import annotations

from locales.nl.grammar import calendar, dates, daysoff, phrases, rows
from locales.nl.grammar.form import Clock, Day, Moment, Phrase, Reading
from locales.nl.grammar.periods import WEEK
from locales.nl.grammar.words import COUNTED


def day_list(r: Reading, i: int) -> list[Phrase] | None:
    """ "5, 12 en 19 maart": a phrase for each of them."""
    if r.word(i) in WEEK:
        return _week_list(r, i)
    numbers, j = [i], i + 1
    while r.word(j) in (",", "en", "&", "of") and dates.number_at(r, j + 1, 1, 31) is not None and len(numbers) < 12:
        numbers.append(j + 1)
        j += 2
    last = numbers[-1]
    if r.word(j) in (",", "en", "&", "of") and (figures := _with_figures(r, numbers, j + 1)):
        return figures
    if len(numbers) > 1 and (feasts := _feast_list(r, numbers)):
        return feasts
    if len(numbers) < 2 or "month" not in r.at(last + 1).means:
        return None
    if r.word(i - 1) in ("tussen", "om", "van"):
        return None
    final = phrases.phrase(r, last)
    if final is None or final.moment.day is None or not final.moment.day.day:
        return None
    said = final.moment.day
    return [*(_of_that_month(r, k, said) for k in numbers[:-1]), final]


def weekly_together(r: Reading, phrases: list[Phrase]) -> None:
    """ "op maandag, woensdag en vrijdag om 8 uur iedere week": the days before the last recur as it does."""
    for right in [p for p in phrases if p.recurrence is not None]:
        series, at = right.recurrence, phrases.index(right)
        if series is None or series.frequency != "WEEKLY" or series.nth:
            continue
        while at and _bare_before(r, phrases[at - 1], right) and r.at(right.begin).means.get("weekday") is not None:
            left = phrases.pop(at - 1)
            at -= 1
            series.weekdays = [_weekday(left), *series.weekdays]
            right.begin = left.begin


def _bare_before(r: Reading, left: Phrase, right: Phrase) -> bool:
    """Whether `left` is a bare weekday in a list that goes on with `right`."""
    plain = left.span is None and left.before is None and left.after is None and left.moment.clock is None
    alone = plain and not left.moment.part and left.recurrence is None and rows.bare_weekday(left.moment.day)
    return alone and [r.word(k) for k in range(left.end, right.begin)] in (
        ["en"],
        [","],
        [",", "en"],
        ["+"],
        ["&"],
        ["/"],
    )


def _weekday(p: Phrase) -> int:
    return int(p.moment.day.weekday or 0) if p.moment.day is not None else 0


def moved(r: Reading, i: int) -> list[Phrase] | None:
    """ "(verzet) van 10 naar 17 december", "van 10 naar 11 uur": what is moved, and where it goes."""
    number = r.at(i + 1).means.get("number", r.at(i + 1).means.get("ordinal"))
    if r.word(i) != "van" or number is None or r.word(i + 2) != "naar" or "number" not in r.at(i + 3).means:
        return None
    final = phrases.phrase(r, i + 3)
    if final is None or final.recurrence is not None or final.span is not None:
        return None
    day, clock = final.moment.day, final.moment.clock
    if day is not None and day.month and day.day and 1 <= number <= 31:
        return [_of_that_month(r, i + 1, day), final]
    if clock is not None and day is None and number <= 24:
        return [Phrase(i + 1, i + 2, Moment(clock=Clock(int(number), 0, number > 12))), final]
    return None


def _with_figures(r: Reading, numbers: list[int], last: int) -> list[Phrase] | None:
    """ "22, 23 en 24/6": days of which the last alone has its month."""
    dated = dates.pair(r, last) if r.at(last).kind == "pair" and r.at(last).value[1] == "/" else None
    final = phrases.phrase(r, last) if dated is not None else None
    if dated is None or final is None:
        return None
    return [*(_of_that_month(r, k, dated[0]) for k in numbers), final]


def _of_that_month(r: Reading, k: int, said: Day) -> Phrase:
    """The number at `k` as a day of the month that was said after it."""
    return Phrase(k, k + 1, Moment(day=Day(said.year, said.month, int(dates.number_at(r, k, 1, 31) or 1))))


def _feast_list(r: Reading, numbers: list[int]) -> list[Phrase] | None:
    """ "1e en 2e kerstdag": a phrase for each."""
    name = r.word(numbers[-1] + 1)
    found = []
    for k in numbers:
        feast = daysoff.by_name(f"{dates.number_at(r, k, 1, 2)}e {name}", r.today)
        if feast is None:
            return None
        found.append(Phrase(k, k + 1 + (k == numbers[-1]), Moment(day=feast)))
    return found


def _week_list(r: Reading, i: int) -> list[Phrase] | None:
    """ "week 7, 8 en 10": a phrase for each."""
    numbers, j = [i + 1], i + 2
    while r.word(j) in (",", "en", "&") and dates.number_at(r, j + 1, 1, 53) is not None and len(numbers) < 12:
        numbers.append(j + 1)
        j += 2
    weeks = [calendar.iso_week(dates.number_at(r, k, 1, 53) or 0, None, r.today) for k in numbers]
    if len(numbers) < 2 or any(w is None for w in weeks) or "unit" in r.at(j).means or r.word(j) in COUNTED:
        return None
    return [Phrase(i if k == i + 1 else k, k + 1, Moment(day=w)) for k, w in zip(numbers, weeks, strict=True)]
