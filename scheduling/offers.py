"""Giving a shift away, or exchanging two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OfferState(StrEnum):
    """Where an offer stands."""

    OPEN = "open"
    TAKEN = "taken"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Offer:
    """Somebody offers one assignment, to one member or to everybody, perhaps for another in return."""

    id: int
    circle: int
    assignment: int
    made_by: int  # member
    until: datetime
    to_member: int | None = None  # None: everybody
    in_return: int | None = None  # the assignment asked for
    state: OfferState = OfferState.OPEN
    version: int = 1
