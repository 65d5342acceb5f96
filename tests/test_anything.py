"""Whatever people say and tap, in whatever order: always an answer, never a fault, and the roster stays whole."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from scheduling.care import Shift
from tests.life import Life
from tests.soak import share
from tests.talking import MONDAY

LIFE = settings(
    max_examples=share(14, 150),
    stateful_step_count=share(15, 60),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
SEVEN = {"plan", "claim", "release", "swap", "absence", "edit", "cancel"}


@pytest.mark.soak
def test_the_roster_holds_whatever_people_do_and_they_do_all_that_can_be_done() -> None:
    Life.happened.clear()
    run_state_machine_as_test(Life, settings=LIFE)
    assert set(Life.happened) >= SEVEN, Life.happened
    assert set(Life.taken_back) >= share({"plan", "claim", "release"}, SEVEN), Life.taken_back


@given(hours=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40), st.booleans()), max_size=12))
def test_visits_part_the_shifts(hours: list[tuple[int, int, bool]]) -> None:
    """Every shift is in one visit; two visits at home neither touch nor overlap."""
    from scheduling.visits import visits

    made = [
        Shift(
            n, 1, 1, 1, MONDAY, MONDAY + timedelta(minutes=30 * a), MONDAY + timedelta(minutes=30 * (a + b)), "x",
            at_home=home,
        )
        for n, (a, b, home) in enumerate(hours)
    ]  # fmt: skip
    grouped = visits(made)
    assert sorted(s.id for visit in grouped for s in visit.shifts) == [s.id for s in made]
    home = sorted((v.start, v.end) for v in grouped if v.shifts[0].at_home)
    assert all(end < start for (_, end), (start, _) in pairwise(home))
