"""The addresses at which calendar programs look, every hour or so: secret, quick to say that nothing changed."""

from __future__ import annotations

import asyncio
import hmac
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.calendars import feed
from bot.program import Program
from locales.words import words
from scheduling.feeds import hashed
from storage.database import DatabaseUnavailable

PATH = "/kalender/{token}.ics"
LOOKING = {"cache-control": "private, no-cache", "cross-origin-resource-policy": "cross-origin"}
FIRST_WAIT, LONGEST_WAIT = 0.1, 5.0  # seconds that wrong addresses wait, ever longer
WAITING = 50  # wrong addresses that may wait at once; more are sent away
EASES = 60.0  # seconds in which one wrong address is forgiven


class CalendarRoutes:
    """Serves the calendars. Right addresses are never slowed down by wrong ones."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._wrong = 0.0  # wrong addresses of late
        self._last: datetime | None = None
        self._waiting = 0

    def routes(self) -> list[BaseRoute]:
        """For the web app."""
        return [Route(PATH, self._show, methods=["GET", "HEAD"])]

    async def _show(self, request: Request) -> Response:
        token, known = request.path_params["token"], request.headers.get("if-none-match", "")
        now = self._program.now()
        try:
            found = await asyncio.to_thread(self._look, token, known, now)
        except DatabaseUnavailable:
            return Response(status_code=503, headers={"retry-after": "60"})
        if found is None:
            return await self._refuse(now)
        body, tag = found
        headers = {"etag": tag, **LOOKING}
        if body is None:
            return Response(status_code=304, headers=headers)
        return Response(
            body,
            media_type="text/calendar; charset=utf-8",
            headers={**headers, "content-disposition": 'inline; filename="zorgkring.ics"'},
        )

    def _look(self, token: str, known: str, now: datetime) -> tuple[bytes | None, str] | None:
        """The calendar with its tag, without it where the tag is known; None where there is no such address."""
        wanted_hash = hashed(token)
        with self._program.database.reading() as store:
            # Found by the hash: how long that takes says nothing about the token.
            address = store.feed_with(wanted_hash)
            if address is None or not hmac.compare_digest(address.token_hash, wanted_hash):
                return None
            wants = feed.wanted(store, address.person, address.circle)
            if wants is None:
                return None
            first = (now - feed.BACK).astimezone(ZoneInfo(wants.zone)).date()
            stamp = f"{address.id} {address.circle} {first} {store.roster_stamp(wants.circles)}"
            tag = f'"{sha256(stamp.encode()).hexdigest()[:32]}"'
            if tag in {one.strip().removeprefix("W/") for one in known.split(",")}:
                return None, tag
            return feed.file(store, words(), wants, first), tag

    async def _refuse(self, now: datetime) -> Response:
        if self._last is not None:
            self._wrong = max(0.0, self._wrong - (now - self._last).total_seconds() / EASES)
        self._wrong, self._last = self._wrong + 1, now
        if self._waiting >= WAITING:
            return Response(status_code=429, headers={"retry-after": "60"})
        self._waiting += 1
        try:
            await asyncio.sleep(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(self._wrong - 1, 10)))
        finally:
            self._waiting -= 1
        return Response(status_code=404)
