"""A division asked for in the chat: read in one short transaction, kept in another, worked out in between."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from locales.nl.wishes import suits
from scheduling.care import Shift
from scheduling.jobs import Job
from scheduling.people import Circle
from scheduling.proposals import PROPOSAL, Posed, kept, pose
from scheduling.roster import Roster
from scheduling.wishes import Wish
from storage.database import Database

log = structlog.get_logger()

SECONDS = 4.0  # for the solver; a family's week is proved in less
TRIES = 3  # then the organiser hears that it did not work


def fits_wish(wish: Wish, shift: Shift, zone: str) -> bool:
    """Whether what somebody said they like, have or can is about this shift."""
    return suits(wish.about, shift.what, shift.start.astimezone(ZoneInfo(zone)), at_home=shift.at_home)


def begin_job(database: Database, now: datetime) -> tuple[Job, Posed | None] | None:
    """The next job with the problem it poses (None: nothing to solve, or given up). None where no job is due."""
    with database.reading() as store:
        due = store.next_job()
    if due is None or due > now:
        return None
    with database.writing() as store:
        job = store.take_job(now)
    if job is None:
        return None
    if job.attempts > TRIES or job.kind != PROPOSAL:
        return job, None
    with database.writing() as store:  # apart, so that a fault in it counts as a try
        return job, pose(store, store.get(Circle, job.circle), job, now, fits_wish)


def finish_job(database: Database, job: Job, posed: Posed | None, roster: Roster | None, now: datetime) -> None:
    """Keep what came of it, and owe whoever asked the answer. Nothing where it is done, or gone with its person."""
    with database.writing() as store:
        current = store.find(Job, job.id, lock=True)
        if current is None or current.done_at is not None:
            return
        result = {"failed": True} if posed is None or roster is None else kept(posed, roster)
        store.change(current, payload={**current.payload, **result}, done_at=now, claimed_until=None)
        store.owe(PROPOSAL, now, person=job.person, subject=job.id, dedupe_key=f"{PROPOSAL}:{job.id}")
