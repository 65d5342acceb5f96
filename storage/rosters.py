"""Queries about shifts and who is on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from scheduling.care import FIRM, RESPONSIBLE, Assignment, LogEntry, Part, Series, Shift, ShiftState, Staffed, Task
from storage.base import Base
from storage.ready import Ready
from storage.tables import assignments, log_entries, series, shifts, tasks

_BETWEEN = (
    (shifts.c.circle == bindparam("circle"))
    & (shifts.c.state == ShiftState.PLANNED)
    & (shifts.c.start >= bindparam("start"))
    & (shifts.c.start < bindparam("end"))
)
_ROSTER_BETWEEN = Ready(select(shifts).where(_BETWEEN).order_by(shifts.c.start, shifts.c.id), Shift)
FILLED = (
    select(func.coalesce(func.sum(assignments.c.people), 0))
    .where(assignments.c.shift == shifts.c.id, assignments.c.part.in_(FIRM))
    .scalar_subquery()
)
"""How many places of a shift are taken, for people who will come or came."""
_OPEN_BETWEEN = Ready(
    select(shifts).where(_BETWEEN, shifts.c.people_needed > FILLED).order_by(shifts.c.start, shifts.c.id), Shift
)
_ASSIGNMENTS_BETWEEN = Ready(
    select(assignments).join(shifts, shifts.c.id == assignments.c.shift).where(_BETWEEN).order_by(assignments.c.id),
    Assignment,
)
_ASSIGNMENTS_OF_ONE = Ready(
    select(assignments).where(assignments.c.shift == bindparam("on")).order_by(assignments.c.id), Assignment
)
_ASSIGNMENTS_OF = Ready(
    select(assignments).where(assignments.c.shift.in_(bindparam("on", expanding=True))).order_by(assignments.c.id),
    Assignment,
)
_SHIFTS_OF_MEMBERS = Ready(
    select(shifts)
    .join(assignments, assignments.c.shift == shifts.c.id)
    .where(
        assignments.c.member.in_(bindparam("of", expanding=True)),
        assignments.c.part.in_((*RESPONSIBLE, Part.RESERVE)),
        shifts.c.state == bindparam("as"),
        shifts.c.end > bindparam("from"),
        shifts.c.start < bindparam("until"),
    )
    .distinct()
    .order_by(shifts.c.start, shifts.c.id),
    Shift,
)
_CAME_OPEN = Ready(update(shifts).where(shifts.c.id == bindparam("which")), keys=("opened_at",))
_ORIGINALS_OF = Ready(select(shifts.c.original_start).where(shifts.c.series == bindparam("of")))
_WHATS_OF = Ready(select(tasks.c.what).where(tasks.c.circle == bindparam("of")).distinct())


class Rosters(Base):
    """What is planned."""

    def staffed(self, shift: int, *, lock: bool = False) -> Staffed | None:
        """A shift with everybody on it; `lock` holds it until the commit, so that places are counted once."""
        found = self.find(Shift, shift, lock=lock)
        return None if found is None else Staffed(found, tuple(self._every(_ASSIGNMENTS_OF_ONE, on=shift)))

    def came_open(self, shift: int, now: datetime) -> None:
        """Note since when a shift wants somebody; nothing else of it changes, its version neither."""
        self._run(_CAME_OPEN, which=shift, opened_at=now)

    def roster_between(self, circle: int, start: datetime, end: datetime) -> list[Staffed]:
        """The planned shifts of a circle that begin from `start` until `end`, in order of time."""
        span = {"circle": circle, "start": start, "end": end}
        return _staffed(self._every(_ROSTER_BETWEEN, **span), self._every(_ASSIGNMENTS_BETWEEN, **span))

    def open_shifts_between(self, circle: int, start: datetime, end: datetime) -> list[Staffed]:
        """The shifts that still want somebody."""
        span = {"circle": circle, "start": start, "end": end}
        return self._with_assignments(self._every(_OPEN_BETWEEN, **span))

    def shifts_of_members(
        self, member_ids: Iterable[int], start: datetime, end: datetime, state: ShiftState = ShiftState.PLANNED
    ) -> list[Staffed]:
        """The shifts these members are on or stand by for, that end after `start` and begin before `end`."""
        asked = {"of": list(member_ids), "as": state, "from": start, "until": end}
        return self._with_assignments(self._every(_SHIFTS_OF_MEMBERS, **asked))

    def shifts_of_series(self, series_id: int, start: datetime) -> list[Staffed]:
        """The planned shifts of a series from `start` on."""
        query = select(shifts).where(
            shifts.c.series == series_id, shifts.c.state == ShiftState.PLANNED, shifts.c.start >= start
        )
        return self._with_assignments(self._all(Shift, query.order_by(shifts.c.start)))

    def shifts_of_task(self, task_id: int, start: datetime) -> list[Staffed]:
        """The planned shifts of a task that begin after `start`, in order of time."""
        query = select(shifts).where(
            shifts.c.task == task_id, shifts.c.state == ShiftState.PLANNED, shifts.c.start > start
        )
        return self._with_assignments(self._all(Shift, query.order_by(shifts.c.start, shifts.c.id)))

    def originals_of(self, series_id: int) -> set[datetime]:
        """The original starts a series made already, cancelled and moved ones too."""
        return {start for (start,) in self._every(_ORIGINALS_OF, of=series_id)}

    def series_by_habit(self, member: int) -> list[Series]:
        """The series that are this member's by habit."""
        return self._all(Series, select(series).where(series.c.habit == member).order_by(series.c.id))

    def recurring_of(self, circle: int) -> list[Series]:
        """The series of a circle that come again."""
        query = select(series).join(tasks, tasks.c.id == series.c.task)
        return self._all(Series, query.where(tasks.c.circle == circle, series.c.rule != "").order_by(series.c.id))

    def series_to_extend(self, until: datetime, after: int = 0, limit: int = 200) -> list[int]:
        """Recurring series behind this one whose shifts do not reach `until` yet, by id."""
        lacking = (series.c.rule != "") & (series.c.made_until < until) & (series.c.id > after)
        return list(
            self.connection.execute(select(series.c.id).where(lacking).order_by(series.c.id).limit(limit)).scalars()
        )

    def series_behind(self, circle: int, until: datetime) -> list[int]:
        """The recurring series of a circle whose shifts do not reach `until` yet, by id."""
        lacking = (series.c.rule != "") & (series.c.made_until < until) & (tasks.c.circle == circle)
        query = select(series.c.id).join(tasks, tasks.c.id == series.c.task).where(lacking).order_by(series.c.id)
        return list(self.connection.execute(query).scalars())

    def series_with_task(self, id: int) -> tuple[Series, Task]:
        """A series and what it is of. Raises LookupError."""
        found = self.get(Series, id)
        return found, self.get(Task, found.task)

    def tasks_of(self, circle: int) -> list[Task]:
        """Every task of a circle."""
        return self._all(Task, select(tasks).where(tasks.c.circle == circle).order_by(tasks.c.id))

    def whats_of(self, circle: int) -> list[str]:
        """What the tasks of a circle are called, each once."""
        return [what for (what,) in self._every(_WHATS_OF, of=circle)]

    def log_between(self, circle: int, start: datetime, end: datetime) -> list[LogEntry]:
        """What was written down, oldest first; erased lines left out."""
        query = select(log_entries).where(
            log_entries.c.circle == circle, log_entries.c.at >= start, log_entries.c.at < end, log_entries.c.text != ""
        )
        return self._all(LogEntry, query.order_by(log_entries.c.at, log_entries.c.id))

    def _with_assignments(self, found: list[Shift]) -> list[Staffed]:
        ids = [shift.id for shift in found]
        return _staffed(found, self._every(_ASSIGNMENTS_OF, on=ids) if ids else [])


def _staffed(found: list[Shift], every: list[Assignment]) -> list[Staffed]:
    by_shift: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in every:
        by_shift[assignment.shift].append(assignment)
    return [Staffed(shift, tuple(by_shift[shift.id])) for shift in found]
