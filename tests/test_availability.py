"""Weekly hours that do not suit somebody."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from scheduling.availability import DAY, Never, does_not_suit

AMSTERDAM = "Europe/Amsterdam"
NIGHTS = Never(1, 1, tuple(range(7)), 22 * 60, DAY + 6 * 60)
TUESDAY_AFTERNOONS = Never(2, 1, (1,), 12 * 60, 18 * 60)


def at(day: int, hour: int) -> datetime:
    return datetime(2025, 3, day, hour, tzinfo=ZoneInfo(AMSTERDAM))


@pytest.mark.parametrize(
    ("hours", "start", "end", "suits"),
    [
        (NIGHTS, at(4, 20), at(4, 22), True),
        (NIGHTS, at(4, 21), at(4, 23), False),
        (NIGHTS, at(5, 5), at(5, 7), False),  # the morning after
        (NIGHTS, at(5, 6), at(5, 7), True),
        (NIGHTS, at(30, 1), at(30, 2), False),  # the night the clock goes forward
        (TUESDAY_AFTERNOONS, at(4, 13), at(4, 14), False),
        (TUESDAY_AFTERNOONS, at(4, 18), at(4, 19), True),
        (TUESDAY_AFTERNOONS, at(5, 13), at(5, 14), True),
    ],
)
def test_hours_that_do_not_suit(hours: Never, start: datetime, end: datetime, suits: bool) -> None:
    assert (does_not_suit(start, end, [hours], AMSTERDAM) is None) is suits
