"""A day in seconds: an event loop whose waiting costs nothing, and a channel that enforces what Telegram allows.

clock, loop = Clock(...), SimulatedLoop()          # loop.time() runs ahead of the real one; work takes no time
"""

from __future__ import annotations

import asyncio
import random
import selectors
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.messages import DeliveryError, Outgoing
from scheduling.pace import Limits

SUNDAY = datetime(2025, 3, 9, 18, 0, tzinfo=UTC)  # 19:00 in Amsterdam


class _Selector(selectors.SelectSelector):
    """Never waits: it says how long it would have."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is None:
            raise RuntimeError("everybody waits for something that will not come")
        if not found and timeout and timeout > 0:
            self.skipped += timeout
        return found


class SimulatedLoop(asyncio.SelectorEventLoop):
    """Jumps to what comes next. Blocking work is done on the spot, one piece at a time."""

    def __init__(self) -> None:
        self._selector_of_time = _Selector()
        super().__init__(self._selector_of_time)

    def time(self) -> float:
        return self._selector_of_time.skipped

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done

    def now(self) -> datetime:
        """The time of the story."""
        return SUNDAY + timedelta(seconds=self.time())


@dataclass
class StrictPost:
    """A channel that enforces its limits to the letter, and takes a moment to answer."""

    limits: Limits
    name: str = "telegram"
    edits: bool = True
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    arrived: list[tuple[float, str, str]] = field(default_factory=list)  # (when, chat, text)
    violations: list[str] = field(default_factory=list)
    troubles: deque[DeliveryError] = field(default_factory=deque)
    _chats: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _second: deque[float] = field(default_factory=deque)

    async def send(self, outgoing: Outgoing) -> str:
        await asyncio.sleep(self.dice.uniform(0.02, 0.05))
        now, chat = asyncio.get_running_loop().time(), self._chats[outgoing.chat]
        if self.troubles:
            raise self.troubles.popleft()
        while self._second and self._second[0] <= now - 1:
            self._second.popleft()
        group, minute = outgoing.chat.startswith("-"), [at for at in chat if at > now - 60]
        if len(self._second) >= self.limits.a_second:
            return self._refuse("too many in a second")
        if chat and now - chat[-1] < self.limits.chat_gap:
            return self._refuse("too fast for one chat")
        if group and len(minute) >= self.limits.group_minute > 0:
            return self._refuse("too many for a group")
        self._second.append(now)
        chat.append(now)
        self.arrived.append((now, outgoing.chat, outgoing.reply.text))
        await asyncio.sleep(self.dice.uniform(0.03, 0.2))
        return str(len(self.arrived))

    def _refuse(self, why: str) -> str:
        self.violations.append(why)
        raise DeliveryError("flood", retry_after=1.0)


def simulate(story: Callable[[SimulatedLoop], Any]) -> Any:
    """Run `async def story(loop)` to its end."""
    loop = SimulatedLoop()
    try:
        return loop.run_until_complete(story(loop))
    finally:
        loop.close()
