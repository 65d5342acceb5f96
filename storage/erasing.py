"""Forgetting somebody, and tidying what need not be kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from storage.base import Base
from storage.tables import (
    absences,
    addresses,
    changes,
    conversations,
    inbounds,
    log_entries,
    members,
    nevers,
    outbox,
    persons,
    questions,
)


class Erasing(Base):
    """What is gone for good."""

    def forget_person(self, person: int, name_instead: str) -> None:
        """Erase a person: addresses, conversation, name, what they wrote. Their past shifts stay, without a name.

        Comes after the services that free their future shifts and end their memberships.
        """
        run = self.connection.execute
        own_members = select(members.c.id).where(members.c.person == person)
        own_addresses = list(run(select(addresses.c.id).where(addresses.c.person == person)).scalars())
        run(delete(changes).where(changes.c.person == person))
        run(delete(absences).where(absences.c.person == person))
        run(delete(nevers).where(nevers.c.person == person))
        run(update(log_entries).where(log_entries.c.author.in_(own_members)).values(author=None, text=""))
        run(delete(outbox).where((outbox.c.person == person) | outbox.c.address.in_(own_addresses)))
        run(delete(questions).where(questions.c.address.in_(own_addresses)))
        run(update(conversations).where(conversations.c.address.in_(own_addresses)).values(state={}, circle=None))
        run(update(members).where(members.c.person == person).values(name=name_instead, person=None))
        # The bare addresses stay until `tidy`, so that a goodbye can still be said.
        run(update(addresses).where(addresses.c.id.in_(own_addresses)).values(person=None))
        run(delete(persons).where(persons.c.id == person))

    def tidy(self, before: datetime) -> None:
        """Erase what was received, said and asked before then: it has served."""
        run = self.connection.execute
        run(delete(questions).where(questions.c.asked_at < before))
        run(delete(changes).where(changes.c.at < before))
        run(delete(outbox).where(outbox.c.sent_at < before))
        run(delete(outbox).where((outbox.c.error != "") & (outbox.c.due_at < before)))
        run(delete(inbounds).where(inbounds.c.at < before))
        strangers = select(addresses.c.id).where(
            addresses.c.person.is_(None), addresses.c.declined_at.is_(None), addresses.c.last_in_at < before
        )
        run(delete(outbox).where(outbox.c.address.in_(strangers)))
        run(delete(conversations).where(conversations.c.address.in_(strangers)))
        run(delete(addresses).where(addresses.c.id.in_(strangers)))
