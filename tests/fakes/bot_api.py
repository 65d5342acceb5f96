"""A strict double of the Bot API, on loopback, with people who type and tap.

    with BotApi() as fake:
        fake.says("Piet", "hoi")                   # reaches the bot by polling, or by webhook once it has set one
        await fake.until(lambda: fake.seen("Piet"))
        fake.taps("Piet", "Ja")

Every call is checked (see bot_api_rules) and recorded in `calls`; what the rules refused is in `refused`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import socket
import struct
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.bot_api_rules import METHODS, Refusal, Upload, after_parsing, checked

Json = dict[str, Any]
TOKEN = "123456789:fake-token-for-tests-only_AAAAAAAAAA"
USERNAME = "zorgkring_test_bot"
BOT_ID = 123456789
GIVE_UP = 50  # attempts at one webhook delivery
NOBODY: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""In whose name an administrator speaks who stays anonymous."""
IN_A_GROUP = 20  # messages a minute; whether an edit is one is not said anywhere, so here it is


@dataclass
class Seen:
    """A message as a person sees it now."""

    id: int
    text: str
    buttons: list[list[str]] = field(default_factory=list)
    file: str = ""
    data: bytes = b""
    is_photo: bool = False
    edits: int = 0
    from_bot: bool = True
    date: int = 0
    markup: Json | None = None

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]


@dataclass(frozen=True)
class Call:
    """One call that the bot made, and what became of it."""

    method: str
    fields: Json
    status: int
    description: str = ""


@dataclass(frozen=True)
class Fault:
    """What a method answers instead of doing its work."""

    status: int = 200
    body: bytes = b""
    seconds: float = 0.0  # of silence first
    happens: bool = False  # does its work all the same, before it fails to say so


