"""Gap and time of the rosters, beside greedy. `python -m benchmarks.roster [--more] [--seeds N] [--seconds S] [FILES]`

Points are 10 x (most hours - fewest hours) + the sum of the costs + 1000 for each place left open. `at 2 s` is the best
that was found by then; `gap` is against the proved bound. Seconds are of the wall; those of the CPU are there because
on a machine that does more the first say little.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.roster_shapes import KNOWN, ROSTERS, SHAPES, read
from scheduling.roster import RosterProblem
from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads, exact_points
from scheduling.roster.greedy import least_loaded, orders
from scheduling.roster.problem import Division
from scheduling.roster.search import Search

EARLY = 2.0


def measure(name: str, problem: RosterProblem, seconds: float, known: int | None = None) -> tuple[float, float]:
    """Print a line; the points above the best that is known after 2 s, and the seconds."""
    clashes, loads = Clashes(problem), Loads(problem)
    greedy = exact_points(problem, loads, least_loaded(problem, clashes, loads, orders(problem)[0]))
    found: list[tuple[float, float]] = []
    began, began_cpu = time.perf_counter(), time.process_time()

    def note(division: Division) -> None:
        found.append((time.perf_counter() - began, float(exact_points(problem, loads, division))))

    best = Search(problem, lambda: seconds - (time.perf_counter() - began), 0, note).run()
    took, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    early = min(points for at, points in found if at <= EARLY or at == found[0][0])
    total, bound = float(best.total), float(best.bound)
    print(
        f"{name:<32} {known if known is not None else '':>6} {float(greedy):>9.1f} {early:>9.1f} {total:>9.1f} "
        f"{bound:>9.1f} {total - bound:>6.1f} {found[-1][0]:>6.1f} {took:>6.1f} {cpu:>6.1f}",
        flush=True,
    )
    return early - total, took


def main() -> None:
    """Measure the three, other seeds of their shape, other shapes, or files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.roster")
    parser.add_argument("files", nargs="*", type=Path, help="rosters as benchmarks/rosters/seed1.json has them")
    parser.add_argument("--seconds", type=float, default=15.0, help="the time limit of each")
    parser.add_argument("--seeds", type=int, default=3, help="how many other seeds of each shape")
    parser.add_argument("--more", action="store_true", help="other shapes too")
    asked = parser.parse_args()
    print(
        f"{'roster':<32} {'known':>6} {'greedy':>9} {'at 2 s':>9} {'best':>9} {'bound':>9} {'gap':>6} "
        f"{'found':>6} {'s':>6} {'CPU s':>6}"
    )
    paths = asked.files or [ROSTERS / f"{name}.json" for name in KNOWN]
    for path in paths:
        measure(path.stem, read(path), asked.seconds, None if asked.files else KNOWN[path.stem])
    if asked.files:
        return
    for shape, make in SHAPES.items() if asked.more else list(SHAPES.items())[:1]:
        for seed in range(101, 101 + asked.seeds):
            measure(f"{shape} ({seed})", make(seed), asked.seconds)


if __name__ == "__main__":
    main()
