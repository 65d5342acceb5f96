"""Why a roster is as it is, in terms that hold when one looks them up in it."""

from __future__ import annotations

from fractions import Fraction

from scheduling.roster.answer import Hindered, Hindrance, Line, Open, Reason, Roster
from scheduling.roster.clashes import Clashes
from scheduling.roster.fairness import Loads, open_places, points
from scheduling.roster.greedy import can_take
from scheduling.roster.problem import Division, RosterProblem


def explained(problem: RosterProblem, division: Division, bound: Fraction) -> Roster:
    """The division with a reason for each line and for each open place."""
    clashes, loads = Clashes(problem), Loads(problem)
    load = loads.of(division)
    past = min((member.past_hours for member in problem.members), default=0.0)
    lines = sorted(
        (
            Line(
                shift,
                member,
                problem.minds(member, shift),
                _reason(problem, clashes, loads, load, division, member, shift),
            )
            for member, own in enumerate(division)
            for shift in own
        ),
        key=lambda line: (line.shift, line.member),
    )
    return Roster(
        lines=tuple(lines),
        open=tuple(
            Open(shift, places, tuple(_hindered(problem, clashes, division, shift)))
            for shift, places in sorted(open_places(problem, division).items())
        ),
        hours=tuple(sum(problem.shifts[shift].hours for shift in sorted(own)) for own in division),
        loads=tuple(float(units * loads.unit) + past for units in load),
        points=points(problem, loads, division),
        bound=float(bound),
    )


def _reason(
    problem: RosterProblem, clashes: Clashes, loads: Loads, load: list[int], division: Division, member: int, shift: int
) -> Reason:
    if shift in problem.members[member].fixed:
        return Reason.FIXED
    others = [m for m, own in enumerate(division) if shift not in own and problem.may(m, shift)]
    if not others:
        return Reason.ONLY_ONE
    able = [m for m in others if can_take(problem, clashes, division[m], m, shift)]
    if not able:
        return Reason.OTHERS_CANNOT
    if all(problem.minds(member, shift) < problem.minds(other, shift) for other in able):
        return Reason.MINDS_LEAST
    if all(load[member] - loads.shifts[shift] <= load[other] for other in able):
        return Reason.HAS_LEAST
    return Reason.BALANCE


def _hindered(problem: RosterProblem, clashes: Clashes, division: Division, shift: int) -> list[Hindered]:
    found = []
    for member, own in enumerate(division):
        if shift in own:
            continue
        if not problem.may(member, shift):
            found.append(Hindered(member, Hindrance.AWAY))
        elif met := clashes.between(own, shift):
            wanted = problem.shifts[shift]
            at_once = [s for s in sorted(met) if _same_day_or_time(problem, s, shift)]
            nearest = min(at_once or met, key=lambda s: (abs(problem.shifts[s].start - wanted.start), s))
            found.append(Hindered(member, Hindrance.BUSY if at_once else Hindrance.RESTING, nearest))
        elif not can_take(problem, clashes, own, member, shift):
            found.append(Hindered(member, Hindrance.FULL))
        else:
            found.append(Hindered(member, Hindrance.SPARED))
    return found


def _same_day_or_time(problem: RosterProblem, one: int, other: int) -> bool:
    first, second = problem.shifts[one], problem.shifts[other]
    return first.day == second.day or (first.start < second.end and second.start < first.end)
