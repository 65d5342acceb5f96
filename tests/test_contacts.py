"""The numbers that matter: read from a sentence, and on the paper of the circle."""

from __future__ import annotations

import pytest

from locales.nl.contacts import contact


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("het nummer van de huisarts is 010-2345678", "huisarts", "010 234 5678"),
        ("Nummer van Apotheek De Linde: 06-12345678.", "Apotheek De Linde", "06 12345678"),
        ("telefoonnummer huisartsenpost 0900 1234", "huisartsenpost", "0900 1234"),
        ("het nummer van tante Fatima in Marokko is +212 522-431234", "tante Fatima in Marokko", "+212 5 22 43 12 34"),
        ("het telefoonnummer van isala is 038 4245000", "Isala", "038 424 5000"),
        ("welke nummers staan erop?", "welke nummers staan erop", ""),
    ],
)
def test_a_number_and_whose_it_is(text: str, label: str, number: str) -> None:
    assert contact(text) == (label, number)
