"""Recurrences become RFC 5545 rules; their times are on the wall clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from locales.nl.time import parse
from tests.time_cases import AMSTERDAM, NOW, one, said


@pytest.mark.parametrize(
    ("pattern", "text", "rule", "times"),
    [
        ("every day", "elke dag", "FREQ=DAILY", ""),
        ("weekdays", "elke maandag en donderdag", "FREQ=WEEKLY;BYDAY=MO,TH", ""),
        ("short weekdays, and mother", "elke ma en do om 10.30 koffie bij ma", "FREQ=WEEKLY;BYDAY=MO,TH", "10:30"),
        ("working days", "elke werkdag om 9 uur", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00"),
        ("doordeweeks", "doordeweeks om 12 uur", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "12:00"),
        ("weekends", "elk weekend", "FREQ=WEEKLY;BYDAY=SA,SU", ""),
        ("every other day", "om de dag", "FREQ=DAILY;INTERVAL=2", ""),
        ("every other week", "om de week op vrijdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", ""),
        ("every so many days", "om de drie dagen", "FREQ=DAILY;INTERVAL=3", ""),
        ("every so many weeks", "elke 2 weken op dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ""),
        ("plural", "op maandagen", "FREQ=WEEKLY;BYDAY=MO", ""),
        ("genitive", "'s maandags", "FREQ=WEEKLY;BYDAY=MO", ""),
        ("habit", "Piet doet altijd de dinsdag", "FREQ=WEEKLY;BYDAY=TU", ""),
        ("nth weekday", "iedere eerste maandag van de maand", "FREQ=MONTHLY;BYDAY=1MO", ""),
        ("nth weekday, elke behind", "de eerste maandag van elke maand", "FREQ=MONTHLY;BYDAY=1MO", ""),
        ("two of them", "elke 1e en 3e dinsdag van de maand", "FREQ=MONTHLY;BYDAY=1TU,3TU", ""),
        ("the last", "elke laatste vrijdag van de maand", "FREQ=MONTHLY;BYDAY=-1FR", ""),
        ("day of the month", "elke maand op de 15e", "FREQ=MONTHLY;BYMONTHDAY=15", ""),
        ("yearly", "elk jaar op 5 mei", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5", ""),
        ("quarterly", "ieder kwartaal", "FREQ=MONTHLY;INTERVAL=3", ""),
        ("adverb", "tweewekelijks", "FREQ=WEEKLY;INTERVAL=2", ""),
        ("once in so many", "eens in de twee weken", "FREQ=WEEKLY;INTERVAL=2", ""),
        ("several times a day", "elke dag om 8.00, 12.30, 18 en 22 uur", "FREQ=DAILY", "08:00 12:30 18:00 22:00"),
        ("clocks with parts", "elke dag om 8 uur 's ochtends en 8 uur 's avonds", "FREQ=DAILY", "08:00 20:00"),
        ("in figures with a dash", "2-wekelijks", "FREQ=WEEKLY;INTERVAL=2", ""),
        ("every half year", "elk half jaar", "FREQ=MONTHLY;INTERVAL=6", ""),
        ("every other weekday", "elke andere dinsdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", ""),
        ("the clock before", "15.00 elke dag", "FREQ=DAILY", "15:00"),
        ("part and clock", "elke dinsdagavond om 8 uur", "FREQ=WEEKLY;BYDAY=TU", "20:00"),
        ("so many times", "elke maandag 10 keer", "FREQ=WEEKLY;BYDAY=MO;COUNT=10", ""),
        ("a span of weekdays", "elke ma t/m vr", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ""),
    ],
)  # fmt: skip
def test_a_recurrence(pattern: str, text: str, rule: str, times: str) -> None:
    expression = one(text)
    assert (expression.kind, expression.rule) == ("set", rule), pattern
    assert " ".join(f"{at:%H:%M}" for at in expression.times) == times, pattern


def test_a_span_of_hours_gives_the_time_and_the_length_of_each() -> None:
    expression = one("elke woensdag van 13 tot 17 uur")
    assert (f"{expression.times[0]:%H:%M}", expression.duration) == ("13:00", timedelta(hours=4))


def test_a_night_is_nine_hours_long() -> None:
    expression = one("elke vrijdag van 22:00 tot 07:00")
    assert (expression.duration, said(expression.end)) == (timedelta(hours=9), "2025-03-08 07:00")


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("elke zaterdag vanaf 1 april", "2025-04-01", "-"),
        ("elke zaterdag tot en met juni", "-", "2025-07-01"),
        ("elke dag van 1 april tot 1 juni om 9 uur", "2025-04-01", "2025-06-01"),
        ("om de twee weken tuin", "-", "-"),
        ("om de twee weken april-oktober", "2025-04-01", "2025-11-01"),
        ("elke dinsdag in mei", "2025-05-01", "2025-06-01"),
        ("elke dinsdag, 6 weken lang", "-", "2025-04-22"),
        ("maandag t/m donderdag van 9 tot 12", "2025-03-10", "2025-03-14"),
    ],
)
def test_bounds_of_a_recurrence(text: str, since: str, until: str) -> None:
    expression = one(text)
    assert (said(expression.since), said(expression.until)) == (since, until)


@pytest.mark.parametrize(
    ("text", "kind", "weekdays"),
    [
        ("elke dinsdag behalve in de vakantie", "school_holidays", ()),
        ("elke dag behalve zondag", "weekdays", ("SU",)),
        ("elke dag om 9 uur maar niet op feestdagen", "public_holidays", ()),
        ("elke dag behalve in het weekend", "weekdays", ("SA", "SU")),
        ("elke maandag behalve 5 mei", "dates", ()),
    ],
)
def test_what_a_recurrence_leaves_out(text: str, kind: str, weekdays: tuple[str, ...]) -> None:
    (exclusion,) = one(text).exclusions
    assert (exclusion.kind, exclusion.weekdays) == (kind, weekdays)


@pytest.mark.parametrize(("text", "week"), [("dinsdag in de even weken", 0), ("de oneven weken op donderdag", 1)])
def test_even_and_odd_weeks_begin_in_one(text: str, week: int) -> None:
    expression = one(text)
    assert expression.since is not None
    assert expression.since.isocalendar().week % 2 == week
    assert expression.rule is not None
    assert expression.rule.startswith("FREQ=WEEKLY;INTERVAL=2")


def test_twice_a_week_leaves_the_days_open() -> None:
    expression = one("twee keer per week")
    assert (expression.rule, expression.often, expression.start) == ("FREQ=WEEKLY", 2, None)


@pytest.mark.parametrize(
    "change", [datetime(2025, 3, 28, 12, tzinfo=AMSTERDAM), datetime(2025, 10, 24, 12, tzinfo=AMSTERDAM)]
)
def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(change: datetime) -> None:
    expression = one("elke dag om 9 uur 's ochtends", change)
    assert expression.start is not None
    assert expression.rule is not None
    walls = rrulestr(expression.rule, dtstart=expression.start.replace(tzinfo=None)).xafter(
        NOW.replace(year=2020, tzinfo=None), 5
    )
    instants = [wall.replace(tzinfo=AMSTERDAM) for wall in walls]
    assert {at.hour for at in instants} == {9}
    assert len({at.utcoffset() for at in instants}) == 2


def test_several_dates_are_left_out_by_one_month() -> None:
    left = one("elke woensdag, behalve 23 en 30 april").exclusions
    assert [said(e.start) for e in left] == ["2025-04-23", "2025-04-30"]


@pytest.mark.parametrize(
    ("text", "rule", "until"),
    [
        ("elke dag om 20:00 t/m zaterdag", "FREQ=DAILY", "2025-03-09"),
        ("elke dinsdag om 14 uur tot de zomer", "FREQ=WEEKLY;BYDAY=TU", "2025-06-01"),
        ("elke avond om 9 tot en met 12 april", "FREQ=DAILY", "2025-04-13"),
    ],
)
def test_until_a_day_after_the_hour(text: str, rule: str, until: str) -> None:
    expression = one(text)
    assert (expression.rule, len(expression.times), said(expression.until)) == (rule, 1, until)


def test_so_often_on_as_many_days_is_on_these_days() -> None:
    expression = one("eens in de drie weken op woensdag")
    assert (expression.rule, expression.often) == ("FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", 0)
    assert one("drie keer per week op dinsdag en vrijdag").often == 3


@pytest.mark.parametrize(
    ("pattern", "text", "rule", "bounds"),
    [
        ("hours into the next day", "elke week van dinsdag 22u tot woensdag 7u", "FREQ=WEEKLY;BYDAY=TU", "- > -"),
        ("days of every week", "elke week van maandag tot vrijdag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "- > -"),
        ("months, then how often", "in juli en augustus elke dag om 19 uur", "FREQ=DAILY", "2025-07-01 > 2025-09-01"),
        ("how often, then months", "elke dag in juli en augustus om 9 uur", "FREQ=DAILY", "2025-07-01 > 2025-09-01"),
        ("hours of each", "van 10 t/m 14 maart, telkens van 10 tot 12", "FREQ=DAILY", "2025-03-10 > 2025-03-15"),
        ("genitive days", "'s maandags en 's donderdags", "FREQ=WEEKLY;BYDAY=MO,TH", "- > -"),
    ],
)
def test_what_a_series_falls_on(pattern: str, text: str, rule: str, bounds: str) -> None:
    expression = one(text)
    assert (expression.rule, f"{said(expression.since)} > {said(expression.until)}") == (rule, bounds), pattern


def test_more_than_a_day_each_time_is_not_guessed() -> None:
    assert parse("elk weekend van vrijdag 18 uur tot zondag 20 uur", NOW) == []
