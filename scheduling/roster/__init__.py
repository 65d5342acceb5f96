"""A fair division of shifts among members: who does what, why, and how far from the best it can be.

`divide` blocks its thread until it is proved or the time is over; `beside.divide_beside` does it in another process.
"""

from __future__ import annotations

import time

from scheduling.roster.answer import Hindered, Hindrance, Line, Open, Reason, Roster
from scheduling.roster.explaining import explained
from scheduling.roster.problem import RosterMember, RosterProblem, RosterShift, Rules

__all__ = [
    "Hindered",
    "Hindrance",
    "Line",
    "Open",
    "Reason",
    "Roster",
    "RosterMember",
    "RosterProblem",
    "RosterShift",
    "Rules",
    "divide",
]


def divide(problem: RosterProblem, seconds: float, seed: int = 0) -> Roster:
    """The best division that is found in so many seconds, never none; the same for a seed unless the time runs out."""
    from scheduling.roster.search import Search  # the solver behind it takes 30 MB, which only who solves needs

    end = time.monotonic() + seconds
    found = Search(problem, lambda: end - time.monotonic(), seed).run()
    return explained(problem, found.division, found.bound)
