"""What goes on while a circle stands still, and how that is said above a list."""

from __future__ import annotations

from collections.abc import Iterable

from bot.turn import Turn
from scheduling.care import Shift, Staffed
from scheduling.people import Circle, CircleState
from scheduling.plans import happens


def standstill(turn: Turn, circle: Circle, shifts: Iterable[Staffed]) -> list[str]:
    """That all stands still, where these are of a circle that does; or all but what was planned since."""
    if circle.state != CircleState.PAUSED:
        return []
    on = any(happens(circle, one.shift) for one in shifts)
    return [turn.word("roster-paused-but" if on else "roster-paused", recipient=circle.recipient)]


def waiting(shifts: Iterable[tuple[Shift, Circle]]) -> set[int]:
    """Which of these wait while others go on; none where all of them wait, or none."""
    every = list(shifts)
    still = {shift.id for shift, circle in every if not happens(circle, shift)}
    return still if len(still) < len(every) else set()
