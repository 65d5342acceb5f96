"""The pace of the channels, kept where all processes see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, text
from sqlalchemy.dialects import postgresql, sqlite

from scheduling.pace import MINUTE, Book, Limits, Slot, Wanted, give_turns
from storage.base import Base
from storage.tables import paces


class Pacing(Base):
    """Which moments are given away. A channel's row is locked from reading to commit: no moment is given twice."""

    def take_turns(self, channel: str, limits: Limits, wanted: Sequence[Wanted], now: datetime) -> list[Slot]:
        """A moment for each, in this order. The fewer statements the better: all processes wait for each other here."""
        self._hurry()
        book = self.pace_book(channel, {one.chat for one in wanted}, lock=True)
        after, slots = give_turns(book, limits, wanted, now.timestamp())
        self._keep_pace({channel: (after.next_at, after.busy_since), **_changed(book, after)})
        return slots

    def hold_channel(self, channel: str, until: datetime) -> None:
        """The channel wants nothing before then."""
        self._hurry()
        book = self.pace_book(channel, (), lock=True)
        self._keep_pace({channel: (max(book.next_at, until.timestamp()), book.busy_since)})

    def hold_chat(self, channel: str, chat: str, limits: Limits, until: datetime) -> None:
        """This chat takes nothing before then."""
        self._hurry()
        book = self.pace_book(channel, (chat,), lock=True)
        before = until.timestamp() - limits.chat_gap
        self._keep_pace({chat: (*book.chats.get(chat, ()), before)})

    def pace_book(self, channel: str, chats: Iterable[str], *, lock: bool = False) -> Book:
        """What is given away on this channel, and when these chats got something last."""
        keys = [channel, *chats]
        query = select(paces.c.key, paces.c.times).where(paces.c.key.in_(keys))
        if lock and self.connection.dialect.name == "postgresql":
            # Also where there is no row yet: a lock on the name, given back with the commit.
            self.connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"pace {channel}"})
        found: dict[str, tuple[float, ...]] = {key: tuple(times) for key, times in self.connection.execute(query)}
        next_at, busy_since = found.pop(channel, (0.0, 0.0))
        return Book(next_at, busy_since, found)

    def tidy_pace(self, now: datetime) -> None:
        """Forget chats that may get something again anyway."""
        self.connection.execute(delete(paces).where(paces.c.until < now))

    def _hurry(self) -> None:
        """What is lost here in a power cut is a moment of the pace: the disk need not be waited for."""
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(text("SET LOCAL synchronous_commit = off"))

    def _keep_pace(self, times: dict[str, tuple[float, ...]]) -> None:
        dialect: Any = postgresql if self.connection.dialect.name == "postgresql" else sqlite
        adding = dialect.insert(paces)
        replaced = {"times": adding.excluded.times, "until": adding.excluded.until}
        rows = [{"key": key, "times": list(kept), "until": _until(kept)} for key, kept in times.items()]
        self.connection.execute(adding.on_conflict_do_update(index_elements=["key"], set_=replaced), rows)


def _changed(before: Book, after: Book) -> dict[str, tuple[float, ...]]:
    return {chat: times for chat, times in after.chats.items() if before.chats.get(chat) != times}


def _until(times: Sequence[float]) -> datetime:
    return datetime.fromtimestamp(max(times), UTC) + timedelta(seconds=2 * MINUTE)
