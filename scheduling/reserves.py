"""Who stands by for a shift moves up by themselves when a place comes free, where there is time to hear of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from scheduling.care import Shift, ShiftState, Staffed
from scheduling.claims import claim
from scheduling.people import Circle, Member
from scheduling.plans import happens
from scheduling.rights import Action, may
from scheduling.store import Store
from scheduling.suited import hindrances

NOTICE = timedelta(days=1)
"""Nearer than this nobody is put on a shift unasked: who stands by is asked first."""


@dataclass(frozen=True)
class MovedUp:
    """A member who stood by and does it now; `relieved` is the member who wanted out, and is free."""

    shift: Shift
    member: Member
    relieved: int | None = None


def move_up(store: Store, circle: Circle, shifts: Iterable[int], now: datetime) -> list[MovedUp]:
    """Fill the places that are open on these with those who stood by first and still can."""
    moved: list[MovedUp] = []
    for id in sorted(shifts):
        staffed = store.staffed(id, lock=True)
        if (
            staffed is None
            or not happens(circle, staffed.shift)
            or staffed.shift.state != ShiftState.PLANNED
            or staffed.shift.start - now < NOTICE
        ):
            continue
        for member in _in_turn(store, staffed):
            if not staffed.places_open:
                break
            if not _can(store, staffed.shift, member, circle):
                continue
            claimed = claim(store, id, member, now)
            relieved = None if claimed.relieved is None else claimed.relieved.member
            moved.append(MovedUp(staffed.shift, member, relieved))
            staffed = store.staffed(id) or staffed
    return moved


def _in_turn(store: Store, staffed: Staffed) -> list[Member]:
    by_age = sorted(staffed.reserves, key=lambda assignment: (assignment.since, assignment.id))
    return [store.get(Member, assignment.member) for assignment in by_age]


def _can(store: Store, shift: Shift, member: Member, circle: Circle) -> bool:
    """Whether they can still be told, may take it, and have nothing in the way."""
    if member.person is None or not member.present or not may(member, Action.CLAIM, circle):
        return False
    return not hindrances(store, shift, member, circle.zone)
