"""Who is named and is not in the circle: whole names, and names that are like those of members."""

from __future__ import annotations

import pytest

from locales.nl import strangers

KNOWN = ["Anna", "Piet", "Riet", "Fatima", "Nel"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("zet Jan de Boer op donderdag 10 uur boodschappen", ["Jan de Boer"]),
        ("Jan Willem Jansen doet zaterdag 10 uur de tuin", ["Jan Willem Jansen"]),
        ("Maria-Louise van der Velden-Smit doet zaterdag warm eten", ["Maria-Louise van der Velden-Smit"]),
        ("zondag 12 uur koffie door Jan de Boer", ["Jan de Boer"]),
        ("Sanne rijdt vrijdag naar de fysio", ["Sanne"]),
        ("Piet doet vrijdag de tuin", []),
    ],
)
def test_a_name_of_more_words_is_one_person(text: str, who: list[str]) -> None:
    assert strangers.doers(text, KNOWN) == who


@pytest.mark.parametrize(
    ("said", "member", "same"),
    [
        ("Pieter", "Piet", True),
        ("Piet de Vries", "Piet", True),
        ("Piet de Vries", "Piet Jansen", False),
        ("Sanne", "Piet", False),
    ],
)
def test_a_member_may_be_called_by_another_form_of_the_name(said: str, member: str, same: bool) -> None:
    assert strangers.same_person(said, member) is same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ineke is er volgende week niet", "Ineke"),
        ("Morgen ben ik er niet", ""),
        ("Vrijdag kan ik niet", ""),
        ("Ik ben er volgende week niet", ""),
        ("Mama is er zondag niet", ""),
    ],
)
def test_who_is_said_to_be_away(text: str, name: str) -> None:
    assert strangers.who_is_away(text) == name


def test_a_member_is_not_heard_in_a_longer_name() -> None:
    assert strangers.is_slip_within("Jan de Boer", "Beer")
    assert not strangers.is_slip_within("Jan de Boer", "Jan")
