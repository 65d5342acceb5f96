"""Coming into a circle and leaving it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from scheduling.care import RESPONSIBLE, Part, Staffed
from scheduling.claims import free
from scheduling.codes import hashed, new_code, normal
from scheduling.people import Circle, Invite, Member, Person, Ring, Role, Standing
from scheduling.reminders import keep_all_reminders
from scheduling.store import Store

VALID = timedelta(days=14)
USES = 25
GUESSES, GUESS_WINDOW = 5, timedelta(minutes=15)
"""So many wrong codes from one address in this time, and it has to wait."""


class CannotJoin(Exception):
    """This invitation lets nobody in (any more)."""


class AlreadyIn(CannotJoin):
    """The person is in this circle already; `circle` is which."""

    def __init__(self, circle: int) -> None:
        super().__init__("already in")
        self.circle = circle


class LastOrganiser(Exception):
    """The only organiser cannot go before another is named, or the circle is closed."""


def invite(
    store: Store,
    by: Member,
    now: datetime,
    *,
    ring: Ring = Ring.FAMILY,
    role: Role = Role.HELPER,
    member: Member | None = None,
    on_wall: bool = False,
) -> str:
    """Make an invitation and return its code, which nobody can be shown again."""
    code = new_code()
    store.add(
        Invite(
            0,
            by.circle,
            by.id,
            hashed(code),
            now + (VALID * 6 if on_wall else VALID),
            1 if member is not None or role != Role.HELPER else USES * 4 if on_wall else USES,
            member.ring if member is not None else ring,
            role,
            None if member is None else member.id,
            on_wall,
        )
    )
    return code


def lookup(store: Store, code: str, now: datetime) -> Invite:
    """The invitation that a code opens. Raises CannotJoin."""
    found = store.invite_with(hashed(code)) if normal(code) else None
    if found is None or found.withdrawn_at is not None or found.expires_at <= now or found.uses_left < 1:
        raise CannotJoin
    return found


def join(store: Store, code: str, person: Person, now: datetime) -> Member:
    """Let a person in by a code, or put their request before the organisers (wall invitations). Raises CannotJoin."""
    found = lookup(store, code, now)
    before = store.member_in(found.circle, person.id)
    if before is not None and before.standing in (Standing.ACTIVE, Standing.ASKING):
        raise AlreadyIn(found.circle)
    store.change(found, uses_left=found.uses_left - 1)
    expected = None if found.member is None else store.find(Member, found.member, lock=True)
    if expected is not None and expected.standing == Standing.EXPECTED:
        joined = store.change(
            expected, person=person.id, name=person.name, role=found.role, standing=Standing.ACTIVE, since=now
        )
        keep_all_reminders(store, [joined.id], now)
        return joined
    standing = Standing.ASKING if found.on_wall else Standing.ACTIVE
    fresh = Member(0, found.circle, person.name, person.id, found.role, found.ring, standing, now)
    if before is not None:
        return store.change(
            before, name=person.name, role=found.role, ring=found.ring, standing=standing, since=now, left_at=None
        )
    return store.add(fresh)


def expect(store: Store, circle: Circle, name: str, ring: Ring, now: datetime) -> Member:
    """Put somebody on the roster by name, before they joined."""
    return store.add(Member(0, circle.id, name, None, Role.HELPER, ring, Standing.EXPECTED, now))


def leave(store: Store, member: Member, now: datetime) -> list[Staffed]:
    """End a membership at once, free the shifts ahead, and return those. Raises LastOrganiser."""
    if member.role == Role.ORGANISER:
        others = [
            m
            for m in store.members_of(member.circle, Standing.ACTIVE)
            if m.role == Role.ORGANISER and m.id != member.id
        ]
        if not others:
            raise LastOrganiser
    freed = []
    for staffed in store.shifts_of_members([member.id], now, now + timedelta(days=3650)):
        mine = staffed.of(member.id)
        if mine is None or mine.part in (Part.DONE, Part.NOT_DONE):
            continue
        if mine.part in RESPONSIBLE:
            freed.append(replace(staffed))
        free(store, staffed, mine, now)
    store.change(member, standing=Standing.LEFT, left_at=now)
    return freed
