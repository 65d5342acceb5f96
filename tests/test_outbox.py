"""The outbox as several senders see it: every row once, in order for each person, at a flat cost."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.sender import Sender
from bot.saying import Say
from storage.database import Database
from storage.turns import Owed
from tests.talking import Cast, Post


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = Cast(database)
    cast.circle()
    return cast


def owe_many(cast: Cast, count: int, *, apart: float = 0.0) -> None:
    with cast.database.writing() as store:
        for number in range(count):
            for name in cast.persons:
                due = cast.now + timedelta(seconds=number * apart)
                store.owe("notice", due, person=cast.persons[name], payload=Say(str(number)).as_json())


def test_several_senders_at_once_never_take_the_same_row(cast: Cast) -> None:
    owe_many(cast, 50)

    def claim(_: int) -> list[Owed]:
        with cast.database.writing() as store:
            return store.claim_due(cast.now, 7)

    with ThreadPoolExecutor(6) as workers:
        taken = [row.id for rows in workers.map(claim, range(60)) for row in rows]
    assert len(taken) == len(set(taken))


def test_several_senders_at_once_keep_each_persons_order(cast: Cast) -> None:
    owe_many(cast, 25)
    post = Post()
    slow = post.send
    dice = random.Random(7)

    async def send(outgoing: Any) -> str:
        await asyncio.sleep(dice.random() / 500)
        return await slow(outgoing)

    post.send = send  # type: ignore[method-assign]

    def work(number: int) -> None:
        given = cast.database, {"telegram": post}, cast.engine.capabilities, cast.engine.words
        sender = Sender(*given, passing=lambda: 0.0)

        async def drain() -> None:
            for _ in range(30):
                await sender.tick(cast.now, _in_thread)
                await asyncio.sleep(0.002)

        asyncio.run(drain())

    with ThreadPoolExecutor(3) as workers:
        list(workers.map(work, range(3)))
    cast.sender.channels["telegram"].send = post.send  # type: ignore[method-assign]
    cast.tick(after=3600)  # what a machine that stood still gave back meanwhile
    heard = defaultdict(list)
    for outgoing in post.given:
        heard[outgoing.chat].append(int(outgoing.reply.text))
    assert dict(heard) == {name: list(range(25)) for name in cast.persons}


async def _in_thread(work: Callable[[], Any]) -> Any:
    return await asyncio.to_thread(work)


def test_the_clock_never_stands_still_before_a_message_that_has_to_wait(cast: Cast) -> None:
    """What is next due is never something that the claim would refuse."""
    owe_many(cast, 3)
    with cast.database.writing() as store:
        first = store.claim_due(cast.now, 1)[0]
        then = cast.now + timedelta(minutes=5)
        store.again([first.id], then)
    cast.tick()
    with cast.database.reading() as store:
        assert store.next_due() == then


def test_a_tick_looks_at_what_is_due_alone(sqlite_database: Database) -> None:
    """Neither what is sent nor what is due later is read, however much of it there is.

    Read from SQLite alone: PostgreSQL plans by what is in the tables.
    """
    cast = Cast(sqlite_database)
    cast.circle()
    with cast.database.reading() as store:
        from sqlalchemy import event

        seen: list[tuple[str, Any]] = []
        event.listen(store.connection, "before_cursor_execute", lambda *a: seen.append((a[2], a[3])))
        store.claim_due(cast.now, 10, "telegram")
        statement, values = next(one for one in seen if "SELECT outbox.id" in one[0])
        plan = store.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    steps = " | ".join(row[3] for row in plan)
    assert "USING INDEX ix_outbox_next (channel=? AND urgency=? AND due_at<?)" in steps
    assert "ix_outbox_lane (lane=?" in steps
    assert "SCAN" not in steps.replace("SCAN CONSTANT ROW", "")


def test_the_same_thing_is_owed_once(cast: Cast) -> None:
    with cast.database.writing() as store:
        key = {"person": cast.persons["Piet"], "dedupe_key": "week 10"}
        owed = [store.owe("notice", cast.now, payload=Say("hoi").as_json(), **key) for _ in range(3)]
    assert [one is not None for one in owed] == [True, False, False]


def test_answers_in_flight_survive_a_restart(cast: Cast) -> None:
    """The process dies between commit and sending: whoever takes up its work has the answer."""
    for name, number in itertools.product(cast.persons, range(3)):
        cast.engine.handle(cast.inbound(name, "help" if number else "hoi"), cast.now)
    with cast.database.writing() as store:
        assert store.claim_due(cast.now, 100) == []
        assert store.give_all_back() == 12
    cast.tick()
    assert all(len(cast.heard(name)) == 3 for name in cast.persons)
