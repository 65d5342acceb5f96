"""Who could do a shift: present, nothing in the way, the least burdened first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scheduling.availability import Absence, Never
from scheduling.care import HOLDS, Assignment, Shift, ShiftState, Staffed
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
    found = [one for one in clashing(store, shifts, zone) if not _is_marked(store, *one, zone)]
    for _, assignment, _ in found:
        store.change(assignment, overridden=True)
    return list({member.id: member for _, _, member in found}.values())


def _is_marked(store: Store, shift: Shift, assignment: Assignment, member: Member, zone: str) -> bool:
    """Whether it shows already, on this or on all that clashes with it."""
    others = [clash.with_shift for clash in hindrances(store, shift, member, zone)]
    return assignment.overridden or all(other is not None and _marked_on(store, other, member) for other in others)


def _marked_on(store: Store, shift: Shift, member: Member) -> bool:
    staffed = store.staffed(shift.id)
    theirs = [a for a in (staffed.assignments if staffed else ()) if a.overridden and a.part in HOLDS]
    return any(store.get(Member, a.member).person == member.person for a in theirs)


def who_could(
    store: Store, shift: Shift, circle: Circle, now: datetime, but: frozenset[int] = frozenset()
) -> list[Member]:
    """The members who could take a shift, those who did least in eight weeks first; `but` are left out."""
    staffed = store.staffed(shift.id) or Staffed(shift)
    return [member for member in who_could_each(store, [staffed], circle, now)[shift.id] if member.id not in but]


def who_could_by_voice(
    store: Store, wanted: Sequence[Staffed], circle: Circle, now: datetime
) -> dict[int, list[Member]]:
    """By shift: who has no phone and somebody who speaks for them, and has nothing else then.

    A group that came to help once is nobody who is asked for everything.
    """
    found: dict[int, list[Member]] = {staffed.shift.id: [] for staffed in wanted}
    expected = store.members_of(circle.id, Standing.EXPECTED) if wanted else []
    members = {m.id: m for m in expected if m.person is None and m.voice is not None and m.role in DO_CARE}
    if not members:
        return found
    end = max(one.shift.end for one in wanted) + AROUND
    known = store.shifts_of_members(list(members), now - LOOKS_BACK, end)
    theirs: dict[int, list[Shift]] = defaultdict(list)
    for staffed in known:
        for assignment in staffed.assignments:
            if assignment.people > 1:
                members.pop(assignment.member, None)
            elif assignment.part in HOLDS and staffed.shift.state == ShiftState.PLANNED:
                theirs[assignment.member].append(staffed.shift)
    done = store.minutes_by_member(circle.id, now - LOOKS_BACK, now + LOOKS_BACK)
    for member in sorted(members.values(), key=lambda m: (done.get(m.id, 0), m.id)):
        known_of = Diary(tuple(theirs[member.id]))
        for staffed in wanted:
            on_it = any(a.member == member.id for a in staffed.responsible)
            if not on_it and not known_of.hindrances(staffed.shift, circle.zone):
                found[staffed.shift.id].append(member)
    return found


def who_could_each(store: Store, wanted: Sequence[Staffed], circle: Circle, now: datetime) -> dict[int, list[Member]]:
    """The same for many shifts of one circle, by shift: what is known of a member is read once."""
    if not wanted:
        return {}
    begin, end = min(one.shift.start for one in wanted), max(one.shift.end for one in wanted)
    done = store.minutes_by_member(circle.id, now - LOOKS_BACK, now + LOOKS_BACK)
    found: dict[int, list[Member]] = {staffed.shift.id: [] for staffed in wanted}
    for member in sorted(store.members_of(circle.id, Standing.ACTIVE), key=lambda m: (done.get(m.id, 0), m.id)):
        if member.role not in DO_CARE or not may(member, Action.CLAIM, circle):
            continue
        known = diary(store, member, begin, end)
        for staffed in wanted:
            on_it = any(a.member == member.id for a in staffed.responsible)
            if not on_it and not known.hindrances(staffed.shift, circle.zone):
                found[staffed.shift.id].append(member)
    return found
