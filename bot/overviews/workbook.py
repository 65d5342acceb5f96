"""All the circles of a coordinator in one workbook, each as far as it lets itself be seen."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.messages import Attachment
from bot.overviews.gathering import Gathering, Made
from bot.papers.circles import CircleSheet, Row, excel
from locales.nl import kinds, moments
from locales.words import Words
from scheduling.care import Part, Staffed
from scheduling.impact import impact
from scheduling.jobs import Job
from scheduling.people import AMSTERDAM, Circle, CircleState, Member, Role, Standing
from scheduling.rights import Action, may
from storage.database import Database
from storage.store import Store

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Workbook(Gathering):
    """A sheet for each circle, and one before them with a line for each."""

    def __init__(self, database: Database, words: Words, job: Job) -> None:
        super().__init__(database, words, job)
        self._sheets: list[CircleSheet] = []
        self._states: dict[tuple[str, int], str] = {}

    def take(self, store: Store, id: int, now: datetime) -> None:
        """Read one circle."""
        sheet = self.of(store, id, now)
        if sheet is not None:
            self._sheets.append(sheet)

    def made(self, now: datetime) -> Made:
        """The workbook."""
        if not self._sheets:
            return Made(self.failed)
        here = now.astimezone(ZoneInfo(AMSTERDAM))
        ordered = sorted(self._sheets, key=lambda one: one.recipient.casefold())
        period = moments.days(self._first, self._last)
        file = Attachment(self._words("overview-file"), SHEET, excel(ordered, period, here, self._words))
        return Made("overview-ready", (file,), {"count": len(ordered), "period": period})

    def of(self, store: Store, id: int, now: datetime) -> CircleSheet | None:
        """What a circle lets be seen of who asked; None where that is nothing, not even that it is there."""
        member, circle = store.member_in(id, self._job.person), store.find(Circle, id)
        if member is None or circle is None or circle.state == CircleState.CLOSED:
            return None
        return self._sheet(store, member, circle, now) if may(member, Action.EXPORT, circle) else None

    def _sheet(self, store: Store, member: Member, circle: Circle, now: datetime) -> CircleSheet:
        zone = ZoneInfo(circle.zone)
        start = datetime.combine(self._first, time(), zone).astimezone(UTC)
        end = datetime.combine(self._last + timedelta(days=1), time(), zone).astimezone(UTC)
        roster = store.roster_between(circle.id, start, end)
        named = may(member, Action.SEE_ROSTER, circle)
        names = {m.id: m.name for m in store.members_of(circle.id, *Standing)} if named else {}
        opens = may(member, Action.SEE_OPEN, circle)
        shown = roster if named else [one for one in roster if one.places_open] if opens else []
        rows = tuple(self._row(staffed, names, zone, named=named) for staffed in shown)
        if not may(member, Action.SEE_HOURS, circle):
            return CircleSheet(
                circle.recipient, rows, len(rows) if named else None,
                sum(1 for one in shown if one.places_open) if opens else None,
            )  # fmt: skip
        paid = {m.id for m in store.members_of(circle.id, *Standing) if m.role == Role.PAID}
        found = impact(roster, paid, kinds.kind_of, circle.zone, now)
        hours = tuple((month, kind, minutes) for (month, kind), minutes in sorted(found.minutes.items()))
        unfilled = sum(1 for one in roster if one.places_open) if opens else None
        return CircleSheet(circle.recipient, rows, len(roster), unfilled, found.covered, found.shifts, hours)

    def _row(self, staffed: Staffed, names: dict[int, str], zone: ZoneInfo, *, named: bool) -> Row:
        shift = staffed.shift
        who = ""
        if named:
            somebody = self._words("fridge-somebody")
            who = ", ".join(names.get(a.member) or somebody for a in staffed.responsible)
        minutes = int((shift.end - shift.start).total_seconds() // 60)
        state = self._state(staffed)
        return Row(shift.start.astimezone(zone), shift.end.astimezone(zone), minutes, shift.what, who, state)

    def _state(self, staffed: Staffed) -> str:
        done = bool(staffed.responsible) and all(a.part == Part.DONE for a in staffed.responsible)
        places = staffed.places_open
        said = ("sheet-open" if places else "sheet-done" if done else "sheet-arranged", places)
        if said not in self._states:  # worded once
            self._states[said] = self._words(said[0], count=places)
        return self._states[said]
