"""What the Bot API accepts, for the methods we use; a test holds this against the official list.

Stricter than Telegram in one way: a field it does not know is refused, where Telegram would ignore it in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

_TO_CHAT = {
    "chat_id": "Integer|String!",
    "message_thread_id": "Integer",
    "disable_notification": "Boolean",
    "protect_content": "Boolean",
    "reply_parameters": "ReplyParameters",
    "parse_mode": "String",
    "reply_markup": "InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply",
}
_EDIT = {
    "chat_id": "Integer|String",
    "message_id": "Integer",
    "inline_message_id": "String",
    "reply_markup": "InlineKeyboardMarkup",
}

METHODS: dict[str, dict[str, str]] = {
    "getMe": {},
    "getWebhookInfo": {},
    "getUpdates": {
        "offset": "Integer",
        "limit": "Integer",
        "timeout": "Integer",
        "allowed_updates": "Array of String",
    },
    "setWebhook": {
        "url": "String!",
        "ip_address": "String",
        "max_connections": "Integer",
        "allowed_updates": "Array of String",
        "drop_pending_updates": "Boolean",
        "secret_token": "String",
    },
    "deleteWebhook": {"drop_pending_updates": "Boolean"},
    "setMyCommands": {
        "commands": "Array of BotCommand!",
        "scope": "BotCommandScope",
        "language_code": "String",
    },
    "sendMessage": _TO_CHAT | {"text": "String!", "link_preview_options": "LinkPreviewOptions"},
    "sendDocument": _TO_CHAT
    | {"document": "InputFile|String!", "caption": "String", "disable_content_type_detection": "Boolean"},
    "sendPhoto": _TO_CHAT | {"photo": "InputFile|String!", "caption": "String"},
    "editMessageText": _EDIT | {"text": "String", "parse_mode": "String", "link_preview_options": "LinkPreviewOptions"},
    "editMessageReplyMarkup": _EDIT,
    "answerCallbackQuery": {
        "callback_query_id": "String!",
        "text": "String",
        "show_alert": "Boolean",
        "url": "String",
        "cache_time": "Integer",
    },
}
"""Method -> field -> its types, with ! where it is required."""

TYPES: dict[str, dict[str, str]] = {
    "InlineKeyboardMarkup": {"inline_keyboard": "Array of Array of InlineKeyboardButton!"},
    "InlineKeyboardButton": {"text": "String!", "callback_data": "String", "url": "String", "style": "String"},
    "LinkPreviewOptions": {"is_disabled": "Boolean", "url": "String", "show_above_text": "Boolean"},
    "ReplyParameters": {"message_id": "Integer!", "allow_sending_without_reply": "Boolean"},
    "BotCommand": {"command": "String!", "description": "String!"},
    "BotCommandScopeDefault": {"type": "String!"},
}
_ALIASES = {"BotCommandScope": "BotCommandScopeDefault"}
_NOT_USED = {"ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"}

LIMITS: dict[tuple[str, str], tuple[int, int, str]] = {
    ("sendMessage", "text"): (1, 4096, "characters"),
    ("editMessageText", "text"): (1, 4096, "characters"),
    ("sendDocument", "caption"): (0, 1024, "characters"),
    ("sendPhoto", "caption"): (0, 1024, "characters"),
    ("answerCallbackQuery", "text"): (0, 200, "characters"),
    ("InlineKeyboardButton", "callback_data"): (1, 64, "bytes"),
    ("BotCommand", "command"): (1, 32, "characters"),
    ("BotCommand", "description"): (1, 256, "characters"),
    ("setWebhook", "secret_token"): (1, 256, "characters"),
    ("setWebhook", "max_connections"): (1, 100, "value"),
    ("getUpdates", "limit"): (1, 100, "value"),
    ("setMyCommands", "commands"): (0, 100, "items"),
}

UPDATE_TYPES = {
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot",
}  # fmt: skip
_HTML_TAGS = {
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler",
}  # fmt: skip
_STYLES = {"danger", "success", "primary"}
_BUTTONS = 100
_BUTTONS_A_ROW = 8


class Refusal(Exception):
    """The answer to a call that does not keep the rules."""

    def __init__(self, description: str, code: int = 400, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass(frozen=True)
class Upload:
    """A file in a multipart body."""

    name: str
    data: bytes


def checked(method: str, fields: Mapping[str, str | Upload]) -> dict[str, Any]:
    """The call's fields as values, or a Refusal. A form carries everything but strings as JSON."""
    rules = METHODS[method]
    values = {name: _from_form(method, name, rules, value) for name, value in fields.items()}
    _require(method, rules, values)
    for name, value in values.items():
        _limits(method, name, value, str(values.get("parse_mode", "")))
    if "reply_markup" in values:
        _keyboard(values["reply_markup"])
    for name in values.get("allowed_updates", ()):
        if name not in UPDATE_TYPES:
            raise Refusal(f"Bad Request: unknown update type {name}")
    if method == "setWebhook":
        _webhook(values)
    if method == "setMyCommands":
        _commands(values["commands"])
    return values


