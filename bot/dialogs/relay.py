"""Saying something to others of the circle for somebody: "zeg tegen Piet dat ma ziek is"."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.members import arranging
from bot.saying import Option, Say
from bot.turn import Place, Turn
from locales.nl import moments, relaying
from scheduling.people import Circle, Member
from scheduling.reminders import hears
from scheduling.rights import Action

LONGEST = 600


def relay(turn: Turn, values: Values) -> None:
    """Read back what goes to whom; nothing is sent before a yes."""
    found = _heard_by(turn, values)
    said = str(values["said"])[:LONGEST]
    if found is None:
        turn.say("relay-nobody", (turn.option("button-invite", "invite"),))
        return
    (_, circle), others = found
    quoted = bool(values.get("quoted"))
    again = {"to": [other.id for other in others], "said": said, "quoted": quoted, "circle": circle.id}
    options = (
        Option(turn.word("button-send-it"), "relay_it", again, "yes"),
        turn.option("button-no", "fine", means="no"),
    )
    key = "relay-confirm-quoted" if quoted else "relay-confirm"
    text = turn.word(key, names=moments.listed(other.name for other in others), said=said)
    turn.said.append(Say(text, options))


def relay_it(turn: Turn, values: Values) -> None:
    """Say it to them, as it was read back."""
    found = _heard_by(turn, values)
    if found is None:
        turn.say("relay-nobody")
        return
    (_, circle), others = found
    key = "relay-told-quoted" if values.get("quoted") else "relay-told"
    said = str(values["said"])
    to_you, to_u = (said, said) if values.get("quoted") or len(others) > 1 else relaying.to_one(said)
    for other in others:
        turn.tell_member(other, key, name=turn.someone.name, recipient=circle.recipient, said=to_you, formally=to_u)
    turn.say("relay-sent", names=moments.listed(other.name for other in others))


def pass_on_added(turn: Turn, circle: Circle, about: str) -> None:
    """What was said beside a yes goes to who arranges: "ja, maar iemand moet me ophalen"."""
    said = relaying.added(turn.text)[:LONGEST]
    others = arranging(turn, (circle,)) if said else []
    if others:
        turn.tell_organisers(circle, "relay-added-told", name=turn.someone.name, about=about, said=said)
        turn.say("relay-added", names=moments.listed(others))


def _heard_by(turn: Turn, values: Values) -> tuple[Place, list[Member]] | None:
    """Who is to hear it, in the circle where they are; None where nobody of them can be told anything."""
    for place in turn.places:
        if values.get("circle") not in (None, place[1].id):
            continue
        there = turn.store.members_of(place[1].id)
        wanted = values.get("to") or [member.id for member in there]
        others = [
            member
            for member in there
            if member.id in wanted and member.id != place[0].id and member.present and hears(turn.store, member)
        ]
        if others:
            turn.require(*place, Action.SEE_ROSTER)
            return place, others
    return None


CAPABILITY = Capability("relay", {"relay": relay, "relay_it": relay_it})
