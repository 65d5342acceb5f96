"""The people of a care circle and how they are reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from enum import StrEnum

AMSTERDAM = "Europe/Amsterdam"


class Role(StrEnum):
    """What somebody is in a circle; `scheduling.rights.may` decides what that allows."""

    ORGANISER = "organiser"
    HELPER = "helper"
    RECIPIENT = "recipient"
    PAID = "paid"
    COORDINATOR = "coordinator"
    VIEWER = "viewer"


class Ring(StrEnum):
    """How near somebody stands: the order in which people are asked."""

    FAMILY = "family"
    NEIGHBOURS = "neighbours"  # friends and neighbours
    VOLUNTEERS = "volunteers"
    PAID = "paid"


class Standing(StrEnum):
    """Where a membership stands."""

    EXPECTED = "expected"  # on the roster by name, has not joined yet
    ASKING = "asking"  # came by a wall invitation, waits for the organiser
    ACTIVE = "active"
    LEFT = "left"


class CircleState(StrEnum):
    """ACTIVE circles plan and remind; PAUSED ones wait; CLOSED ones send nothing any more."""

    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


NAP_FROM, NAP_UNTIL = "nap_from", "nap_until"  # in a person's times: quiet hours by day, beside those of the night
REST_FROM, REST_UNTIL = "rest_from", "rest_until"  # in a person's times: minutes since 1970, UTC


@dataclass(frozen=True)
class Person:
    """Somebody who agreed that we keep their name and shifts."""

    id: int
    name: str
    agreed_at: datetime
    formal: bool = False  # u instead of je
    zone: str = AMSTERDAM
    quiet_from: int = 22 * 60  # minutes after midnight, local
    quiet_until: int = 8 * 60
    remind_before: tuple[int, ...] = (24 * 60, 60)  # minutes before a visit
    address: int | None = None  # the preferred one
    muted: tuple[str, ...] = ()  # kinds of messages that they do not want
    times: dict[str, int] = field(default_factory=dict)  # by kind of message: minutes after midnight; and their rest
    version: int = 1

    @property
    def rest(self) -> tuple[datetime, datetime] | None:
        """From when until when they want to hear nothing that can wait (UTC, end exclusive); None for never."""
        begin, end = self.times.get(REST_FROM), self.times.get(REST_UNTIL)
        if begin is None or end is None:
            return None
        return datetime.fromtimestamp(begin * 60, UTC), datetime.fromtimestamp(end * 60, UTC)

    def rests_at(self, moment: datetime) -> bool:
        """Whether this moment (aware) falls in that rest."""
        return self.rest is not None and self.rest[0] <= moment < self.rest[1]

    @property
    def nap(self) -> tuple[int, int] | None:
        """Quiet hours by day, in minutes after midnight, the end exclusive; None where there are none."""
        begin, end = self.times.get(NAP_FROM), self.times.get(NAP_UNTIL)
        return None if begin is None or end is None else (begin, end)

    def quiet_at(self, local: time) -> tuple[int, int] | None:
        """The quiet hours that this local time is in, in minutes after midnight (they may cross it); None for none."""
        minute = local.hour * 60 + local.minute
        for begin, end in ((self.quiet_from, self.quiet_until), *((self.nap,) if self.nap else ())):
            inside = begin <= minute < end if begin <= end else minute >= begin or minute < end
            if inside:
                return begin, end
        return None

    def is_quiet(self, local: time) -> bool:
        """Whether this local time falls in the person's quiet hours."""
        return self.quiet_at(local) is not None


@dataclass(frozen=True)
class Address:
    """One place where one person is reached."""

    id: int
    channel: str
    chat: str  # unique within the channel
    person: int | None = None  # None until they agreed
    declined_at: datetime | None = None  # said no: do not ask again unbidden
    unreachable: str = ""  # "" or why: "blocked", "gone", "stopped", "whose"
    last_in_at: datetime | None = None
    version: int = 1


class CircleKind(StrEnum):
    """CARE circles are around one recipient; in an ORGANISATION a coordinator gathers volunteers for such circles."""

    CARE = "care"
    ORGANISATION = "organisation"


COORDINATOR_SEES = ("open", "hours")
"""What a coordinator sees where the organiser said nothing else; there are "names" (all the roster) and "notes" too."""


@dataclass(frozen=True)
class Circle:
    """The people around one recipient."""

    id: int
    recipient: str  # the name of the person cared for
    made_at: datetime
    kinship: str = ""  # "moeder": what the maker called them
    zone: str = AMSTERDAM
    state: CircleState = CircleState.ACTIVE
    kind: CircleKind = CircleKind.CARE
    coordinator_sees: tuple[str, ...] = COORDINATOR_SEES
    gives: str = ""  # what the recipient likes to give back to who helps: "een goed verhaal bij de koffie"
    night_weight: int = 150  # per cent of its hours that a night weighs when a week is divided
    weekend_weight: int = 125
    region: str = ""  # of the school holidays: noord, midden or zuid
    version: int = 1


@dataclass(frozen=True)
class Member:
    """Somebody's place in a circle."""

    id: int
    circle: int
    name: str
    person: int | None = None  # None where they have not joined
    role: Role = Role.HELPER
    ring: Ring = Ring.FAMILY
    standing: Standing = Standing.ACTIVE
    since: datetime | None = None
    left_at: datetime | None = None
    voice: int | None = None  # the member who speaks for somebody without a phone, and gets their reminders
    version: int = 1

    @property
    def present(self) -> bool:
        """Whether they count in the roster: joined, or expected to."""
        return self.standing in (Standing.ACTIVE, Standing.EXPECTED)


@dataclass(frozen=True)
class Contact:
    """A number that matters to a circle, for the fridge: "huisarts", "010-123 45 67"."""

    id: int
    circle: int
    label: str
    number: str
    version: int = 1


@dataclass(frozen=True)
class Invite:
    """A code that lets somebody join. Only its hash is kept."""

    id: int
    circle: int
    made_by: int  # member
    code_hash: str
    expires_at: datetime
    uses_left: int
    ring: Ring = Ring.FAMILY
    role: Role = Role.HELPER
    member: int | None = None  # the expected member whose place it takes over
    on_wall: bool = False  # leads to a request that an organiser approves
    withdrawn_at: datetime | None = None
    version: int = 1
