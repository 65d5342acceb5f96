"""A family's first circle on the chat page, with the whole program behind it as `python -m bot serve` runs it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.conftest import Window, opened
from tests.browser.real import RealProgram, begin_a_circle, invitation, monday_morning

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def program(tmp_path: Path) -> AsyncIterator[RealProgram]:
    program = RealProgram(tmp_path)
    await program.start()
    yield program
    await program.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def window(browser: Browser, program: RealProgram) -> AsyncIterator[Window]:
    async with opened(browser, program.url, locale="nl-NL") as window:
        yield window


async def test_a_first_circle_from_hello_to_done(window: Window, program: RealProgram) -> None:
    monday = await monday_morning(window)
    await begin_a_circle(window)
    await window.say("Anna", "Kan iemand donderdag om 14:30 met Nel naar de huisarts? Duurt ongeveer een uur")
    await window.hears("Anna", "14:30")
    await window.tap("Anna", "Ja")

    code = await invitation(window)
    await window.say("Piet", f"/start {code}")
    await window.hears("Piet", "Is dat goed?")
    await window.tap("Piet", "Ja")
    await window.hears("Anna", "Piet")  # she hears of it without reloading
    await window.say("Fatima", code)
    await window.hears("Fatima", "Is dat goed?")
    await window.say("Fatima", "ja")
    await window.hears("Anna", "Fatima")

    await window.say("Piet", "wat staat er open?")
    await window.tap("Piet", "Ik doe het")
    await window.hears("Piet", "14:30")
    await window.say("Fatima", "ik doe de huisarts wel")
    await window.hears("Fatima", "Piet")

    thursday = monday + timedelta(days=3)
    await window.clock_to(thursday.replace(hour=14))
    await window.hears("Piet", "huisarts")
    await window.tap("Piet", "Ik ga")
    await window.clock_to(thursday.replace(hour=16))
    await window.tap("Piet", "Gedaan")

    await window.say("Anna", "rooster")
    await window.hears("Anna", "14:30-15:30 huisarts: Piet")
    logged = (program.folder / "log").read_text("utf-8")
    assert not [word for word in ("huisarts", "Nel", "Piet", code) if word in logged]


async def test_a_killed_program_goes_on_where_it_was(window: Window, program: RealProgram) -> None:
    await window.tap("Anna", "Begin het gesprek")
    await window.hears("Anna", "Is dat goed?")
    await program.has_said_all()
    await program.die()
    await window.say("Piet", "/start")  # while nobody is there
    await expect(window.phone("Piet")).to_contain_text("Nog niet verstuurd")
    await window.tap("Anna", "Ja")  # a button of before
    await program.start()
    await window.hears("Piet", "Is dat goed?")
    await window.hears("Anna", "Anna")
    await expect(window.lines("Anna")).to_have_count(4)
    await expect(window.phone("Piet")).not_to_contain_text("Nog niet verstuurd")
