"""Dividing in a process of its own, so that the chat goes on meanwhile and the time limit holds whatever happens."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from fractions import Fraction
from pathlib import Path
from typing import IO

from scheduling.roster.answer import Roster
from scheduling.roster.clashes import Clashes
from scheduling.roster.explaining import explained
from scheduling.roster.fairness import Loads, exact_points
from scheduling.roster.few import best_of_few
from scheduling.roster.greedy import least_loaded, orders
from scheduling.roster.problem import Division, RosterProblem

GRACE = 1.0
"""Seconds that the process may take beyond its time before it is ended."""


def divide_beside(problem: RosterProblem, seconds: float, seed: int = 0) -> Roster:
    """As `divide`, in another process at a low priority. Blocks only this thread, at most `seconds` and a second."""
    few = best_of_few(problem, seed)
    if few is not None:  # sooner than a process starts
        return explained(problem, *few)
    received: list[tuple[Division, Fraction]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "scheduling.roster.beside"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdin
        assert process.stdout
        reader = threading.Thread(target=_receive, args=(process.stdout, received), daemon=True)
        reader.start()
        try:
            process.stdin.write(pickle.dumps((problem, seconds, seed)))
            process.stdin.close()
        except BrokenPipeError:
            pass  # it died at once; the simple division below still answers
        reader.join(seconds + GRACE)
        process.kill()
    division, bound = received[-1] if received else (_simple(problem), Fraction(0))
    return explained(problem, division, bound)


def _receive(stream: IO[bytes], received: list[tuple[Division, Fraction]]) -> None:
    while True:
        try:
            received.append(pickle.load(stream))
        except (EOFError, ValueError, pickle.UnpicklingError):  # it has said all, or was ended in the middle of a word
            return


def _simple(problem: RosterProblem) -> Division:
    clashes, loads = Clashes(problem), Loads(problem)
    return min(
        (least_loaded(problem, clashes, loads, order) for order in orders(problem)),
        key=lambda division: exact_points(problem, loads, division),
    )


def main() -> None:
    """Read a problem, write every better division, and at last the best with its bound."""
    from scheduling.roster.search import Search  # heavy, and not needed by who imports this module

    os.nice(10)
    problem, seconds, seed = pickle.load(sys.stdin.buffer)
    end = time.monotonic() + seconds

    def say(division: Division, bound: Fraction = Fraction(0)) -> None:
        sys.stdout.buffer.write(pickle.dumps((division, bound)))
        sys.stdout.buffer.flush()

    found = Search(problem, lambda: end - time.monotonic(), seed, say).run()
    say(found.division, found.bound)


if __name__ == "__main__":
    main()
