"""Queries about conversations, their open questions, and what can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.base import Base
from storage.tables import addresses, changes, conversations, inbounds, questions
from storage.turns import Change, Conversation, Question

_ARRIVALS = {
    dialect: module.insert(inbounds).on_conflict_do_nothing().returning(inbounds.c.id)
    for dialect, module in (("postgresql", postgresql), ("sqlite", sqlite))
}
_CONVERSATION_AT = select(conversations).where(conversations.c.address == bindparam("address"))
_CONVERSATIONS_OF = (
    select(conversations)
    .join(addresses, addresses.c.id == conversations.c.address)
    .where(addresses.c.person == bindparam("person"))
    .order_by(conversations.c.last_in_at.desc(), conversations.c.id)
)
_QUESTIONS_SINCE = (
    select(questions)
    .where(
        questions.c.address.in_(bindparam("addresses", expanding=True)),
        questions.c.asked_at >= bindparam("since"),
    )
    .order_by(questions.c.id.desc())
    .limit(30)
)
_QUESTION_OF = select(questions).where(
    questions.c.outbox == bindparam("owed"), questions.c.address == bindparam("address")
)


class Asking(Base):
    """Where every chat stands."""

    def is_new(self, channel: str, external_id: str, now: datetime) -> bool:
        """Record that this message arrived; False where it had arrived before."""
        arrival = {"channel": channel, "external_id": external_id, "at": now}
        # Not by rowcount: psycopg says -1 where a row comes back.
        return self.connection.execute(_ARRIVALS[self.connection.dialect.name], arrival).scalar() is not None

    def conversation_at(self, address: int) -> Conversation | None:
        """The conversation of an address."""
        return self._first(Conversation, _CONVERSATION_AT, address=address)

    def conversations_of(self, person: int) -> list[Conversation]:
        """The conversations of a person, one at each address."""
        return self._all(Conversation, _CONVERSATIONS_OF, person=person)

    def questions_since(self, addresses: Iterable[int], since: datetime) -> list[Question]:
        """What was offered at these addresses since then, the newest first, answered or not."""
        return self._all(Question, _QUESTIONS_SINCE, addresses=list(addresses), since=since)

    def question_of(self, owed: int, address: int) -> Question | None:
        """The question that a proactive message already asked here, where it is sent again."""
        return self._first(Question, _QUESTION_OF, owed=owed, address=address)

    def close_questions(self, address: int, dialog: str, now: datetime) -> None:
        """Close what a dialog asked here, or at another address of the same person: it has gone on."""
        own = select(addresses.c.person).where(addresses.c.id == address).scalar_subquery()
        same = select(addresses.c.id).where(addresses.c.person == own)
        self.connection.execute(
            update(questions)
            .where(
                (questions.c.address == address) | questions.c.address.in_(same),
                questions.c.dialog == dialog,
                questions.c.answered_at.is_(None),
            )
            .values(answered_at=now, version=questions.c.version + 1)
        )

    def newest_change(self, person: int, since: datetime) -> Change | None:
        """The last thing this person did that is not undone yet."""
        query = select(changes).where(changes.c.person == person, changes.c.undone_at.is_(None), changes.c.at >= since)
        return self._first(Change, query.order_by(changes.c.id.desc()).limit(1))
