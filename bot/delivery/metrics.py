"""Figures about delivery for who hosts this: lateness, queues, retries, failures. No names, no texts, no addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from storage.owing import Queue
from storage.turns import Owed

URGENCIES = ("answer", "alert", "digest")
_LATE = (0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600)


class Metrics:
    """Counters of this process, and the queues as the database has them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        of = {"registry": self.registry, "namespace": "zorgkring"}
        where = ("channel", "urgency")
        self._lateness = Histogram("lateness_seconds", "From due to sent", where, buckets=_LATE, **of)  # type: ignore[arg-type]
        self._retries = Counter("retries", "Tries that have to be made again", ("channel", "reason"), **of)  # type: ignore[arg-type]
        self._failures = Counter("failures", "Messages that will not arrive", ("channel", "reason"), **of)  # type: ignore[arg-type]
        self._aside = Counter("set_aside", "Messages that nothing waits for any more", ("channel", "reason"), **of)  # type: ignore[arg-type]
        self._dropped = Counter("dropped", "Messages dropped by rule", ("kind", "reason"), **of)  # type: ignore[arg-type]
        self._due = Gauge("queue", "Messages that are due", where, **of)  # type: ignore[arg-type]
        self._overdue = Gauge("queue_overdue", "Messages past their deadline", where, **of)  # type: ignore[arg-type]
        self._oldest = Gauge("queue_oldest_seconds", "How long the first of them waits", where, **of)  # type: ignore[arg-type]
        self._full = Gauge("channel_full", "Whether the channel is used at its limit", ("channel",), **of)  # type: ignore[arg-type]
        self._ticked = Gauge("last_tick_timestamp_seconds", "When the outbox was last looked at", **of)  # type: ignore[arg-type]
        self.sent_in_all = 0

    def sent(self, row: Owed, channel: str, now: datetime) -> None:
        """It went."""
        self.sent_in_all += 1
        late = max(0.0, (now - row.due_at).total_seconds())
        self._lateness.labels(channel, URGENCIES[row.urgency]).observe(late)

    def tried_again(self, row: Owed, reason: str) -> None:
        """It has to be tried again."""
        self._retries.labels(row.channel, reason).inc()

    def failed(self, row: Owed, reason: str) -> None:
        """It will not arrive there."""
        self._failures.labels(row.channel, reason).inc()

    def set_aside(self, row: Owed, reason: str) -> None:
        """It fails again and again while others go: nothing waits for it any more."""
        self._aside.labels(row.channel, reason).inc()

    def dropped(self, kind: str, reason: str, count: int = 1) -> None:
        """It is not sent, by rule."""
        self._dropped.labels(kind, reason).inc(count)

    def ticked(self, now: datetime) -> None:
        """The outbox was looked at."""
        self._ticked.set(now.timestamp())

    def queues(self, queues: Iterable[Queue], full: Iterable[str], now: datetime) -> None:
        """What waits now, and which channels are used at their limit."""
        for gauge in (self._due, self._overdue, self._oldest, self._full):
            gauge.clear()
        for queue in queues:
            labels = (queue.channel, URGENCIES[queue.urgency])
            self._due.labels(*labels).set(queue.due)
            self._overdue.labels(*labels).set(queue.overdue)
            self._oldest.labels(*labels).set((now - queue.since).total_seconds())
        for channel in full:
            self._full.labels(channel).set(1)

    def text(self) -> bytes:
        """Everything in Prometheus' own format."""
        return generate_latest(self.registry)
