"""Dividing the week: what problem the store poses, and that nobody is put on anything without their yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.proposing import TRIES, begin_job, finish_job
from scheduling.asking import Answer, Ask, AskRound
from scheduling.availability import Absence
from scheduling.care import Assignment, Part, Shift
from scheduling.claims import claim
from scheduling.jobs import Job
from scheduling.people import Circle, Role
from scheduling.proposals import DROPPED, PROPOSAL, Posed, decide, kept, lines_of, pose, refuse, still
from scheduling.roster import divide
from scheduling.waves import advance
from scheduling.wishes import Wish, WishKind
from storage.database import Database
from storage.jobs import HELD
from storage.store import Store
from tests.cast import MONDAY, Family, at, family, planned


def asked_for(store: Store, us: Family) -> Job:
    """Anna's job to divide the first nine days."""
    payload = {"start": MONDAY.isoformat(), "end": at(12, "00:00").isoformat(), "seed": 0}
    return store.add(Job(0, PROPOSAL, us.circle.id, us.anna.person or 0, payload, MONDAY))


def posed(store: Store, us: Family) -> Posed:
    return pose(store, us.circle, asked_for(store, us), MONDAY)


def who_can(posed: Posed, shift: Shift) -> set[int]:
    """The members who are available for a shift."""
    place = posed.shifts.index(shift.id)
    return {
        id for id, member in zip(posed.members, posed.problem.members, strict=True) if member.cost[place] is not None
    }


def past(posed: Posed) -> dict[int, float]:
    return {id: member.past_hours for id, member in zip(posed.members, posed.problem.members, strict=True)}


def test_what_is_open_is_divided_among_who_does_care(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(4, "10:00"))
        taken = planned(store, us, "tuin", at(5, "10:00"))
        claim(store, taken.id, us.piet, MONDAY)
        planned(store, us, "huisarts", at(20, "10:00"))
        store.change(us.riet, role=Role.VIEWER)
        found = posed(store, us)
        assert found.shifts == (coffee.id,)
        assert set(found.members) == {us.anna.id, us.piet.id, us.fatima.id}


