"""The search for the best roster, and for the proof that it is.

The rosters are cut into parts by their spread and by how many places stay open. Of each part the relaxed program gives
a bound that is nearly always tight, and says of every decision by how much it raises that bound. So one asks: is there
a roster of at most `bound` points? Few decisions can be in it, and the small program that is left is solved quickly. If
there is none, the bound was too low and rises; if there is one, it is the best, and proved. docs/roster.md has the
figures.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil, isinf

from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads, exact_points, open_places, quantum
from scheduling.roster.faults import keeps_the_rules
from scheduling.roster.greedy import least_loaded, orders
from scheduling.roster.model import Part, Relaxed, RosterModel
from scheduling.roster.neighbours import improved
from scheduling.roster.problem import Division, RosterProblem

STEPS = ((0, False), (8, True), (2, False), (6, False), (15, False), (40, False), (100, False))
"""How many points above a part's bound are looked at, one after the other; and whether any roster will do for now.

Where there is none at the bound itself, one of a few points more is found much sooner than the best is.
"""
ROUNDS = 40
"""How often a few members divide anew after the first try, twice as often after the second, and so on."""
WIDE = 10
"""A gap of more points than this is better narrowed by looking at neighbours."""
FEW = 6
"""Up to so many members the exact programs are solved sooner than neighbours are looked at."""
ROUGHLY = 10
"""With rounded loads a gap of so many points will do."""
NODES = 50
"""Twice so many nodes at first, doubled at every try. Counted, not timed, so that a seed gives one answer."""


@dataclass(frozen=True)
class Found:
    """The best division, and a bound that nothing is below."""

    division: Division
    total: Fraction
    bound: Fraction


@dataclass(order=True)
class _Branch:
    bound: Fraction
    number: int
    part: Part = field(compare=False)
    relaxed: Relaxed | None = field(default=None, compare=False)
    tries: int = field(default=0, compare=False)
    answered: bool = field(default=True, compare=False)


class Search:
    """One search. `left` gives the seconds that are left, `better` is told of every better division."""

    def __init__(
        self,
        problem: RosterProblem,
        left: Callable[[], float],
        seed: int,
        better: Callable[[Division], object] = lambda _: None,
        loads: Loads | None = None,
    ) -> None:
        self.problem, self.left, self.seed, self.better = problem, left, seed, better
        self.clashes, self.loads = Clashes(problem), loads or Loads(problem)
        self.step = quantum(problem, self.loads)
        self.best: Division = ()
        self.total: Fraction = Fraction(0)
        self._count = 0
        self._polished = 0  # how often
        self._coarse = False  # whether it was begun with
        self._chance = random.Random(seed)
        self._heap: list[_Branch] = []  # what no bound has excluded yet, the most promising first
        for order in orders(problem):
            self._offer(least_loaded(problem, self.clashes, self.loads, order))

    def run(self, enough: int = 0) -> Found:
        """Search until the best is proved, or the gap is `enough` points, or the time is over."""
        if not self.problem.members or not self.problem.shifts:
            return Found(self.best, self.total, self.total)
        self.model = RosterModel(self.problem, self.clashes, self.loads)
        self._first_parts()
        while self._heap and self.left() > 0:
            branch = heapq.heappop(self._heap)
            if branch.bound + enough >= self.total:
                heapq.heappush(self._heap, branch)
                break
            self._look_at(branch)
        bound = min((branch.bound for branch in self._heap), default=self.total)
        return Found(self.best, self.total, min(bound, self.total))

    def _offer(self, division: Division | None) -> None:
        # A solver calculates with rounded numbers, so what it says is looked at once more.
        if division is None or not keeps_the_rules(self.problem, self.clashes, division):
            return
        total = exact_points(self.problem, self.loads, division)
        if not self.best or total < self.total:
            self.best, self.total = division, total
            self.better(division)

    def _first_parts(self) -> None:
        low = self.model.surely_open
        high = sum(open_places(self.problem, self.best).values())
        if low < high:
            solved, division = self.model.fewest_open(self.left(), NODES, self.seed)
            self._offer(division)
            if not isinf(solved.bound):
                low = max(low, ceil(solved.bound - 1e-6))
            high = min(high, sum(open_places(self.problem, self.best).values()))
        any_spread = Part(low, high, 0, None)
        cheapest = self.model.cheapest(any_spread, self.left())
        least = self.model.least_spread(any_spread, self.left())
        self.floor = self._up(cheapest.bound) if cheapest.finished else Fraction(0)
        spread = max(0, ceil(least.bound - 1e-6)) if least.finished and not isinf(least.bound) else 0
        self.band = max(1, ceil(1 / self.loads.unit))  # an hour, or one unit where that is more
        if self.problem.rules.spread_points:
            first = spread // self.band * self.band
            self._add(Part(low, high, first, first + self.band - 1))
        else:
            self._add(any_spread)
        more = Part(high + 1, None, 0, None)
        self._push(more, Fraction(self.problem.rules.open_points * (high + 1) + self.model.base_cost))

    def _add(self, part: Part) -> None:
        spread = self.problem.rules.spread_points * self.loads.unit * part.spread_low
        self._push(part, self.floor + spread)

    def _push(self, part: Part, bound: Fraction) -> None:
        self._count += 1
        heapq.heappush(self._heap, _Branch(bound, self._count, part))

    def _up(self, bound: float) -> Fraction:
        """To the next total there can be."""
        return ceil(Fraction(bound) / self.step - Fraction(1, 10**5)) * self.step

    def _look_at(self, branch: _Branch) -> None:
        part = branch.part
        if branch.relaxed is None:
            if part.spread_high is not None:
                low = part.spread_high + 1
                self._add(replace(part, spread_low=low, spread_high=low + self.band - 1))
            branch.relaxed = self.model.relaxed(part, self.left())
            if branch.relaxed.finished:
                if isinf(branch.relaxed.bound):
                    return  # there is no such roster
                branch.bound = max(branch.bound, self._up(branch.relaxed.bound))
            else:
                branch.relaxed = None
            heapq.heappush(self._heap, branch)
            return
        self._solve(branch, branch.relaxed)

    def _start_coarse(self) -> None:
        """Rounded to hours the loads fit together in far more ways, so that a good roster is found soon."""
        coarse = Search(self.problem, self.left, self.seed, loads=Loads(self.problem, Fraction(1)))
        self._offer(coarse.run(enough=ROUGHLY).division)

    def _polish(self, relaxed: Relaxed, gap: Fraction) -> None:
        if gap <= WIDE:
            return
        self._polished += 1
        division = improved(self.model, self.best, relaxed, ROUNDS * self._polished, self.step, self._chance, self.left)
        self._offer(division)

    def _solve(self, branch: _Branch, relaxed: Relaxed) -> None:
        first = branch.tries and self.band > 1 and not self._coarse
        if first:
            self._coarse = True
            self._start_coarse()
        if (first and len(self.best) > FEW) or not branch.answered:
            self._polish(relaxed, self.total - branch.bound)
        ahead, any_will_do = STEPS[min(branch.tries, len(STEPS) - 1)]
        most = min(self.total - self.step, branch.bound + ahead)
        branch.tries += 1
        choices = relaxed.within(float(most))
        nodes = NODES * 2**branch.tries
        solved, division = self.model.best(
            branch.part, choices, most, self.step, self.left(), nodes, self.seed + branch.tries, any_will_do
        )
        self._offer(division)
        branch.answered = solved.finished or division is not None
        if solved.finished:
            if division is not None and self.total <= self._up(solved.objective):
                return  # the best of this part, and it is known now
            if division is None:
                branch.bound = most + self.step
        elif not isinf(solved.bound):
            branch.bound = max(branch.bound, min(self._up(solved.bound), most + self.step))
        heapq.heappush(self._heap, branch)
