"""A calendar of 1,000 entries, whole and unchanged. `python -m benchmarks.calendar_feed`

Through the web app on a real SQLite file, the database queries and the HTTP layer included; the median and the
best of many requests, and the processor time of one. Beside it the same entries written by icalendar's own components.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import icalendar
from starlette.applications import Starlette

from bot.calendars.addresses import CalendarRoutes
from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.program import Clock, Program
from locales.words import words
from scheduling.care import Assignment, Part, Series, Shift, Task
from scheduling.feeds import open_feed
from scheduling.people import Circle, Member, Person, Role
from storage.database import Database

NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
ENTRIES, ROUNDS = 1000, 60


def fill(database: Database) -> str:
    """A circle with so many shifts, each with somebody on it; the address that shows them all."""
    with database.writing() as store:
        circle = store.add(Circle(0, "Nel", NOW))
        people = [store.add(Person(0, name, NOW)) for name in ("Anna", "Piet", "Fatima", "Riet")]
        members = [store.add(Member(0, circle.id, p.name, p.id, Role.ORGANISER)) for p in people]
        task = store.add(Task(0, circle.id, "boodschappen doen", 60, members[0].id))
        series = store.add(Series(0, task.id, NOW))
        for n in range(ENTRIES):
            start = NOW + timedelta(hours=9 * n)
            shift = Shift(0, circle.id, task.id, series.id, start, start, start + timedelta(hours=1), task.what)
            kept = store.add(shift)
            store.add(Assignment(0, kept.id, members[n % 4].id, Part.CLAIMED, NOW))
        return open_feed(store, people[0].id, circle.id, NOW)


def by_icalendar() -> float:
    """Milliseconds of the processor for as many entries by icalendar's components."""
    began = time.process_time()
    made = icalendar.Calendar()
    for n in range(ENTRIES):
        event = icalendar.Event()
        event.add("uid", f"shift-{n}@zorgkring")
        event.add("sequence", 1)
        event.add("dtstamp", NOW)
        event.add("dtstart", NOW + timedelta(hours=9 * n))
        event.add("dtend", NOW + timedelta(hours=9 * n + 1))
        event.add("summary", "boodschappen doen voor Nel: Piet")
        made.add_component(event)
    made.to_ical()
    return (time.process_time() - began) * 1000


async def measure(database: Database) -> None:
    engine, sender = Engine(database, capabilities(), words()), Sender(database, {}, capabilities(), words())
    program = Program(database, engine, sender, Clock(lambda: NOW))
    app = Starlette(routes=CalendarRoutes(program).routes())
    address = f"/kalender/{fill(database)}.ics"
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
        first = await client.get(address)
        assert first.content.count(b"BEGIN:VEVENT") == ENTRIES
        for name, headers, code in (("whole", {}, 200), ("304", {"if-none-match": first.headers["etag"]}, 304)):
            took, busy = [], []
            for _ in range(ROUNDS):
                began, before = time.perf_counter(), time.process_time()
                answer = await client.get(address, headers=headers)
                took.append((time.perf_counter() - began) * 1000)
                busy.append((time.process_time() - before) * 1000)
                assert answer.status_code == code
            wall, cpu = statistics.median(took), statistics.median(busy)
            print(f"calendar of {ENTRIES:,} entries, {name}: median {wall:.1f} ms, best {min(took):.1f}, CPU {cpu:.1f}")
    program.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
        database.create_tables()
        asyncio.run(measure(database))
        database.close()
    print(f"the entries alone by icalendar's components: {min(by_icalendar() for _ in range(3)):.0f} ms of CPU")


if __name__ == "__main__":
    main()
