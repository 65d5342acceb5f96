"""Both rosters change together or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduling.care import Assignment, Part
from scheduling.claims import ShiftGone, claim
from scheduling.memberships import leave
from scheduling.people import Member
from scheduling.swaps import OfferGone, accept, exchange, offer, refuse
from storage.database import Database
from storage.store import Store
from tests.cast import MONDAY, Family, at, family, planned


def doing(store: Store, shift: int) -> set[int]:
    staffed = store.staffed(shift)
    assert staffed is not None
    return {a.member for a in staffed.responsible}


def two_shifts(store: Store) -> tuple[Family, Assignment, Assignment]:
    us = family(store)
    doctor = planned(store, us, "huisarts", at(6, "14:30"), home=False)
    shopping = planned(store, us, "boodschappen", at(7, "10:00"), home=False)
    piets = claim(store, doctor.id, us.piet, MONDAY).assignment
    fatimas = claim(store, shopping.id, us.fatima, MONDAY).assignment
    return us, piets, fatimas


def test_two_who_swap_have_each_others_shift(database: Database) -> None:
    with database.writing() as store:
        us, piets, fatimas = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.fatima, in_return=fatimas)
        accept(store, made.id, us.fatima, MONDAY)
        assert doing(store, piets.shift) == {us.fatima.id}
        assert doing(store, fatimas.shift) == {us.piet.id}


def test_until_somebody_says_yes_the_giver_is_responsible(database: Database) -> None:
    with database.writing() as store:
        us, piets, _ = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.riet)
        assert doing(store, piets.shift) == {us.piet.id}
        assert refuse(store, made.id, us.riet) is not None
        assert doing(store, piets.shift) == {us.piet.id}
        with pytest.raises(OfferGone):
            accept(store, made.id, us.riet, MONDAY)


def test_only_who_was_asked_can_take_it_and_only_once_and_in_time(database: Database) -> None:
    with database.writing() as store:
        us, piets, _ = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.riet)
        with pytest.raises(OfferGone):
            accept(store, made.id, us.fatima, MONDAY)
        with pytest.raises(OfferGone):
            accept(store, made.id, us.riet, made.until + timedelta(seconds=1))
        accept(store, made.id, us.riet, MONDAY)
        with pytest.raises(OfferGone):
            accept(store, made.id, us.riet, MONDAY)


def test_a_swap_for_something_that_is_no_longer_theirs_changes_nothing(database: Database) -> None:
    with database.writing() as store:
        us, piets, fatimas = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.fatima, in_return=fatimas)
        store.change(store.get(Assignment, fatimas.id), part=Part.RELEASED)
    with pytest.raises(ShiftGone), database.writing() as store:
        accept(store, made.id, us.fatima, MONDAY)
    with database.reading() as store:
        assert doing(store, piets.shift) == {us.piet.id}


def test_who_left_the_circle_gives_nothing_away_any_more(database: Database) -> None:
    with database.writing() as store:
        us, piets, _ = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.riet)
        leave(store, store.get(Member, us.piet.id), MONDAY)
        with pytest.raises(OfferGone):
            accept(store, made.id, us.riet, MONDAY)


def test_who_organises_lets_two_others_change_places(database: Database) -> None:
    with database.writing() as store:
        us, piets, fatimas = two_shifts(store)
        gets, gives = exchange(store, piets, fatimas, MONDAY)
        assert (gets.id, gives.id) == (fatimas.shift, piets.shift)
        assert doing(store, piets.shift) == {us.fatima.id}
        assert doing(store, fatimas.shift) == {us.piet.id}


def test_who_gave_a_shift_away_meanwhile_is_not_exchanged(database: Database) -> None:
    with database.writing() as store:
        us, piets, fatimas = two_shifts(store)
        made = offer(store, piets, us.piet, MONDAY, to=us.riet)
        accept(store, made.id, us.riet, MONDAY)
        with pytest.raises(ShiftGone):
            exchange(store, piets, fatimas, MONDAY)
        assert doing(store, fatimas.shift) == {us.fatima.id}
