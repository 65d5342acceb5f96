"""The days that a series leaves out, as dates that its expansion honours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from locales.nl import leftout
from scheduling.recurrence import occurrences
from tests.time_cases import one

FIRST, LAST = date(2025, 3, 5), date(2026, 3, 4)


def left_out(text: str, region: str = "") -> str:
    found = leftout.days(one(text).exclusions, FIRST, LAST, region)
    return " ".join(f"{a:%d-%m-%y}/{b:%d-%m-%y}" for a, b in found)


@pytest.mark.parametrize(
    ("text", "region", "days"),
    [
        ("elke woensdag behalve met kerst", "", "25-12-25/26-12-25"),
        ("elke woensdag behalve op koningsdag", "", "26-04-25/26-04-25"),
        ("elke woensdag behalve in de zomervakantie", "zuid", "05-07-25/17-08-25"),
        ("elke woensdag behalve in de zomervakantie", "noord", "12-07-25/24-08-25"),
        ("elke woensdag behalve in de zomervakantie", "", "19-07-25/17-08-25"),  # what all regions have
        ("elke woensdag behalve de eerste week van mei", "", "28-04-25/04-05-25"),
        ("elke woensdag m.u.v. 7 mei en 14 mei", "", "07-05-25/07-05-25 14-05-25/14-05-25"),
        ("elke woensdag behalve van 1 t/m 14 juli", "", "01-07-25/14-07-25"),
        ("elke woensdag behalve zaterdag", "", ""),
    ],
)
def test_what_is_left_out_as_days(text: str, region: str, days: str) -> None:
    assert left_out(text, region) == days


def test_public_holidays_are_those_of_the_law() -> None:
    assert left_out("elke dag behalve op feestdagen").startswith("18-04-25/18-04-25 20-04-25/21-04-25 26-04-25")


@pytest.mark.parametrize(
    ("rule", "text", "without"),
    [
        ("FREQ=DAILY", "elke dag behalve zondag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "elke werkdag behalve woensdag", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"),
        ("FREQ=DAILY;INTERVAL=2", "om de dag behalve zondag", "FREQ=DAILY;INTERVAL=2"),
        ("FREQ=WEEKLY;BYDAY=SU", "elke zondag behalve zondag", "FREQ=WEEKLY;BYDAY=SU"),
    ],
)
def test_weekdays_go_out_of_the_rule(rule: str, text: str, without: str) -> None:
    assert leftout.without_weekdays(rule, one(text).exclusions) == without


def test_a_series_passes_over_what_is_left_out_also_across_a_clock_change() -> None:
    start = datetime(2025, 10, 22, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    until = datetime(2025, 11, 30, tzinfo=UTC)
    found = occurrences(
        start, "FREQ=WEEKLY", "Europe/Amsterdam", start, until, "2025-10-29/2025-11-05 2025-11-19/2025-11-19"
    )
    local = [moment.astimezone(ZoneInfo("Europe/Amsterdam")) for moment in found]
    assert [f"{moment:%d-%m %H:%M}" for moment in local] == ["22-10 09:00", "12-11 09:00", "26-11 09:00"]
