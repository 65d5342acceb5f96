"""Updates on their way in, by polling or by webhook: Telegram may forget one only once it is committed."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.channels import Receive
from bot.channels.telegram_updates import callback_id
from bot.messages import DeliveryError, Inbound, Kind

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_BYTES = 1_000_000  # an update is a few kB
AT_ONCE = 8  # people whose messages of one batch are handled side by side
TRIES = 5
LONGEST_WAIT = 30.0  # seconds between two attempts at polling

log = structlog.get_logger()


class Arrivals:
    """Hands updates over until they are committed."""

    def __init__(
        self,
        *,
        parse: Callable[[Any], Inbound | None],
        acknowledge: Callable[[str], Awaitable[None]],
        fetch: Callable[[int], Awaitable[dict[int, Any]]],
        counts: Counter[str],
        first_wait: float,
    ) -> None:
        """`fetch` takes an offset, gives updates by their number or raises DeliveryError; `first_wait` in seconds."""
        self._parse = parse
        self._acknowledge = acknowledge
        self._fetch = fetch
        self._counts = counts
        self._first_wait = first_wait
        self._tries: Counter[str] = Counter()
        self._acknowledging: set[asyncio.Future[None]] = set()

    async def webhook(self, request: Request, secret: str, receive: Receive) -> Response:
        """Answer one request: 200 once its update is committed, 503 so that Telegram tries again."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            self._counts["webhook_forbidden"] += 1
            return Response(status_code=403)
        try:
            body = await _body(request)
            if body is None:
                return Response(status_code=413)
            update = json.loads(body)
        except (ClientDisconnect, ValueError, RecursionError):
            self._counts["webhook_junk"] += 1
            return Response(status_code=400)
        inbound = self._read(update)
        if inbound and not await self._hand_over(inbound, receive):
            return Response(status_code=503)
        return Response(status_code=200)

    async def poll(self, receive: Receive, stop: asyncio.Event) -> None:
        """Fetch updates and hand them over until `stop`; the offset moves on over what is committed, never beyond."""
        offset, failures = 0, 0
        committed: set[int] = set()  # ahead of one that is not, so Telegram gives them again
        while not stop.is_set():
            try:
                updates = await self._fetched(offset, stop)
            except DeliveryError as error:
                failures += 1
                log.warning("telegram_poll_failed", reason=error.reason)
                await _pause(error.retry_after or self._wait(failures), stop)
                continue
            fresh = {number: update for number, update in updates.items() if number not in committed}
            settled = await self._hand_over_all(fresh, receive)
            committed |= settled
            if held_back := updates.keys() - committed:
                offset = min(held_back)
                failures = 1 if settled else failures + 1
                await _pause(self._wait(failures), stop)  # they would come again at once
            elif updates:
                offset = max(updates) + 1
                failures = 0
            committed = {number for number in committed if number > offset}

    async def finish(self) -> None:
        """Let the last acknowledgements go out."""
        if self._acknowledging:
            await asyncio.wait(self._acknowledging, timeout=1)

    async def _fetched(self, offset: int, stop: asyncio.Event) -> dict[int, Any]:
        fetching = asyncio.ensure_future(self._fetch(offset))
        stopping = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((fetching, stopping), return_when=asyncio.FIRST_COMPLETED)
            return await fetching if fetching.done() else {}
        finally:
            fetching.cancel()  # what was under way is not confirmed, so it is not lost
            stopping.cancel()

    def _wait(self, failures: int) -> float:
        return float(min(self._first_wait * 2 ** min(failures - 1, 16), LONGEST_WAIT))

    async def _hand_over_all(self, updates: dict[int, Any], receive: Receive) -> set[int]:
        """The numbers that are committed or ask no answer. In order per sender, people side by side."""
        settled: set[int] = set()
        by_sender: dict[str, list[tuple[int, Inbound]]] = {}
        for number in sorted(updates):
            inbound = self._read(updates[number])
            if inbound is None:
                settled.add(number)
            else:
                by_sender.setdefault(inbound.sender, []).append((number, inbound))
        room = asyncio.Semaphore(AT_ONCE)

        async def in_order(queue: list[tuple[int, Inbound]]) -> None:
            async with room:
                for number, inbound in queue:
                    if not await self._hand_over(inbound, receive):
                        return  # what the same person said next waits for it
                    settled.add(number)

        await asyncio.gather(*(in_order(queue) for queue in by_sender.values()))
        return settled

    async def _hand_over(self, inbound: Inbound, receive: Receive) -> bool:
        """Whether it is committed."""
        try:
            await receive(inbound)
        except Exception as error:  # whatever it is, the update stays Telegram's to give again
            self._counts["not_committed"] += 1
            log.error("telegram_not_committed", error=type(error).__name__)
        else:
            self._tries.pop(inbound.external_id, None)
            return True
        self._tries[inbound.external_id] += 1
        if self._tries[inbound.external_id] < TRIES or inbound.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
            return False
        # Perhaps it is the words that break something. Without them it need not hold up what comes after, and the
        # person still gets an answer; where it is the database, this fails too and the next try is with words again.
        try:
            await receive(replace(inbound, kind=Kind.OTHER, text="", choice="", name=""))
        except Exception:
            return False
        self._counts["words_given_up"] += 1
        self._tries.pop(inbound.external_id, None)
        return True

    def _read(self, update: Any) -> Inbound | None:
        inbound = self._parse(update)
        # In a group the answer to a tap says something, to who tapped alone; it comes when that is known.
        if (tap := callback_id(update)) and not (inbound and inbound.group):
            task = asyncio.ensure_future(self._acknowledge(tap))
            self._acknowledging.add(task)  # the loop itself would forget it
            task.add_done_callback(self._acknowledging.discard)
        return inbound


async def _body(request: Request) -> bytes | None:
    """The body, None where it is too long to be an update."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_BYTES:
            return None
    return bytes(body)


async def _pause(seconds: float, stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
