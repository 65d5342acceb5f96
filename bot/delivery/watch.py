"""Looking after delivery: what waits, whether that is well, and who may see the figures."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import structlog
from starlette.requests import Request

from bot.delivery.metrics import Metrics
from bot.delivery.pace import LIMITS
from storage.database import Database
from storage.store import Store

log = structlog.get_logger()

HERE = ("127.0.0.1", "::1")
PASSED_ON = ("x-forwarded-for", "x-real-ip", "forwarded", "via")  # somebody else asked, by way of a proxy here


@dataclass(frozen=True)
class Seen:
    """What waits now."""

    due: int
    overdue: int  # past its deadline
    excused: int  # of those: on a channel that is used at its limit
    full: frozenset[str]  # the channels that are
    held: int  # waits for a template to be approved

    @property
    def is_well(self) -> bool:
        """Whether nothing is late that could have gone."""
        return self.overdue <= self.excused


@dataclass(frozen=True)
class Watch:
    """Looks at the outbox. Blocking work, for a thread."""

    database: Database
    metrics: Metrics

    def look(self, now: datetime) -> Seen:
        """What waits now; the gauges show it too."""
        with self.database.reading() as store:
            return self._look(store, now)

    def tidy(self, now: datetime, channels: Iterable[str] | None) -> Seen:
        """Look; drop what is too late on channels that are none of these, which perhaps nobody has (None: nothing)."""
        with self.database.writing() as store:
            if channels is not None and (dropped := store.drop_late_elsewhere(now, channels)):
                self.metrics.dropped("any", "late", dropped)
                log.warning("delivery_dropped", reason="late", rows=dropped)
            store.tidy_pace(now)
            return self._look(store, now)

    def _look(self, store: Store, now: datetime) -> Seen:
        queues = store.queues(now)
        full = frozenset(one for one in LIMITS if store.pace_book(one, ()).is_full(now.timestamp()))
        self.metrics.queues(queues, full, now)
        return Seen(
            sum(queue.due for queue in queues),
            sum(queue.overdue for queue in queues),
            sum(queue.overdue for queue in queues if queue.channel in full),
            full,
            store.held(),
        )


def may_read(request: Request, token: str, *, private: bool) -> bool:
    """Whether who asks may see the metrics: by the token, or where there is none from this very machine.

    `private`: nothing outside reaches the program. Else a proxy on this machine would make everybody look like it.
    """
    if token:
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    here = request.client is not None and request.client.host in HERE
    return private and here and not any(name in request.headers for name in PASSED_ON)
