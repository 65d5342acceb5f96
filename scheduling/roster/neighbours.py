"""Better rosters near a given one: a few members at a time divide what they have anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from scheduling.roster.fairness import exact_points, open_places
from scheduling.roster.model import Choices, Part, Relaxed, RosterModel
from scheduling.roster.problem import Division

NODES = 10
LARGEST = 4  # members in a group, besides whoever has most and least
EVERY, LITTLE = 20, 4  # rounds, and the points that so many of them should win
SLACK = 20  # points above the bound; a decision that costs more is not looked at


def improved(
    model: RosterModel,
    division: Division,
    relaxed: Relaxed,
    rounds: int,
    step: Fraction,
    chance: random.Random,
    left: Callable[[], float],
) -> Division:
    """The best that was found in so many rounds. Groups grow where a smaller one finds little more."""
    total = exact_points(model.problem, model.loads, division)
    members = range(len(division))
    group, before = min(2, len(division)), total
    worthwhile = relaxed.within(relaxed.bound + SLACK).pairs
    for turn in range(rounds):
        if left() <= 0:
            break
        if turn and turn % EVERY == 0:
            if before - total < LITTLE:
                group = min(group + 1, LARGEST, len(division))
            before = total
        who = set(chance.sample(members, group))
        if turn % 2:  # the spread only shrinks where whoever has most or least is among them
            load = model.loads.of(division)
            who |= {max(members, key=lambda m: (load[m], m)), min(members, key=lambda m: (load[m], m))}
        missing = open_places(model.problem, division)
        shared = {shift for m in who for shift in division[m]} | missing.keys()
        kept = {(m, shift) for m, own in enumerate(division) for shift in own if shift not in model.fixed[m]}
        free = {(m, shift) for m, shift in worthwhile if m in who and shift in shared}
        choices = Choices(frozenset(kept | free), model.everything.open & (shared if missing else frozenset()))
        _, other = model.best(
            Part(0, sum(missing.values()), 0, None), choices, total, step, left(), NODES, chance.randrange(1000)
        )
        if other is not None and (found := exact_points(model.problem, model.loads, other)) <= total:
            division, total = other, found  # as good is taken too: from there others are near
    return division
