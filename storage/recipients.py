"""Who gets what is owed, and where: for many messages at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from scheduling.people import Address, Person
from storage.base import Base
from storage.rows import read
from storage.tables import addresses, persons
from storage.turns import Owed

_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_PERSONS = select(persons).where(persons.c.id.in_(_IDS))
_THEIRS = select(addresses).where(addresses.c.person.in_(_IDS))
_THERE = select(addresses).where(addresses.c.id.in_(_IDS))
NOBODY_THERE = ("blocked", "gone")


@dataclass(frozen=True)
class Recipient:
    """Who gets a message (None: only the address is known), and where they can be reached, the preferred one first."""

    person: Person | None
    ways: tuple[Address, ...]


class Recipients(Base):
    """Two or three statements, however many messages there are."""

    def recipients(self, rows: Sequence[Owed]) -> dict[int, Recipient]:
        """By row: answers go back where they were asked, the rest to where their person wants it."""
        people = {one.id: one for one in self._with(Person, _PERSONS, {row.person for row in rows})}
        theirs: defaultdict[int | None, list[Address]] = defaultdict(list)
        for address in self._with(Address, _THEIRS, set(people)):
            theirs[address.person].append(address)
        there = {one.id: one for one in self._with(Address, _THERE, {r.address for r in rows if r.person is None})}
        found = {}
        for row in rows:
            if row.person is None:
                back = None if row.address is None else there.get(row.address)
                ways = () if back is None or back.unreachable in NOBODY_THERE else (back,)
                found[row.id] = Recipient(None, ways)
            else:
                person = people[row.person]
                usable = [address for address in theirs[row.person] if not address.unreachable]
                found[row.id] = Recipient(person, tuple(sorted(usable, key=lambda one: _rank(one, person))))
        return found

    def _with(self, kind: Any, query: Any, ids: set[int | None]) -> list[Any]:
        known = sorted(one for one in ids if one is not None)
        return [read(kind, row) for row in self.connection.execute(query, {"ids": known})] if known else []


def _rank(address: Address, person: Person) -> tuple[bool, float, int]:
    """The preferred one first, then the latest spoken from."""
    spoken = 0.0 if address.last_in_at is None else address.last_in_at.timestamp()
    return address.id != person.address, -spoken, -address.id
