"""Queries over many circles at once: what a coordinator looks after, never more than the circles that are named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from scheduling.care import Shift, ShiftState, Staffed
from scheduling.loans import Loan
from scheduling.people import Member, Role
from scheduling.timesheets import Timesheet
from scheduling.together import Cut
from storage.rosters import FILLED, Rosters
from storage.tables import cuts, loans, members, shifts, timesheets

_OPEN = (
    shifts.c.circle.in_(bindparam("circles", expanding=True)),
    shifts.c.state == ShiftState.PLANNED,
    shifts.c.start >= bindparam("start"),
    shifts.c.start < bindparam("end"),
    shifts.c.people_needed > FILLED,
)
_OPEN_COUNTS = select(shifts.c.circle, func.count()).where(*_OPEN).group_by(shifts.c.circle)
_SOONEST = select(shifts).where(*_OPEN).order_by(shifts.c.start, shifts.c.id).limit(bindparam("most"))


class Overviews(Rosters):
    """What coordinators and their circles need."""

    def open_counts(self, circle_ids: Sequence[int], start: datetime, end: datetime) -> dict[int, int]:
        """How many shifts of each of these circles want somebody; circles without any are left out."""
        asked = {"circles": list(circle_ids), "start": start, "end": end}
        return {row[0]: row[1] for row in self.connection.execute(_OPEN_COUNTS, asked)}

    def soonest_open(self, circle_ids: Sequence[int], start: datetime, end: datetime, most: int) -> list[Staffed]:
        """The first shifts of these circles that want somebody, in order of time."""
        asked = {"circles": list(circle_ids), "start": start, "end": end, "most": most}
        return self._with_assignments(self._all(Shift, _SOONEST, **asked))

    def coordinated(self, person: int) -> list[Member]:
        """Every place that somebody has or had as coordinator of a circle, in the order of the circles."""
        query = select(members).where(members.c.person == person, members.c.role == Role.COORDINATOR)
        return self._all(Member, query.order_by(members.c.circle, members.c.id))

    def cuts_of(self, months: Sequence[str]) -> list[Cut]:
        """The groups of circles that are counted together in these months ("2025-03"), in the order they were cut."""
        query = select(cuts).where(cuts.c.month.in_(list(months)))
        return self._all(Cut, query.order_by(cuts.c.month, cuts.c.place))

    def loans_for(self, shift: int, organisation: int) -> list[Loan]:
        """What an organisation offered for a shift, the newest last."""
        query = select(loans).where(loans.c.shift == shift, loans.c.organisation == organisation)
        return self._all(Loan, query.order_by(loans.c.id))

    def timesheet_of(self, member: int, month: str) -> Timesheet | None:
        """The last agreement with a member's hours of a month ("2025-03")."""
        query = select(timesheets).where(timesheets.c.member == member, timesheets.c.month == month)
        return self._first(Timesheet, query.order_by(timesheets.c.id.desc()).limit(1))
