"""A roster as an integer program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads
from scheduling.roster.problem import Division, RosterProblem
from scheduling.roster.program import INFINITE, Program, Solved


@dataclass(frozen=True)
class Part:
    """The rosters with so many places open (from, to; None: any) and so much spread, in units of load."""

    open_low: int
    open_high: int | None
    spread_low: int
    spread_high: int | None


@dataclass(frozen=True)
class Choices:
    """Which decisions are left in a program: (member, shift) pairs, and shifts of which a place may stay open."""

    pairs: frozenset[tuple[int, int]]
    open: frozenset[int]


@dataclass(frozen=True)
class Relaxed:
    """A bound on a part, and on it with each decision taken."""

    bound: float
    finished: bool
    pairs: dict[tuple[int, int], float]  # what the bound rises by at least when this member does this shift
    open: dict[int, float]  # the same for each place left open

    def within(self, points: float) -> Choices:
        """The decisions that a roster of at most so many points can have."""
        slack = points - self.bound + 1e-6 * (1 + abs(points))
        return Choices(
            frozenset(pair for pair, rise in self.pairs.items() if rise <= slack),
            frozenset(shift for shift, rise in self.open.items() if rise <= slack),
        )


class RosterModel:
    """Makes the programs of one problem."""

    def __init__(self, problem: RosterProblem, clashes: Clashes, loads: Loads) -> None:
        self.problem, self.clashes, self.loads = problem, clashes, loads
        members = range(len(problem.members))
        self.fixed: Division = tuple(member.fixed for member in problem.members)
        taken = Counter(shift for own in self.fixed for shift in own)
        self.wanted = [max(0, shift.people - taken[s]) for s, shift in enumerate(problem.shifts)]
        self.base = loads.of(self.fixed)
        self.base_cost = sum(problem.minds(m, shift) for m, own in enumerate(self.fixed) for shift in own)
        self.candidates = [sorted(self._candidates(member)) for member in members]
        self._groups = [clashes.groups(candidates) for candidates in self.candidates]
        able = Counter(shift for candidates in self.candidates for shift in candidates)
        self.surely_open = sum(max(0, wanted - able[s]) for s, wanted in enumerate(self.wanted))
        self.everything = Choices(
            frozenset((m, shift) for m in members for shift in self.candidates[m]),
            frozenset(s for s, wanted in enumerate(self.wanted) if wanted),
        )

    def _candidates(self, member: int) -> Iterator[int]:
        own = self.problem.members[member]
        left = INFINITE
        if own.most_hours is not None:
            left = own.most_hours - sum(self.problem.shifts[s].hours for s in own.fixed) + 1e-9
        for shift, cost in enumerate(own.cost):
            if cost is None or shift in own.fixed or not self.wanted[shift]:
                continue
            if self.problem.shifts[shift].hours <= left and not self.clashes.apart[shift] & own.fixed:
                yield shift

    def fewest_open(self, seconds: float, nodes: int, seed: int) -> tuple[Solved, Division | None]:
        """How few places can stay open, whatever the rest."""
        built = _Built(self, Part(0, None, 0, None), self.everything, objective="open")
        solved = built.program.solve(seconds, nodes, seed, gap=0.99)
        return solved, built.division(solved)

    def relaxed(self, part: Part, seconds: float) -> Relaxed:
        """A bound on what rosters of this part cost."""
        built = _Built(self, part, self.everything)
        solved = built.program.relaxed(seconds)
        if solved.values is None:
            return Relaxed(solved.bound, solved.finished, {}, {})
        return Relaxed(
            solved.bound,
            solved.finished,
            {pair: solved.reduced[column] for pair, column in built.pairs.items()},
            {shift: solved.reduced[column] for shift, column in built.open.items()},
        )

    def cheapest(self, part: Part, seconds: float) -> Solved:
        """A bound on the costs and the open places alone, without the spread."""
        return _Built(self, part, self.everything, objective="minded").program.relaxed(seconds)

    def least_spread(self, part: Part, seconds: float) -> Solved:
        """A bound on the spread alone, in units of load."""
        return _Built(self, part, self.everything, objective="spread").program.relaxed(seconds)

    def best(
        self,
        part: Part,
        choices: Choices,
        most: Fraction,
        gap: Fraction,
        seconds: float,
        nodes: int,
        seed: int,
        any_will_do: bool = False,
    ) -> tuple[Solved, Division | None]:
        """The best roster of this part with these decisions and at most so many points, or just any."""
        built = _Built(self, part, choices, most=most)
        solved = built.program.solve(seconds, nodes, seed, float(gap) * 0.99, any_will_do)
        return solved, built.division(solved)


class _Built:
    """One program, and which of its variables means what."""

    def __init__(
        self, model: RosterModel, part: Part, choices: Choices, objective: str = "all", most: Fraction | None = None
    ) -> None:
        self.model, self.part, self.program = model, part, Program()
        self.objective = objective
        problem = model.problem
        counted = objective in ("all", "minded")
        self.pairs: dict[tuple[int, int], int] = {}
        self.of: list[dict[int, int]] = []
        for member, candidates in enumerate(model.candidates):
            mine = {
                shift: self.program.variable(problem.minds(member, shift) if counted else 0)
                for shift in candidates
                if (member, shift) in choices.pairs
            }
            self.of.append(mine)
            self.pairs |= {(member, shift): column for shift, column in mine.items()}
        points = {"all": problem.rules.open_points, "minded": problem.rules.open_points, "open": 1, "spread": 0}
        may_open = choices.open if part.open_high != 0 else frozenset[int]()
        self.open = {
            shift: self.program.variable(points[objective], 0, model.wanted[shift]) for shift in sorted(may_open)
        }
        if counted:
            self.program.offset = model.base_cost
        self._cover()
        self._keep_rest()
        if objective in ("all", "spread"):
            self._spread()
        if most is not None:
            self._at_most(most)

    def division(self, solved: Solved) -> Division | None:
        """What the variables say."""
        if solved.values is None:
            return None
        return tuple(
            fixed | frozenset(shift for shift, column in mine.items() if solved.values[column] > 0.5)
            for fixed, mine in zip(self.model.fixed, self.of, strict=True)
        )

    def _cover(self) -> None:
        everyone: dict[int, list[tuple[int, float]]] = {
            shift: [] for shift, wanted in enumerate(self.model.wanted) if wanted
        }
        for (_, shift), column in self.pairs.items():
            everyone[shift].append((column, 1))
        for shift, column in self.open.items():
            everyone[shift].append((column, 1))
        for shift, terms in everyone.items():
            self.program.row(self.model.wanted[shift], self.model.wanted[shift], terms)
        high = INFINITE if self.part.open_high is None else self.part.open_high
        if self.open and (self.part.open_low or high != INFINITE):
            self.program.row(self.part.open_low, high, [(column, 1) for column in self.open.values()])

    def _keep_rest(self) -> None:
        for member, mine in enumerate(self.of):
            own = self.model.problem.members[member]
            seen: set[frozenset[int]] = set()
            for group in sorted(self.model._groups[member], key=lambda g: -sum(shift in mine for shift in g)):
                left = frozenset(shift for shift in group if shift in mine)
                if len(left) > 1 and not any(left <= other for other in seen):
                    seen.add(left)
                    self.program.row(-INFINITE, 1, [(mine[shift], 1) for shift in sorted(left)])
            for (one, other), bridges in self.model.clashes.bridged.items():
                both = [shift for shift in (one, other) if shift in mine]
                held = sum(shift in own.fixed for shift in (one, other))
                if not both or len(both) + held < 2:
                    continue
                for bridge in bridges:
                    if not bridge & own.fixed:
                        terms = [(mine[shift], 1.0) for shift in both]
                        terms += [(mine[shift], -1.0) for shift in sorted(bridge) if shift in mine]
                        self.program.row(-INFINITE, 1 - held, terms)
            if own.most_hours is not None and mine:
                shifts = self.model.problem.shifts
                left_hours = own.most_hours - sum(shifts[s].hours for s in own.fixed) + 1e-9
                self.program.row(-INFINITE, left_hours, [(column, shifts[s].hours) for s, column in mine.items()])

    def _spread(self) -> None:
        """Everybody's load lies between the lowest and that plus the spread."""
        model, part, program = self.model, self.part, self.program
        loads, total = model.loads.shifts, sum(model.base)
        total += sum(load * wanted for load, wanted in zip(loads, model.wanted, strict=True))
        per_unit = float(model.problem.rules.spread_points * model.loads.unit) if self.objective == "all" else 1.0
        lowest = program.variable(0, 0, total)
        one_value = part.spread_low == part.spread_high
        most = total if part.spread_high is None else part.spread_high
        width = None
        if one_value:
            program.offset += per_unit * part.spread_low
        else:
            width = program.variable(per_unit, part.spread_low, most)
        above = []
        divisor = self._commonest_load()
        for member, mine in enumerate(self.of):
            terms = [(column, float(loads[shift])) for shift, column in mine.items()]
            level = [(lowest, -1.0)]
            if most:
                extra = program.variable(0, 0, most)
                above.append(extra)
                level.append((extra, -1.0))
                if width is not None:
                    program.row(-INFINITE, 0, [(extra, 1), (width, -1)])
            program.row(-model.base[member], -model.base[member], terms + level)
            if divisor > 1 and most < divisor:
                # Loads of 4, 5 and 9 add up to 56 only where the 5s and 9s together are a multiple of 4 in number.
                # A whole number that counts those multiples lets HiGHS branch on that, which halves the time.
                times = program.variable(0, -total, total)
                rests = [(column, factor % divisor) for column, factor in terms if factor % divisor]
                program.row(-model.base[member], -model.base[member], [*rests, (times, float(divisor)), *level])
        together = [(lowest, float(len(self.of)))] + [(extra, 1.0) for extra in above]
        together += [(column, float(loads[shift])) for shift, column in self.open.items()]
        program.row(total, total, together)

    def _commonest_load(self) -> int:
        loads = Counter(self.model.loads.shifts[shift] for _, shift in self.pairs)
        return max(loads, key=lambda load: (loads[load], load)) if len(loads) > 1 else 0

    def _at_most(self, points: Fraction) -> None:
        program = self.program
        terms = [(column, cost) for column, cost in enumerate(program.cost) if cost]
        program.row(-INFINITE, float(points) + 1e-6 - program.offset, terms)
