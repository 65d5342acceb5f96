"""WhatsApp through Twilio: rendering and sending with Twilio's own client."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import structlog
from requests import RequestException, Timeout
from starlette.requests import Request
from starlette.responses import Response
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.request_validator import RequestValidator
from twilio.rest import Client
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from bot.channels import Between, Receive, Report, at_once, whatsapp_media
from bot.channels.halfway import Halfway
from bot.channels.whatsapp_arrivals import Arrivals
from bot.channels.whatsapp_content import PREFIX, Content, approvable, filled, list_picker, quick_replies
from bot.channels.whatsapp_errors import SOON, as_number, delivery_error
from bot.channels.whatsapp_layout import QUICK_REPLIES, Part, is_media, numbered, one_line, parts
from bot.channels.whatsapp_media import Files
from bot.messages import DeliveryError, Outgoing
from locales.templates import Template, templates
from locales.words import Words

WEBHOOK_PATH, STATUS_PATH, MEDIA_PATH = "/whatsapp", "/whatsapp/status", "/media/{token}/{name}"
WINDOW = timedelta(hours=23, minutes=55)  # WhatsApp's 24 hours, less what a message may be under way
BUTTON_SETS = 500  # sets of button titles that get a resource of their own; beyond, a list serves
MEDIA_FOR, LINK_FOR = timedelta(hours=2), timedelta(days=7)

_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")

T = TypeVar("T")
log = structlog.get_logger()


@dataclass(frozen=True)
class TemplateState:
    """Where the approval of a template stands, for whoever hosts this."""

    name: str
    status: str  # "missing", "unsubmitted", "received", "pending", "approved", "rejected", "paused", "disabled"
    reason: str = ""  # why it was rejected, in Meta's words
    category: str = ""


class _OtherHost(TwilioHttpClient):  # type: ignore[misc]
    """Talks to another server than Twilio's own: a proxy, or the double in our tests."""

    def __init__(self, base_url: str, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._base_url = base_url.rstrip("/")

    def request(self, method: str, url: str, *arguments: Any, **named: Any) -> Any:
        parts_of = urlsplit(url)
        moved = f"{self._base_url}{parts_of.path}" + (f"?{parts_of.query}" if parts_of.query else "")
        return super().request(method, moved, *arguments, **named)


class WhatsApp:
    """Our number on WhatsApp. Every method that calls Twilio raises DeliveryError and nothing else."""

    name = "whatsapp"
    edits = False
    window = WINDOW

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        number: str,
        *,
        public_url: str,
        clock: Callable[[], datetime],
        words: Words,
        base_url: str = "",
        language: str = "nl",
        timeout: float = 10.0,
        threads: int = 32,
    ) -> None:
        """`number` is ours, "+31..."; `public_url` is where Twilio reaches us; `timeout` in seconds."""
        logging.getLogger("twilio").setLevel(logging.CRITICAL + 1)  # its lines hold numbers and texts
        http = _OtherHost(base_url, timeout) if base_url else TwilioHttpClient(timeout=timeout)
        self.client = Client(account_sid, auth_token, http_client=http)
        self.account_sid = account_sid
        self.number = number
        self.public_url = public_url.rstrip("/")
        self.counts: Counter[str] = Counter()
        self.states: dict[str, TemplateState] = {}
        self._language = language
        self._words = words
        self._clock = clock
        self._arrivals = Arrivals(
            account_sid=account_sid,
            public_url=self.public_url,
            is_signed=RequestValidator(auth_token).validate,
            counts=self.counts,
            clock=clock,
        )
        self._media_key = hmac.digest(auth_token.encode(), b"media", hashlib.sha256)
        self._pool = ThreadPoolExecutor(threads, "twilio")
        self._contents: dict[str, str] = {}  # name -> ContentSid
        self._approved: dict[str, str] = {}  # template -> ContentSid
        self._halfway = Halfway()
        self.between: Between = at_once

    # Templates and other content

    def may_open(self, template: str) -> bool:
        """Whether this template may be sent to somebody who has been silent for a day."""
        return template in self._approved

    async def refresh(self) -> dict[str, TemplateState]:
        """Learn which resources exist and which templates are approved by now."""
        await self._call(self._learn)
        return self.states

    async def sync(self) -> dict[str, TemplateState]:
        """Make and submit the templates that are missing, and say how all of them stand. Safe to do again."""
        await self._call(self._learn)
        for template in templates(self._language).values():
            if self.states[template.name].status in ("missing", "unsubmitted"):
                await self._call(lambda template=template: self._submit(template))  # type: ignore[misc]
        return await self.refresh()

    def _learn(self) -> None:
        approvals: dict[str, dict[str, Any]] = {}
        contents: dict[str, str] = {}
        for one in self.client.content.v1.content_and_approvals.list(page_size=500):
            if (one.friendly_name or "").startswith(PREFIX):
                contents[one.friendly_name] = one.sid
                approvals[one.friendly_name] = one.approval_requests or {}
        states, approved = {}, {}
        for template in templates(self._language).values():
            name = approvable(template).name
            given = approvals.get(name, {})
            status = str(given.get("status") or "unsubmitted") if name in contents else "missing"
            states[template.name] = TemplateState(
                template.name, status, str(given.get("rejection_reason") or ""), template.category
            )
            if status == "approved":
                approved[template.name] = contents[name]
        self._contents, self._approved, self.states = contents, approved, states

    def _submit(self, template: Template) -> None:
        content = approvable(template)
        sid = self._contents.get(content.name) or self._create(content)
        wanted = ApprovalCreateList.ContentApprovalRequest({"name": content.name, "category": template.category})
        self.client.content.v1.contents(sid).approval_create.create(wanted)

    def _create(self, content: Content) -> str:
        wanted = {
            "friendly_name": content.name,
            "language": content.language,
            "variables": content.samples,
            "types": content.types,
        }
        sid = str(self.client.content.v1.contents.create(ContentList.ContentCreateRequest(wanted)).sid)
        self._contents[content.name] = sid
        return sid

    # What goes out

    async def send(self, outgoing: Outgoing) -> str:
        """Deliver every part and return their ids, with a comma between."""
        if not _NUMBER.fullmatch(outgoing.chat):
            raise DeliveryError("gone", permanent=True)
        if not outgoing.in_window:
            return await self._open(outgoing)
        wanted = parts(outgoing.reply, self._links(outgoing))
        if not wanted:
            raise DeliveryError("refused", permanent=True)
        sent = await self._halfway.send(outgoing, wanted, lambda _, part: self._send_part(outgoing, part), self.between)
        return ",".join(sent)

    async def _open(self, outgoing: Outgoing) -> str:
        """The approved template: short, with the button that brings the rest."""
        sid = self._approved.get(outgoing.reply.template)
        if sid is None:
            raise delivery_error(63027)
        given = {str(place): one_line(word) for place, word in enumerate(outgoing.reply.variables, 1)}
        try:
            return await self._message(outgoing, content_sid=sid, content_variables=json.dumps(given))
        except DeliveryError as error:
            if error.reason == "template":  # paused or taken away since we looked
                self._approved.pop(outgoing.reply.template, None)
            raise

    async def _send_part(self, outgoing: Outgoing, part: Part) -> str:
        if part.file is not None:
            return await self._message(outgoing, media_url=[self._file_address(outgoing, part.file, MEDIA_FOR)])
        if not part.choices:
            return await self._message(outgoing, body=part.text)
        sid, as_list = ("", False) if outgoing.plain else await self._content_for(part)
        if sid:
            given = json.dumps(filled(part.text, part.choices, as_list=as_list))
            try:
                return await self._message(outgoing, content_sid=sid, content_variables=given)
            except DeliveryError as error:
                if error.reason not in ("content", "template"):
                    raise
                self.counts["content_refused"] += 1
                self._contents = {name: known for name, known in self._contents.items() if known != sid}
        return await self._message(outgoing, body=numbered(part.text, part.choices))

    async def _content_for(self, part: Part) -> tuple[str, bool]:
        """The resource that shows these choices, made where it is new; "" where Twilio does not make it."""
        as_list = len(part.choices) > QUICK_REPLIES
        content = None if as_list else quick_replies(part.choices, self._language)
        if content is None or (content.name not in self._contents and len(self._contents) >= BUTTON_SETS):
            as_list = True
            content = list_picker(len(part.choices), self._words("whatsapp-list-button"), self._language)
        known = self._contents.get(content.name)
        if known:
            return known, as_list
        try:
            return await self._call(lambda: self._create(content)), as_list
        except DeliveryError as error:
            if error.reason in ("timeout", "flood"):
                raise
            self.counts["content_not_made"] += 1
            log.warning("whatsapp_content_not_made")
            return "", as_list

    async def _message(self, outgoing: Outgoing, **what: Any) -> str:
        status = f"{self.public_url}{STATUS_PATH}?owed={outgoing.owed}"
        message = await self._call(
            lambda: self.client.messages.create(
                to=f"whatsapp:{outgoing.chat}", from_=f"whatsapp:{self.number}", status_callback=status, **what
            )
        )
        self.counts["template" if not outgoing.in_window else "session"] += 1
        return str(message.sid)

    async def _call(self, work: Callable[[], T]) -> T:
        """Do one call in a thread; Twilio's errors as ours. Theirs quote what was sent, so they are not passed on."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        except (TwilioRestException, TwilioServiceException) as error:
            code, status = as_number(error.code), as_number(error.status)
            log.warning("twilio_refused", code=code, status=status)
            raise delivery_error(code, status) from None
        except Timeout:
            raise DeliveryError("timeout") from None
        except (RequestException, TwilioException, KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("twilio_not_understood", error=type(error).__name__)
            raise DeliveryError("server", retry_after=SOON) from None

    # Files

    def _links(self, outgoing: Outgoing) -> str:
        """A line for each file that WhatsApp does not take, such as a calendar."""
        return "\n".join(
            self._words("whatsapp-file", name=file.name, link=self._file_address(outgoing, i, LINK_FOR))
            for i, file in enumerate(outgoing.reply.attachments)
            if not is_media(file)
        )

    def _file_address(self, outgoing: Outgoing, index: int, valid: timedelta) -> str:
        # Whole hours, so that a retry of the same message has the same address.
        until = self._clock().replace(minute=0, second=0, microsecond=0) + valid + timedelta(hours=1)
        made = whatsapp_media.token(self._media_key, outgoing.owed, index, until)
        return whatsapp_media.address(self.public_url, made, outgoing.reply.attachments[index].name)

    async def media(self, request: Request, files: Files) -> Response:
        """Answer for one file: 403 where the address is not ours or too old, 404 where the file is gone."""
        return await whatsapp_media.answer(self._media_key, request, files, self._clock())

    # What comes in

    async def webhook(self, request: Request, receive: Receive) -> Response:
        """Answer one message: 200 once it is committed, 403 to strangers, 503 so that Twilio tries its fallback."""
        return await self._arrivals.webhook(request, receive)

    async def status(self, request: Request, report: Report) -> Response:
        """Answer one status callback: 204, also where it tells nothing new; 403 to strangers."""
        return await self._arrivals.status(request, report)

    def close(self) -> None:
        """Let the threads end."""
        self._pool.shutdown(wait=False, cancel_futures=True)
