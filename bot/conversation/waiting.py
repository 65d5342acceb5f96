"""What was wished in the same message waits until what came first is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.scene import Heard
from bot.turn import Turn

WAITING = "waiting"  # in the state of a conversation: what was wished besides, the first first
_ENDS = ("stop_dialog", "emergency", "strain_signal")  # after these what waited is dropped


def to_do_next(turn: Turn, heard: Heard, before: Sequence[str]) -> list[str]:
    """What is to be done now that this turn is over; where the turn asks something it waits for that, and the person
    reads that it does. `before` was wished earlier."""
    rest = [*([heard.then] if heard.then else []), *(() if heard.intent in _ENDS else before)]
    if not rest:
        return []
    if not turn.state:
        return rest
    turn.state = {**turn.state, WAITING: rest}
    if heard.then and turn.said:
        turn.said[-1] = replace(turn.said[-1], text=turn.word("first-this", text=turn.said[-1].text, rest=heard.then))
    return []
