"""Somebody who asks to come in (an invitation on a wall): an organiser says yes or no."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.turn import Turn
from scheduling.memberships import admit, refuse
from scheduling.people import Circle, Member, Standing
from scheduling.rights import Action


def _asking(turn: Turn, values: Values) -> tuple[Member, Circle] | None:
    """Who asks, where this person may answer and nobody did before."""
    asker = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if asker is None else turn.member_of(asker.circle)
    if asker is None or place is None:
        turn.say("request-gone")
        return None
    member, circle = place
    turn.require(member, circle, Action.INVITE)
    if asker.standing == Standing.ASKING and asker.person is not None:
        return asker, circle
    key = "request-in-already" if asker.standing == Standing.ACTIVE else "request-out-already"
    turn.say(key, name=asker.name, recipient=circle.recipient)
    return None


def let_in(turn: Turn, values: Values) -> None:
    """ "Ja, welkom"."""
    found = _asking(turn, values)
    if found is None:
        return
    asker, circle = found
    admit(turn.store, asker, turn.now)
    assert asker.person is not None
    first = (turn.option("button-open", "show_open"), turn.option("button-roster", "show_roster"))
    turn.tell(asker.person, "request-told-in", first, name=asker.name, recipient=circle.recipient)
    turn.tell_organisers(
        circle, "request-told-others", by=turn.someone.name, name=asker.name, recipient=circle.recipient
    )
    turn.changed("let-in", asker.name, circle)
    turn.say("request-in", (turn.option("button-undo", "undo"),), name=asker.name, recipient=circle.recipient)


def keep_out(turn: Turn, values: Values) -> None:
    """ "Nee": told without a reason and without blame."""
    found = _asking(turn, values)
    if found is None:
        return
    asker, circle = found
    refuse(turn.store, asker, turn.now)
    assert asker.person is not None
    turn.tell(asker.person, "request-told-out", recipient=circle.recipient)
    turn.changed("keep-out", asker.name, circle)
    turn.say("request-out", (turn.option("button-undo", "undo"),), name=asker.name)


CAPABILITY = Capability("request", {"let_in": let_in, "keep_out": keep_out})
