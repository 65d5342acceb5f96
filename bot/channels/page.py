"""The chat page as a channel: several people side by side as phones, each with a short memory, shown live."""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.messages import Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing

REMEMBERED = 300  # lines kept for one phone
PHONES = 24  # at most, on one page
NAME = 60  # characters of a name
WAITING = 2_000  # events that a slow reader may be behind before it has to start afresh
FIRST = ("Anna", "Piet", "Fatima", "Riet")

Event = dict[str, object]
"""What an open page is told, ready for JSON; its "type" says which."""


class Program(Protocol):
    """What the page needs of the program."""

    async def receive(self, inbound: Inbound) -> None:
        """Take one message in. Returns once it is committed; raises where it could not be."""
        ...

    def now(self) -> datetime:
        """The program's own time, aware."""
        ...

    async def move_clock(self, to: datetime) -> None:
        """Let the time run to this moment; everything due on the way happens, in order."""
        ...


@dataclass(frozen=True)
class Line:
    """One message as a phone shows it."""

    id: str
    mine: bool  # the person said it; else the program did
    at: datetime  # aware
    text: str
    kind: Kind = Kind.TEXT
    choices: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()  # the Choice.ids that were tapped
    files: tuple[tuple[str, Attachment], ...] = ()  # a key that opens the file, and the file

    def event(self) -> Event:
        return {
            "id": self.id,
            "mine": self.mine,
            "at": self.at.isoformat(),
            "text": self.text,
            "kind": self.kind.value,
            "choices": [{"id": choice.id, "label": choice.label} for choice in self.choices],
            "chosen": list(self.chosen),
            "files": [
                {"key": key, "name": file.name, "mime": file.mime, "size": len(file.data)} for key, file in self.files
            ],
        }


class Phone:
    """One person on the page. Its id is the person's address on this channel."""

    def __init__(self, id: str, name: str) -> None:
        self.id = id
        self.name = name
        self.shown = True  # taken off the page: kept, and back with the same name
        self.closed = False  # the person blocked the program
        self.lines: OrderedDict[str, Line] = OrderedDict()

    def put(self, line: Line) -> None:
        """Add a line, or replace the one with the same id where it stands."""
        self.lines[line.id] = line
        while len(self.lines) > REMEMBERED:
            self.lines.popitem(last=False)

    def event(self) -> Event:
        return {"id": self.id, "name": self.name, "closed": self.closed}


class TooManyPhones(Exception):
    """The page has as many people as it can show."""


class ClockIsMoving(Exception):
    """Somebody else is moving the clock just now."""


