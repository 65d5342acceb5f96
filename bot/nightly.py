"""What the night does: series are kept nine weeks ahead, what has served is erased, the week's messages are owed.

All of it may be done more than once, so that a night that was missed is made up for when the program starts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

import structlog

from bot.faults import place_of
from bot.groups.boards import refresh_in_the_morning
from scheduling.asking import keep_asking
from scheduling.digests import owe_digests
from scheduling.people import Circle, CircleState
from scheduling.plans import AHEAD, extend
from storage.database import Database, DatabaseUnavailable
from storage.store import Store

log = structlog.get_logger()
T = TypeVar("T")

BATCH = 200  # circles or series in one turn of the thread
KEEP = timedelta(days=60)  # what was sent and received is tidied away after this


class InThread(Protocol):
    """Does blocking work beside the loop."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]:
        """Do it and return what came of it."""
        ...


async def night(database: Database, now: datetime, in_thread: InThread) -> None:
    """All of it, a batch at a time: people who write at night come in between. What fails does not stop the rest."""
    for step in (_extend, _tidy, _digests, _boards):
        try:
            after: int | None = 0
            while after is not None:
                after = await in_thread(partial(step, database, now, after))
        except DatabaseUnavailable:
            log.warning("database_unavailable", at="nightly")
        except Exception as error:  # one step that fails leaves the others to be done
            log.error("nightly_failed", error=type(error).__name__, at=place_of(error))


def _extend(database: Database, now: datetime, after: int) -> int | None:
    """Make what some series lack; returns behind which to go on, or None at the end."""
    with database.writing() as store:
        found = store.series_to_extend(now + AHEAD, after, BATCH)
        extend_series(store, found, now)
    return found[-1] if len(found) == BATCH else None


def extend_series(store: Store, found: list[int], now: datetime) -> None:
    """Make the shifts that these recurring series lack for the weeks ahead. One that fails leaves the others whole."""
    for id in found:
        try:
            with store.attempt():
                series, task = store.series_with_task(id)
                circle = store.get(Circle, task.circle)
                if circle.state == CircleState.ACTIVE:
                    extend(store, circle.zone, series, task, now)
        except Exception as error:
            log.error("series_failed", series=id, error=type(error).__name__, at=place_of(error))


def _tidy(database: Database, now: datetime, _after: int) -> None:
    with database.writing() as store:
        store.tidy(now - KEEP)


def _digests(database: Database, now: datetime, after: int) -> int | None:
    """Owe what some circles get today; returns behind which circle to go on, or None at the end."""
    with database.writing() as store:
        circles = store.active_circles(after, BATCH)
        for circle in circles:
            owe_digests(store, circle, now)
            keep_asking(store, circle.id, now)  # what has come within two weeks
    return circles[-1].id if len(circles) == BATCH else None


def _boards(database: Database, now: datetime, _after: int) -> None:
    with database.writing() as store:
        refresh_in_the_morning(store, now)
