"""Who there is: persons and where they are reached, circles and who is in them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, UniqueConstraint

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to, version

persons = Table(
    "person",
    metadata,
    id_(),
    Column("name", String(100), nullable=False),
    Column("agreed_at", UtcDateTime, nullable=False),
    Column("formal", Boolean, nullable=False),
    Column("zone", String(40), nullable=False),
    Column("quiet_from", Integer, nullable=False),
    Column("quiet_until", Integer, nullable=False),
    Column("remind_before", Json, nullable=False),
    Column("address", Integer),
    Column("muted", Json, nullable=False),
    Column("times", Json, nullable=False, server_default="{}"),
    version(),
)

addresses = Table(
    "address",
    metadata,
    id_(),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    to("person", "person", nullable=True),
    Column("declined_at", UtcDateTime),
    Column("unreachable", String(20), nullable=False),
    Column("last_in_at", UtcDateTime),
    version(),
    UniqueConstraint("channel", "chat"),
)

circles = Table(
    "circle",
    metadata,
    id_(),
    Column("recipient", String(100), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("kinship", String(40), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("state", String(10), nullable=False),
    Column("kind", String(20), nullable=False, server_default="care"),
    Column("coordinator_sees", Json, nullable=False, server_default='["open", "hours"]'),
    Column("gives", String(200), nullable=False, server_default=""),
    Column("night_weight", Integer, nullable=False, server_default="150"),
    Column("weekend_weight", Integer, nullable=False, server_default="125"),
    Column("region", String(10), nullable=False, server_default=""),
    version(),
)

members = Table(
    "member",
    metadata,
    id_(),
    to("circle", "circle"),
    Column("name", String(100), nullable=False),
    to("person", "person", nullable=True),
    Column("role", String(20), nullable=False),
    Column("ring", String(20), nullable=False),
    Column("standing", String(20), nullable=False),
    Column("since", UtcDateTime),
    Column("left_at", UtcDateTime),
    to("member", "voice", nullable=True),
    version(),
)

invites = Table(
    "invite",
    metadata,
    id_(),
    to("circle", "circle"),
    to("member", "made_by"),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("ring", String(20), nullable=False),
    Column("role", String(20), nullable=False),
    to("member", "member", nullable=True, index=False),
    Column("on_wall", Boolean, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    version(),
)

pairings = Table(
    "pairing",
    metadata,
    id_(),
    to("person", "person"),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    version(),
)

contacts = Table(
    "contact",
    metadata,
    id_(),
    to("circle", "circle"),
    Column("label", String(60), nullable=False),
    Column("number", String(60), nullable=False),
    version(),
)

consents = Table(
    "consent",
    metadata,
    id_(),
    to("address", "address"),
    Column("at", UtcDateTime, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("text", String(200), nullable=False),
)
