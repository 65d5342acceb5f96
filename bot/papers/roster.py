"""A roster to print, as every kind of file takes it. It holds only what its reader may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduling.care import Part, Staffed
from scheduling.people import Circle


@dataclass(frozen=True)
class Helper:
    """Somebody on a shift."""

    member: int
    name: str  # "" where names are left out
    part: Part


@dataclass(frozen=True)
class Line:
    """One shift."""

    shift: int
    series: int
    original_start: datetime  # UTC, as its series made it
    start: datetime  # local, aware
    end: datetime
    what: str
    who: tuple[Helper, ...]  # who does it, reserves left out
    places_open: int  # people still wanted
    sequence: int = 0  # grows with every change of the shift or of who is on it
    since: datetime | None = None  # the last time that somebody took or left it

    @property
    def minutes(self) -> int:
        """How long it really takes, the night of a clock change included."""
        return round((self.end.timestamp() - self.start.timestamp()) / 60)

    @property
    def names(self) -> tuple[str, ...]:
        """Who does it, by name."""
        return tuple(helper.name for helper in self.who if helper.name)


@dataclass(frozen=True)
class Contact:
    """A number that matters."""

    label: str  # "huisarts"
    number: str


@dataclass(frozen=True)
class Roster:
    """The shifts of one circle in a stretch of days."""

    recipient: str
    zone: str
    first: date
    last: date  # included
    made_at: datetime  # local
    lines: tuple[Line, ...]
    named: bool = True
    own: int | None = None  # the member whose shifts these are; None: everybody's
    hours_of: frozenset[int] | None = None  # whose hours may be added up by name; None: everybody's
    contacts: tuple[Contact, ...] = ()
    code: str = ""  # with which a reader asks to join
    opens: bool = False  # only what still wants somebody
    whose: str = ""  # the name of the one whose shifts these are, where another takes them along
    link: str = ""  # where the code opens the chat

    def on(self, day: date) -> tuple[Line, ...]:
        """The shifts that begin on this day."""
        return tuple(line for line in self.lines if line.start.date() == day)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def lines_of(
    circle: Circle, shifts: Iterable[Staffed], names: Mapping[int, str], *, named: bool = True, own: int | None = None
) -> tuple[Line, ...]:
    """The shifts as lines, in order of time: everybody's, or those that the member `own` does."""
    zone = ZoneInfo(circle.zone)
    found = []
    for staffed in shifts:
        who = tuple(
            Helper(a.member, names.get(a.member, "") if named else "", a.part)
            for a in staffed.responsible
            if own is None or a.member == own
        )
        if own is not None and not who:
            continue
        shift = staffed.shift
        found.append(
            Line(
                shift.id,
                shift.series,
                shift.original_start,
                shift.start.astimezone(zone),
                shift.end.astimezone(zone),
                shift.what,
                who,
                staffed.places_open if own is None else 0,
                shift.version + sum(a.version for a in staffed.assignments),
                max((a.since for a in staffed.assignments), default=None),
            )
        )
    return tuple(sorted(found, key=lambda line: (line.start, line.end, line.shift)))


def done(line: Line) -> bool:
    """Whether everybody who is on it did it."""
    return bool(line.who) and all(helper.part == Part.DONE for helper in line.who)
