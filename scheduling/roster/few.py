"""The best division of a few shifts, by trying what there is: a family's week needs no solver."""

from __future__ import annotations

from fractions import Fraction

from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads, exact_points
from scheduling.roster.greedy import can_take
from scheduling.roster.problem import Division, RosterProblem

STEPS = 6000
"""So many decisions are looked at (some 0.1 s); a problem that needs more is for the solver."""


class _TooMany(Exception):
    pass


def best_of_few(problem: RosterProblem, seed: int) -> tuple[Division, Fraction] | None:
    """The best division and its points, or None where there is too much to try. `seed` says who is tried first."""
    places = [s for s, shift in enumerate(problem.shifts) for _ in range(shift.people - _fixed(problem, s))]
    if len(places) > 12:
        return None
    try:
        trying = _Trying(problem, places, seed)
        if trying.clashes.bridged:  # what goes together only through a third is not found one by one
            return None
        return trying.best()
    except _TooMany:
        return None


def _fixed(problem: RosterProblem, shift: int) -> int:
    return sum(shift in member.fixed for member in problem.members)


class _Trying:
    """Depth first, the least loaded first; what cannot become better than the best is not gone into."""

    def __init__(self, problem: RosterProblem, places: list[int], seed: int) -> None:
        self.problem, self.clashes, self.loads = problem, Clashes(problem), Loads(problem)
        members = len(problem.members)
        able = [sum(problem.may(m, s) for m in range(members)) for s in range(len(problem.shifts))]
        self.places = sorted(places, key=lambda s: (able[s], problem.shifts[s].start, s))
        self.members = sorted(range(members), key=lambda m: (m + seed) % max(1, members))
        self.own: list[set[int]] = [set(member.fixed) for member in problem.members]
        self.load = self.loads.of(tuple(frozenset(own) for own in self.own))
        self.spread = Fraction(problem.rules.spread_points) * self.loads.unit
        self.found: Division = ()
        self.total: Fraction | None = None
        self.steps = 0

    def best(self) -> tuple[Division, Fraction]:
        self._go(0, Fraction(0), sum(self.loads.shifts[s] for s in self.places))
        assert self.total is not None
        return self.found, exact_points(self.problem, self.loads, self.found)

    def _go(self, at: int, spent: Fraction, left: int) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise _TooMany
        if self.total is not None and spent + self.spread * self._least_spread(left) >= self.total:
            return
        if at == len(self.places):
            self.found, self.total = tuple(frozenset(own) for own in self.own), spent + self.spread * self._spread()
            return
        shift = self.places[at]
        hours = self.loads.shifts[shift]
        free = [m for m in self.members if can_take(self.problem, self.clashes, self.own[m], m, shift)]
        for member in sorted(free, key=lambda m: (self.load[m], self.problem.minds(m, shift))):
            self.own[member].add(shift)
            self.load[member] += hours
            self._go(at + 1, spent + self.problem.minds(member, shift), left - hours)
            self.own[member].discard(shift)
            self.load[member] -= hours
        self._go(at + 1, spent + self.problem.rules.open_points, left - hours)

    def _spread(self) -> int:
        return max(self.load) - min(self.load) if self.load else 0

    def _least_spread(self, left: int) -> int:
        """No division of what is left makes the difference smaller than this."""
        if not self.load:
            return 0
        most = max(self.load)
        return max(0, most - min(self.load) - left)
