"""The tables. Column names are the fields of the dataclasses they hold."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from storage.columns import Json, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False)


def _to(table: str, name: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    # Nothing is deleted in cascade: forgetting a person is a sequence of its own (storage/erasing.py).
    return Column(name, ForeignKey(f"{table}.id"), nullable=nullable, index=index)


persons = Table(
    "person",
    metadata,
    _id(),
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
    _version(),
)

addresses = Table(
    "address",
    metadata,
    _id(),
    Column("channel", String(20), nullable=False),
    Column("chat", String(80), nullable=False),
    _to("person", "person", nullable=True),
    Column("declined_at", UtcDateTime),
    Column("unreachable", String(20), nullable=False),
    Column("last_in_at", UtcDateTime),
    _version(),
    UniqueConstraint("channel", "chat"),
)

circles = Table(
    "circle",
    metadata,
    _id(),
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
    _version(),
)

members = Table(
    "member",
    metadata,
    _id(),
    _to("circle", "circle"),
    Column("name", String(100), nullable=False),
    _to("person", "person", nullable=True),
    Column("role", String(20), nullable=False),
    Column("ring", String(20), nullable=False),
    Column("standing", String(20), nullable=False),
    Column("since", UtcDateTime),
    Column("left_at", UtcDateTime),
    _to("member", "voice", nullable=True),
    _version(),
)

invites = Table(
    "invite",
    metadata,
    _id(),
    _to("circle", "circle"),
    _to("member", "made_by"),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("ring", String(20), nullable=False),
    Column("role", String(20), nullable=False),
    _to("member", "member", nullable=True, index=False),
    Column("on_wall", Boolean, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    _version(),
)

pairings = Table(
    "pairing",
    metadata,
    _id(),
    _to("person", "person"),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    _version(),
)

tasks = Table(
    "task",
    metadata,
    _id(),
    _to("circle", "circle"),
    Column("what", String(200), nullable=False),
    Column("minutes", Integer, nullable=False),
    _to("member", "made_by"),
    Column("note", Text, nullable=False),
    Column("people_needed", Integer, nullable=False),
    Column("at_home", Boolean, nullable=False),
    Column("critical", Boolean, nullable=False),
    Column("ask", Boolean, nullable=False, server_default=true()),
    _version(),
)

series = Table(
    "series",
    metadata,
    _id(),
    _to("task", "task"),
    Column("starts", UtcDateTime, nullable=False),
    Column("rule", String(300), nullable=False),
    _to("member", "habit", nullable=True, index=False),
    Column("made_until", UtcDateTime),
    Column("without", Text, nullable=False, server_default=""),
    _version(),
)

shifts = Table(
    "shift",
    metadata,
    _id(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    _to("task", "task"),
    Column("series", ForeignKey("series.id"), nullable=False),
    Column("original_start", UtcDateTime, nullable=False),
    Column("start", UtcDateTime, nullable=False),
    Column("end", UtcDateTime, nullable=False),
    Column("what", String(200), nullable=False),
    Column("people_needed", Integer, nullable=False),
    Column("at_home", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("opened_at", UtcDateTime),
    _version(),
    UniqueConstraint("series", "original_start"),
    Index(None, "circle", "start"),
)

assignments = Table(
    "assignment",
    metadata,
    _id(),
    _to("shift", "shift"),
    _to("member", "member"),
    Column("part", String(20), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("late_minutes", Integer, nullable=False),
    Column("overridden", Boolean, nullable=False),
    Column("people", Integer, nullable=False, server_default="1"),
    Column("taken_at", UtcDateTime),
    _version(),
)

log_entries = Table(
    "log_entry",
    metadata,
    _id(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    Column("author", ForeignKey("member.id"), index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("shift", ForeignKey("shift.id")),
    Column("private", Boolean, nullable=False),
    _version(),
    Index(None, "circle", "at"),
)

absences = Table(
    "absence",
    metadata,
    _id(),
    _to("person", "person"),
    Column("starts", UtcDateTime, nullable=False),
    Column("ends", UtcDateTime, nullable=False),
    Column("ended", Boolean, nullable=False),
    _version(),
)

wishes = Table(
    "wish",
    metadata,
    _id(),
    _to("member", "member"),
    Column("kind", String(20), nullable=False),
    Column("about", String(60), nullable=False),
    Column("ended", Boolean, nullable=False),
    _version(),
)

nevers = Table(
    "never",
    metadata,
    _id(),
    _to("person", "person"),
    Column("weekdays", Json, nullable=False),
    Column("from_minute", Integer, nullable=False),
    Column("until_minute", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    _version(),
)

offers = Table(
    "offer",
    metadata,
    _id(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    _to("assignment", "assignment"),
    Column("made_by", ForeignKey("member.id"), nullable=False, index=True),
    Column("to_member", ForeignKey("member.id"), index=True),
    Column("in_return", ForeignKey("assignment.id")),
    Column("until", UtcDateTime, nullable=False),
    Column("state", String(10), nullable=False),
    _version(),
)

ask_rounds = Table(
    "ask_round",
    metadata,
    _id(),
    Column("circle", ForeignKey("circle.id"), nullable=False, unique=True),
    Column("on", Boolean, nullable=False),
    Column("rings", Json, nullable=False),
    Column("next_at", UtcDateTime, index=True),
    Column("wave", Integer, nullable=False),
    Column("given_up", Json, nullable=False),
    Column("told_at", UtcDateTime),
    _version(),
)

asks = Table(
    "ask",
    metadata,
    _id(),
    Column("round", ForeignKey("ask_round.id"), nullable=False),
    _to("member", "member"),
    Column("shifts", Json, nullable=False),
    Column("wave", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("answer", String(10), nullable=False),
    _version(),
    Index(None, "round", "at"),
)

contacts = Table(
    "contact",
    metadata,
    _id(),
    _to("circle", "circle"),
    Column("label", String(60), nullable=False),
    Column("number", String(60), nullable=False),
    _version(),
)

timesheets = Table(
    "timesheet",
    metadata,
    _id(),
    _to("circle", "circle"),
    _to("member", "member"),
    Column("month", String(7), nullable=False),
    Column("hours", Json, nullable=False),
    _to("member", "signed_by"),
    Column("signed_at", UtcDateTime, nullable=False),
    _version(),
)

cuts = Table(
    "cut",
    metadata,
    _id(),
    Column("month", String(7), nullable=False),
    Column("place", Integer, nullable=False),
    Column("circles", Json, nullable=False),
    Column("cut_at", UtcDateTime, nullable=False),
    _version(),
    UniqueConstraint("month", "place"),
)

loans = Table(
    "loan",
    metadata,
    _id(),
    _to("circle", "circle"),
    _to("shift", "shift"),
    _to("circle", "organisation"),
    _to("member", "by"),
    Column("volunteers", Json, nullable=False),
    Column("group", String(100), nullable=False),
    Column("people", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(10), nullable=False),
    _version(),
)

feeds = Table(
    "feed",
    metadata,
    _id(),
    _to("person", "person"),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    _to("circle", "circle", nullable=True),
    _version(),
)

jobs = Table(
    "job",
    metadata,
    _id(),
    Column("kind", String(20), nullable=False),
    _to("circle", "circle"),
    _to("person", "person"),
    Column("payload", Json, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("claimed_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("done_at", UtcDateTime, index=True),
    _version(),
)

groups = Table(
    "group_chat",
    metadata,
    _id(),
    Column("address", ForeignKey("address.id"), nullable=False, unique=True),
    Column("title", String(100), nullable=False),
    _to("circle", "circle", nullable=True),
    _to("member", "tied_by", nullable=True),
    Column("code", String(20), nullable=False),
    Column("message", String(40), nullable=False),
    Column("board", Json, nullable=False),
    Column("posted_at", UtcDateTime),
    _version(),
)

# The turn's own.

conversations = Table(
    "conversation",
    metadata,
    _id(),
    Column("address", ForeignKey("address.id"), nullable=False, unique=True),
    Column("circle", Integer, index=True),
    Column("state", Json, nullable=False),
    Column("guesses", Json, nullable=False),
    Column("last_in_at", UtcDateTime),
    _version(),
)

questions = Table(
    "question",
    metadata,
    _id(),
    _to("address", "address"),
    Column("options", Json, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("outbox", Integer, index=True),
    Column("once", Boolean, nullable=False),
    Column("dialog", String(40), nullable=False),
    Column("about", String(80), nullable=False),
    Column("answered_at", UtcDateTime),
    _version(),
)

changes = Table(
    "change",
    metadata,
    _id(),
    _to("person", "person"),
    Column("circle", Integer, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("what", String(60), nullable=False),
    Column("rows", Json, nullable=False),
    Column("told", Json, nullable=False),
    Column("about", Text, nullable=False),
    Column("undone_at", UtcDateTime),
    _version(),
)

inbounds = Table(
    "inbound",
    metadata,
    _id(),
    Column("channel", String(20), nullable=False),
    Column("external_id", String(120), nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    UniqueConstraint("channel", "external_id"),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("kind", String(30), nullable=False),
    _to("person", "person", nullable=True),
    _to("address", "address", nullable=True),
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

consents = Table(
    "consent",
    metadata,
    _id(),
    _to("address", "address"),
    Column("at", UtcDateTime, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("text", String(200), nullable=False),
)

message_counts = Table(
    "message_count",
    metadata,
    _id(),
    Column("month", String(7), nullable=False),
    Column("circle", Integer, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("count", Integer, nullable=False),
    UniqueConstraint("month", "circle", "channel", "kind"),
)
