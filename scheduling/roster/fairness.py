"""What counts as fair: everybody's weighted hours, and the points of a division."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from scheduling.roster.problem import Division, RosterProblem


@dataclass(frozen=True)
class Points:
    """What is wrong with a division; fewer is better."""

    spread_hours: float  # weighted hours between who has most and who has fewest, the last eight weeks included
    minded: int  # the sum of the costs
    open_places: int
    total: float


class Loads:
    """Weighted hours as whole numbers of one unit, so that sums are exact.

    Hours are taken to the minute and weights to the hundredth. The coarser they all are, the sooner the best is proved.
    """

    def __init__(self, problem: RosterProblem, grain: Fraction | None = None) -> None:
        """With a grain (hours) everything is rounded to it: another problem, yet one much like it."""
        rules = problem.rules
        night, weekend = (Fraction(round(weight * 100), 100) for weight in (rules.night_weight, rules.weekend_weight))
        weighted = [
            Fraction(round(shift.hours * 60), 60) * (night if shift.night else 1) * (weekend if shift.weekend else 1)
            for shift in problem.shifts
        ]
        before = [Fraction(round(member.past_hours * 60), 60) for member in problem.members]
        if grain is not None:
            weighted = [round(hours / grain) * grain for hours in weighted]
            before = [round(hours / grain) * grain for hours in before]
        part = math.lcm(1, *(hours.denominator for hours in weighted + before))
        shifts = [int(hours * part) for hours in weighted]
        past = [int(hours * part) for hours in before]
        lowest = min(past, default=0)
        step = math.gcd(*shifts, *(units - lowest for units in past)) or 1
        self.unit = Fraction(step, part)  # hours
        self.shifts: tuple[int, ...] = tuple(units // step for units in shifts)
        self.past: tuple[int, ...] = tuple((units - lowest) // step for units in past)  # above who did the least

    def of(self, division: Division) -> list[int]:
        """Everybody's load in units, counted from the past of who did the least."""
        return [past + sum(self.shifts[shift] for shift in own) for past, own in zip(self.past, division, strict=True)]


def open_places(problem: RosterProblem, division: Division) -> dict[int, int]:
    """The shifts for which somebody is wanted still, and how many."""
    taken = [0] * len(problem.shifts)
    for own in division:
        for shift in own:
            taken[shift] += 1
    return {s: shift.people - taken[s] for s, shift in enumerate(problem.shifts) if taken[s] < shift.people}


def exact_points(problem: RosterProblem, loads: Loads, division: Division) -> Fraction:
    """The total that is minimised."""
    everybody = loads.of(division)
    spread = (max(everybody) - min(everybody)) * loads.unit if everybody else Fraction(0)
    minded = sum(problem.minds(m, shift) for m, own in enumerate(division) for shift in own)
    missing = sum(open_places(problem, division).values())
    return problem.rules.spread_points * spread + minded + problem.rules.open_points * missing


def points(problem: RosterProblem, loads: Loads, division: Division) -> Points:
    """The same, taken apart."""
    everybody = loads.of(division)
    return Points(
        spread_hours=float((max(everybody) - min(everybody)) * loads.unit) if everybody else 0.0,
        minded=sum(problem.minds(m, shift) for m, own in enumerate(division) for shift in own),
        open_places=sum(open_places(problem, division).values()),
        total=float(exact_points(problem, loads, division)),
    )


def quantum(problem: RosterProblem, loads: Loads) -> Fraction:
    """Every total is a multiple of this, which lets a bound be rounded up."""
    costs = [cost for member in problem.members for cost in member.cost if cost]
    spread = problem.rules.spread_points * loads.unit
    whole = math.gcd(problem.rules.open_points, *costs)
    common = math.lcm(spread.denominator, 1)
    return Fraction(math.gcd(int(spread * common), whole * common), common) or Fraction(1)
