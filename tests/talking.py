"""Anna's circle for her mother Nel, with Piet, Fatima and buurvrouw Riet: people who talk with the real program.

Only the channel is a double, at the one seam: what it is given is kept, and it fails when told to.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Choice, DeliveryError, Inbound, Kind, Outgoing, Reply
from bot.turn import Doors
from locales.words import words
from scheduling.care import Shift
from scheduling.people import Address, Circle, Member, Person, Role
from scheduling.plans import Draft, plan
from storage.database import Database
from storage.turns import Owed

MONDAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)  # 10:00 in Amsterdam
NAMES = ("Anna", "Piet", "Fatima", "Riet")


@dataclass
class Post:
    """A channel that keeps what it is given, and fails as it is told."""

    name: str = "telegram"
    edits: bool = True
    given: list[Outgoing] = field(default_factory=list)
    tried: list[Outgoing] = field(default_factory=list)
    troubles: deque[tuple[str, Exception]] = field(default_factory=deque)  # (chat or "" for any, what is raised)

    async def send(self, outgoing: Outgoing) -> str:
        self.tried.append(outgoing)
        for trouble in self.troubles:
            if trouble[0] in ("", outgoing.chat):
                self.troubles.remove(trouble)
                raise trouble[1]
        self.given.append(outgoing)
        return outgoing.edits or str(len(self.given))

    def fails(self, error: Exception, *, chat: str = "", times: int = 1) -> None:
        self.troubles.extend([(chat, error)] * times)


class Cast:
    """The people, their circle, the program, and the time they live in."""

    def __init__(self, database: Database, *, strict: bool = True, channel: str = "telegram") -> None:
        self.database = database
        self.now = MONDAY
        self.post = Post(channel)
        self.engine = Engine(database, capabilities(), words(), Doors("zorgkring_bot", "31612345678"), strict)
        self.sender = Sender(database, {channel: self.post}, capabilities(), words(), random.Random(1))
        self.sender.passing = lambda: 0.0  # only the story's own time passes, however slow the machine is
        self.persons: dict[str, int] = {}
        self._numbers = itertools.count(1)

    # Before the curtain.

    def circle(self, *names: str, recipient: str = "Nel") -> Circle:
        """A circle of these people (the first organises), who all agreed and talk on this channel."""
        with self.database.writing() as store:
            circle = store.add(Circle(0, recipient, self.now, "moeder"))
            for place, name in enumerate(names or NAMES):
                if name not in self.persons:
                    address = store.add(Address(0, self.post.name, name, last_in_at=self.now))
                    person = store.add(Person(0, name, self.now, address=address.id))
                    store.change(address, person=person.id)
                    self.persons[name] = person.id
                role = Role.ORGANISER if place == 0 else Role.HELPER
                store.add(Member(0, circle.id, name, self.persons[name], role, since=self.now))
        return circle

    def planned(
        self, circle: Circle, what: str = "huisarts", *, hours: float = 72, minutes: int = 60, **more: Any
    ) -> Shift:
        """A shift in that many hours."""
        with self.database.writing() as store:
            by = store.organisers_of(circle.id)[0]
            draft = Draft(what, self.now + timedelta(hours=hours), minutes, **more)
            return plan(store, circle, by, draft, (), self.now)[0]

    # On the stage.

    def inbound(self, name: str, text: str = "", kind: Kind = Kind.TEXT, **more: Any) -> Inbound:
        given = {"chat": name, "external_id": f"u{next(self._numbers)}", **more}
        return Inbound(self.post.name, sender=name, name=name, at=self.now, text=text, kind=kind, **given)

    def handles(self, inbound: Inbound) -> list[Reply]:
        """What this message is answered, delivered."""
        before = len(self.post.given)
        self.deliver(self.engine.handle(inbound, self.now))
        return [one.reply for one in self.post.given[before:]]

    def says(self, name: str, text: str, **more: Any) -> list[Reply]:
        return self.handles(self.inbound(name, text, **more))

    def taps(self, name: str, label: str, **more: Any) -> list[Reply]:
        """A tap on this button of the newest message to this person that has it."""
        return self.handles(self.inbound(name, kind=Kind.TAP, choice=self.choice(name, label).id, **more))

    def choice(self, name: str, label: str) -> Choice:
        for outgoing in reversed(self.post.given):
            for choice in outgoing.reply.choices:
                if outgoing.chat == name and choice.label == label:
                    return choice
        raise AssertionError(f"{name} has no button {label}")

    def deliver(self, owed: list[Owed]) -> None:
        asyncio.run(self.sender.send(owed, self.now, _at_once))

    def tick(self, *, after: float = 0.0) -> int:
        """Some seconds pass, then everything that is due goes."""
        self.now += timedelta(seconds=after)
        total = 0
        while count := asyncio.run(self.sender.tick(self.now, _at_once)):
            total += count
        return total

    def heard(self, name: str) -> list[str]:
        """Everything that was said to this person."""
        return [one.reply.text for one in self.post.given if one.chat == name]

    def owed(self) -> list[Owed]:
        """The whole outbox."""
        from sqlalchemy import select

        from storage.tables import outbox

        with self.database.reading() as store:
            rows = store.connection.execute(select(outbox).order_by(outbox.c.id)).mappings()
            return [Owed(**row) for row in rows]

    def count(self, table: str) -> int:
        """How many rows a table holds."""
        with self.database.reading() as store:
            return int(store.connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())


async def _at_once(work: Callable[[], Any]) -> Any:
    return work()


def trouble(reason: str = "server", *, permanent: bool = False, retry_after: float | None = None) -> DeliveryError:
    return DeliveryError(reason, permanent=permanent, retry_after=retry_after)
