"""From - until, bounds with one open end, and lengths."""

from __future__ import annotations

from datetime import timedelta

import pytest

from locales.nl.time import Hint, parse, together
from tests.time_cases import NOW, one, said, span


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (
            "hours and minutes as dictated",
            "morgen van negen uur dertig tot tien uur vijf",
            "2025-03-06 09:30 > 2025-03-06 10:05",
        ),
        ("from - until", "morgen van 9 tot 12", "2025-03-06 09:00 > 2025-03-06 12:00"),
        ("a dash and uur", "morgen 9-12 uur", "2025-03-06 09:00 > 2025-03-06 12:00"),
        ("between", "morgen tussen 2 en 4", "2025-03-06 14:00 > 2025-03-06 16:00"),
        ("figures with a dash", "do 6 mrt 14:30-15:30", "2025-03-06 14:30 > 2025-03-06 15:30"),
        ("hours after a weekday", "wo 12 maart 13-17u", "2025-03-12 13:00 > 2025-03-12 17:00"),
        ("spelled out", "morgen van half drie tot kwart voor vier", "2025-03-06 14:30 > 2025-03-06 15:45"),
        ("the day behind", "van 15 tot 16 op 22 april", "2025-04-22 15:00 > 2025-04-22 16:00"),
        ("the part of the day counts for both", "tussen 5 en 6 's middags", "2025-03-05 17:00 > 2025-03-05 18:00"),
        ("over noon", "morgen van 10 tot 3", "2025-03-06 10:00 > 2025-03-06 15:00"),
        ("a night crosses midnight", "nachtwacht 22:00-07:00", "2025-03-05 22:00 > 2025-03-06 07:00"),
        (
            "a night in words",
            "vrijdag van 10 uur 's avonds tot 7 uur 's ochtends",
            "2025-03-07 22:00 > 2025-03-08 07:00",
        ),
        ("days, the last counts", "ben 3 t/m 10 aug op vakantie", "2025-08-03 > 2025-08-11"),
        ("days, the last does not count", "van 3 tot 10 augustus", "2025-08-03 > 2025-08-10"),
        ("days with a dash", "19-20 november", "2025-11-19 > 2025-11-21"),
        ("over the turn of the year", "van 28 december tot 3 januari", "2025-12-28 > 2026-01-03"),
        ("weekdays", "ma t/m vr", "2025-03-10 > 2025-03-15"),
        ("months", "van april tot en met juni", "2025-04-01 > 2025-07-01"),
        ("from evening until afternoon", "van vrijdagavond tot zondagmiddag", "2025-03-07 18:00 > 2025-03-09 12:00"),
        ("from here to the season", "vanaf volgende week tot de zomer", "2025-03-10 > 2025-06-01"),
        ("from", "vanaf 14u", "2025-03-05 14:00 > -"),
        ("until", "tot 17 uur", "- > 2025-03-05 17:00"),
        ("until, the day counts", "tot en met vrijdag", "- > 2025-03-08"),
        ("before", "voor vrijdag", "- > 2025-03-07"),
        ("at the latest", "uiterlijk vrijdag", "- > 2025-03-08"),
        ("after the day", "na vrijdag", "2025-03-08 > -"),
        ("the day before the bound", "vandaag voor 16.00", "- > 2025-03-05 16:00"),
        ("until the end of a month", "tot eind mei", "- > 2025-06-01"),
        ("from now", "vanaf nu", "2025-03-05 10:00 > -"),
        ("since lies behind us", "sinds maandag", "2025-03-03 > -"),
        ("within hours", "binnen 2 uur", "2025-03-05 10:00 > 2025-03-05 12:00"),
    ],
)
def test_a_span(pattern: str, text: str, expected: str) -> None:
    assert span(text) == expected, pattern


@pytest.mark.parametrize(
    ("text", "first", "rule", "since", "until"),
    [
        ("vanaf maandag van 8 tot 9 uur 's ochtends", "2025-03-10 08:00", "FREQ=DAILY", "2025-03-10", "-"),
        ("vanaf maandag 's ochtends tussen 8 en half 9", "2025-03-10 08:00", "FREQ=DAILY", "2025-03-10", "-"),
        ("met ingang van 1 april van 2 tot 4", "2025-04-01 14:00", "FREQ=DAILY", "2025-04-01", "-"),
        ("t/m vrijdag van 9 tot 12", "2025-03-06 09:00", "FREQ=DAILY", "-", "2025-03-08"),
    ],
)
def test_hours_beside_a_bound_are_of_each_day_on_that_side(
    text: str, first: str, rule: str, since: str, until: str
) -> None:
    found = one(text)
    assert (said(found.start), found.rule, said(found.since), said(found.until)) == (first, rule, since, until)


