"""Queries about calendars and papers: their addresses, what they must know beside the roster, whether it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import BindParameter, bindparam, delete, func, select

from scheduling.care import Series, Task
from scheduling.feeds import Feed
from scheduling.people import Contact
from storage.base import Base
from storage.tables import assignments, circles, contacts, feeds, members, series, shifts, tasks

_IDS: BindParameter[list[int]] = bindparam("circles", expanding=True)
_STAMPS = (  # put together once: every calendar program asks them every hour
    select(func.count(), func.sum(shifts.c.version), func.max(shifts.c.id)).where(shifts.c.circle.in_(_IDS)),
    select(func.count(), func.sum(assignments.c.version), func.max(assignments.c.id))
    .select_from(assignments.join(shifts, shifts.c.id == assignments.c.shift))
    .where(shifts.c.circle.in_(_IDS)),
    select(func.count(), func.sum(members.c.version), func.max(members.c.id)).where(members.c.circle.in_(_IDS)),
    select(func.count(), func.sum(circles.c.version), func.max(circles.c.id)).where(circles.c.id.in_(_IDS)),
    select(func.count(), func.sum(series.c.version), func.max(series.c.id))
    .select_from(series.join(tasks, tasks.c.id == series.c.task))
    .where(tasks.c.circle.in_(_IDS)),
)


class Feeds(Base):
    """What calendars and papers need."""

    def feed_with(self, token_hash: str) -> Feed | None:
        """The address with this hash."""
        return self._first(Feed, select(feeds).where(feeds.c.token_hash == token_hash))

    def feeds_of(self, person: int) -> list[Feed]:
        """The addresses of a person, the oldest first."""
        return self._all(Feed, select(feeds).where(feeds.c.person == person).order_by(feeds.c.id))

    def close_feeds(self, ids: Iterable[int]) -> None:
        """These are no addresses any more."""
        self.connection.execute(delete(feeds).where(feeds.c.id.in_(list(ids))))

    def contacts_of(self, circle: int) -> list[Contact]:
        """The numbers that matter, in the order they were given."""
        return self._all(Contact, select(contacts).where(contacts.c.circle == circle).order_by(contacts.c.id))

    def remove_contact(self, id: int) -> None:
        """This number is no longer kept."""
        self.connection.execute(delete(contacts).where(contacts.c.id == id))

    def habits_in(self, circle: int, member_ids: Sequence[int] | None = None) -> list[tuple[Series, Task]]:
        """The recurring series of a circle that are somebody's by habit: of anybody, or of these members."""
        query = (
            select(series)
            .join(tasks, tasks.c.id == series.c.task)
            .where(tasks.c.circle == circle, series.c.rule != "", series.c.habit.is_not(None))
            .order_by(series.c.id)
        )
        if member_ids is not None:
            query = query.where(series.c.habit.in_(list(member_ids)))
        return [(one, self.get(Task, one.task)) for one in self._all(Series, query)]

    def versions_by_series(self, circle: int) -> dict[int, int]:
        """How often anything about each series was changed: it never shrinks."""
        total: dict[int, int] = {}
        for query in (
            select(shifts.c.series, func.sum(shifts.c.version)).where(shifts.c.circle == circle),
            select(shifts.c.series, func.sum(assignments.c.version))
            .join(assignments, assignments.c.shift == shifts.c.id)
            .where(shifts.c.circle == circle),
        ):
            for which, count in self.connection.execute(query.group_by(shifts.c.series)):
                total[which] = total.get(which, 0) + int(count)
        return total

    def roster_stamp(self, circle_ids: Sequence[int]) -> str:
        """A short text that changes whenever anything in the rosters of these circles does."""
        asked = {"circles": list(circle_ids)}
        seen = [tuple(self.connection.execute(query, asked).one()) for query in _STAMPS]
        return sha256(repr([[None if n is None else int(n) for n in row] for row in seen]).encode()).hexdigest()[:24]
