"""Who could do a shift: present, nothing in the way, the least burdened first."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduling.care import Shift
from scheduling.clashes import Clash, clashes
from scheduling.people import Circle, Member, Role, Standing
from scheduling.rights import Action, may
from scheduling.store import Store

AROUND = timedelta(days=1)
LOOKS_BACK = timedelta(weeks=8)
DO_CARE = (Role.ORGANISER, Role.HELPER, Role.PAID)


def hindrances(store: Store, shift: Shift, member: Member, zone: str) -> list[Clash]:
    """What keeps this member from this shift; nobody is known to be hindered who has not joined."""
    if member.person is None:
        return []
    start, end = shift.start - AROUND, shift.end + AROUND
    return clashes(
        shift,
        store.shifts_of_person(member.person, start, end),
        store.absences_of(member.person, shift.start, shift.end),
        store.nevers_of(member.person),
        zone,
    )


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
