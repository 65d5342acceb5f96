"""Reads one form post of Twilio into an Inbound. Media is never fetched: no answer of ours uses it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from bot.channels.telegram_updates import clean
from bot.messages import Inbound, Kind

_ADDRESS = re.compile(r"whatsapp:(\+[1-9][0-9]{6,14})")
_SID = re.compile(r"(SM|MM)[0-9a-fA-F]{32}")


def number_in(address: str) -> str:
    """The number of "whatsapp:+31612345678", "" where it is none."""
    found = _ADDRESS.fullmatch(address)
    return found[1] if found else ""


def is_sid(text: str) -> bool:
    """Whether this is a message's id."""
    return _SID.fullmatch(text) is not None


def read(form: Mapping[str, str], now: datetime) -> Inbound | None:
    """What one person did, or None for what is no message of a person. Never raises."""
    number, sid = number_in(form.get("From", "")), form.get("MessageSid", "")
    if not number or not is_sid(sid):
        return None
    kind, choice = _kind(form)
    text = form.get("ButtonText") or form.get("ListTitle") or form.get("Body", "")
    return Inbound(
        channel="whatsapp",
        chat=number,
        sender=number,
        name=_name(form.get("ProfileName", "")),
        external_id=sid,
        at=now,  # Twilio does not say when it was sent
        text=clean(text),
        kind=kind,
        choice=clean(choice),
        message=form.get("OriginalRepliedMessageSid", "") if choice else "",
    )


def _kind(form: Mapping[str, str]) -> tuple[Kind, str]:
    if choice := form.get("ButtonPayload") or form.get("ListId"):
        return Kind.TAP, choice
    if form.get("NumMedia", "0") not in ("", "0"):
        return _media(form.get("MediaContentType0", ""), form.get("MessageType", "")), ""
    if form.get("Latitude"):
        return Kind.LOCATION, ""
    if form.get("Forwarded") == "true" or form.get("FrequentlyForwarded") == "true":
        return Kind.FORWARDED, ""
    return (Kind.TEXT, "") if form.get("Body", "").strip() else (Kind.OTHER, "")


def _media(mime: str, message_type: str) -> Kind:
    if message_type == "sticker" or mime == "image/webp":
        return Kind.STICKER
    kind, _, _ = mime.partition("/")
    return {"audio": Kind.VOICE, "image": Kind.PHOTO}.get(kind, Kind.OTHER)


def _name(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in clean(text)).split())
