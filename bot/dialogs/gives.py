"""What the recipient likes to give back: said in the request, so that helping is no one-way street."""

from __future__ import annotations

from bot.dialog import Capability, Dialog, Slot, Values
from bot.turn import Turn
from locales.nl.gives import gift_in, gives_words
from scheduling.rights import Action

LONGEST = 120


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """The gift itself, or what is written when it was asked for."""
    if turn.state.get("asked") == "gift":
        gift = gift_in(turn.text, str(values.get("recipient") or "")) or turn.text.strip(" .!")
        return {**values, "gift": gift[:LONGEST] or None}
    _, circle = turn.place(understood, "gives_back", action=Action.PLAN)
    about = {"circle": circle.id, "recipient": circle.recipient}
    return {**values, **about, "gift": gift_in(turn.text, circle.recipient)[:LONGEST] or None}


def _keep(turn: Turn, values: Values) -> None:
    _, circle = turn.place({"circle": values["circle"]}, "gives_back", action=Action.PLAN)
    turn.store.change(circle, gives=values["gift"])
    turn.changed("gives", circle.recipient, circle)
    options = (turn.option("button-undo", "undo"),)
    turn.say("gives-kept", options, said=turn.word("ask-gives", **gives_words(circle.recipient, values["gift"])))


CAPABILITY = Capability("gives", {}, Dialog("gives", (Slot("gift"),), _keep, _read), starts=("gives_back",))
