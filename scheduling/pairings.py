"""A second address of the same person: a code that they send from there, short-lived and kept as a hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from scheduling.codes import hashed, new_code, normal

VALID = timedelta(hours=1)


@dataclass(frozen=True)
class Pairing:
    """A code that makes an address somebody's own. It is gone once it was used."""

    id: int
    person: int
    code_hash: str
    expires_at: datetime
    version: int = 1


class Pairings(Protocol):
    """What keeps them."""

    def add(self, thing: Pairing, /) -> Pairing:
        """Keep a new one."""
        ...

    def pairing_with(self, code_hash: str, /) -> Pairing | None:
        """The one with this hash."""
        ...

    def close_pairings(self, person: int, /) -> None:
        """No code of this person works any more."""
        ...


def offer(store: Pairings, person: int, now: datetime) -> str:
    """A new code, shown once; an earlier one of the same person works no longer."""
    store.close_pairings(person)
    code = new_code()
    store.add(Pairing(0, person, hashed(code), now + VALID))
    return code


def whose(store: Pairings, code: str, now: datetime) -> int | None:
    """The person whose code this is, or None."""
    found = store.pairing_with(hashed(code)) if normal(code) else None
    return found.person if found is not None and found.expires_at > now else None
