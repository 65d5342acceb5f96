"""Times that stand beside each other: days and series with hours of their own, spans, and bounds."""

from __future__ import annotations

import pytest

from locales.nl.time import TimeExpression, parse
from tests.time_cases import NOW, said


def read(time_: TimeExpression) -> str:
    """The rule with its times and end, or from - until."""
    if not time_.rule:
        return said(time_.start) + (f" > {said(time_.end)}" if time_.kind == "interval" else "")
    clocks = "".join(f" {at:%H:%M}" for at in time_.times)
    until = f" until {said(time_.until)}" if time_.until else ""
    return time_.rule.removeprefix("FREQ=") + clocks + until


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (
            "a night over two days",
            "slapen van zaterdag 20 uur tot zondag 8 uur",
            ["2025-03-08 20:00 > 2025-03-09 08:00"],
        ),
        ("another hour on one day", "elke dag om 10 uur, zondag om 11 uur", ["DAILY 10:00", "WEEKLY;BYDAY=SU 11:00"]),
        (
            "another hour in the weekend",
            "elke dag om 8 uur, in het weekend om 9 uur",
            ["DAILY 08:00", "WEEKLY;BYDAY=SA,SU 09:00"],
        ),
        (
            "a second series",
            "elke dinsdag om 10 uur en vrijdag om 11 uur",
            ["WEEKLY;BYDAY=TU 10:00", "WEEKLY;BYDAY=FR 11:00"],
        ),
        ("two stretches of every day", "elke dag van 8 tot 9 en van 17 tot 18 uur", ["DAILY 08:00", "DAILY 17:00"]),
        ("two hours, the first in the morning", "om 8 en 20 uur", ["2025-03-06 08:00", "2025-03-05 20:00"]),
        ("two of the month", "elke 3e dinsdag en 3e donderdag", ["MONTHLY;BYDAY=3TU", "MONTHLY;BYDAY=3TH"]),
        ("the hours of a day named before", "voor 6 april tussen 9 en 12", ["2025-04-06 09:00 > 2025-04-06 12:00"]),
        ("a season of a year", "volgend jaar in de zomer", ["2026-06-01 > 2026-09-01"]),
        ("five days", "volgende werkweek", ["2025-03-10 > 2025-03-15"]),
        ("a workday", "volgende werkdag", ["2025-03-06"]),
        ("ten years", "volgend decennium", ["2030-01-01 > 2040-01-01"]),
        ("a month that was", "afgelopen maart", ["2024-03-01 > 2024-04-01"]),
        ("a feast that comes", "volgende kerst", ["2025-12-25"]),
        ("a weekend that was", "afgelopen weekend", ["2025-03-01 > 2025-03-03"]),
        ("since an hour", "sinds 8 uur", ["2025-03-04 20:00 > -"]),
        ("since a number", "sinds de 3e", ["2025-03-03 > -"]),
        ("the hours of one day", "vanaf maandag 9 uur tot 5 uur", ["2025-03-10 09:00 > 2025-03-10 17:00"]),
        ("a night that begins late", "vanaf 23 uur tot 7 uur", ["2025-03-05 23:00 > 2025-03-06 07:00"]),
        ("a number and a weekday", "van de 10e tot maandag", ["2025-03-10 > 2025-03-18"]),
        ("this evening, it is past eight", "vandaag van 8 tot 9", ["2025-03-05 20:00 > 2025-03-05 21:00"]),
        ("numbers of a month", "tussen 9 en 12 in maart", ["2025-03-09 > 2025-03-13"]),
        ("hours before the day", "8-12 uur maandag", ["2025-03-10 08:00 > 2025-03-10 12:00"]),
        ("no hours and no days", "van 25 tot 35", []),
        ("a day that is not there", "31-2 april", []),
        ("the night between two dates", "in de nacht van 3 april op 4 april", ["2025-04-03 22:00 > 2025-04-04 06:00"]),
        ("a night by its numbers", "van 5 op 6 april", ["2025-04-05 22:00 > 2025-04-06 06:00"]),
        ("one of two days", "5 of 6 maart", ["2025-03-05", "2025-03-06"]),
        ("one of two hours", "om 2 of 3 uur", ["2025-03-05 14:00", "2025-03-05 15:00"]),
        (
            "two days with the same stretch",
            "maandag en dinsdag van 9 tot 12",
            ["2025-03-10 09:00 > 2025-03-10 12:00", "2025-03-11 09:00 > 2025-03-11 12:00"],
        ),
        ("in even weeks", "elke maandag in de even weken", ["WEEKLY;INTERVAL=2;BYDAY=MO"]),
        ("workdays", "elke dag doordeweeks om 9 uur", ["WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00"]),
        ("workdays without an hour", "elke dag door de week", ["WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
        ("the weekend of every week", "elke week in het weekend", ["WEEKLY;BYDAY=SA,SU"]),
        ("both in even weeks", "elke 2 weken op dinsdag in de even weken", ["WEEKLY;INTERVAL=2;BYDAY=TU"]),
        ("a fortnight", "woensdags om de 14 dagen", ["WEEKLY;INTERVAL=2;BYDAY=WE"]),
        (
            "a morning and an evening hour before every day",
            "'s ochtends om 7 en 's avonds om 7 elke dag",
            ["DAILY 07:00 19:00"],
        ),
        ("so long, every time", "elke vrijdag om 9 uur, 2 uur lang", ["WEEKLY;BYDAY=FR 09:00"]),
        ("for so many weeks", "elke vrijdag gedurende 3 weken", ["WEEKLY;BYDAY=FR until 2025-03-28"]),
        ("so many weeks long", "elke vrijdag 6 weken lang", ["WEEKLY;BYDAY=FR until 2025-04-18"]),
        ("a day of every week", "dinsdag en donderdag elke week", ["WEEKLY;BYDAY=TU,TH"]),
        ("this quarter", "dit kwartaal", ["2025-01-01 > 2025-04-01"]),
        ("a quarter that was", "vorig kwartaal", ["2024-10-01 > 2025-01-01"]),
        ("the month by its name", "in de maand mei", ["2025-05-01 > 2025-06-01"]),
        ("the fifth of a month", "de 5e maandag", ["2025-03-31"]),
        ("a week after a feast", "de week na pasen", ["2025-04-21 > 2025-04-28"]),
        ("two weeks from that day", "zondag over 2 weken", ["2025-03-23"]),
        ("days left open", "2 keer per week op maandag en donderdag", ["WEEKLY;BYDAY=MO,TH"]),
        ("hours of so often a day", "twee keer per dag om 9 en 21 uur", ["DAILY 09:00 21:00"]),
        ("every so many hours", "elke 4 uur", ["HOURLY;INTERVAL=4"]),
        ("a day of the year", "jaarlijks op 5 maart", ["YEARLY;BYMONTH=3;BYMONTHDAY=5"]),
        ("until a season", "elke maandag tot de zomer", ["WEEKLY;BYDAY=MO until 2025-06-01"]),
        ("until a day, with its hour", "elke dag tot en met 10 maart om 9 uur", ["DAILY 09:00 until 2025-03-11"]),
        ("days that last", "10 dagen lang elke dag om 8 uur", ["DAILY 08:00 until 2025-03-16"]),
        ("office hours", "maandag t/m vrijdag van 9 tot 5", ["DAILY 09:00 until 2025-03-15"]),
        ("office hours, short", "ma-vr 9-17", ["DAILY 09:00 until 2025-03-15"]),
        ("a weekend by its days", "weekend van 5 en 6 april", ["2025-04-05 > 2025-04-07"]),
        ("two weeks", "week 14 en 15", ["2025-03-31 > 2025-04-07", "2025-04-07 > 2025-04-14"]),
        ("a day of a week", "dinsdag week 14", ["2025-04-01"]),
        ("the end of a week as bound", "tot eind volgende week", ["- > 2025-03-15"]),
        ("until the evening", "tot vanavond", ["- > 2025-03-05 18:00"]),
        ("before a weekend", "voor het weekend", ["- > 2025-03-08"]),
    ],
)
def test_times_beside_each_other(pattern: str, text: str, expected: list[str]) -> None:
    assert [read(time_) for time_ in parse(text, NOW)] == expected, pattern
