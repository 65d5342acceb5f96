"""Taking a shift, wanting out of it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scheduling.asking import wake
from scheduling.care import FIRM, RESPONSIBLE, Assignment, Part, Shift, ShiftState, Staffed
from scheduling.people import Member
from scheduling.reminders import keep_reminders
from scheduling.store import Store


class CannotClaim(Exception):
    """This shift cannot be taken."""


class ShiftGone(CannotClaim):
    """It does not exist, was cancelled, or is not of this circle."""


class ShiftPast(CannotClaim):
    """It is over."""


class AlreadyYours(CannotClaim):
    """This member is on it."""


class AlreadyTaken(CannotClaim):
    """Everybody who is needed is on it; `by` are those members."""

    def __init__(self, shift: Shift, by: tuple[int, ...]) -> None:
        super().__init__("taken")
        self.shift = shift
        self.by = by


@dataclass(frozen=True)
class Claimed:
    """What a claim brought about."""

    shift: Shift
    assignment: Assignment
    relieved: Assignment | None = None  # who wanted out, and is free now
    beside: tuple[Assignment, ...] = ()  # the others on it


def _open_to(store: Store, shift_id: int, member: Member, now: datetime) -> Staffed:
    staffed = store.staffed(shift_id, lock=True)
    if staffed is None or staffed.shift.circle != member.circle or staffed.shift.state != ShiftState.PLANNED:
        raise ShiftGone
    current = store.find(Member, member.id)
    if current is None or not current.present:  # who left meanwhile is put on nothing
        raise ShiftGone
    if staffed.shift.end <= now:
        raise ShiftPast
    return staffed


def claim(store: Store, shift_id: int, member: Member, now: datetime, people: int = 1) -> Claimed:
    """Put a member (or a group of `people`) on a shift. Exactly as many as are needed get it. Raises a CannotClaim."""
    staffed = _open_to(store, shift_id, member, now)
    mine = staffed.of(member.id)
    if mine is not None and mine.part in FIRM:
        raise AlreadyYours
    if not staffed.places_open:
        raise AlreadyTaken(staffed.shift, tuple(a.member for a in staffed.responsible))
    if mine is not None:
        assignment = store.change(mine, part=Part.CLAIMED, since=now, people=people, taken_at=now)
    else:
        taken = Assignment(0, staffed.shift.id, member.id, Part.CLAIMED, now, people=people, taken_at=now)
        assignment = store.add(taken)
    keep_reminders(store, staffed.shift, assignment, now)
    # Who takes back what they wanted out of relieves nobody: the others' places are as wanted as before.
    relieved = None if mine is not None and mine.part == Part.WANTS_OUT else _relieve(store, staffed, member, now)
    beside = tuple(a for a in staffed.assignments if a != mine and (relieved is None or a.id != relieved.id))
    return Claimed(staffed.shift, assignment, relieved, beside)


def _relieve(store: Store, staffed: Staffed, newcomer: Member, now: datetime) -> Assignment | None:
    for leaving in staffed.assignments:
        if leaving.part == Part.WANTS_OUT and leaving.member != newcomer.id:
            relieved = store.change(leaving, part=Part.TAKEN_OVER, since=now)
            keep_reminders(store, staffed.shift, relieved, now)
            return relieved
    return None


def stand_by(store: Store, shift_id: int, member: Member, now: datetime) -> Assignment:
    """Put a member in reserve. Raises a CannotClaim."""
    staffed = _open_to(store, shift_id, member, now)
    mine = staffed.of(member.id)
    if mine is not None:
        raise AlreadyYours
    return store.add(Assignment(0, shift_id, member.id, Part.RESERVE, now))


def want_out(store: Store, shift_id: int, member: Member, now: datetime) -> Claimed:
    """Somebody cannot come: responsible until another has it. A reserve is simply let go. Raises a CannotClaim."""
    staffed = store.staffed(shift_id, lock=True)
    mine = None if staffed is None else staffed.of(member.id)
    if staffed is None or mine is None or staffed.shift.state != ShiftState.PLANNED:
        raise ShiftGone
    if staffed.shift.end <= now:
        raise ShiftPast
    part = Part.RELEASED if mine.part == Part.RESERVE else Part.WANTS_OUT
    assignment = mine if mine.part == part else store.change(mine, part=part, since=now)
    if part == Part.WANTS_OUT:
        store.came_open(shift_id, now)
    keep_reminders(store, staffed.shift, assignment, now)
    if part == Part.WANTS_OUT:
        wake(store, staffed.shift.circle, now, staffed.shift.start, soon=True)
    return Claimed(staffed.shift, assignment)


def free(store: Store, staffed: Staffed, assignment: Assignment, now: datetime) -> None:
    """Take somebody off at once: they left, or an organiser says so."""
    if assignment.part in FIRM:
        store.came_open(staffed.shift.id, now)
    keep_reminders(store, staffed.shift, store.change(assignment, part=Part.RELEASED, since=now), now)
    wake(store, staffed.shift.circle, now, staffed.shift.start, soon=True)


def report(store: Store, assignment_id: int, part: Part, now: datetime) -> Claimed | None:
    """Somebody says how it stands: CONFIRMED, THERE, DONE or NOT_DONE. None where they are not on it any more."""
    assignment = store.find(Assignment, assignment_id, lock=True)
    if assignment is None or assignment.part not in RESPONSIBLE:
        return None
    shift = store.get(Shift, assignment.shift)
    if shift.state != ShiftState.PLANNED:
        return None
    if assignment.part != part:
        assignment = store.change(assignment, part=part, since=now)
        keep_reminders(store, shift, assignment, now)
    return Claimed(shift, assignment)
