"""An integer program for HiGHS, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

INFINITE = float(highspy.kHighsInf)


@dataclass(frozen=True)
class Solved:
    """What came of it."""

    values: tuple[float, ...] | None  # of each variable; None where no solution was found
    objective: float
    bound: float  # nothing is lower; infinite where there is no solution at all
    finished: bool  # the solution is the best, or there is none
    reduced: tuple[float, ...] = ()  # what a unit more of each variable costs at least; of a relaxation only


class Program:
    """Minimise the sum of cost x value over rows low <= sum <= high."""

    def __init__(self) -> None:
        self.cost: list[float] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.offset = 0.0
        self._row_low: list[float] = []
        self._row_high: list[float] = []
        self._starts: list[int] = [0]
        self._columns: list[int] = []
        self._factors: list[float] = []

    def variable(self, cost: float = 0.0, low: float = 0.0, high: float = 1.0) -> int:
        """A whole number between low and high."""
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        return len(self.cost) - 1

    def row(self, low: float, high: float, terms: Sequence[tuple[int, float]]) -> None:
        """Low <= the sum of factor x variable <= high."""
        self._row_low.append(low)
        self._row_high.append(high)
        for column, factor in terms:
            self._columns.append(column)
            self._factors.append(factor)
        self._starts.append(len(self._columns))

    def relaxed(self, seconds: float) -> Solved:
        """The best where values need not be whole: a bound, and what each variable adds to it."""
        return self._run(whole=False, seconds=seconds, nodes=0, seed=0, gap=0.0)

    def solve(self, seconds: float, nodes: int, seed: int, gap: float, any_will_do: bool = False) -> Solved:
        """The best in whole numbers, within `gap`, or what so many seconds and nodes gave; or just the first."""
        return self._run(whole=True, seconds=seconds, nodes=nodes, seed=seed, gap=gap, any_will_do=any_will_do)

    def _run(
        self, *, whole: bool, seconds: float, nodes: int, seed: int, gap: float, any_will_do: bool = False
    ) -> Solved:
        if seconds <= 0:
            return Solved(None, INFINITE, -INFINITE, finished=False)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        options: dict[str, bool | int | float | str] = {
            "output_flag": False,
            "threads": 1,  # the other cores are for the chat
            "time_limit": seconds,
            "random_seed": seed,
        }
        if whole:
            options |= {"mip_max_nodes": nodes, "mip_abs_gap": gap, "mip_rel_gap": 0.0}
        if any_will_do:
            options["mip_max_improving_sols"] = 1
        for name, value in options.items():
            solver.setOptionValue(name, value)
        solver.passModel(self._model(whole))
        solver.run()  # lets other threads run meanwhile
        info, status = solver.getInfo(), solver.getModelStatus()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if status == highspy.HighsModelStatus.kInfeasible:
            return Solved(None, INFINITE, INFINITE, finished=True)
        finished = status == highspy.HighsModelStatus.kOptimal
        if not whole and not finished:
            return Solved(None, INFINITE, -INFINITE, finished=False)
        solution = solver.getSolution()
        return Solved(
            values=tuple(solution.col_value) if found else None,
            objective=info.objective_function_value if found else INFINITE,
            bound=info.mip_dual_bound if whole else info.objective_function_value,
            finished=finished,
            reduced=() if whole else tuple(solution.col_dual),
        )

    def _model(self, whole: bool) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_ = len(self.cost)
        model.num_row_ = len(self._row_low)
        model.offset_ = self.offset
        model.col_cost_ = np.array(self.cost, dtype=float)
        model.col_lower_ = np.array(self.low, dtype=float)
        model.col_upper_ = np.array(self.high, dtype=float)
        model.row_lower_ = np.array(self._row_low, dtype=float)
        model.row_upper_ = np.array(self._row_high, dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._factors, dtype=float)
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.cost)
        return model
