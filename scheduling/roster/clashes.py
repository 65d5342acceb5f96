"""Which shifts one person cannot both do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from scheduling.roster.problem import RosterProblem, RosterShift, Rules

TOLERANCE = 1e-9  # hours; clock times in hours are not always exact


class Clashes:
    """Pairs of shifts that clash for whoever does both, by the circle's rules.

    `apart[a]` are the shifts that never go with `a`. `bridged[a, b]` (a < b) go together only as one visit: of each of
    its sets the member does one as well, so that no time is left between them.
    """

    def __init__(self, problem: RosterProblem) -> None:
        shifts, rules = problem.shifts, problem.rules
        self.apart: tuple[set[int], ...] = tuple(set() for _ in shifts)
        self.bridged: dict[tuple[int, int], tuple[frozenset[int], ...]] = {}
        self._bridged_with: tuple[set[int], ...] = tuple(set() for _ in shifts)
        order = sorted(range(len(shifts)), key=lambda s: (shifts[s].start, s))
        longest = max((shift.hours for shift in shifts), default=0.0)
        reach = max(rules.rest_hours, rules.between_hours, 24.0) + longest
        for place, first in enumerate(order):
            for second in order[place + 1 :]:
                if shifts[second].start - shifts[first].start > reach and shifts[first].day != shifts[second].day:
                    break
                if _clash(shifts[first], shifts[second], rules):
                    self._note(first, second, shifts, rules)

    def _note(self, first: int, second: int, shifts: tuple[RosterShift, ...], rules: Rules) -> None:
        bridges = _bridges(first, second, shifts) if rules.combine else None
        if bridges is None:
            self.apart[first].add(second)
            self.apart[second].add(first)
        elif bridges:
            self.bridged[min(first, second), max(first, second)] = bridges
            self._bridged_with[first].add(second)
            self._bridged_with[second].add(first)

    def between(self, own: Set[int], shift: int) -> set[int]:
        """Which of a member's own shifts clash with this one, if they did it too."""
        met = self.apart[shift] & own
        for other in self._bridged_with[shift] & own:
            bridges = self.bridged[min(shift, other), max(shift, other)]
            if not all(bridge & own for bridge in bridges):
                met.add(other)
        met.discard(shift)
        return met

    def within(self, own: Set[int]) -> Iterator[tuple[int, int]]:
        """The pairs of one member's shifts that clash, each once."""
        for shift in own:
            for other in self.between(own, shift):
                if shift < other:
                    yield shift, other

    def groups(self, among: Iterable[int]) -> list[list[int]]:
        """The largest sets of these shifts of which one person can do only one (the maximal cliques)."""
        members = set(among)
        near = {shift: self.apart[shift] & members for shift in members}
        found: list[list[int]] = []

        def grow(chosen: list[int], candidates: set[int], done: set[int]) -> None:
            if not candidates and not done:
                if len(chosen) > 1:
                    found.append(sorted(chosen))
                return
            pivot = max(sorted(candidates | done), key=lambda s: len(near[s] & candidates))
            for shift in sorted(candidates - near[pivot]):
                grow([*chosen, shift], candidates & near[shift], done & near[shift])
                candidates = candidates - {shift}
                done = done | {shift}

        grow([], members, set())
        return sorted(found)


def _clash(one: RosterShift, other: RosterShift, rules: Rules) -> bool:
    first, second = (one, other) if one.start <= other.start else (other, one)
    gap = second.start - first.end + TOLERANCE
    if one.day == other.day:
        return rules.one_visit_a_day or gap < max(0.0, rules.between_hours)
    rest = rules.rest_hours if first.hours >= rules.rest_after_hours else 0.0
    return gap < max(0.0, rest)


def _bridges(one: int, other: int, shifts: tuple[RosterShift, ...]) -> tuple[frozenset[int], ...] | None:
    """What makes one visit of two shifts: () where they touch, None where nothing can."""
    if not (shifts[one].at_home and shifts[other].at_home):
        return None
    low = min(shifts[one].end, shifts[other].end)
    high = max(shifts[one].start, shifts[other].start)
    if high <= low + TOLERANCE:
        return ()
    at_home = [
        s
        for s, shift in enumerate(shifts)
        if s not in (one, other) and shift.at_home and shift.start < high - TOLERANCE and shift.end > low + TOLERANCE
    ]
    edges = {low, high}
    for s in at_home:
        edges |= {time for time in (shifts[s].start, shifts[s].end) if low < time < high}
    times = sorted(edges)
    pieces: set[frozenset[int]] = set()
    for begin, end in pairwise(times):
        if end - begin <= TOLERANCE:
            continue
        middle = (begin + end) / 2
        covering = frozenset(s for s in at_home if shifts[s].start < middle < shifts[s].end)
        if not covering:
            return None
        pieces.add(covering)
    smallest = [piece for piece in pieces if not any(other_piece < piece for other_piece in pieces)]
    return tuple(sorted(smallest, key=sorted))
