"""What crosses the boundary between the program and a channel, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What somebody sent. TEXT, EDITED and FORWARDED carry words, a photo or document its caption where it has one."""

    TEXT = "text"
    TAP = "tap"  # a button
    EDITED = "edited"  # an earlier message, changed afterwards
    FORWARDED = "forwarded"
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    LOCATION = "location"
    OTHER = "other"  # a document, a contact, a poll, ...
    BLOCKED = "blocked"  # the person closed the door: send nothing more
    UNBLOCKED = "unblocked"


@dataclass(frozen=True)
class Inbound:
    """One thing that arrived from one person."""

    channel: str  # "telegram", "whatsapp", "page", "terminal"
    chat: str  # where an answer goes, in the channel's own terms
    sender: str  # the person's address on that channel
    name: str  # display name, or "" where the channel has none
    external_id: str  # unique within the channel: the same id twice is the same message
    at: datetime  # aware; when the channel says it was sent
    text: str = ""
    kind: Kind = Kind.TEXT
    choice: str = ""  # with TAP: the Choice.id that was offered
    message: str = ""  # with TAP: the channel's own id of the message that bore the button
    group: str = ""  # the chat's title where it is a group, "" in private


@dataclass(frozen=True)
class Choice:
    """One button. The label has at most 20 characters, the id at most 64 bytes (limits of WhatsApp and Telegram)."""

    label: str
    id: str


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a reply."""

    name: str  # "rooster.ics"
    mime: str  # "text/calendar"
    data: bytes


@dataclass(frozen=True)
class Reply:
    """What the program says, before a channel renders it."""

    text: str  # plain text: a channel escapes what its own markup needs
    choices: tuple[Choice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    template: str = ""  # the approved template that may carry it outside WhatsApp's window


@dataclass(frozen=True)
class Outgoing:
    """One reply on its way to one chat."""

    chat: str
    reply: Reply
    edits: str = ""  # the channel's id of an earlier message that this replaces in place


class DeliveryError(Exception):
    """A channel could not deliver. Permanent: blocked or gone. Else try again, after `retry_after` seconds if given."""

    def __init__(self, reason: str, *, permanent: bool = False, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason  # a fixed word: "blocked", "flood", "server", "timeout", "refused"
        self.permanent = permanent
        self.retry_after = retry_after
