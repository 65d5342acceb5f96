"""What is owed, how fast it goes, and what it came to."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, UniqueConstraint

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to

outbox = Table(
    "outbox",
    metadata,
    id_(),
    Column("kind", String(30), nullable=False),
    to("person", "person", nullable=True),
    to("address", "address", nullable=True),
    Column("lane", Integer),
    Column("edits", Integer),
    Column("payload", Json, nullable=False),
    Column("subject", Integer),
    Column("due_at", UtcDateTime, nullable=False),
    Column("useful_until", UtcDateTime),
    Column("dedupe_key", String(120), unique=True),
    Column("claimed_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("provider_id", String(400)),
    Column("sent_at", UtcDateTime),
    Column("error", String(30), nullable=False),
    Column("status", String(12), nullable=False, server_default=""),
    Column("urgency", Integer, nullable=False, server_default="1"),
    Column("channel", String(20), nullable=False, server_default=""),
)
Index(
    "ix_outbox_announced",
    outbox.c.address,
    sqlite_where=outbox.c.status == "announced",
    postgresql_where=outbox.c.status == "announced",
)
# What is still owed, in the order it is due. Sent rows are not in it: a tick costs the same with a million rows.
Index(
    "ix_outbox_owed",
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
    postgresql_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
)
Index(
    "ix_outbox_next",
    outbox.c.channel,
    outbox.c.urgency,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
    postgresql_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
)
Index(
    "ix_outbox_lane",
    outbox.c.lane,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
    postgresql_where=outbox.c.sent_at.is_(None) & (outbox.c.error == ""),
)
Index("ix_outbox_kind_subject", outbox.c.kind, outbox.c.subject)

# How fast the channels are spoken to: a row for each channel, and for a while one for each chat that got something.
paces = Table(
    "pace",
    metadata,
    Column("key", String(60), primary_key=True),
    Column("times", Json, nullable=False),  # seconds since 1970, see scheduling/pace.py
    Column("until", UtcDateTime, nullable=False, index=True),
)

message_counts = Table(
    "message_count",
    metadata,
    id_(),
    Column("month", String(7), nullable=False),
    Column("circle", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("count", Integer, nullable=False),
    UniqueConstraint("month", "circle", "channel", "kind"),
)
