"""Every conversation in tests/chats/ goes the same way with all its people on WhatsApp, in its window and out of it.

In a mixed circle they are played in test_chats.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.play import Stage, fresh_store, parse
from bot.play_command import without_blank
from tests.fakes.twilio import Twilio
from tests.soak import share
from tests.test_chats import CHATS
from tests.test_chats import expected as as_written
from tests.whatsapp_stage import MIXED, Elsewhere, OutOfWindow, ThroughTwilio, nameless, on_one_channel

pytestmark = pytest.mark.no_cover  # what the conversations reach is counted in test_chats

END_TO_END = ("first_circle", "join", "swap", "digest", "absence", "optout", "welcome_invited")
"""A share of them: they hold every shape of message, and days of silence."""

chats = pytest.mark.parametrize(
    "chat", [c for c in CHATS if on_one_channel(c.read_text("utf-8"))], ids=lambda chat: chat.stem
)


def played(stage: Stage, chat: Path) -> list[str]:
    try:
        return nameless(without_blank(asyncio.run(stage.perform(parse(chat.read_text("utf-8"))))))
    finally:
        stage.database.close()


def expected(chat: Path) -> list[str]:
    return nameless(as_written(chat))


@pytest.mark.soak
@pytest.mark.parametrize("typed", share((False,), (False, True)), ids=("tapped", "typed")[: share(1, 2)])
@chats
def test_with_everybody_on_whatsapp(chat: Path, typed: bool) -> None:
    assert played(Elsewhere(fresh_store(), strict=True, typed=typed), chat) == expected(chat)


@chats
def test_out_of_the_window(chat: Path) -> None:
    stage = OutOfWindow(fresh_store(), strict=True)
    wanted = expected(chat)
    assert played(stage, chat) == wanted
    assert stage.silent.templates > 0 or stage._stays


@pytest.mark.soak
@pytest.mark.parametrize("stem", share((*END_TO_END,), tuple(c.stem for c in CHATS)))
def test_with_buttons_in_a_mixed_circle(stem: str) -> None:
    """Typed they all are, in test_chats."""
    chat = next(c for c in CHATS if c.stem == stem)
    if on_one_channel(chat.read_text("utf-8")):
        assert played(Elsewhere(fresh_store(), strict=True, on=MIXED), chat) == expected(chat)


@pytest.mark.parametrize("chat", [c for c in CHATS if c.stem in END_TO_END], ids=lambda chat: chat.stem)
def test_through_twilio_end_to_end(chat: Path) -> None:
    with Twilio() as fake:
        stage = ThroughTwilio(fresh_store(), strict=True, fake=fake)
        assert played(stage, chat) == expected(chat)
        assert fake.refused == []
        assert {status for _, _, status in fake.posted} <= {200, 204}
