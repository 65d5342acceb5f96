"""Conversations as files: plays a `.chat` on a store and prints what was really said, in the same format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.plain import numbered
from bot.delivery.metrics import Metrics
from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import DeliveryError, Inbound, Kind, Outgoing, Reply
from bot.program import Clock, Program
from bot.turn import Doors
from locales.words import words
from scheduling.people import AMSTERDAM
from storage.database import Database

ZONE = ZoneInfo(AMSTERDAM)
CHANNELS = ("terminal", "telegram", "whatsapp")
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")
START = datetime(2025, 3, 3, 10, 0, tzinfo=ZONE)
_INVITATION = "{uitnodiging}"
PUBLIC_URL = "https://zorgkring.example"
_CALENDAR = re.compile(r"(?<=/kalender/)[\w-]{32}(?=\.ics)")
_KINDS = {"foto": Kind.PHOTO, "spraak": Kind.VOICE, "locatie": Kind.LOCATION, "sticker": Kind.STICKER}
_DOORS = {"erin": Kind.UNBLOCKED, "eruit": Kind.BLOCKED}  # of a group: the program is taken in, or thrown out
_EDIT, _ON_SCREEN = "{bewerkt}", "{melding}"  # a message that changed in its place; what who tapped sees alone
_WAYS = {"bewerkt": Kind.EDITED, "doorgestuurd": Kind.FORWARDED, "dubbel": Kind.TEXT}
_SAYS = re.compile(r"^(?P<name>[^\s:@#<\[][^:@#]*?)(?:@(?P<channel>\w+))?(?:#(?P<group>\w+))?: ?(?P<text>.*)$")
_TAP = re.compile(r"^\[(?P<label>.+?)(?: (?P<nth>[2-9]))?\]$")
_NUMBERED = re.compile(r"^\d+\. ")  # a list in a group says which of its lines a button is for
_CLOCK = re.compile(r"^@ (\d{4}-\d\d-\d\d \d\d:\d\d)$")
_WAIT = re.compile(r"^\{wacht (\d+)\}$")
_NOTE = re.compile(r"^# \[.*\] staat op geen enkel bericht: getypt$")
_MARK = re.compile(r"^\{(\w+)\} ?(.*)$", re.S)


class NotAChat(Exception):
    """A line that the format does not know; says which."""


@dataclass
class Recorder:
    """A channel that keeps what it is given."""

    name: str
    edits: bool = False
    kept: list[tuple[str, Reply]] = field(default_factory=list)  # (chat, what it got)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def send(self, outgoing: Outgoing) -> str:
        if not outgoing.chat:
            raise DeliveryError("gone", permanent=True)
        chat, reply = outgoing.chat, outgoing.reply
        if outgoing.tap:
            shown = f"{_ON_SCREEN} {reply.text}" + (f"\n{outgoing.link}" if outgoing.link else "")
            self.kept.append((outgoing.tap.rpartition("-")[0], Reply(shown)))
            return outgoing.tap
        if outgoing.edits:
            self.kept.append((chat, replace(reply, text=f"{_EDIT} {reply.text}")))
            return outgoing.edits
        self.kept.append((chat, reply))
        return str(next(self.numbers))


@dataclass(frozen=True)
class Line:
    """One line of a file: what a person or the clock does, with the comment lines and expectations around it."""

    kind: str  # "say", "clock", "wait", "comment"
    raw: str
    name: str = ""
    channel: str = ""
    group: str = ""
    text: str = ""
    moment: datetime | None = None
    minutes: int = 0


def parse(text: str) -> list[Line]:
    """The person's, clock and comment lines of a `.chat`; expected messages are left out. Raises NotAChat."""
    found: list[Line] = []
    expecting = False
    for number, raw in enumerate(text.splitlines(), 1):
        if raw.startswith("<"):
            expecting = True
        elif raw.startswith("  ") and not expecting and found and found[-1].kind == "say":
            said = found[-1]  # indented lines right below what a person says belong to it
            found[-1] = replace(said, raw=f"{said.raw}\n{raw}", text=f"{said.text}\n{raw[2:]}")
        elif _NOTE.match(raw):  # said by an earlier play, and said again where it still holds
            expecting = True
        elif raw.startswith("  ") or not raw.strip():
            # Indented lines, and empty ones between them, belong to the expected message.
            continue
        else:
            expecting = False
            found.append(_line(raw, number))
    return found


def _line(raw: str, number: int) -> Line:
    if raw.startswith("#"):
        return Line("comment", raw)
    if clock := _CLOCK.match(raw):
        return Line("clock", raw, moment=datetime.strptime(clock[1], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE))
    if wait := _WAIT.match(raw):
        return Line("wait", raw, minutes=int(wait[1]))
    if says := _SAYS.match(raw):
        if says["channel"] and says["channel"] not in CHANNELS:
            raise NotAChat(f"line {number}: no channel {says['channel']!r}")
        return Line("say", raw, says["name"], says["channel"] or "", says["group"] or "", says["text"])
    raise NotAChat(f"line {number}: {raw!r}")


