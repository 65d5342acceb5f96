"""Every conversation in tests/chats/ reads as it really goes, tapped as it stands there; a fifth of them each day, and
all in soak, typed in a mixed circle (another fifth goes out of its window, see tests/whatsapp/test_chats.py).

The program is restarted between any two lines.
None of their statements reads a whole table, so that a turn costs the same however many circles there are.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commands.play import without_blank
from bot.play import Stage, fresh_store, parse
from storage.database import Database
from tests.scans import no_table_walked
from tests.soak import share
from tests.whatsapp.stage import MIXED, Elsewhere, nameless

CHATS = sorted((Path(__file__).parent / "chats").glob("*.chat"))
ON_POSTGRES = ("first_circle", "join", "leave", "privacy", "settings", "claim", "reminder")
"""A share of them: those that touch every table and every kind of lock."""


def played(chat: Path, stage: Stage) -> list[str]:
    """The conversation as it really goes."""
    return without_blank(asyncio.run(stage.perform(parse(chat.read_text("utf-8")))))


def expected(chat: Path) -> list[str]:
    lines = without_blank(chat.read_text("utf-8"))
    assert any(line.startswith("<") for line in lines), "it holds no answers yet: play it, and read what is said"
    return lines


@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: chat.stem)
def test_it_is_said_as_the_file_says(chat: Path) -> None:
    database = fresh_store()
    try:
        with no_table_walked(database):
            assert played(chat, Stage(database, strict=True)) == expected(chat)
    finally:
        database.close()


@pytest.mark.soak
@pytest.mark.parametrize("chat", share(CHATS[1::5], CHATS), ids=lambda chat: chat.stem)
def test_it_is_said_so_where_every_button_is_typed_in_a_mixed_circle(chat: Path) -> None:
    """Where somebody has two addresses, everybody stays where the file says."""
    database = fresh_store()
    try:
        mixed = Elsewhere(database, strict=True, typed=True, on=MIXED)
        said = asyncio.run(mixed.play(chat.read_text("utf-8")))
        assert nameless(without_blank(said)) == nameless(expected(chat))
    finally:
        database.close()


@pytest.mark.postgres
@pytest.mark.parametrize("chat", [c for c in CHATS if c.stem in ON_POSTGRES], ids=lambda chat: chat.stem)
def test_it_is_said_so_on_postgresql(chat: Path, postgres_database: Database) -> None:
    assert played(chat, Stage(postgres_database, strict=True)) == expected(chat)
