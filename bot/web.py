"""The web app: what is served over HTTP, and what holds for every request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Lifespan, Message, Receive, Scope, Send

from bot.channels.page import Page, Program
from bot.page.routes import PageRoutes

BODY = 256 * 1024  # bytes; a text of 10,000 characters fits many times over
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Health:
    """Whether everything that must run does, and what was looked at (never about people)."""

    ok: bool
    details: Mapping[str, object] = field(default_factory=dict)


Webhook = Callable[[Request], Awaitable[Response]]
HealthCheck = Callable[[], Awaitable[Health]]


def create_app(
    program: Program,
    *,
    page: Page | None,
    health: HealthCheck,
    telegram_webhook: Webhook | None = None,
    metrics: Callable[[Request], Awaitable[Response]] | None = None,
    routes: Sequence[BaseRoute] = (),
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """The app. Give no page where the program can be reached from outside (PUBLIC_URL)."""

    async def show_health(_: Request) -> Response:
        found = await look(health)
        body = {**found.details, "status": "green" if found.ok else "red"}
        return JSONResponse(body, status_code=200 if found.ok else 503)

    async def to_page(_: Request) -> Response:
        return RedirectResponse("/page/")

    all_routes: list[BaseRoute] = [Route("/health", show_health), *routes]
    if telegram_webhook:
        all_routes.append(Route("/telegram", telegram_webhook, methods=["POST"]))
    if metrics:
        all_routes.append(Route("/metrics", metrics))
    if page:
        all_routes += [Route("/", to_page), PageRoutes(program, page).mount()]
    return Starlette(
        routes=all_routes,
        middleware=[Middleware(SafeHeaders), Middleware(SmallBodies)],
        lifespan=lifespan,
    )


async def look(health: HealthCheck) -> Health:
    """A check that breaks is red itself."""
    try:
        return await health()
    except Exception as error:
        log.error("health.broken", error=type(error).__name__)
        return Health(False, {"error": type(error).__name__})


class SafeHeaders:
    """Puts the security headers on every answer that has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


class SmallBodies:
    """Refuses bodies above BODY bytes: by their Content-Length at once, else as soon as too much has come in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > BODY:
            return await Response(status_code=413)(scope, receive, send)
        got = 0

        async def count() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > BODY:
                raise HTTPException(413)
            return message

        return await self.app(scope, count, send)
