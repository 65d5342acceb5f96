"""Delivery: in order for each person, again after a failure, never too late, and marked once the database is back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.delivery.outcomes import FIRST_WAIT, LONGEST_WAIT, TRIES
from bot.dialog import Capability
from bot.saying import Say
from storage.database import Database, DatabaseUnavailable
from storage.owing import CLAIM
from tests.talking import Cast, trouble


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = Cast(database)
    cast.circle()
    return cast


def owe(cast: Cast, name: str, text: str, *, after: float = 0.0, **more: Any) -> int:
    """A notice that is due in so many seconds."""
    with cast.database.writing() as store:
        due = cast.now + timedelta(seconds=after)
        owed = store.owe("notice", due, person=cast.persons[name], payload=Say(text).as_json(), **more)
        assert owed
        return owed


def states(cast: Cast) -> list[str]:
    return [row.error or ("sent" if row.sent_at else "owed") for row in cast.owed()]


# Order.


def test_what_comes_after_a_failed_message_waits_for_it(cast: Cast) -> None:
    for text in ("een", "twee", "drie"):
        owe(cast, "Piet", text)
    cast.post.fails(trouble(), chat="Piet")
    cast.tick()
    assert cast.heard("Piet") == []
    cast.tick(after=FIRST_WAIT * 1.25)
    assert cast.heard("Piet") == ["een", "twee", "drie"]


def test_what_falls_due_later_waits_for_an_earlier_message_that_failed(cast: Cast) -> None:
    owe(cast, "Piet", "een")
    owe(cast, "Piet", "twee", after=1)
    cast.post.fails(trouble("flood", retry_after=60), chat="Piet")
    cast.tick()
    cast.tick(after=30)
    assert cast.heard("Piet") == []
    cast.tick(after=30.1)
    assert cast.heard("Piet") == ["een", "twee"]


def test_an_answer_waits_for_an_earlier_message_that_failed(cast: Cast) -> None:
    owe(cast, "Piet", "eerst dit")
    cast.post.fails(trouble("flood", retry_after=20), chat="Piet")
    cast.tick()
    assert cast.says("Piet", "help") == []
    assert len(cast.says("Fatima", "help")) == 1
    cast.tick(after=20.1)
    assert cast.heard("Piet")[0] == "eerst dit"
    assert len(cast.heard("Piet")) == 2


def test_one_persons_trouble_holds_up_nobody_else(cast: Cast) -> None:
    for name in ("Piet", "Fatima", "Riet"):
        owe(cast, name, "hoi")
    cast.post.fails(trouble(), chat="Fatima", times=5)
    cast.tick()
    assert (cast.heard("Piet"), cast.heard("Fatima"), cast.heard("Riet")) == (["hoi"], [], ["hoi"])


def test_answers_to_two_quick_messages_keep_their_order_on_a_slow_line(cast: Cast) -> None:
    quick = cast.post.send
    slow, line = [True], asyncio.Event()

    async def send(outgoing: Any) -> str:
        if slow:
            slow.pop()
            await line.wait()
        return await quick(outgoing)

    cast.post.send = send  # type: ignore[method-assign]

    async def both() -> None:
        first = cast.engine.handle(cast.inbound("Piet", "help"), cast.now)
        sending = asyncio.create_task(cast.sender.send(first, cast.now, _at_once))
        await asyncio.sleep(0.02)
        second = cast.engine.handle(cast.inbound("Piet", "dank je wel"), cast.now)
        await cast.sender.send(second, cast.now, _at_once)
        assert cast.heard("Piet") == []
        line.set()
        await sending

    asyncio.run(both())
    assert len(cast.heard("Piet")) == 1
    cast.tick()
    assert len(cast.heard("Piet")) == 2
    assert "dank" not in cast.heard("Piet")[0].lower()


async def _at_once(work: Callable[[], Any]) -> Any:
    return work()


# Again.


def test_a_flood_is_obeyed_to_the_second(cast: Cast) -> None:
    owe(cast, "Piet", "hoi")
    cast.post.fails(trouble("flood", retry_after=37), chat="Piet")
    cast.tick()
    cast.tick(after=36.9)
    assert len(cast.post.tried) == 1
    cast.tick(after=0.2)
    assert cast.heard("Piet") == ["hoi"]


def test_a_line_that_is_down_is_tried_again_with_growing_waits(cast: Cast) -> None:
    owe(cast, "Piet", "hoi")
    for reason in ("server", "timeout", "garbage", "server", "server"):
        cast.post.fails(trouble(reason), chat="Piet")
    waits, last, began = [], 1, cast.now
    cast.tick()
    while not cast.heard("Piet"):
        cast.tick(after=0.25)
        if len(cast.post.tried) > last:
            last = len(cast.post.tried)
            waits.append((cast.now - began).total_seconds())
            began = cast.now
        assert len(waits) < 10
    assert len(waits) == 5
    for number, wait in enumerate(waits):
        assert FIRST_WAIT * 2**number <= wait <= FIRST_WAIT * 2**number * 1.25 + 0.5


def test_waits_differ_from_person_to_person(cast: Cast) -> None:
    for name in ("Piet", "Fatima", "Riet"):
        owe(cast, name, "hoi")
    cast.post.fails(trouble(), times=3)
    cast.tick()
    assert len({row.claimed_until for row in cast.owed()}) == 3


def test_ten_minutes_of_silence_lose_nothing(cast: Cast) -> None:
    for number in range(10):
        owe(cast, "Piet", str(number), after=number * 60)
    back = cast.now + timedelta(minutes=10)
    while cast.now < back:
        cast.post.fails(trouble("timeout"))
        cast.tick(after=10)
        cast.post.troubles.clear()
    assert cast.heard("Piet") == []
    while cast.now < back + timedelta(seconds=LONGEST_WAIT * 1.25):
        cast.tick(after=10)
    assert cast.heard("Piet") == [str(number) for number in range(10)]


def breaks_on(cast: Cast, word: str) -> None:
    """From now on the channel stumbles over every message with this word."""
    real = cast.post.send

    async def send(outgoing: Any) -> str:
        if word in outgoing.reply.text:
            raise RuntimeError(outgoing.reply.text)
        return await real(outgoing)

    cast.post.send = send  # type: ignore[method-assign]


def lost(cast: Cast, name: str) -> list[str]:
    return [text for text in cast.heard(name) if "komt niet door" in text]


def test_one_message_that_never_goes_is_set_aside_within_seconds_and_its_person_hears_so(cast: Cast) -> None:
    breaks_on(cast, "breekt")
    owe(cast, "Piet", "dit breekt iets")
    owe(cast, "Piet", "dit niet")
    with capture_logs() as logs:
        for number in range(10):
            owe(cast, "Fatima", f"hoi {number}")
            cast.tick(after=1)
    assert cast.heard("Piet")[0] == "dit niet"
    assert len(lost(cast, "Piet")) == 1
    assert [line["kind"] for line in logs if line["event"] == "delivery_set_aside"] == ["notice"]
    with capture_logs() as later:
        for _ in range(TRIES):
            cast.tick(after=200)
    assert [line["event"] for line in later if line["log_level"] == "error"].count("delivery_given_up") == 1
    assert states(cast)[:2] == ["fault", "sent"]
    assert len(lost(cast, "Piet")) == 1  # once
    assert "breekt" not in str(logs + later)


def test_where_nothing_else_goes_what_waits_is_let_by_before_long(cast: Cast) -> None:
    breaks_on(cast, "breekt")
    owe(cast, "Piet", "dit breekt iets")
    owe(cast, "Piet", "dit niet")
    for _ in range(40):
        cast.tick(after=1)
    assert cast.heard("Piet") == ["dit niet"]
    for _ in range(TRIES):
        cast.tick(after=200)
    assert len(lost(cast, "Piet")) == 1
    assert states(cast)[:2] == ["fault", "sent"]


def test_an_answer_that_never_goes_holds_up_no_other_answer(cast: Cast) -> None:
    breaks_on(cast, "gewoon schrijven")
    assert cast.says("Piet", "help") == []
    for _ in range(10):
        owe(cast, "Fatima", "hoi")
        cast.tick(after=1)
    assert len(lost(cast, "Piet")) == 1
    assert cast.says("Piet", "dank je wel")


def test_of_a_reminder_that_never_goes_the_organiser_hears_too(cast: Cast) -> None:
    with cast.database.reading() as store:
        circle = store.memberships_of(cast.persons["Piet"])[0][1]
    cast.planned(circle, hours=2, minutes=120)
    cast.says("Piet", "ik doe de huisarts")
    breaks_on(cast, "(12:00)")
    cast.tick(after=3600)
    for _ in range(20):
        cast.tick(after=60)
    assert len([text for text in cast.heard("Anna") if "kwam niet op tijd aan" in text]) == 1
    assert len(lost(cast, "Piet")) == 1


def test_a_channel_that_stumbles_over_everything_makes_nobody_hear_of_it(cast: Cast) -> None:
    breaks_on(cast, "")
    for name in ("Piet", "Fatima", "Riet"):
        for number in range(3):
            owe(cast, name, f"{number}")
    for _ in range(60):
        cast.tick(after=10)
    del cast.post.send
    for _ in range(25):
        cast.tick(after=10)
    for name in ("Piet", "Fatima", "Riet"):
        assert sorted(cast.heard(name)) == ["0", "1", "2"]


def test_what_the_channel_refuses_for_good_is_told_in_other_words(cast: Cast) -> None:
    owe(cast, "Piet", "hoi")
    cast.post.fails(trouble("refused", permanent=True), chat="Piet")
    cast.tick()
    assert states(cast) == ["refused", "sent"]
    assert len(lost(cast, "Piet")) == 1
    owe(cast, "Fatima", "hoi")
    cast.post.fails(trouble("refused", permanent=True), chat="Fatima", times=5)
    cast.tick()
    assert states(cast)[2:] == ["refused", "refused"]  # and no word about the word


def test_what_cannot_be_rendered_holds_up_nothing_else(cast: Cast) -> None:
    def breaks(_: Any, __: Any) -> Say:
        raise LookupError("Piet heeft iets")

    broken = Capability("broken", {}, shows={"oddity": breaks})
    cast.sender = replace(cast.sender, capabilities={**cast.sender.capabilities, "broken": broken})
    with cast.database.writing() as store:
        store.owe("oddity", cast.now, person=cast.persons["Piet"])
    owe(cast, "Fatima", "hoi")
    with capture_logs() as logs:
        cast.tick()
        assert cast.heard("Fatima") == ["hoi"]
        for _ in range(10):
            cast.tick(after=100)
    assert states(cast)[:2] == ["fault", "sent"]
    assert len(lost(cast, "Piet")) == 1
    assert "iets" not in str(logs)


# Never.


def test_a_message_that_comes_too_late_for_its_purpose_is_dropped_and_that_is_logged(cast: Cast) -> None:
    owe(cast, "Piet", "over een uur: huisarts", useful_until=cast.now + timedelta(minutes=75))
    cast.post.fails(trouble("flood", retry_after=2 * 3600), chat="Piet")
    cast.tick()
    with capture_logs() as logs:
        cast.tick(after=2 * 3600 + 1)
    assert states(cast) == ["late"]
    assert cast.heard("Piet") == []
    assert [line["event"] for line in logs] == ["delivery_dropped"]


def test_of_a_reminder_that_came_too_late_the_organisers_hear_while_they_can_still_call(cast: Cast) -> None:
    with cast.database.reading() as store:
        circle = store.memberships_of(cast.persons["Piet"])[0][1]
    cast.planned(circle, hours=2, minutes=120)
    cast.says("Piet", "ik doe de huisarts")
    cast.post.fails(trouble("flood", retry_after=80 * 60), chat="Piet")
    cast.tick(after=3600)  # the reminder of an hour ahead, which comes twenty minutes after the beginning
    with capture_logs() as logs:
        cast.tick(after=80 * 60 + 1)
    assert [line["kind"] for line in logs if line["event"] == "delivery_dropped"] == ["reminder"]
    told = [text for text in cast.heard("Anna") if "kwam niet op tijd aan" in text]
    assert len(told) == 1
    assert "Piet" in told[0]
    cast.tick(after=600)
    assert not [text for text in cast.heard("Piet") if text.startswith("Over een uur")]


def test_who_blocked_the_bot_is_not_tried_again_and_the_organiser_hears_it_once(cast: Cast) -> None:
    owe(cast, "Piet", "een")
    owe(cast, "Piet", "twee", after=5)
    cast.post.fails(trouble("blocked", permanent=True), chat="Piet", times=10)
    cast.tick()
    cast.tick(after=10)
    assert len([one for one in cast.post.tried if one.chat == "Piet"]) == 1
    assert states(cast)[:2] == ["blocked", "unreachable"]
    assert len([text for text in cast.heard("Anna") if "komen niet meer aan" in text]) == 1


def test_whoever_can_still_be_reached_elsewhere_is_and_nobody_is_told(cast: Cast) -> None:
    from scheduling.people import Address

    with cast.database.writing() as store:
        store.add(Address(0, "telegram", "Piet-2", cast.persons["Piet"], last_in_at=cast.now))
    owe(cast, "Piet", "een")
    owe(cast, "Piet", "twee", after=5)
    cast.post.fails(trouble("gone", permanent=True), chat="Piet")
    cast.tick()
    cast.tick(after=10)
    assert cast.heard("Piet-2") == ["een", "twee"]
    assert cast.heard("Anna") == []


def test_an_organiser_who_blocked_us_is_no_endless_story(cast: Cast) -> None:
    owe(cast, "Anna", "hoi")
    cast.post.fails(trouble("blocked", permanent=True), chat="Anna")
    assert cast.tick() < 10
    assert states(cast) == ["blocked"]


# Marking.


def test_what_was_sent_while_the_database_was_away_is_not_sent_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    owe(cast, "Piet", "hoi")
    real = cast.database.writing
    away = {"after": 2}  # claiming and packing work, marking does not

    def writing() -> Any:
        away["after"] -= 1
        if away["after"] < 0:
            raise DatabaseUnavailable("gone")
        return real()

    monkeypatch.setattr(cast.database, "writing", writing)
    asyncio.run(cast.sender.tick(cast.now, _at_once))
    assert cast.heard("Piet") == ["hoi"]
    assert states(cast) == ["owed"]
    monkeypatch.undo()
    cast.tick(after=CLAIM.total_seconds() + 5)
    assert cast.heard("Piet") == ["hoi"]
    assert states(cast) == ["sent"]


def test_a_dead_senders_messages_go_after_a_minute(cast: Cast) -> None:
    owe(cast, "Piet", "hoi")
    with cast.database.writing() as store:
        assert len(store.claim_due(cast.now, 10)) == 1
    cast.tick(after=59)
    assert cast.heard("Piet") == []
    cast.tick(after=2)
    assert cast.heard("Piet") == ["hoi"]
