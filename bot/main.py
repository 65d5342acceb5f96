"""The only wiring: commands, settings, the real clock, which channels run."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from bot.play_command import play


def _now() -> datetime:
    return datetime.now(UTC)


COMMANDS: dict[str, Callable[[list[str]], int]] = {"play": play}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"python -m bot {{{','.join(COMMANDS)}}}", file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


__all__ = ["asyncio", "main"]
