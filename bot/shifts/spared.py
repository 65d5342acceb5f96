"""Who need not come for what was called off: named to whoever calls it off, and told of their own shifts alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from typing import Any

from bot.shifts.targets import told
from bot.turn import Turn
from scheduling.care import Staffed
from scheduling.people import Circle, Member

NEAR = timedelta(hours=12)


def names(turn: Turn, gone: Sequence[Staffed], own: Collection[int]) -> dict[str, Any]:
    """Who counts on these beside the members of whoever speaks, as words for a message."""
    on_it = _on(gone, own)
    _, listed, absent = told(turn, on_it)
    return {"names": listed or "none", "absent": absent, "people": len(set(on_it))}


def tell(
    turn: Turn,
    gone: Sequence[Staffed],
    own: Collection[int],
    circle: Circle,
    said: Callable[[list[Staffed]], str],
) -> None:
    """Each hears which of their shifts need not be done; `said` words them."""
    shared: dict[str, Any] = {"recipient": circle.recipient, "name": turn.someone.name}
    for person in told(turn, _on(gone, own))[0]:
        theirs = [one for one in gone if any(turn.store.get(Member, id).person == person for id in _members(one))]
        near = theirs[0].shift.start - turn.now < NEAR
        turn.tell(person, "cancel-told", urgent=near, about=said(theirs), **shared)


def _on(gone: Sequence[Staffed], own: Collection[int]) -> list[int]:
    return [id for staffed in gone for id in _members(staffed) if id not in own]


def _members(staffed: Staffed) -> list[int]:
    return [assignment.member for assignment in (*staffed.responsible, *staffed.reserves)]
