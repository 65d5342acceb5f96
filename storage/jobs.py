"""Queries about work that is done beside the chat."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import case, func, select

from scheduling.jobs import Job
from storage.base import Base
from storage.tables import jobs

HELD = timedelta(minutes=1)
"""How long one worker has a job to itself; a dead one's comes free after it."""

_NEXT_JOB = select(
    func.min(case((jobs.c.claimed_until > jobs.c.due_at, jobs.c.claimed_until), else_=jobs.c.due_at))
).where(jobs.c.done_at.is_(None))


class Jobs(Base):
    """What has to be worked out."""

    def take_job(self, now: datetime) -> Job | None:
        """The next job that is due, held for this worker; one that another process holds is left to it."""
        free = jobs.c.claimed_until.is_(None) | (jobs.c.claimed_until <= now)
        query = select(jobs).where(jobs.c.done_at.is_(None), jobs.c.due_at <= now, free).order_by(jobs.c.id).limit(1)
        found = self._first(Job, query.with_for_update(skip_locked=True))
        return None if found is None else self.change(found, claimed_until=now + HELD, attempts=found.attempts + 1)

    def next_job(self) -> datetime | None:
        """When the next job can be taken."""
        return self.connection.execute(_NEXT_JOB).scalar()

    def jobs_since(self, circle: int, kind: str, since: datetime) -> list[Job]:
        """The jobs of a kind that this circle asked for since then, oldest first."""
        query = select(jobs).where(jobs.c.circle == circle, jobs.c.kind == kind, jobs.c.due_at >= since)
        return self._all(Job, query.order_by(jobs.c.id))
