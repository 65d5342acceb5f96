"""`python -m bot chat --as Anna`: talk to the program by hand, on its own database."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.channels.terminal import Terminal
from bot.config import Config
from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Inbound
from bot.program import Clock, Program
from locales.words import words
from storage.database import Database
from storage.migrate import migrate


def chat(arguments: list[str], config: Config, clock: Clock) -> int:
    """Read lines until the end of the input; what is said comes back at once, reminders when they are due."""
    ask = argparse.ArgumentParser(prog="python -m bot chat")
    ask.add_argument("--as", dest="name", required=True, help="who you are, for example Anna")
    options = ask.parse_args(arguments)
    database = Database(config.sqlalchemy_url)
    migrate(database)
    engine = Engine(database, capabilities(), words())
    sender = Sender(database, {"terminal": Terminal(options.name)}, capabilities(), words())
    asyncio.run(_talk(Program(database, engine, sender, clock), options.name))
    database.close()
    return 0


async def _talk(program: Program, name: str) -> None:
    count = 0
    line = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
    while True:
        done, _ = await asyncio.wait({line}, timeout=1)
        if not done:
            await program.tick()
            continue
        text = line.result()
        if not text:
            break
        if text.strip():
            count += 1
            now = program.now()
            await program.receive(
                Inbound("terminal", name, name, name, f"{name}-{now.timestamp()}-{count}", now, text.strip())
            )
            await program.settle()
        line = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
    program.close()
