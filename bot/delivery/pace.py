"""Taking turns on a channel: as fast as it allows, what is urgent first, and nothing while it wants nothing."""

from __future__ import annotations

import asyncio
import itertools
import math
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, TypeVar

import structlog

from bot.messages import DeliveryError
from scheduling.pace import Limits, Slot, Wanted
from storage.database import Database, DatabaseUnavailable
from storage.owing import ALERT, ANSWER, DIGEST

log = structlog.get_logger()
T = TypeVar("T")
InThread = Callable[[Callable[[], T]], Awaitable[T]]

LIMITS: Mapping[str, Limits] = {
    "telegram": Limits(a_second=30, chat_gap=1.0, group_minute=20),
    "whatsapp": Limits(a_second=80),
}
AHEAD = {ANSWER: 0.9, ALERT: 0.3, DIGEST: 0.2}
"""Seconds for which moments are taken at once, by urgency: few looks at the database, and what is more urgent comes in
front of what is less, also where another process has it."""
FIRST = max(AHEAD.values())
LINE = 1.0  # seconds' worth of messages that may stand in line
PATIENCE = 5.0  # seconds that a message waits here; longer waits are written down and leave its claim to others
PACED = "pace"  # why a message came back: its chat or channel is full for a while
DRIFT = 0.5


@dataclass(eq=False)
class _Waiting:
    urgency: int
    number: int
    wanted: Wanted
    turn: asyncio.Future[None]
    not_before: float = 0.0

    @property
    def order(self) -> tuple[int, int]:
        return self.urgency, self.number

    def go(self) -> None:
        if not self.turn.done():
            self.turn.set_result(None)

    def back(self, reason: str, seconds: float) -> None:
        if not self.turn.done():
            self.turn.set_exception(DeliveryError(reason, retry_after=max(0.0, seconds)))


class Pace:
    """The lines before the channels that have limits. The moments are given out by the database, to all processes."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], limits: Mapping[str, Limits] = LIMITS
    ) -> None:
        self.database = database
        self.limits = limits
        self._clock = clock
        self._since: tuple[datetime, float] | None = None
        self._numbers = itertools.count()
        self._line: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._granted: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._serving: dict[str, asyncio.Task[None]] = {}
        self._came: dict[str, asyncio.Event] = {}
        self._closed: dict[str, float] = {}  # until when (seconds since 1970) a channel wants nothing

    def now(self) -> datetime:
        """The clock, which goes on also where that of a test stands still."""
        loop, said = asyncio.get_running_loop().time(), self._clock()
        if self._since is not None:
            passed = self._since[0] + timedelta(seconds=loop - self._since[1])
            if (passed - said).total_seconds() > DRIFT:
                return passed
        self._since = (said, loop)
        return said

    def room(self, channel: str) -> int | None:
        """How many messages the line holds at most; None where the channel has no limits, 0 while it wants nothing."""
        limits = self.limits.get(channel)
        if limits is None:
            return None
        if self._closed.get(channel, 0.0) > self.now().timestamp() + FIRST:
            return 0
        return math.ceil(limits.rate * LINE)

    async def turn(self, channel: str, chat: str, urgency: int, run: InThread[Any]) -> None:
        """Wait until this may be sent. Raises DeliveryError with the seconds to wait where that is too long."""
        limits = self.limits.get(channel)
        if limits is None:
            return
        wanted = Wanted(key_of(channel, chat), is_group(channel, chat), AHEAD[urgency])
        waiting = _Waiting(urgency, next(self._numbers), wanted, asyncio.get_running_loop().create_future())
        self._line[channel].append(waiting)
        if channel in self._serving:
            self._came[channel].set()
        else:
            self._came[channel] = asyncio.Event()
            self._serving[channel] = asyncio.create_task(self._serve(channel, limits, run))
        await waiting.turn

    async def close(self, channel: str, chat: str, seconds: float, run: InThread[Any]) -> None:
        """The channel said that it wants nothing for so long. Where that was about a group, it may be the group alone.

        A private chat gets at most a message a second from us, so there it is all of us that went too fast.
        """
        limits = self.limits.get(channel)
        if limits is None:
            return
        now, group = self.now(), is_group(channel, chat)
        until = now + timedelta(seconds=seconds)
        if not group:
            self._closed[channel] = max(until.timestamp(), self._closed.get(channel, 0.0))
            for waiting in (*self._granted.pop(channel, ()), *self._line.pop(channel, ())):
                waiting.back(PACED, seconds)

        def write() -> None:
            with self.database.writing() as store:
                if group:
                    store.hold_chat(channel, key_of(channel, chat), limits, until)
                else:
                    store.hold_channel(channel, until)

        try:
            await run(write)
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="pace")

    async def _serve(self, channel: str, limits: Limits, run: InThread[Any]) -> None:
        """Give out moments until the line is empty."""
        try:
            while self._line[channel]:
                self._came[channel].clear()
                await self._give(channel, limits, run)
                line = self._line[channel]
                if line:
                    wait = min(one.not_before for one in line) - self.now().timestamp()
                    try:
                        await asyncio.wait_for(self._came[channel].wait(), max(0.005, wait))
                    except TimeoutError:
                        continue
        except DatabaseUnavailable:
            for waiting in self._line.pop(channel, ()):
                waiting.back("database", 1.0)
        finally:
            for waiting in self._line.pop(channel, ()):  # what could not be foreseen holds nobody up for ever
                waiting.back("database", 1.0)
            self._serving.pop(channel, None)

    async def _give(self, channel: str, limits: Limits, run: InThread[Any]) -> None:
        now, line = self.now(), self._line[channel]
        ready = sorted((one for one in line if one.not_before <= now.timestamp()), key=lambda one: one.order)
        ready = ready[: math.ceil(limits.rate * FIRST)]
        if not ready:
            return

        def book() -> list[Slot]:
            with self.database.writing() as store:
                return store.take_turns(channel, limits, [one.wanted for one in ready], now)

        slots: list[Slot] = await run(book)
        self._granted[channel] = [one for one in self._granted[channel] if not one.turn.done()]
        moment, loop = self.now().timestamp(), asyncio.get_running_loop()
        for one, slot in zip(ready, slots, strict=True):
            if one not in line:  # sent back meanwhile
                continue
            if slot.granted:
                line.remove(one)
                self._granted[channel].append(one)
                loop.call_later(max(0.0, slot.at - moment), one.go)
            elif slot.at - moment > PATIENCE:
                line.remove(one)
                one.back(PACED, slot.at - moment)
            else:
                one.not_before = min(slot.at, max(slot.at - one.wanted.ahead / 2, moment + 0.01))


def key_of(channel: str, chat: str) -> str:
    """A name for a chat that says nothing about whose it is."""
    return f"{channel}:{blake2b(f'{channel}:{chat}'.encode(), digest_size=12).hexdigest()}"


def is_group(channel: str, chat: str) -> bool:
    """Whether more people than one are in a chat."""
    return channel == "telegram" and chat.startswith("-")
