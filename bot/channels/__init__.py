"""A channel parses what comes in, renders what goes out, and sends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.messages import Inbound, Outgoing

Receive = Callable[[Inbound], Awaitable[None]]
"""Hands a message to the program. Returns once it is committed; raises where it could not be."""


class Channel(Protocol):
    """What the program needs of a channel."""

    name: str
    edits: bool  # whether it can replace a message in place

    async def send(self, outgoing: Outgoing) -> str:
        """Deliver and return the channel's own id of the message. Raises DeliveryError."""
        ...
