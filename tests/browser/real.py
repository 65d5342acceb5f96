"""The whole program as a process of its own, and the first steps of a family on its chat page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from playwright.async_api import expect

from tests.browser.conftest import Window, free_port

ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r"[A-Z0-9]{4}(?:-[A-Z0-9]{4})+")


class RealProgram:
    """The program as a process of its own, on a database file that outlives it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.process: asyncio.subprocess.Process | None = None

    async def _run(self, command: str) -> asyncio.subprocess.Process:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "PUBLIC_"))}
        settings = {"DATABASE_URL": f"sqlite:///{self.folder / 'kring.db'}", "PORT": str(self.port)}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            command,
            cwd=self.folder,  # where no .env lies
            env={**kept, **settings, "PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=(self.folder / "log").open("ab"),
        )

    async def start(self) -> None:
        migrating = await self._run("migrate")
        assert await migrating.wait() == 0
        self.process = await self._run("serve")
        await self.has_said_all()  # what waited goes out first

    async def has_said_all(self) -> None:
        """Wait until it is well and owes nobody a message. Killed before that, it would say the last one again."""
        assert self.process
        async with asyncio.timeout(120), httpx.AsyncClient() as client:
            while True:
                assert self.process.returncode is None
                with contextlib.suppress(httpx.TransportError):
                    health = (await client.get(f"{self.url}health")).json()
                    if health["status"] == "green" and not health["due"]:
                        return
                await asyncio.sleep(0.1)

    async def stop(self) -> None:
        assert self.process
        self.process.terminate()
        async with asyncio.timeout(60):
            await self.process.wait()

    async def die(self) -> None:
        assert self.process
        self.process.kill()
        await self.process.wait()


async def monday_morning(window: Window) -> datetime:
    """Move the clock to ten o'clock on the next Monday."""
    now = await window.clock()
    monday = (now + timedelta(days=7 - now.weekday())).replace(hour=10, minute=0, second=0, microsecond=0)
    await window.clock_to(monday)
    return monday


async def begin_a_circle(window: Window) -> None:
    await window.tap("Anna", "Begin het gesprek")
    await window.hears("Anna", "Is dat goed?")
    await window.tap("Anna", "Ja")
    await expect(window.lines("Anna")).to_have_count(4)
    await window.say("Anna", "maak een zorgkring voor mijn moeder Nel")
    await window.hears("Anna", "Nel")


async def invitation(window: Window) -> str:
    await window.say("Anna", "ik wil mensen uitnodigen")
    await window.hears("Anna", CODE)
    found = CODE.findall(await window.log("Anna").inner_text())
    return str(found[-1])