def after_parsing(text: str, parse_mode: str) -> str:
    """The text as people see it: without markup, and trimmed as Telegram trims it."""
    if parse_mode == "HTML":
        reader = _Html()
        reader.feed(text)
        reader.close()
        if reader.open:
            raise Refusal(
                f"Bad Request: can't parse entities: Can't find end tag corresponding to start tag {reader.open[-1]}"
            )
        text = reader.text
    elif parse_mode:
        raise Refusal(
            "Bad Request: unsupported parse_mode"
        )  # Markdown: this double cannot count what it does not parse
    return text.strip()


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in _HTML_TAGS:
            raise Refusal(f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Refusal(f'Bad Request: can\'t parse entities: Unmatched end tag, found "{tag}"')

    def handle_data(self, data: str) -> None:
        self.text += data


def _from_form(method: str, name: str, rules: Mapping[str, str], value: str | Upload) -> Any:
    if name not in rules:
        raise Refusal(f'Bad Request: unknown field "{name}" in {method}')
    types = rules[name].rstrip("!").split("|")
    if isinstance(value, Upload):
        if "InputFile" not in types:
            raise Refusal(f'Bad Request: field "{name}" takes no file')
        return value
    if "InputFile" in types:
        raise Refusal("Bad Request: wrong file identifier/HTTP URL specified")  # we always send the file itself
    if "Integer" in types and re.fullmatch(r"-?\d{1,18}", value):
        return int(value)
    if "String" in types:
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Refusal("Bad Request: strings must be encoded in UTF-8") from None
        return value
    try:
        decoded = json.loads(value)
    except ValueError:
        raise Refusal(f'Bad Request: can\'t parse field "{name}" of {method}') from None
    if not any(_is(decoded, expected, f"{method}.{name}") for expected in types if expected not in _NOT_USED):
        raise Refusal(f'Bad Request: field "{name}" of {method} must be of type {" or ".join(types)}')
    return decoded


def _is(value: Any, expected: str, where: str) -> bool:
    if expected.startswith("Array of "):
        return isinstance(value, list) and all(_is(item, expected.removeprefix("Array of "), where) for item in value)
    match expected:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "String":
            return isinstance(value, str)
        case "Boolean":
            return isinstance(value, bool)
    expected = _ALIASES.get(expected, expected)
    if not isinstance(value, dict):
        return False
    rules = TYPES[expected]
    for name, inner in value.items():
        if name not in rules:
            raise Refusal(f'Bad Request: unknown field "{name}" in {expected} ({where})')
        if not any(_is(inner, kind, f"{where}.{name}") for kind in rules[name].rstrip("!").split("|")):
            raise Refusal(f'Bad Request: field "{name}" of {expected} must be of type {rules[name]}')
        _limits(expected, name, inner, "")
    _require(expected, rules, value)
    return True


def _require(owner: str, rules: Mapping[str, str], values: Mapping[str, Any]) -> None:
    for name, types in rules.items():
        if types.endswith("!") and name not in values:
            if (owner, name) in (("sendMessage", "text"), ("sendMessage", "chat_id")):
                raise Refusal(
                    "Bad Request: message text is empty" if name == "text" else "Bad Request: chat_id is empty"
                )
            raise Refusal(f'Bad Request: can\'t find field "{name}" of {owner}')


def _limits(owner: str, name: str, value: Any, parse_mode: str) -> None:
    if (owner, name) not in LIMITS:
        return
    least, most, counted = LIMITS[owner, name]
    match counted:
        case "characters":
            length = units(after_parsing(value, parse_mode))
        case "bytes":
            length = len(value.encode())
        case "items":
            length = len(value)
        case _:
            length = value
    if least <= length <= most:
        return
    match owner, name:
        case ("sendMessage" | "editMessageText", "text"):
            raise Refusal("Bad Request: message text is empty" if length == 0 else "Bad Request: message is too long")
        case (_, "caption"):
            raise Refusal("Bad Request: message caption is too long")
        case (_, "callback_data"):
            raise Refusal("Bad Request: BUTTON_DATA_INVALID")
        case ("BotCommand", "command"):
            raise Refusal("Bad Request: BOT_COMMAND_INVALID")
        case ("BotCommand", "description"):
            raise Refusal("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    raise Refusal(f'Bad Request: "{name}" of {owner} must have {least}-{most} {counted}')


def _keyboard(markup: Mapping[str, Any]) -> None:
    all_rows: list[list[dict[str, Any]]] = markup["inline_keyboard"]
    if sum(len(row) for row in all_rows) > _BUTTONS or any(not 1 <= len(row) <= _BUTTONS_A_ROW for row in all_rows):
        raise Refusal("Bad Request: REPLY_MARKUP_INVALID")
    for button in (button for row in all_rows for button in row):
        if not button["text"].strip():
            raise Refusal("Bad Request: can't parse inline keyboard button: Text of the button must be non-empty")
        if len({"callback_data", "url"} & button.keys()) != 1:
            raise Refusal(
                "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            )
        if button.get("style", "primary") not in _STYLES:
            raise Refusal("Bad Request: can't parse inline keyboard button: invalid button style specified")


def _webhook(values: Mapping[str, Any]) -> None:
    url = values["url"]
    if not url.startswith("https://"):
        raise Refusal("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    port = re.match(r"https://[^/:]+:(\d+)", url)
    if port and port[1] not in ("443", "80", "88", "8443"):
        raise Refusal("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", values.get("secret_token", "")):
        raise Refusal("Bad Request: secret token contains unallowed characters")


def _commands(commands: list[dict[str, str]]) -> None:
    if any(not re.fullmatch(r"[a-z0-9_]+", command["command"].removeprefix("/")) for command in commands):
        raise Refusal("Bad Request: BOT_COMMAND_INVALID")
