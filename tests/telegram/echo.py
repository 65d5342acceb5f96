"""A bot on a strict double of Telegram, for the tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bot.channels.telegram import Telegram
from bot.messages import Choice, DeliveryError, Inbound, Kind, Outgoing, Reply
from tests.fakes.bot_api import TOKEN, BotApi

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
COMMANDS = (("help", "Wat kan ik vragen?"), ("rooster", "Het rooster van deze week"))


@dataclass
class Echo:
    """Says back what arrives, once per update, as the program does: committed first, then sent."""

    channel: Telegram
    got: list[Inbound] = field(default_factory=list)
    choices: tuple[Choice, ...] = (Choice("Ja", "yes"), Choice("Nee", "no"))
    before: Callable[[Inbound], Awaitable[None]] | None = None  # may raise: then nothing is committed

    async def __call__(self, inbound: Inbound) -> None:
        if any(earlier.external_id == inbound.external_id for earlier in self.got):
            return
        if self.before:
            await self.before(inbound)
        self.got.append(inbound)
        if inbound.kind in (Kind.TEXT, Kind.TAP):
            reply = Reply(f"Je zei: {inbound.text}", self.choices if inbound.kind is Kind.TEXT else ())
            await self.channel.send(Outgoing(inbound.chat, reply, edits=inbound.message))

    @property
    def texts(self) -> list[str]:
        return [inbound.text for inbound in self.got]


def telegram(fake: BotApi, *, token: str = TOKEN, **settings: float) -> Telegram:
    """A channel that talks to the double, in a hurry."""
    return Telegram(
        token,
        clock=lambda: NOW,
        base_url=fake.base_url,
        timeout=settings.get("timeout", 30.0),
        poll_seconds=int(settings.get("poll_seconds", 5)),
        first_wait=settings.get("first_wait", 0.01),
    )


@asynccontextmanager
async def polling(channel: Telegram, receive: Callable[[Inbound], Awaitable[None]]) -> AsyncIterator[None]:
    """The bot polls for as long as this lasts."""
    stop = asyncio.Event()
    task = asyncio.create_task(channel.poll(receive, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 60)


async def failure(channel: Telegram, chat: str, text: str = "Dag") -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(Outgoing(chat, Reply(text)))
    return caught.value
