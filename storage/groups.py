"""Queries about family groups and the list that stands in each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, select, update

from scheduling.groups import Group
from storage.circles import Circles
from storage.owing import Owing, lane_of
from storage.ready import Ready
from storage.tables import assignments, groups, members, outbox, shifts

BOARD = "board"
"""The kind of an outbox row that brings a group's list up to date."""

_AT = Ready(select(groups).where(groups.c.address == bindparam("at")), Group)
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_CIRCLES_OF = {
    "shift": select(shifts.c.circle).where(shifts.c.id.in_(_IDS)),
    "assignment": select(shifts.c.circle)
    .join(assignments, assignments.c.shift == shifts.c.id)
    .where(assignments.c.id.in_(_IDS)),
    "member": select(members.c.circle).where(members.c.id.in_(_IDS)),
}
_OF_CIRCLES = select(groups).where(groups.c.circle.in_(bindparam("circles", expanding=True))).order_by(groups.c.id)
_ANY_TIED = Ready(select(groups.c.id).where(groups.c.circle.is_not(None)).limit(1))


class Groups(Circles, Owing):
    """Where a circle is to be seen by a whole family."""

    def group_at(self, address: int) -> Group | None:
        """The group at this address."""
        return self._one(_AT, at=address)

    def groups_of(self, circle: int) -> list[Group]:
        """The groups that are tied to a circle."""
        return self._all(Group, select(groups).where(groups.c.circle == circle).order_by(groups.c.id))

    def tied_groups(self) -> list[Group]:
        """Every group that is tied to some circle."""
        return self._all(Group, select(groups).where(groups.c.circle > 0).order_by(groups.c.circle))

    def groups_touched(self, images: Iterable[dict[str, Any]]) -> list[Group]:
        """The tied groups whose circle these changes of one transaction are about."""
        touched: dict[str, list[int]] = {}
        for image in images:
            touched.setdefault(image["table"], []).append(image["id"])
        if not touched.keys() & {*_CIRCLES_OF, "circle"} or self._none_tied():
            return []
        circles = set(touched.get("circle", []))
        for table, query in _CIRCLES_OF.items():
            if ids := touched.get(table):
                circles |= set(self.connection.execute(query, {"ids": ids}).scalars())
        return self._all(Group, _OF_CIRCLES, circles=list(circles))

    def _none_tied(self) -> bool:
        return self._one(_ANY_TIED) is None

    def owe_board(self, group: Group, due: datetime) -> None:
        """Owe a group its list as it stands by then. What is owed already is the same list, and goes with this one."""
        mine = (
            (outbox.c.kind == BOARD)
            & (outbox.c.subject == group.id)
            & outbox.c.edits.is_(None)
            & outbox.c.sent_at.is_(None)
            & (outbox.c.error == "")
        )
        tried = select(outbox.c.id).where(mine, outbox.c.claimed_until.is_not(None), outbox.c.attempts > 0).limit(1)
        if self.connection.execute(tried).first() is not None:  # it is made from the state of then, when it goes again
            return
        self.connection.execute(delete(outbox).where(mine, outbox.c.claimed_until.is_(None)))
        self.owe(BOARD, due, address=group.address, subject=group.id)

    def unowe_board(self, group: Group) -> None:
        """Take back what is owed to a group and not under way."""
        self.connection.execute(
            delete(outbox).where(
                outbox.c.kind == BOARD,
                outbox.c.subject == group.id,
                outbox.c.sent_at.is_(None),
                outbox.c.claimed_until.is_(None),
            )
        )

    def sent_there_since(self, address: int, since: datetime) -> list[datetime]:
        """When something went to this address since then, oldest first; answers to taps alone do not count."""
        query = select(outbox.c.sent_at).where(
            outbox.c.address == address, outbox.c.sent_at > since, outbox.c.lane.is_not(None)
        )
        return sorted(self.connection.execute(query).scalars())

    def move_chat(self, channel: str, old: str, new: str) -> Group | None:
        """The chat `old` goes by another id from now on. Returns the group, whose list has to be said anew there."""
        before, after = self.address_of(channel, old, lock=True), self.address_of(channel, new, lock=True)
        if before is None:
            return None
        if after is None:
            after = self.change(before, chat=new, unreachable="")
        else:  # something came from the new one before
            self.connection.execute(
                update(outbox)
                .where(outbox.c.address == before.id, outbox.c.sent_at.is_(None))
                .values(address=after.id, lane=lane_of(None, after.id))
            )
        group = self.group_at(before.id)
        if group is None:
            return None
        other = None if after.id == before.id else self.group_at(after.id)
        if other is not None:
            self.connection.execute(delete(groups).where(groups.c.id == other.id))
        return self.change(group, address=after.id, message="", posted_at=None)
