"""Where the text leaves a doubt, both readings are kept with the reason; where it does not, nobody is asked."""

from __future__ import annotations

import pytest

from tests.time_cases import NOW, one, said


@pytest.mark.parametrize(
    ("text", "reason", "first", "other"),
    [
        ("morgen om 8 uur medicijnen", "part_of_day", "2025-03-06 08:00", "2025-03-06 20:00"),
        ("dinsdag 6 mei", "", "2025-05-06", ""),
        ("dinsdag 7 mei", "weekday_date", "2025-05-07", "2025-05-06"),
        ("volgende vrijdag", "which_week", "2025-03-14", "2025-03-07"),
        ("volgend weekend", "which_week", "2025-03-15", "2025-03-08"),
        ("woensdag om 14:00", "which_week", "2025-03-12 14:00", "2025-03-05 14:00"),
        ("morgen om 7 uur ontbijt", "", "2025-03-06 07:00", ""),
        ("morgen om 7 uur naar bed helpen", "", "2025-03-06 19:00", ""),
        ("morgen om 6 uur warm eten", "", "2025-03-06 18:00", ""),
        ("morgen om 8:00", "", "2025-03-06 08:00", ""),
        ("morgen om half drie", "", "2025-03-06 14:30", ""),
        ("morgen om 11 uur", "", "2025-03-06 11:00", ""),
    ],
)
def test_a_doubt_is_kept_only_where_there_is_one(text: str, reason: str, first: str, other: str) -> None:
    expression = one(text)
    assert (expression.reason, said(expression.start)) == (reason, first)
    assert [said(a.start) for a in expression.alternatives] == ([other] if other else [])
    assert all(a.reason == reason for a in expression.alternatives)


def test_before_friday_may_be_on_friday() -> None:
    expression = one("boodschappen voor vrijdag")
    assert (expression.reason, said(expression.alternatives[0].start)) == ("before_or_on", "2025-03-07")


def test_a_small_hour_of_a_named_day_may_be_after_its_evening() -> None:
    expression = one("zaterdag om 3 uur 's nachts")
    assert (said(expression.start), expression.reason) == ("2025-03-08 03:00", "which_day")
    assert said(expression.alternatives[0].start) == "2025-03-09 03:00"
    assert said(one("zaterdagnacht om 3 uur").start) == "2025-03-09 03:00"
    assert one("zaterdagnacht om 3 uur").alternatives == ()


def test_a_school_holiday_without_a_region_is_a_doubt() -> None:
    expression = one("in de zomervakantie")
    assert expression.reason == "which_region"
    assert len({a.start for a in (expression, *expression.alternatives)}) == 3


def test_a_recurrence_keeps_the_evening_too() -> None:
    expression = one("elke dag om 8 uur medicijnen")
    assert [at.hour for at in (expression.times[0], expression.alternatives[0].times[0])] == [8, 20]


def test_what_has_passed_today_is_meant_for_the_evening() -> None:
    assert said(one("vandaag om 8 uur", NOW).start) == "2025-03-05 20:00"
    assert one("vandaag om 8 uur", NOW).alternatives == ()
