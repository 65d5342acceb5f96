"""The chat page as a channel: what it remembers, what open pages are told, and what it refuses."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels import page as page_module
from bot.channels.page import FIRST, ClockIsMoving, Event, Page, TooManyPhones
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing, Reply
from tests.browser.echo import START, Echo

YES_NO = (Choice("Ja", "yes"), Choice("Nee", "no"))


def inbound(text: str = "", *, who: str = "anna", id: str = "browser-1", **more: Any) -> Inbound:
    return Inbound("page", who, who, who.title(), id, START, text, **more)


@pytest.fixture
def program() -> Echo:
    return Echo(START)


@pytest.fixture
def page(program: Echo) -> Page:
    return program.page


async def first(events: AsyncGenerator[Event, None]) -> Any:
    return await anext(events)


async def snapshot(page: Page) -> Any:
    async with aclosing(page.events()) as events:
        return await anext(events)


async def test_four_people_are_there_from_the_start(page: Page) -> None:
    hello = await snapshot(page)
    assert [phone["name"] for phone in hello["phones"]] == list(FIRST)


async def test_what_is_said_and_answered_reaches_every_open_page(page: Page, program: Echo) -> None:
    async with aclosing(page.events()) as one, aclosing(page.events()) as other:
        for events in (one, other):
            assert (await first(events))["type"] == "hello"
        await page.receive(program, inbound("hoi"))
        for events in (one, other):
            said, answered = await first(events), await first(events)
            assert (said["phone"], said["line"]["text"], said["line"]["mine"]) == ("anna", "hoi", True)
            assert (answered["line"]["text"], answered["line"]["mine"]) == ("Je zei: hoi", False)
            assert [choice["label"] for choice in answered["line"]["choices"]] == ["Ja", "Nee"]


async def test_a_page_that_opens_later_sees_what_was_said(page: Page, program: Echo) -> None:
    await page.receive(program, inbound("hoi"))
    lines = (await snapshot(page))["lines"]["anna"]
    assert [line["text"] for line in lines] == ["hoi", "Je zei: hoi"]


async def test_a_message_that_is_sent_again_is_shown_once(page: Page, program: Echo) -> None:
    await page.receive(program, inbound("hoi"))
    await page.receive(program, inbound("hoi"))
    assert len((await snapshot(page))["lines"]["anna"]) == 2
    assert len(program.heard) == 1


async def test_what_the_program_could_not_take_is_taken_back(page: Page, program: Echo) -> None:
    program.broken = True
    with pytest.raises(OSError, match="full"):
        await page.receive(program, inbound("hoi"))
    assert (await snapshot(page))["lines"]["anna"] == []


async def test_a_tapped_button_is_marked_and_said(page: Page, program: Echo) -> None:
    message = await page.send(Outgoing("anna", Reply("Klopt dat?", YES_NO)))
    await page.receive(program, inbound(kind=Kind.TAP, choice="yes", message=message))
    question, said, answer = (await snapshot(page))["lines"]["anna"]
    assert question["chosen"] == ["yes"]
    assert (said["text"], said["kind"]) == ("Ja", "tap")
    assert answer["text"] == "Gekozen: yes"


async def test_a_tap_that_did_not_arrive_leaves_the_button_as_it_was(page: Page, program: Echo) -> None:
    message = await page.send(Outgoing("anna", Reply("Klopt dat?", YES_NO)))
    program.broken = True
    with pytest.raises(OSError, match="full"):
        await page.receive(program, inbound(kind=Kind.TAP, choice="yes", message=message))
    (question,) = (await snapshot(page))["lines"]["anna"]
    assert question["chosen"] == []


async def test_a_button_of_before_the_restart_still_says_what_was_tapped(page: Page, program: Echo) -> None:
    await page.receive(program, inbound(kind=Kind.TAP, choice="yes", message="long-gone"), label="Ja")
    said, _ = (await snapshot(page))["lines"]["anna"]
    assert said["text"] == "Ja"


async def test_a_reply_can_replace_an_earlier_one_where_it_stands(page: Page) -> None:
    message = await page.send(Outgoing("anna", Reply("Klopt dat?", YES_NO)))
    await page.send(Outgoing("anna", Reply("Nog iets.")))
    assert await page.send(Outgoing("anna", Reply("Geregeld."), edits=message)) == message
    assert [line["text"] for line in (await snapshot(page))["lines"]["anna"]] == ["Geregeld.", "Nog iets."]


async def test_a_changed_text_keeps_its_picture(page: Page) -> None:
    picture = Attachment("qr.png", "image/png", b"png")
    message = await page.send(Outgoing("anna", Reply("Kijk.", attachments=(picture,))))
    await page.send(Outgoing("anna", Reply("Verlopen."), edits=message))
    (line,) = (await snapshot(page))["lines"]["anna"]
    assert page.file(line["files"][0]["key"]) == picture


async def test_an_edited_message_is_changed_where_it_stands(page: Page, program: Echo) -> None:
    await page.receive(program, inbound("dinsdag"))
    await page.receive(program, inbound("woensdag", id="browser-2", kind=Kind.EDITED, message="browser-1"))
    lines = (await snapshot(page))["lines"]["anna"]
    assert [(line["text"], line["kind"]) for line in lines if line["mine"]] == [("woensdag", "edited")]


async def test_ids_are_not_given_twice_after_a_restart() -> None:
    before, after = Page(lambda: START), Page(lambda: START)
    assert await before.send(Outgoing("anna", Reply("Hoi"))) != await after.send(Outgoing("anna", Reply("Hoi")))


async def test_a_file_can_be_fetched_by_its_key_alone(page: Page) -> None:
    roster = Attachment("rooster.ics", "text/calendar", b"BEGIN:VCALENDAR")
    await page.send(Outgoing("anna", Reply("Het rooster.", attachments=(roster,))))
    (line,) = (await snapshot(page))["lines"]["anna"]
    assert line["files"][0] | {"key": ""} == {"key": "", "name": "rooster.ics", "mime": "text/calendar", "size": 15}
    assert page.file(line["files"][0]["key"]) == roster
    assert page.file("guess") is None


async def test_who_blocks_the_program_hears_nothing_until_it_is_let_in_again(page: Page, program: Echo) -> None:
    await page.receive(program, inbound(kind=Kind.BLOCKED))
    with pytest.raises(DeliveryError) as refused:
        await page.send(Outgoing("anna", Reply("Hoi")))
    assert refused.value.permanent
    assert refused.value.reason == "blocked"
    await page.receive(program, inbound(kind=Kind.UNBLOCKED, id="browser-2"))
    assert await page.send(Outgoing("anna", Reply("Hoi")))


async def test_the_door_stays_open_where_the_program_did_not_hear_that_it_closed(page: Page, program: Echo) -> None:
    program.broken = True
    with pytest.raises(OSError, match="full"):
        await page.receive(program, inbound(kind=Kind.BLOCKED))
    assert await page.send(Outgoing("anna", Reply("Hoi")))


async def test_somebody_can_be_added_and_two_may_have_one_name(page: Page) -> None:
    assert page.add("Ria  de   Vries").name == "Ria de Vries"
    second = page.add("Piet")
    assert (second.id, second.name) == ("piet 2", "Piet")


async def test_who_was_taken_off_the_page_comes_back_with_what_was_said(page: Page) -> None:
    page.remove("riet")
    assert "Riet" not in [phone["name"] for phone in (await snapshot(page))["phones"]]
    await page.send(Outgoing("riet", Reply("Ben je er nog?")))
    assert page.add("Riet").id == "riet"
    assert [line["text"] for line in (await snapshot(page))["lines"]["riet"]] == ["Ben je er nog?"]


async def test_a_message_for_somebody_of_before_the_restart_makes_a_phone(page: Page) -> None:
    await page.send(Outgoing("joop", Reply("Hoi")))
    assert "joop" in [phone["id"] for phone in (await snapshot(page))["phones"]]


def test_the_page_does_not_take_ever_more_people(page: Page) -> None:
    for number in range(page_module.PHONES - len(FIRST)):
        page.add(f"Buur {number}")
    with pytest.raises(TooManyPhones):
        page.add("Nog een")


async def test_the_memory_of_a_phone_is_bounded(page: Page) -> None:
    for number in range(page_module.REMEMBERED + 5):
        await page.send(Outgoing("anna", Reply(f"Bericht {number}")))
    lines = (await snapshot(page))["lines"]["anna"]
    assert len(lines) == page_module.REMEMBERED
    assert lines[0]["text"] == "Bericht 5"


async def test_an_open_page_hears_the_time_when_nothing_else_happens(page: Page, program: Echo) -> None:
    async with aclosing(page.events(patience=0.01)) as events:
        await first(events)
        program.time += timedelta(minutes=1)
        assert await first(events) == {"type": "clock", "now": "2025-03-03T09:01:00+00:00", "moving": False}


async def test_the_clock_is_seen_to_run(page: Page, program: Echo) -> None:
    await page.receive(program, inbound("herinner"))
    async with aclosing(page.events()) as events:
        await first(events)
        await page.move(program, START + timedelta(days=2))
        heard = [await first(events) for _ in range(4)]
    assert [(event["type"], event.get("moving")) for event in heard] == [
        ("clock", True),
        ("line", None),
        ("clock", True),
        ("clock", False),
    ]
    assert heard[1]["line"]["at"] == "2025-03-04T09:00:00+00:00"


async def test_the_clock_is_moved_by_one_at_a_time(page: Page) -> None:
    class Twice(Echo):
        async def move_clock(self, to: datetime) -> None:
            with pytest.raises(ClockIsMoving):
                await page.move(self, to)

    await page.move(Twice(START), datetime(2025, 3, 4, tzinfo=UTC))


async def test_a_reader_that_is_too_far_behind_starts_afresh(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "WAITING", 3)
    async with aclosing(page.events()) as events:
        await first(events)
        for _ in range(4):
            await page.send(Outgoing("anna", Reply("Hoi")))
        assert [event async for event in events] == []


async def test_closing_ends_every_stream(page: Page) -> None:
    async with aclosing(page.events()) as events:
        await first(events)
        page.close()
        assert [event async for event in events] == []
