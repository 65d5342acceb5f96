"""What many circles did together, in sums in which none of them can be recognised."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.messages import Attachment
from bot.overviews.gathering import Gathering, Made
from bot.papers import impact as paper
from bot.saying import Drawing
from locales.nl import kinds, moments
from locales.words import Words
from scheduling.care import DID, Staffed
from scheduling.impact import SOON, Impact, stood_open
from scheduling.jobs import Job
from scheduling.people import AMSTERDAM, Circle, Member, Role, Standing
from scheduling.rights import Action, may
from scheduling.together import Cut, Part, Together, cut_more, key_of, together
from storage.database import Database
from storage.store import Store

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Weighing(Gathering):
    """Whole months that are over, of every circle that the coordinator looked at from their first day on."""

    failed = "impact-failed"

    def __init__(self, database: Database, words: Words, job: Job) -> None:
        super().__init__(database, words, job)
        self._parts: list[Part] = []
        self._cuts: list[Cut] | None = None  # as they were when the first circle was read

    def take(self, store: Store, id: int, now: datetime) -> None:
        """Read one circle, where it shows its hours now. One that came back is in the groups it was in before."""
        if self._cuts is None:
            self._cuts = store.cuts_of([key_of(month) for month in self._months()])
        member, circle = store.member_in(id, self._job.person), store.find(Circle, id)
        if member is None or circle is None or member.since is None or not may(member, Action.SEE_HOURS, circle):
            return
        cut_in = {cut.month for cut in self._cuts if id in cut.circles}
        zone = ZoneInfo(circle.zone)
        everybody = {one.id: one for one in store.members_of(id, *Standing)}
        for month in self._months():
            start, end = (
                datetime.combine(day, time(), zone).astimezone(UTC) for day in (month, month + relativedelta(months=1))
            )
            if end > now or (member.since > start and key_of(month) not in cut_in):
                continue
            self._parts.append(part_of(id, member.id, month, store.roster_between(id, start, end), everybody))

    def _months(self) -> list[date]:
        month, found = self._first.replace(day=1), []
        while month <= self._last:
            found.append(month)
            month += relativedelta(months=1)
        return found

    def _new_cuts(self, now: datetime) -> list[Cut]:
        """The groups that these circles make beside those that are known."""
        found: list[Cut] = []
        for month in self._months():
            parts = [part for part in self._parts if part.month == month]
            found += cut_more(parts, [cut for cut in self._cuts or () if cut.month == key_of(month)], now)
        return found

    def made(self, now: datetime) -> Made:
        """The sums in words, as a page and as a sheet."""
        new = self._new_cuts(now)
        found = together(self._parts, [*(self._cuts or ()), *new])
        period = moments.days(self._first, self._last)
        if not found.hours:
            return Made("impact-too-few", values={"period": period}, keep=tuple(new))
        here = now.astimezone(ZoneInfo(AMSTERDAM))
        lines = _lines(self._words, found)
        title = self._words("impact-title-many", count=found.circles)
        as_impact = Impact({key: hours * 60 for key, hours in found.hours.items()})
        page = paper.page(as_impact, title, lines, period, here, self._words)
        counts: dict[str, Any] = {"people": found.people, "shifts": found.shifts, "circles": found.circles}
        counts |= {"covered-share": found.covered, "soon-share": found.soon}
        files = (
            Drawing(self._words("impact-file-png"), "impact", page, "png"),
            Attachment(self._words("impact-file-xlsx"), SHEET, paper.excel(as_impact, title, counts, self._words)),
        )
        values = {"period": period, "count": found.circles, "lines": "\n".join(lines), "waiting": found.waiting}
        return Made("impact-said-many", files, values, tuple(new))


def part_of(circle: int, place: int, month: date, roster: list[Staffed], members: dict[int, Member]) -> Part:
    """What one circle did in one month, all of it over. Paid help is not counted."""
    minutes: dict[str, int] = defaultdict(int)
    people: dict[str, set[int]] = defaultdict(set)
    covered = opened = soon = 0
    for staffed in roster:
        shift, kind = staffed.shift, kinds.kind_of(staffed.shift.what)
        who = [a for a in staffed.assignments if a.part in DID]
        covered += sum(a.people for a in who) >= shift.people_needed
        waited = stood_open(staffed)
        opened += waited is not None
        soon += waited is not None and waited <= SOON
        for assignment in who:
            member = members.get(assignment.member)
            if member is None or member.role == Role.PAID:
                continue
            minutes[kind] += int(shift.duration.total_seconds() // 60) * assignment.people
            # The same person in two circles is one; who has not joined is somebody of their own.
            people[kind].add(member.person if member.person is not None else -member.id)
    whole = {kind: frozenset(who) for kind, who in people.items()}
    return Part(circle, place, month, dict(minutes), whole, len(roster), covered, opened, soon)


def _lines(words: Words, found: Together) -> list[str]:
    lines = [words("impact-hours-many", hours=found.total, people=found.people)]
    if found.covered is not None:
        lines.append(words("impact-share-many", share=found.covered, shifts=found.shifts))
    if found.soon is not None:
        lines.append(words("impact-soon-many", share=found.soon))
    return lines
