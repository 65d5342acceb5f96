"""The chat page's routes: the page itself, what people do on it, and the stream of what happens."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime, time, timedelta
from html import escape
from pathlib import Path
from string import Template
from typing import Annotated, Literal, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.page import NAME, ClockIsMoving, Page, Program, TooManyPhones
from bot.messages import Inbound, Kind
from bot.page.guard import LoopbackOnly
from bot.page.words import words

STATIC = Path(__file__).parent / "static"
ZONE = ZoneInfo("Europe/Amsterdam")
AHEAD = timedelta(days=366)  # how far the clock may be moved in one go
MORNING = 9  # o'clock
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")  # shown; anything else is only handed over as a file

log = structlog.get_logger(__name__)
Body = TypeVar("Body", bound=BaseModel)
Address = Annotated[str, Field(min_length=1, max_length=NAME + 4)]
Id = Annotated[str, Field(max_length=100)]


class Said(BaseModel):
    """What somebody does on a phone."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(min_length=8, max_length=100)]  # the browser's own, the same when it tries again
    phone: Address
    name: Annotated[str, Field(min_length=1, max_length=NAME)]
    kind: Kind = Kind.TEXT
    text: str = ""
    choice: Id = ""
    label: Id = ""
    message: Id = ""


class Added(BaseModel):
    """Somebody to add; with the id the phone had before the program was started anew."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(min_length=1, max_length=NAME, pattern=r"\S")]
    id: Annotated[str, Field(max_length=NAME + 4)] = ""


class Removed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Address


class Moved(BaseModel):
    """Where the clock goes: a step, or a moment on the wall clock."""

    model_config = ConfigDict(extra="forbid")
    step: Literal["hour", "morning", ""] = ""
    to: datetime | None = None


class Refused(Exception):
    """What was asked cannot be done; `why` names the text that says so (error-...)."""

    def __init__(self, why: str, status: int = 400) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


class PageRoutes:
    """Everything below /page, for a browser on this machine alone."""

    def __init__(self, program: Program, page: Page) -> None:
        self.program = program
        self.page = page

    def mount(self) -> Mount:
        app = Starlette(
            routes=[
                Route("/", self.show),
                Route("/words.json", self.words),
                Route("/events", self.events),
                Route("/files/{key}", self.file),
                Route("/say", self.say, methods=["POST"]),
                Route("/phones", self.add, methods=["POST"]),
                Route("/phones/remove", self.remove, methods=["POST"]),
                Route("/clock", self.move, methods=["POST"]),
                Mount("/static", StaticFiles(directory=STATIC)),
            ],
            middleware=[Middleware(LoopbackOnly)],
            exception_handlers={Refused: refused},
        )
        return Mount("/page", app)

    async def show(self, _: Request) -> Response:
        html = (STATIC / "page.html").read_text("utf-8")
        return HTMLResponse(
            Template(html).substitute({key.replace("-", "_"): escape(text) for key, text in words().items()})
        )

    async def words(self, _: Request) -> Response:
        return JSONResponse(words())

    async def events(self, _: Request) -> Response:
        """Server-sent events, each a JSON object; a browser that lost the stream reconnects by itself."""

        async def stream() -> AsyncIterator[str]:
            yield "retry: 1000\n\n"
            async with aclosing(self.page.events()) as events:
                async for event in events:
                    yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def file(self, request: Request) -> Response:
        file = self.page.file(request.path_params["key"])
        if file is None:
            return Response(status_code=404)
        how = "inline" if file.mime in PICTURES else "attachment"
        return Response(
            file.data,
            media_type=file.mime,
            headers={"content-disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"},
        )

    async def say(self, request: Request) -> Response:
        said = await body(request, Said)
        inbound = Inbound(
            channel=self.page.name,
            chat=said.phone,
            sender=said.phone,
            name=said.name,
            external_id=said.id,
            at=self.program.now(),
            text=said.text,
            kind=said.kind,
            choice=said.choice,
            message=said.message,
        )
        try:
            await self.page.receive(self.program, inbound, said.label)
        except TooManyPhones:
            raise Refused("phones-full", 409) from None
        except Exception as error:
            # The kind of error alone: its message may quote what was written. The browser keeps that and tries again.
            log.error("page.not_received", error=type(error).__name__)
            raise Refused("not-received", 503) from None
        return Response(status_code=204)

    async def add(self, request: Request) -> Response:
        added = await body(request, Added)
        try:
            phone = self.page.add(added.name, added.id)
        except TooManyPhones:
            raise Refused("phones-full", 409) from None
        return JSONResponse({"id": phone.id})

    async def remove(self, request: Request) -> Response:
        self.page.remove((await body(request, Removed)).id)
        return Response(status_code=204)

    async def move(self, request: Request) -> Response:
        moved = await body(request, Moved)
        now = self.program.now()
        to = goal(moved, now)
        if to <= now:
            raise Refused("clock-past")
        if to > now + AHEAD:
            raise Refused("clock-far")
        try:
            await self.page.move(self.program, to)
        except ClockIsMoving:
            raise Refused("clock-busy", 409) from None
        except Exception as error:
            log.error("page.clock_not_moved", error=type(error).__name__)
            raise Refused("clock-stuck", 503) from None
        return JSONResponse({"now": self.program.now().isoformat()})


def goal(moved: Moved, now: datetime) -> datetime:
    """The moment a clock button asks for, in UTC; a wall-clock time is Dutch time."""
    if moved.step == "hour":
        return now + timedelta(hours=1)
    if moved.step == "morning":
        tomorrow = now.astimezone(ZONE).date() + timedelta(days=1)
        return datetime.combine(tomorrow, time(MORNING), ZONE).astimezone(UTC)
    if moved.to is None:
        raise Refused("not-understood")
    try:
        return (moved.to if moved.to.tzinfo else moved.to.replace(tzinfo=ZONE)).astimezone(UTC)
    except OverflowError:  # the first or the last day there is
        raise Refused("not-understood") from None


async def body(request: Request, shape: type[Body]) -> Body:
    """The request's JSON in this shape. Raises Refused, without quoting it."""
    try:
        return shape.model_validate_json(await request.body())
    except ValidationError:
        raise Refused("not-understood") from None


async def refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return JSONResponse({"error": error.why}, status_code=error.status)
