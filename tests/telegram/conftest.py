"""A bot on a strict double of Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.telegram import Telegram
from tests.fakes.bot_api import BotApi
from tests.telegram.echo import Echo, telegram


@pytest.fixture
def fake() -> Iterator[BotApi]:
    with BotApi() as fake:
        yield fake


@pytest.fixture
async def channel(fake: BotApi) -> AsyncIterator[Telegram]:
    channel = telegram(fake)
    yield channel
    await channel.close()


@pytest.fixture
def echo(channel: Telegram) -> Echo:
    return Echo(channel)


@pytest.fixture
def piet(fake: BotApi) -> str:
    """Piet's chat, in which he has said hello."""
    fake.says("Piet", "hoi")
    return fake.chat_id("Piet")
