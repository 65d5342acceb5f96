"""Queries about what people can and cannot do: absences, weekly hours, offers, and what they did lately."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select

from scheduling.availability import Absence, Never
from scheduling.care import Part, Shift, ShiftState
from scheduling.wishes import Wish
from storage.base import Base
from storage.tables import absences, assignments, members, nevers, shifts, wishes


class Plans(Base):
    """Who can when."""

    def absences_of(self, person: int, start: datetime, end: datetime) -> list[Absence]:
        """When a person is away between these."""
        query = select(absences).where(
            absences.c.person == person,
            absences.c.ended.is_(False),
            absences.c.ends > start,
            absences.c.starts < end,
        )
        return self._all(Absence, query.order_by(absences.c.starts))

    def nevers_of(self, person: int) -> list[Never]:
        """The weekly hours that never suit a person."""
        query = select(nevers).where(nevers.c.person == person, nevers.c.ended.is_(False))
        return self._all(Never, query.order_by(nevers.c.id))

    def wishes_of(self, circle: int) -> list[Wish]:
        """What the members of a circle can and like to do."""
        query = select(wishes).join(members, members.c.id == wishes.c.member)
        query = query.where(members.c.circle == circle, wishes.c.ended.is_(False))
        return self._all(Wish, query.order_by(wishes.c.id))

    def shifts_of_person(self, person: int, start: datetime, end: datetime) -> list[Shift]:
        """The shifts a person does in every circle, that end after `start` and begin before `end`."""
        firm = (Part.CLAIMED, Part.CONFIRMED, Part.THERE, Part.DONE, Part.WANTS_OUT)
        query = (
            select(shifts)
            .join(assignments, assignments.c.shift == shifts.c.id)
            .join(members, members.c.id == assignments.c.member)
            .where(
                members.c.person == person,
                assignments.c.part.in_(firm),
                shifts.c.state == ShiftState.PLANNED,
                shifts.c.end > start,
                shifts.c.start < end,
            )
            .distinct()
        )
        return self._all(Shift, query.order_by(shifts.c.start))

    def minutes_by_member(self, circle: int, start: datetime, end: datetime) -> dict[int, int]:
        """How many minutes each member did or will do between these; nobody who did nothing."""
        firm = (Part.CLAIMED, Part.CONFIRMED, Part.THERE, Part.DONE)
        query = (
            select(assignments.c.member, shifts.c.start, shifts.c.end, assignments.c.people)
            .join(shifts, shifts.c.id == assignments.c.shift)
            .where(
                shifts.c.circle == circle,
                shifts.c.state == ShiftState.PLANNED,
                shifts.c.start >= start,
                shifts.c.start < end,
                assignments.c.part.in_(firm),
            )
        )
        total: dict[int, int] = defaultdict(int)
        for member, begins, ends, people in self.connection.execute(query):
            total[member] += people * int((ends - begins).total_seconds() // 60)
        return dict(total)
