"""Every conversation in tests/chats/ goes the same way with its people on WhatsApp: in its window, out of it, mixed."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from bot.play import Stage, fresh_store, parse
from bot.play_command import without_blank
from tests.fakes.twilio import Twilio
from tests.test_chats import CHATS
from tests.test_chats import expected as as_written
from tests.whatsapp_stage import MIXED, Elsewhere, OutOfWindow, ThroughTwilio

pytestmark = pytest.mark.no_cover  # what the conversations reach is counted in test_chats

END_TO_END = ("first_circle", "join", "swap", "digest", "absence", "optout", "welcome_invited")
"""A share of them: they hold every shape of message, and days of silence."""
CHANNEL_NAMES = re.compile(r"(?<=via: ).*")  # what is known of somebody names their channel


def on_one_channel(chat: Path) -> bool:
    """Whether nobody in it has two addresses: who has can be on no one channel."""
    said = {(line.name, line.channel) for line in parse(chat.read_text("utf-8")) if line.channel}
    return len(said) == len({name for name, _ in said})


chats = pytest.mark.parametrize("chat", [c for c in CHATS if on_one_channel(c)], ids=lambda chat: chat.stem)


def played(stage: Stage, chat: Path) -> list[str]:
    try:
        return nameless(without_blank(asyncio.run(stage.perform(parse(chat.read_text("utf-8"))))))
    finally:
        stage.database.close()


def expected(chat: Path) -> list[str]:
    return nameless(as_written(chat))


def nameless(lines: list[str]) -> list[str]:
    return [CHANNEL_NAMES.sub("", line) for line in lines]


@chats
def test_with_everybody_on_whatsapp(chat: Path) -> None:
    assert played(Elsewhere(fresh_store(), strict=True), chat) == expected(chat)


@chats
def test_in_a_mixed_circle(chat: Path) -> None:
    assert played(Elsewhere(fresh_store(), strict=True, on=MIXED), chat) == expected(chat)


@chats
def test_out_of_the_window(chat: Path) -> None:
    stage = OutOfWindow(fresh_store(), strict=True)
    wanted = expected(chat)
    assert played(stage, chat) == wanted
    assert stage.silent.templates > 0 or stage._stays


@pytest.mark.parametrize("chat", [c for c in CHATS if c.stem in END_TO_END], ids=lambda chat: chat.stem)
def test_through_twilio_end_to_end(chat: Path) -> None:
    with Twilio() as fake:
        stage = ThroughTwilio(fresh_store(), strict=True, fake=fake)
        assert played(stage, chat) == expected(chat)
        assert fake.refused == []
        assert {status for _, _, status in fake.posted} <= {200, 204}
