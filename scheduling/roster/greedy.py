"""A roster at once: each shift in turn to whoever has least to do. Not good, but never nothing."""

from __future__ import annotations

from collections.abc import Iterable

from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads
from scheduling.roster.problem import Division, RosterProblem


def least_loaded(problem: RosterProblem, clashes: Clashes, loads: Loads, order: Iterable[int]) -> Division:
    """Give out the shifts in this order, to whoever has the lowest load and is free; then to who minds it least."""
    own: list[set[int]] = [set(member.fixed) for member in problem.members]
    load = loads.of(tuple(frozenset(shifts) for shifts in own))
    for shift in order:
        for _ in range(problem.shifts[shift].people - sum(shift in shifts for shifts in own)):
            able = [m for m in range(len(own)) if can_take(problem, clashes, own[m], m, shift)]
            if not able:
                break
            member = min(able, key=lambda m: (load[m], problem.minds(m, shift), m))
            own[member].add(shift)
            load[member] += loads.shifts[shift]
    return tuple(frozenset(shifts) for shifts in own)


def can_take(problem: RosterProblem, clashes: Clashes, own: set[int] | frozenset[int], member: int, shift: int) -> bool:
    """Whether this member, with these shifts of their own, can do this one too."""
    if shift in own or not problem.may(member, shift) or clashes.between(own, shift):
        return False
    most = problem.members[member].most_hours
    return most is None or sum(problem.shifts[s].hours for s in own) + problem.shifts[shift].hours <= most + 1e-9


def orders(problem: RosterProblem) -> list[list[int]]:
    """Orders worth trying: as they come, and first those for which few are available."""
    everyone = range(len(problem.members))
    shifts = range(len(problem.shifts))
    as_they_come = sorted(shifts, key=lambda s: (problem.shifts[s].start, s))
    scarce = sorted(as_they_come, key=lambda s: sum(problem.may(m, s) for m in everyone) - problem.shifts[s].people)
    return [as_they_come, scarce]