def test_who_is_away_or_said_no_is_not_available(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee, garden = planned(store, us, "koffie", at(4, "10:00")), planned(store, us, "tuin", at(5, "10:00"))
        store.add(Absence(0, us.piet.person or 0, at(4, "00:00"), at(5, "00:00")))
        round_id = (store.ask_round_of(us.circle.id) or store.add(AskRound(0, us.circle.id))).id
        store.add(Ask(0, round_id, us.riet.id, (coffee.id,), 1, MONDAY, Answer.NO))
        found = posed(store, us)
        assert who_can(found, coffee) == {us.anna.id, us.fatima.id}
        assert who_can(found, garden) == {us.anna.id, us.piet.id, us.fatima.id, us.riet.id}


def test_nights_and_weekends_of_the_last_weeks_weigh_more(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        long_ago = MONDAY - timedelta(weeks=20)
        for member in (us.anna, us.piet, us.fatima, us.riet):
            store.change(member, since=long_ago)
        before = MONDAY - timedelta(days=30)
        for member, shift in (
            (us.piet, planned(store, us, "nachtwacht", at(18, "22:00", 2), 480)),  # a Tuesday
            (us.fatima, planned(store, us, "poetsen", at(22, "10:00", 2), 480)),  # a Saturday
            (us.riet, planned(store, us, "oppassen", at(19, "09:00", 2), 480)),  # a Wednesday
        ):
            claim(store, shift.id, member, before)
        found = past(posed(store, us))
        assert found == {us.anna.id: 0, us.piet.id: 12, us.fatima.id: 10, us.riet.id: 8}


def test_who_is_new_is_not_given_everything_to_catch_up(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        for member in (us.anna, us.piet, us.fatima):
            store.change(member, since=MONDAY - timedelta(weeks=20))
        shift = planned(store, us, "oppassen", at(19, "09:00", 2), 480)
        claim(store, shift.id, us.piet, MONDAY - timedelta(days=30))
        assert past(posed(store, us))[us.riet.id] == 2  # the mean of 8, 0, 0 and 0


def test_what_touches_at_home_may_be_one_visit_of_one_person(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        for member in (us.piet, us.fatima, us.riet):
            store.change(member, role=Role.VIEWER)
        planned(store, us, "wassen", at(4, "08:00"), 30)
        planned(store, us, "kousen", at(4, "08:15"), 30)
        planned(store, us, "kerk", at(5, "08:00"), home=False)
        planned(store, us, "markt", at(5, "08:30"), home=False)
        found = divide(posed(store, us).problem, 5)
        assert len(found.lines) == 3
        assert len(found.open) == 1


def test_a_proposal_puts_nobody_on_anything(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(4, "10:00"))
        job = asked_for(store, us)
    begun = begin_job(database, MONDAY)
    assert begun is not None
    held, problem = begun
    assert problem is not None
    assert begin_job(database, MONDAY) is None, "another worker has it"
    finish_job(database, held, problem, divide(problem.problem, 5), MONDAY)
    with database.writing() as store:
        done = store.get(Job, job.id)
        assert [line.shift for line in lines_of(done)] == [coffee.id]
        staffed = store.staffed(coffee.id)
        assert staffed is not None
        assert staffed.assignments == ()
        assert [owed.kind for owed in store.claim_due(MONDAY, 10)] == [PROPOSAL]


def test_what_a_dead_worker_held_comes_free_and_is_given_up_after_some_tries(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(4, "10:00"))
        asked_for(store, us)
    now = MONDAY
    for _ in range(TRIES):
        begun = begin_job(database, now)
        assert begun is not None
        assert begun[1] is not None
        now += HELD
    last = begin_job(database, now)
    assert last is not None
    assert last[1] is None
    finish_job(database, last[0], None, None, now)
    with database.reading() as store:
        assert store.get(Job, last[0].id).payload["failed"] is True
        assert store.next_job() is None


def test_a_no_to_a_proposal_is_not_proposed_again_and_taken_shifts_fall_out(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(4, "10:00"))
        job = asked_for(store, us)
        job = store.change(job, payload={**job.payload, "lines": [[coffee.id, us.piet.id, "has least"]]})
        line = lines_of(job)[0]
        assert still(store, line, us.circle, MONDAY) is not None
        refuse(store, job, us.piet.id)
        assert us.piet.id not in who_can(posed(store, us), coffee)
        claim(store, coffee.id, us.fatima, MONDAY)
        assert still(store, line, us.circle, MONDAY) is None


def test_whoever_left_or_paused_is_not_meant_any_more(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(4, "10:00"))
        job = replace(asked_for(store, us), payload={"lines": [[coffee.id, us.piet.id, "balance"]]})
        store.change(us.piet, standing="left")
        assert still(store, lines_of(job)[0], store.get(Circle, us.circle.id), MONDAY) is None


def test_nights_weigh_as_the_circle_says(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        night = planned(store, us, "nachtwacht", MONDAY - timedelta(days=3, hours=12), minutes=8 * 60)
        store.add(Assignment(0, night.id, us.piet.id, Part.DONE, MONDAY))
        planned(store, us, "koffie", at(4, "10:00"))
        usual = past(posed(store, us))[us.piet.id]
        doubled = replace(us, circle=store.change(us.circle, night_weight=300))
        assert past(posed(store, doubled))[us.piet.id] == pytest.approx(2 * usual, abs=0.1)


def test_what_suits_somebody_is_theirs_for_that_reason_unless_they_would_rather_not(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        dog = planned(store, us, "hond uitlaten", at(4, "10:00"))
        store.add(Wish(0, us.piet.id, WishKind.LIKES, "honden"))
        store.add(Wish(0, us.fatima.id, WishKind.RATHER_NOT, "honden"))
        job = asked_for(store, us)
        found = pose(store, us.circle, job, MONDAY, lambda wish, shift, _zone: wish.about[:4] in shift.what)
        costs = {id: member.cost[0] for id, member in zip(found.members, found.problem.members, strict=True)}
        assert costs[us.piet.id] == 0
        assert (costs[us.fatima.id] or 0) > (costs[us.anna.id] or 0) > 0
        [[shift, member, reason]] = kept(found, divide(found.problem, 5))["lines"]
        assert (shift, member) == (dog.id, us.piet.id)
        assert reason.startswith("wish:")


def test_nobody_is_asked_for_what_a_proposal_is_open_for_until_it_is_dropped_or_old(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(8, "10:00"))
        job = asked_for(store, us)
        job = store.change(job, payload={**job.payload, "lines": [[coffee.id, us.piet.id, ""]]}, done_at=MONDAY)
        round = store.ask_round_of(us.circle.id) or store.add(AskRound(0, us.circle.id, next_at=MONDAY))
        assert not advance(store, round, MONDAY + timedelta(hours=1)).asks
        later = store.get(AskRound, round.id)
        assert later.next_at is not None
        decide(store, job, DROPPED)
        decided = store.get(AskRound, round.id)
        assert advance(store, decided, MONDAY + timedelta(hours=2)).asks
