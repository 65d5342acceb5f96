"""Telegram: rendering and sending with PTB's Bot, and updates by polling or by webhook."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import Response
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
)
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

from bot.channels import Between, Receive, at_once, telegram_updates
from bot.channels.halfway import Halfway
from bot.channels.telegram_arrivals import Arrivals
from bot.channels.telegram_layout import CAPTION_UNITS, rows, split, units
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Outgoing

WEBHOOK_PATH = "/telegram"
TAP_CHARACTERS = 200  # in the answer to a tap

_GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated", "group chat was deleted")
_NO_RIGHTS = ("not enough rights", "no rights to send", "chat_write_forbidden")
_CHAT = re.compile(r"-?[0-9]{1,19}")
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
    edits = True

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
        self._clock = clock
        self._timeout = timeout
        self._poll_seconds = poll_seconds
        self._halfway = Halfway()
        self.between: Between = at_once
        self._arrivals = Arrivals(
            parse=self.parse,
            acknowledge=self._acknowledge,
            fetch=self._fetch,
            counts=self.counts,
            first_wait=first_wait,
        )

    async def setup(
        self, commands: Sequence[tuple[str, str]], public_url: str = "", *, in_groups: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Learn the bot's name, set its menus of (command, description), and its webhook if there is a public URL."""
        with _translated():
            await self.bot.initialize()
            self.username = self.bot.username
            await self.bot.set_my_commands(list(commands))
            if in_groups:  # a tap on one names the bot, so that it is heard whatever other bots are there
                await self.bot.set_my_commands(list(in_groups), scope=BotCommandScopeAllGroupChats())
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
        await self._arrivals.finish()
        with suppress(TelegramError):
            await self.bot.shutdown()

    # What comes in

    def parse(self, update: Any) -> Inbound | None:
        """What one person did, from an update's JSON; None for what asks no answer, junk included. Never raises."""
        return telegram_updates.read(update, username=self.username, now=self._clock())

    async def webhook(self, request: Request, receive: Receive) -> Response:
        """Answer one request: 200 once the update is committed, 503 so that Telegram tries again, 403 to strangers."""
        return await self._arrivals.webhook(request, self.secret, receive)

    async def poll(self, receive: Receive, stop: asyncio.Event) -> None:
        """Fetch updates and hand them over until `stop`; none is confirmed before `receive` returned."""
        await self._arrivals.poll(receive, stop)

    async def _fetch(self, offset: int) -> dict[int, Any]:
        """One long poll: updates as JSON, by their number."""
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
        if outgoing.tap:
            return await self._show(outgoing)
        parts = _parts(outgoing)
        sent = await self._halfway.send(
            outgoing,
            parts,
            lambda place, part: self._send_part(outgoing, part, edits="" if place else outgoing.edits),
            self.between,
        )
        spoken = [number for number, part in zip(sent, parts, strict=True) if part.text]
        return (spoken or sent)[-1]

    async def _show(self, outgoing: Outgoing) -> str:
        """Answer a tap on the screen of who made it. It comes at once or never: a tap that is too old is let be."""
        try:
            with _translated():
                await self.bot.answer_callback_query(
                    outgoing.tap,
                    text=outgoing.reply.text[:TAP_CHARACTERS],
                    show_alert=outgoing.alert,
                    url=outgoing.link or None,
                )
        except DeliveryError as error:
            if not error.permanent:
                raise
            self.counts["acknowledge_failed"] += 1
        return outgoing.tap

    async def _send_part(self, outgoing: Outgoing, part: Part, *, edits: str) -> str:
        if not _CHAT.fullmatch(outgoing.chat):
            raise DeliveryError("gone", permanent=True)
        with _translated():
            return await self._call(outgoing, part, edits)

    async def _call(self, outgoing: Outgoing, part: Part, edits: str) -> str:
        chat = int(outgoing.chat)
        keyboard = _keyboard(part.choices)
        if part.file:
            return str((await self._send_file(chat, part, part.file, keyboard)).message_id)
        if edits.isdecimal() and (await self._edit(chat, int(edits), part.text, keyboard) or outgoing.or_nothing):
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


@contextmanager
def _translated() -> Iterator[None]:
    """PTB's errors as ours. Theirs may quote an answer of the server, so they are not passed on as a cause."""
    try:
        yield
    except ChatMigrated as error:
        raise DeliveryError("moved", moved_to=str(error.new_chat_id)) from None
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


def _quiet_the_library() -> None:
    """PTB and httpx log addresses with the token, and whole answers with what people wrote; our own words suffice."""
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Bot.get_updates fails a whole batch over one malformed update, so the raw call is meant; and either type of
    # retry_after is understood.
    warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'")
    warnings.filterwarnings("ignore", ".*`retry_after` will be of type")
