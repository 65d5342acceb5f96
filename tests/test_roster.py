"""A week is divided fairly, everything that can be is covered, and every line says why."""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.roster_shapes import KNOWN, ROSTERS, made, read
from scheduling.roster import Hindrance, Reason, RosterMember, RosterProblem, RosterShift, Rules, divide
from scheduling.roster import beside as beside_module
from scheduling.roster.beside import divide_beside
from tests.roster_cases import ANNA, FATIMA, PIET, RIET, allowed, best_of_all, division_of, everybody, judged, week

MORNING = RosterShift(start=8, hours=1, day=0)
EVENING = RosterShift(start=20, hours=1, day=0)
NIGHT = RosterShift(start=22, hours=9, day=0, night=True)
NEXT_MORNING = RosterShift(start=32, hours=1, day=1)
NEXT_EVENING = RosterShift(start=44, hours=1, day=1)


def test_two_shifts_for_two_people_are_one_each() -> None:
    roster = divide(week(everybody(0, 0), everybody(0, 0), shifts=(MORNING, NEXT_EVENING)), 5)
    assert roster.hours == (1.0, 1.0)
    assert roster.points.total == 0
    assert roster.proved


def test_who_minds_it_least_does_it_and_that_is_the_reason() -> None:
    roster = divide(week(everybody(3, 0), everybody(0, 2), shifts=(MORNING, NEXT_EVENING)), 5)
    assert [(line.shift, line.member, line.reason) for line in roster.lines] == [
        (0, PIET, Reason.MINDS_LEAST),
        (1, ANNA, Reason.MINDS_LEAST),
    ]


def test_who_did_much_in_the_last_eight_weeks_is_spared() -> None:
    anna, piet = RosterMember((0, 0), past_hours=20), RosterMember((0, 0), past_hours=5)
    roster = divide(week(anna, piet, shifts=(MORNING, NEXT_EVENING)), 5)
    assert roster.hours == (0.0, 2.0)
    assert roster.loads == (20.0, 7.0)
    assert {line.reason for line in roster.lines} == {Reason.HAS_LEAST}


def test_a_night_weighs_more_than_a_day() -> None:
    shifts = (RosterShift(22, 4, 0, night=True), RosterShift(56, 4, 2), RosterShift(80, 4, 3))
    members = (everybody(0, 0, 0), everybody(0, 0, 0))
    assert sorted(divide(RosterProblem(shifts, members, Rules(night_weight=2)), 5).hours) == [4, 8]
    assert divide(RosterProblem(shifts, members, Rules(night_weight=2)), 5).points.spread_hours == 0
    assert divide(RosterProblem(shifts, members), 5).points.spread_hours == 4


def test_where_nobody_is_available_it_says_so() -> None:
    roster = divide(week(everybody(None, 0), everybody(None, 0), shifts=(MORNING, NEXT_EVENING)), 5)
    (missing,) = roster.open
    assert (missing.shift, missing.places, missing.why) == (0, 1, Hindrance.AWAY)
    assert roster.points.open_places == 1
    assert roster.proved


def test_where_everybody_rests_it_says_after_what() -> None:
    problem = week(everybody(0, 0), everybody(None, None), shifts=(NIGHT, NEXT_MORNING))
    roster = divide(problem, 5)
    (missing,) = roster.open
    assert missing.why == Hindrance.RESTING
    (resting,) = [h for h in missing.hindered if h.why == Hindrance.RESTING]
    assert (resting.member, resting.by) == (ANNA, roster.lines[0].shift)


def test_where_everybody_has_another_shift_that_day_it_says_which() -> None:
    roster = divide(week(everybody(0, 0), shifts=(MORNING, EVENING)), 5)
    (missing,) = roster.open
    assert missing.why == Hindrance.BUSY
    assert missing.hindered[0].by == roster.lines[0].shift


def test_nobody_does_more_hours_than_they_said() -> None:
    anna = RosterMember((0, 0), most_hours=1)
    roster = divide(week(anna, everybody(None, None), shifts=(MORNING, NEXT_EVENING)), 5)
    assert roster.hours == (1.0, 0.0)
    assert [missing.why for missing in roster.open] == [Hindrance.FULL]


