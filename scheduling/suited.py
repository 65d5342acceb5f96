"""Who could do a shift: present, nothing in the way, the least burdened first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from scheduling.availability import Absence, Never
from scheduling.care import HOLDS, Assignment, Shift, ShiftState
from scheduling.clashes import Clash, clashes
from scheduling.people import Circle, Member, Role, Standing
from scheduling.rights import Action, may
from scheduling.store import Store

AROUND = timedelta(days=1)
LOOKS_BACK = timedelta(weeks=8)
DO_CARE = (Role.ORGANISER, Role.HELPER, Role.PAID)


@dataclass(frozen=True)
class Diary:
    """What one person has and cannot in a stretch of time, of every circle."""

    own: tuple[Shift, ...] = ()
    absences: tuple[Absence, ...] = ()
    weekly: tuple[Never, ...] = ()

    def hindrances(self, shift: Shift, zone: str) -> list[Clash]:
        """What keeps them from this shift, which lies in that stretch."""
        return clashes(shift, self.own, self.absences, self.weekly, zone)


def diary(store: Store, member: Member, start: datetime, end: datetime) -> Diary:
    """A member's from `start` until `end`; nobody is known to be hindered who has not joined."""
    if member.person is None:
        return Diary()
    return Diary(
        tuple(store.shifts_of_person(member.person, start - AROUND, end + AROUND)),
        tuple(store.absences_of(member.person, start, end)),
        tuple(store.nevers_of(member.person)),
    )


def hindrances(store: Store, shift: Shift, member: Member, zone: str) -> list[Clash]:
    """What keeps this member from this shift."""
    return diary(store, member, shift.start, shift.end).hindrances(shift, zone)


def clashing(store: Store, shifts: Iterable[int], zone: str) -> list[tuple[Shift, Assignment, Member]]:
    """Who is on one of these shifts though something is in the way, marked or not."""
    found = [s for id in shifts if (s := store.staffed(id)) is not None and s.shift.state == ShiftState.PLANNED]
    on_it: dict[int, list[tuple[Shift, Assignment]]] = defaultdict(list)
    for staffed in found:
        for assignment in staffed.assignments:
            if assignment.part in HOLDS:
                on_it[assignment.member].append((staffed.shift, assignment))
    clashing = []
    for id, theirs in on_it.items():
        member = store.get(Member, id)
        known = diary(store, member, min(s.start for s, _ in theirs), max(s.end for s, _ in theirs))
        clashing += [(s, a, member) for s, a in theirs if known.hindrances(s, zone)]
    return sorted(clashing, key=lambda one: (one[0].start, one[1].id))


def mark(store: Store, shifts: Iterable[int], zone: str) -> list[Member]:
    """Mark who is on one of these though something is in the way, for the organiser to see. Returns whom, each once."""
    marked = {}
    for _, assignment, member in clashing(store, shifts, zone):
        if not assignment.overridden:
            store.change(assignment, overridden=True)
            marked[member.id] = member
    return list(marked.values())


def who_could(
    store: Store, shift: Shift, circle: Circle, now: datetime, but: frozenset[int] = frozenset()
) -> list[Member]:
    """The members who could take a shift, those who did least in eight weeks first; `but` are left out."""
    done = store.minutes_by_member(circle.id, now - LOOKS_BACK, now + LOOKS_BACK)
    staffed = store.staffed(shift.id)
    on_it = {a.member for a in staffed.responsible} if staffed else set()
    found = [
        member
        for member in store.members_of(circle.id, Standing.ACTIVE)
        if member.id not in but
        and member.id not in on_it
        and member.role in DO_CARE
        and may(member, Action.CLAIM, circle)
        and not hindrances(store, shift, member, circle.zone)
    ]
    return sorted(found, key=lambda member: (done.get(member.id, 0), member.id))
