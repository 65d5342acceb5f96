"""The ticking: a few in-memory jobs that look at what is due, never one job a reminder."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]

# A tick that comes late is done late, once; two never run side by side.
_OPTIONS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class Ticker:
    """Calls what it is handed; knows nothing of what that does. Runs on the event loop it is started in."""

    def __init__(self, zone: str) -> None:
        self._scheduler = AsyncIOScheduler(timezone=ZoneInfo(zone), job_defaults=_OPTIONS)

    def every(self, seconds: float, job: Job) -> None:
        """Call this so often."""
        self._scheduler.add_job(job, IntervalTrigger(seconds=seconds))

    def nightly(self, hour: int, job: Job) -> None:
        """Call this each night at this local hour."""
        self._scheduler.add_job(job, CronTrigger(hour=hour, timezone=self._scheduler.timezone))

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End, without waiting for what runs."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
