"""Sending what is owed: claim, render from the state of now, send, mark. One unit of work at a time."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from bot.boards import posted
from bot.channels import Channel, Windowed
from bot.costs import SESSION, TEMPLATE, count
from bot.dialog import Capability
from bot.messages import DeliveryError, Receipt
from bot.parcels import Packing, Parcel
from bot.reach import refused
from bot.receipts import note
from bot.window import LOOK_AGAIN, shut
from locales.words import Words
from scheduling.people import Address
from storage.database import Database, DatabaseUnavailable
from storage.groups import BOARD
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

BATCH = 100
FIRST_WAIT, LONGEST_WAIT = 2.0, 120.0  # seconds between tries
TRIES = 6  # of what fails by a fault of our own
FAULT = "fault"

T = TypeVar("T")
InThread = Callable[[Callable[[], T]], Awaitable[T]]


@dataclass(frozen=True)
class Outcome:
    """How it went."""

    row: Owed
    address: Address | None = None
    provider_id: str = ""
    error: DeliveryError | None = None
    short: bool = False  # it went by a template: the rest is owed
    held: tuple[Owed, ...] = ()  # what waits behind it
    took: float = 0.0  # seconds until the error


@dataclass
class Sender:
    """Delivers the outbox through the channels that run."""

    database: Database
    channels: Mapping[str, Channel]
    capabilities: Mapping[str, Capability]
    words: Words
    spread: random.Random = field(default_factory=random.Random)
    _unmarked: list[Outcome] = field(default_factory=list)  # sent or failed, and not written down yet

    def __post_init__(self) -> None:
        self._packing = Packing(self.database, self.channels, self.capabilities, self.words)

    async def tick(self, now: datetime, run: InThread[Any]) -> int:
        """Send one batch of what is due and return how many rows it held; `run` does blocking work in a thread."""
        owed: list[Owed] = await run(lambda: self._claim(now))
        await self.send(owed, now, run)
        return len(owed)

    async def send(self, owed: Iterable[Owed], now: datetime, run: InThread[Any]) -> None:
        """Send rows that are claimed already, in order for each person. Raises DatabaseUnavailable."""
        rows = list(owed)
        if not rows:
            return
        parcels: list[Parcel]
        parcels, broken = await run(lambda: self._packing.pack(rows, now))
        self._unmarked += [Outcome(row, error=DeliveryError(FAULT)) for row in broken]
        lanes: dict[int | None, deque[Parcel]] = defaultdict(deque)
        for parcel in parcels:
            lanes[parcel.owed.lane].append(parcel)
        sending = {asyncio.ensure_future(self._next(lane)) for lane in lanes.values()}
        while sending:
            done, sending = await asyncio.wait(sending, return_when=asyncio.FIRST_COMPLETED)
            outcomes = [one.result() for one in done]
            self._unmarked += outcomes
            # Each is marked before the next one goes to the same person: a crash repeats one message at most.
            await self.mark(now, run)
            more = [lanes[outcome.row.lane] for outcome in outcomes]
            sending |= {asyncio.ensure_future(self._next(lane)) for lane in more if lane}
        await self.mark(now, run)

    async def mark(self, now: datetime, run: InThread[Any]) -> None:
        """Write down how sending went. What the database does not take now, it is given again with the next."""
        if not self._unmarked:
            return
        try:
            await run(lambda: self._mark(now))
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="mark")

    async def _next(self, lane: deque[Parcel]) -> Outcome:
        """Send the first of a lane. Where that has to be tried again, the rest of it waits, to arrive in order."""
        parcel = lane.popleft()
        row, address, began = parcel.owed, parcel.address, asyncio.get_running_loop().time()
        try:
            provider_id = await self.channels[address.channel].send(parcel.outgoing)
            return Outcome(row, address, provider_id, short=not parcel.outgoing.in_window)
        except DeliveryError as known:
            error = known
        except Exception as unknown:
            # A channel's own fault must not hold up what was sent beside it; its text may hold what people wrote.
            log.error("channel_fault", channel=address.channel, error=type(unknown).__name__)
            error = DeliveryError(FAULT)
        if error.permanent:
            return Outcome(row, address, error=error)
        held = tuple(behind.owed for behind in lane)
        lane.clear()
        return Outcome(row, address, error=error, held=held, took=asyncio.get_running_loop().time() - began)

    # Blocking work.

    def _claim(self, now: datetime) -> list[Owed]:
        with self.database.writing() as store:
            # What was sent while the database was away is marked before its claim can be taken for a dead one's.
            marked = self._settle(store, now)
            owed = store.claim_due(now, BATCH)
        del self._unmarked[:marked]
        return owed

    def _mark(self, now: datetime) -> None:
        with self.database.writing() as store:
            marked = self._settle(store, now)
        del self._unmarked[:marked]

    def _settle(self, store: Store, now: datetime) -> int:
        """Write down the unmarked outcomes and return how many."""
        outcomes = tuple(self._unmarked)
        for outcome in outcomes:
            row, error = outcome.row, outcome.error
            if error is None:
                self._went(store, outcome, now)
            elif error.reason == "moved" and outcome.address is not None:
                store.move_chat(outcome.address.channel, outcome.address.chat, error.moved_to)
                store.again((row.id, *(behind.id for behind in outcome.held)), now)
            elif error.permanent:
                log.warning("delivery_failed", kind=row.kind, reason=error.reason)
                refused(store, self.words, row, outcome.address, error.reason, now)
            elif error.reason == FAULT and row.attempts + 1 >= TRIES:
                log.error("delivery_given_up", kind=row.kind)
                store.failed(row.id, FAULT)
                store.give_back(behind.id for behind in outcome.held)
            elif error.reason in ("window", "template") and outcome.address is not None:
                log.warning("delivery_waits", kind=row.kind, reason=error.reason)
                store.give_back((row.id, *(behind.id for behind in outcome.held)))
                if error.reason == "window":
                    shut(store, outcome.address.id, self.channels[outcome.address.channel], now)
                else:
                    store.hold(row.id, now + LOOK_AGAIN)
            else:
                log.info("delivery_postponed", kind=row.kind, reason=error.reason)
                wait = self._wait(row) if error.retry_after is None else error.retry_after
                then = now + timedelta(seconds=outcome.took + wait)
                store.again((row.id, *(behind.id for behind in outcome.held)), then)
        return len(outcomes)

    def _went(self, store: Store, outcome: Outcome, now: datetime) -> None:
        row, address = outcome.row, outcome.address
        windowed = address is not None and isinstance(self.channels[address.channel], Windowed)
        if outcome.short:
            store.announced(row.id, outcome.provider_id, now)
        else:
            # Where it arrives later (and a file is fetched first), it is kept until then.
            secret = bool(row.payload.get("secret")) and not windowed
            store.sent(row.id, outcome.provider_id, now, secret=secret)
        if row.kind == BOARD:
            posted(store, row.id, outcome.provider_id, now)
        if address is not None and windowed:
            kind = TEMPLATE if outcome.short else SESSION
            count(store, row, address, kind, outcome.provider_id.count(",") + 1, now)

    def report(self, receipt: Receipt, now: datetime) -> bool:
        """Write down what a channel heard later. False where it has to tell again. Blocking work."""
        with self.database.writing() as store:
            return note(store, self.words, self.channels, receipt, now)

    def _wait(self, row: Owed) -> float:
        """Seconds until the next try: twice as long each time, and never quite the same for everybody."""
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(row.attempts, 16))
        return wait + self.spread.uniform(0, wait / 4)
