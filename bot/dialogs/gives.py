"""What the recipient likes to give back: said in the request, so that helping is no one-way street."""

from __future__ import annotations

from bot.dialog import Capability, Dialog, Slot, Values
from bot.turn import Turn
from locales.nl.gives import gift_in
from scheduling.rights import Action

LONGEST = 120


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """The gift itself, or what is written when it was asked for."""
    if turn.state.get("asked") == "gift":
        return {**values, "gift": turn.text.strip(" .!")[:LONGEST] or None}
    _, circle = turn.place(understood, "gives_back", action=Action.PLAN)
    return {**values, "circle": circle.id, "gift": gift_in(turn.text, circle.recipient)[:LONGEST] or None}


def _keep(turn: Turn, values: Values) -> None:
    _, circle = turn.place({"circle": values["circle"]}, "gives_back", action=Action.PLAN)
    turn.store.change(circle, gives=values["gift"])
    turn.changed("gives", circle.recipient, circle)
    options = (turn.option("button-undo", "undo"),)
    turn.say("gives-kept", options, recipient=circle.recipient, gives=values["gift"])


CAPABILITY = Capability("gives", {}, Dialog("gives", (Slot("gift"),), _keep, _read), starts=("gives_back",))
