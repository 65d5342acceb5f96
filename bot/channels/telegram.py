"""Telegram: rendering and sending with PTB's Bot, and updates by polling or by webhook."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import warnings
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.channels import Receive, telegram_updates
from bot.channels.telegram_layout import CAPTION_UNITS, rows, split, units
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
WEBHOOK_PATH = "/telegram"
BODY_BYTES = 1_000_000  # an update is a few kB
AT_ONCE = 8  # people whose messages of one batch are handled side by side
TRIES = 5
LONGEST_WAIT = 30.0  # seconds between two attempts at polling

_GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated", "group chat was deleted")
_NO_RIGHTS = ("not enough rights", "no rights to send", "chat_write_forbidden")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = structlog.get_logger()


@dataclass(frozen=True)
class Part:
    """One message of a reply."""

    text: str = ""
    file: Attachment | None = None
    choices: tuple[Choice, ...] = ()


class Telegram:
    """The bot on Telegram. Every method that calls Telegram raises DeliveryError and nothing else."""

    name = "telegram"

    def __init__(
        self,
        token: str,
        *,
        clock: Callable[[], datetime],
        secret: str = "",
        base_url: str = "https://api.telegram.org/bot",
        timeout: float = 10.0,
        poll_seconds: int = 30,
        first_wait: float = 1.0,
    ) -> None:
        """`timeout`, `poll_seconds` and `first_wait` (after a failed poll, then doubled) are in seconds."""
        _quiet_the_library()
        self.bot = Bot(
            token,
            base_url=base_url,
            request=HTTPXRequest(read_timeout=timeout, connect_timeout=timeout, pool_timeout=timeout),
            get_updates_request=HTTPXRequest(connection_pool_size=1, read_timeout=timeout, connect_timeout=timeout),
        )
        # Without a setting of its own the secret follows from the token, so that every process knows it.
        self.secret = secret or hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()
        self.username = ""
        self.counts: Counter[str] = Counter()
        self.moved: dict[str, str] = {}  # groups that became supergroups: old id -> new id
        self._clock = clock
        self._timeout = timeout
        self._poll_seconds = poll_seconds
        self._first_wait = first_wait
        self._tries: Counter[str] = Counter()
        self._begun: OrderedDict[Outgoing, list[str]] = OrderedDict()
        self._acknowledging: set[asyncio.Task[None]] = set()

    async def setup(self, commands: Sequence[tuple[str, str]], public_url: str = "") -> None:
        """Learn the bot's name, set its menu of (command, description), and its webhook where there is a public URL."""
        with _translated():
            await self.bot.initialize()
            self.username = self.bot.username
            await self.bot.set_my_commands(list(commands))
            if public_url:
                await self.bot.set_webhook(
                    public_url.rstrip("/") + WEBHOOK_PATH,
                    secret_token=self.secret,
                    allowed_updates=telegram_updates.ALLOWED,
                )
            else:
                await self.bot.delete_webhook()

    async def close(self) -> None:
        """Let go of the connections."""
        if self._acknowledging:
            await asyncio.wait(self._acknowledging, timeout=1)
        with suppress(TelegramError):
            await self.bot.shutdown()

    # What comes in

    def parse(self, update: Any) -> Inbound | None:
        """What one person did, from an update's JSON; None for what asks no answer, junk included. Never raises."""
        return telegram_updates.read(update, username=self.username, now=self._clock())

    async def webhook(self, request: Request, receive: Receive) -> Response:
        """Answer one request of Telegram: 200 once the update is committed, 5xx so that Telegram tries again."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            self.counts["webhook_forbidden"] += 1
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            self.counts["webhook_junk"] += 1
            return Response(status_code=400)
        inbound = self._read(update)
        if inbound and not await self._hand_over(inbound, receive):
            return Response(status_code=503)
        return Response(status_code=200)

    async def poll(self, receive: Receive, stop: asyncio.Event) -> None:
        """Fetch updates and hand them over until `stop`. Telegram may forget an update only once it is committed."""
        offset, failures = 0, 0
        committed: set[int] = set()  # ahead of one that is not, so Telegram gives them again
        while not stop.is_set():
            try:
                updates = await self._updates(offset, stop)
            except DeliveryError as error:
                failures += 1
                log.warning("telegram_poll_failed", reason=error.reason)
                await _pause(error.retry_after or self._wait(failures), stop)
                continue
            fresh = {number: update for number, update in updates.items() if number not in committed}
            committed |= await self._hand_over_all(fresh, receive)
            held_back = updates.keys() - committed
            if held_back:
                offset = min(held_back)
                failures += 1
                await _pause(self._wait(failures), stop)  # they would come again at once
            elif updates:
                offset = max(updates) + 1
                failures = 0
            committed = {number for number in committed if number > offset}

    async def _updates(self, offset: int, stop: asyncio.Event) -> dict[int, Any]:
        """One long poll: updates by their number, none when stopped meanwhile."""
        fetching = asyncio.ensure_future(self._fetch(offset))
        stopping = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((fetching, stopping), return_when=asyncio.FIRST_COMPLETED)
            return await fetching if fetching.done() else {}
        finally:
            fetching.cancel()  # what was under way is not confirmed, so it is not lost
            stopping.cancel()

    async def _fetch(self, offset: int) -> dict[int, Any]:
        with _translated():
            updates = await self.bot.do_api_request(
                "getUpdates",
                api_kwargs={
                    "offset": offset,
                    "timeout": self._poll_seconds,
                    "allowed_updates": telegram_updates.ALLOWED,
                },
                read_timeout=self._poll_seconds + self._timeout,
            )
        if not isinstance(updates, list):
            raise DeliveryError("server")
        numbered = {number: update for update in updates if (number := telegram_updates.update_id(update)) is not None}
        if updates and not numbered:
            raise DeliveryError("server")
        return numbered

    def _wait(self, failures: int) -> float:
        return float(min(self._first_wait * 2 ** min(failures - 1, 16), LONGEST_WAIT))

    async def _hand_over_all(self, updates: dict[int, Any], receive: Receive) -> set[int]:
        """The numbers that are committed or ask no answer. In order per sender, side by side for the rest."""
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
        except Exception as error:
            self.counts["not_committed"] += 1
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
        self.counts["words_given_up"] += 1
        self._tries.pop(inbound.external_id, None)
        return True

    def _read(self, update: Any) -> Inbound | None:
        if tap := telegram_updates.callback_id(update):
            task = asyncio.ensure_future(self._acknowledge(tap))
            self._acknowledging.add(task)
            task.add_done_callback(self._acknowledging.discard)
        return self.parse(update)

    async def _acknowledge(self, tap: str) -> None:
        """Stop the button's spinner. Where that fails it is only counted: a courtesy comes at once or never."""
        try:
            with _translated():
                await self.bot.answer_callback_query(tap)
        except DeliveryError:
            self.counts["acknowledge_failed"] += 1

    # What goes out

    async def send(self, outgoing: Outgoing) -> str:
        """Deliver every part and return the id of the message that bears the buttons, or else of the last text."""
        parts = _parts(outgoing)
        # A reply that broke off half-way goes on where it was, when it is tried again in this process.
        sent = self._begun.pop(outgoing, [])
        try:
            for index, part in enumerate(parts[len(sent) :], start=len(sent)):
                sent.append(await self._send_part(outgoing, part, edits=outgoing.edits if index == 0 else ""))
        except DeliveryError as error:
            if sent and not error.permanent:
                self._begun[outgoing] = sent
                if len(self._begun) > 1000:
                    self._begun.popitem(last=False)
            raise
        bearing = [i for i, part in enumerate(parts) if part.choices] or [
            i for i, part in enumerate(parts) if part.text
        ]
        return sent[bearing[-1] if bearing else -1]

    async def _send_part(self, outgoing: Outgoing, part: Part, *, edits: str) -> str:
        chat = self.moved.get(outgoing.chat, outgoing.chat)
        if not chat.lstrip("-").isdecimal():
            raise DeliveryError("gone", permanent=True)
        try:
            with _translated():
                return await self._call(int(chat), part, edits)
        except _MovedError as moved:
            self.counts["group_moved"] += 1
            self.moved[outgoing.chat] = moved.chat
        with _translated():
            return await self._call(int(self.moved[outgoing.chat]), part, "")

    async def _call(self, chat: int, part: Part, edits: str) -> str:
        keyboard = _keyboard(part.choices)
        if part.file:
            return str((await self._send_file(chat, part, part.file, keyboard)).message_id)
        if edits.isdecimal() and await self._edit(chat, int(edits), part.text, keyboard):
            return edits
        message = await self.bot.send_message(chat, part.text, reply_markup=keyboard, link_preview_options=_NO_PREVIEW)
        return str(message.message_id)

    async def _send_file(
        self, chat: int, part: Part, file: Attachment, keyboard: InlineKeyboardMarkup | None
    ) -> Message:
        upload = InputFile(file.data, filename=file.name)
        caption = part.text or None
        if file.mime in ("image/png", "image/jpeg"):
            with suppress(BadRequest):  # an odd shape of picture still goes as a file
                return await self.bot.send_photo(chat, upload, caption=caption, reply_markup=keyboard)
        return await self.bot.send_document(chat, upload, caption=caption, reply_markup=keyboard)

    async def _edit(self, chat: int, message: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Whether the message now says this; if not (too old, gone, a file), it has to be said anew."""
        try:
            await self.bot.edit_message_text(
                text, chat, message, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
            )
        except BadRequest as error:
            if "not modified" in error.message.lower():
                return True
            if "no text in the message" in error.message.lower():
                with suppress(BadRequest):  # a file keeps its caption, but not buttons that are answered
                    await self.bot.edit_message_reply_markup(chat, message)
            return False
        return True


def _parts(outgoing: Outgoing) -> list[Part]:
    """The messages a reply takes. Buttons come last, nearest the thumb, unless an edit keeps them in their place."""
    reply = outgoing.reply
    texts, files = split(reply.text), [Part(file=file) for file in reply.attachments]
    if not texts and not files:
        raise DeliveryError("refused", permanent=True)
    if files and not outgoing.edits and units(reply.text) <= CAPTION_UNITS:
        return [*files[:-1], replace(files[-1], text=reply.text.strip(), choices=reply.choices)]
    if not texts:
        return [*files[:-1], replace(files[-1], choices=reply.choices)]
    said = [*map(Part, texts[:-1]), Part(texts[-1], choices=reply.choices)]
    return said + files if outgoing.edits else files + said


def _keyboard(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup | None:
    if not choices:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(choice.label, callback_data=choice.id) for choice in row] for row in rows(choices)]
    )


class _MovedError(DeliveryError):
    """The group became a supergroup, with another id."""

    def __init__(self, chat: str) -> None:
        super().__init__("moved")
        self.chat = chat


@contextmanager
def _translated() -> Iterator[None]:
    """PTB's errors as ours. Theirs may quote an answer of the server, so they are not passed on as a cause."""
    try:
        yield
    except ChatMigrated as error:
        raise _MovedError(str(error.new_chat_id)) from None
    except TelegramError as error:
        raise _delivery_error(error) from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # PTB stumbles like this over an answer that is JSON and yet not the Bot API's.
        log.warning("telegram_answer_not_understood", error=type(error).__name__)
        raise DeliveryError("server") from None


def _delivery_error(error: TelegramError) -> DeliveryError:
    said = error.message.lower()
    match error:
        case RetryAfter():
            wait = error.retry_after
            return DeliveryError("flood", retry_after=wait.total_seconds() if isinstance(wait, timedelta) else wait)
        case Forbidden() | BadRequest() if any(words in said for words in _GONE):
            return DeliveryError("gone", permanent=True)
        case Forbidden():
            return DeliveryError("blocked", permanent=True)
        case BadRequest() if any(words in said for words in _NO_RIGHTS):
            return DeliveryError("blocked", permanent=True)
        case BadRequest():
            return DeliveryError("refused", permanent=True)
        case TimedOut():
            return DeliveryError("timeout")
        case Conflict():
            return DeliveryError("conflict")
        case InvalidToken() | EndPointNotFound():
            return DeliveryError("token")
        case _:
            return DeliveryError("server")


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


def _quiet_the_library() -> None:
    """PTB and httpx log addresses with the token, and whole answers with what people wrote; our own words suffice."""
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Bot.get_updates fails a whole batch over one malformed update, so the raw call is meant; and either type of
    # retry_after is understood.
    warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'")
    warnings.filterwarnings("ignore", ".*`retry_after` will be of type")
