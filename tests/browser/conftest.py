"""A real Chromium, and the chat page served for it."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.web import Health, create_app
from tests.browser import ensure_browser
from tests.browser.echo import START, Echo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PATIENCE = 60_000  # milliseconds: a machine that does much more is slow, and right
expect.set_options(timeout=PATIENCE)

# As root a browser has no sandbox of its own; the rest keeps it from looking for anything outside this machine.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Served:
    """The page on a port of this machine, with the echo behind it. It can be stopped and started anew."""

    def __init__(self) -> None:
        self.program = Echo(START)
        self.port = free_port()
        self._server: uvicorn.Server | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    async def start(self) -> None:
        async def green() -> Health:
            return Health(True)

        app = create_app(self.program, page=self.program.page, health=green)
        config = uvicorn.Config(app, port=self.port, log_level="error", lifespan="off", timeout_graceful_shutdown=2)
        self._server = uvicorn.Server(config)
        self._task = asyncio.create_task(self._server.serve())
        while not self._server.started:
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        assert self._server
        assert self._task
        self.program.page.close()
        self._server.should_exit = True
        await self._task

    async def restart(self) -> None:
        """Another process in effect: what was in memory is gone, what the program committed is kept."""
        kept = self.program
        self.program = Echo(kept.time)
        self.program.heard = kept.heard
        await self.start()


class Window:
    """A browser window with the chat page, in the words of the tests."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def phone(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=f"Telefoon van {name}", exact=True)

    def box(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=f"Bericht van {name}", exact=True)

    def log(self, name: str) -> Locator:
        return self.page.get_by_role("log", name=f"Gesprek van {name}", exact=True)

    def lines(self, name: str) -> Locator:
        return self.log(name).locator(".text")

    def button(self, name: str, label: str) -> Locator:
        return self.phone(name).get_by_role("button", name=label, exact=True)

    async def say(self, name: str, text: str) -> None:
        await self.box(name).fill(text)
        await self.box(name).press("Enter")

    async def tap(self, name: str, label: str) -> None:
        """Tap the newest button that says this."""
        await self.button(name, label).last.click()

    async def hears(self, name: str, text: str | re.Pattern[str]) -> None:
        """Wait until the newest message on somebody's phone says this."""
        await expect(self.lines(name).last).to_contain_text(text)

    async def clock_to(self, moment: datetime) -> None:
        """Move the clock to this moment on the Dutch wall clock."""
        await self.page.get_by_role("button", name="Kies moment").click()
        await self.page.get_by_label("Ga naar dit moment").fill(f"{moment:%Y-%m-%dT%H:%M}")
        await self.page.get_by_role("button", name="Ga", exact=True).click()
        await expect(self.page.locator("#now")).to_contain_text(f"{moment:%H:%M}")

    async def clock(self) -> datetime:
        """What the clock shows, on the Dutch wall clock."""
        shown = await self.page.locator("#now time").get_attribute("datetime")
        assert shown
        return datetime.fromisoformat(shown).astimezone(AMSTERDAM).replace(tzinfo=None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped."""
    return ensure_browser.find() or pytest.skip(ensure_browser.MISSING)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def served() -> AsyncIterator[Served]:
    served = Served()
    await served.start()
    yield served
    await served.stop()


@asynccontextmanager
async def opened(browser: Browser, url: str, **options: Any) -> AsyncIterator[Window]:
    """A new window, with nothing remembered, on the page. Fails where its scripts did."""
    wrong: list[str] = []
    context = await browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | options))
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    await page.goto(url)
    await page.get_by_role("log").first.wait_for()
    yield Window(page, url)
    await context.close()
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="module")
async def window(browser: Browser, served: Served) -> AsyncIterator[Window]:
    async with opened(browser, served.url) as window:
        yield window
