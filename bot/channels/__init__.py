"""A channel parses what comes in, renders what goes out, and sends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Protocol, runtime_checkable

from bot.messages import Inbound, Outgoing, Receipt

Receive = Callable[[Inbound], Awaitable[None]]
"""Hands a message to the program. Returns once it is committed; raises where it could not be."""

Report = Callable[[Receipt], Awaitable[bool]]
"""Tells the program how a message went. False where the program does not know yet that it went: tell again."""


Between = Callable[[str], Awaitable[None]]
"""What a channel waits for between two parts of one message to a chat."""


async def at_once(_: str) -> None:
    """Waits for nothing."""


class Channel(Protocol):
    """What the program needs of a channel."""

    name: str
    edits: bool  # whether it can replace a message in place

    async def send(self, outgoing: Outgoing) -> str:
        """Deliver and return the channel's own id of the message. Raises DeliveryError."""
        ...


@runtime_checkable
class Windowed(Protocol):
    """A channel where we may speak freely only for a while after the person did, and by approved templates later."""

    window: timedelta

    def may_open(self, template: str) -> bool:
        """Whether this template is approved."""
        ...
