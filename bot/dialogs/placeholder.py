"""Somebody on the roster before they joined: the invitation with their name takes their place over."""

from __future__ import annotations

from bot.dialog import Capability, Dialog, Slot, Values
from bot.turn import Turn
from locales.nl import moments, names
from scheduling.memberships import expect
from scheduling.people import Ring
from scheduling.rights import Action


def name_in(turn: Turn, values: Values, understood: Values) -> Values:
    """Who is meant, in a wish or in the answer to "wie?"; asked again where that was no name."""
    said = [str(name) for name in understood.get("who") or ()]
    name = said[0] if said else values.get("name")
    if not name and turn.state.get("asked") == "name":
        name = names.own_name(turn.text)
    circle = understood.get("circle") or values.get("circle")
    also = [str(one)[: names.LONGEST] for one in said[1:]] or values.get("also") or []
    known = {"name": str(name)[: names.LONGEST] if name else None, **({"also": also} if also else {})}
    return {**values, **known, **({"circle": circle} if circle else {})}


def _put(turn: Turn, values: Values) -> None:
    _, circle = turn.place(values, "placeholder", action=Action.INVITE)
    name = values["name"]
    known = turn.store.members_of(circle.id)
    there = [m for m in known if str(m.id) == name or m.name.casefold() == name.casefold()]
    if there and not values.get("again"):
        key = "placeholder-there-already" if there[0].person is None else "placeholder-joined-already"
        ways = (turn.option("button-code-for", "invite", member=there[0].id, circle=circle.id),)
        turn.say(key, ways if there[0].person is None else (), name=there[0].name, recipient=circle.recipient)
        return
    taken = {m.name.casefold() for m in known}
    every = [name, *(one for one in values.get("also") or () if one.casefold() not in taken)]
    member, *_ = [expect(turn.store, circle, one, Ring.FAMILY, turn.now) for one in every]
    turn.changed("placeholder", moments.listed(every), circle)
    undo = turn.option("button-undo", "undo")
    if len(every) > 1:
        turn.say(
            "placeholder-done-several", (undo,), names=moments.listed(every), recipient=circle.recipient, name=name
        )
        return
    options = (turn.option("button-code-for", "invite", member=member.id, circle=circle.id), undo)
    turn.say("placeholder-done", options, name=name, recipient=circle.recipient)


DIALOG = Dialog("placeholder", (Slot("name"),), _put, name_in)
CAPABILITY = Capability("placeholder", {}, DIALOG, starts=("add_placeholder",))
