"""Coming into a circle and leaving it."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduling.asking import keep_asking
from scheduling.care import RESPONSIBLE, SETTLED, ShiftState, Staffed
from scheduling.claims import free
from scheduling.codes import hashed, new_code, normal
from scheduling.people import Circle, CircleState, Invite, Member, Person, Ring, Role, Standing
from scheduling.reminders import keep_all_reminders, keep_reminders
from scheduling.store import Store
from scheduling.suited import mark
from scheduling.voices import hand_on

VALID = timedelta(days=14)
VALID_ON_WALL = 6 * VALID
USES = 25
_ONCE = (Role.ORGANISER, Role.COORDINATOR, Role.RECIPIENT, Role.VIEWER)  # such a code lets in one person
FOREVER = timedelta(days=3650)
GUESSES, GUESS_WINDOW = 5, timedelta(minutes=15)
"""So many wrong codes from one address in this time, and it has to wait."""


class CannotJoin(Exception):
    """This invitation lets nobody in (any more)."""


class AlreadyIn(CannotJoin):
    """The person is in this circle already, or asked to be; `member` is their place in it."""

    def __init__(self, member: Member) -> None:
        super().__init__("already in")
        self.member = member


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
            now + (VALID_ON_WALL if on_wall else VALID),
            1 if member is not None or role in _ONCE else USES * 4 if on_wall else USES,
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
    if store.get(Circle, found.circle).state == CircleState.CLOSED:
        raise CannotJoin
    return found


def join(store: Store, code: str, person: Person, now: datetime) -> Member:
    """Let a person in by a code, or put their request before the organisers. Raises CannotJoin.

    A wall invitation leads to a request; so does an old code in the hand of somebody who left or was removed since.
    """
    found = lookup(store, code, now)
    before = store.member_in(found.circle, person.id)
    if before is not None and before.standing in (Standing.ACTIVE, Standing.ASKING):
        rises = found.role == Role.ORGANISER and before.role != Role.ORGANISER
        if before.standing == Standing.ASKING or not rises:
            raise AlreadyIn(before)
        store.change(found, uses_left=found.uses_left - 1)
        return store.change(before, role=Role.ORGANISER)
    if found.member is not None:
        expected = store.find(Member, found.member, lock=True)
        if expected is None or expected.standing != Standing.EXPECTED:
            raise CannotJoin
        store.change(found, uses_left=found.uses_left - 1)
        joined = store.change(
            expected,
            person=person.id,
            name=person.name,
            role=found.role,
            standing=Standing.ACTIVE,
            since=now,
            voice=None,
        )
        keep_all_reminders(store, [joined.id], now)
        _mark_clashes(store, joined, now)
        keep_asking(store, found.circle, now)
        return joined
    store.change(found, uses_left=found.uses_left - 1)
    left_since = before is not None and before.left_at is not None and before.left_at >= _made_at(found)
    standing = Standing.ASKING if found.on_wall or left_since else Standing.ACTIVE
    if standing == Standing.ACTIVE:
        keep_asking(store, found.circle, now)
    if before is not None:
        return store.change(
            before, name=person.name, role=found.role, ring=found.ring, standing=standing, since=now, left_at=None
        )
    return store.add(Member(0, found.circle, person.name, person.id, found.role, found.ring, standing, now))


def _made_at(found: Invite) -> datetime:
    return found.expires_at - (VALID_ON_WALL if found.on_wall else VALID)


def take_place(store: Store, member: Member, expected: Member, now: datetime) -> int:
    """Give what stands on the roster for an expected member to somebody who joined without it; how many shifts."""
    count = 0
    for staffed in store.shifts_of_members([expected.id], now, now + FOREVER):
        theirs = staffed.of(expected.id)
        if theirs is None or staffed.of(member.id) is not None:
            continue
        keep_reminders(store, staffed.shift, store.change(theirs, member=member.id), now)
        count += 1
    for series in store.series_by_habit(expected.id):
        store.change(series, habit=member.id)
    store.change(expected, standing=Standing.LEFT, left_at=now)
    _mark_clashes(store, member, now)
    return count


def _mark_clashes(store: Store, member: Member, now: datetime) -> None:
    """What waited on the roster for somebody may clash with what they do elsewhere: it is marked."""
    waiting = store.shifts_of_members([member.id], now, now + FOREVER)
    mark(store, [staffed.shift.id for staffed in waiting], store.get(Circle, member.circle).zone)


def expect(store: Store, circle: Circle, name: str, ring: Ring, now: datetime) -> Member:
    """Put somebody on the roster by name, before they joined."""
    return store.add(Member(0, circle.id, name, None, Role.HELPER, ring, Standing.EXPECTED, now))


def admit(store: Store, member: Member, now: datetime) -> Member:
    """Let somebody in who asked, or for whom was asked: without a phone one never joins, yet is on the roster."""
    keep_asking(store, member.circle, now)
    standing = Standing.EXPECTED if member.person is None else Standing.ACTIVE
    return store.change(member, standing=standing, since=now, left_at=None)


def refuse(store: Store, member: Member, now: datetime) -> Member:
    """Do not let somebody in who asked. They may ask again with another code."""
    return store.change(member, standing=Standing.LEFT, left_at=now)


def is_last_organiser(store: Store, member: Member) -> bool:
    """Whether a circle would have no organiser without this member."""
    return member.role == Role.ORGANISER and not any(
        other.role == Role.ORGANISER and other.id != member.id
        for other in store.members_of(member.circle, Standing.ACTIVE)
    )


def leave(store: Store, member: Member, now: datetime) -> list[Staffed]:
    """End a membership at once, free the shifts ahead, and return those as they are now. Raises LastOrganiser."""
    if is_last_organiser(store, member):
        raise LastOrganiser
    return end(store, member, now)


def end(store: Store, member: Member, now: datetime) -> list[Staffed]:
    """The same for whoever it is: what comes of a circle without organiser is for the caller."""
    freed = []
    for staffed in store.shifts_of_members([member.id], now, now + FOREVER):
        mine = staffed.of(member.id)
        if mine is None or mine.part in SETTLED:
            continue
        free(store, staffed, mine, now)
        if mine.part in RESPONSIBLE:
            left = tuple(a for a in staffed.assignments if a.id != mine.id)
            freed.append(Staffed(staffed.shift, left))
    # One that was called off may be put back by an undo: they are off that too.
    for staffed in store.shifts_of_members([member.id], now, now + FOREVER, ShiftState.CANCELLED):
        if (mine := staffed.of(member.id)) is not None:
            free(store, staffed, mine, now)
    for series in store.series_by_habit(member.id):
        store.change(series, habit=None)
    for wish in store.wishes_of(member.circle):
        if wish.member == member.id:
            store.change(wish, ended=True)
    store.change(member, standing=Standing.LEFT, left_at=now)
    hand_on(store, member, now)
    return freed
