"""Sending what is owed: claim, render from the state of now, send, mark. One unit of work at a time."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from bot.channels import Channel
from bot.delivery.aside import FAULT
from bot.delivery.metrics import Metrics
from bot.delivery.outcomes import Outcome, Settling
from bot.delivery.pace import PACED, Pace
from bot.delivery.parcels import Packing, Parcel
from bot.delivery.reach import NOBODY
from bot.delivery.receipts import note
from bot.dialog import Capability
from bot.messages import DeliveryError, Receipt
from locales.words import Words
from storage.database import Database, DatabaseUnavailable
from storage.owing import CLAIM
from storage.turns import Owed

log = structlog.get_logger()

BATCH = 100
AFLOAT = 300  # rows at most that are claimed and not yet on their way, where no limit says less
FRESH = CLAIM.total_seconds() / 2  # seconds after which a claim is too old to begin sending

T = TypeVar("T")
InThread = Callable[[Callable[[], T]], Awaitable[T]]


def _lane(row: Owed) -> tuple[str, int]:
    """What waits for each other; what has no lane waits for nothing."""
    return ("alone", row.id) if row.lane is None else ("lane", row.lane)


def _time_of_loop() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Sender:
    """Delivers the outbox through the channels that run."""

    database: Database
    channels: Mapping[str, Channel]
    capabilities: Mapping[str, Capability]
    words: Words
    spread: random.Random = field(default_factory=random.Random)
    pace: Pace | None = None  # None: as fast as it goes
    metrics: Metrics = field(default_factory=Metrics)
    passing: Callable[[], float] = _time_of_loop  # seconds; what passes is added to the clock
    _unmarked: list[Outcome] = field(default_factory=list)  # sent or failed, and not written down yet
    _afloat: dict[int, str] = field(default_factory=dict)  # row -> channel: claimed, and its turn has not come

    def __post_init__(self) -> None:
        self._packing = Packing(self.database, self.channels, self.capabilities, self.words, self.metrics)
        self._settling = Settling(self.channels, self.words, self.spread, self.metrics)

    async def tick(self, now: datetime, run: InThread[Any]) -> int:
        """Send one batch of what is due and return how many rows it held; `run` does blocking work in a thread."""
        owed, _ = await self.claim(now, run)
        await self.send(owed, now, run)
        return len(owed)

    async def claim(self, now: datetime, run: InThread[Any]) -> tuple[list[Owed], bool]:
        """Take what is due, as much as can go soon; and whether there is more. Raises DatabaseUnavailable."""
        rooms = {name: self._room(name) for name in (*self.channels, "")}
        owed: list[Owed] = await run(lambda: self._claim(now, rooms))
        self._afloat.update((row.id, row.channel) for row in owed)
        taken = [row.channel for row in owed]
        return owed, any(room == 0 or 0 < room <= taken.count(name) for name, room in rooms.items())

    def _room(self, channel: str) -> int:
        most = None if self.pace is None else self.pace.room(channel)
        afloat = sum(name == channel for name in self._afloat.values())
        return max(0, min(BATCH, AFLOAT - afloat) if most is None else most - afloat)

    async def send(self, owed: Iterable[Owed], now: datetime, run: InThread[Any]) -> None:
        """Send rows that are claimed already, in order for each person. Raises DatabaseUnavailable."""
        rows = list(owed)
        if not rows:
            return
        began = self.passing()

        def moment() -> datetime:
            return now + timedelta(seconds=self.passing() - began)

        try:
            parcels: list[Parcel]
            parcels, broken = await run(lambda: self._packing.pack(rows, now))
            self._unmarked += [Outcome(row, moment(), error=DeliveryError(FAULT)) for row in broken]
            lanes: dict[tuple[str, int], deque[Parcel]] = defaultdict(deque)
            for parcel in parcels:
                lanes[_lane(parcel.owed)].append(parcel)
            self._ashore(row for row in rows if row.id not in {parcel.owed.id for parcel in parcels})
            sending = {asyncio.ensure_future(self._next(lane, began, moment, run)) for lane in lanes.values()}
            while sending:
                done, sending = await asyncio.wait(sending, return_when=asyncio.FIRST_COMPLETED)
                outcomes = [one.result() for one in done]
                self._unmarked += outcomes
                # Each is marked before the next one goes to the same person: a crash repeats one message at most.
                await self.mark(run)
                more = [lanes[_lane(outcome.row)] for outcome in outcomes]
                sending |= {asyncio.ensure_future(self._next(lane, began, moment, run)) for lane in more if lane}
            await self.mark(run)
        finally:
            self._ashore(rows)

    def _ashore(self, rows: Iterable[Owed]) -> None:
        for row in rows:
            self._afloat.pop(row.id, None)

    async def mark(self, run: InThread[Any]) -> None:
        """Write down how sending went. What the database does not take now, it is given again with the next."""
        if not self._unmarked:
            return
        try:
            await run(self._mark)
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="mark")

    async def _next(
        self, lane: deque[Parcel], began: float, moment: Callable[[], datetime], run: InThread[Any]
    ) -> Outcome:
        """Send the first of a lane. Where that has to be tried again, the rest of it waits, to arrive in order."""
        parcel = lane.popleft()
        row, address = parcel.owed, parcel.address
        try:
            if self.pace is not None and not parcel.outgoing.tap:  # an answer to a tap is no message
                await self.pace.turn(address.channel, parcel.outgoing.chat, row.urgency, run)
            self._ashore([row])
            if self.passing() - began > FRESH:  # before its claim can be taken for a dead one's
                raise DeliveryError(PACED, retry_after=0.0)
            provider_id = await self.channels[address.channel].send(parcel.outgoing)
            return Outcome(row, moment(), address, provider_id, short=not parcel.outgoing.in_window)
        except DeliveryError as known:
            error = known
        except Exception as unknown:
            # A channel's own fault must not hold up what was sent beside it; its text may hold what people wrote.
            log.error("channel_fault", channel=address.channel, error=type(unknown).__name__)
            error = DeliveryError(FAULT)
        if self.pace is not None and error.reason == "flood" and error.retry_after is not None:
            await self.pace.close(address.channel, parcel.outgoing.chat, error.retry_after, run)
        if error.permanent and error.reason not in NOBODY:
            return Outcome(row, moment(), address, error=error)
        held = tuple(behind.owed for behind in lane)
        lane.clear()
        self._ashore(held)
        return Outcome(row, moment(), address, error=error, held=held)

    # Blocking work.

    def _claim(self, now: datetime, rooms: Mapping[str, int]) -> list[Owed]:
        with self.database.writing() as store:
            # What was sent while the database was away is marked before its claim can be taken for a dead one's.
            marked = self._settling.settle(store, self._unmarked)
            looked = rooms if store.any_due(now) else {}
            owed = [row for channel, room in looked.items() if room for row in store.claim_due(now, room, channel)]
        del self._unmarked[:marked]
        return sorted(owed, key=lambda row: (row.due_at, row.id))

    def _mark(self) -> None:
        if not self._unmarked:  # those that were sent while this waited for its turn went with the one before
            return
        with self.database.writing() as store:
            marked = self._settling.settle(store, self._unmarked)
        del self._unmarked[:marked]

    def report(self, receipt: Receipt, now: datetime) -> bool:
        """Write down what a channel heard later. False where it has to tell again. Blocking work."""
        with self.database.writing() as store:
            return note(store, self.words, self.channels, receipt, now)

    def with_pace(self, pace: Pace) -> Sender:
        """The same, at the pace of its channels."""
        return replace(self, pace=pace)
