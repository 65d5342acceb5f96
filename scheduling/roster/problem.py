"""What a roster is made from: shifts, members and the circle's rules."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class RosterShift:
    """Something that has to be done once, by one or more people."""

    start: float  # hours since a midnight that all shifts of the problem count from
    hours: float  # how long it takes, more than 0
    day: int  # the day it is on, for whoever does one visit a day
    people: int = 1  # how many are needed
    night: bool = False  # weighs as a night
    weekend: bool = False  # weighs as a weekend; a night in a weekend weighs as both
    at_home: bool = True  # at the recipient's home, so that it may be one visit with others

    @property
    def end(self) -> float:
        """Hours since the same midnight."""
        return self.start + self.hours


@dataclass(frozen=True)
class RosterMember:
    """Somebody among whom the shifts are divided."""

    cost: tuple[int | None, ...]  # for every shift how much they mind it, 0 or more; None: not available
    past_hours: float = 0.0  # what they did in the last eight weeks, weighted as shifts are
    most_hours: float | None = None  # not more than this in this roster, unweighted
    fixed: frozenset[int] = frozenset()  # shifts that are theirs already, whatever the rules say


@dataclass(frozen=True)
class Rules:
    """How a circle divides. The points are what a better roster has fewer of."""

    one_visit_a_day: bool = True
    combine: bool = False  # shifts at home that touch or overlap are one visit, which nobody needs rest within
    rest_hours: float = 11.0  # between shifts of one member that start on different days
    rest_after_hours: float = 0.0  # shorter shifts ask no rest after them
    between_hours: float = 0.0  # between visits of one member on the same day
    night_weight: float = 1.0
    weekend_weight: float = 1.0
    spread_points: int = 10  # for each weighted hour between who has most and who has fewest
    open_points: int = 1000  # for each place left open


@dataclass(frozen=True)
class RosterProblem:
    """What has to be divided among whom. Raises ValueError where a member's costs do not match the shifts."""

    shifts: tuple[RosterShift, ...]
    members: tuple[RosterMember, ...]
    rules: Rules = field(default_factory=Rules)

    def __post_init__(self) -> None:
        for member in self.members:
            if len(member.cost) != len(self.shifts):
                raise ValueError(f"{len(member.cost)} costs for {len(self.shifts)} shifts")
            if any(cost is not None and cost < 0 for cost in member.cost):
                raise ValueError("a cost below 0")
            if not all(0 <= shift < len(self.shifts) for shift in member.fixed):
                raise ValueError("a fixed shift that does not exist")
        for shift in self.shifts:
            if shift.hours <= 0 or shift.people < 1:
                raise ValueError("a shift takes time and needs somebody")

    def may(self, member: int, shift: int) -> bool:
        """Whether this member is available for it, or has it already."""
        own = self.members[member]
        return own.cost[shift] is not None or shift in own.fixed

    def minds(self, member: int, shift: int) -> int:
        """How much this member minds it; 0 where it is theirs though they were not available."""
        return self.members[member].cost[shift] or 0


Division = tuple[frozenset[int], ...]
"""For every member, which shifts are theirs."""
