"""The care itself: what is to be done, when, by whom, and what was written down of it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, false, true

from storage.columns import Json, UtcDateTime
from storage.tables.base import id_, metadata, to, version

tasks = Table(
    "task",
    metadata,
    id_(),
    to("circle", "circle"),
    Column("what", String(200), nullable=False),
    Column("minutes", Integer, nullable=False),
    to("member", "made_by"),
    Column("note", Text, nullable=False),
    Column("people_needed", Integer, nullable=False),
    Column("at_home", Boolean, nullable=False),
    Column("critical", Boolean, nullable=False),
    Column("ask", Boolean, nullable=False, server_default=true()),
    version(),
)

series = Table(
    "series",
    metadata,
    id_(),
    to("task", "task"),
    Column("starts", UtcDateTime, nullable=False),
    Column("rule", String(300), nullable=False),
    to("member", "habit", nullable=True, index=False),
    Column("made_until", UtcDateTime),
    Column("without", Text, nullable=False, server_default=""),
    version(),
)

shifts = Table(
    "shift",
    metadata,
    id_(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    to("task", "task"),
    Column("series", ForeignKey("series.id"), nullable=False),
    Column("original_start", UtcDateTime, nullable=False),
    Column("start", UtcDateTime, nullable=False),
    Column("end", UtcDateTime, nullable=False),
    Column("what", String(200), nullable=False),
    Column("people_needed", Integer, nullable=False),
    Column("at_home", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("opened_at", UtcDateTime),
    Column("goes_on", Boolean, nullable=False, server_default=false()),
    version(),
    UniqueConstraint("series", "original_start"),
    Index(None, "circle", "start"),
)

assignments = Table(
    "assignment",
    metadata,
    id_(),
    to("shift", "shift"),
    to("member", "member"),
    Column("part", String(20), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("late_minutes", Integer, nullable=False),
    Column("overridden", Boolean, nullable=False),
    Column("people", Integer, nullable=False, server_default="1"),
    Column("taken_at", UtcDateTime),
    version(),
)

log_entries = Table(
    "log_entry",
    metadata,
    id_(),
    Column("circle", ForeignKey("circle.id"), nullable=False),
    Column("author", ForeignKey("member.id"), index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("shift", ForeignKey("shift.id")),
    Column("private", Boolean, nullable=False),
    version(),
    Index(None, "circle", "at"),
)

timesheets = Table(
    "timesheet",
    metadata,
    id_(),
    to("circle", "circle"),
    to("member", "member"),
    Column("month", String(7), nullable=False),
    Column("hours", Json, nullable=False),
    to("member", "signed_by"),
    Column("signed_at", UtcDateTime, nullable=False),
    version(),
)
