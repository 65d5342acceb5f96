"""Sending what is owed: claim, render from the state of now, send, mark. One unit of work at a time."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from bot.channels import Channel
from bot.dialog import Capability
from bot.engine import ask
from bot.messages import Choice, DeliveryError, Outgoing, Reply
from bot.saying import Say
from bot.showing import Showing
from locales.words import Words
from scheduling.people import Address
from storage.database import Database
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

BATCH = 100
FIRST_WAIT, LONGEST_WAIT = 2.0, 600.0  # seconds between tries
ELSEWHERE = timedelta(seconds=30)
DROPPED = "pointless"  # what it would have said is no longer true or useful

T = TypeVar("T")
InThread = Callable[[Callable[[], T]], Awaitable[T]]


@dataclass(frozen=True)
class Parcel:
    """A row that is ready to go."""

    owed: Owed
    channel: str
    address: Address
    outgoing: Outgoing


@dataclass(frozen=True)
class Outcome:
    """How it went."""

    parcel: Parcel
    provider_id: str = ""
    error: DeliveryError | None = None


@dataclass
class Sender:
    """Delivers the outbox through the channels that run."""

    database: Database
    channels: Mapping[str, Channel]
    capabilities: Mapping[str, Capability]
    words: Words
    spread: random.Random = field(default_factory=random.Random)

    async def tick(self, now: datetime, run: InThread[Any]) -> int:
        """Send one batch of what is due and return how many rows it held; `run` does blocking work in a thread."""
        owed: list[Owed] = await run(lambda: self._claim(now))
        await self.send(owed, now, run)
        return len(owed)

    async def send(self, owed: Iterable[Owed], now: datetime, run: InThread[Any]) -> None:
        """Send rows that are claimed already, per address in order."""
        rows = list(owed)
        if not rows:
            return
        parcels: list[Parcel] = await run(lambda: self._prepare(rows, now))
        lanes: dict[int, list[Parcel]] = defaultdict(list)
        for parcel in parcels:
            lanes[parcel.address.id].append(parcel)
        lists = await asyncio.gather(*(self._lane(lane) for lane in lanes.values()))
        outcomes = [outcome for lane in lists for outcome in lane]
        if outcomes:
            await run(lambda: self._settle(outcomes, now))

    async def _lane(self, parcels: list[Parcel]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        for parcel in parcels:
            try:
                outcomes.append(Outcome(parcel, await self.channels[parcel.channel].send(parcel.outgoing)))
            except DeliveryError as known:
                error = known
            except Exception as unknown:
                # A channel's own fault must not hold up what was sent beside it; its text may hold what people wrote.
                log.error("channel_fault", channel=parcel.channel, error=type(unknown).__name__)
                error = DeliveryError("fault")
            else:
                continue
            outcomes.append(Outcome(parcel, error=error))
            if not error.permanent:
                # Later messages wait too, so that they arrive in order.
                outcomes.extend(Outcome(one, error=error) for one in parcels[len(outcomes) :])
                break
        return outcomes

    # Blocking work.

    def _claim(self, now: datetime) -> list[Owed]:
        with self.database.writing() as store:
            return store.claim_due(now, BATCH)

    def _prepare(self, rows: list[Owed], now: datetime) -> list[Parcel]:
        if all(row.kind == "reply" for row in rows):  # rendered already, in the turn that owes them
            with self.database.reading() as store:
                return [parcel for row in rows if (parcel := self._parcel(store, row, now)) is not None]
        with self.database.writing() as store:
            return [parcel for row in rows if (parcel := self._parcel(store, row, now)) is not None]

    def _parcel(self, store: Store, row: Owed, now: datetime) -> Parcel | None:
        address = _address(store, row)
        if address is None:
            return self._drop(store, row, "unreachable")
        if address.channel not in self.channels:  # another process has that channel
            store.again(row.id, now + ELSEWHERE, row.attempts)
            return None
        if row.useful_until is not None and row.useful_until < now:
            return self._drop(store, row, "late")
        if row.kind == "edit":
            return self._edit(store, row, address)
        if row.kind == "reply":
            question = row.payload.get("question")
            if question is None and row.payload.get("options"):
                asked = store.question_of(row.id, address.id)
                question = None if asked is None else asked.id
            reply = as_reply(Say.from_json(row.payload), question)
            return Parcel(row, address.channel, address, Outgoing(address.chat, reply))
        say = self._show(store, row, now)
        if say is None:
            return self._drop(store, row, DROPPED)
        question = None
        if say.options:
            question = (store.question_of(row.id, address.id) or ask(store, address.id, row.id, say, now)).id
        store.rendered(row.id, say.as_json(), address.id)
        return Parcel(row, address.channel, address, Outgoing(address.chat, as_reply(say, question)))

    def _show(self, store: Store, row: Owed, now: datetime) -> Say | None:
        if row.kind == "notice":
            return Say.from_json(row.payload)
        for capability in self.capabilities.values():
            if row.kind in capability.shows and row.person is not None:
                return capability.shows[row.kind](Showing(store, self.words, now, store.person(row.person)), row)
        return None

    def _edit(self, store: Store, row: Owed, address: Address) -> Parcel | None:
        before = store.find(Owed, row.edits or 0)
        if not self.channels[address.channel].edits or before is None or before.provider_id is None:
            return self._drop(store, row, DROPPED)
        say = Say.from_json(before.payload)
        question = store.question_of(before.id, address.id)
        kept = None if row.payload["closed"] or question is None else question.id
        reply = as_reply(say, kept) if kept else Reply(f"{say.text}\n\n{row.payload['chosen']}")
        return Parcel(row, address.channel, address, Outgoing(address.chat, reply, edits=before.provider_id))

    def _drop(self, store: Store, row: Owed, why: str) -> Parcel | None:
        store.failed(row.id, why)
        return None

    def _settle(self, outcomes: list[Outcome], now: datetime) -> None:
        with self.database.writing() as store:
            for outcome in outcomes:
                row, error = outcome.parcel.owed, outcome.error
                if error is None:
                    store.sent(row.id, outcome.provider_id, now)
                elif error.permanent:
                    log.warning("delivery_failed", channel=outcome.parcel.channel, reason=error.reason)
                    store.failed(row.id, error.reason)
                    if error.reason in ("blocked", "gone"):
                        self._lost(store, outcome.parcel.address, error.reason, now)
                else:
                    wait = error.retry_after or min(LONGEST_WAIT, FIRST_WAIT * 2**row.attempts)
                    later = now + timedelta(seconds=wait + self.spread.uniform(0, wait / 4))
                    log.info("delivery_postponed", channel=outcome.parcel.channel, reason=error.reason)
                    store.again(row.id, later, row.attempts + 1)

    def _lost(self, store: Store, address: Address, reason: str, now: datetime) -> None:
        """Nobody is behind this address any more: say so once to the organisers who may want to call."""
        current = store.get(Address, address.id)
        if current.unreachable:
            return
        store.change(current, unreachable=reason)
        if address.person is None or any(not a.unreachable for a in store.addresses_of(address.person)):
            return
        for member, circle in store.memberships_of(address.person):
            for organiser in store.organisers_of(circle.id):
                if organiser.person is not None and organiser.person != address.person:
                    person = store.person(organiser.person)
                    text = self.words("cannot-reach", formal=person.formal, name=member.name)
                    store.owe("notice", now, person=person.id, payload=Say(text).as_json())


def _address(store: Store, row: Owed) -> Address | None:
    """Where a row goes: replies back where they were asked, the rest to the preferred address that can be reached."""
    if row.person is None:
        return None if row.address is None else store.find(Address, row.address)
    preferred = store.person(row.person).address
    usable = [a for a in store.addresses_of(row.person) if not a.unreachable]
    return next((a for a in usable if a.id == preferred), usable[0] if usable else None)


def as_reply(say: Say, question: int | None) -> Reply:
    """A message with its choices' ids, as channels take it."""
    choices = tuple(Choice(option.label, f"{question}.{i}") for i, option in enumerate(say.options))
    return Reply(say.text, choices if question is not None else (), say.attachments)
