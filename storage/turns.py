"""What a turn leaves behind: the conversation, its questions, what is owed, what can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Conversation:
    """Where a chat stands. `state` is {} or {"dialog", "values", "asked", ...}: names, no objects or positions."""

    id: int
    address: int
    circle: int | None = None  # the circle last spoken of
    state: dict[str, Any] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)  # times (ISO, UTC) of wrong invitation codes
    lately: dict[str, Any] = field(default_factory=dict)  # the last wish: {"do", "values", "at", "after", "changed"}
    last_in_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True)
class Question:
    """The choices that one message offered. Each option is {"label", "do", "values"}: an intent ready to be done."""

    id: int
    address: int
    options: list[dict[str, Any]]
    asked_at: datetime
    outbox: int | None = None
    once: bool = True  # closed by the first answer
    dialog: str = ""  # the dialog whose slot it asks, or ""
    about: str = ""  # what it is about in a few words, to tell two open questions apart
    answered_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True)
class Change:
    """What one turn changed: `rows` are the images from before with the versions they expect now."""

    id: int
    person: int
    at: datetime
    what: str  # the message id that names it
    rows: list[dict[str, Any]]
    told: list[int]  # persons who had been told
    about: str = ""  # what they were told it was about, in words
    circle: int | None = None
    undone_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True)
class Owed:
    """One message that the program owes somebody."""

    id: int
    kind: str  # "reply", "notice", "reminder", ...
    due_at: datetime
    person: int | None = None  # proactive: goes to the preferred address when it goes
    address: int | None = None  # replies: goes back where the question came from
    lane: int | None = None  # who gets it, so that all of theirs goes in order: a person, or minus an address
    payload: dict[str, Any] = field(default_factory=dict)
    subject: int | None = None  # what a proactive message is rendered from, by kind
    edits: int | None = None  # the outbox row whose message this replaces in place
    useful_until: datetime | None = None
    dedupe_key: str | None = None
    claimed_until: datetime | None = None  # nobody takes it before: somebody is sending it, or it waits for another try
    attempts: int = 0
    provider_id: str | None = None
    sent_at: datetime | None = None
    error: str = ""  # why it will not be sent any more
    status: str = ""  # how it went since, where a channel tells: see storage/delivering.py
    urgency: int = 1  # 0 before 1 before 2: see storage/owing.py
    channel: str = ""  # where it will probably go, so that what is full holds up nothing else
