"""As fast as a channel allows and never faster: Sunday at seven, groups, floods, and several processes at once."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from bot.delivery.pace import LIMITS, Pace
from bot.delivery.sender import Sender
from bot.delivery.watch import Watch
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import DeliveryError, Inbound
from bot.program import Clock, Program
from bot.saying import Say
from bot.turn import Doors
from locales.words import words
from scheduling.pace import Book, Limits, Wanted, give_turns
from scheduling.people import Address, Person
from storage.database import Database
from storage.owing import ALERT, DIGEST
from storage.rows import values
from storage.tables import addresses, outbox, persons
from tests.simulated import SUNDAY, SimulatedLoop, StrictPost, simulate
from tests.soak import share

TELEGRAM = LIMITS["telegram"]


def furnish(database: Database, people: int, due: int, *, alerts: int = 0, chat: str = "") -> None:
    """So many people on Telegram; the first of them are owed a message at seven (to one `chat`, where given)."""
    with database.writing() as store:
        run, numbers = store.connection.execute, range(1, people + 1)
        run(insert(persons), [{"id": n, **values(Person(n, "Piet", SUNDAY))} for n in numbers])
        theirs = (Address(n, "telegram", str(n), n, last_in_at=SUNDAY) for n in numbers)
        run(insert(addresses), [{"id": one.id, **values(one)} for one in theirs])
        if chat:
            store.add(Address(0, "telegram", chat))
        for n in range(1, due + 1):
            to = {"address": people + 1} if chat else {"person": n}
            urgency = ALERT if n > due - alerts else DIGEST
            store.owe("notice", SUNDAY, payload=Say(f"week {n}").as_json(), urgency=urgency, **to)


class Counting(Program):
    """Counts how often it looks at the outbox."""

    looks = 0

    async def tick(self) -> int:
        self.looks += 1
        return await super().tick()


def program(database: Database, post: StrictPost, loop: SimulatedLoop) -> Counting:
    clock = Clock(loop.now)
    spread = random.Random(5)  # the same story every time
    sender = Sender(database, {"telegram": post}, capabilities(), words(), spread, Pace(database, clock.now))
    return Counting(database, Engine(database, capabilities(), words(), Doors()), sender, clock)


async def until_all_is_sent(database: Database, programs: Sequence[Program], every: float = 0.5) -> None:
    stop = asyncio.Event()
    tasks = [asyncio.create_task(one.run_sender(stop)) for one in programs]
    for one in programs:
        one.wake()
    while True:
        await asyncio.sleep(every)
        with database.reading() as store:
            if not store.queues(programs[0].now()):
                break
        for one in programs:
            one.wake()
    stop.set()
    for one in programs:
        one.wake()
        await one.finish()
    await asyncio.gather(*tasks)


@pytest.mark.soak
def test_sunday_at_seven_uses_what_the_channel_allows_and_answers_come_at_once(database: Database) -> None:
    people, due, senders = share(1_000, 100_000), share(150, 10_000), 1 if database.is_sqlite else 2
    furnish(database, people, due, alerts=due // 5)

    async def story(loop: SimulatedLoop) -> tuple[StrictPost, dict[str, float], int]:
        post, dice, wrote = StrictPost(TELEGRAM), random.Random(3), {}
        programs = [program(database, post, loop) for _ in range(senders)]

        async def people_write() -> None:
            """Two a second, of whom nobody was owed anything."""
            number = due
            while len(post.arrived) < due:
                await asyncio.sleep(dice.expovariate(2.0))
                number += 1
                wrote[str(number)] = loop.time()
                said = Inbound("telegram", str(number), str(number), "Piet", f"u{number}", loop.now(), "help")
                await dice.choice(programs).receive(said)

        writing = asyncio.create_task(people_write())
        await until_all_is_sent(database, programs)
        await writing
        await until_all_is_sent(database, programs)
        for one in programs:
            one.close()
        return post, wrote, sum(one.looks for one in programs)

    post, wrote, looks = simulate(story)
    times = [at for at, _, _ in post.arrived]
    busy = [at for at in times if at <= times[0] + 0.95 * (times[-1] - times[0])]
    used = (len(busy) - 1) / (busy[-1] - busy[0]) / TELEGRAM.a_second
    waits = sorted(at - wrote[chat] for at, chat, text in post.arrived if chat in wrote)
    p99 = waits[int(0.99 * (len(waits) - 1))]
    print(
        f"\n{len(times)} arrived in {times[-1] - times[0]:.0f} s, {used:.1%} of the limit used, "
        f"{len(post.violations)} violations, {len(waits)} answers within {p99:.2f} s at p99, {waits[-1]:.2f} s at most"
        f", {looks} looks at the outbox"
    )
    assert looks < 1.5 * len(times)  # they must not grow in number by themselves
    assert post.violations == []
    assert used >= 0.95
    assert len(waits) == len(wrote)
    assert p99 < 1.0
    texts = [text for _, _, text in post.arrived if text.startswith("week")]
    assert len(texts) == len(set(texts)) == due
    alerts = [int(text.split()[1]) > due - due // 5 for text in texts]
    assert alerts[: due // 5 + 60].count(True) == due // 5  # the urgent ones went first, but for what stood in line


def test_a_group_gets_no_more_than_its_minute_holds(sqlite_database: Database) -> None:
    furnish(sqlite_database, 1, 45, chat="-100")
    post = StrictPost(TELEGRAM)

    async def story(loop: SimulatedLoop) -> float:
        await until_all_is_sent(sqlite_database, [program(sqlite_database, post, loop)])
        return loop.time()

    took = simulate(story)
    assert post.violations == []
    assert len(post.arrived) == 45
    assert took < 3 * 60  # 19, 19 and 7


def test_a_flood_silences_the_whole_channel_to_the_second(sqlite_database: Database) -> None:
    furnish(sqlite_database, 60, 60)
    post = StrictPost(TELEGRAM)
    post.troubles.append(DeliveryError("flood", retry_after=37.0))

    async def story(loop: SimulatedLoop) -> None:
        await until_all_is_sent(sqlite_database, [program(sqlite_database, post, loop)])

    simulate(story)
    flooded = 0.05  # at the latest, as the first call of all
    before = [at for at, _, _ in post.arrived if at < 37.0]
    assert post.violations == []
    assert len(post.arrived) == 60
    assert max(before, default=0.0) < flooded + 0.1  # what was on its way to Telegram already
    assert min(at for at, _, _ in post.arrived if at >= 37.0) < 39.0


def test_health_is_red_when_something_is_late_and_the_channel_is_free(database: Database) -> None:
    furnish(database, 2, 1, alerts=1)
    with database.writing() as store:
        store.owe("reply", SUNDAY, address=2, payload=Say("ja").as_json())
    watch = Watch(database, Sender(database, {}, {}, words()).metrics)
    seen = [watch.look(SUNDAY + timedelta(seconds=after)) for after in (5, 60, 400)]
    assert [(one.due, one.overdue, one.is_well) for one in seen] == [(2, 0, True), (2, 1, False), (2, 2, False)]
    with database.writing() as store:
        for after in range(400):  # the channel is used without a pause
            wanted = [Wanted(str(after), ahead=9.0)]
            store.take_turns("telegram", TELEGRAM, wanted, SUNDAY + timedelta(seconds=after / 30))
    busy = watch.look(SUNDAY + timedelta(seconds=14))
    assert (busy.overdue, busy.full, busy.is_well) == (1, frozenset({"telegram"}), True)
    text = watch.metrics.text().decode()
    assert 'zorgkring_queue_overdue{channel="telegram",urgency="answer"} 1.0' in text
    assert "Piet" not in text


def test_turns_are_given_in_order_and_never_twice() -> None:
    limits = Limits(a_second=10, chat_gap=1.0)
    book, slots = give_turns(Book(), limits, [Wanted("a"), Wanted("b"), Wanted("a")], 100.0)
    assert [slot.granted for slot in slots] == [True, True, False]
    assert slots[1].at - slots[0].at == pytest.approx(1 / limits.rate)
    assert slots[2].at == pytest.approx(slots[0].at + 1.0 / 0.965)
    _, later = give_turns(book, limits, [Wanted("c", ahead=0.1)], 100.0)
    assert not later[0].granted  # 0.2 s ahead are given away, and this looks 0.1 s ahead


def test_several_processes_share_one_pace(postgres_database: Database) -> None:
    """Each takes its turns in threads of its own, at the same real time."""
    from concurrent.futures import ThreadPoolExecutor

    def take(number: int) -> list[float]:
        taken: list[float] = []
        for one in range(20):
            with postgres_database.writing() as store:
                wanted = [Wanted(f"{number}-{one}", ahead=60.0)]
                taken += [slot.at for slot in store.take_turns("telegram", TELEGRAM, wanted, SUNDAY)]
        return taken

    with ThreadPoolExecutor(3) as processes:
        moments = sorted(at for taken in processes.map(take, range(3)) for at in taken)
    assert len(moments) == 60
    assert min(b - a for a, b in itertools.pairwise(moments)) >= 0.99 / TELEGRAM.rate


def test_nothing_of_this_knows_a_chat_by_its_number(sqlite_database: Database) -> None:
    furnish(sqlite_database, 3, 3)
    post = StrictPost(TELEGRAM)

    async def story(loop: SimulatedLoop) -> None:
        await until_all_is_sent(sqlite_database, [program(sqlite_database, post, loop)])

    simulate(story)
    from sqlalchemy import select

    from storage.tables import paces

    with sqlite_database.reading() as store:
        keys: list[Any] = list(store.connection.execute(select(paces.c.key)).scalars())
        sent = store.connection.execute(select(outbox.c.sent_at)).scalars().all()
    assert len(keys) == 4
    assert all(len(key) in (len("telegram"), len("telegram:") + 24) for key in keys)
    assert all(sent)


def test_a_chat_that_may_get_something_again_anyway_is_forgotten_and_one_that_waits_is_kept(database: Database) -> None:
    with database.writing() as store:
        store.take_turns("telegram", TELEGRAM, [Wanted("telegram Piet")], SUNDAY)
        store.hold_chat("telegram", "telegram Riet", TELEGRAM, SUNDAY + timedelta(hours=1))
        store.tidy_pace(SUNDAY + timedelta(minutes=30))
        kept = store.pace_book("telegram", ["telegram Piet", "telegram Riet"]).chats
    assert set(kept) == {"telegram Riet"}
