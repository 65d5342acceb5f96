"""Rosters to measure with: the three with known optima, and others made from a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from scheduling.roster import RosterMember, RosterProblem, RosterShift, Rules

ROSTERS = Path(__file__).parent / "rosters"
KNOWN = {"seed1": 11, "seed2": 9, "seed3": 6}  # each proved by HiGHS, without what we do
DAY = ((7, 4), (7, 4), (12, 4), (12, 4), (17, 5), (22, 9))  # start and hours
HOME = ((7.5, 0.75), (8, 1 / 6), (8, 1 / 6), (12.5, 1 / 6), (17.5, 0.75), (20.5, 1 / 6), (21, 0.5))


def read(path: Path) -> RosterProblem:
    """A roster as `rosters/seed1.json` has it, and where wanted `rules`, `past_hours` and all that a shift can have."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    shifts = tuple(
        RosterShift(start=shift["start_hour"], **{name: value for name, value in shift.items() if name != "start_hour"})
        for shift in data["shifts"]
    )
    past = data.get("past_hours") or [0.0] * len(data["cost"])
    members = tuple(RosterMember(tuple(cost), hours) for cost, hours in zip(data["cost"], past, strict=True))
    return RosterProblem(shifts, members, Rules(**data.get("rules", {})))


def made(
    seed: int,
    members: int = 15,
    days: int = 28,
    day: Sequence[tuple[float, float]] = DAY,
    available: float = 0.6,
    past: tuple[float, float] | None = None,
    people: Sequence[int] = (1,),
    **rules: Any,
) -> RosterProblem:
    """A roster of this shape; costs 0, 1, 2 and 3 come as 2 : 2 : 1 : 1, as in the three."""
    chance = random.Random(seed)
    shifts = tuple(
        RosterShift(24 * d + start, hours, d, chance.choice(people), night=start >= 22, weekend=d % 7 > 4)
        for d in range(days)
        for start, hours in day
    )
    return RosterProblem(
        shifts,
        tuple(
            RosterMember(
                tuple(chance.choice((0, 0, 1, 1, 2, 3)) if chance.random() < available else None for _ in shifts),
                past_hours=chance.uniform(*past) if past else 0.0,
            )
            for _ in range(members)
        ),
        Rules(**rules),
    )


SHAPES: dict[str, Callable[[int], RosterProblem]] = {
    "as the three": lambda seed: made(seed),
    "30 % available": lambda seed: made(seed, available=0.3),
    "8 members": lambda seed: made(seed, members=8),
    "10 members": lambda seed: made(seed, members=10),
    "13 members, never equal": lambda seed: made(seed, members=13),
    "25 members": lambda seed: made(seed, members=25),
    "8 weeks": lambda seed: made(seed, days=56),
    "3 members, several a day": lambda seed: made(
        seed, members=3, day=((8, 1), (12, 2), (18, 3)), one_visit_a_day=False
    ),
    "4 members, 2 a day": lambda seed: made(seed, members=4, day=((9, 1.5), (18, 2))),
    "6 members, 4 a day": lambda seed: made(seed, members=6, day=((8, 1), (12, 2), (17, 3), (22, 9))),
    "5 members, one visit a day": lambda seed: made(seed, members=5, day=HOME, combine=True),
    "5 members, several visits": lambda seed: made(
        seed, members=5, day=HOME, combine=True, one_visit_a_day=False, rest_hours=8
    ),
    "2 and 3 people": lambda seed: made(
        seed, day=((7, 4), (12, 4), (17, 5), (22, 9)), people=(1, 1, 2, 3), available=0.7
    ),
    "too few: 30 % of 6 members": lambda seed: made(seed, members=6, available=0.3),
    "a week after others": lambda seed: made(
        seed, members=5, days=7, day=((8, 1), (12, 2), (17, 3), (22, 9)), past=(10, 40), night_weight=1.5
    ),
    "two weeks of 8 after others": lambda seed: made(
        seed, members=8, days=14, past=(20, 60), night_weight=1.5, weekend_weight=1.25, one_visit_a_day=False
    ),
    "uneven past, weights": lambda seed: made(seed, past=(60, 140), night_weight=1.5, weekend_weight=1.25),
}
