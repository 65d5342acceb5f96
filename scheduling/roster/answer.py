"""What comes of dividing: who does what and why, and what nobody can do and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scheduling.roster.fairness import Points


class Reason(StrEnum):
    """Why this member does this shift."""

    FIXED = "fixed"  # it was theirs already
    ONLY_ONE = "only one"  # nobody else is available
    OTHERS_CANNOT = "others cannot"  # whoever else is available has something else, rests, or does enough
    MINDS_LEAST = "minds least"  # everybody else who could do it minds it more
    HAS_LEAST = "has least"  # nobody else who could do it has less to do without it
    BALANCE = "balance"  # it makes the whole come out best


class Hindrance(StrEnum):
    """Why a member does not take a place that is open."""

    AWAY = "away"  # not available
    BUSY = "busy"  # has another shift at that time or on that day
    RESTING = "resting"  # has a shift too short before or after it
    FULL = "full"  # does as many hours as they said they would
    SPARED = "spared"  # could, but that would be less fair than an open place


@dataclass(frozen=True)
class Line:
    """One member on one shift, by their places in the problem."""

    shift: int
    member: int
    cost: int
    reason: Reason


@dataclass(frozen=True)
class Hindered:
    """Why one member does not take an open place; `by` is the shift of theirs that is in the way."""

    member: int
    why: Hindrance
    by: int | None = None


@dataclass(frozen=True)
class Open:
    """A shift for which somebody is wanted still."""

    shift: int
    places: int
    hindered: tuple[Hindered, ...]  # everybody who is not on it

    @property
    def why(self) -> Hindrance | None:
        """What holds for all who are available; AWAY where nobody more is; None where it differs among them."""
        reasons = {hindered.why for hindered in self.hindered} - {Hindrance.AWAY}
        if not reasons:
            return Hindrance.AWAY
        return reasons.pop() if len(reasons) == 1 else None


@dataclass(frozen=True)
class Roster:
    """A division and what it is worth."""

    lines: tuple[Line, ...]  # by shift, then member
    open: tuple[Open, ...]
    hours: tuple[float, ...]  # of each member in this roster, unweighted
    loads: tuple[float, ...]  # of each member, weighted hours with the past included
    points: Points
    bound: float  # no roster has fewer points than this

    @property
    def gap(self) -> float:
        """How many points better another could be at most."""
        return self.points.total - self.bound

    @property
    def proved(self) -> bool:
        """Whether there is none better."""
        return self.gap < 1e-6
