"""What leaves the chat: family groups, live calendars, long work, and sums over many circles."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, UniqueConstraint

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to, version

groups = Table(
    "group_chat",
    metadata,
    id_(),
    Column("address", ForeignKey("address.id"), nullable=False, unique=True),
    Column("title", String(100), nullable=False),
    to("circle", "circle", nullable=True),
    to("member", "tied_by", nullable=True),
    Column("code", String(20), nullable=False),
    Column("message", String(40), nullable=False),
    Column("board", Json, nullable=False),
    Column("posted_at", UtcDateTime),
    version(),
)

feeds = Table(
    "feed",
    metadata,
    id_(),
    to("person", "person"),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    to("circle", "circle", nullable=True),
    version(),
)

jobs = Table(
    "job",
    metadata,
    id_(),
    Column("kind", String(20), nullable=False),
    to("circle", "circle"),
    to("person", "person"),
    Column("payload", Json, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("claimed_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("done_at", UtcDateTime, index=True),
    version(),
)

cuts = Table(
    "cut",
    metadata,
    id_(),
    Column("month", String(7), nullable=False),
    Column("place", Integer, nullable=False),
    Column("circles", Json, nullable=False),
    Column("cut_at", UtcDateTime, nullable=False),
    version(),
    UniqueConstraint("month", "place"),
)
