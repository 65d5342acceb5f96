"""Calendars that follow the roster by themselves: a secret address each, of which only the hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

TOKEN = 24  # random bytes: 192 bits
MOST = 10  # addresses of one person; the oldest goes when there are more


@dataclass(frozen=True)
class Feed:
    """An address where a calendar program looks."""

    id: int
    person: int
    token_hash: str
    made_at: datetime
    circle: int | None = None  # all shifts of this circle; None: the person's own, in every circle
    version: int = 1


class Feeds(Protocol):
    """What keeps them."""

    def add(self, thing: Feed, /) -> Feed:
        """Keep a new one."""
        ...

    def feeds_of(self, person: int, /) -> list[Feed]:
        """Those of a person, the oldest first."""
        ...

    def close_feeds(self, ids: Iterable[int], /) -> None:
        """These are no addresses any more."""
        ...


def hashed(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_feed(store: Feeds, person: int, circle: int | None, now: datetime) -> str:
    """A new address, told once: its token."""
    token = secrets.token_urlsafe(TOKEN)
    there = store.feeds_of(person)
    store.close_feeds(feed.id for feed in there[: max(0, len(there) + 1 - MOST)])
    store.add(Feed(0, person, hashed(token), now, circle))
    return token


def close_all(store: Feeds, person: int) -> int:
    """No address of this person works any more; returns how many did."""
    there = store.feeds_of(person)
    store.close_feeds(feed.id for feed in there)
    return len(there)
