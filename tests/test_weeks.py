"""A week in one message, on a line or several: each day is read by itself, and what is not read is kept to be said."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Context, Intent, Person, understand

MONDAY = datetime(2026, 10, 5, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
MEMBERS = tuple(Person(name) for name in ("Anna", "Piet", "Riet", "Fatima"))


def read(text: str, now: datetime = MONDAY) -> tuple[list[str], list[str], bool]:
    """Each item as "day hour what who", the lines left, and whether the week is in doubt."""
    found = understand(text, Context(now, members=MEMBERS, recipients=("Nel",)))
    assert found.intent is Intent.CREATE_TASK
    items: list[dict[str, Any]] = found.values["items"]
    said = [" ".join([item["start"][5:16].replace("T", " "), item["what"], *item.get("who", ())]) for item in items]
    return said, list(found.values.get("left", ())), any(doubt.reason == "which_week" for doubt in found.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "rooster: ma Piet koken 17:30, di Riet koken 17:30, wo Fatima koken 17:30",
        "Zo doen we het deze keer: maandag koken Piet 17.30; dinsdag koken Riet 17.30; woensdag koken Fatima 17.30",
        "Maandag: Piet kookt om 17:30. Dinsdag: Riet kookt om 17:30. Woensdag: Fatima kookt om 17:30.",
        "ma Piet koken 17:30\ndi Riet koken 17:30\nwo Fatima koken 17:30",
        "Maandag\n17:30 koken Piet\nDinsdag\n17:30 koken Riet\nWoensdag\n17:30 koken Fatima",
    ],
)
def test_what_is_still_to_come_this_week_is_of_this_week(text: str) -> None:
    said, left, doubted = read(text)
    assert [(one[:11], one.split()[-1]) for one in said] == [
        ("10-05 17:30", "Piet"),
        ("10-06 17:30", "Riet"),
        ("10-07 17:30", "Fatima"),
    ]
    assert (left, doubted) == ([], False)


def test_days_of_which_some_have_gone_by_may_be_of_either_week() -> None:
    assert read("ma 8u Piet wandelen, di 8u Riet wandelen, wo 8u Piet wandelen")[2]
    assert not read("volgende week: ma 8u Piet wandelen, di 8u Riet wandelen, wo 8u Piet wandelen")[2]


def test_a_day_on_which_nothing_is_done_is_said_and_joins_no_other() -> None:
    said, left, _ = read("Volgende week: ma koken Piet 17:30, di koken Riet 17:30, wo niks, do koken Fatima 17:30")
    assert said == ["10-12 17:30 koken Piet", "10-13 17:30 koken Riet", "10-15 17:30 koken Fatima"]
    assert left == ["woensdag niks"]


def test_a_line_that_only_says_when_is_what_all_the_others_are() -> None:
    said, left, _ = read("di 9:00 Piet douchen / wo 9:00 Riet douchen / do 9:00 ??")
    assert (said[-1], left) == ("10-08 09:00 douchen", [])
    said, left, _ = read("di 9:00 Piet douchen / wo 9:00 Riet wandelen / do 9:00 ??")
    assert len(said) == 2
    assert left


def test_days_before_one_name_are_all_of_that_name() -> None:
    said, _, _ = read("di, do en za Piet koken 17:30, wo en vr Riet koken 17:30")
    assert [one[:5] for one in said] == ["10-06", "10-08", "10-10", "10-07", "10-09"]
    assert [one.split()[-1] for one in said] == ["Piet"] * 3 + ["Riet"] * 2


def test_who_shares_which_days_may_stand_before_what_is_shared() -> None:
    text = "ma/wo/vr Piet, di/do Riet, weekend Fatima: 's avonds 9 uur helpen met naar bed gaan"
    found = understand(text, Context(MONDAY, members=MEMBERS, recipients=("Nel",)))
    assert found.intent is Intent.CREATE_SERIES
    assert [share["days"] for share in found.values["shares"]] == [[0, 2, 4], [1, 3], [5, 6]]


@pytest.mark.parametrize(
    "text",
    [
        "ik kan niet: maandag tandarts om 10 uur, dinsdag werk en woensdag kapper 11 uur",
        "maandag was Piet er om 10 uur, dinsdag was Riet er om 11 uur, woensdag was Fatima er om 12 uur",
        "maandag kan ik om 10 uur, dinsdag om 11 uur en woensdag niet",
    ],
)
def test_what_somebody_cannot_or_what_was_is_no_week_to_plan(text: str) -> None:
    found = understand(text, Context(MONDAY, members=MEMBERS, recipients=("Nel",)))
    assert "items" not in found.values or found.intent is not Intent.CREATE_TASK
