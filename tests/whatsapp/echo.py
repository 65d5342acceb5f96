"""Our number on a strict double of Twilio, for the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.whatsapp import MEDIA_PATH, STATUS_PATH, WEBHOOK_PATH, WhatsApp
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing, Receipt, Reply
from locales.words import words
from tests.fakes.twilio import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, Twilio

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
PIET, FATIMA = "+31612345678", "+31687654321"


@dataclass
class Echo:
    """Says back what arrives, once per message, as the program does: committed first, then sent."""

    channel: WhatsApp
    got: list[Inbound] = field(default_factory=list)
    choices: tuple[Choice, ...] = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))
    receipts: list[Receipt] = field(default_factory=list)
    files: dict[tuple[int, int], Attachment] = field(default_factory=dict)
    silent: bool = False
    before: Callable[[Inbound], Awaitable[None]] | None = None  # may raise: then nothing is committed

    async def receive(self, inbound: Inbound) -> None:
        if any(earlier.external_id == inbound.external_id for earlier in self.got):
            return
        if self.before:
            await self.before(inbound)
        self.got.append(inbound)
        if not self.silent and inbound.kind in (Kind.TEXT, Kind.TAP):
            reply = Reply(f"Je zei: {inbound.text}", self.choices if inbound.kind is Kind.TEXT else ())
            await self.channel.send(Outgoing(inbound.chat, reply, owed=len(self.got)))

    async def report(self, receipt: Receipt) -> bool:
        self.receipts.append(receipt)
        return True

    async def file(self, owed: int, index: int) -> Attachment | None:
        return self.files.get((owed, index))


def whatsapp(fake: Twilio, *, token: str = TOKEN, timeout: float = 30.0) -> WhatsApp:
    """A channel that talks to the double."""
    return WhatsApp(
        ACCOUNT,
        token,
        NUMBER,
        public_url=PUBLIC_URL,
        clock=fake.clock,
        words=words(),
        base_url=fake.address,
        timeout=timeout,
    )


def app_of(channel: WhatsApp, echo: Echo) -> Starlette:
    """The three addresses that Twilio calls, as the program serves them."""

    async def webhook(request: Request) -> Response:
        return await channel.webhook(request, echo.receive)

    async def status(request: Request) -> Response:
        return await channel.status(request, echo.report)

    async def media(request: Request) -> Response:
        return await channel.media(request, echo.file)

    return Starlette(
        routes=[
            Route(WEBHOOK_PATH, webhook, methods=["POST"]),
            Route(STATUS_PATH, status, methods=["POST"]),
            Route(MEDIA_PATH, media),
        ]
    )


@asynccontextmanager
async def reachable(fake: Twilio, app: Starlette) -> AsyncIterator[None]:
    """For as long as this lasts, the double reaches the app, as behind a proxy: by another host and without https."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://10.0.0.7:8080") as client:
        fake.app = client
        yield
    fake.app = None


async def refused(channel: WhatsApp, outgoing: Outgoing) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(outgoing)
    return caught.value


def labels(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"do {day} mrt 14:30", f"7.{day}") for day in range(count))
