"""The addresses where calendar programs look, over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, timedelta
from typing import Any

import httpx
import icalendar
import pytest
from starlette.applications import Starlette

from bot.calendars.addresses import CalendarRoutes
from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.program import Clock, Program
from locales.words import words
from scheduling.care import Part
from scheduling.feeds import close_all, open_feed
from scheduling.people import Role, Standing
from scheduling.plans import Draft, plan
from storage.database import Database
from tests.cast import MONDAY, Family, at, family


class Served:
    """A family whose calendars are served."""

    def __init__(self, database: Database) -> None:
        self.database = database
        engine, sender = Engine(database, capabilities(), words()), Sender(database, {}, capabilities(), words())
        self.clock = Clock(lambda: MONDAY.astimezone(UTC))
        self.program = Program(database, engine, sender, self.clock)
        self.routes = CalendarRoutes(self.program)
        app = Starlette(routes=self.routes.routes())
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://zorg.example")
        with database.writing() as store:
            self.us: Family = family(store)
            draft = Draft("koffie", at(4, "10:00"), 60, "FREQ=WEEKLY;BYDAY=TU")
            plan(store, self.us.circle, self.us.anna, draft, (self.us.piet,), MONDAY)
            plan(store, self.us.circle, self.us.anna, Draft("dokter", at(6, "14:00"), 60), (self.us.anna,), MONDAY)

    def address(self, whose: str = "piet", *, whole: bool = False) -> str:
        member = getattr(self.us, whose)
        with self.database.writing() as store:
            return open_feed(store, member.person, self.us.circle.id if whole else None, MONDAY.astimezone(UTC))

    async def get(self, token: str, **headers: str) -> httpx.Response:
        return await self.client.get(
            f"/kalender/{token}.ics", headers={k.replace("_", "-"): v for k, v in headers.items()}
        )

    async def tasks(self, token: str) -> set[str]:
        file: Any = icalendar.Calendar.from_ical((await self.get(token)).content)
        return {str(event["SUMMARY"]).split(" voor ")[0] for event in file.walk("VEVENT")}


@pytest.fixture(params=["sqlite_database", pytest.param("postgres_database", marks=pytest.mark.postgres)])
async def served(request: pytest.FixtureRequest) -> AsyncIterator[Served]:
    found = Served(request.getfixturevalue(request.param))
    yield found
    await found.client.aclose()
    found.program.close()


async def test_an_address_gives_ones_own_shifts_and_follows_them(served: Served) -> None:
    token = served.address()
    answer = await served.get(token)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert await served.tasks(token) == {"koffie"}
    with served.database.writing() as store:
        plan(store, served.us.circle, served.us.anna, Draft("tuin", at(8, "14:00"), 60), (served.us.piet,), MONDAY)
    assert await served.tasks(token) == {"koffie", "tuin"}


async def test_an_address_of_the_circle_gives_the_whole_roster(served: Served) -> None:
    assert await served.tasks(served.address(whole=True)) == {"koffie", "dokter"}


async def test_what_did_not_change_is_not_sent_again(served: Served) -> None:
    token = served.address()
    first = await served.get(token)
    tag = first.headers["etag"]
    again = await served.get(token, if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert (await served.get(token, if_none_match=f'W/{tag}, "other"')).status_code == 304
    with served.database.writing() as store:
        coffee = store.roster_between(served.us.circle.id, at(4, "00:00"), at(5, "00:00"))[0]
        store.change(coffee.responsible[0], part=Part.WANTS_OUT)
    changed = await served.get(token, if_none_match=tag)
    assert changed.status_code == 200
    assert changed.content != first.content


async def test_every_day_the_calendar_begins_a_day_later(served: Served) -> None:
    token = served.address()
    tag = (await served.get(token)).headers["etag"]
    served.clock.ahead = timedelta(days=1)
    assert (await served.get(token, if_none_match=tag)).status_code == 200


async def test_an_old_address_shows_nothing(served: Served) -> None:
    token = served.address()
    assert (await served.get(token)).status_code == 200
    with served.database.writing() as store:
        assert close_all(store, served.us.piet.person or 0) == 1
    assert (await served.get(token)).status_code == 404


@pytest.mark.parametrize("whole", [False, True])
async def test_who_left_sees_nothing_any_more(served: Served, whole: bool) -> None:
    token = served.address(whole=whole)
    with served.database.writing() as store:
        store.change(served.us.piet, standing=Standing.LEFT)
    answer = await served.get(token)
    assert answer.status_code == 404
    assert not answer.content


async def test_who_is_forgotten_has_no_address(served: Served) -> None:
    token = served.address()
    with served.database.writing() as store:
        store.forget_person(served.us.piet.person or 0, "iemand")
    assert (await served.get(token)).status_code == 404


@pytest.mark.parametrize("role", list(Role))
async def test_the_whole_roster_is_for_whoever_may_see_it(served: Served, role: Role) -> None:
    token = served.address(whole=True)
    with served.database.writing() as store:
        store.change(served.us.piet, role=role)
    sees = role not in (Role.PAID, Role.COORDINATOR)
    assert (await served.get(token)).status_code == (200 if sees else 404)


async def test_guesses_are_slowed_down_and_right_addresses_are_not(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, waits = served.address(), []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("bot.calendars.addresses.asyncio.sleep", note)
    for n in range(8):
        assert (await served.get(f"guess{n}")).status_code == 404
    assert waits == sorted(waits)
    assert waits[0] < 0.2
    assert waits[-1] == 5.0
    assert (await served.get(token)).status_code == 200
    assert len(waits) == 8


@pytest.mark.parametrize("odd", ["", "%00", "..%2f..", "x" * 5000, "%F0%9F%8C%B7", "'; DROP TABLE feed; --"])
async def test_odd_addresses_show_nothing(served: Served, monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    async def at_once(_: float) -> None: ...

    monkeypatch.setattr("bot.calendars.addresses.asyncio.sleep", at_once)
    answer = await served.get(odd)
    assert (answer.status_code, answer.content in (b"", b"Not Found")) == (404, True)
