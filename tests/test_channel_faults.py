"""Ten bad minutes of a channel, on a simulated clock: nothing is lost, nothing is said twice without need."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

import pytest

from bot.delivery.pace import LIMITS
from bot.messages import DeliveryError, Inbound, Outgoing
from scheduling.pace import Limits
from storage.database import Database
from tests.simulated import SimulatedLoop, StrictPost, simulate
from tests.soak import share
from tests.talking import Cast, trouble
from tests.test_pace import furnish, program, until_all_is_sent

BAD = 600.0  # seconds


class Faulty(StrictPost):
    """The strict channel, with ten bad minutes."""

    def __init__(self, limits: Limits, trouble: str, seed: int = 11) -> None:
        super().__init__(limits)
        self.trouble = trouble
        self.chance = random.Random(seed)

    async def send(self, outgoing: Outgoing) -> str:
        bad = asyncio.get_running_loop().time() < BAD
        if bad and self.trouble == "silent":
            await asyncio.sleep(10)
            raise DeliveryError("timeout")
        if bad and self.trouble == "429" and self.chance.random() < 0.05:
            raise DeliveryError("flood", retry_after=7.0)
        if bad and self.trouble == "5xx" and self.chance.random() < 0.5:
            raise DeliveryError("server")
        if bad and self.trouble == "garbage" and self.chance.random() < 0.3:
            raise ValueError("not what a channel says")
        number = await super().send(outgoing)
        if bad and self.trouble == "slow":  # to say that it arrived: the order and pace of what arrives are ours still
            await asyncio.sleep(self.chance.uniform(5, 9))
        if bad and self.trouble == "lost answers" and self.chance.random() < 0.2:
            raise DeliveryError("timeout")  # it arrived, and nobody says so
        return number


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["429", "5xx", "garbage", "slow", "silent", "lost answers"])
def test_ten_bad_minutes_lose_nothing(database: Database, kind: str) -> None:
    due, said = share(20, 2_000), share(5, 200)
    furnish(database, due + said, due)
    post = Faulty(LIMITS["telegram"], kind)

    async def story(loop: SimulatedLoop) -> float:
        one = program(database, post, loop)

        async def people_write() -> None:
            for number in range(due + 1, due + said + 1):
                await asyncio.sleep(BAD / said / 2)
                chat = str(number)
                await one.receive(Inbound("telegram", chat, chat, "Piet", f"u{number}", loop.now(), "help"))

        writing = asyncio.create_task(people_write())
        await until_all_is_sent(database, [one], every=5.0)
        await writing
        await until_all_is_sent(database, [one], every=5.0)
        one.close()
        return loop.time()

    took = simulate(story)
    arrived = Counter((chat, text) for _, chat, text in post.arrived)
    twice = sum(count - 1 for count in arrived.values())
    print(f"\n{kind}: {len(arrived)} messages arrived, {twice} of them twice, all within {took:.0f} s", end=" ")
    with database.reading() as store:
        rows = list(store.connection.exec_driver_sql("SELECT error, sent_at IS NULL, dedupe_key FROM outbox"))
    sorry = sum((row[2] or "").startswith("sorry:") for row in rows)  # to whoever's message failed while others went
    assert {chat for chat, _ in arrived} == {str(number) for number in range(1, due + said + 1)}
    assert len(arrived) == due + said + sorry
    assert {(error, bool(unsent)) for error, unsent, _ in rows} == {("", False)}
    assert sorry == 0 or kind == "garbage"
    assert twice == 0 or kind == "lost answers"
    assert kind == "silent" or post.violations == []


def test_an_outcome_that_cannot_be_written_down_costs_the_others_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = Cast(database)
    cast.circle()
    with database.writing() as store:
        for name in ("Piet", "Fatima", "Riet"):
            store.owe("notice", cast.now, person=cast.persons[name], payload={"text": f"hoi {name}", "options": []})

    def stumbles(*given: Any) -> None:
        raise LookupError("something odd about Piet")

    monkeypatch.setattr("bot.delivery.outcomes.refused", stumbles)
    cast.post.fails(trouble("blocked", permanent=True), chat="Piet")
    cast.tick()
    assert [(row.error, row.sent_at is not None) for row in cast.owed()] == [("fault", False), ("", True), ("", True)]
    monkeypatch.undo()
    assert cast.says("Piet", "help")
