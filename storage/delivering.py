"""What became of messages after they went, who wants none, and how many there were."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, func, insert, literal, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.base import Base
from storage.columns import UtcDateTime
from storage.ready import Ready
from storage.tables import consents, message_counts, outbox, questions
from storage.turns import Owed

ANNOUNCED, WAITING, PLAIN = "announced", "waiting", "plain"
"""Said in short, the rest when the person speaks; held for a template; to be said again without buttons."""
NOTICE = "notice"
"""Each says something of its own, whatever circle it is of: a later one does not replace it."""
_LATER = {"sent": 1, "delivered": 2, "read": 3}


_HERE = outbox.c.address == bindparam("at")
_ANY_ANNOUNCED = Ready(select(outbox.c.id).where(_HERE, outbox.c.status == literal_column("'announced'")).limit(1))
_WAITING = _HERE & (outbox.c.status == ANNOUNCED)
_COUNT_ANNOUNCED = select(func.count()).where(_WAITING)
_NEWEST = select(func.max(outbox.c.id)).where(_WAITING).group_by(outbox.c.kind, outbox.c.subject)
_SAID_AGAIN = outbox.c.subject.is_not(None) & outbox.c.id.not_in(_NEWEST.scalar_subquery())
_PAST = (outbox.c.useful_until < bindparam("now", type_=UtcDateTime)) | ((outbox.c.kind != NOTICE) & _SAID_AGAIN)
_LEAVE = update(outbox).where(_WAITING, _PAST).values(status="sent")
_BRING = (
    update(outbox)
    .where(_WAITING)
    .values(sent_at=None, provider_id=None, due_at=bindparam("due", type_=UtcDateTime), attempts=literal(0), status="")
)
_DELIVER = update(outbox).where(outbox.c.id == bindparam("row"))
_RETRY = _DELIVER.values(attempts=outbox.c.attempts + 1)
_COUNTED = ["month", "circle", "channel", "kind"]


def _counting(adding: Any) -> Any:
    """Count some more, from none. `adding` is the dialect's own insert."""
    more = {"count": message_counts.c.count + adding.excluded["count"]}
    return adding.values(count=bindparam("by")).on_conflict_do_update(index_elements=_COUNTED, set_=more)


_COUNT = {
    "postgresql": _counting(postgresql.insert(message_counts)),
    "sqlite": _counting(sqlite.insert(message_counts)),
}


class Delivering(Base):
    """Messages on their way, for channels that tell how it went."""

    def announced(self, owed: int, provider_id: str, now: datetime) -> None:
        """Only the short form went; the rest is owed once the person speaks."""
        self._deliver(owed, sent_at=now, provider_id=provider_id, claimed_until=None, status=ANNOUNCED)

    def announced_at(self, address: int) -> int:
        """How many messages wait there for the person to speak."""
        return self.connection.execute(_COUNT_ANNOUNCED, {"at": address}).scalar_one()

    def bring(self, address: int, now: datetime, *, but: int | None) -> None:
        """The person spoke: what waited there is due now, save what was answered unseen (`but`)."""
        if self._one(_ANY_ANNOUNCED, at=address) is None:  # nearly always
            return
        answered = None if but is None else self.find(Owed, but)
        if answered is not None:
            same = (outbox.c.kind == answered.kind) & (outbox.c.subject == answered.subject)
            told = outbox.c.id == but if answered.subject is None or answered.kind == NOTICE else same
            self.connection.execute(update(outbox).where(_WAITING, told).values(status="read"), {"at": address})
        self.connection.execute(_LEAVE, {"at": address, "now": now})
        self.connection.execute(_BRING, {"at": address, "due": now})

    def hold(self, owed: int, until: datetime) -> None:
        """It waits for a template to be approved, and nothing behind it waits with it."""
        self._deliver(owed, due_at=until, claimed_until=None, status=WAITING)

    def held(self) -> int:
        """How many messages wait for a template to be approved."""
        query = select(func.count()).where(outbox.c.status == WAITING, outbox.c.sent_at.is_(None), outbox.c.error == "")
        return self.connection.execute(query).scalar_one()

    def resend(self, owed: int, then: datetime, status: str = "") -> None:
        """It did not arrive after all: it is due again."""
        again = {"sent_at": None, "provider_id": None, "claimed_until": None, "due_at": then, "status": status}
        self.connection.execute(_RETRY, {"row": owed, **again})

    def moved(self, owed: int, was: str, status: str) -> None:
        """It went on to "sent", "delivered" or "read"; never back."""
        if was in ("", *_LATER) and _LATER[status] > _LATER.get(was, 0):
            self._deliver(owed, status=status)

    def forget_talk(self, address: int, now: datetime) -> None:
        """Somebody else is there now: what was asked or owed there is not theirs."""
        self.connection.execute(
            update(questions)
            .where(questions.c.address == address, questions.c.answered_at.is_(None))
            .values(answered_at=now, version=questions.c.version + 1)
        )
        unsaid = outbox.c.sent_at.is_(None) | (outbox.c.status == ANNOUNCED)
        self.connection.execute(delete(outbox).where(outbox.c.address == address, outbox.c.person.is_(None), unsaid))
        self.connection.execute(
            update(outbox).where(outbox.c.address == address, outbox.c.status == ANNOUNCED).values(status="sent")
        )

    # Who wants messages.

    def consent(self, address: int, now: datetime, *, given: bool, text: str) -> None:
        """Keep that somebody agreed to messages there, or wants none, and in which words."""
        self.connection.execute(insert(consents).values(address=address, at=now, given=given, text=text[:200]))

    def consents_of(self, address: int) -> list[tuple[datetime, bool, str]]:
        """When somebody agreed or did not, and in which words, the oldest first."""
        query = select(consents.c.at, consents.c.given, consents.c.text).where(consents.c.address == address)
        return [(at, given, text) for at, given, text in self.connection.execute(query.order_by(consents.c.id))]

    # What it costs.

    def count_messages(self, month: str, circle: int, channel: str, kind: str, by: int) -> None:
        """Add to the count of a month ("2025-03"); circle 0 is for who is in none."""
        key = {"month": month, "circle": circle, "channel": channel, "kind": kind}
        self.connection.execute(_COUNT[self.connection.dialect.name], {**key, "by": by})

    def message_counts(self) -> list[RowMapping]:
        """Month, circle, channel, kind and count, the newest month first."""
        order = (message_counts.c.month.desc(), message_counts.c.circle, message_counts.c.kind)
        return list(self.connection.execute(select(message_counts).order_by(*order)).mappings())

    def _deliver(self, owed: int, **fields: object) -> None:
        self.connection.execute(_DELIVER, {"row": owed, **fields})
