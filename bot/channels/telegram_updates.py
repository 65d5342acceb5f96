"""Reads one Telegram update, as JSON gives it, into an Inbound.

From the JSON itself and not through PTB's objects: that is many times cheaper (`python -m benchmarks.bare_handler`
prints both), and one odd update cannot spoil the batch it came in.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from bot.messages import Inbound, Kind

Json = dict[str, Any]

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The update types we ask Telegram for."""

_GROUPS = {"group", "supergroup"}
_WORDLESS = {
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "photo": Kind.PHOTO,
    "live_photo": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "venue": Kind.LOCATION,
    "location": Kind.LOCATION,
} | dict.fromkeys(
    ("animation", "checklist", "contact", "dice", "document", "game", "giveaway", "invoice", "paid_media", "poll",
     "rich_message", "story", "video", "video_note"),
    Kind.OTHER,
)  # fmt: skip
_DOOR = (Kind.BLOCKED, Kind.UNBLOCKED)
_OUTSIDE = {"left", "kicked"}
_INSIDE = {"member", "administrator", "restricted"}
_COMMAND_FOR = re.compile(r"/(\w+)@(\w+)(?=\s|$)")


def read(update: Any, *, username: str, now: datetime) -> Inbound | None:
    """What one person did, or None for what asks no answer (a pinned message, another bot, junk). Never raises.

    `username` is the bot's own, without @; `now` stands in where Telegram gives no time, as with a tap.
    """
    try:
        return _read(update, username, now)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError):
        return None  # not a shape of the Bot API


def callback_id(update: Any) -> str:
    """The id by which a tap is acknowledged, "" where the update is no tap. Never raises."""
    callback = update.get("callback_query") if isinstance(update, dict) else None
    found = callback.get("id") if isinstance(callback, dict) else None
    return found if isinstance(found, str) else ""


def update_id(update: Any) -> int | None:
    """The number that getUpdates counts by, None where there is none. Never raises."""
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _read(update: Json, username: str, now: datetime) -> Inbound | None:
    number = update_id(update)
    if number is None:
        return None
    if "message" in update:
        return _message(update["message"], number, username)
    if "callback_query" in update:
        return _tap(update["callback_query"], number, now)
    if "edited_message" in update:
        return _edited(update["edited_message"], number, username)
    if "my_chat_member" in update:
        return _door(update["my_chat_member"], number)
    return None


def _message(message: Json, number: int, username: str) -> Inbound | None:
    if "migrate_to_chat_id" in message or "migrate_from_chat_id" in message:
        return _moved(message, number)
    if "forward_origin" in message:
        return _written(message, number, username, Kind.FORWARDED, message["date"])
    if "text" in message:
        return _written(message, number, username, Kind.TEXT, message["date"])
    for content, kind in _WORDLESS.items():
        if content in message:
            caption = clean(message.get("caption") or "")
            return _inbound(message, number, at=_time(message["date"]), kind=kind, text=caption)
    return None


def _edited(message: Json, number: int, username: str) -> Inbound | None:
    # A live location "edits" its message every few seconds; only changed words are worth an answer.
    if "text" not in message:
        return None
    return _written(message, number, username, Kind.EDITED, message.get("edit_date") or message["date"])


def _written(message: Json, number: int, username: str, kind: Kind, date: int) -> Inbound | None:
    said = clean(message.get("text") or message.get("caption") or "")
    text = _to_us(said, username)
    if text is None:
        return None
    ours = (message.get("reply_to_message") or {}).get("from", {}).get("username", "").lower() == username.lower()
    addressed = message["chat"]["type"] in _GROUPS and (text != said or (ours and username != ""))
    return _inbound(message, number, at=_time(date), kind=kind, text=text, addressed=addressed)


def _moved(message: Json, number: int) -> Inbound:
    """A group became a supergroup, as its old self says it or its new one: often by nobody in particular."""
    here = int(message["chat"]["id"])
    old, new = int(message.get("migrate_from_chat_id", here)), int(message.get("migrate_to_chat_id", here))
    title = _one_line(message["chat"].get("title", "")) or str(new)
    at = _time(message["date"])
    return Inbound("telegram", str(old), str(old), "", str(number), at, str(new), Kind.MOVED, group=title)


def _tap(callback: Json, number: int, now: datetime) -> Inbound | None:
    message, choice, tap = callback["message"], clean(callback["data"]), str(callback["id"])
    return _inbound(
        {"from": callback["from"], "chat": message["chat"]},
        number,
        at=now,
        kind=Kind.TAP,
        text=_label(message, choice),
        choice=choice,
        message=str(message["message_id"]),
        tap=tap,
    )


def _label(message: Json, choice: str) -> str:
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        for button in row:
            if button.get("callback_data") == choice:
                return clean(button["text"])
    return ""  # the message is too old for Telegram to show it


def _door(change: Json, number: int) -> Inbound | None:
    before, after = change["old_chat_member"]["status"], change["new_chat_member"]["status"]
    if before in _INSIDE and after in _OUTSIDE:
        kind = Kind.BLOCKED
    elif before in _OUTSIDE and after in _INSIDE:
        kind = Kind.UNBLOCKED
    else:
        return None
    return _inbound(change, number, at=_time(change["date"]), kind=kind)


def _inbound(
    source: Json,
    number: int,
    *,
    at: datetime,
    kind: Kind,
    text: str = "",
    choice: str = "",
    message: str = "",
    tap: str = "",
    addressed: bool = False,
) -> Inbound | None:
    person, chat = source["from"], source["chat"]
    in_group = chat["type"] in _GROUPS
    if not (in_group or chat["type"] == "private"):
        return None
    # Who writes as the group itself, or as a channel, shows nobody; and of a door it does not matter who is at it.
    if in_group and ("sender_chat" in source or (person.get("is_bot") and kind in _DOOR)):
        person = {"id": chat["id"]}
    if person.get("is_bot"):
        return None
    return Inbound(
        channel="telegram",
        chat=str(int(chat["id"])),
        sender=str(int(person["id"])),
        name=_name(person),
        external_id=str(number),
        at=at,
        text=text,
        kind=kind,
        choice=choice,
        message=message,
        group=(_one_line(chat["title"]) or str(int(chat["id"]))) if in_group else "",
        addressed=addressed,
        tap=tap,
    )


def _name(person: Json) -> str:
    """The first name, as people call each other; the last where there is no first."""
    return _one_line(person.get("first_name", "")) or _one_line(person.get("last_name", ""))


def _one_line(text: str) -> str:
    """Without line breaks, control characters and the marks that turn the reading direction."""
    if text.isalnum():
        return text
    return " ".join("".join(c if c.isprintable() else " " for c in clean(text)).split())


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def clean(text: str) -> str:
    """Without what a database cannot keep: NUL, and halves of surrogate pairs."""
    if text.isascii():
        return text.replace("\0", "")
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _to_us(text: str, username: str) -> str | None:
    """The words without the bot's own name, as groups add it; None where a command is meant for another bot."""
    if not username or "@" not in text:
        return text
    if command := _COMMAND_FOR.match(text):
        if command[2].lower() != username.lower():
            return None
        return f"/{command[1]}{text[command.end() :]}"
    mention, _, rest = text.partition(" ")
    if mention.rstrip(",:").lower() == f"@{username.lower()}":
        return rest.strip()
    return text