@dataclass
class Stage:
    """The people of one conversation and everything that was said to them."""

    database: Database
    typed: bool = False  # type the labels instead of tapping them
    as_rendered: bool = False
    files: Path | None = None
    now: datetime = START
    fresh_engine: bool = True
    strict: bool = False  # in tests: a fault in a turn is raised
    _channel_of: dict[str, str] = field(default_factory=dict)
    _shown: dict[str, list[Reply]] = field(default_factory=dict)  # by name, everything said to them
    _code: str = ""
    _count: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _metrics: Metrics = field(default_factory=Metrics)

    async def perform(self, lines: Iterable[Line]) -> str:
        """Play the lines and return the whole conversation."""
        self.begin()
        printed: list[str] = []
        for line in lines:
            printed += await self.step(line)
        self.end()
        return "\n".join(printed) + "\n"

    def begin(self) -> None:
        """Set the clock and start the program."""
        self._clock = Clock(lambda: self.now.astimezone(UTC))
        self._new_program()

    def end(self) -> None:
        """Stop the program."""
        self._program.close()

    def _new_program(self) -> None:
        self._recorders = self._given_channels()
        doors = Doors("zorgkring_bot", "31612345678", PUBLIC_URL)
        engine = Engine(self.database, capabilities(), words(), doors, self.strict)
        self._program = self._made(engine)

    def _given_channels(self) -> dict[str, Recorder]:
        return {name: Recorder(name, numbers=self._numbers) for name in CHANNELS}

    def _made(self, engine: Engine) -> Program:
        sender = Sender(
            self.database,
            self._recorders,
            capabilities(),
            words(),
            metrics=self._metrics,
            passing=lambda: 0.0,  # its own time alone
        )
        return Program(self.database, engine, sender, self._clock)

    async def step(self, line: Line) -> list[str]:
        """One line, with what came of it."""
        if line.kind == "comment":
            return [line.raw]
        if self.fresh_engine:  # as if the program was restarted in between: nothing may be lost
            self._program.close()
            self._new_program()
        note: list[str] = []
        if line.kind == "clock" and line.moment is not None:
            if not self._count and not self.database.shared:  # nothing was said yet: there is nothing to live through
                self._program.set_clock(line.moment.astimezone(UTC))
            await self._program.move_clock(line.moment.astimezone(UTC))
        elif line.kind == "wait":
            await self._program.move_clock(self._program.now() + timedelta(minutes=line.minutes))
        else:
            note = await self._say(line)
            await self._program.settle()
        return [line.raw, *note, *self._heard()]

    async def _say(self, line: Line) -> list[str]:
        channel = self._channel(line)
        self._count += 1
        note: list[str] = []
        text, kind, choice = line.text.replace(_INVITATION, self._code), Kind.TEXT, ""
        times = 1
        chat = f"#{line.group}" if line.group else line.name
        if tap := _TAP.match(line.text):
            choice = self._choice(chat, tap["label"], int(tap["nth"] or 1)) or self._choice(chat, line.text[1:-1], 1)
            text = tap["label"] if tap["nth"] is None else line.text[1:-1]
            if not choice:
                note = [f"# [{text}] staat op geen enkel bericht: getypt"]
            # What is typed in a group is talk among people.
            kind = Kind.TAP if choice and not (self.typed and not line.group) else Kind.TEXT
        elif mark := _MARK.match(text):
            if mark[1] in _KINDS:
                text, kind = "", _KINDS[mark[1]]
            elif mark[1] in _WAYS:
                text, kind = mark[2], _WAYS[mark[1]]
                times = 2 if mark[1] == "dubbel" else 1
            elif mark[1] in _DOORS:
                text, kind = "", _DOORS[mark[1]]
        inbound = Inbound(
            channel,
            chat,
            line.name,
            line.name,
            f"{line.name}-{self._program.now():%Y%m%d%H%M}-{self._count}",
            self._program.now(),
            "" if kind == Kind.TAP else text,
            kind,
            choice if kind == Kind.TAP else "",
            group=line.group,
            tap=f"{line.name}-{self._count}" if kind == Kind.TAP else "",
        )
        for _ in range(times):
            await self._program.receive(inbound)
        return note

    def _channel(self, line: Line) -> str:
        """Where this line is said."""
        if line.channel:
            self._channel_of[line.name] = line.channel
        return self._channel_of.setdefault(line.name, CHANNELS[0])

    def _choice(self, name: str, label: str, nth: int) -> str:
        for reply in reversed(self._shown.get(name, [])):
            same = [c for c in reply.choices if label in (c.label, _NUMBERED.sub("", c.label))]
            if len(same) >= nth:
                return same[nth - 1].id
        return ""

    def _heard(self) -> list[str]:
        lines: list[str] = []
        everything = [(chat, reply) for recorder in self._recorders.values() for chat, reply in recorder.kept]
        order = {name: i for i, name in enumerate(self._channel_of)}
        for chat, reply in sorted(everything, key=lambda one: order.get(one[0], 99)):
            self._shown.setdefault(chat, []).append(reply)
            codes = CODE.findall(reply.text)
            if codes:
                self._code = codes[-1]
            lines.extend(self._printed(chat, reply))
        for recorder in self._recorders.values():
            recorder.kept.clear()
        return lines

    def _printed(self, name: str, reply: Reply) -> Iterator[str]:
        if self.as_rendered:
            body = numbered(reply)
            choices = ""
        else:
            body = _CALENDAR.sub("{adres}", CODE.sub(_INVITATION, reply.text))
            choices = " ".join(f"[{choice.label}]" for choice in reply.choices)
        first, *rest = body.split("\n")
        yield f"< {name}: {first}"
        yield from (f"  {line}".rstrip() for line in rest)
        if choices:
            yield f"  {choices}"
        for attachment in reply.attachments:
            yield f"  {{bestand: {attachment.name}}}"
            if self.files is not None:
                self.files.mkdir(parents=True, exist_ok=True)
                (self.files / attachment.name).write_bytes(attachment.data)


def fresh_store() -> Database:
    """A store in memory, gone afterwards."""
    database = Database("sqlite://")
    database.create_tables()
    return database
