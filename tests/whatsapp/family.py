"""A circle in which everybody is on WhatsApp."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.messages import VIEW, DeliveryError, Kind, Outgoing, Receipt, Reply
from scheduling.claims import claim
from scheduling.people import Address, Circle
from storage.database import Database
from storage.turns import Owed
from tests.talking import Cast, Post

DAY = timedelta(days=1)
PIET = "+31612345678"


@dataclass
class Number(Post):
    """WhatsApp, as the program sees it."""

    name: str = "whatsapp"
    edits: bool = False
    window: timedelta = timedelta(hours=24)
    approved: bool = True

    def may_open(self, template: str) -> bool:
        assert template
        return self.approved

    async def send(self, outgoing: Outgoing) -> str:
        return f"SM{int(await super().send(outgoing)):032x}"


class Family(Cast):
    """Everybody on WhatsApp, and on Telegram too where they say so."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, channel="whatsapp")
        self.post = self.number = Number()
        self.telegram = Post()
        self.channels: dict[str, Any] = {"whatsapp": self.number, "telegram": self.telegram}
        self.sender = replace(self.sender, channels=self.channels)

    def also_on_telegram(self, name: str) -> None:
        with self.database.writing() as store:
            store.add(Address(0, "telegram", name, self.persons[name], last_in_at=self.now))

    def owe(self, name: str, text: str = "Piet kan toch niet.", **more: Any) -> int:
        with self.database.writing() as store:
            owed = store.owe("notice", self.now, person=self.persons[name], payload={"text": text}, **more)
        assert owed is not None
        return owed

    def row(self, owed: int) -> Owed:
        with self.database.reading() as store:
            return store.get(Owed, owed)

    def address(self, name: str) -> Address:
        with self.database.reading() as store:
            found = store.address_of("whatsapp", name)
        assert found is not None
        return found

    def reports(self, owed: int, status: str, error: DeliveryError | None = None, *, sid: str = "") -> bool:
        receipt = Receipt(owed, sid or str(self.row(owed).provider_id), status, error)
        return self.sender.report(receipt, self.now)

    def texts(self, name: str) -> list[str]:
        return [one.reply.text for one in self.number.given if one.chat == name]

    def views(self, name: str) -> list[Reply]:
        """Somebody taps [Bekijk]; what follows is what waited."""
        before = len(self.number.given)
        self.handles(self.inbound(name, kind=Kind.TAP, choice=VIEW))
        self.tick()
        return [one.reply for one in self.number.given[before:]]


def reminded(family: Family) -> None:
    """A visit of Piet's, and the clock at its reminder, three days after he last spoke."""
    with family.database.reading() as store:
        circle = store.get(Circle, 1)
    shift = family.planned(circle, hours=72)
    with family.database.writing() as store:
        piet = next(member for member in store.members_of(circle.id) if member.name == "Piet")
        claim(store, shift.id, piet, family.now)
    with family.database.writing() as store:
        store.unowe(("checkout",), 1)
    for hours in (48, 23):  # a day before, and an hour before
        family.now += timedelta(hours=hours)
        family.tick()