def test_hours_beside_a_last_day_are_of_that_day() -> None:
    assert span("uiterlijk vrijdag tussen 2 en 4") == "2025-03-07 14:00 > 2025-03-07 16:00"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("anderhalf uur", 90), ("een half uur", 30), ("drie kwartier", 45), ("2,5 uur", 150),
        ("2½ uur", 150), ("2 uur 30 min", 150),
        ("tweeëneenhalf uur", 150),
        ("45 min", 45), ("een uur en een kwartier", 75), ("2 uur lang", 120), ("een uurtje", 60),
        ("vierentwintig uur", 1440),
        ("3 dagen", 4320), ("een week en drie dagen", 14400), ("een dag of drie", 4320),
    ],
)  # fmt: skip
def test_a_length(text: str, minutes: int) -> None:
    expression = one(text)
    assert (expression.kind, expression.duration) == ("duration", timedelta(minutes=minutes))


def test_a_length_beside_a_time_is_how_long_it_takes() -> None:
    expression = one("morgen om 10 uur anderhalf uur")
    assert (said(expression.start), expression.duration) == ("2025-03-06 10:00", timedelta(minutes=90))


def test_what_one_of_a_list_leaves_out_its_neighbour_says() -> None:
    assert [said(e.start) for e in parse("dinsdag en donderdag om 10 uur", NOW)] == [
        "2025-03-11 10:00",
        "2025-03-13 10:00",  # the Thursday after it, as without an hour
    ]
    assert [said(e.start) for e in parse("op 12 en 19 maart", NOW)] == ["2025-03-12", "2025-03-19"]
    assert [said(e.start) for e in parse("za 8 en zo 9 mrt", NOW)] == ["2025-03-08", "2025-03-09"]
    assert [said(e.start) for e in parse("volgende week zaterdag en zondag", NOW)] == ["2025-03-15", "2025-03-16"]
    assert [said(e.end) for e in parse("morgen 8-10 uur en 13-15 uur", NOW)] == ["2025-03-06 10:00", "2025-03-06 15:00"]
    assert [said(e.start) for e in parse("morgen om 9 en 14 uur", NOW)] == ["2025-03-06 09:00", "2025-03-06 14:00"]


def test_a_line_of_a_week_on_paper() -> None:
    found = parse("di: Anna 10-12, Piet 14-16", NOW)
    assert [said(e.start) for e in found] == ["2025-03-11", "2025-03-11 10:00", "2025-03-11 14:00"]
    assert said(parse("wo boodschappen (Fatima)", NOW)[0].start) == "2025-03-12"


def test_the_day_on_the_table_settles_a_clock_alone() -> None:
    saturday = NOW.replace(day=8, hour=0)
    assert said(one("om half drie", hint=Hint(day=saturday)).start) == "2025-03-08 14:30"


def test_the_part_on_the_table_settles_morning_or_evening() -> None:
    assert said(one("morgen om 8 uur", hint=Hint(part="evening")).start) == "2025-03-06 20:00"
    assert one("morgen om 8 uur", hint=Hint(part="evening")).alternatives == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("morgen warm eten om 6 uur", "2025-03-06 18:00", "-"),
        ("elke ma en do koffie bij ma 10.30", "2025-03-06 10:30", "-"),
        ("morgen met ma naar de oogarts van 9 tot 11", "2025-03-06 09:00", "2025-03-06 11:00"),
        ("om 9 uur moet ma vrijdag naar de kapper", "2025-03-07 09:00", "-"),
    ],
)
def test_day_and_hours_of_one_plan_belong_together(text: str, start: str, end: str) -> None:
    (expression,) = together(text, NOW)
    assert (said(expression.start), said(expression.end)) == (start, end)


def test_a_length_elsewhere_in_the_plan_is_its_own() -> None:
    (expression,) = together("vrijdagmiddag een gesprek van 30 minuten", NOW)
    assert (said(expression.start), expression.duration) == ("2025-03-07 12:00", timedelta(minutes=30))


def test_two_plans_in_one_text_stay_two() -> None:
    assert len(together("dinsdag naar de kapper en donderdag naar de bakker", NOW)) == 2
