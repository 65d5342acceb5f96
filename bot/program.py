"""The running program: messages in, what is owed out, on one clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from zlib import crc32

import structlog

from bot.delivery.sender import Sender
from bot.engine import Engine
from bot.faults import place_of
from bot.messages import Inbound, Receipt
from bot.nightly import night
from bot.overviews.gathered import KINDS, gather
from bot.overviews.gathering import TRIES as GATHERING_TRIES
from bot.proposing import SECONDS, begin_job, finish_job, fits_wish
from scheduling.asking import owe_failed
from scheduling.jobs import Job
from scheduling.proposals import Posed
from scheduling.roster.beside import divide_beside
from scheduling.waves import advance
from storage.database import Database, DatabaseUnavailable
from storage.turns import Owed

log = structlog.get_logger()
T = TypeVar("T")

SOON = 0.25  # seconds until what found no room is looked at again
JOBS_AT_ONCE = 1  # each takes a core
ROUNDS_AT_ONCE = 5  # circles that are asked in one transaction: whoever writes meanwhile does not wait for long
AFTER_A_FAULT = timedelta(hours=1)


@dataclass
class Clock:
    """The time that the program lives in; only `main` makes one that follows the real time."""

    read: Callable[[], datetime]
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """Now, aware, in UTC."""
        return self.read() + self.ahead


class Program:
    """Everything together, the channels apart."""

    def __init__(self, database: Database, engine: Engine, sender: Sender, clock: Clock) -> None:
        self.database = database
        self.engine = engine
        self.sender = sender
        self.clock = clock
        # Every chat has its lane, so that its turns come in order; SQLite has one writer anyway.
        lanes = 1 if database.is_sqlite else 6
        self._lanes = [ThreadPoolExecutor(1, f"lane-{i}") for i in range(lanes)]
        self._woken = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._working: set[asyncio.Task[None]] = set()
        self._ticking = asyncio.Lock()
        self._again: asyncio.TimerHandle | None = None
        self.ticked = 0.0  # the loop's time of the last look at the outbox

    def now(self) -> datetime:
        """The program's time."""
        return self.clock.now()

    async def receive(self, inbound: Inbound) -> None:
        """Handle one message; returns once it is committed, the answer on its way. Raises DatabaseUnavailable."""
        now = self.now()
        lane = self._lanes[crc32(f"{inbound.channel}:{inbound.chat}".encode()) % len(self._lanes)]
        loop = asyncio.get_running_loop()
        owed = await loop.run_in_executor(lane, self.engine.handle, inbound, now)
        self._launch(owed, now)

    def _launch(self, owed: list[Owed], now: datetime) -> None:
        task = asyncio.create_task(self._send(owed, now))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, owed: list[Owed], now: datetime) -> None:
        try:
            await self.sender.send(owed, now, self.in_thread)
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="send")  # the rows come free after a minute
        except Exception as error:
            log.error("send_failed", error=type(error).__name__, at=place_of(error))
        self._woken.set()

    async def report(self, receipt: Receipt) -> bool:
        """Write down what a channel heard later about a message. False where it has to tell again."""
        now = self.now()
        known: bool = await self.in_thread(lambda: self.sender.report(receipt, now))
        self._woken.set()
        return known

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Do blocking work beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._lanes[0], work)

    async def tick(self) -> int:
        """Begin to send what is due now, as much as its channels take, and return how many rows that were."""
        total = 0
        async with self._ticking:
            while True:
                try:
                    await self.in_thread(self._ask_round)
                    await self._begin_jobs()
                    now = self.now()
                    owed, more = await self.sender.claim(now, self.in_thread)
                except DatabaseUnavailable:
                    log.warning("database_unavailable", at="tick")
                    return total
                except Exception as error:  # the next tick tries again: a sender that has died is found out too late
                    log.error("tick_failed", error=type(error).__name__, at=place_of(error))
                    return total
                self.ticked = asyncio.get_running_loop().time()
                self.sender.metrics.ticked(now)
                total += len(owed)
                if owed:
                    self._launch(owed, now)
                if more:
                    self._look_again()
                if not more or not owed:
                    return total

    def _look_again(self) -> None:
        """Look soon for what found no room. Once: a look for each would bring looks of its own, ever more of them."""
        if self._again is not None:
            self._again.cancel()
        self._again = asyncio.get_running_loop().call_later(SOON, self._woken.set)

    async def _begin_jobs(self) -> None:
        """Start what has to be worked out, a few at a time; the chat goes on meanwhile."""
        while len(self._working) < JOBS_AT_ONCE:
            begun: tuple[Job, Posed | None] | None = await self.in_thread(lambda: begin_job(self.database, self.now()))
            if begun is None:
                return
            task = asyncio.create_task(self._work(*begun))
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    async def _work(self, job: Job, posed: Posed | None) -> None:
        try:
            if job.kind in KINDS:
                await self._gather(job)
                return
            roster = None
            if posed is not None:
                seed = int(job.payload.get("seed", 0))
                roster = await asyncio.to_thread(divide_beside, posed.problem, SECONDS, seed)
            await self.in_thread(lambda: finish_job(self.database, job, posed, roster, self.now()))
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="job")  # it comes free after a minute
        except Exception as error:
            log.error("job_failed", kind=job.kind, error=type(error).__name__, at=place_of(error))
        finally:
            self._woken.set()

    async def _gather(self, job: Job) -> None:
        """Work over many circles, beside the chat; how far it is is said from time to time."""
        work, made, loop = KINDS[job.kind](self.database, self.engine.words, job), None, asyncio.get_running_loop()

        def how_far(before: int, after: int) -> None:
            if work.progress(before, after, self.now()):
                loop.call_soon_threadsafe(self._woken.set)

        if job.attempts <= GATHERING_TRIES:
            made = await asyncio.to_thread(gather, self.database, job, self.now(), how_far)
        await self.in_thread(lambda: work.finish(made, self.now()))

    async def settle(self) -> None:
        """Wait until every answer on its way is sent, and what those turns owe others too."""
        while await self.tick() or self._sending or self._working:
            await asyncio.gather(*self._sending, *self._working)

    async def finish(self) -> None:
        """Wait until the answers on their way are sent; the rest is owed still, and goes after the next start."""
        while self._sending:
            await asyncio.gather(*self._sending)
        await self.sender.mark(self.in_thread)

    async def run_sender(self, stop: asyncio.Event) -> None:
        """Send at once after each commit; the ticker calls `wake` as the net below."""
        while not stop.is_set():
            await self._woken.wait()
            self._woken.clear()
            await self.tick()

    def wake(self) -> None:
        """Look at the outbox now."""
        self._woken.set()

    async def take_up(self) -> None:
        """Take up what a process that died had begun to send, at once where nobody else can be at it (SQLite)."""
        if not self.database.is_sqlite:
            return

        def give_all_back() -> int:
            with self.database.writing() as store:
                return store.give_all_back()

        try:
            if found := await self.in_thread(give_all_back):
                log.info("taken_up", rows=found)
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="take_up")  # they come free after a minute

    async def nightly(self) -> None:
        """Keep series nine weeks ahead, tidy what has served, owe the week's messages. More than once does no harm."""
        await night(self.database, self.now(), self.in_thread)

    async def move_clock(self, to: datetime) -> None:
        """Live through everything that is due until `to`, in order. For the chat page and conversations in files."""
        await self.settle()
        while True:
            due = await self.in_thread(self._next_due)
            night = _next_night(self.now())
            upcoming = min((moment for moment in (due, night) if moment is not None), default=to)
            if upcoming > to:
                break
            self.set_clock(max(upcoming, self.now()))
            if upcoming == night and (due is None or night <= due):
                await self.nightly()
            await self.settle()
        self.set_clock(max(to, self.now()))

    def _ask_round(self) -> None:
        """Ask the next people for what is open, in every circle where it is time."""
        now = self.now()
        with self.database.reading() as store:
            due = store.next_ask_round()
        if due is None or due > now:
            return
        with self.database.writing() as store:
            for found in store.ask_rounds_due(now, ROUNDS_AT_ONCE):
                try:
                    with store.attempt():
                        wave = advance(store, found, now, fits_wish)
                        owe_failed(store, found.circle, wave.failed, now)
                except DatabaseUnavailable:
                    raise
                except Exception as error:  # one circle's fault stops nobody else's messages
                    log.error("asking_failed", error=type(error).__name__, at=place_of(error))
                    store.change(found, next_at=now + AFTER_A_FAULT)

    def _next_due(self) -> datetime | None:
        with self.database.reading() as store:
            moments = [
                moment for moment in (store.next_due(), store.next_ask_round(), store.next_job()) if moment is not None
            ]
            return min(moments, default=None)

    def set_clock(self, moment: datetime) -> None:
        """It is this moment now, whatever fell due before."""
        self.clock.ahead += moment - self.clock.now()

    def close(self) -> None:
        """Let the threads end."""
        for lane in self._lanes:
            lane.shutdown(wait=True)


def _next_night(now: datetime) -> datetime:
    night = now.replace(hour=2, minute=0, second=0, microsecond=0)
    return night if night > now else night + timedelta(days=1)
