"""dateparser is the last resort for complete dates in other forms; it never turns silence into an answer."""

from __future__ import annotations

import pytest

from locales.nl.time import parse
from tests.time_cases import NOW, span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 March 2026", "2026-03-04"),
        ("March 4, 2026", "2026-03-04"),
        ("am 8. Mai 2026", "2026-05-08"),
        ("le 3 août 2026", "2026-08-03"),
        ("2026-03-08", "2026-03-08"),
        ("2026-03-08T14:30", "2026-03-08 14:30"),
    ],
)
def test_a_complete_date_in_another_form(text: str, expected: str) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    "text",
    ["marching 4 2026", "I may come", "sat down", "in 10 boxes 2026", "second 3", "March", "Kamer 4 Maria 2026"],
)
def test_what_is_not_complete_stays_silent(text: str) -> None:
    assert parse(text, NOW) == []
