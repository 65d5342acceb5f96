"""Every conversation in tests/chats/ goes the same way with its people on WhatsApp, in its window and out of it.

Each day a share of them; `make soak` makes it all of them, each way.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.commands.play import without_blank
from bot.play import fresh_store
from tests.fakes.twilio import Twilio
from tests.soak import share
from tests.test_chats import CHATS
from tests.test_chats import expected as as_written
from tests.whatsapp.stage import MIXED, Elsewhere, OutOfWindow, ThroughTwilio, nameless

END_TO_END = ("first_circle", "join", "swap", "digest", "absence", "optout", "welcome_invited")
"""A share of them: they hold every shape of message, and days of silence."""

shared = pytest.mark.parametrize("stem", share(END_TO_END, tuple(c.stem for c in CHATS)))


def played(stage: Elsewhere, chat: Path) -> list[str]:
    try:
        return nameless(without_blank(asyncio.run(stage.play(chat.read_text("utf-8")))))
    finally:
        stage.database.close()


def called(stem: str) -> Path:
    return next(chat for chat in CHATS if chat.stem == stem)


def expected(chat: Path) -> list[str]:
    return nameless(as_written(chat))


@pytest.mark.soak
@pytest.mark.parametrize("typed", share((False,), (False, True)), ids=("tapped", "typed")[: share(1, 2)])
@shared
def test_with_everybody_on_whatsapp(stem: str, typed: bool) -> None:
    """In their window."""
    chat = called(stem)
    assert played(Elsewhere(fresh_store(), strict=True, typed=typed), chat) == expected(chat)


@pytest.mark.soak
@pytest.mark.parametrize("chat", share(CHATS[::5], CHATS), ids=lambda chat: chat.stem)
def test_out_of_the_window(chat: Path) -> None:
    """Each answer and each message comes by a template, and in full once its button is tapped."""
    stage = OutOfWindow(fresh_store(), strict=True)
    assert played(stage, chat) == expected(chat)
    assert (stage.silent.templates > 0) == ("whatsapp" in stage.met)


@pytest.mark.soak
@shared
def test_with_buttons_in_a_mixed_circle(stem: str) -> None:
    """Typed they all are, in test_chats."""
    chat = called(stem)
    assert played(Elsewhere(fresh_store(), strict=True, on=MIXED), chat) == expected(chat)


@pytest.mark.parametrize("chat", [c for c in CHATS if c.stem in END_TO_END], ids=lambda chat: chat.stem)
def test_through_twilio_end_to_end(chat: Path) -> None:
    with Twilio() as fake:
        stage = ThroughTwilio(fresh_store(), strict=True, fake=fake)
        assert played(stage, chat) == expected(chat)
        assert fake.refused == []
        assert {status for _, _, status in fake.posted} <= {200, 204}
