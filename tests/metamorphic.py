"""The same conversation said otherwise: what changes nothing of what is meant may change nothing of what happens.

A conversation is played as its file says. Beside each line of it, on a copy of all that was there, the same is done in
another way; what is said to everybody, and what the store holds then, is held against how it went.
"""

from __future__ import annotations

import asyncio
import copy
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.engine import Engine
from bot.messages import Inbound
from bot.play import Line, Stage, fresh_store, parse
from bot.program import Program
from storage.tables import metadata

CHATS = sorted((Path(__file__).parent / "chats").glob("*.chat"))
_HELD = (
    *("absence", "assignment", "circle", "contact", "loan", "log_entry", "member", "never", "offer", "person"),
    *("series", "shift", "task", "timesheet", "wish"),
)
"""The tables that hold what families agreed on; the others hold messages on their way."""
_OF_NO_MEANING = ("version", "since", "made_at", "opened_at", "taken_at", "at", "agreed_at", "signed_at", "left_at")


_WORD = re.compile(r"\w+|[\[\]]")


@dataclass(frozen=True)
class Trial:
    """Lines that are said instead of one or more of the file; what counts of them is to do what the file's do."""

    lines: tuple[Line, ...]
    beside: int = 0  # how many of these only come before; what is said to them does not count
    instead_of: int = 1  # lines of the file, of which the last counts
    twice: bool = False  # everything is delivered twice


Change = Callable[["Conversation", int, Random], Trial | None]
"""What is done instead of the line at this place; None where this change has nothing to change."""


@dataclass(frozen=True)
class Difference:
    """Where a change was not without consequence."""

    chat: str
    change: str
    line: str
    otherwise: str
    was: tuple[str, ...]
    now: tuple[str, ...]

    def __str__(self) -> str:
        at = next((i for i, (a, b) in enumerate(zip(self.was, self.now, strict=False)) if a != b), -1)
        at = min(len(self.was), len(self.now)) if at < 0 else at
        was, now = (" / ".join(lines[at : at + 2]) or "(nothing)" for lines in (self.was, self.now))
        return f"{self.chat} | {self.change} | {self.line!r} -> {self.otherwise!r}\n    was: {was}\n    now: {now}"


@dataclass(frozen=True)
class Went:
    """What came of some lines: what was said to people, and what is held then."""

    said: tuple[str, ...]
    held: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.said, *self.held)


@dataclass
class Beside(Stage):
    """A stage that can begin where another is."""

    twice: bool = False

    def _made(self, engine: Engine) -> Program:
        program = super()._made(engine)
        once = program.receive

        async def receive(inbound: Inbound) -> None:
            for _ in range(2 if self.twice else 1):
                await once(inbound)

        program.receive = receive  # type: ignore[method-assign]
        return program

    def take_over(self, other: Beside, held: bytes) -> None:
        """Be where the other is, whose store is `held`."""
        with self.database.connect() as connection:
            _driver(connection.connection.driver_connection).deserialize(held)
        self._channel_of, self._code, self._count = dict(other._channel_of), other._code, other._count
        self._shown = {name: list(replies) for name, replies in other._shown.items()}
        self._numbers = copy.copy(other._numbers)
        for recorder in self._recorders.values():
            recorder.kept.clear()
            recorder.numbers = self._numbers
        self._program.set_clock(other._program.now())

    def held(self) -> bytes:
        """All that the store holds."""
        with self.database.connect() as connection:
            return _driver(connection.connection.driver_connection).serialize()

    async def went(self, lines: Iterable[Line], beside: int = 0) -> Went:
        """Say these lines. What is said to the first `beside` of them is not told."""
        said: list[str] = []
        for place, line in enumerate(lines):
            answers = [told for told in await self.step(line) if told.startswith(("<", "  "))]
            said += answers if place >= beside else []
        return Went(tuple(said), self._agreed())

    def _agreed(self) -> tuple[str, ...]:
        """What families agreed on, a line for each row."""
        rows: list[str] = []
        with self.database.connect() as connection:
            for name in _HELD:
                kept = [column.name for column in metadata.tables[name].columns if column.name not in _OF_NO_MEANING]
                columns = ", ".join(f'"{column}"' for column in kept)
                rows += [f"{name} {tuple(row)}" for row in connection.exec_driver_sql(f"SELECT {columns} FROM {name}")]
        return tuple(rows)


