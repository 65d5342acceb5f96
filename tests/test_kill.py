"""kill -9 of the whole program, at random moments under load: every message is handled once, every answer arrives.

The real program (`python -m bot serve`) on a real database polls from the strict double of Telegram. It dies without a
word, is started again, and goes on. An answer may come twice only where the process died between sending and marking:
at most one for each message that was under way when it was killed.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

import pytest
from sqlalchemy import select, update

from bot.main import _clock, main
from bot.saying import Say
from storage.database import Database
from storage.tables import inbounds, outbox
from tests.fakes.bot_api import TOKEN, BotApi
from tests.processes import FRESH
from tests.soak import SOAK, share

PEOPLE = ("Anna", "Piet", "Fatima", "Riet", *share((), (f"Buur {number}" for number in range(5, 17))))
BACKLOG = 100  # messages that wait to be taken in: as many as the program takes, and always more
TEXTS = ("hoi", "help", "dank je", "🙂", "wat weet je van mij?")
PATIENCE = 240.0  # seconds after which nothing will come any more, also on a machine with much else to do


STEPS = ("arrived", "committed", "packed", "sending", "sent", "marked")
"""The moments between a message that comes in and the mark that its answer went."""


def die_at(step: str) -> None:
    """Let this process die without a word, the first time that it is there."""
    from bot.channels.telegram import Telegram
    from bot.delivery.parcels import Packing
    from bot.delivery.sender import Sender
    from bot.engine import Engine

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def before(kind: type, name: str) -> None:
        setattr(kind, name, die)

    def after(kind: type, name: str) -> None:
        real = getattr(kind, name)

        def works(*given: Any, **more: Any) -> None:
            if real(*given, **more):
                die()

        setattr(kind, name, works)

    if step == "sent":
        real = Telegram.send

        async def send(self: Telegram, outgoing: Any) -> str:
            await real(self, outgoing)
            die()
            return ""

        Telegram.send = send  # type: ignore[method-assign]
    elif step == "marked":
        mark = Sender._mark

        def marks(self: Sender) -> None:
            mark(self)
            die()

        Sender._mark = marks  # type: ignore[method-assign]
    else:
        {
            "arrived": lambda: before(Engine, "handle"),
            "committed": lambda: after(Engine, "handle"),
            "packed": lambda: after(Packing, "pack"),
            "sending": lambda: before(Telegram, "send"),
        }[step]()


def serve(environment: dict[str, str], log: str, step: str = "", command: str = "serve") -> None:
    """`python -m bot serve` in a process that has read the program's code already: most of a start is reading it."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.update(environment)
    if step:
        die_at(step)
    raise SystemExit(main([command]))


@dataclass
class Program:
    """The program as whoever hosts it runs it."""

    url: str
    fake: BotApi
    log: Path
    settings: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    process: BaseProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What fails leaves nothing running that holds the port of the next."""
        self.stop()

    @property
    def port(self) -> int:
        """Below those that systems give to whoever asks for any."""
        return 10000 + os.getpid() % 10000

    def start(self, step: str = "", command: str = "serve") -> None:
        environment = {
            "DATABASE_URL": self.url.replace("postgresql+psycopg://", "postgresql://"),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_URL": self.fake.base_url,
            "PORT": str(self.port),
            **self.settings,
        }
        self.process = FRESH.Process(target=serve, args=(environment, str(self.log), step, command), daemon=True)
        self.process.start()

    def kill(self) -> None:
        assert self.process
        assert self.process.is_alive(), self.log.read_text("utf-8")[-2000:]
        self.process.kill()
        self.process.join()
        self.kills += 1

    def dies(self) -> None:
        """Wait until it died by itself."""
        assert self.process
        self.process.join(PATIENCE)
        assert self.process.exitcode == -signal.SIGKILL, self.log.read_text("utf-8")[-2000:]
        self.kills += 1

    def stop(self) -> None:
        if self.process and self.process.is_alive():
            self.process.terminate()
            self.process.join(PATIENCE)


def a_minute_passes(database: Database) -> None:
    """On PostgreSQL a dead sender's claims come free after a minute; the test does not sit it out."""
    if not database.is_sqlite:
        with database.writing() as store:
            store.connection.execute(update(outbox).where(outbox.c.sent_at.is_(None)).values(claimed_until=None))


def owed_at_the_start(database: Database, count: int) -> None:
    """Messages that fall due while the program lives and dies."""
    now = _clock().now()
    with database.writing() as store:
        for name in PEOPLE:
            address = store.address_of("telegram", str(7001 + PEOPLE.index(name)))
            assert address
            for number in range(count):
                due = now + timedelta(milliseconds=share(150, 2500) * number)
                payload = Say(f"owed {number} to {name}").as_json()
                store.owe("notice", due, address=address.id, payload=payload)


