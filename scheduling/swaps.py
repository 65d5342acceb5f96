"""Giving a shift to another, or exchanging two: both rosters change together or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduling.care import COUNTED_ON, RESPONSIBLE, Assignment, Part, Shift, ShiftState
from scheduling.claims import CannotClaim, ShiftGone
from scheduling.offers import Offer, OfferState
from scheduling.people import Circle, Member, Standing
from scheduling.reminders import keep_reminders
from scheduling.store import Store
from scheduling.suited import mark

OPEN_FOR = timedelta(days=3)
LAPSES_BEFORE = timedelta(hours=2)  # so long before the shift an offer is of no use any more


class OfferGone(CannotClaim):
    """The offer was taken, withdrawn, or lapsed."""


def offer(
    store: Store,
    assignment: Assignment,
    by: Member,
    now: datetime,
    *,
    to: Member | None = None,
    in_return: Assignment | None = None,
) -> Offer:
    """Offer an assignment to one member or to everybody, perhaps for another's. Who offers stays responsible."""
    shift = _shift_of(store, assignment, by, now)
    until = lapses(shift, now)
    return store.add(
        Offer(
            0,
            shift.circle,
            assignment.id,
            by.id,
            until,
            None if to is None else to.id,
            None if in_return is None else in_return.id,
        )
    )


def lapses(shift: Shift, now: datetime) -> datetime:
    """When it is of no use any more to wait for an answer about this shift."""
    return min(now + OPEN_FOR, max(shift.start - LAPSES_BEFORE, now + timedelta(minutes=30)))


def _shift_of(store: Store, assignment: Assignment, member: Member, now: datetime) -> Shift:
    staffed = store.staffed(assignment.shift, lock=True)
    if staffed is None or staffed.shift.state != ShiftState.PLANNED or staffed.shift.end <= now:
        raise ShiftGone
    mine = staffed.of(member.id)
    if mine is None or mine.id != assignment.id or mine.part not in COUNTED_ON:
        raise ShiftGone
    return staffed.shift


def accept(
    store: Store, offer_id: int, by: Member, now: datetime, *, one_way: bool = False
) -> tuple[Offer, list[Shift]]:
    """Take an offer up; with something in return the two change places (`one_way`: without it after all).

    Who has something else then is marked: they were asked. Raises OfferGone or ShiftGone.
    """
    found = store.find(Offer, offer_id, lock=True)
    if found is None or found.circle != by.circle or found.state != OfferState.OPEN or found.until <= now:
        raise OfferGone
    if found.to_member not in (None, by.id) or found.made_by == by.id:
        raise OfferGone
    giver = store.get(Member, found.made_by)
    if giver.standing != Standing.ACTIVE:
        raise OfferGone
    given = store.get(Assignment, found.assignment)
    given_shift = _shift_of(store, given, giver, now)
    returned = None if found.in_return is None or one_way else store.get(Assignment, found.in_return)
    returned_shift = None if returned is None else _shift_of(store, returned, by, now)
    moved = [hand_over(store, given_shift, given, by, now)]
    if returned is not None and returned_shift is not None:
        moved.append(hand_over(store, returned_shift, returned, giver, now))
    mark(store, [shift.id for shift in moved], store.get(Circle, by.circle).zone)
    return store.change(found, state=OfferState.TAKEN), moved


def exchange(store: Store, one: Assignment, other: Assignment, now: datetime) -> tuple[Shift, Shift]:
    """Let two members change places: what the first does now, and what the second does.

    Who has something else then is marked. Raises ShiftGone where one of them is on it no longer.
    """
    giver, taker = store.get(Member, one.member), store.get(Member, other.member)
    given, returned = _shift_of(store, one, giver, now), _shift_of(store, other, taker, now)
    moved = hand_over(store, returned, other, giver, now), hand_over(store, given, one, taker, now)
    mark(store, [shift.id for shift in moved], store.get(Circle, giver.circle).zone)
    return moved


def hand_over(store: Store, shift: Shift, assignment: Assignment, to: Member, now: datetime) -> Shift:
    """Put another in somebody's place on a shift."""
    staffed = store.staffed(shift.id)
    there = None if staffed is None else staffed.of(to.id)
    if there is not None and there.part in RESPONSIBLE:
        raise ShiftGone
    keep_reminders(store, shift, store.change(assignment, part=Part.TAKEN_OVER, since=now), now)
    if there is not None:
        fresh = store.change(there, part=Part.CLAIMED, since=now, taken_at=now)
    else:
        fresh = store.add(Assignment(0, shift.id, to.id, Part.CLAIMED, now, taken_at=now))
    keep_reminders(store, shift, fresh, now)
    return shift


def refuse(store: Store, offer_id: int, by: Member) -> Offer | None:
    """Say no to an offer that was made to oneself; None where it is gone."""
    found = store.find(Offer, offer_id, lock=True)
    if found is None or found.circle != by.circle or found.state != OfferState.OPEN or found.to_member != by.id:
        return None
    return store.change(found, state=OfferState.REFUSED)
