"""Taking back: not for ever, only with the right to it, and the roster is whole afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduling.care import FIRM, Part, Staffed
from scheduling.people import Member, Role
from storage.database import Database
from tests.talking import Cast


@pytest.fixture
def cast(sqlite_database: Database) -> Cast:
    return Cast(sqlite_database)


def staffed(cast: Cast, shift: int) -> Staffed:
    with cast.database.reading() as store:
        found = store.staffed(shift)
        assert found
        return found


def doing(cast: Cast, shift: int) -> list[str]:
    with cast.database.reading() as store:
        return [store.get(Member, a.member).name for a in staffed(cast, shift).assignments if a.part in FIRM]


def said(cast: Cast, name: str, text: str) -> str:
    return " ".join(reply.text for reply in cast.says(name, text))


def test_a_button_of_long_ago_undoes_nothing(cast: Cast) -> None:
    shift = cast.planned(cast.circle(), "tuin", hours=24 * 9)
    cast.says("Piet", "ik doe de tuin")
    cast.now += timedelta(days=3)
    [reply] = cast.taps("Piet", "Ongedaan maken")
    assert "te lang geleden" in reply.text
    assert doing(cast, shift.id) == ["Piet"]


def test_what_is_over_stays_as_it_was(cast: Cast) -> None:
    shift = cast.planned(cast.circle(), "tuin", hours=1)
    cast.says("Piet", "ik doe de tuin")
    cast.now += timedelta(hours=5)
    [reply] = cast.taps("Piet", "Ongedaan maken")
    assert "al voorbij" in reply.text
    assert doing(cast, shift.id) == ["Piet"]


def test_who_left_is_not_put_back_by_an_undo_and_it_is_said(cast: Cast) -> None:
    shift = cast.planned(cast.circle(), "tuin")
    cast.says("Piet", "ik doe de tuin")
    cast.says("Anna", "zeg de tuin af")
    cast.taps("Anna", "Ja")
    cast.says("Piet", "ik wil uit de kring")
    cast.says("Piet", "ja")
    heard = said(cast, "Anna", "ongedaan")
    assert "Teruggedraaid" in heard
    assert staffed(cast, shift.id).shift.state == "planned"
    assert doing(cast, shift.id) == []


def test_who_may_not_plan_any_more_does_not_undo_it_either(cast: Cast) -> None:
    circle = cast.circle()
    shift = cast.planned(circle, "tuin")
    cast.says("Anna", "zeg de tuin af")
    assert staffed(cast, shift.id).shift.state == "cancelled"
    with cast.database.writing() as store:
        for member in store.members_of(circle.id):
            if member.name in ("Anna", "Riet"):
                store.change(member, role=Role.VIEWER if member.name == "Anna" else Role.ORGANISER)
    assert "regelt" in said(cast, "Anna", "ongedaan")
    assert staffed(cast, shift.id).shift.state == "cancelled"


def test_a_place_that_another_took_is_not_taken_twice_by_an_undo(cast: Cast) -> None:
    shift = cast.planned(cast.circle(), "tuin")
    cast.says("Anna", "Piet doet de tuin")
    cast.tick()
    cast.taps("Piet", "Lukt niet")
    cast.says("Fatima", "ik doe de tuin")
    cast.says("Piet", "ongedaan")
    assert doing(cast, shift.id) == ["Fatima"]


def test_what_overlaps_after_an_undo_is_marked_and_the_organiser_hears_it(cast: Cast) -> None:
    circle = cast.circle()
    garden = cast.planned(circle, "tuin", at_home=False)
    doctor = cast.planned(circle, "huisarts", at_home=False)
    cast.says("Piet", "ik doe de tuin")
    cast.says("Anna", "zeg de tuin af")
    cast.taps("Anna", "Ja")
    cast.says("Piet", "ik doe de huisarts")
    answers = said(cast, "Anna", "ongedaan")
    assert "Let op" in answers
    [mine] = [a for a in staffed(cast, garden.id).assignments if a.part == Part.CLAIMED]
    assert mine.overridden
    assert doing(cast, doctor.id) == ["Piet"]
