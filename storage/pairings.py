"""Queries about codes that bring a second address."""

from __future__ import annotations

from sqlalchemy import delete, select

from scheduling.pairings import Pairing
from storage.base import Base
from storage.tables import pairings


class Pairings(Base):
    """Whose code is whose."""

    def pairing_with(self, code_hash: str) -> Pairing | None:
        """The one with this hash; held, as it is used once."""
        return self._first(Pairing, select(pairings).where(pairings.c.code_hash == code_hash).with_for_update())

    def close_pairings(self, person: int) -> None:
        """No code of this person works any more."""
        self.connection.execute(delete(pairings).where(pairings.c.person == person))
