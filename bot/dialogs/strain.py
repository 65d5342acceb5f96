"""Somebody is in need: 112 at once, or less to do and where people listen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.turn import Turn
from locales.nl import names

AHEAD = timedelta(days=28)


def emergency(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """112 at once, and nothing is planned."""
    turn.say("strain-emergency")


def strain(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody cannot go on: less to do, and where people listen."""
    if not turn.places:
        to_circle, known = turn.circle_ways(), names.recipient_in(turn.text)
        if known.name:  # "... mijn moeder Truus heeft steeds meer hulp nodig"
            whom = {"recipient": known.name, "kinship": known.kinship}
            to_circle = (replace(to_circle[0], values=whom), to_circle[1])
        turn.said.append(Say(turn.word("strain-signal"), to_circle, once=False, dialog="circle"))
        return
    # A bare yes gives away what one has; who arranges and has nothing gets more hands.
    own = turn.store.shifts_of_members([member.id for member, _ in turn.places], turn.now, turn.now + AHEAD)
    gives = bool(own) or not turn.organises
    ways = [
        turn.option("button-hand-over", "release", means="yes" if gives else ""),
        turn.option("button-open", "show_open"),
    ]
    if turn.organises:
        ways.append(turn.option("button-invite", "invite", means="" if gives else "yes"))
    turn.said.append(Say(turn.word("strain-signal"), tuple(ways), once=False))


CAPABILITY = Capability("strain", {"emergency": emergency, "strain_signal": strain})