class Page:
    """A channel whose other end is a web page on this same machine. Not for more than one event loop."""

    name = "page"
    edits = False  # it marks tapped buttons itself, so the program need not replace their message

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.epoch = secrets.token_hex(4)  # another one after every start: an open page sees that the memory is gone
        self._said = 0
        self._phones: dict[str, Phone] = {}
        self._readers: set[asyncio.Queue[Event | None]] = set()
        self._closed = False
        self._moving = False
        for name in FIRST:
            self.add(name)

    # what the program does

    async def send(self, outgoing: Outgoing) -> str:
        """Show a reply on the person's phone, in place of an earlier one where it `edits` that."""
        phone = self._phones.get(outgoing.chat) or self.add(outgoing.chat, id=outgoing.chat)
        if phone.closed:
            raise DeliveryError("blocked", permanent=True)
        reply = outgoing.reply
        earlier = phone.lines.get(outgoing.edits) if outgoing.edits else None
        files = tuple((secrets.token_urlsafe(16), file) for file in reply.attachments)
        self._said += 1
        line = Line(
            id=outgoing.edits or f"{self.epoch}-{self._said}",  # an id is never given twice, not after a restart either
            mine=False,
            at=earlier.at if earlier else self._now(),
            text=reply.text,
            choices=reply.choices,
            chosen=earlier.chosen if earlier else (),
            files=files or (earlier.files if earlier else ()),  # a changed text keeps its picture
        )
        self._show(phone, line)
        if self._moving:
            self._tell(self._clock())
        return line.id

    # what people do

    def add(self, name: str, id: str = "") -> Phone:
        """A phone for this name: the one that was taken off the page, else a new one. Raises TooManyPhones."""
        name = " ".join(name.split())[:NAME]
        wanted = id or name.casefold()
        phone = self._phones.get(wanted)
        if phone and phone.shown and not id:  # a second Piet
            number = next(n for n in range(2, PHONES + 2) if not self._is_shown(f"{wanted} {n}"))
            wanted = f"{wanted} {number}"
            phone = self._phones.get(wanted)
        if phone is None:
            if len(self._phones) >= PHONES:
                raise TooManyPhones
            phone = self._phones[wanted] = Phone(wanted, name)
        phone.shown = True
        self._tell({"type": "phones", "phones": self._shown()})
        for line in phone.lines.values():
            self._tell({"type": "line", "phone": phone.id, "line": line.event()})
        return phone

    def remove(self, id: str) -> None:
        """Take a phone off the page. Whatever reaches it meanwhile is there when it is added again."""
        if phone := self._phones.get(id):
            phone.shown = False
            self._tell({"type": "phones", "phones": self._shown()})

    async def receive(self, program: Program, inbound: Inbound, label: str = "") -> None:
        """Show what a person said and hand it to the program; where that fails it is taken back, and the error raised.

        `label` is what a tapped button said, for a button that the page no longer remembers.
        """
        phone = self._phones.get(inbound.chat) or self.add(inbound.name, id=inbound.chat)
        undo = self._show_said(phone, inbound, label)
        try:
            await program.receive(inbound)
        except BaseException:
            undo()
            raise

    async def move(self, program: Program, to: datetime) -> None:
        """Move the program's clock while every open page sees it run. Raises ClockIsMoving."""
        if self._moving:
            raise ClockIsMoving
        self._moving = True
        self._tell(self._clock())
        try:
            await program.move_clock(to)
        finally:
            self._moving = False
            self._tell(self._clock())

    def file(self, key: str) -> Attachment | None:
        """The file that this key opens, while the line that bears it is remembered."""
        for phone in self._phones.values():
            for line in phone.lines.values():
                for known, file in line.files:
                    if known == key:
                        return file
        return None

    # what open pages see

    async def events(self, patience: float = 15.0) -> AsyncGenerator[Event, None]:
        """Everything remembered, then what happens, as it happens; the time at least every `patience` seconds.

        Ends when the page closes, or when the reader is too far behind: it then starts afresh.
        """
        queue: asyncio.Queue[Event | None] = asyncio.Queue(WAITING)
        self._readers.add(queue)
        try:
            yield self._hello()
            while not self._closed:
                try:
                    event = await asyncio.wait_for(queue.get(), patience)
                except TimeoutError:
                    event = self._clock()
                if event is None:
                    return
                yield event
        finally:
            self._readers.discard(queue)

    def close(self) -> None:
        """End every open stream, so that a server that stops need not wait for them."""
        self._closed = True
        for queue in list(self._readers):
            self._end(queue)

    def _clock(self) -> Event:
        return {"type": "clock", "now": self._now().isoformat(), "moving": self._moving}

    def _hello(self) -> Event:
        return {
            "type": "hello",
            "epoch": self.epoch,
            "clock": self._clock(),
            "phones": self._shown(),
            "lines": {
                phone.id: [line.event() for line in phone.lines.values()]
                for phone in self._phones.values()
                if phone.shown
            },
        }

    def _shown(self) -> list[Event]:
        return [phone.event() for phone in self._phones.values() if phone.shown]

    def _is_shown(self, id: str) -> bool:
        return id in self._phones and self._phones[id].shown

    def _show_said(self, phone: Phone, inbound: Inbound, label: str) -> Callable[[], None]:
        """Show what somebody said; gives what takes it back."""
        before = phone.lines.get(inbound.message)
        if inbound.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
            closes = inbound.kind is Kind.BLOCKED
            self._close(phone, closes)
            return lambda: self._close(phone, not closes)
        if inbound.kind is Kind.EDITED and before:
            self._show(phone, replace(before, text=inbound.text, kind=Kind.EDITED))
            return lambda: self._show(phone, before)
        text = inbound.text
        if inbound.kind is Kind.TAP:
            if before:
                label = next((choice.label for choice in before.choices if choice.id == inbound.choice), label)
                self._show(phone, replace(before, chosen=(*before.chosen, inbound.choice)))
            text = label
        if inbound.external_id in phone.lines:  # sent again because the answer did not arrive: shown already
            return lambda: None
        self._show(phone, Line(inbound.external_id, True, inbound.at, text, inbound.kind))

        def undo() -> None:
            if phone.lines.pop(inbound.external_id, None):
                self._tell({"type": "drop", "phone": phone.id, "id": inbound.external_id})
            if before and (now := phone.lines.get(before.id)):
                self._show(phone, replace(now, chosen=before.chosen))

        return undo

    def _close(self, phone: Phone, closed: bool) -> None:
        phone.closed = closed
        self._tell({"type": "phones", "phones": self._shown()})

    def _show(self, phone: Phone, line: Line) -> None:
        phone.put(line)
        self._tell({"type": "line", "phone": phone.id, "line": line.event()})

    def _tell(self, event: Event) -> None:
        for queue in list(self._readers):
            try:
                queue.put_nowait(event)
            except asyncio.QueueFull:
                self._end(queue)

    def _end(self, queue: asyncio.Queue[Event | None]) -> None:
        self._readers.discard(queue)
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(None)
