"""What people type to choose from a numbered list, as on WhatsApp, where more than ten choices are numbers."""

from __future__ import annotations

import pytest

from locales.nl.picking import counted, says_all
from locales.nl.stopping import starts, stops, wants_no_messages


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        *[(typed, [2]) for typed in ("2", "2.", "(2)", "nr 2", "nr.2 graag", "optie 2 aub", "doe maar 2", "2️⃣", "twee")],
        *[(typed, [1, 3]) for typed in ("1 en 3", "1, 3", "ik neem 1 en 3", "1+3", "de eerste en de derde")],
        *[
            (typed, [])
            for typed in ("", "doe maar", "een", "1 of 2", "2 uur", "om 2", "12:30", "1.30", "dinsdag 4", "3 mensen")
        ],
        *[(typed, []) for typed in ("graag", "100", "ik kan niet voor 3 uur", "06 12345678")],
    ],
)
def test_numbers_choose_where_nothing_else_is_said(typed: str, numbers: list[int]) -> None:
    assert counted(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "all_of_it"),
    [("allemaal", True), ("ik doe ze alle drie", True), ("allebei graag", True), ("alles goed", False), ("ja", False)],
)
def test_all_of_a_list(typed: str, all_of_it: bool) -> None:
    assert says_all(typed) is all_of_it


@pytest.mark.parametrize(
    ("typed", "no_messages"),
    [
        *[
            (t, True)
            for t in ("geen berichten meer", "stuur me geen appjes meer", "ik wil geen berichten meer van jullie")
        ],
        *[(t, True) for t in ("stop met berichten sturen aub", "Stop alle berichten!")],
        *[
            (t, False)
            for t in ("geen berichten na 21 uur", "ik krijg geen berichten meer", "ik kan geen berichten openen")
        ],
        *[(t, False) for t in ("stop", "ik stop met koffie", "heb je berichten?", "stuur Piet een bericht")],
    ],
)
def test_whoever_wants_no_messages_at_all_says_nothing_else(typed: str, no_messages: bool) -> None:
    assert wants_no_messages(typed) is no_messages


@pytest.mark.parametrize(
    ("typed", "again"),
    [
        *[(t, True) for t in ("weer starten", "ja start maar", "ik wil weer berichten")],
        *[(t, False) for t in ("wanneer start de wandeling van zaterdag eigenlijk", "stop")],
    ],
)
def test_messages_again(typed: str, again: bool) -> None:
    assert starts(typed) is again


@pytest.mark.parametrize(("typed", "stop"), [("STOP 🛑", True), ("stop aub", True), ("stop maar", False), ("", False)])
def test_stop_is_a_word_of_its_own(typed: str, stop: bool) -> None:
    assert stops(typed) is stop
