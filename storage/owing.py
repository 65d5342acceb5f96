"""The outbox: what the program owes people, and what of it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    update,
)

from storage.base import Base
from storage.columns import UtcDateTime
from storage.delivering import WAITING
from storage.ready import Ready
from storage.rows import columns_of, values
from storage.tables import addresses, outbox, persons
from storage.turns import Owed

CLAIM = timedelta(minutes=1)
"""How long one sender has a row to itself; a dead one's rows come free after it."""
ONE_AT_A_TIME = 7_462_001  # the number of PostgreSQL's advisory lock for claiming

ANSWER, ALERT, DIGEST = 0, 1, 2
"""What goes first: answers; then reminders, asks and notices; then what looks back and ahead."""
DIGESTS = ("week", "day", "thanks", "wellbeing")
_URGENCY = {"reply": ANSWER, "edit": ANSWER, **dict.fromkeys(DIGESTS, DIGEST)}
ALLOWED = {ANSWER: timedelta(seconds=10), ALERT: timedelta(minutes=5), DIGEST: timedelta(hours=1)}
"""How late a message may be before something is wrong."""

earlier = outbox.alias("earlier")


def _owed(table: FromClause) -> ColumnElement[bool]:
    return table.c.sent_at.is_(None) & (table.c.error == "")


