"""`python -m bot demo`: a realistic week of a family, played in the terminal in about a minute."""

from __future__ import annotations

import argparse
import asyncio
import time
from pathlib import Path

from bot.play import Line, Stage, fresh_store, parse
from locales import nl

WEEK = Path(nl.__file__).parent / "demo.chat"
SECONDS = 60.0


def demo(arguments: list[str]) -> int:
    """Play the week, spread over about a minute."""
    ask = argparse.ArgumentParser(prog="python -m bot demo")
    ask.add_argument("--fast", action="store_true", help="without pauses")
    options = ask.parse_args(arguments)
    lines = parse(WEEK.read_text(encoding="utf-8"))
    database = fresh_store()
    asyncio.run(_play(Stage(database), lines, 0.0 if options.fast else SECONDS / len(lines)))
    database.close()
    return 0


async def _play(stage: Stage, lines: list[Line], pause: float) -> None:
    stage.begin()
    for line in lines:
        began = time.monotonic()
        for text in await stage.step(line):
            print(text, flush=True)
        await asyncio.sleep(max(0.0, pause - (time.monotonic() - began)))
    stage.end()
