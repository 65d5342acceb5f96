"""A coordinator's workbook over 500 circles of 200 shifts a month. `python -m benchmarks.coordinator`

The whole way: asked in the chat, read, written, delivered. Once as circles are by default (open shifts and hours), and
once where every circle shows its whole roster with names: 100,000 rows. While it is made somebody else asks for their
shifts all the time; how long those turns take is told beside it, and how long they take when nothing else happens.
"""

from __future__ import annotations

import asyncio
import resource
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Inbound, Outgoing
from bot.program import Clock, Program
from locales.words import words
from scheduling.people import COORDINATOR_SEES
from storage.database import Database
from storage.tables import addresses, assignments, circles, members, persons, series, shifts, tasks

NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
CIRCLES, SHIFTS, HELPERS = 500, 200, 5
WHATS = ("boodschappen doen", "koffie", "douchen", "hond uitlaten", "naar de huisarts", "nachtwacht", "warm eten")


class Kept:
    """A channel that keeps what it is given."""

    name, edits = "telegram", True

    def __init__(self) -> None:
        self.given: list[Outgoing] = []

    async def send(self, outgoing: Outgoing) -> str:
        self.given.append(outgoing)
        return str(len(self.given))


def fill(database: Database, sees: tuple[str, ...]) -> None:
    """Person 1 coordinates every circle; person 2 helps in the first. One shift in ten is open."""
    common = {"version": 1}
    person = {"agreed_at": NOW, "formal": False, "zone": "Europe/Amsterdam", "quiet_from": 1320, "quiet_until": 480}
    person |= {"remind_before": [60], "muted": [], **common}
    with database.writing() as store:
        run = store.connection.execute
        run(insert(persons), [{"id": id, "name": f"P{id}", **person} for id in (1, 2)])
        address = {"channel": "telegram", "unreachable": "", "last_in_at": NOW, **common}
        run(insert(addresses), [{"id": id, "chat": f"chat{id}", "person": id, **address} for id in (1, 2)])
        circle = {
            "made_at": NOW,
            "kinship": "",
            "zone": "Europe/Amsterdam",
            "state": "active",
            "kind": "care",
            **common,
        }
        run(
            insert(circles),
            [
                {"id": n, "recipient": f"Naam {n}", "coordinator_sees": list(sees), **circle}
                for n in range(1, CIRCLES + 1)
            ],
        )
        member = {"ring": "family", "standing": "active", "since": NOW - timedelta(days=90), **common}
        every = []
        for n in range(1, CIRCLES + 1):
            every.append({"id": n * 10, "circle": n, "name": "P1", "person": 1, "role": "coordinator", **member})
            for h in range(1, HELPERS + 1):
                who = 2 if (n, h) == (1, 1) else None
                every.append(
                    {"id": n * 10 + h, "circle": n, "name": f"H{h}", "person": who, "role": "helper", **member}
                )
        run(insert(members), every)
        task = {"minutes": 60, "note": "", "people_needed": 1, "at_home": True, "critical": False, **common}
        run(
            insert(tasks),
            [{"id": n, "circle": n, "what": "koffie", "made_by": n * 10, **task} for n in range(1, CIRCLES + 1)],
        )
        one = {"starts": NOW, "rule": "", "made_until": NOW, **common}
        run(insert(series), [{"id": n, "task": n, **one} for n in range(1, CIRCLES + 1)])
        begin = NOW.replace(day=1, hour=7)
        for n in range(1, CIRCLES + 1):
            rows, taken = [], []
            for k in range(SHIFTS):
                start, id = begin + timedelta(hours=3.6 * k), n * 1000 + k
                row = {"id": id, "circle": n, "task": n, "series": n, "original_start": start, "start": start}
                row |= {"end": start + timedelta(hours=1), "what": WHATS[k % 7], "people_needed": 1, "at_home": True}
                rows.append({**row, "state": "planned", "opened_at": NOW, **common})
                if k % 10:
                    who = {"id": id, "shift": id, "member": n * 10 + 1 + k % HELPERS, "part": "claimed", "since": NOW}
                    taken.append({**who, "late_minutes": 0, "overridden": False, "people": 1, **common})
            run(insert(shifts), rows)
            run(insert(assignments), taken)


def said(person: int, n: int, text: str) -> Inbound:
    return Inbound("telegram", f"chat{person}", f"chat{person}", f"P{person}", f"{person}-{n}", NOW, text)


async def turn(program: Program, n: int) -> float:
    """Seconds of the other person's turn, until it is committed."""
    began = time.perf_counter()
    await program.receive(said(2, n, "mijn beurten"))
    return time.perf_counter() - began


async def measure(database: Database, name: str) -> None:
    post = Kept()
    clock = Clock(lambda: NOW)
    sender = Sender(database, {"telegram": post}, capabilities(), words())
    program = Program(database, Engine(database, capabilities(), words()), sender, clock)
    for n in range(10):
        await turn(program, n)
    alone = [await turn(program, n) for n in range(10, 40)]
    began, busy = time.perf_counter(), time.process_time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    await program.receive(said(1, 0, "exporteer alle kringen van maart"))
    asked = time.perf_counter() - began
    done = asyncio.create_task(program.settle())
    meanwhile, n = [], 100
    while not done.done():
        meanwhile.append(await turn(program, n))
        n += 1
        await asyncio.sleep(0.1)
    await done
    took, cpu = time.perf_counter() - began, time.process_time() - busy
    beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    texts = [one.reply.text for one in post.given if one.chat == "chat1"]
    files = [file for one in post.given for file in one.reply.attachments]
    assert len(files) == 1
    assert sum("Ik ben bezig" in text for text in texts) == 2
    print(
        f"{name}: {took:.1f} s until delivered ({beside:.1f} s of processor beside, {cpu:.1f} s here, others' "
        f"turns in it), {len(files[0].data) / 1e6:.1f} MB"
    )
    print(f"  the coordinator's own turn {asked * 1000:.0f} ms; progress said {len(texts) - 2} times")
    late = sorted(meanwhile)
    print(
        f"  others meanwhile, {len(late)} turns: median {statistics.median(late) * 1000:.0f} ms, "
        f"worst {late[-1] * 1000:.0f} ms; alone: median {statistics.median(alone) * 1000:.0f} ms"
    )
    program.close()


def main() -> None:
    for name, sees in (
        ("open shifts and hours", COORDINATOR_SEES),
        ("the whole roster with names", ("names", "hours")),
    ):
        with tempfile.TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
            database.create_tables()
            fill(database, sees)
            asyncio.run(measure(database, name))
            database.close()


if __name__ == "__main__":
    main()
