"""A strict double of Twilio for WhatsApp, on loopback, with people who type and tap.

    with Twilio() as fake:
        fake.joins("Piet", "+31612345678")
        await fake.says("Piet", "hoi")          # posts to our webhook, signed for our public address
        fake.phones["+31612345678"][-1].text
        await fake.taps("Piet", "Ja")
        await fake.deliver()                    # the status callbacks that are on their way

Every call is checked (see twilio_rules) and recorded in `calls`; what the rules refused is in `refused`.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import socket
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from tests.fakes import twilio_rules as rules
from tests.fakes.twilio_rules import Json, Refusal

ACCOUNT = "AC" + "a1" * 16
TOKEN = "fake-auth-token-for-tests-only"
NUMBER = "+31850000001"
PUBLIC_URL = "https://zorgkring.example.org"
DAY = timedelta(hours=24)


@dataclass
class Seen:
    """A message as a person sees it."""

    sid: str
    text: str
    buttons: list[tuple[str, str]] = field(default_factory=list)  # (title, id)
    as_list: bool = False
    file: bytes = b""
    mime: str = ""
    template: bool = False

    @property
    def labels(self) -> list[str]:
        return [title for title, _ in self.buttons]


@dataclass(frozen=True)
class Call:
    """One call of the SDK, and what became of it."""

    path: str
    fields: Json
    status: int
    code: int = 0


class Twilio:
    """The service, its people and their phones. Its API runs in a thread; what it posts to us, the test sends off."""

    def __init__(self, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.calls: list[Call] = []
        self.refused: list[Call] = []
        self.contents: dict[str, Json] = {}
        self.approvals: dict[str, Json] = {}
        self.phones: defaultdict[str, list[Seen]] = defaultdict(list)
        self.callbacks: deque[tuple[str, Json]] = deque()
        self.posted: list[tuple[str, Json, int]] = []  # (path, form, what we answered)
        self.fetched: list[str] = []  # media that somebody fetched from Twilio
        self.numbers: dict[str, str] = {}  # name -> number
        self.last_in: dict[str, datetime] = {}
        self.approves = True  # whether Meta approves at once
        self.lost: dict[str, int] = {}  # number -> the error code that its messages end with
        self.faults: deque[tuple[str, int, int]] = deque()  # (part of a path, HTTP status, code): answered instead
        self.app: httpx.AsyncClient | None = None  # reaches our server, wherever it listens
        self._ids = itertools.count(1)
        self._validator = RequestValidator(TOKEN)
        self._lock = threading.RLock()
        self.address = ""

    # Serving

    def __enter__(self) -> Self:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(128)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        routes = [
            Route("/2010-04-01/Accounts/{account}/Messages.json", self._api(self._message), methods=["POST"]),
            Route("/v1/Content", self._api(self._create), methods=["POST"]),
            Route("/v1/ContentAndApprovals", self._api(self._all), methods=["GET"]),
            Route("/v1/Content/{sid}/ApprovalRequests/whatsapp", self._api(self._submit), methods=["POST"]),
            Route("/v1/Content/{sid}/ApprovalRequests", self._api(self._approval), methods=["GET"]),
            Route("/media/{name}", self._media, methods=["GET"]),
        ]
        config = uvicorn.Config(Starlette(routes=routes), log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        threading.Thread(target=lambda: asyncio.run(self._server.serve(sockets=[self._socket])), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.should_exit = True
        self._server.force_exit = True

    def _api(self, do: Callable[[Request, bytes], Json]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            body = await request.body()
            path = request.url.path
            try:
                self._knows(request)
                for fault in list(self.faults):
                    if fault[0] in path:
                        self.faults.remove(fault)
                        raise Refusal(fault[2], "as told", fault[1])
                with self._lock:
                    result = do(request, body)
            except Refusal as refusal:
                call = Call(path, {}, refusal.status, refusal.code)
                self.calls.append(call)
                if refusal.message != "as told":
                    self.refused.append(call)
                said = {"code": refusal.code, "message": refusal.message, "more_info": "", "status": refusal.status}
                return JSONResponse(said, refusal.status)
            return JSONResponse(result, 201 if request.method == "POST" else 200)

        return answer

    def _knows(self, request: Request) -> None:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        right = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if kind != "Basic" or given != right or request.path_params.get("account", ACCOUNT) != ACCOUNT:
            raise Refusal(20003, "Authenticate", 401)

    # Messages

    def _message(self, request: Request, body: bytes) -> Json:
        given = parse_qs(body.decode(), keep_blank_values=True)
        fields = rules.message(request.headers.get("content-type", ""), given)
        if fields["From"] != f"whatsapp:{NUMBER}":
            raise Refusal(63007, "Twilio could not find a Channel with the specified From address")
        sid = f"{'MM' if 'MediaUrl' in fields else 'SM'}{next(self._ids):032x}"
        number = fields["To"].removeprefix("whatsapp:")
        seen, wrong = self._seen(sid, number, fields)
        self.calls.append(Call(request.url.path, fields, 201, wrong))
        self._follow(sid, number, fields, wrong)
        if not wrong:
            self.phones[number].append(seen)
        return {
            "sid": sid,
            "account_sid": ACCOUNT,
            "api_version": "2010-04-01",
            "body": seen.text,
            "date_created": format_datetime(self.clock()),
            "date_updated": format_datetime(self.clock()),
            "date_sent": None,
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": fields["From"],
            "messaging_service_sid": None,
            "num_media": str(len(fields.get("MediaUrl", []))),
            "num_segments": "1",
            "price": None,
            "price_unit": None,
            "status": "queued",
            "subresource_uris": {"media": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}/Media.json"},
            "to": fields["To"],
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}.json",
        }

    def _seen(self, sid: str, number: str, fields: Json) -> tuple[Seen, int]:
        """What arrives on the phone, and the code that it fails with a little later (0: it arrives)."""
        open_ = number in self.last_in and self.clock() - self.last_in[number] < DAY
        wrong = self.lost.get(number, 0)
        if number not in self.numbers.values():
            wrong = wrong or 63003
        if "ContentSid" in fields:
            resource = self.contents.get(fields["ContentSid"])
            if resource is None:
                raise Refusal(21655, "The ContentSid is invalid")
            approved = self.approvals.get(fields["ContentSid"], {}).get("status") == "approved"
            try:
                text, buttons = rules.rendered(resource, fields.get("ContentVariables", {}), approved=approved)
            except Refusal as refusal:
                if refusal.code < 63000:
                    raise
                # WhatsApp's own refusals come later, by a callback.
                self.refused.append(Call("whatsapp", fields, 201, refusal.code))
                return Seen(sid, ""), refusal.code
            as_list = "twilio/list-picker" in resource["types"]
            return Seen(sid, text, buttons, as_list, template=approved), wrong or (0 if open_ or approved else 63016)
        return Seen(sid, fields.get("Body", "")), wrong or (0 if open_ else 63016)

    def _follow(self, sid: str, number: str, fields: Json, wrong: int) -> None:
        """The callbacks of a message, in order; a file is fetched on the way."""
        if "StatusCallback" not in fields:
            return
        form = {
            "MessageSid": sid,
            "SmsSid": sid,
            "AccountSid": ACCOUNT,
            "ApiVersion": "2010-04-01",
            "From": f"whatsapp:{NUMBER}",
            "To": f"whatsapp:{number}",
            "ChannelPrefix": "whatsapp",
        }
        if "MediaUrl" in fields:
            self.callbacks.append((fields["MediaUrl"][0], {"fetch": sid, "number": number}))
        if wrong:
            failed = {**form, "MessageStatus": "undelivered", "SmsStatus": "undelivered", "ErrorCode": str(wrong)}
            self.callbacks.append((fields["StatusCallback"], failed))
            return
        for status in ("queued", "sent", "delivered", "read"):
            told = {**form, "MessageStatus": status, "SmsStatus": status}
            self.callbacks.append((fields["StatusCallback"], told))

    async def deliver(self, *, twice: bool = False) -> list[int]:
        """Send off the callbacks that are due, and return how each was answered."""
        answers = []
        while self.callbacks:
            url, form = self.callbacks.popleft()
            if "fetch" in form:
                await self._fetch(url, form)
                continue
            answers += [await self.post(url, form) for _ in range(2 if twice else 1)]
        return answers

    async def _fetch(self, url: str, form: Json) -> None:
        """Take the file that a message carries, as Twilio does before it passes it on."""
        assert self.app is not None
        there = urlsplit(url)
        answer = await self.app.get(there.path)
        mime = answer.headers.get("content-type", "").partition(";")[0]
        fine = answer.status_code == 200 and len(answer.content) <= rules.MEDIA.get(mime, 0)
        for seen in self.phones[form["number"]]:
            if seen.sid == form["fetch"]:
                seen.file, seen.mime = (answer.content, mime) if fine else (b"", f"63019: {answer.status_code} {mime}")

    # Content

    def _create(self, request: Request, body: bytes) -> Json:
        given = rules.content(request.headers.get("content-type", ""), body)
        sid = f"HX{next(self._ids):032x}"
        self.contents[sid] = given
        self.calls.append(Call(request.url.path, given, 201))
        return self._resource(sid)

    def _resource(self, sid: str) -> Json:
        when = self.clock().strftime("%Y-%m-%dT%H:%M:%SZ")
        url = f"https://content.twilio.com/v1/Content/{sid}"
        return {
            "sid": sid,
            "account_sid": ACCOUNT,
            "friendly_name": self.contents[sid].get("friendly_name"),
            "language": self.contents[sid]["language"],
            "variables": self.contents[sid].get("variables", {}),
            "types": self.contents[sid]["types"],
            "url": url,
            "date_created": when,
            "date_updated": when,
            "links": {
                "approval_create": f"{url}/ApprovalRequests/whatsapp",
                "approval_fetch": f"{url}/ApprovalRequests",
            },
        }

    def _all(self, request: Request, body: bytes) -> Json:
        self.calls.append(Call(request.url.path, dict(request.query_params), 200))
        found = [
            {
                **{k: v for k, v in self._resource(sid).items() if k not in ("url", "links")},
                "approval_requests": self.approvals.get(sid, {"status": "unsubmitted", "rejection_reason": ""}),
            }
            for sid in self.contents
        ]
        size, page = int(request.query_params.get("PageSize", 50)), int(request.query_params.get("Page", 0))
        if not 1 <= size <= 1000:
            raise Refusal(20001, "PageSize must be between 1 and 1000")
        there = "https://content.twilio.com/v1/ContentAndApprovals"
        more = len(found) > (page + 1) * size
        meta = {
            "key": "contents",
            "page": page,
            "page_size": size,
            "url": f"{there}?PageSize={size}&Page={page}",
            "first_page_url": f"{there}?PageSize={size}&Page=0",
            "previous_page_url": None,
            "next_page_url": f"{there}?PageSize={size}&Page={page + 1}" if more else None,
        }
        return {"contents": found[page * size : (page + 1) * size], "meta": meta}

    def _submit(self, request: Request, body: bytes) -> Json:
        sid = request.path_params["sid"]
        if sid not in self.contents:
            raise Refusal(20404, "The requested resource was not found", 404)
        given = rules.approval(request.headers.get("content-type", ""), body, self.contents[sid])
        if self.approvals.get(sid, {}).get("status") not in (None, "unsubmitted"):
            raise Refusal(20001, "It was submitted already")
        wrong = rules.verdict(self.contents[sid])
        status = "rejected" if wrong else "approved" if self.approves else "pending"
        self.approvals[sid] = {
            "name": given["name"],
            "category": given["category"],
            "content_type": next(iter(self.contents[sid]["types"])),
            "status": status,
            "rejection_reason": wrong,
            "allow_category_change": True,
        }
        self.calls.append(Call(request.url.path, given, 201))
        return {**self.approvals[sid], "status": "received", "rejection_reason": ""}

    def _approval(self, request: Request, body: bytes) -> Json:
        sid = request.path_params["sid"]
        return {"sid": sid, "account_sid": ACCOUNT, "whatsapp": self.approvals.get(sid), "url": ""}

    def decide(self, status: str, reason: str = "") -> None:
        """Meta has looked at everything that was submitted, again perhaps."""
        for approval in self.approvals.values():
            approval |= {"status": status, "rejection_reason": reason}

    # People

    def joins(self, name: str, number: str) -> None:
        """Somebody with WhatsApp on this number."""
        self.numbers[name] = number

    async def says(self, name: str, text: str, *, profile: str | None = None, **more: str) -> int:
        """Somebody writes; returns what we answered."""
        return await self.post("/whatsapp", self.form(name, text, profile=profile, **more))

    async def taps(self, name: str, label: str) -> int:
        """Somebody taps the newest button with this label."""
        for seen in reversed(self.phones[self.numbers[name]]):
            for title, id in seen.buttons:
                if title == label:
                    kind = ("ListTitle", "ListId") if seen.as_list else ("ButtonText", "ButtonPayload")
                    tapped = {kind[0]: title, kind[1]: id, "OriginalRepliedMessageSid": seen.sid}
                    return await self.says(name, title, MessageType="interactive", **tapped)
        raise AssertionError(f"no message to {name} bears [{label}]")

    def form(self, name: str, text: str, *, profile: str | None = None, **more: str) -> Json:
        """A message as Twilio posts it."""
        number, sid = self.numbers[name], f"SM{next(self._ids):032x}"
        return {
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "MessageSid": sid,
            "SmsStatus": "received",
            "MessageType": "text",
            "AccountSid": ACCOUNT,
            "ApiVersion": "2010-04-01",
            "NumMedia": "0",
            "NumSegments": "1",
            "ReferralNumMedia": "0",
            "From": f"whatsapp:{number}",
            "To": f"whatsapp:{NUMBER}",
            "WaId": number.removeprefix("+"),
            "ProfileName": name if profile is None else profile,
            "Body": text,
            **more,
        }

    def photo(self, bytes_: int, mime: str = "image/jpeg") -> dict[str, str]:
        """What a message with a file adds to its form."""
        return {"NumMedia": "1", "MediaContentType0": mime, "MediaUrl0": f"{self.address}/media/{bytes_}"}

    async def _media(self, request: Request) -> Response:
        self.fetched.append(request.url.path)
        return Response(b"x" * int(request.path_params["name"]), media_type="image/jpeg")

    async def post(self, url: str, form: Json, *, signature: str | None = None, signed_for: str = PUBLIC_URL) -> int:
        """Post a form to our server, signed for the public address, and return the status it answered."""
        assert self.app is not None
        there = urlsplit(url)
        path = there.path + (f"?{there.query}" if there.query else "")
        if there.path == "/whatsapp" and form.get("From", "").startswith("whatsapp:"):
            self.last_in[form["From"].removeprefix("whatsapp:")] = self.clock()
        signed = self._validator.compute_signature(f"{signed_for}{path}", form)
        headers = {b"X-Twilio-Signature": (signed if signature is None else signature).encode()}
        answer = await self.app.post(path, data=form, headers=httpx.Headers(headers))
        self.posted.append((path, form, answer.status_code))
        return answer.status_code

    def sent(self) -> list[Json]:
        """The messages that were taken."""
        return [call.fields for call in self.calls if call.path.endswith("/Messages.json") and call.status == 201]

    def made(self) -> list[Json]:
        """The Content resources that were made."""
        return [json.loads(json.dumps(call.fields)) for call in self.calls if call.path == "/v1/Content"]
