"""Many people at once: as many get a shift as it takes, the others hear who has it. From threads and from processes."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from multiprocessing.connection import Connection

import pytest

from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Inbound
from locales.words import words
from scheduling.care import FIRM
from scheduling.plans import cancel
from storage.database import Database, DatabaseUnavailable
from storage.turns import Owed
from tests.processes import FRESH
from tests.soak import share
from tests.talking import Cast


def claiming(pipe: Connection, url: str, now: datetime, text: str, names: list[str]) -> None:
    """A process of the program in which these people write the same at once, whenever a number comes."""
    engine = Engine(Database(url), capabilities(), words(), strict=True)

    def claim(name: str, turn: int) -> list[str]:
        inbound = Inbound("telegram", name, name, name, f"race-{turn}-{name}", now, text)
        while True:
            try:
                return [row.payload["text"] for row in engine.handle(inbound, now)]
            except DatabaseUnavailable:  # the lock did not come in time, so the channel gives it again
                pass

    with ThreadPoolExecutor(8) as pool:
        pipe.send("ready")
        while (turn := pipe.recv()) is not None:
            said = pool.map(claim, names, [turn] * len(names))
            pipe.send([text for one in said for text in one])


def crowd(cast: Cast, count: int) -> list[str]:
    return ["Anna", *(f"Helper{number}" for number in range(count))]


def winners(cast: Cast, shift: int) -> int:
    with cast.database.reading() as store:
        staffed = store.staffed(shift)
        assert staffed
        members = [a.member for a in staffed.assignments if a.part in FIRM]
    assert len(members) == len(set(members))
    return len(members)


def outcomes(said: list[str]) -> Counter[str]:
    return Counter("won" if "op jouw naam" in text else "taken" if "reserve" in text else text for text in said)


@pytest.mark.soak
@pytest.mark.parametrize("places", [1, 3])
def test_of_many_threads_exactly_as_many_win_as_there_are_places(database: Database, places: int) -> None:
    cast = Cast(database)
    people = share(12, 60)
    circle = cast.circle(*crowd(cast, people))
    for _ in range(share(2, 60)):
        shift = cast.planned(circle, "tuin", people_needed=places)
        helpers = crowd(cast, people)[1:]
        messages = [cast.inbound(name, "ik doe tuin") for name in helpers]
        ready = threading.Barrier(len(messages))

        def claim(at: int, messages: list = messages, ready: threading.Barrier = ready) -> list[Owed]:  # type: ignore[type-arg]
            ready.wait()
            return cast.engine.handle(messages[at], cast.now)

        with ThreadPoolExecutor(len(messages)) as pool:
            said = [row.payload["text"] for owed in pool.map(claim, range(len(messages))) for row in owed]
        assert winners(cast, shift.id) == places
        assert outcomes(said) == Counter(won=places, taken=people - places)
        with database.writing() as store:
            staffed = store.staffed(shift.id)
            assert staffed
            cancel(store, staffed, cast.now)


@pytest.mark.soak
def test_of_many_processes_exactly_as_many_win_as_there_are_places(database: Database) -> None:
    """200 claimers from 4 processes, 100 times in `make soak`; a few of both every day."""
    cast = Cast(database)
    processes, people, rounds = share(2, 4), share(12, 200), share(2, 100)
    circle = cast.circle(*crowd(cast, people))
    helpers = crowd(cast, people)[1:]
    pipes, running = [], []
    for n in range(processes):
        ours, theirs = FRESH.Pipe()
        who = (theirs, database.url, cast.now, "ik doe tuin", helpers[n::processes])
        pipes.append(ours)
        running.append(FRESH.Process(target=claiming, args=who, daemon=True))
        running[-1].start()
    try:
        assert [pipe.recv() for pipe in pipes] == ["ready"] * processes
        for turn in range(rounds):
            places = 1 + turn % 3
            shift = cast.planned(circle, "tuin", people_needed=places)
            for pipe in pipes:  # and off they go
                pipe.send(turn)
            said = [text for pipe in pipes for text in pipe.recv()]
            assert winners(cast, shift.id) == places
            assert outcomes(said) == Counter(won=places, taken=people - places)
            with database.writing() as store:
                staffed = store.staffed(shift.id)
                assert staffed
                cancel(store, staffed, cast.now)
    finally:
        for pipe in pipes:
            pipe.send(None)
        for process in running:
            process.join(timeout=300)
