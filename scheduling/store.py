"""What the services ask of whoever keeps things; `storage.Store` answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from scheduling.availability import Absence, Never
from scheduling.care import Series, Shift, ShiftState, Staffed, Task
from scheduling.people import Invite, Member, Person, Standing

if TYPE_CHECKING:
    from scheduling.asking import Ask, AskRound
    from scheduling.jobs import Job
    from scheduling.wishes import Wish

T = TypeVar("T")


class Store(Protocol):
    """One transaction."""

    def get(self, kind: type[T], id: int, /) -> T:
        """The thing with this id. Raises LookupError."""
        ...

    def find(self, kind: type[T], id: int, /, *, lock: bool = False) -> T | None:
        """The thing with this id, or None; held until the commit with `lock`."""
        ...

    def add(self, thing: T, /) -> T:
        """Keep a new thing and return it with its id."""
        ...

    def change(self, thing: T, /, **changes: Any) -> T:
        """Change fields and return it as it is now."""
        ...

    def person(self, id: int, /) -> Person:
        """A person."""
        ...

    def staffed(self, shift: int, /, *, lock: bool = False) -> Staffed | None:
        """A shift with who is on it."""
        ...

    def came_open(self, shift: int, now: datetime, /) -> None:
        """Note since when a shift wants somebody; nothing else of it changes, its version neither."""
        ...

    def shifts_of_members(
        self, member_ids: Iterable[int], start: datetime, end: datetime, state: ShiftState = ..., /
    ) -> list[Staffed]:
        """The shifts these members are on or stand by for."""
        ...

    def shifts_of_series(self, series_id: int, start: datetime, /) -> list[Staffed]:
        """The shifts of a series from then on."""
        ...

    def originals_of(self, series_id: int, /) -> set[datetime]:
        """The original starts that a series made already."""
        ...

    def series_behind(self, circle: int, until: datetime, /) -> list[int]:
        """The recurring series of a circle whose shifts do not reach `until` yet, by id."""
        ...

    def series_with_task(self, id: int, /) -> tuple[Series, Task]:
        """A series and what it is of. Raises LookupError."""
        ...

    def series_by_habit(self, member: int, /) -> list[Series]:
        """The series that are a member's by habit."""
        ...

    def members_of(self, circle: int, /, *standings: Standing) -> list[Member]:
        """The members of a circle."""
        ...

    def members_with_person(self, circle: int, /) -> list[tuple[Member, Person]]:
        """The active members of a circle who are somebody, in the order they came."""
        ...

    def spoken_for(self, member_ids: Iterable[int], /) -> list[Member]:
        """The members without a phone for whom these speak."""
        ...

    def member_in(self, circle: int, person: int, /) -> Member | None:
        """A person's newest membership of a circle."""
        ...

    def invite_with(self, code_hash: str, /) -> Invite | None:
        """The invitation with this hash."""
        ...

    def owe(self, kind: str, due_at: datetime, /, **fields: Any) -> int | None:
        """Owe somebody a message."""
        ...

    def unowe(self, kinds: Iterable[str], subject: int, person: int | None = None, /) -> None:
        """Take back what is not sent yet."""
        ...

    def shifts_of_person(self, person: int, start: datetime, end: datetime, /) -> list[Shift]:
        """The shifts a person does in every circle."""
        ...

    def absences_of(self, person: int, start: datetime, end: datetime, /) -> list[Absence]:
        """When a person is away."""
        ...

    def nevers_of(self, person: int, /) -> list[Never]:
        """The weekly hours that never suit a person."""
        ...

    def wishes_of(self, circle: int, /) -> list[Wish]:
        """What the members of a circle can and like to do."""
        ...

    def minutes_by_member(self, circle: int, start: datetime, end: datetime, /) -> dict[int, int]:
        """How many minutes each member did or will do."""
        ...

    def open_shifts_between(self, circle: int, start: datetime, end: datetime, /) -> list[Staffed]:
        """The shifts that still want somebody."""
        ...

    def roster_between(self, circle: int, start: datetime, end: datetime, /) -> list[Staffed]:
        """The planned shifts of a circle that begin between these."""
        ...

    def jobs_since(self, circle: int, kind: str, since: datetime, /) -> list[Job]:
        """The jobs of a kind that this circle asked for since then."""
        ...

    def ask_round_of(self, circle: int, /) -> AskRound | None:
        """How this circle asks."""
        ...

    def asks_since(self, round_id: int, since: datetime, /) -> list[Ask]:
        """Who was asked in this circle since then."""
        ...

    def organisers_of(self, circle: int, /) -> list[Member]:
        """The organisers who joined."""
        ...