def test_a_place_is_left_open_rather_than_unfair_only_where_the_circle_weighs_it_so() -> None:
    shifts = (MORNING, NEXT_EVENING)
    members = (everybody(0, 0), everybody(None, None))
    assert divide(RosterProblem(shifts, members), 5).open == ()
    roster = divide(RosterProblem(shifts, members, Rules(open_points=5)), 5)
    assert [missing.why for missing in roster.open] == [Hindrance.SPARED, Hindrance.SPARED]


def test_lifting_takes_two_people() -> None:
    lifting = RosterShift(8, 1, 0, people=2)
    roster = divide(week(everybody(0), everybody(1), everybody(None), shifts=(lifting,)), 5)
    assert [line.member for line in roster.lines] == [ANNA, PIET]
    assert {line.reason for line in roster.lines} == {Reason.ONLY_ONE}
    alone = divide(week(everybody(0), everybody(None), shifts=(lifting,)), 5)
    assert [(missing.places, missing.why) for missing in alone.open] == [(1, Hindrance.AWAY)]


def test_what_is_theirs_already_stays_theirs_even_against_the_rules() -> None:
    piet = RosterMember((None, 0), fixed=frozenset({0, 1}))
    roster = divide(week(everybody(0, 0), piet, shifts=(NIGHT, NEXT_MORNING)), 5)
    assert [(line.shift, line.member, line.reason) for line in roster.lines] == [
        (0, PIET, Reason.FIXED),
        (1, PIET, Reason.FIXED),
    ]
    assert roster.hours == (0.0, 10.0)


def test_who_has_a_fixed_night_gets_no_morning_after_it() -> None:
    piet = RosterMember((0, 0), fixed=frozenset({0}))
    roster = divide(week(everybody(3, 3), piet, shifts=(NIGHT, NEXT_MORNING)), 5)
    assert [(line.member, line.reason) for line in roster.lines] == [
        (PIET, Reason.FIXED),
        (ANNA, Reason.OTHERS_CANNOT),
    ]


def test_washing_stockings_and_medicine_at_eight_are_one_visit() -> None:
    care = (RosterShift(7.5, 0.75, 0), RosterShift(8, 0.5, 0), RosterShift(8.5, 0.25, 0))
    assert divide(week(everybody(0, 0, 0), rules=Rules(combine=True), shifts=care), 5).open == ()
    assert len(divide(week(everybody(0, 0, 0), shifts=care), 5).open) == 2
    outside = (*care[:2], RosterShift(8.5, 0.25, 0, at_home=False))
    assert [o.shift for o in divide(week(everybody(0, 0, 0), rules=Rules(combine=True), shifts=outside), 5).open] == [2]


def test_the_first_and_the_last_of_a_visit_go_together_only_with_what_is_between() -> None:
    care = (RosterShift(8, 1, 0), RosterShift(9, 1, 0), RosterShift(10, 1, 0))
    rules = Rules(combine=True)
    assert divide(week(everybody(0, 0, 0), rules=rules, shifts=care), 5).open == ()
    assert len(divide(week(everybody(0, None, 0), rules=rules, shifts=care), 5).open) == 2


def test_several_visits_a_day_where_the_circle_likes_it_so() -> None:
    problem = week(everybody(0, 0), rules=Rules(one_visit_a_day=False), shifts=(MORNING, EVENING))
    assert divide(problem, 5).open == ()
    apart = week(everybody(0, 0), rules=Rules(one_visit_a_day=False, between_hours=12), shifts=(MORNING, EVENING))
    assert len(divide(apart, 5).open) == 1


def test_a_short_visit_late_asks_no_rest() -> None:
    medicine = RosterShift(22, 0.25, 0)
    shifts = (medicine, NEXT_MORNING)
    assert len(divide(week(everybody(0, 0), shifts=shifts), 5).open) == 1
    assert divide(week(everybody(0, 0), rules=Rules(rest_after_hours=4), shifts=shifts), 5).open == ()


def test_nothing_to_divide_and_nobody_to_divide_among_are_answered() -> None:
    assert divide(RosterProblem((), (everybody(), everybody())), 1).lines == ()
    nobody = divide(RosterProblem((MORNING,), ()), 1)
    assert [missing.why for missing in nobody.open] == [Hindrance.AWAY]
    assert nobody.proved


