"""Whom the program asks, when, and in which order."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduling.asking import Answer, Ask, answered, pace, wake
from scheduling.availability import Absence
from scheduling.claims import claim
from scheduling.people import Member
from scheduling.waves import ONE_RING, advance
from scheduling.wishes import Wish, WishKind
from storage.database import Database
from storage.store import Store
from tests.cast import MONDAY, Family, at, family, planned


def step(store: Store, us: Family, now: datetime) -> tuple[list[str], tuple[int, ...]]:
    """The names asked in one step, and the shifts given up on."""
    found = store.ask_round_of(us.circle.id)
    assert found is not None
    wave = advance(store, found, now)
    return [store.get(Member, ask.member).name for ask in wave.asks], wave.failed


def asks(store: Store, us: Family, now: datetime) -> list[Ask]:
    found = store.ask_round_of(us.circle.id)
    assert found is not None
    return store.asks_since(found.id, now - timedelta(days=14))


def test_the_family_is_asked_before_the_neighbours_and_the_organiser_never(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(10, "15:00"))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        assert step(store, us, MONDAY) == (["Piet", "Fatima"], ())
        assert step(store, us, MONDAY + timedelta(days=1)) == (["Riet"], ())


def test_whoever_did_least_is_asked_first(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        claim(store, planned(store, us, "nachtwacht", at(4, "22:00"), 540).id, us.piet, MONDAY)
        planned(store, us, "koffie", at(20, "15:00"))
        planned(store, us, "koffie", at(10, "15:00"))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        assert step(store, us, MONDAY)[0] == ["Fatima", "Piet"]


def test_who_is_away_is_not_asked(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(10, "15:00"))
        store.add(Absence(0, us.piet.person or 0, at(8, "00:00"), at(12, "00:00")))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        assert step(store, us, MONDAY)[0] == ["Fatima"]


def test_a_no_is_not_asked_twice_and_the_next_come_without_waiting(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(10, "15:00"))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        step(store, us, MONDAY)
        for ask in asks(store, us, MONDAY):
            answered(store, ask.id, store.get(Member, ask.member), Answer.NO, MONDAY)
        found = store.ask_round_of(us.circle.id)
        assert found is not None
        assert found.next_at is not None
        assert found.next_at - MONDAY < timedelta(minutes=5)
        assert step(store, us, MONDAY + timedelta(minutes=5))[0] == ["Riet"]


def test_when_all_rings_said_no_the_shift_is_given_to_the_organiser_to_decide(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        coffee = planned(store, us, "koffie", at(10, "15:00"))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        now = MONDAY
        for _ in range(2):
            step(store, us, now)
            for ask in asks(store, us, now):
                answered(store, ask.id, store.get(Member, ask.member), Answer.NO, now)
            now += timedelta(days=1)
        assert step(store, us, now) == ([], (coffee.id,))
        found = store.ask_round_of(us.circle.id)
        assert found is not None
        assert found.next_at is None


def test_nobody_gets_two_such_messages_a_day_unless_it_is_urgent(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(10, "15:00"))
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        assert step(store, us, MONDAY)[0] == ["Piet", "Fatima"]
        planned(store, us, "boodschappen", at(9, "10:00"), home=False)
        assert step(store, us, MONDAY + timedelta(hours=2))[0] == []
        planned(store, us, "medicijnen", at(3, "18:00"), 10)
        assert set(step(store, us, MONDAY + timedelta(hours=3))[0]) == {"Piet", "Fatima", "Riet"}


def test_open_shifts_are_one_question(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        ids = {planned(store, us, "koffie", at(day, "15:00")).id for day in (10, 12, 14)}
        wake(store, us.circle.id, MONDAY, at(10, "15:00"))
        step(store, us, MONDAY)
        assert [set(ask.shifts) for ask in asks(store, us, MONDAY)] == [ids, ids]


def test_nothing_beyond_two_weeks_is_asked(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "koffie", at(24, "15:00"))
        wake(store, us.circle.id, MONDAY, at(24, "15:00"))
        assert store.ask_round_of(us.circle.id) is None


@given(st.timedeltas(timedelta(minutes=1), timedelta(days=14)), st.timedeltas(timedelta(minutes=1), timedelta(days=14)))
def test_the_nearer_it_comes_the_more_are_asked_and_the_shorter_they_have(one: timedelta, other: timedelta) -> None:
    near, far = sorted((one, other))
    assert pace(near)[0] >= pace(far)[0]
    assert pace(near)[1] <= pace(far)[1]
    assert pace(ONE_RING)[1] <= ONE_RING


def test_who_likes_dogs_is_asked_for_the_dog_first_within_their_ring(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        planned(store, us, "hond uitlaten", at(10, "15:00"))
        for member in (us.fatima, us.riet):
            store.add(Wish(0, member.id, WishKind.LIKES, "honden"))
        found = store.ask_round_of(us.circle.id)
        assert found is not None
        wave = advance(store, found, MONDAY, lambda wish, shift, _: wish.about[:4] in shift.what)
        assert [store.get(Member, ask.member).name for ask in wave.asks] == ["Fatima", "Piet"]


def test_whoever_is_quiet_is_reached_in_the_morning_and_not_for_what_has_begun_by_then(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        early = planned(store, us, "steunkousen", at(4, "08:00"), 10)
        coffee = planned(store, us, "koffie", at(4, "15:00"))
        found = store.ask_round_of(us.circle.id)
        assert found is not None
        wave = advance(store, found, at(3, "23:00"))
        assert {ask.at for ask in wave.asks} == {at(4, "08:00")}
        assert {shift for ask in wave.asks for shift in ask.shifts} == {coffee.id}
        assert early.id in wave.failed
