"""Queries about asking for help."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, func, select

from scheduling.asking import Ask, AskRound
from storage.base import Base
from storage.ready import Ready
from storage.tables import ask_rounds, asks

_ROUND_OF = Ready(select(ask_rounds).where(ask_rounds.c.circle == bindparam("of")).with_for_update(), AskRound)
_NEXT_ROUND = select(func.min(ask_rounds.c.next_at))


class Asks(Base):
    """Who was asked for what."""

    def ask_round_of(self, circle: int) -> AskRound | None:
        """How this circle asks, once it ever did."""
        return self._one(_ROUND_OF, of=circle)

    def ask_rounds_due(self, now: datetime, limit: int) -> list[AskRound]:
        """Rounds whose next wave goes now; a row that another process holds is left to it."""
        query = select(ask_rounds).where(ask_rounds.c.next_at <= now).order_by(ask_rounds.c.next_at).limit(limit)
        return self._all(AskRound, query.with_for_update(skip_locked=True))

    def next_ask_round(self) -> datetime | None:
        """When the next wave of any circle goes."""
        return self.connection.execute(_NEXT_ROUND).scalar()

    def asks_since(self, round_id: int, since: datetime) -> list[Ask]:
        """Who was asked in this circle since then."""
        query = select(asks).where(asks.c.round == round_id, asks.c.at >= since)
        return self._all(Ask, query.order_by(asks.c.id))

    def asked_for(self, member: int, since: datetime) -> set[int]:
        """The shifts that this member was asked for since then."""
        query = select(asks.c.shifts).where(asks.c.member == member, asks.c.at >= since)
        return {shift for shifts in self.connection.execute(query).scalars() for shift in shifts}
