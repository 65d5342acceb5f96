"""Small rosters for the tests, and a judge of rosters that shares no line with what it judges."""

from __future__ import annotations

from itertools import combinations, product

from scheduling.roster import Roster, RosterMember, RosterProblem, RosterShift, Rules

ANNA, PIET, FATIMA, RIET = range(4)


def everybody(*costs: int | None) -> RosterMember:
    """Somebody who minds each shift so much."""
    return RosterMember(tuple(costs))


def can_go_together(problem: RosterProblem, one: int, other: int, own: frozenset[int]) -> bool:
    """Whether whoever does all of `own` may do these two of them."""
    rules = problem.rules
    a, b = sorted((problem.shifts[one], problem.shifts[other]), key=lambda s: s.start)
    if rules.combine and a.at_home and b.at_home and one_visit(problem, one, other, own):
        return True
    gap = b.start - a.end
    if a.day == b.day:
        return not rules.one_visit_a_day and gap >= rules.between_hours - 1e-9 and gap > -1e-9
    needed = rules.rest_hours if a.hours >= rules.rest_after_hours else 0
    return gap >= max(0.0, needed) - 1e-9


def one_visit(problem: RosterProblem, one: int, other: int, own: frozenset[int]) -> bool:
    """Whether somebody goes from the one to the other without leaving the house."""
    reached, frontier = {one}, [one]
    while frontier:
        at = problem.shifts[frontier.pop()]
        for s in own - reached:
            near = problem.shifts[s]
            if near.at_home and near.start <= at.end + 1e-9 and at.start <= near.end + 1e-9:
                reached.add(s)
                frontier.append(s)
    return other in reached


def allowed(problem: RosterProblem, member: int, own: frozenset[int]) -> bool:
    """Whether this member may do exactly these."""
    person = problem.members[member]
    if any(person.cost[s] is None for s in own):
        return False
    if person.most_hours is not None and sum(problem.shifts[s].hours for s in own) > person.most_hours + 1e-6:
        return False
    return all(can_go_together(problem, one, other, own) for one, other in combinations(sorted(own), 2))


def judged(problem: RosterProblem, division: tuple[frozenset[int], ...]) -> float:
    """The points of a division, from the text of the rules."""
    rules = problem.rules

    def weighted(s: int) -> float:
        shift = problem.shifts[s]
        return shift.hours * (rules.night_weight if shift.night else 1) * (rules.weekend_weight if shift.weekend else 1)

    loads = [member.past_hours + sum(map(weighted, own)) for member, own in zip(problem.members, division, strict=True)]
    costs = sum(problem.members[m].cost[s] or 0 for m, own in enumerate(division) for s in own)
    wanted = sum(max(0, shift.people - sum(s in own for own in division)) for s, shift in enumerate(problem.shifts))
    return rules.spread_points * (max(loads) - min(loads)) + costs + rules.open_points * wanted


def best_of_all(problem: RosterProblem) -> float:
    """The fewest points there can be, by trying every division. Only for tiny problems."""
    choices = [
        [
            own
            for size in range(len(problem.shifts) + 1)
            for own in map(frozenset, combinations(range(len(problem.shifts)), size))
            if allowed(problem, member, own)
        ]
        for member in range(len(problem.members))
    ]
    return min(
        judged(problem, division)
        for division in product(*choices)
        if all(sum(s in own for own in division) <= shift.people for s, shift in enumerate(problem.shifts))
    )


def division_of(problem: RosterProblem, roster: Roster) -> tuple[frozenset[int], ...]:
    """Who does what."""
    return tuple(
        frozenset(line.shift for line in roster.lines if line.member == member)
        for member in range(len(problem.members))
    )


def week(*members: RosterMember, rules: Rules | None = None, shifts: tuple[RosterShift, ...]) -> RosterProblem:
    """A problem of these members and shifts."""
    return RosterProblem(shifts, members, rules or Rules())
