"""Names as people give them when they are asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from locales.nl import names


@pytest.mark.parametrize(
    ("said", "name", "kinship"),
    [
        ("Nel", "Nel", ""),
        ("jan de vries", "Jan de Vries", ""),
        ("van der Berg", "van der Berg", ""),
        ("voor mijn man Arie", "Arie", "man"),
        ("het is voor m'n oma Bep", "Bep", "oma"),
        ("mijn lieve oma Truus", "Truus", "oma"),
        ("mijn moeder, ze heet Nel", "Nel", "moeder"),
        ("mijn vader, Jan", "Jan", "vader"),
        ("Jan, mijn broer", "Jan", "broer"),
        ("mama", "", "mama"),
        ("mijn vader en moeder", "", "vader"),
        ("wat kan ik allemaal?", "", ""),
        ("weet ik nog niet", "", ""),
        ("bedank Wil", "", ""),
        ("ja", "", ""),
    ],
)
def test_who_a_circle_is_for(said: str, name: str, kinship: str) -> None:
    assert names.recipient(said) == (name, kinship)


@pytest.mark.parametrize("said", ["voor mezelf", "mijzelf", "ikzelf", "voor mij"])
def test_a_circle_can_be_for_oneself(said: str) -> None:
    assert names.is_self(said)


@pytest.mark.parametrize(
    ("said", "name"), [("ik heet Piet", "Piet"), ("met riet", "Riet"), ("hoezo?", ""), ("/stop", "")]
)
def test_ones_own_name(said: str, name: str) -> None:
    assert names.own_name(said) == name


@given(st.text(max_size=80))
@example("ª a")
def test_any_answer_is_read(said: str) -> None:
    found = names.recipient(said)
    assert not found.name or names.is_name(found.name)


@pytest.mark.parametrize(
    ("said", "invited"),
    [
        ("nodig mijn moeder uit", True),
        ("nodig mama uit", True),
        ("nodig Nel zelf uit", True),
        ("nodig iemand uit voor Nel", False),
        ("nodig iemand uit voor mijn moeder", False),
        ("nodig de broer van mijn moeder uit", False),
        ("nodig mijn vader uit", False),
        ("ik wil mensen uitnodigen", False),
    ],
)
def test_the_person_cared_for_is_invited_as_such(said: str, invited: bool) -> None:
    assert names.invites(said, "Nel", "moeder") is invited
