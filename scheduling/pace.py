"""How fast a channel lets us speak, and who may speak when. Pure; moments are seconds since 1970 (UTC)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ROOM = 0.965
"""The share of a limit that we use: the rest is room for messages that bunch up on their way."""
MINUTE = 60.0


@dataclass(frozen=True)
class Limits:
    """What a channel allows."""

    a_second: float  # messages in all
    chat_gap: float = 0.0  # seconds between two messages to one chat
    group_minute: int = 0  # messages to one group in a minute; 0: no such limit

    @property
    def rate(self) -> float:
        """Messages a second that we send at most."""
        return self.a_second * ROOM

    def free_at(self, times: Sequence[float], *, group: bool) -> float:
        """When a chat that got its last messages at these times may get another."""
        if not times:
            return 0.0
        free = times[-1] + self.chat_gap / ROOM
        most = int(self.group_minute * ROOM)
        if group and most and len(times) >= most:
            free = max(free, times[-most] + MINUTE)
        return free

    def remembered(self, times: Sequence[float], *, group: bool) -> tuple[float, ...]:
        """As many of the last times as the limits ask for."""
        return tuple(times[-max(1, int(self.group_minute * ROOM)) :] if group else times[-1:])


@dataclass(frozen=True)
class Wanted:
    """A message that wants its turn."""

    chat: str  # a key for the chat
    group: bool = False
    ahead: float = 0.3  # seconds: how far ahead it may be booked; further than what may wait for it


@dataclass(frozen=True)
class Slot:
    """When a message goes; not granted: when to ask again, as its chat or the channel is full until about then."""

    at: float
    granted: bool = True


@dataclass(frozen=True)
class Book:
    """The moments that are given away on one channel."""

    next_at: float = 0.0  # the first that is free
    busy_since: float = 0.0  # without a pause up to now
    chats: Mapping[str, tuple[float, ...]] = field(default_factory=dict)  # by key: when the last messages went

    def is_full(self, now: float) -> bool:
        """Whether the channel is used at its limit, for a while already (or is closed for a while)."""
        return self.next_at >= now - 1.0 and self.busy_since <= now - 5.0


def give_turns(book: Book, limits: Limits, wanted: Sequence[Wanted], now: float) -> tuple[Book, list[Slot]]:
    """A moment for each that wants one, in this order, none further ahead than it may be."""
    next_at, chats, slots = book.next_at, dict(book.chats), []
    busy_since = now if next_at < now - 0.5 else book.busy_since
    for one in wanted:
        at, times = max(next_at, now), chats.get(one.chat, ())
        free = limits.free_at(times, group=one.group)
        if free > at:
            slots.append(Slot(free, granted=False))
        elif at > now + one.ahead:
            slots.append(Slot(at, granted=False))
        else:
            slots.append(Slot(at))
            next_at = at + 1 / limits.rate
            chats[one.chat] = limits.remembered((*times, at), group=one.group)
    return Book(next_at, busy_since, chats), slots