@pytest.mark.soak
def test_nothing_is_lost_and_nothing_handled_twice_however_often_it_is_killed(
    database: Database, tmp_path: Path
) -> None:
    kills, each, dice = share(2, 200), share(8, 200), random.Random(int(os.environ.get("SEED", "7")))
    url = database.url
    with BotApi() as fake, Program(url, fake, tmp_path / "program.log") as program:
        said = [fake.says(name, "hoi")["update_id"] for name in PEOPLE]
        program.start()
        asyncio.run(fake.until(lambda: all(fake.seen(name) for name in PEOPLE), seconds=PATIENCE))
        owed_at_the_start(database, each)
        for _ in range(kills):
            began, life = time.monotonic(), dice.uniform(0.05, 1.5)
            while time.monotonic() - began < life:
                name = dice.choice(PEOPLE)
                if len(fake.unconfirmed) < BACKLOG:
                    said.append(fake.says(name, dice.choice(TEXTS))["update_id"])
                time.sleep(dice.uniform(0, 0.05))
            program.kill()
            a_minute_passes(database)
            program.start()
            before = len(fake.calls)
            asyncio.run(fake.until(lambda at=before: len(fake.calls) > at + 2, seconds=PATIENCE))  # type: ignore[misc]
        asyncio.run(fake.until(lambda: not fake.unconfirmed, seconds=PATIENCE))
        longest = 2 * (len(said) / len(PEOPLE) + each)  # a chat takes one message a second
        asyncio.run(fake.until(lambda: _all_sent(database), seconds=PATIENCE + longest))
        program.stop()
        with database.reading() as store:
            handled = [int(one) for one in store.connection.execute(select(inbounds.c.external_id)).scalars()]
            replies = store.connection.execute(select(outbox.c.id).where(outbox.c.kind == "reply")).all()
            failed = store.connection.execute(select(outbox.c.id).where(outbox.c.error != "")).all()
        arrived = Counter(seen.text for name in PEOPLE for seen in fake.seen(name))
        owed = {f"owed {number} to {name}" for name in PEOPLE for number in range(each)}
        sent = sum(arrived.values())
        duplicates = sent - len(replies) - len(owed)
        print(f"\n{kills} kills, {len(said)} messages, {len(owed)} owed, {sent} arrived, {duplicates} twice", end=" ")
        assert sorted(handled) == sorted(said)  # each once
        assert len(replies) == len(said)  # and answered once
        assert failed == []
        assert owed <= arrived.keys()  # each at least once
        assert 0 <= duplicates <= kills * len(PEOPLE)
        for name in PEOPLE:  # in order, where a first delivery counts
            numbers = [int(seen.text.split()[1]) for seen in fake.seen(name) if seen.text.startswith("owed")]
            firsts = list(dict.fromkeys(numbers))
            assert firsts == sorted(firsts)
        assert fake.refused == []


@pytest.mark.soak
def test_killed_at_each_step_it_handles_once_and_answers_at_least_once(database: Database, tmp_path: Path) -> None:
    steps, twice = STEPS if SOAK else ("sent",), []
    with BotApi() as fake, Program(database.url, fake, tmp_path / "program.log") as program:
        for number, step in enumerate(steps, 1):
            fake.says("Piet", "help")
            before = len(fake.seen("Piet"))
            program.start(step)
            program.dies()
            a_minute_passes(database)
            program.start()
            asyncio.run(fake.until(lambda: not fake.unconfirmed and _all_sent(database), seconds=PATIENCE))
            program.kill()
            answers = len(fake.seen("Piet")) - before
            twice += [step] * (answers - 1)
            assert answers >= 1
            with database.reading() as store:
                assert len(store.connection.execute(select(inbounds.c.id)).all()) == number
                assert len(store.connection.execute(select(outbox.c.id)).all()) == number
    print(
        f"\nkilled at {', '.join(steps)}; answered twice where it was killed at: {', '.join(twice) or 'none'}", end=" "
    )
    assert twice in (["sent"], [])


def test_a_worker_that_is_told_to_stop_ends_by_itself(sqlite_database: Database, tmp_path: Path) -> None:
    with BotApi() as fake, Program(sqlite_database.url, fake, tmp_path / "program.log") as program:
        program.settings["METRICS_PORT"] = str(program.port + 10_000)
        program.start(command="worker")
        asyncio.run(fake.until(lambda: len(fake.calls) >= 3 and "working" in program.log.read_text(), seconds=PATIENCE))
        with urllib.request.urlopen(f"http://127.0.0.1:{program.port + 10_000}/metrics") as figures:
            assert "zorgkring_last_tick_timestamp_seconds" in figures.read().decode()
        program.stop()
        assert program.process
        assert program.process.exitcode == 0
        assert "stopped" in program.log.read_text()


def _all_sent(database: Database) -> bool:
    with database.reading() as store:
        waiting = select(outbox.c.id).where(outbox.c.sent_at.is_(None), outbox.c.error == "").limit(1)
        return store.connection.execute(waiting).first() is None
