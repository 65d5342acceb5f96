"""Forgetting somebody, and tidying what need not be kept."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from scheduling.people import Member, Person, Standing
from storage.base import Base
from storage.groups import BOARD
from storage.tables import (
    absences,
    addresses,
    ask_rounds,
    asks,
    assignments,
    changes,
    circles,
    consents,
    contacts,
    conversations,
    feeds,
    groups,
    inbounds,
    invites,
    jobs,
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

FORGOTTEN = "forgotten"
"""Why an address is unreachable whose person asked to be forgotten: it goes in the night."""


class Erasing(Base):
    """What is gone for good."""

    def forget_stranger(self, address: int) -> None:
        """Erase what was said at an address whose person did not agree; the address itself stays."""
        run = self.connection.execute
        run(delete(questions).where(questions.c.address == address))
        run(delete(outbox).where(outbox.c.address == address))
        run(update(conversations).where(conversations.c.address == address).values(state={}, circle=None, lately={}))

    def forget_person(self, person: int, name_instead: str) -> None:
        """Erase a person: addresses, conversation, name, what they wrote. Their past shifts stay, without a name.

        Comes after the services that free their future shifts and end their memberships. Versions are raised, so that
        nobody's undo brings anything back. Others' messages are kept for a while: the name goes there too.
        """
        run = self.connection.execute
        known_as = [self.get(Person, person).name]
        own = self._all(Member, select(members).where(members.c.person == person))
        known_as += [member.name for member in own]
        for circle in {member.circle for member in own}:
            self._rename_in_passing(circle, person, known_as, name_instead)
        for circle in {member.circle for member in own}:
            run(
                delete(contacts).where(
                    contacts.c.circle == circle, func.lower(contacts.c.label).in_([n.lower() for n in known_as])
                )
            )
        own_members = [member.id for member in own]
        own_addresses = list(run(select(addresses.c.id).where(addresses.c.person == person)).scalars())
        run(delete(changes).where(changes.c.person == person))
        run(delete(absences).where(absences.c.person == person))
        run(delete(nevers).where(nevers.c.person == person))
        run(delete(wishes).where(wishes.c.member.in_(own_members)))
        run(delete(feeds).where(feeds.c.person == person))
        run(delete(pairings).where(pairings.c.person == person))
        run(delete(jobs).where(jobs.c.person == person))
        run(
            update(log_entries)
            .where(log_entries.c.author.in_(own_members))
            .values(author=None, text="", version=log_entries.c.version + 1)
        )
        run(delete(outbox).where((outbox.c.person == person) | outbox.c.address.in_(own_addresses)))
        run(delete(questions).where(questions.c.address.in_(own_addresses)))
        run(delete(consents).where(consents.c.address.in_(own_addresses)))
        run(
            update(conversations)
            .where(conversations.c.address.in_(own_addresses))
            .values(state={}, circle=None, guesses=[], lately={})
        )
        run(
            update(members)
            .where(members.c.person == person)
            .values(name=name_instead, person=None, standing=Standing.LEFT, version=members.c.version + 1)
        )
        # The bare addresses stay until the night (`tidy`), so that a goodbye can still be said.
        run(
            update(addresses)
            .where(addresses.c.id.in_(own_addresses))
            .values(person=None, unreachable=FORGOTTEN, version=addresses.c.version + 1)
        )
        run(delete(persons).where(persons.c.id == person))

    def _rename_in_passing(self, circle: int, person: int, known_as: list[str], name_instead: str) -> None:
        """Take the name out of what others of this circle were sent, were asked and can undo."""
        run = self.connection.execute
        names = "|".join(re.escape(name) for name in sorted(set(known_as), key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

        def scrubbed(kept: Any) -> Any:
            if isinstance(kept, str):
                return pattern.sub(name_instead, kept)
            if isinstance(kept, list):
                return [scrubbed(one) for one in kept]
            if isinstance(kept, dict):
                return {key: scrubbed(value) for key, value in kept.items()}
            return kept

        others = select(members.c.person).where(
            members.c.circle == circle, members.c.person.is_not(None), members.c.person != person
        )
        theirs = select(addresses.c.id).where(addresses.c.person.in_(others))
        for table, mine, columns in (
            (outbox, outbox.c.person.in_(others) | outbox.c.address.in_(theirs), ("payload",)),
            (questions, questions.c.address.in_(theirs), ("options", "about")),
            (conversations, conversations.c.address.in_(theirs), ("state", "lately")),
            (changes, changes.c.person.in_(others), ("rows", "about")),
        ):
            fields = [table.c[column] for column in columns]
            for row in run(select(table.c.id, *fields).where(mine)).mappings().all():
                kept = {column: row[column] for column in columns}
                clean = {column: scrubbed(value) for column, value in kept.items()}
                if clean != kept:  # by who read it before, it is not written back
                    raised = {"version": table.c.version + 1} if "version" in table.c else {}
                    run(update(table).where(table.c.id == row["id"]).values(**clean, **raised))

    def erase_circle(self, circle: int) -> None:
        """Erase a circle that nobody is in any more, with all that was planned and written in it."""
        run = self.connection.execute
        of_circle = {
            table: select(table.c.id).where(table.c.circle == circle)
            for table in (members, tasks, shifts, invites, groups)
        }
        run(update(conversations).where(conversations.c.circle == circle).values(circle=None))
        run(delete(changes).where(changes.c.circle == circle))
        run(delete(log_entries).where(log_entries.c.circle == circle))
        run(delete(contacts).where(contacts.c.circle == circle))
        run(delete(feeds).where(feeds.c.circle == circle))
        due = select(assignments.c.id).where(assignments.c.shift.in_(of_circle[shifts]))
        run(delete(outbox).where(outbox.c.kind.in_(("reminder", "checkout")), outbox.c.subject.in_(due)))
        run(delete(asks).where(asks.c.member.in_(of_circle[members])))
        run(delete(wishes).where(wishes.c.member.in_(of_circle[members])))
        run(delete(ask_rounds).where(ask_rounds.c.circle == circle))
        run(delete(offers).where(offers.c.circle == circle))
        run(delete(jobs).where(jobs.c.circle == circle))
        run(delete(timesheets).where(timesheets.c.circle == circle))
        run(delete(outbox).where(outbox.c.kind == BOARD, outbox.c.subject.in_(of_circle[groups])))
        run(delete(groups).where(groups.c.circle == circle))
        run(delete(loans).where((loans.c.circle == circle) | (loans.c.organisation == circle)))
        run(delete(assignments).where(assignments.c.shift.in_(of_circle[shifts])))
        run(delete(shifts).where(shifts.c.circle == circle))
        run(delete(series).where(series.c.task.in_(of_circle[tasks])))
        run(delete(tasks).where(tasks.c.circle == circle))
        run(delete(invites).where(invites.c.circle == circle))
        run(delete(members).where(members.c.circle == circle))
        run(delete(circles).where(circles.c.id == circle))

    def tidy(self, before: datetime) -> None:
        """Erase what was received, said and asked before then: it has served."""
        run = self.connection.execute
        run(delete(questions).where(questions.c.asked_at < before))
        run(delete(changes).where(changes.c.at < before))
        run(delete(outbox).where(outbox.c.sent_at < before))
        run(delete(outbox).where((outbox.c.error != "") & (outbox.c.due_at < before)))
        run(delete(inbounds).where(inbounds.c.at < before))
        run(delete(pairings).where(pairings.c.expires_at < before))
        run(delete(jobs).where(jobs.c.done_at < before))
        strangers = select(addresses.c.id).where(
            addresses.c.person.is_(None),
            addresses.c.declined_at.is_(None),
            (addresses.c.last_in_at < before) | (addresses.c.unreachable == FORGOTTEN),
            addresses.c.id.not_in(select(groups.c.address)),
        )
        run(delete(questions).where(questions.c.address.in_(strangers)))
        run(delete(outbox).where(outbox.c.address.in_(strangers)))
        run(delete(conversations).where(conversations.c.address.in_(strangers)))
        run(delete(consents).where(consents.c.address.in_(strangers)))
        run(delete(addresses).where(addresses.c.id.in_(strangers)))
