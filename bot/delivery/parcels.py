"""What is owed, made ready to go: rendered from the state of now, to the address of now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.channels import Channel
from bot.delivery.metrics import Metrics
from bot.delivery.reach import too_late
from bot.delivery.window import LOOK_AGAIN, is_open, outgoing, reachable
from bot.dialog import Capability
from bot.faults import place_of
from bot.groups.boards import posting
from bot.messages import Choice, Outgoing, Reply
from bot.replies import ask
from bot.saying import Say
from bot.showing import Showing
from locales.words import Words
from scheduling.people import Address, Circle, CircleState, Person, Standing
from scheduling.reminders import REMINDER
from storage.database import Database, DatabaseUnavailable
from storage.groups import BOARD
from storage.recipients import Recipient
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

DROPPED = "pointless"  # what it would have said is no longer true or useful
LATE = "late"  # it comes after the moment until which it was useful

Said = tuple[int, dict[str, Any], int]  # row, what it came to say, address


@dataclass(frozen=True)
class Parcel:
    """A row that is ready to go."""

    owed: Owed
    address: Address
    outgoing: Outgoing


@dataclass(frozen=True)
class Packing:
    """Makes parcels of rows. Blocking work, for a thread."""

    database: Database
    channels: Mapping[str, Channel]
    capabilities: Mapping[str, Capability]
    words: Words
    metrics: Metrics

    def pack(self, rows: Sequence[Owed], now: datetime) -> tuple[list[Parcel], list[Owed]]:
        """What can go, and what could not be rendered. The rest is dropped or waits, and that is written down."""
        if all(row.kind == "reply" for row in rows):  # rendered already, in the turn that owes them
            with self.database.reading() as store:
                behind, parcels = store.wait_their_turn([row.id for row in rows], now), []
                with suppress(Exception):  # one by one below it shows which of them it is
                    parcels = [p for row in rows if row.id not in behind and (p := self._reply(store, row, now))]
            if len(parcels) == len(rows):
                return parcels, []
            if behind:
                with self.database.writing() as store:
                    store.give_back(behind)
                rows = [row for row in rows if row.id not in behind]
        try:
            with self.database.writing() as store:
                return self._parcels(store, rows, now), []
        except DatabaseUnavailable:
            raise
        except Exception:
            return self._one_by_one(rows, now)

    def _one_by_one(self, rows: Sequence[Owed], now: datetime) -> tuple[list[Parcel], list[Owed]]:
        """Each row in a transaction of its own: what cannot be rendered must not hold up the others."""
        parcels, broken = [], []
        for row in rows:
            try:
                with self.database.writing() as store:
                    made = self._parcels(store, [row], now)
            except DatabaseUnavailable:
                raise
            except Exception as error:
                log.error("rendering_failed", kind=row.kind, error=type(error).__name__, at=place_of(error))
                broken.append(row)
            else:
                parcels += made
        return parcels, broken

    def _parcels(self, store: Store, rows: Sequence[Owed], now: datetime) -> list[Parcel]:
        said: list[Said] = []
        to = store.recipients(rows)
        parcels = [parcel for row in rows if (parcel := self._parcel(store, row, to[row.id], said, now)) is not None]
        store.rendered(said)
        return parcels

    def _parcel(self, store: Store, row: Owed, to: Recipient, said: list[Said], now: datetime) -> Parcel | None:
        """One row ready to go; what a proactive one came to say is added to `said`."""
        ways = to.ways
        if not ways:
            return self._drop(store, row, "unreachable", now)
        address = ways[0] if row.kind == "edit" else reachable(self.channels, ways, row.kind, now)
        if address is None:  # a template that is not approved yet
            log.warning("delivery_waits", kind=row.kind, reason="template")
            store.hold(row.id, now + LOOK_AGAIN)
            return None
        if _late(row, now):
            return self._drop(store, row, LATE, now)
        if address.channel not in self.channels:  # another process has that channel
            store.elsewhere(row.id, address.channel)
            return None
        if row.kind == "edit":
            return self._edit(store, row, address, now)
        if row.kind == "reply":
            return self._reply(store, row, now)
        if row.kind == BOARD:
            return self._board(store, row, address, now)
        say = self._show(store, row, to.person, now)
        if say is None:
            return self._drop(store, row, DROPPED, now)
        question = None
        if say.options:
            question = (store.question_of(row.id, address.id) or ask(store, address.id, row.id, say, now)).id
        said.append((row.id, {**row.payload, **say.as_json()}, address.id))  # it may be worded once more
        return self._to(store, row, address, as_reply(say, question), now)

    def _to(self, store: Store, row: Owed, address: Address, reply: Reply, now: datetime) -> Parcel:
        channel, name = self.channels[address.channel], ""
        if address.person is not None and not is_open(channel, address, now):  # a template says it
            name = store.person(address.person).name
        return Parcel(row, address, outgoing(channel, row, address, reply, name, now))

    def _reply(self, store: Store, row: Owed, now: datetime) -> Parcel | None:
        """A reply as it was worded, where nothing about it has to be written down first."""
        address = None if row.address is None else store.find(Address, row.address)
        if address is None or address.channel not in self.channels or _late(row, now):
            return None
        question = row.payload.get("question")
        if question is None and row.payload.get("options"):
            asked = store.question_of(row.id, address.id)
            question = None if asked is None else asked.id
        reply = as_reply(Say.from_json(row.payload), question)
        if row.payload.get("tap"):
            shown = {key: row.payload[key] for key in ("tap", "alert", "link")}
            return Parcel(row, address, Outgoing(address.chat, reply, owed=row.id, **shown))
        return self._to(store, row, address, reply, now)

    def _show(self, store: Store, row: Owed, person: Person | None, now: datetime) -> Say | None:
        if row.kind == "notice":
            return Say.from_json(row.payload) if _concerns(store, row) else None
        for capability in self.capabilities.values():
            if row.kind in capability.shows and person is not None:
                return capability.shows[row.kind](Showing(store, self.words, now, person), row)
        return None

    def _edit(self, store: Store, row: Owed, address: Address, now: datetime) -> Parcel | None:
        before = store.find(Owed, row.edits or 0)
        if not self.channels[address.channel].edits or before is None or before.provider_id is None:
            return self._drop(store, row, DROPPED, now)
        say = Say.from_json(before.payload)
        question = store.question_of(before.id, address.id)
        kept = None if row.payload["closed"] or question is None else question.id
        reply = as_reply(say, kept) if kept else Reply(f"{say.text}\n\n{row.payload['chosen']}")
        return Parcel(row, address, Outgoing(address.chat, reply, edits=before.provider_id))

    def _board(self, store: Store, row: Owed, address: Address, now: datetime) -> Parcel | None:
        """A group's list. Each look of it has buttons of its own, so that a tap on an old one means what it said."""
        said = posting(store, self.words, row, now)
        if said is None:
            return self._drop(store, row, DROPPED, now)
        question = ask(store, address.id, row.id, said.say, now).id if said.say.options else None
        reply = as_reply(said.say, question)
        going = Outgoing(address.chat, reply, edits=said.edits, owed=row.id, or_nothing=said.or_nothing)
        return Parcel(row, address, going)

    def _drop(self, store: Store, row: Owed, why: str, now: datetime) -> Parcel | None:
        if why != DROPPED:
            log.warning("delivery_dropped", kind=row.kind, reason=why)
        self.metrics.dropped(row.kind, why)
        store.failed(row.id, why)
        if why == LATE and row.kind == REMINDER:
            too_late(store, self.words, row, now)
        return None


def _concerns(store: Store, row: Owed) -> bool:
    """Whether a notice of a circle is for them still: they are in it, and it is not closed."""
    if row.subject is None or row.person is None:
        return True
    circle, member = store.find(Circle, row.subject), store.member_in(row.subject, row.person)
    there = member is not None and member.standing == Standing.ACTIVE
    return circle is not None and circle.state != CircleState.CLOSED and there


def _late(row: Owed, now: datetime) -> bool:
    return row.useful_until is not None and row.useful_until < now


def as_reply(say: Say, question: int | None) -> Reply:
    """A message with its choices' ids, as channels take it."""
    choices = tuple(Choice(option.label, f"{question}.{i}") for i, option in enumerate(say.options))
    return Reply(say.text, choices if question is not None else (), say.files())
