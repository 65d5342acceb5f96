"""The outbox: what the program owes people, and what of it is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, delete, func, insert, select, update

from storage.base import Base
from storage.tables import outbox
from storage.turns import Owed

CLAIM = timedelta(minutes=1)
"""How long one sender has a row to itself; a dead one's rows come free after it."""


class Owing(Base):
    """What is owed."""

    def owe(self, kind: str, due_at: datetime, /, **fields: Any) -> int | None:
        """Owe somebody a message and return its row; None where the same is owed already (`dedupe_key`)."""
        key = fields.get("dedupe_key")
        if key is not None:
            there = self.connection.execute(select(outbox.c.id).where(outbox.c.dedupe_key == key)).scalar()
            if there is not None:
                return None
        row = {"kind": kind, "due_at": due_at, "attempts": 0, "error": "", "payload": {}, **fields}
        key_of = self.connection.execute(insert(outbox).values(**row)).inserted_primary_key
        assert key_of is not None
        return int(key_of[0])

    def unowe(self, kinds: Iterable[str], subject: int, person: int | None = None) -> None:
        """Take back what is not sent yet of these kinds about this subject (for this person alone where given)."""
        query = delete(outbox).where(
            outbox.c.kind.in_(list(kinds)), outbox.c.subject == subject, outbox.c.sent_at.is_(None)
        )
        self.connection.execute(query if person is None else query.where(outbox.c.person == person))

    def claim_due(self, now: datetime, limit: int) -> list[Owed]:
        """Take what is due for this sender, in the order it is due. Several senders never take the same row."""
        free = outbox.c.claimed_until.is_(None) | (outbox.c.claimed_until <= now)
        due = (
            select(outbox.c.id)
            .where(outbox.c.sent_at.is_(None), outbox.c.error == "", outbox.c.due_at <= now, free)
            .order_by(outbox.c.due_at, outbox.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        taken = (
            update(outbox)
            .where(outbox.c.id.in_(due.scalar_subquery()))
            .values(claimed_until=now + CLAIM)
            .returning(outbox)
        )
        rows = self.connection.execute(taken).mappings().all()
        owed = [Owed(**row) for row in rows]
        return sorted(owed, key=lambda one: (one.due_at, one.id))

    def next_due(self) -> datetime | None:
        """When the next message that is not sent yet can be taken."""
        free_at = case((outbox.c.claimed_until > outbox.c.due_at, outbox.c.claimed_until), else_=outbox.c.due_at)
        query = select(func.min(free_at)).where(outbox.c.sent_at.is_(None), outbox.c.error == "")
        return self.connection.execute(query).scalar()

    def sent(self, owed: int, provider_id: str, now: datetime) -> None:
        """It is delivered."""
        self._settle(owed, sent_at=now, provider_id=provider_id, claimed_until=None)

    def failed(self, owed: int, reason: str) -> None:
        """It will not be delivered, for this reason (a fixed word)."""
        self._settle(owed, error=reason, claimed_until=None)

    def again(self, owed: int, due_at: datetime, attempts: int) -> None:
        """It could not be delivered just now: try again then."""
        self._settle(owed, due_at=due_at, attempts=attempts, claimed_until=None)

    def rendered(self, owed: int, payload: dict[str, Any], address: int) -> None:
        """Keep what a proactive message came to say, for the edit after a tap."""
        self._settle(owed, payload=payload, address=address)

    def provider_id_of(self, owed: int) -> str | None:
        """The channel's own id of a message that was sent."""
        return self.connection.execute(select(outbox.c.provider_id).where(outbox.c.id == owed)).scalar()

    def drop_for(self, person: int, reason: str) -> None:
        """Nothing more goes to this person."""
        query = update(outbox).where(outbox.c.person == person, outbox.c.sent_at.is_(None))
        self.connection.execute(query.values(error=reason))

    def overdue(self, now: datetime) -> int:
        """How many messages are past the moment until which they were useful."""
        query = select(func.count()).where(
            outbox.c.sent_at.is_(None), outbox.c.error == "", outbox.c.useful_until < now
        )
        return self.connection.execute(query).scalar_one()

    def _settle(self, owed: int, **fields: Any) -> None:
        self.connection.execute(update(outbox).where(outbox.c.id == owed).values(**fields))
