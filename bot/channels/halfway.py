"""Replies that broke off half-way: tried again in this process, they go on where they were."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.channels import Between
from bot.messages import DeliveryError, Outgoing

MOST = 1000  # of them that are remembered

P = TypeVar("P")


class Halfway:
    """Sends the parts of a reply one after another, and remembers which went."""

    def __init__(self) -> None:
        self._sent: OrderedDict[Outgoing, list[str]] = OrderedDict()

    async def send(
        self, outgoing: Outgoing, parts: Sequence[P], send: Callable[[int, P], Awaitable[str]], between: Between
    ) -> list[str]:
        """The channel's ids of all its parts. `send` takes a part with its place; raises DeliveryError."""
        sent = self._sent.pop(outgoing, [])
        try:
            for place, part in enumerate(parts[len(sent) :], start=len(sent)):
                if place:
                    await between(outgoing.chat)
                sent.append(await send(place, part))
        except DeliveryError as error:
            if sent and not error.permanent:
                self._sent[outgoing] = sent
                if len(self._sent) > MOST:
                    self._sent.popitem(last=False)
            raise
        return sent
