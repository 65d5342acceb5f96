"""Does work over many circles: here where it is little, where it is much in a process of its own.

Reading a hundred thousand shifts and writing them down is seconds of Python. In a thread everybody who writes
meanwhile would wait for their share of the interpreter; a process at a low priority takes none of it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from bot.faults import place_of
from bot.overviews.gathering import Gathering, Made
from bot.overviews.weighing import Weighing
from bot.overviews.workbook import Workbook
from locales.words import words
from scheduling.jobs import IMPACT, OVERVIEW, Job
from storage.database import Database

log = structlog.get_logger()

KINDS: dict[str, type[Gathering]] = {OVERVIEW: Workbook, IMPACT: Weighing}
FEW = 20  # circles that are done sooner than a process starts
LONGEST = 120.0  # seconds that a process may take

HowFar = Callable[[int, int], None]
"""Told after each part: how many circles were done before it, and after."""


@dataclass(frozen=True)
class Fault:
    """What went wrong in the process, as far as it may be told."""

    kind: str  # of exception
    at: str  # "workbook.py:57"


class GatheringFailed(Exception):
    """The process ended without an answer."""


def gather(database: Database, job: Job, now: datetime, how_far: HowFar) -> Made:
    """The message and its files. Blocks this thread. Raises GatheringFailed where the process dies or is too slow."""
    if len(job.payload["circles"]) <= FEW or not database.shared:
        return _here(database, job, now, how_far)
    return _beside(database.url, job, now, how_far)


def _here(database: Database, job: Job, now: datetime, how_far: HowFar) -> Made:
    work, done = KINDS[job.kind](database, words(), job), 0
    for part in work.parts():
        work.read(part, now)
        before, done = done, done + len(part)
        how_far(before, done)
    return work.made(now)


def _beside(url: str, job: Job, now: datetime, how_far: HowFar) -> Made:
    with subprocess.Popen(
        [sys.executable, "-m", "bot.overviews.gathered"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # an error's text may hold what people wrote
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdin
        assert process.stdout
        watch = threading.Timer(LONGEST, process.kill)
        watch.start()
        try:
            process.stdin.write(pickle.dumps((url, job, now)))  # not among its arguments: the url may hold a password
            process.stdin.close()
            while True:
                said: tuple[int, int] | Made | Fault = pickle.load(process.stdout)
                if isinstance(said, Made):
                    return said
                if isinstance(said, Fault):
                    log.error("gathering_failed", kind=job.kind, error=said.kind, at=said.at)
                    raise GatheringFailed
                how_far(*said)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            raise GatheringFailed from error
        finally:
            watch.cancel()
            process.kill()


def main() -> None:
    """Read what is to be done, say how far it is, and at last what came of it."""
    os.nice(5)
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing but answers among the answers
    url, job, now = pickle.load(sys.stdin.buffer)

    def say(thing: object) -> None:
        out.write(pickle.dumps(thing))
        out.flush()

    try:
        say(_here(Database(url), job, now, lambda before, after: say((before, after))))
    except Exception as error:
        say(Fault(type(error).__name__, place_of(error)))


if __name__ == "__main__":
    from bot.overviews.gathered import (
        main as as_imported,  # so that what is said is of the classes that the other side knows
    )

    as_imported()
