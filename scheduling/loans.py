"""Volunteers or a group whom an organisation offers for an open shift; the circle's organiser agrees first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LoanState(StrEnum):
    """ASKED the organiser, who AGREED or REFUSED; TAKEN once somebody is on the shift."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN = "taken"


@dataclass(frozen=True)
class Loan:
    """One offer for one shift."""

    id: int
    circle: int
    shift: int
    organisation: int  # circle
    by: int  # member of the circle: the coordinator
    at: datetime
    volunteers: tuple[int, ...] = ()  # members of the organisation who are asked
    group: str = ""  # or the name of a group that comes together
    people: int = 1  # how many of them
    state: LoanState = LoanState.ASKED
    version: int = 1
