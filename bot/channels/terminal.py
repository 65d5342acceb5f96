"""A terminal as a channel: one person, plain text with numbered choices."""

from __future__ import annotations

import sys

from bot.channels.plain import numbered
from bot.messages import DeliveryError, Outgoing


class Terminal:
    """Prints what is said to one person; what is for others waits until they open theirs."""

    name = "terminal"
    edits = False

    def __init__(self, chat: str) -> None:
        self.chat = chat

    async def send(self, outgoing: Outgoing) -> str:
        """Print. Raises DeliveryError for anybody who does not sit here."""
        if outgoing.chat != self.chat:
            raise DeliveryError("elsewhere", retry_after=10)
        print(numbered(outgoing.reply), end="\n\n", file=sys.stdout, flush=True)
        return "printed"
