"""What a task is likely to be by its name: how long it takes and whether it is at home."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Habit:
    """What is usual for a task."""

    minutes: int = 60
    at_home: bool = True
    critical: bool = False


@cache
def _habits() -> tuple[tuple[tuple[str, ...], Habit], ...]:
    data = tomllib.loads((Path(__file__).parent / "habits.toml").read_text(encoding="utf-8"))
    return tuple(
        (
            tuple(entry["words"]),
            Habit(entry.get("minutes", 60), entry.get("home", True), entry.get("critical", False)),
        )
        for entry in data["task"]
    )


def habit_of(what: str) -> Habit:
    """What is usual for a task of this name; an hour at home where nothing is known."""
    name = what.casefold()
    for words, habit in _habits():
        if any(word in name for word in words):
            return habit
    return Habit()