class BotApi:
    """The service, its people and their chats. Safe to use from another thread than it serves in."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.calls: list[Call] = []
        self.refused: list[Call] = []
        self.webhook: Json = {"url": ""}
        self.webhook_statuses: list[int] = []
        self.commands: list[Json] = []
        self.acknowledged: list[str] = []
        self.answers: dict[str, Json] = {}  # by tap: what was shown to who tapped
        self.privacy = False  # whether the bot hears in groups only what is meant for it
        self.group_commands: list[Json] = []
        self.stale_taps: set[str] = set()
        self._updates: deque[Json] = deque()
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._people: dict[str, Json] = {}
        self._groups: dict[str, Json] = {}
        self._chats: dict[int, list[Seen]] = {}
        self._closed: dict[int, Refusal] = {}
        self._said_at: defaultdict[int, deque[float]] = defaultdict(deque)
        self._taps: set[str] = set()
        self._numbers = itertools.count(500_000_001)
        self._ids = itertools.count(1001)
        self._reach: tuple[str, str] = ("", "")
        self._polling = 0
        self._lock = threading.RLock()
        self.address = ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._arrived = asyncio.Event()

    # Serving

    def __enter__(self) -> Self:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(128)  # so that nobody is turned away before the server is up
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        app = Starlette(routes=[Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"])])
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", loop="asyncio", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.should_exit = True
        self._server.force_exit = True

    @property
    def base_url(self) -> str:
        """What PTB's Bot(base_url=...) takes."""
        return f"{self.address}/bot"

    def _serve(self) -> None:
        async def both() -> None:
            self._loop = asyncio.get_running_loop()
            delivering = asyncio.create_task(self._deliver())
            await self._server.serve(sockets=[self._socket])
            delivering.cancel()

        asyncio.run(both())

    async def _answer(self, request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        fields: Json = {}
        try:
            fault = self._faults[method].popleft() if self._faults[method] else None
            if fault:
                await asyncio.sleep(fault.seconds)
                if not fault.happens:
                    self.calls.append(Call(method, {}, fault.status, "fault"))
                    return Response(fault.body, fault.status)
            if not re.fullmatch(r"\d+:[\w-]{20,}", token) or method not in METHODS:
                raise Refusal("Not Found", 404)
            if token != TOKEN:
                raise Refusal("Unauthorized", 401)
            given = await _fields(request)
            fields = dict(given)
            try:
                fields = checked(method, given)
            except Refusal as refusal:
                self.refused.append(Call(method, fields, refusal.code, refusal.description))
                raise
            if method == "getUpdates":
                result: Any = await self._get_updates(fields)
            else:
                with self._lock:
                    result = getattr(self, f"_{_snake(method)}")(fields)
        except Refusal as refusal:
            self.calls.append(Call(method, fields, refusal.code, refusal.description))
            body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
            if refusal.parameters:
                body["parameters"] = refusal.parameters
            return JSONResponse(body, refusal.code)
        self.calls.append(Call(method, fields, 200))
        if fault:
            return Response(fault.body, fault.status)
        return JSONResponse({"ok": True, "result": result})

    # What the methods do

    def _get_me(self, _: Json) -> Json:
        return _BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    async def _get_updates(self, fields: Json) -> list[Json]:
        if self.webhook["url"]:
            raise Refusal("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first", 409)
        self._polling += 1
        mine = self._polling
        offset, limit = fields.get("offset", 0), fields.get("limit", 100)
        with self._lock:
            if offset < 0:
                self._updates = deque(list(self._updates)[offset:])
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
        until = time.monotonic() + fields.get("timeout", 0)
        wanted = set(fields.get("allowed_updates", ()))
        while True:
            self._arrived.clear()
            if mine != self._polling:
                raise Refusal("Conflict: terminated by other getUpdates request; make sure that only one runs", 409)
            with self._lock:
                given = [u for u in self._updates if not wanted or wanted & u.keys()][:limit]
            left = until - time.monotonic()
            if given or left <= 0 or self._server.should_exit:
                return given
            try:
                await asyncio.wait_for(self._arrived.wait(), min(left, 0.05))
            except TimeoutError:
                continue

    def _set_webhook(self, fields: Json) -> bool:
        self.webhook = fields
        return True

    def _delete_webhook(self, fields: Json) -> bool:
        self.webhook = {"url": ""}
        if fields.get("drop_pending_updates"):
            self._updates.clear()
        return True

    def _get_webhook_info(self, _: Json) -> Json:
        return {
            "url": self.webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }

    def _set_my_commands(self, fields: Json) -> bool:
        scope = fields.get("scope", {"type": "default"})["type"]
        if scope == "all_group_chats":
            self.group_commands = fields["commands"]
        else:
            self.commands = fields["commands"]
        return True

    def _send_message(self, fields: Json) -> Json:
        return self._say(fields, after_parsing(fields["text"], fields.get("parse_mode", "")))

    def _send_document(self, fields: Json) -> Json:
        return self._send_file(fields, fields["document"], is_photo=False)

    def _send_photo(self, fields: Json) -> Json:
        _photo(fields["photo"].data)
        return self._send_file(fields, fields["photo"], is_photo=True)

    def _send_file(self, fields: Json, file: Upload, *, is_photo: bool) -> Json:
        if not file.data:
            raise Refusal("Bad Request: file must be non-empty")
        if len(file.data) > (10 if is_photo else 50) * 1024 * 1024:
            raise Refusal("Request Entity Too Large", 413)
        caption = after_parsing(fields.get("caption", ""), fields.get("parse_mode", ""))
        return self._say(fields, caption, file=file, is_photo=is_photo)

    def _say(self, fields: Json, text: str, *, file: Upload | None = None, is_photo: bool = False) -> Json:
        chat = self._chat(fields["chat_id"])
        self._in_time(chat)
        seen = Seen(next(self._ids), text, date=int(self.clock()), is_photo=is_photo)
        if file:
            seen.file, seen.data = file.name, file.data
        _press(seen, fields.get("reply_markup"))
        self._chats[chat["id"]].append(seen)
        return self._message(chat, seen)

    def _edit_message_text(self, fields: Json) -> Json:
        chat, seen = self._own_message(fields)
        if "text" not in fields:
            raise Refusal("Bad Request: message text is empty")
        if seen.file:
            raise Refusal("Bad Request: there is no text in the message to edit")
        return self._change(chat, seen, after_parsing(fields["text"], fields.get("parse_mode", "")), fields)

    def _edit_message_reply_markup(self, fields: Json) -> Json:
        chat, seen = self._own_message(fields)
        return self._change(chat, seen, seen.text, fields)

    def _own_message(self, fields: Json) -> tuple[Json, Seen]:
        if "chat_id" not in fields or "message_id" not in fields:
            raise Refusal("Bad Request: message identifier is not specified")
        chat = self._chat(fields["chat_id"])
        seen = next((s for s in self._chats[chat["id"]] if s.id == fields["message_id"]), None)
        if seen is None:
            raise Refusal("Bad Request: message to edit not found")
        if not seen.from_bot:
            raise Refusal("Bad Request: message can't be edited")
        self._in_time(chat)
        return chat, seen

    def _change(self, chat: Json, seen: Seen, text: str, fields: Json) -> Json:
        markup = fields.get("reply_markup")
        if (seen.text, seen.markup) == (text, markup):
            raise Refusal(
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message"
            )
        seen.text = text
        seen.edits += 1
        _press(seen, markup)
        return self._message(chat, seen)

    def _answer_callback_query(self, fields: Json) -> bool:
        query = fields["callback_query_id"]
        if query not in self._taps or query in self.stale_taps:
            raise Refusal("Bad Request: query is too old and response timeout expired or query ID is invalid")
        if "url" in fields and not re.fullmatch(
            rf"https://t\.me/{USERNAME}\?start=[A-Za-z0-9_-]{{1,64}}", fields["url"]
        ):
            raise Refusal("Bad Request: URL_INVALID")
        self.acknowledged.append(query)
        self.answers[query] = fields
        return True

    def _in_time(self, chat: Json) -> None:
        """Refuse what comes too fast for a group."""
        if chat["type"] == "private":
            return
        said, now = self._said_at[chat["id"]], self.clock()
        while said and said[0] <= now - 60:
            said.popleft()
        if len(said) >= IN_A_GROUP:
            wait = max(1, int(said[0] + 60 - now) + 1)
            raise Refusal(f"Too Many Requests: retry after {wait}", 429, retry_after=wait)
        said.append(now)

    def _chat(self, chat_id: int | str) -> Json:
        for chat in itertools.chain(map(_private, self._people.values()), self._groups.values()):
            if chat["id"] == chat_id and chat_id in self._chats:
                if chat_id in self._closed:
                    raise self._closed[chat_id]
                return chat
        raise Refusal("Bad Request: chat not found")

    def _message(self, chat: Json, seen: Seen) -> Json:
        message: Json = {"message_id": seen.id, "date": seen.date, "chat": chat, "from": _BOT}
        if seen.is_photo:
            size = {"file_id": "photo", "file_unique_id": "p", "width": 100, "height": 100}
            message |= {"photo": [size], "caption": seen.text}
        elif seen.file:
            message |= {
                "document": {"file_id": "document", "file_unique_id": "d", "file_name": seen.file},
                "caption": seen.text,
            }
        else:
            message["text"] = seen.text
        if seen.markup:
            message["reply_markup"] = seen.markup
        return message

    # Faults

    def floods(self, method: str, *, retry_after: int = 1, times: int = 1) -> None:
        """The next calls of the method come too fast."""
        body = {
            "ok": False,
            "error_code": 429,
            "description": f"Too Many Requests: retry after {retry_after}",
            "parameters": {"retry_after": retry_after},
        }
        self.fails(method, Fault(429, json.dumps(body).encode()), times=times)

    def breaks(self, method: str, *, status: int = 502, times: int = 1) -> None:
        """The service is down, as its proxy says it in HTML."""
        self.fails(method, Fault(status, b"<html><body>Bad Gateway</body></html>"), times=times)

    def babbles(self, method: str, body: bytes = b"\x00garbage", *, times: int = 1) -> None:
        """A success by its status, and no answer of the Bot API."""
        self.fails(method, Fault(200, body), times=times)

    def hangs(self, method: str, *, seconds: float, happens: bool = False, times: int = 1) -> None:
        """Silence; with `happens` the work is done all the same."""
        self.fails(method, Fault(504, seconds=seconds, happens=happens), times=times)

    def fails(self, method: str, fault: Fault, *, times: int = 1) -> None:
        self._faults[method].extend([fault] * times)

    # People

    def person(self, name: str, **profile: Any) -> Json:
        """Somebody with this first name, made on first use. `profile` has fields of the Bot API's User."""
        with self._lock:
            if name not in self._people:
                number = 7001 + len(self._people)
                self._people[name] = {"id": number, "is_bot": False, "first_name": name, "language_code": "nl"}
            self._people[name] |= profile
            return self._people[name]

    def group(self, title: str) -> Json:
        """A group chat that the bot is in, made on first use."""
        with self._lock:
            if title not in self._groups:
                number = -1_000_000_001 - len(self._groups)
                self._groups[title] = {"id": number, "type": "supergroup", "title": title}
                self._chats[number] = []
            return self._groups[title]

    def chat_id(self, name: str) -> str:
        """Where a message to this person or group goes."""
        return str(self._groups[name]["id"] if name in self._groups else self.person(name)["id"])

    def says(self, name: str, text: str, *, group: str = "", **extra: Any) -> Json:
        """Somebody types. Returns the update."""
        return self.sends(name, group=group, text=text, **extra)

    def sends(self, name: str, *, group: str = "", **content: Any) -> Json:
        """Somebody sends anything: `content` has fields of the Bot API's Message."""
        with self._lock:
            message = self._from(name, group) | content
            seen = Seen(message["message_id"], message.get("text", ""), from_bot=False, date=message["date"])
            self._chats.setdefault(message["chat"]["id"], []).append(seen)
            if self.privacy and group and not _for_the_bot(message):
                return {"message": message}  # it never hears of it
            return self._arrives(message=message)

    def says_as_the_group(self, text: str, group: str) -> Json:
        """An administrator who stays anonymous types. Returns the update."""
        return self.sends("", group=group, text=text, sender_chat=self.group(group), **{"from": NOBODY})

    def edits(self, name: str, text: str, *, group: str = "") -> Json:
        """Somebody changes the last message they sent."""
        with self._lock:
            message = self._from(name, group)
            seen = [s for s in self._chats[message["chat"]["id"]] if not s.from_bot][-1]
            seen.text = text
            message |= {"message_id": seen.id, "date": seen.date, "edit_date": int(self.clock()), "text": text}
            return self._arrives(edited_message=message)

    def forwards(self, name: str, text: str) -> Json:
        origin = {"type": "hidden_user", "date": int(self.clock()), "sender_user_name": "Iemand"}
        return self.sends(name, text=text, forward_origin=origin)

    def sends_voice(self, name: str) -> Json:
        voice = {"file_id": "v", "file_unique_id": "v", "duration": 3, "mime_type": "audio/ogg"}
        return self.sends(name, voice=voice)

    def sends_photo(self, name: str, caption: str = "") -> Json:
        size = {"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}
        return self.sends(name, photo=[size], **({"caption": caption} if caption else {}))

    def sends_sticker(self, name: str) -> Json:
        sticker = {
            "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 512, "height": 512,
            "is_animated": False, "is_video": False, "emoji": "👍",
        }  # fmt: skip
        return self.sends(name, sticker=sticker)

    def sends_location(self, name: str) -> Json:
        return self.sends(name, location={"latitude": 52.09, "longitude": 5.12})

    def sends_document(self, name: str) -> Json:
        return self.sends(name, document={"file_id": "d", "file_unique_id": "d", "file_name": "brief.pdf"})

    def taps(self, name: str, label: str, *, group: str = "", message: int = 0) -> Json:
        """Somebody taps the newest button with this label, or that of the given message."""
        with self._lock:
            base = self._from(name, group)
            for seen in reversed(self._chats.get(base["chat"]["id"], [])):
                if (message and seen.id != message) or not seen.markup:
                    continue
                for button in (button for row in seen.markup["inline_keyboard"] for button in row):
                    if button["text"] == label:
                        return self.taps_data(name, button["callback_data"], seen.id, group=group)
        raise AssertionError(f"no button {label!r} in what {name} sees")

    def taps_data(self, name: str, data: str, message: int, *, group: str = "") -> Json:
        """A tap on a button that may be gone from the screen, as when two taps cross."""
        with self._lock:
            base = self._from(name, group)
            seen = next((s for s in self._chats.get(base["chat"]["id"], []) if s.id == message), None)
            shown = (
                self._message(base["chat"], seen)
                if seen
                else {"chat": base["chat"], "message_id": message, "date": 0}  # an InaccessibleMessage
            )
            query = str(4_000_000_000 + next(self._ids))
            self._taps.add(query)
            return self._arrives(
                callback_query={
                    "id": query,
                    "from": base["from"],
                    "message": shown,
                    "chat_instance": "-1",
                    "data": data,
                }
            )

    def blocks(self, name: str) -> Json:
        """Somebody stops the bot."""
        person = self.person(name)
        self._closed[person["id"]] = Refusal("Forbidden: bot was blocked by the user", 403)
        return self._door(name, "member", "kicked")

    def unblocks(self, name: str) -> Json:
        self._closed.pop(self.person(name)["id"], None)
        return self._door(name, "kicked", "member")

    def leaves_telegram(self, name: str) -> None:
        self._closed[self.person(name)["id"]] = Refusal("Forbidden: user is deactivated", 403)

    def removes_bot(self, name: str, group: str) -> Json:
        """Somebody takes the bot out of a group."""
        self._closed[self.group(group)["id"]] = Refusal("Forbidden: bot was kicked from the supergroup chat", 403)
        return self._door(name, "member", "kicked", group=group)

    def adds_bot(self, name: str, group: str) -> Json:
        """Somebody takes the bot into a group."""
        self._closed.pop(self.group(group)["id"], None)
        return self._door(name, "left", "member", group=group)

    def migrates(self, group: str, *, told: bool = False) -> tuple[int, int]:
        """The group becomes a supergroup: its old and new id. `told`: the bot hears so, from both."""
        old, new = self._migrates(group)
        if told:
            told_by: Json = {"message_id": next(self._ids), "date": int(self.clock()), "from": NOBODY}
            self._arrives(message=told_by | {"chat": self._groups[f"{group} (old)"], "migrate_to_chat_id": new})
            self._arrives(message=told_by | {"chat": self._groups[group], "migrate_from_chat_id": old})
        return old, new

    def _migrates(self, group: str) -> tuple[int, int]:
        with self._lock:
            old, new = self.group(group)["id"], self.group(group)["id"] - 500_000
            self._groups[f"{group} (old)"] = {"id": old, "type": "group", "title": group}
            self._closed[old] = Refusal(
                "Bad Request: group chat was upgraded to a supergroup chat", 400, migrate_to_chat_id=new
            )
            self._groups[group] = self._groups[group] | {"id": new}
            self._chats[new] = []
            return old, new

    def _door(self, name: str, before: str, after: str, *, group: str = "") -> Json:
        with self._lock:
            base = self._from(name, group)
            change = {
                "chat": base["chat"],
                "from": base["from"],
                "date": base["date"],
                "old_chat_member": {"user": _BOT, "status": before} | ({"until_date": 0} if before == "kicked" else {}),
                "new_chat_member": {"user": _BOT, "status": after} | ({"until_date": 0} if after == "kicked" else {}),
            }
            return self._arrives(my_chat_member=change)

    def _from(self, name: str, group: str) -> Json:
        person = self.person(name)
        chat = self.group(group) if group else _private(person)
        self._chats.setdefault(chat["id"], [])
        return {"message_id": next(self._ids), "date": int(self.clock()), "chat": chat, "from": person}

    def _arrives(self, **content: Json) -> Json:
        update: Json = {"update_id": next(self._numbers), **content}
        self.delivers(update)
        return update

    def delivers(self, update: Json) -> None:
        """Hand an update to the bot, or hand it over again."""
        with self._lock:
            self._updates.append(update)
        if self._loop and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._arrived.set)

    def reaches(self, public_url: str, address: str) -> None:
        """Where a webhook at `public_url` really is: the address of a server on loopback."""
        self._reach = (public_url, address)

    async def _deliver(self) -> None:
        """Post updates to the webhook one by one, each until it is taken."""
        async with httpx.AsyncClient(timeout=5) as client:
            attempts = 0
            while True:
                if not (self.webhook["url"] and self._updates and self._reach[0]):
                    await asyncio.sleep(0.01)
                    continue
                update = self._updates[0]
                public, address = self._reach
                headers = {}
                if "secret_token" in self.webhook:
                    headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook["secret_token"]
                try:
                    answer = await client.post(
                        self.webhook["url"].replace(public, address), json=update, headers=headers
                    )
                    status = answer.status_code
                except httpx.HTTPError:
                    status = 0
                self.webhook_statuses.append(status)
                attempts += 1
                if 200 <= status < 300 or attempts >= GIVE_UP:
                    attempts = 0
                    with self._lock:
                        self._updates.popleft()
                else:
                    await asyncio.sleep(0.02)

    # What people see

    def seen(self, name: str) -> list[Seen]:
        """What the bot said to this person or in this group, oldest first, as it stands there now."""
        return [seen for seen in self._chats.get(int(self.chat_id(name)), []) if seen.from_bot]

    def last(self, name: str) -> Seen:
        """The newest message of the bot."""
        seen = self.seen(name)
        assert seen, f"{name} has seen nothing"
        return seen[-1]

    @property
    def unconfirmed(self) -> list[int]:
        """The update ids that Telegram would still give again."""
        return [update["update_id"] for update in self._updates]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def until(self, happened: Callable[[], Any], *, seconds: float = 60.0) -> None:
        """Wait for something to come true, or fail."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, f"it did not happen within {seconds} s"
            await asyncio.sleep(0.005)


_BOT: Json = {"id": BOT_ID, "is_bot": True, "first_name": "Zorgkring", "username": USERNAME}


def _private(person: Json) -> Json:
    return {"id": person["id"], "type": "private", "first_name": person["first_name"]}


def _press(seen: Seen, markup: Json | None) -> None:
    seen.markup = markup
    seen.buttons = [[button["text"] for button in row] for row in markup["inline_keyboard"]] if markup else []


def _for_the_bot(message: Json) -> bool:
    """What a bot in privacy mode hears: commands for it, answers to it, and what Telegram itself says."""
    if "text" not in message:
        return any(key.startswith(("migrate", "new_chat", "left_chat")) for key in message)
    answered = message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID
    return answered or bool(re.match(rf"/\w+(@{USERNAME})?(\s|$)", message["text"]))


def _snake(method: str) -> str:
    return re.sub(r"([A-Z])", lambda found: "_" + found[1].lower(), method)


def _photo(data: bytes) -> None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise Refusal("Bad Request: PHOTO_INVALID_DIMENSIONS")
    elif not data.startswith(b"\xff\xd8\xff"):
        raise Refusal("Bad Request: IMAGE_PROCESS_FAILED")


async def _fields(request: Request) -> dict[str, str | Upload]:
    fields: dict[str, str | Upload] = dict(request.query_params)
    form = await request.form()
    uploads: dict[str, Upload] = {}
    for name, value in form.items():
        if isinstance(value, UploadFile):
            uploads[name] = Upload(value.filename or "", await value.read())
        else:
            fields[name] = value
    for name, given in fields.items():  # attach://part names another part of the body
        if isinstance(given, str) and given.startswith("attach://") and given[9:] in uploads:
            fields[name] = uploads.pop(given[9:])
    return fields | uploads
