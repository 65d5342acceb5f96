"""What finds somebody for a shift: when people can, what they like, whom was asked, what is offered or lent."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to, version

absences = Table(
    "absence",
    metadata,
    id_(),
    to("person", "person"),
    Column("starts", UtcDateTime, nullable=False),
    Column("ends", UtcDateTime, nullable=False),
    Column("ended", Boolean, nullable=False),
    version(),
)

nevers = Table(
    "never",
    metadata,
    id_(),
    to("person", "person"),
    Column("weekdays", Json, nullable=False),
    Column("from_minute", Integer, nullable=False),
    Column("until_minute", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    version(),
)

wishes = Table(
    "wish",
    metadata,
    id_(),
    to("member", "member"),
    Column("kind", String(20), nullable=False),
    Column("about", String(60), nullable=False),
    Column("ended", Boolean, nullable=False),
    version(),
)

offers = Table(
    "offer",
    metadata,
    id_(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    to("assignment", "assignment"),
    Column("made_by", ForeignKey("member.id"), nullable=False, index=True),
    Column("to_member", ForeignKey("member.id"), index=True),
    Column("in_return", ForeignKey("assignment.id")),
    Column("until", UtcDateTime, nullable=False),
    Column("state", String(10), nullable=False),
    version(),
)

ask_rounds = Table(
    "ask_round",
    metadata,
    id_(),
    Column("circle", ForeignKey("circle.id"), nullable=False, unique=True),
    Column("on", Boolean, nullable=False),
    Column("rings", Json, nullable=False),
    Column("next_at", UtcDateTime, index=True),
    Column("wave", Integer, nullable=False),
    Column("given_up", Json, nullable=False),
    Column("told_at", UtcDateTime),
    version(),
)

asks = Table(
    "ask",
    metadata,
    id_(),
    Column("round", ForeignKey("ask_round.id"), nullable=False),
    to("member", "member"),
    Column("shifts", Json, nullable=False),
    Column("wave", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answer", String(10), nullable=False),
    version(),
    Index(None, "round", "at"),
)

loans = Table(
    "loan",
    metadata,
    id_(),
    to("circle", "circle"),
    to("shift", "shift"),
    to("circle", "organisation"),
    to("member", "by"),
    Column("volunteers", Json, nullable=False),
    Column("group", String(100), nullable=False),
    Column("people", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(10), nullable=False),
    version(),
)
