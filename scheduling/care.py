"""What is done for somebody, when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class ShiftState(StrEnum):
    """A cancelled shift stays, so that its series never makes it anew."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """A member's part in a shift."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    THERE = "there"
    DONE = "done"
    NOT_DONE = "not_done"
    WANTS_OUT = "wants_out"  # still responsible until another has it
    RESERVE = "reserve"
    RELEASED = "released"
    TAKEN_OVER = "taken_over"


RESPONSIBLE = (Part.CLAIMED, Part.CONFIRMED, Part.THERE, Part.DONE, Part.NOT_DONE, Part.WANTS_OUT)
"""Whoever has one of these is the one who does it."""

FIRM = (Part.CLAIMED, Part.CONFIRMED, Part.THERE, Part.DONE, Part.NOT_DONE)
"""These fill a place; WANTS_OUT is responsible, yet the place is wanted."""


HOLDS = (Part.CLAIMED, Part.CONFIRMED, Part.THERE)
"""Who has one of these means to come."""

COUNTED_ON = (*HOLDS, Part.WANTS_OUT)
"""It is for who has one of these to do, and how it went was not said."""

DOES = (*HOLDS, Part.DONE)
"""Who has one of these will do it or did."""

DID = (*DOES, Part.WANTS_OUT)
"""Whoever has one of these when a shift is over, did it, as far as we heard."""

SETTLED = (Part.DONE, Part.NOT_DONE)
"""How it went was said."""


@dataclass(frozen=True)
class Task:
    """What has to be done."""

    id: int
    circle: int
    what: str  # "huisarts", "boodschappen doen"
    minutes: int  # how long it takes
    made_by: int  # member
    note: str = ""
    people_needed: int = 1
    at_home: bool = True  # at the recipient's home, so that it may be one visit with others
    critical: bool = False  # cannot be missed
    ask: bool = True  # whether the program looks for somebody by itself
    version: int = 1


@dataclass(frozen=True)
class Series:
    """When a task recurs."""

    id: int
    task: int
    starts: datetime  # first occurrence, UTC
    rule: str = ""  # RFC 5545 RRULE on the circle's wall clock; "" is once
    habit: int | None = None  # the member whose it is by habit
    made_until: datetime | None = None  # shifts exist up to here
    without: str = ""  # days it leaves out: "2025-12-20/2026-01-04 2026-04-27/2026-04-27"
    version: int = 1


@dataclass(frozen=True)
class Shift:
    """One dated occurrence (a *beurt*), unique by series and original start."""

    id: int
    circle: int
    task: int
    series: int
    original_start: datetime
    start: datetime
    end: datetime
    what: str
    people_needed: int = 1
    at_home: bool = True
    state: ShiftState = ShiftState.PLANNED
    opened_at: datetime | None = None  # when it was made, or came open again; None: before we kept this
    goes_on: bool = False  # planned while all else stands still ("bezoek in het ziekenhuis")
    version: int = 1

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True)
class Assignment:
    """A member on a shift."""

    id: int
    shift: int
    member: int
    part: Part
    since: datetime
    late_minutes: int = 0
    overridden: bool = False  # taken on purpose though something stood in the way
    people: int = 1  # more where a group comes
    taken_at: datetime | None = None  # when it was taken, whatever came after; None: before we kept this
    version: int = 1


@dataclass(frozen=True)
class Staffed:
    """A shift with who is on it."""

    shift: Shift
    assignments: tuple[Assignment, ...] = ()

    @property
    def responsible(self) -> tuple[Assignment, ...]:
        """Who does it, those who want out included."""
        return tuple(a for a in self.assignments if a.part in RESPONSIBLE)

    @property
    def reserves(self) -> tuple[Assignment, ...]:
        """Who stands by, first come first."""
        return tuple(sorted((a for a in self.assignments if a.part == Part.RESERVE), key=lambda a: (a.since, a.id)))

    @property
    def places_open(self) -> int:
        """How many people are wanted still."""
        wanted = self.shift.people_needed
        for assignment in self.assignments:
            if assignment.part in FIRM:
                wanted -= assignment.people
        return max(0, wanted)

    def of(self, member: int) -> Assignment | None:
        """What this member has here, if anything that counts."""
        for assignment in self.assignments:
            if assignment.member == member and assignment.part not in (Part.RELEASED, Part.TAKEN_OVER):
                return assignment
        return None

    def counts_on(self, member: int) -> bool:
        """Whether it is for this member to do, and how it went was not said."""
        mine = self.of(member)
        return mine is not None and mine.part in COUNTED_ON


@dataclass(frozen=True)
class LogEntry:
    """A line for whoever comes next."""

    id: int
    circle: int
    author: int | None  # member; None once the author is forgotten
    at: datetime
    text: str
    shift: int | None = None
    private: bool = False  # for organisers alone
    version: int = 1
