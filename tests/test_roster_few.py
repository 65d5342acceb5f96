"""What a family's week is divided by: every division tried where it is small, and which shifts exclude each other."""

from __future__ import annotations

from scheduling.roster import RosterProblem, RosterShift
from scheduling.roster.clashes import Clashes
from scheduling.roster.few import best_of_few
from tests.roster_cases import everybody, week


def days(count: int) -> tuple[RosterShift, ...]:
    """An hour each morning, so many days."""
    return tuple(RosterShift(start=24 * day + 9, hours=1, day=day) for day in range(count))


def test_twelve_places_are_tried_one_by_one_and_thirteen_are_for_the_solver() -> None:
    twelve, thirteen = (RosterProblem(days(count), (everybody(*[0] * count),)) for count in (12, 13))
    found = best_of_few(twelve, 1)
    assert found is not None
    assert found[0] == (frozenset(range(12)),)
    assert best_of_few(thirteen, 1) is None


def test_shifts_of_which_one_person_can_do_only_one_are_a_group_and_a_shift_alone_is_none() -> None:
    morning, noon, tomorrow = RosterShift(8, 1, 0), RosterShift(12, 1, 0), RosterShift(44, 1, 1)
    clashes = Clashes(week(everybody(0, 0, 0), shifts=(morning, noon, tomorrow)))
    assert clashes.groups([0, 1, 2]) == [[0, 1]]
    assert clashes.groups([0, 2]) == []
    assert clashes.groups([2]) == []