def _behind(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether something earlier of the same lane is owed still (that also meets these conditions).

    A value and no EXISTS: of that PostgreSQL makes a join over all that is pending, where few rows are asked for.
    """
    first = (earlier.c.due_at < outbox.c.due_at) | (earlier.c.id < outbox.c.id)
    before = (earlier.c.due_at <= outbox.c.due_at) & first  # in this form the lane's index is read up to here alone
    one = select(earlier.c.id).where(earlier.c.lane == outbox.c.lane, _owed(earlier), before, *conditions).limit(1)
    return one.correlate(outbox).scalar_subquery().is_not(None)


# Built once, as in storage/base.py: every tick and every message runs these.
_NOW = bindparam("now", type_=UtcDateTime)
_THEIRS = addresses.c.person == bindparam("to_person")
_PREFERRED = select(addresses.c.channel).join(persons, persons.c.address == addresses.c.id)
_PREFERRED = _PREFERRED.where(persons.c.id == bindparam("to_person"), addresses.c.unreachable == "")
_ANY = select(addresses.c.channel).where(_THEIRS, addresses.c.unreachable == "").order_by(addresses.c.id).limit(1)
_GIVEN = select(addresses.c.channel).where(addresses.c.id == bindparam("to_address"))
_CHANNEL = func.coalesce(
    _GIVEN.scalar_subquery(), _PREFERRED.scalar_subquery(), _ANY.scalar_subquery(), literal_column("''")
)
_INSERT = Ready(
    insert(outbox).values(channel=_CHANNEL), keys=[name for name in columns_of(Owed)[1:] if name != "channel"]
)
_EMPTY = values(Owed(0, "", datetime(1970, 1, 1, tzinfo=UTC)))
_OWED_WITH_KEY = Ready(select(outbox.c.id).where(outbox.c.dedupe_key == bindparam("key")))
_UNOWE = (
    delete(outbox)
    .where(outbox.c.kind.in_(bindparam("kinds", expanding=True)), outbox.c.subject == bindparam("about"))
    .where(outbox.c.sent_at.is_(None))
)
_UNOWE_ALL, _UNOWE_THEIRS = Ready(_UNOWE), Ready(_UNOWE.where(outbox.c.person == bindparam("to")))
_DUE = (
    select(outbox.c.id)
    .where(
        _owed(outbox),
        outbox.c.urgency == bindparam("urgency"),
        outbox.c.due_at <= _NOW,
        outbox.c.claimed_until.is_(None) | (outbox.c.claimed_until <= _NOW),
        ~_behind(earlier.c.claimed_until > _NOW),
    )
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_ANY_DUE = Ready(
    select(outbox.c.id)
    .where(_owed(outbox), outbox.c.due_at <= _NOW)
    .where(outbox.c.claimed_until.is_(None) | (outbox.c.claimed_until <= _NOW))
    .limit(1)
)
_DUE_THERE = _DUE.where(outbox.c.channel == bindparam("channel"))
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(_IDS))
    .values(claimed_until=bindparam("until", type_=UtcDateTime))
    .returning(outbox)
)
_NEXT_DUE = select(
    func.min(case((outbox.c.claimed_until > outbox.c.due_at, outbox.c.claimed_until), else_=outbox.c.due_at))
).where(_owed(outbox), ~_behind())
_MINE: BindParameter[list[int]] = bindparam("mine", expanding=True)
_WAITING = select(outbox.c.id).where(
    outbox.c.id.in_(_MINE), _behind(earlier.c.claimed_until > _NOW, earlier.c.id.not_in(_MINE))
)
_SETTLE = update(outbox).where(outbox.c.id == bindparam("row"))
_SENT = _SETTLE.values(
    sent_at=bindparam("at", type_=UtcDateTime), provider_id=bindparam("theirs"), claimed_until=null()
)
_RENDERED = _SETTLE.values(payload=bindparam("said", type_=outbox.c.payload.type), address=bindparam("there"))


@dataclass(frozen=True)
class Queue:
    """What waits on one channel: how much is due, how much of it is too late, and since when the first of it waits."""

    channel: str
    urgency: int
    due: int
    overdue: int
    since: datetime


class Owing(Base):
    """What is owed."""

    def owe(self, kind: str, due_at: datetime, /, **fields: Any) -> int | None:
        """Owe somebody a message and return its row; None where the same is owed already (`dedupe_key`)."""
        key = fields.get("dedupe_key")
        if key is not None and self._one(_OWED_WITH_KEY, key=key) is not None:
            return None
        person, address = fields.get("person"), fields.get("address")
        usual = {"lane": lane_of(person, address), "urgency": _URGENCY.get(kind, ALERT)}
        row = {**_EMPTY, **usual, "kind": kind, "due_at": due_at, **fields}
        return self._add(_INSERT, **row, to_person=person, to_address=address)

    def unowe(self, kinds: Iterable[str], subject: int, person: int | None = None) -> None:
        """Take back what is not sent yet of these kinds about this subject (for this person alone where given)."""
        asked = {"kinds": list(kinds), "about": subject}
        self._run(_UNOWE_ALL if person is None else _UNOWE_THEIRS, **asked, to=person)

    def put_off(self, person: int, kinds: Iterable[str], begin: datetime, end: datetime, then: datetime) -> None:
        """What of these kinds would go to this person between two moments goes at `then`."""
        mine = (outbox.c.person == person, outbox.c.kind.in_(list(kinds)), outbox.c.sent_at.is_(None))
        due = (outbox.c.due_at >= begin, outbox.c.due_at < end, outbox.c.claimed_until.is_(None))
        self.connection.execute(update(outbox).where(*mine, *due, outbox.c.error == "").values(due_at=then))

    def any_due(self, now: datetime) -> bool:
        """Whether a sender may find something to take: mostly not, and then one look does for all channels."""
        return self._one(_ANY_DUE, now=now) is not None

    def claim_due(self, now: datetime, limit: int, channel: str | None = None) -> list[Owed]:
        """Take what is due for this sender (on this channel), the most urgent first, in the order it is due.

        Several senders never take the same row. What comes after a message that is under way to the same person, or
        waits for another try, waits too.
        """
        if self.connection.dialect.name == "postgresql":  # SQLite has one writer anyway
            self.connection.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
        ids: list[int] = []
        for urgency in ALLOWED:  # each reads its own stretch of an index
            if len(ids) < limit:
                given = {"now": now, "urgency": urgency, "channel": channel, "most": limit - len(ids)}
                ids += self.connection.execute(_DUE if channel is None else _DUE_THERE, given).scalars()
        if not ids:
            return []
        taken = self.connection.execute(_TAKE, {"ids": ids, "until": now + CLAIM}).mappings().all()
        return sorted((Owed(**row) for row in taken), key=lambda one: (one.due_at, one.id))

    def drop_late_elsewhere(self, now: datetime, channels: Iterable[str]) -> int:
        """Drop what came too late on channels that are none of these, and return how much: perhaps nobody has them."""
        late = (outbox.c.due_at <= now) & (outbox.c.useful_until < now) & outbox.c.channel.not_in(list(channels))
        free = outbox.c.claimed_until.is_(None) | (outbox.c.claimed_until <= now)
        return self.connection.execute(update(outbox).where(_owed(outbox), late, free).values(error="late")).rowcount

    def next_due(self) -> datetime | None:
        """When the next message that is not sent yet can be taken."""
        return self.connection.execute(_NEXT_DUE).scalar()

    def wait_their_turn(self, owed: Iterable[int], now: datetime) -> set[int]:
        """Those of these replies that come after something under way to the same person; they are given back."""
        return set(self.connection.execute(_WAITING, {"mine": list(owed), "now": now}).scalars())

    def give_back(self, owed: Iterable[int]) -> None:
        """Let these be claimed again."""
        self.connection.execute(update(outbox).where(outbox.c.id.in_(list(owed))).values(claimed_until=None))

    def give_all_back(self) -> int:
        """Let everything that was under way be claimed again, and return how much: whoever claimed it is dead."""
        under_way = update(outbox).where(_owed(outbox), outbox.c.claimed_until.is_not(None), outbox.c.attempts == 0)
        return self.connection.execute(under_way.values(claimed_until=None)).rowcount

    def sent(self, owed: int, provider_id: str, now: datetime, *, secret: bool = False) -> None:
        """It is delivered; of a secret one nothing is kept."""
        emptied = {"payload": {"text": ""}} if secret else {}
        self._settle(owed, sent_at=now, provider_id=provider_id, claimed_until=None, **emptied)

    def sent_all(self, sent: Iterable[tuple[int, str, datetime]]) -> None:
        """These (row, the channel's own id, moment) are delivered: one round trip for all of them."""
        rows = [{"row": row, "theirs": theirs, "at": at} for row, theirs, at in sent]
        if rows:
            self.connection.execute(_SENT, rows)

    def failed(self, owed: int, reason: str) -> None:
        """It will not be delivered, for this reason (a fixed word)."""
        self._settle(owed, error=reason, claimed_until=None)

    def again(self, owed: Iterable[int], then: datetime, *, tried: bool = True) -> None:
        """These could not be delivered just now: try again then. Their place in the order stays."""
        mine = update(outbox).where(outbox.c.id.in_(list(owed)))
        self.connection.execute(mine.values(claimed_until=then, attempts=outbox.c.attempts + int(tried)))

    def set_aside(self, owed: int, then: datetime) -> None:
        """It is tried again then, and nothing waits for it any more."""
        mine = update(outbox).where(outbox.c.id == owed)
        self.connection.execute(mine.values(claimed_until=then, attempts=outbox.c.attempts + 1, lane=None))

    def elsewhere(self, owed: int, channel: str) -> None:
        """It goes on another channel than it seemed: whoever has that takes it."""
        self._settle(owed, channel=channel, claimed_until=None)

    def rendered(self, said: Iterable[tuple[int, dict[str, Any], int]]) -> None:
        """Keep what proactive messages (row, what it came to say, address) said, for the edit after a tap."""
        rows = [{"row": row, "said": payload, "there": address} for row, payload, address in said]
        if rows:
            self.connection.execute(_RENDERED, rows)

    def queues(self, now: datetime) -> list[Queue]:
        """What is due and not sent, by channel and urgency; without what waits for a template to be approved."""
        past = [(outbox.c.urgency == one) & (outbox.c.due_at < now - allowed) for one, allowed in ALLOWED.items()]
        late = or_(outbox.c.useful_until < now, *past)
        overdue = func.sum(case((late, 1), else_=0))
        query = select(outbox.c.channel, outbox.c.urgency, func.count(), overdue, func.min(outbox.c.due_at))
        due = query.where(_owed(outbox), outbox.c.due_at <= now, outbox.c.status != WAITING)
        return [Queue(*row) for row in self.connection.execute(due.group_by(outbox.c.channel, outbox.c.urgency))]

    def _settle(self, owed: int, **fields: Any) -> None:
        self.connection.execute(_SETTLE, {"row": owed, **fields})


def lane_of(person: int | None, address: int | None) -> int | None:
    """The order that a message belongs to: the person's, or that of an address whose person is not known."""
    return person if person is not None or address is None else -address
