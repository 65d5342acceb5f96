"""Takes docs/page.png, the picture in the README, of a real conversation: `python -m tests.browser.picture`."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import async_playwright

from tests.browser import ensure_browser
from tests.browser.conftest import FLAGS, Window, opened
from tests.browser.real import ROOT, RealProgram, begin_a_circle, invitation, monday_morning

PICTURE = ROOT / "docs" / "page.png"


async def converse(window: Window) -> None:
    """From the first hello to the reminder of an hour before."""
    monday = await monday_morning(window)
    await begin_a_circle(window)
    await window.say("Anna", "Kan iemand donderdag om 14:30 met Nel naar de huisarts? Duurt ongeveer een uur")
    await window.hears("Anna", "Klopt dat?")
    await window.tap("Anna", "Ja")
    await window.hears("Anna", "14:30")
    code = await invitation(window)
    for name in ("Piet", "Fatima", "Riet"):
        await window.say(name, code)
        await window.hears(name, "Is dat goed?")
        await window.tap(name, "Ja")
        await window.hears("Anna", name)
    await window.say("Piet", "wat staat er open?")
    await window.tap("Piet", "Ik doe het")
    await window.hears("Piet", "jouw naam")
    await window.say("Fatima", "ik doe de huisarts wel")
    await window.hears("Fatima", "reserve")
    await window.tap("Fatima", "Ja")
    await window.say("Anna", "kan iemand zaterdag om 10 uur boodschappen doen? ongeveer een uurtje")
    await window.hears("Anna", "Klopt dat?")
    await window.tap("Anna", "Ja")
    await window.hears("Anna", "10:00")
    await window.say("Riet", "wat staat er open?")
    await window.tap("Riet", "Ik doe het")
    await window.hears("Riet", "jouw naam")
    await window.clock_to(monday + timedelta(days=3, hours=3, minutes=35))
    await window.hears("Piet", "over een uur")
    await window.say("Anna", "rooster")
    await window.hears("Anna", "huisarts: Piet")
    await window.page.locator("h1").click()  # no focus in the picture


async def take() -> None:
    with TemporaryDirectory() as folder:
        program = RealProgram(Path(folder))
        await program.start()
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=ensure_browser.find(), args=FLAGS)
            size = {"width": 1360, "height": 860}
            async with opened(browser, program.url, viewport=size, device_scale_factor=1.5) as window:
                await converse(window)
                await window.page.wait_for_timeout(500)
                PICTURE.parent.mkdir(exist_ok=True)
                await window.page.screenshot(path=PICTURE)
            await browser.close()
        await program.stop()


if __name__ == "__main__":
    asyncio.run(take())
