"""Queries about conversations, their open questions, and what can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.base import Base
from storage.ready import Ready
from storage.tables import addresses, changes, conversations, inbounds, questions
from storage.turns import Change, Conversation, Question

_ARRIVALS = {
    dialect: Ready(module.insert(inbounds).on_conflict_do_nothing(), keys=("channel", "external_id", "at"))
    for dialect, module in (("postgresql", postgresql), ("sqlite", sqlite))
}
_CONVERSATION_AT = Ready(select(conversations).where(conversations.c.address == bindparam("at")), Conversation)
_CONVERSATIONS_OF = Ready(
    select(conversations)
    .join(addresses, addresses.c.id == conversations.c.address)
    .where(addresses.c.person == bindparam("person"))
    .order_by(conversations.c.last_in_at.desc(), conversations.c.id),
    Conversation,
)
_QUESTIONS_SINCE = Ready(
    select(questions)
    .where(
        questions.c.address.in_(bindparam("addresses", expanding=True)),
        questions.c.asked_at >= bindparam("since"),
    )
    .order_by(questions.c.id.desc())
    .limit(30),
    Question,
)
_QUESTION_OF = Ready(
    select(questions).where(questions.c.outbox == bindparam("owed"), questions.c.address == bindparam("at")), Question
)
_SAME_PERSON = select(addresses.c.person).where(addresses.c.id == bindparam("at")).scalar_subquery()
_CLOSE = Ready(
    update(questions)
    .where(
        (questions.c.address == bindparam("at"))
        | questions.c.address.in_(select(addresses.c.id).where(addresses.c.person == _SAME_PERSON)),
        questions.c.dialog == bindparam("of"),
        questions.c.answered_at.is_(None),
    )
    .values(version=questions.c.version + 1),
    keys=("answered_at",),
)
_NEWEST_CHANGE = Ready(
    select(changes)
    .where(changes.c.person == bindparam("of"), changes.c.undone_at.is_(None), changes.c.at >= bindparam("since"))
    .order_by(changes.c.id.desc())
    .limit(1),
    Change,
)


class Asking(Base):
    """Where every chat stands."""

    def is_new(self, channel: str, external_id: str, now: datetime) -> bool:
        """Record that this message arrived; False where it had arrived before."""
        arrival = _ARRIVALS[self.link.dialect.name]
        return self._run(arrival, channel=channel, external_id=external_id, at=now).rowcount == 1

    def conversation_at(self, address: int) -> Conversation | None:
        """The conversation of an address."""
        return self._one(_CONVERSATION_AT, at=address)

    def conversations_of(self, person: int) -> list[Conversation]:
        """The conversations of a person, one at each address."""
        return self._every(_CONVERSATIONS_OF, person=person)

    def questions_since(self, addresses: Iterable[int], since: datetime) -> list[Question]:
        """What was offered at these addresses since then, the newest first, answered or not."""
        return self._every(_QUESTIONS_SINCE, addresses=list(addresses), since=since)

    def question_of(self, owed: int, address: int) -> Question | None:
        """The question that a proactive message already asked here, where it is sent again."""
        return self._one(_QUESTION_OF, owed=owed, at=address)

    def close_questions(self, address: int, dialog: str, now: datetime) -> None:
        """Close what a dialog asked here, or at another address of the same person: it has gone on."""
        self._run(_CLOSE, at=address, of=dialog, answered_at=now)

    def newest_change(self, person: int, since: datetime) -> Change | None:
        """The last thing this person did that is not undone yet."""
        return self._one(_NEWEST_CHANGE, of=person, since=since)
