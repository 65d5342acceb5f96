"""Queries about what people can and cannot do: absences, weekly hours, offers, and what they did lately."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, select, update

from scheduling.availability import Absence, Never
from scheduling.care import DOES, HOLDS, Assignment, Part, Shift, ShiftState
from scheduling.wishes import Wish
from storage.base import Base
from storage.columns import UtcDateTime
from storage.ready import Ready
from storage.tables import absences, assignments, members, nevers, shifts, wishes

_ABSENCES_OF = Ready(
    select(absences)
    .where(absences.c.person == bindparam("of"), absences.c.ended.is_(False))
    .where(absences.c.ends > bindparam("from"), absences.c.starts < bindparam("until"))
    .order_by(absences.c.starts),
    Absence,
)
_NEVERS_OF = Ready(
    select(nevers).where(nevers.c.person == bindparam("of"), nevers.c.ended.is_(False)).order_by(nevers.c.id), Never
)
_SHIFTS_OF_PERSON = Ready(
    select(shifts)
    .join(assignments, assignments.c.shift == shifts.c.id)
    .join(members, members.c.id == assignments.c.member)
    .where(
        members.c.person == bindparam("of"),
        assignments.c.part.in_((*DOES, Part.WANTS_OUT)),
        shifts.c.state == ShiftState.PLANNED,
        shifts.c.end > bindparam("from"),
        shifts.c.start < bindparam("until"),
    )
    .distinct()
    .order_by(shifts.c.start),
    Shift,
)
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_does, _who = assignments.alias("does"), members.alias("who")
_ON_IT = select(_who.c.person).join(_does, _does.c.member == _who.c.id)
_MARKED = (
    select(assignments)
    .join(members, members.c.id == assignments.c.member)
    .join(shifts, shifts.c.id == assignments.c.shift)
    .where(
        assignments.c.overridden.is_(True),
        assignments.c.part.in_(HOLDS),
        shifts.c.state == ShiftState.PLANNED,
        shifts.c.end > bindparam("now", type_=UtcDateTime),
    )
)
# by the table of what changed
_MARKED_BY = {
    table: Ready(_MARKED.where(members.c.person.in_(whose)), Assignment)
    for table, whose in {
        "assignment": _ON_IT.where(_does.c.id.in_(_IDS)),
        "shift": _ON_IT.where(_does.c.shift.in_(_IDS)),
        "absence": select(absences.c.person).where(absences.c.id.in_(_IDS)),
        "never": select(nevers.c.person).where(nevers.c.id.in_(_IDS)),
    }.items()
}
_UNMARK = Ready(update(assignments).where(assignments.c.id == bindparam("row")).values(overridden=False))


class Plans(Base):
    """Who can when."""

    def absences_of(self, person: int, start: datetime, end: datetime) -> list[Absence]:
        """When a person is away between these."""
        return self._every(_ABSENCES_OF, **{"of": person, "from": start, "until": end})

    def nevers_of(self, person: int) -> list[Never]:
        """The weekly hours that never suit a person."""
        return self._every(_NEVERS_OF, of=person)

    def wishes_of(self, circle: int) -> list[Wish]:
        """What the members of a circle can and like to do."""
        query = select(wishes).join(members, members.c.id == wishes.c.member)
        query = query.where(members.c.circle == circle, wishes.c.ended.is_(False))
        return self._all(Wish, query.order_by(wishes.c.id))

    def shifts_of_person(self, person: int, start: datetime, end: datetime) -> list[Shift]:
        """The shifts a person does in every circle, that end after `start` and begin before `end`."""
        return self._every(_SHIFTS_OF_PERSON, **{"of": person, "from": start, "until": end})

    def marked_of_those(self, changed: Mapping[str, Sequence[int]], now: datetime) -> list[Assignment]:
        """What is marked as clashing, and ahead, of the persons whom these assignments, shifts, absences or nevers of
        theirs (ids by table) are about."""
        found = [one for table, ids in changed.items() for one in self._every(_MARKED_BY[table], ids=ids, now=now)]
        return sorted({one.id: one for one in found}.values(), key=lambda one: one.id)

    def unmark(self, assignment: Assignment) -> None:
        """Nothing is in the way of it any more. Its version stays: what was done about it can be undone as before."""
        self._run(_UNMARK, row=assignment.id)
        self._remember("assignment", assignment.id, {"overridden": True}, assignment.version)

    def minutes_by_member(self, circle: int, start: datetime, end: datetime) -> dict[int, int]:
        """How many minutes each member did or will do between these; nobody who did nothing."""
        query = (
            select(assignments.c.member, shifts.c.start, shifts.c.end, assignments.c.people)
            .join(shifts, shifts.c.id == assignments.c.shift)
            .where(
                shifts.c.circle == circle,
                shifts.c.state == ShiftState.PLANNED,
                shifts.c.start >= start,
                shifts.c.start < end,
                assignments.c.part.in_(DOES),
            )
        )
        total: dict[int, int] = defaultdict(int)
        for member, begins, ends, people in self.connection.execute(query):
            total[member] += people * int((ends - begins).total_seconds() // 60)
        return dict(total)
