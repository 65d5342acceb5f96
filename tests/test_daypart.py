"""The part of the day that a shift is in, by the clock on the wall."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduling.care import Shift
from scheduling.daypart import DayPart, part_of
from tests.cast import at


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("05:59", DayPart.NIGHT),
        ("06:00", DayPart.MORNING),
        ("11:59", DayPart.MORNING),
        ("12:00", DayPart.AFTERNOON),
        ("17:59", DayPart.AFTERNOON),
        ("18:00", DayPart.EVENING),
    ],
)
def test_a_visit_of_an_hour_is_in_the_part_where_it_begins(clock: str, part: DayPart) -> None:
    start = at(4, clock)
    visit = Shift(1, 1, 1, 1, start, start, start + timedelta(hours=1), "koffie", 1)
    assert part_of(visit, "Europe/Amsterdam") == part
