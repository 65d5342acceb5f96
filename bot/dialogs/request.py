"""Somebody who asks to come in (an invitation on a wall): an organiser says yes or no."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn
from scheduling.memberships import admit, refuse
from scheduling.people import Circle, Member, Standing
from scheduling.reminders import hears
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
    if asker.standing == Standing.ASKING and (asker.person is not None or asker.voice is not None):
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
    first = (turn.option("button-open", "show_open"), turn.option("button-roster", "show_roster"))
    _answered(turn, admit(turn.store, asker, turn.now), circle, "in", () if asker.person is None else first)
    turn.tell_organisers(
        circle,
        "request-told-others",
        but=tuple(turn.told),
        by=turn.someone.name,
        name=asker.name,
        recipient=circle.recipient,
    )


def keep_out(turn: Turn, values: Values) -> None:
    """ "Nee": told without a reason and without blame."""
    found = _asking(turn, values)
    if found is not None:
        _answered(turn, refuse(turn.store, found[0], turn.now), found[1], "out")


def _answered(turn: Turn, asker: Member, circle: Circle, way: str, first: tuple[Option, ...] = ()) -> None:
    """Tell who asked, or who asked it for somebody without a phone, and say it back."""
    person = hears(turn.store, asker)
    words: dict[str, Any] = {"name": asker.name, "recipient": circle.recipient}
    if person is not None:
        turn.tell(person, f"request-told-{way}" + ("" if asker.person is not None else "-other"), first, **words)
    turn.changed("let-in" if way == "in" else "keep-out", asker.name, circle)
    turn.say(f"request-{way}", (turn.option("button-undo", "undo"),), **words)


CAPABILITY = Capability("request", {"let_in": let_in, "keep_out": keep_out})
