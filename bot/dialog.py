"""Dialogs as declarations: slots to fill, what is then done. Pure functions on JSON values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.saying import Option, Say

if TYPE_CHECKING:
    from bot.showing import Showing
    from bot.turn import Turn
    from storage.turns import Owed

Values = dict[str, Any]
"""What was understood so far, by slot name; JSON only, so that a deploy strands nobody."""

Handler = Callable[["Turn", Values], None]


@dataclass(frozen=True)
class Slot:
    """One thing a dialog must know. Asked by the message `<dialog>-ask-<name>`."""

    name: str
    optional: bool = False
    options: Callable[[Turn, Values], tuple[Option, ...]] | None = None  # answers to choose from


@dataclass(frozen=True)
class Dialog:
    """A capability that may need more than one message."""

    name: str
    slots: tuple[Slot, ...]
    done: Callable[[Turn, Values], None]  # called with every required slot filled
    read: Callable[[Turn, Values, Values], Values]  # (turn, values so far, newly understood) -> values; may raise
    told: Callable[[Turn, Values], str] | None = None  # what is known so far, in words that go before the question


@dataclass(frozen=True)
class Capability:
    """One module of bot/dialogs."""

    name: str
    does: Mapping[str, Handler]  # intent, or what a button does -> how
    dialog: Dialog | None = None
    starts: tuple[str, ...] = ()  # what begins the dialog, beside its name
    shows: Mapping[str, Callable[[Showing, Owed], Say | None]] = field(default_factory=dict)
    """Kind of proactive message -> how it reads now; None where it has become pointless."""


def missing(dialog: Dialog, values: Values) -> Slot | None:
    """The next slot to ask for."""
    for slot in dialog.slots:
        if not slot.optional and values.get(slot.name) is None:
            return slot
    return None


def step_back(dialog: Dialog, values: Values, asked: str) -> tuple[Values, str] | None:
    """The values and slot one question earlier, or None at the beginning."""
    asked_for = [slot.name for slot in dialog.slots if not slot.optional]
    at = asked_for.index(asked) if asked in asked_for else len(asked_for)
    for name in reversed(asked_for[:at]):
        if values.get(name) is not None:
            return {key: value for key, value in values.items() if key != name}, name
    return None
