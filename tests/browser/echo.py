"""A small program behind the page: it answers with buttons, files and reminders."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.channels.page import Page
from bot.messages import Attachment, Choice, Inbound, Kind, Outgoing, Reply


class Echo:
    """Says back what it hears; "herinner" is answered again after a day, "bestand" with a file."""

    def __init__(self, start: datetime) -> None:
        self.time = start
        self.heard: list[Inbound] = []
        self.due: list[tuple[datetime, str]] = []
        self.page = Page(self.now)
        self.broken = False

    def now(self) -> datetime:
        return self.time

    async def receive(self, inbound: Inbound) -> None:
        if self.broken:
            raise OSError("the disk is full of " + inbound.text)
        if any(known.external_id == inbound.external_id for known in self.heard):
            return
        self.heard.append(inbound)
        if inbound.kind is not Kind.BLOCKED:
            await self.page.send(Outgoing(inbound.chat, self.answer(inbound)))

    def answer(self, inbound: Inbound) -> Reply:
        if inbound.kind is Kind.TAP:
            return Reply(f"Gekozen: {inbound.choice}")
        if inbound.kind not in (Kind.TEXT, Kind.EDITED, Kind.FORWARDED):
            return Reply(f"Zonder woorden: {inbound.kind.value}")
        if inbound.text == "herinner":
            self.due.append((self.time + timedelta(days=1), inbound.chat))
            return Reply("Dat doe ik.")
        if inbound.text == "bestand":
            return Reply("Het rooster.", attachments=(Attachment("rooster.ics", "text/calendar", b"BEGIN:VCALENDAR"),))
        return Reply(f"Je zei: {inbound.text}", (Choice("Ja", "yes"), Choice("Nee", "no")))

    async def move_clock(self, to: datetime) -> None:
        for at, chat in sorted(self.due):
            if at <= to:
                self.time = at
                self.due.remove((at, chat))
                await self.page.send(Outgoing(chat, Reply("Herinnering!")))
                await asyncio.sleep(0)
        self.time = to


START = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