@dataclass
class Conversation:
    """A conversation on its way, with a second stage for what is tried beside it."""

    chat: str
    lines: Sequence[Line]
    stage: Beside = field(default_factory=lambda: Beside(fresh_store(), fresh_engine=False))
    aside: Beside = field(default_factory=lambda: Beside(fresh_store(), fresh_engine=False))

    def labels(self, name: str) -> list[str]:
        """What stands on the buttons of the newest message to somebody."""
        shown = self.stage._shown.get(name, [])
        return [choice.label for choice in shown[-1].choices] if shown else []

    async def tried(self, changes: Mapping[str, Change], few: int, seed: int) -> tuple[list[Difference], Counter[str]]:
        """Play it to its end with these changes tried beside each line, at most `few` at each, drawn by `seed`.

        Returns where they made a difference, and how often each was tried.
        """
        found: list[Difference] = []
        counts: Counter[str] = Counter()
        self.stage.begin()
        self.aside.begin()
        try:
            for place, line in enumerate(self.lines):
                tries = self._trials(changes, place, few, seed) if line.kind == "say" else {}
                counts.update(list(tries))
                held = self.stage.held() if tries else b""
                went = {}
                for name, trial in tries.items():
                    otherwise = await self._aside(held, trial.lines, trial.beside, trial.twice)
                    plain = None
                    if trial.instead_of > 1:
                        plain = await self._aside(held, self.lines[place : place + trial.instead_of], 1)
                    went[name] = plain, otherwise
                here = await self.stage.went([line])
                for name, (plain, otherwise) in went.items():
                    was, now = (plain or here).all, otherwise.all
                    if _sense(was) != _sense(now):
                        said = " // ".join(one.text for one in tries[name].lines)
                        found.append(Difference(self.chat, name, line.text, said, was, now))
        finally:
            for stage in (self.stage, self.aside):
                stage.end()
                stage.database.close()
        return found, counts

    def _trials(self, changes: Mapping[str, Change], place: int, few: int, seed: int) -> dict[str, Trial]:
        draw = f"{seed} {self.chat} {self.lines[place].text}"  # the same wherever else the file is changed
        tries = {name: change(self, place, Random(f"{draw} {name}")) for name, change in changes.items()}
        there = {name: trial for name, trial in tries.items() if trial is not None}
        chosen = Random(draw).sample(sorted(there), min(few, len(there)))
        return {name: there[name] for name in chosen}

    async def _aside(self, held: bytes, lines: Iterable[Line], beside: int = 0, twice: bool = False) -> Went:
        self.aside.take_over(self.stage, held)
        self.aside.twice = twice
        return await self.aside.went(lines, beside)


def tried(
    chat: Path, changes: Mapping[str, Change], few: int = 99, seed: int = 0
) -> tuple[list[Difference], Counter[str]]:
    """Where these changes make a difference in the conversation of a file, and how often each was tried."""
    conversation = Conversation(chat.stem, parse(chat.read_text("utf-8")))
    return asyncio.run(conversation.tried(changes, few, seed))


def _sense(lines: Iterable[str]) -> list[str]:
    """What is told, without how it is written: a note is kept in its writer's own capitals, signs and spaces."""
    return [" ".join(_WORD.findall(line.casefold())) for line in lines]


def _driver(connection: object) -> sqlite3.Connection:
    assert isinstance(connection, sqlite3.Connection)
    return connection
