"""Whatever the circle: the rules hold, the points are right, the reasons are true, small ones are the best there is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduling.roster import Hindrance, Reason, Roster, RosterMember, RosterProblem, RosterShift, Rules, divide
from scheduling.roster.few import best_of_few
from tests.roster_cases import allowed, best_of_all, can_go_together, division_of, judged
from tests.soak import share

LONG = 600.0  # seconds: it ends where it is proved, however busy this machine is
WEIGHTS = st.sampled_from((1.0, 1.25, 1.5, 2.0))


@st.composite
def shifts(draw: st.DrawFn) -> RosterShift:
    """Something within four days, on the half hour."""
    day = draw(st.integers(0, 3))
    start = draw(st.integers(12, 47)) / 2
    return RosterShift(
        start=24 * day + start,
        hours=draw(st.sampled_from((0.25, 0.5, 1, 1.5, 2, 4, 9))),
        day=day,
        people=draw(st.sampled_from((1, 1, 1, 2))),
        night=start >= 22,
        weekend=day > 2,
        at_home=draw(st.booleans()),
    )


@st.composite
def problems(draw: st.DrawFn, most_members: int = 4, most_shifts: int = 9) -> RosterProblem:
    """A circle with its rules and some days of care."""
    some = tuple(draw(st.lists(shifts(), min_size=1, max_size=most_shifts)))
    cost = st.lists(st.sampled_from((None, 0, 0, 1, 2, 3)), min_size=len(some), max_size=len(some)).map(tuple)
    member = st.builds(
        RosterMember,
        cost,
        past_hours=st.sampled_from((0.0, 0.0, 2.0, 7.5)),
        most_hours=st.sampled_from((None, None, 3.0, 10.0)),
    )
    rules = st.builds(
        Rules,
        one_visit_a_day=st.booleans(),
        combine=st.booleans(),
        rest_hours=st.sampled_from((0, 8, 11)),
        rest_after_hours=st.sampled_from((0, 1, 4)),
        between_hours=st.sampled_from((0, 0.5)),
        night_weight=WEIGHTS,
        weekend_weight=WEIGHTS,
    )
    members = tuple(draw(st.lists(member, min_size=1, max_size=most_members)))
    return RosterProblem(some, members, draw(rules))


def hindrance(problem: RosterProblem, roster: Roster, member: int, shift: int) -> set[Hindrance]:
    """What truly stands between this member and this shift."""
    own = division_of(problem, roster)[member]
    person = problem.members[member]
    if person.cost[shift] is None:
        return {Hindrance.AWAY}
    found = set()
    if any(not can_go_together(problem, shift, other, own | {shift}) for other in own):
        found |= {Hindrance.BUSY, Hindrance.RESTING}
    if person.most_hours is not None:
        hours = sum(problem.shifts[s].hours for s in own | {shift})
        found |= {Hindrance.FULL} if hours > person.most_hours + 1e-6 else set()
    return found or {Hindrance.SPARED}


@settings(max_examples=share(60, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=problems())
def test_every_roster_keeps_the_rules_and_tells_the_truth(problem: RosterProblem) -> None:
    roster = divide(problem, LONG)
    division = division_of(problem, roster)
    assert roster.proved
    for member, own in enumerate(division):
        assert allowed(problem, member, own)
        assert roster.hours[member] == pytest.approx(sum(problem.shifts[s].hours for s in own))
    taken = [sum(s in own for own in division) for s in range(len(problem.shifts))]
    assert all(count <= shift.people for count, shift in zip(taken, problem.shifts, strict=True))
    assert {o.shift: o.places for o in roster.open} == {
        s: shift.people - taken[s] for s, shift in enumerate(problem.shifts) if taken[s] < shift.people
    }
    assert roster.points.total == pytest.approx(judged(problem, division))
    for missing in roster.open:
        assert {h.member for h in missing.hindered} == {m for m, own in enumerate(division) if missing.shift not in own}
        for hindered in missing.hindered:
            assert hindered.why in hindrance(problem, roster, hindered.member, missing.shift)
            assert hindered.by is None or hindered.by in division[hindered.member]
    for line in roster.lines:
        others = [m for m, own in enumerate(division) if line.shift not in own]
        able = [m for m in others if hindrance(problem, roster, m, line.shift) == {Hindrance.SPARED}]
        if line.reason == Reason.ONLY_ONE:
            assert all(problem.members[m].cost[line.shift] is None for m in others)
        if line.reason == Reason.OTHERS_CANNOT:
            assert not able
        if line.reason == Reason.MINDS_LEAST:
            assert all((problem.members[m].cost[line.shift] or 0) > line.cost for m in able)


@settings(max_examples=share(40, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=problems(most_members=3, most_shifts=5))
def test_a_tiny_roster_is_the_best_there_is(problem: RosterProblem) -> None:
    roster = divide(problem, LONG)
    best = best_of_all(problem)
    assert roster.points.total == pytest.approx(best)
    assert roster.proved
    few = best_of_few(problem, 1)
    if few is not None:
        assert float(few[1]) == pytest.approx(best)
        assert all(allowed(problem, member, own) for member, own in enumerate(few[0]))


@settings(max_examples=share(20, 600), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=problems(), seed=st.integers(0, 5))
def test_without_time_there_is_a_roster_all_the_same(problem: RosterProblem, seed: int) -> None:
    roster = divide(problem, 0, seed)
    division = division_of(problem, roster)
    assert all(allowed(problem, member, own) for member, own in enumerate(division))
    assert roster.bound <= roster.points.total == pytest.approx(judged(problem, division))
