"""What crosses the boundary between the program and a channel, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

VIEW = "view"
"""The Choice.id of a button that brings the rest of what a channel let us say only in short."""


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
    UNBLOCKED = "unblocked"  # or, of a group: we were taken into it
    MOVED = "moved"  # a group goes by another id from now on: `text`


@dataclass(frozen=True)
class Inbound:
    """One thing that arrived from one person."""

    channel: str  # "telegram", "whatsapp", "page", "terminal"
    chat: str  # where an answer goes, in the channel's own terms
    sender: str  # the person's address on that channel; that of the chat where it is a group's and shows nobody
    name: str  # display name, or "" where the channel has none
    external_id: str  # unique within the channel: the same id twice is the same message
    at: datetime  # aware; when the channel says it was sent
    text: str = ""
    kind: Kind = Kind.TEXT
    choice: str = ""  # with TAP: the Choice.id that was offered
    message: str = ""  # with TAP: the channel's own id of the message that bore the button
    group: str = ""  # the chat's title where it is a group, "" in private
    addressed: bool = False  # in a group: said to us by name, or as an answer to what we said
    tap: str = ""  # with TAP: by which an answer can be shown on the screen of who tapped


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
    variables: tuple[str, ...] = ()  # what the template's places are filled with, each one line


@dataclass(frozen=True)
class Outgoing:
    """One reply on its way to one chat."""

    chat: str
    reply: Reply
    edits: str = ""  # the channel's id of an earlier message that this replaces in place
    in_window: bool = True  # whether the channel lets us speak freely now; else only by `reply.template`
    plain: bool = False  # buttons were refused before: say it without
    or_nothing: bool = False  # where `edits` is not there any more, nothing is said instead
    tap: str = ""  # shown to who made this tap, on their screen alone, for a moment
    alert: bool = False  # with `tap`: until they close it
    link: str = ""  # with `tap`: the private chat that opens
    owed: int = 0  # the outbox row, by which a channel that hears later how it went reports it; 0 for none


@dataclass(frozen=True)
class Receipt:
    """What a channel heard later about a message that it took."""

    owed: int  # the outbox row
    provider_id: str  # of the part that it is about
    status: str  # "sent", "delivered", "read" or "failed"
    error: DeliveryError | None = None  # with "failed"


class DeliveryError(Exception):
    """A channel could not deliver. Permanent: blocked or gone. Else try again, after `retry_after` seconds if given."""

    def __init__(
        self, reason: str, *, permanent: bool = False, retry_after: float | None = None, moved_to: str = ""
    ) -> None:
        super().__init__(reason)
        # A fixed word: "blocked", "gone", "stopped", "flood", "server", "timeout", "refused", "window", "template",
        # "content" (its buttons), "token" (the host's keys), "moved" (the chat has another id: `moved_to`).
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
        self.moved_to = moved_to
