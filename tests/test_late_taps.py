"""Buttons that are tapped when what they were about has changed meanwhile, or that are tapped again."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.talking import Cast


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


def owed_kinds(cast: Cast) -> set[str]:
    """What is still owed, by kind."""
    return {owed.kind for owed in cast.owed() if owed.sent_at is None and not owed.error}


def test_who_was_removed_before_they_said_yes_to_leaving_hears_that_there_is_nothing_to_leave(cast: Cast) -> None:
    cast.circle()
    cast.says("Piet", "ik wil uit de kring")
    cast.says("Anna", "haal Piet uit de kring")
    cast.says("Anna", "ja")
    [reply] = cast.taps("Piet", "Ja, ik ga eruit")
    assert reply.text == "Je zit niet (meer) in die kring."


def test_ones_own_number_can_be_taken_away_by_its_button_at_any_time(cast: Cast) -> None:
    cast.circle()
    cast.says("Piet", "mijn nummer 06 12345678 mag op het blad")
    [reply] = cast.taps("Piet", "Haal eraf")
    assert reply.text == "Piet staat er niet meer op."
    [again] = cast.taps("Piet", "Haal eraf")
    assert "al niet meer op" in again.text


def test_who_wants_no_question_afterwards_is_owed_none_and_is_owed_it_again_after_an_undo(cast: Cast) -> None:
    cast.planned(cast.circle(), "tuin")
    cast.says("Piet", "ik doe de tuin")
    assert "checkout" in owed_kinds(cast)
    cast.says("Piet", "vraag me niet meer of het gelukt is")
    assert "checkout" not in owed_kinds(cast)
    cast.taps("Piet", "Ongedaan maken")
    assert "checkout" in owed_kinds(cast)