@pytest.mark.parametrize("shift", [replace(MORNING, hours=0), replace(MORNING, people=0)], ids=["no time", "nobody"])
def test_a_shift_that_takes_no_time_or_nobody_is_refused(shift: RosterShift) -> None:
    with pytest.raises(ValueError, match="needs somebody"):
        week(everybody(0), shifts=(shift,))


@pytest.mark.parametrize(
    "member", [everybody(0, 0), everybody(-1), RosterMember((0,), fixed=frozenset({1}))], ids=["two", "below", "fixed"]
)
def test_costs_that_do_not_fit_the_shifts_are_refused(member: RosterMember) -> None:
    with pytest.raises(ValueError, match=r"costs for|below 0|does not exist"):
        week(member, shifts=(MORNING,))


def test_four_people_and_a_handful_of_shifts_come_out_as_well_as_trying_everything() -> None:
    shifts = (MORNING, NIGHT, NEXT_MORNING, NEXT_EVENING)
    problem = week(
        everybody(0, 2, 0, 1), everybody(1, 1, 0, 0), everybody(None, 3, 1, 0), everybody(0, None, 2, 2), shifts=shifts
    )
    roster = divide(problem, 5)
    assert roster.points.total == roster.bound == best_of_all(problem)
    assert {line.member for line in roster.lines} <= {ANNA, PIET, FATIMA, RIET}


@pytest.mark.parametrize("name", KNOWN)
def test_a_month_with_a_known_optimum_is_proved(name: str) -> None:
    """Each takes about half a second of one core here; the limit is for a slow machine."""
    problem = read(ROSTERS / f"{name}.json")
    roster = divide(problem, 60)
    assert roster.points.total == roster.bound == KNOWN[name]
    division = division_of(problem, roster)
    assert judged(problem, division) == KNOWN[name]
    assert all(allowed(problem, member, own) for member, own in enumerate(division))


def test_the_same_seed_gives_the_same_roster() -> None:
    problem = made(7, members=6, days=14, day=((8, 1), (12, 2), (17, 3), (22, 9)))
    one, other = divide(problem, 60, seed=3), divide(problem, 60, seed=3)
    assert one.proved
    assert one == other


@pytest.mark.parametrize("seconds", [0.0, 0.3])
def test_there_is_an_answer_at_the_time_limit(seconds: float) -> None:
    problem = made(3, past=(60, 140), night_weight=1.5, weekend_weight=1.25)
    began = time.monotonic()
    roster = divide(problem, seconds)
    assert time.monotonic() - began < seconds + 20  # reading the problem, and a machine that does much more
    assert not roster.open
    assert not roster.proved
    assert roster.bound <= roster.points.total
    division = division_of(problem, roster)
    assert all(allowed(problem, member, own) for member, own in enumerate(division))


def test_beside_the_chat_it_comes_to_the_same() -> None:
    problem = made(7, members=5, days=7, day=((8, 1), (12, 2), (17, 3), (22, 9)), past=(10, 40))
    roster = divide_beside(problem, 60)
    assert roster.proved
    assert roster == divide(problem, 60)


async def test_the_chat_goes_on_meanwhile() -> None:
    problem = made(3, past=(60, 140), night_weight=1.5, weekend_weight=1.25)
    solving = asyncio.create_task(asyncio.to_thread(divide_beside, problem, 1.0))
    turns = 0
    while not solving.done():
        await asyncio.sleep(0.005)
        turns += 1
    assert (await solving).open == ()
    assert turns > 3  # on a machine that does much more


def test_a_process_that_dies_leaves_a_simple_roster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    roster = divide_beside(week(everybody(0, 0), everybody(0, 0), shifts=(MORNING, NEXT_EVENING)), 5)
    assert roster.hours == (1.0, 1.0)
    assert roster.bound == 0


def test_a_process_that_hangs_is_ended_at_the_time_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hanging = tmp_path / "python"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    hanging.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(hanging))
    monkeypatch.setattr(beside_module, "GRACE", 0.1)
    began = time.monotonic()
    roster = divide_beside(week(everybody(0, 0), everybody(0, 0), shifts=(MORNING, NEXT_EVENING)), 0.2)
    assert time.monotonic() - began < 50  # it would hang for a minute
    assert roster.hours == (1.0, 1.0)
