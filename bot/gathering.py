"""A file over many circles, made beside the chat: read a few circles at a time, said how far it is, then written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import Attachment
from bot.papers.circles import CircleSheet, Row, excel
from bot.saying import Say
from locales.nl import kinds, moments
from locales.words import Words
from scheduling.care import Part, Staffed
from scheduling.impact import impact
from scheduling.jobs import Job
from scheduling.people import AMSTERDAM, Circle, CircleState, Member, Person, Role, Standing
from scheduling.rights import Action, may
from storage.database import Database
from storage.store import Store

AT_ONCE = 10  # circles in one look at the database
MANY = 100  # of so many on it is said how far it is
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TRIES = 3


class Gathering:
    """One file in the making. Whoever works it out calls `read` for each part, then `written`, then `finish`."""

    def __init__(self, database: Database, words: Words, job: Job) -> None:
        self._database = database
        self._words = words
        self._job = job
        self._circles: list[int] = [int(id) for id in job.payload["circles"]]
        self._first, self._last = (date.fromisoformat(job.payload[key]) for key in ("first", "last"))
        self._sheets: list[CircleSheet] = []
        self._states: dict[tuple[str, int], str] = {}

    def parts(self) -> Iterator[list[int]]:
        """The circles, a few at a time."""
        for begin in range(0, len(self._circles), AT_ONCE):
            yield self._circles[begin : begin + AT_ONCE]

    def read(self, part: list[int], now: datetime) -> None:
        """Read what these circles let be seen at this moment. Blocking work."""
        with self._database.reading() as store:
            self._sheets += [sheet for id in part if (sheet := self.of(store, id, now)) is not None]

    def progress(self, before: int, after: int, now: datetime) -> bool:
        """Say how far it is, at a third and two thirds of many circles. Returns whether there was something to say."""
        count = len(self._circles)
        if count < MANY or after * 3 // count == before * 3 // count or after >= count:
            return False
        with self._database.writing() as store:
            self._say(store, now, "overview-progress", done=after, count=count)
        return True

    def written(self, now: datetime) -> bytes:
        """The workbook. Blocking work, most of it computing."""
        here = now.astimezone(ZoneInfo(AMSTERDAM))
        ordered = sorted(self._sheets, key=lambda one: one.recipient.casefold())
        return excel(ordered, moments.days(self._first, self._last), here, self._words)

    def finish(self, data: bytes | None, now: datetime) -> None:
        """Owe the file, or the word that it did not work; once, whoever comes second."""
        with self._database.writing() as store:
            current = store.find(Job, self._job.id, lock=True)
            if current is None or current.done_at is not None:
                return
            store.change(current, done_at=now, claimed_until=None)
            if data is None or not self._sheets:
                self._say(store, now, "overview-failed")
                return
            file = Attachment(self._words("overview-file"), SHEET, data)
            period = moments.days(self._first, self._last)
            self._say(store, now, "overview-ready", file, count=len(self._sheets), period=period)

    def _say(self, store: Store, now: datetime, key: str, *files: Attachment, **values: Any) -> None:
        person = store.find(Person, self._job.person)
        if person is None:
            return
        say = Say(self._words(key, formal=person.formal, **values), attachments=files, secret=bool(files))
        store.owe("notice", now, person=person.id, payload=say.as_json())

    # One circle.

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
