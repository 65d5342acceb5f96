"""The turn's own: what was heard, what was asked, what changed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to, version

conversations = Table(
    "conversation",
    metadata,
    id_(),
    Column("address", ForeignKey("address.id"), nullable=False, unique=True),
    Column("circle", Integer, index=True),
    Column("state", Json, nullable=False),
    Column("guesses", Json, nullable=False),
    Column("lately", Json, nullable=False),
    Column("last_in_at", UtcDateTime),
    version(),
)

questions = Table(
    "question",
    metadata,
    id_(),
    to("address", "address"),
    Column("options", Json, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("outbox", Integer, index=True),
    Column("once", Boolean, nullable=False),
    Column("dialog", String(40), nullable=False),
    Column("about", String(80), nullable=False),
    Column("answered_at", UtcDateTime),
    version(),
)

changes = Table(
    "change",
    metadata,
    id_(),
    to("person", "person"),
    Column("circle", Integer, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("what", String(60), nullable=False),
    Column("rows", Json, nullable=False),
    Column("told", Json, nullable=False),
    Column("about", Text, nullable=False),
    Column("undone_at", UtcDateTime),
    version(),
)

inbounds = Table(
    "inbound",
    metadata,
    id_(),
    Column("channel", String(20), nullable=False),
    Column("external_id", String(120), nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    UniqueConstraint("channel", "external_id"),
)
