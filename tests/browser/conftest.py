"""A real Chromium, and the chat page served for it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.web import Health, create_app
from tests.browser import ensure_browser
from tests.browser.echo import START, Echo

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


class Served:
    """The page on a port of this machine, with the echo behind it. It can be stopped and started anew."""

    def __init__(self) -> None:
        self.program = Echo(START)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
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
    page.set_default_timeout(10_000)
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
