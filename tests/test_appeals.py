"""Asking everybody at once: who is asked, when, and what the circle's own asking makes of it."""

from __future__ import annotations

from datetime import timedelta

from scheduling.appeals import ask_now
from scheduling.availability import Absence
from scheduling.claims import claim
from scheduling.waves import advance
from storage.database import Database
from tests.cast import MONDAY, at, family, planned


def test_everybody_is_asked_but_who_asks_and_who_is_on_it_or_away(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shift = planned(store, us, "ziekenhuis", at(6, "10:00"), 180, people=2)
        claim(store, shift.id, us.piet, MONDAY)
        store.add(Absence(0, us.riet.person or 0, at(5, "00:00"), at(8, "00:00")))
        found = store.staffed(shift.id)
        assert found is not None
        assert [m.name for m in ask_now(store, us.circle, [found], us.anna.id, MONDAY)] == ["Fatima"]


def test_nobody_is_asked_in_their_quiet_hours(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        found = store.staffed(planned(store, us, "koffie", at(6, "10:00")).id)
        assert found is not None
        night = at(3, "22:30")
        ask_now(store, us.circle, [found], us.anna.id, night)
        assert store.next_due() == at(4, "08:00")


def test_the_circles_own_asking_does_not_ask_the_same_people_again(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        found = store.staffed(planned(store, us, "koffie", at(6, "10:00")).id)
        assert found is not None
        ask_now(store, us.circle, [found], us.anna.id, MONDAY)
        asking = store.ask_round_of(us.circle.id)
        assert asking is not None
        assert asking.next_at is not None
        assert not advance(store, asking, asking.next_at + timedelta(minutes=1)).asks
