"""Whether a division keeps the rules."""

from __future__ import annotations

from collections import Counter

from scheduling.roster.clashes import Clashes
from scheduling.roster.problem import Division, RosterProblem


def keeps_the_rules(problem: RosterProblem, clashes: Clashes, division: Division) -> bool:
    """What was fixed beforehand is not judged, only what was added to it."""
    taken = Counter(shift for own in division for shift in own)
    fixed = Counter(shift for member in problem.members for shift in member.fixed)
    if any(count > max(problem.shifts[shift].people, fixed[shift]) for shift, count in taken.items()):
        return False
    for number, (member, own) in enumerate(zip(problem.members, division, strict=True)):
        if not member.fixed <= own or not all(problem.may(number, shift) for shift in own):
            return False
        if any(not {one, other} <= member.fixed for one, other in clashes.within(own)):
            return False
        hours = sum(problem.shifts[shift].hours for shift in sorted(own))
        if own > member.fixed and member.most_hours is not None and hours > member.most_hours + 1e-6:
            return False
    return True
