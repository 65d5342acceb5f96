"""How heavily nights and weekends count when a week is divided: shown to everybody, set by who organises."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn
from locales.nl.weights import weights_in
from scheduling.people import Circle
from scheduling.rights import Action, may

DOUBLE, EVEN = 200, 100


def weights(turn: Turn, values: Values) -> None:
    """ "Nachten tellen dubbel", or how they count now."""
    member, circle = turn.place(values, "weights", action=Action.SEE_ROSTER)
    said = values.get("set") or weights_in(turn.text)
    if not said:
        _show(turn, circle, "weights-are", change=may(member, Action.ASSIGN_OTHERS, circle))
        return
    if not may(member, Action.ASSIGN_OTHERS, circle):
        _show(turn, circle, "weights-may-not", change=False)
        return
    fields = {f"{kind}_weight": int(per_cent) for kind, per_cent in said.items()}
    changed = turn.store.change(circle, **fields)
    turn.changed("weights", circle.recipient, circle)
    turn.say("weights-set", (turn.option("button-undo", "undo"),), **_words(changed))
    turn.tell_organisers(circle, "weights-told", name=turn.someone.name, **_words(changed))


def _show(turn: Turn, circle: Circle, key: str, *, change: bool) -> None:
    options: tuple[Option, ...] = ()
    if change:
        ways = (
            ("button-nights-double", {"night": DOUBLE}),
            ("button-weekends-double", {"weekend": DOUBLE}),
            ("button-all-even", {"night": EVEN, "weekend": EVEN}),
        )
        options = tuple(turn.option(label, "weights", circle=circle.id, set=to) for label, to in ways)
    turn.say(key, options, **_words(circle))


def _words(circle: Circle) -> dict[str, Any]:
    """For the messages, which say them as people do (per cent)."""
    return {
        "recipient": circle.recipient,
        "night": circle.night_weight,
        "weekend": circle.weekend_weight,
    }


CAPABILITY = Capability("weights", {"weights": weights})
