"""Conversations in files, played with their people on other channels than the file says: on WhatsApp, in or out of its
window, mixed, and through the double of Twilio end to end."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx

from bot.channels import Channel
from bot.channels.whatsapp import WhatsApp
from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import VIEW, Inbound, Kind, Outgoing, Reply
from bot.play import Line, Recorder, Stage, parse
from bot.program import Program
from bot.web import Health, create_app
from locales.templates import templates
from locales.words import words
from tests.fakes.twilio import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, Twilio

MIXED = ("whatsapp", "telegram", "terminal")
ASKED_WHAT_TO_STOP = re.compile(rf"^< (\w+): {re.escape(words()('help-stop-what'))}$", re.M)
CHANNEL_NAMES = re.compile(r"(?<=via: ).*")  # what is known of somebody names their channel


def on_one_channel(text: str) -> bool:
    """Whether everybody here can be on one channel: nobody comes in by two, and none is spoken of by its name."""
    if "  - WhatsApp" in text:
        return False
    said = {(line.name, line.channel) for line in parse(text) if line.channel}
    return len(said) == len({name for name, _ in said})


def nameless(lines: list[str]) -> list[str]:
    """A conversation without what it says of the channel that it is on."""
    return [CHANNEL_NAMES.sub("", line) for line in lines]


class InWindow(Recorder):
    """WhatsApp to people who spoke not long ago: everything goes in full, nothing needs a template."""

    window = timedelta(days=999)

    def may_open(self, template: str) -> bool:
        raise AssertionError(f"{template} is not needed in the window")


@dataclass
class Elsewhere(Stage):
    """Everybody is on the channels given, taking turns, whatever the file says; on none: where the file says.

    Groups stay where they are, and so does whoever is in one; and whoever says a bare "stop" with no question open, to
    whom WhatsApp's answer is another one.
    """

    on: tuple[str, ...] = ("whatsapp",)
    met: set[str] = field(default_factory=set)  # the channels that somebody was on
    _stays: set[str] = field(default_factory=set)

    async def perform(self, lines: Iterable[Line]) -> str:
        given = list(lines)
        self._stays |= {line.name for line in given if line.group}
        return await super().perform(given)

    async def play(self, text: str) -> str:
        """Play a file as far as it can be on these channels."""
        self._stays |= set(ASKED_WHAT_TO_STOP.findall(text))
        self.on = self.on if on_one_channel(text) else ()
        return await self.perform(parse(text))

    def _given_channels(self) -> dict[str, Recorder]:
        return {**super()._given_channels(), "whatsapp": InWindow("whatsapp", numbers=self._numbers)}

    def _channel(self, line: Line) -> str:
        there = self._where(line)
        self.met.add(there)
        return there

    def _where(self, line: Line) -> str:
        if (
            not self.on
            or line.group
            or line.name in self._stays
            or (line.channel and line.channel in self.on and len(self.on) > 1)
        ):
            return super()._channel(line)
        return self._channel_of.setdefault(line.name, self.on[len(self._channel_of) % len(self.on)])


class Silent(Recorder):
    """WhatsApp to people who were silent for days: all that we may say is a template, until they tap its button."""

    window = timedelta(seconds=-1)

    def __init__(self) -> None:
        super().__init__("whatsapp")
        self.short: list[str] = []  # who got a template and has not tapped it yet
        self.templates = 0

    def may_open(self, template: str) -> bool:
        return template in templates()

    async def send(self, outgoing: Outgoing) -> str:
        if outgoing.in_window:
            return await super().send(outgoing)
        text = templates()[outgoing.reply.template].filled(outgoing.reply.variables)
        assert outgoing.reply.text.split("\n")[0] in text
        self.short.append(outgoing.chat)
        self.templates += 1
        return f"template-{self.templates}"


class Tapping(Program):
    """Whoever gets a template taps its button at once."""

    after: Callable[[], Awaitable[bool]]  # does what people do about what they got, and says whether that was anything

    async def settle(self) -> None:
        await super().settle()
        while await self.after():
            await super().settle()


@dataclass
class OutOfWindow(Elsewhere):
    """Everything that the program says goes by a template first."""

    silent: Silent = field(default_factory=Silent)

    def _given_channels(self) -> dict[str, Recorder]:
        return {**super()._given_channels(), "whatsapp": self.silent}

    def _made(self, engine: Engine) -> Program:
        return _tapping(self, engine, self._recorders, self._tap)

    async def _tap(self) -> bool:
        chats, self.silent.short = self.silent.short, []
        self.silent.window = timedelta(days=999)
        for chat in dict.fromkeys(chats):
            self._count += 1
            tapped = Inbound(
                "whatsapp", chat, chat, chat, f"view-{self._count}", self._program.now(), "", Kind.TAP, VIEW
            )
            await self._program.receive(tapped)
        if chats:
            await Program.settle(self._program)
        self.silent.window = Silent.window
        return bool(chats)


@dataclass
class ThroughTwilio(Elsewhere):
    """Every message goes through the double of Twilio, both ways, and has to look there as it was meant."""

    fake: Twilio = field(default_factory=Twilio)
    numbers: dict[str, str] = field(default_factory=dict)
    views: int = 0

    def __post_init__(self) -> None:
        self.channel = WhatsApp(
            ACCOUNT,
            TOKEN,
            NUMBER,
            public_url=PUBLIC_URL,
            clock=lambda: self._clock.now(),
            words=words(),
            base_url=self.fake.address,
        )
        self.fake.clock = lambda: self._clock.now()
        self.phones = _Phones(self)

    async def perform(self, lines: Iterable[Line]) -> str:
        self.begin()
        await self.channel.sync()
        return await super().perform(lines)

    def end(self) -> None:
        super().end()
        self.channel.close()

    def _given_channels(self) -> dict[str, Recorder]:
        return {**super()._given_channels(), "whatsapp": self.phones}

    def _made(self, engine: Engine) -> Program:
        program = _tapping(self, engine, self._recorders, self._tap)
        inner = program.receive
        routes = _routes(self.channel, program, inner)
        app = create_app(program, page=None, health=_healthy, routes=routes)
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        self.fake.app = httpx.AsyncClient(transport=transport, base_url="http://10.0.0.7:8080")

        async def by_twilio(inbound: Inbound) -> None:
            if inbound.channel != "whatsapp":
                await inner(inbound)
                return
            assert await self.fake.post("/whatsapp", self._form(inbound)) == 200

        program.receive = by_twilio  # type: ignore[method-assign]
        return program

    def number_of(self, name: str) -> str:
        """The number of somebody in the file."""
        number = self.numbers.setdefault(name, f"+316100000{len(self.numbers):02d}")
        self.fake.joins(name, number)
        return number

    def name_of(self, number: str) -> str:
        return next(name for name, known in self.numbers.items() if known == number)

    def _form(self, inbound: Inbound) -> dict[str, str]:
        self.number_of(inbound.sender)
        sid = "SM" + hashlib.md5(inbound.external_id.encode()).hexdigest()
        more: dict[str, str] = {"MessageSid": sid}
        if inbound.kind == Kind.TAP:
            more |= {"ButtonPayload": inbound.choice, "ButtonText": "…"}
        elif inbound.kind == Kind.FORWARDED:
            more |= {"Forwarded": "true"}
        elif inbound.kind == Kind.LOCATION:
            more |= {"Latitude": "52.1", "Longitude": "5.1"}
        elif inbound.kind in _MIMES:
            more |= self.fake.photo(1000, _MIMES[inbound.kind])
        return self.fake.form(inbound.sender, inbound.text, **more)

    async def _tap(self) -> bool:
        statuses = await self.fake.deliver()
        assert set(statuses) <= {204}
        waiting, self.phones.short = self.phones.short, []
        for number in dict.fromkeys(waiting):
            assert await self.fake.taps(self.name_of(number), "Bekijk") == 200
            self.views += 1
        return bool(waiting or statuses)


_MIMES = {Kind.VOICE: "audio/ogg", Kind.PHOTO: "image/jpeg", Kind.STICKER: "image/webp"}


class _Phones(Recorder):
    """Sends through the double and looks at the phone whether all of it arrived."""

    def __init__(self, stage: ThroughTwilio) -> None:
        super().__init__("whatsapp")
        self.stage = stage
        self.window = stage.channel.window
        self.may_open = stage.channel.may_open
        self.short: list[str] = []

    async def send(self, outgoing: Outgoing) -> str:
        before = len(self.stage.fake.phones[outgoing.chat])
        ids = await self.stage.channel.send(outgoing)
        seen = self.stage.fake.phones[outgoing.chat][before:]
        assert seen, "nothing arrived"
        if not outgoing.in_window:
            assert seen[-1].template
            self.short.append(outgoing.chat)
            return ids
        self._compare(outgoing.reply, " ".join(one.text for one in seen), seen[-1].labels)
        self.kept.append((self.stage.name_of(outgoing.chat), outgoing.reply))
        return ids

    def _compare(self, reply: Reply, text: str, labels: list[str]) -> None:
        words_ = reply.text.split()
        assert text.split()[: len(words_)] == words_
        wanted = [choice.label for choice in reply.choices]
        numbered = all(f"{number}. {label}" in text for number, label in enumerate(wanted, 1))
        assert labels == wanted or numbered


def _tapping(
    stage: Stage, engine: Engine, channels: dict[str, Recorder], after: Callable[[], Awaitable[bool]]
) -> Tapping:
    given: dict[str, Channel] = dict(channels)
    sender = Sender(stage.database, given, capabilities(), words(), metrics=stage._metrics, passing=lambda: 0.0)
    program = Tapping(stage.database, engine, sender, stage._clock)
    program.after = after
    return program


def _routes(channel: WhatsApp, program: Program, receive: Callable[[Inbound], Awaitable[None]]) -> list[Any]:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from bot.channels.whatsapp_routes import WhatsAppRoutes

    async def webhook(request: Request) -> Response:
        return await channel.webhook(request, receive)

    _, *rest = WhatsAppRoutes(program, channel).routes()
    return [Route("/whatsapp", webhook, methods=["POST"]), *rest]


async def _healthy() -> Health:
    return Health(True)
