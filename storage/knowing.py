"""Everything that is kept about somebody, as it is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.sql import ColumnElement

from storage.base import Base
from storage.tables import (
    absences,
    addresses,
    asks,
    assignments,
    changes,
    circles,
    consents,
    conversations,
    feeds,
    invites,
    loans,
    log_entries,
    members,
    nevers,
    offers,
    outbox,
    pairings,
    persons,
    questions,
    series,
    shifts,
    tasks,
    timesheets,
    wishes,
)

_SECRET = ("code_hash", "token_hash")


class Knowing(Base):
    """What we know of whom."""

    def everything_about(self, person: int) -> dict[str, list[dict[str, Any]]]:
        """Every row of every table that is about this person, by table; times as ISO, ready for JSON."""
        own = select(members.c.id).where(members.c.person == person)
        at = select(addresses.c.id).where(addresses.c.person == person)
        on = select(assignments.c.shift).where(assignments.c.member.in_(own))
        parts: tuple[tuple[Table, ColumnElement[bool]], ...] = (
            (persons, persons.c.id == person),
            (addresses, addresses.c.person == person),
            (members, (members.c.person == person) | members.c.voice.in_(own)),
            (circles, circles.c.id.in_(select(members.c.circle).where(members.c.person == person))),
            (assignments, assignments.c.member.in_(own)),
            (shifts, shifts.c.id.in_(on)),
            (tasks, tasks.c.made_by.in_(own)),
            (series, series.c.habit.in_(own)),
            (absences, absences.c.person == person),
            (nevers, nevers.c.person == person),
            (wishes, wishes.c.member.in_(own) & wishes.c.ended.is_(False)),
            (feeds, feeds.c.person == person),
            (pairings, pairings.c.person == person),
            (offers, offers.c.made_by.in_(own) | offers.c.to_member.in_(own)),
            (asks, asks.c.member.in_(own)),
            (timesheets, timesheets.c.member.in_(own) | timesheets.c.signed_by.in_(own)),
            (loans, loans.c.by.in_(own)),
            (log_entries, log_entries.c.author.in_(own)),
            (invites, invites.c.made_by.in_(own)),
            (consents, consents.c.address.in_(at)),
            (conversations, conversations.c.address.in_(at)),
            (questions, questions.c.address.in_(at)),
            (changes, changes.c.person == person),
            (outbox, (outbox.c.person == person) | outbox.c.address.in_(at)),
        )
        return {
            table.name: [
                {name: _plain(value) for name, value in row.items() if name not in _SECRET}
                for row in self.connection.execute(select(table).where(which).order_by(table.c.id)).mappings()
            ]
            for table, which in parts
        }


def _plain(value: Any) -> Any:
    """As JSON holds it. Files that were sent are named, not held again: one that holds everything would double."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict) and "files" in value:
        return {**value, "files": [file.get("name", "") for file in value["files"]]}
    return value
