"""At the door: nobody opens, or nobody knows how to come in."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.handover import tells_any
from bot.members import arranging
from bot.turn import Turn
from locales.nl import door, moments


def nobody_opens(turn: Turn, values: Values) -> None:
    """What to do now, what was told of the key, and whoever arranges hears it at once."""
    place = turn.place(values, "nobody_opens")
    circle = place[1]
    names = moments.listed(arranging(turn, [circle])) or "none"
    turn.say("door-shut", recipient=circle.recipient, names=names)
    tells_any(turn, place, door.KEYS)
    if names != "none":
        turn.tell_organisers(circle, "door-shut-told", urgent=True, name=turn.someone.name, recipient=circle.recipient)


def way_in(turn: Turn, values: Values) -> None:
    """What was told of the key, the code or the back door."""
    place = turn.place(values, "way_in")
    if not tells_any(turn, place, door.KEYS):
        turn.say(
            "door-not-told", recipient=place[1].recipient, names=moments.listed(arranging(turn, [place[1]])) or "none"
        )


def door_open(turn: Turn, values: Values) -> None:
    """It is all right after all: whoever was alarmed hears it at once."""
    circle = turn.place(values, "door_open")[1]
    turn.say("door-open", names=moments.listed(arranging(turn, [circle])) or "none")
    turn.tell_organisers(circle, "door-open-told", urgent=True, name=turn.someone.name, recipient=circle.recipient)


CAPABILITY = Capability("door", {"nobody_opens": nobody_opens, "way_in": way_in, "door_open": door_open})
