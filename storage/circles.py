"""Queries about people, their addresses and their circles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, case, exists, func, select, update

from scheduling.people import Address, Circle, CircleKind, CircleState, Invite, Member, Person, Role, Standing
from storage.base import Base
from storage.ready import Ready
from storage.tables import addresses, circles, invites, members, persons

_ADDRESS = select(addresses).where(addresses.c.channel == bindparam("channel"), addresses.c.chat == bindparam("chat"))
_ADDRESS_OF = Ready(_ADDRESS, Address)
_ADDRESS_OF_LOCKED = Ready(_ADDRESS.with_for_update(), Address)
_ADDRESSES_OF = Ready(
    select(addresses)
    .where(addresses.c.person == bindparam("of"))
    .order_by(addresses.c.last_in_at.desc(), addresses.c.id.desc()),
    Address,
)
_MEMBERSHIPS_OF = Ready(
    select(members, circles)
    .join(circles, circles.c.id == members.c.circle)
    .where(
        members.c.person == bindparam("person"),
        members.c.standing == Standing.ACTIVE,
        circles.c.state != CircleState.CLOSED,
        circles.c.kind == bindparam("kind"),
    )
    .order_by(members.c.id),
    Member,
    Circle,
)
_MEMBERS_OF = Ready(select(members).where(members.c.circle == bindparam("of")).order_by(members.c.id), Member)
_ORGANISERS_OF = Ready(
    select(members)
    .where(members.c.circle == bindparam("of"))
    .where(members.c.standing == Standing.ACTIVE, members.c.role == Role.ORGANISER)
    .order_by(members.c.id),
    Member,
)
_PRESENT = (Standing.ACTIVE, Standing.EXPECTED)
_SPOKEN_FOR = Ready(
    select(members)
    .where(members.c.voice.in_(bindparam("by", expanding=True)), members.c.person.is_(None))
    .where(members.c.standing.in_(_PRESENT))
    .order_by(members.c.id),
    Member,
)
_WITH_PERSON = Ready(
    select(members, persons)
    .join(persons, persons.c.id == members.c.person)
    .where(members.c.circle == bindparam("of"), members.c.standing == Standing.ACTIVE)
    .order_by(members.c.id),
    Member,
    Person,
)
_MEMBER_IN = Ready(
    select(members)
    .where(members.c.circle == bindparam("within"), members.c.person == bindparam("who"))
    .order_by(case((members.c.standing == Standing.LEFT, 1), else_=0), members.c.id.desc()),
    Member,
)


class Circles(Base):
    """Who is who."""

    def address_of(self, channel: str, chat: str, *, lock: bool = False) -> Address | None:
        """The address with this name on this channel; `lock` holds it, so that turns of one chat come in order."""
        return self._one(_ADDRESS_OF_LOCKED if lock else _ADDRESS_OF, channel=channel, chat=chat)

    def addresses_of(self, person: int) -> list[Address]:
        """Every address of a person, the latest spoken from first."""
        return self._every(_ADDRESSES_OF, of=person)

    def person(self, id: int) -> Person:
        """The person with this id. Raises LookupError."""
        return self.get(Person, id)

    def memberships_of(self, person: int) -> list[tuple[Member, Circle]]:
        """Where a person is an active member, closed circles left out, the oldest first. Organisations are apart."""
        return self._places(person, CircleKind.CARE)

    def organisations_of(self, person: int) -> list[tuple[Member, Circle]]:
        """The organisations that a person coordinates or volunteers for, the oldest first."""
        return self._places(person, CircleKind.ORGANISATION)

    def _places(self, person: int, kind: CircleKind) -> list[tuple[Member, Circle]]:
        return self._every(_MEMBERSHIPS_OF, person=person, kind=kind)

    def members_of(self, circle: int, *standings: Standing) -> list[Member]:
        """The members of a circle: those present, or those with one of these standings, in the order they came."""
        return [m for m in self._every(_MEMBERS_OF, of=circle) if m.standing in (standings or _PRESENT)]

    def members_with_person(self, circle: int) -> list[tuple[Member, Person]]:
        """The active members of a circle who are somebody, in the order they came."""
        return self._every(_WITH_PERSON, of=circle)

    def spoken_for(self, member_ids: Iterable[int]) -> list[Member]:
        """The members without a phone for whom these speak, in the order they came."""
        return self._every(_SPOKEN_FOR, by=list(member_ids))

    def organisers_of(self, circle: int) -> list[Member]:
        """The organisers who joined."""
        return self._every(_ORGANISERS_OF, of=circle)

    def member_in(self, circle: int, person: int) -> Member | None:
        """A person's membership of a circle, whatever its standing: the one that counts, else the newest."""
        return self._one(_MEMBER_IN, within=circle, who=person)

    def invite_with(self, code_hash: str) -> Invite | None:
        """The invitation with this hash, whatever its state; locked, as its uses are counted."""
        return self._first(Invite, select(invites).where(invites.c.code_hash == code_hash).with_for_update())

    def open_invites(self, circle: int, now: datetime) -> list[Invite]:
        """Invitations that still let somebody in."""
        query = select(invites).where(
            invites.c.circle == circle,
            invites.c.withdrawn_at.is_(None),
            invites.c.expires_at > now,
            invites.c.uses_left > 0,
        )
        return self._all(Invite, query.order_by(invites.c.id))

    def withdraw_invites(self, circle: int, now: datetime) -> int:
        """Withdraw every open invitation of a circle and return how many there were."""
        done = self.connection.execute(
            update(invites)
            .where(
                invites.c.circle == circle,
                invites.c.withdrawn_at.is_(None),
                invites.c.expires_at > now,
                invites.c.uses_left > 0,
            )
            .values(withdrawn_at=now, version=invites.c.version + 1)
        )
        return done.rowcount

    def active_circles(self, after: int, limit: int) -> list[Circle]:
        """Some active circles in the order of their ids, from beyond `after`."""
        query = select(circles).where(
            circles.c.state == CircleState.ACTIVE, circles.c.id > after, circles.c.kind == CircleKind.CARE
        )
        return self._all(Circle, query.order_by(circles.c.id).limit(limit))

    def circles_of_nobody_but(self, person: int) -> list[int]:
        """The circles where this person is or was, and nobody else takes part any more."""
        own = select(members.c.circle).where(members.c.person == person)
        others = exists().where(
            members.c.circle == circles.c.id,
            members.c.person != person,
            members.c.standing.in_((Standing.ACTIVE, Standing.ASKING)),
        )
        query = select(circles.c.id).where(circles.c.id.in_(own), ~others).order_by(circles.c.id)
        return list(self.connection.execute(query).scalars())

    def circles_count(self) -> int:
        """How many circles there are."""
        return self.connection.execute(select(func.count()).select_from(circles)).scalar_one()
