"""Somebody is in need: 112 at once, or less to do and where people listen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.conversation.following import opened_after_all
from bot.dialog import Capability, Values
from bot.dialogs.around import others
from bot.dialogs.pause import pause
from bot.members import arranging
from bot.saying import Say
from bot.turn import Instead, Turn
from locales.nl import alarms, moments, near
from locales.nl.names import recipient_in
from scheduling.care import HOLDS
from scheduling.people import Circle

AHEAD = timedelta(days=28)
THESE_DAYS = timedelta(days=7)


def emergency(turn: Turn, values: Values) -> None:
    """112 at once, and nothing is planned; who called, or only saw help come, hears what is of use to them."""
    if alarms.help_was_called(turn.text):
        turn.say("strain-called")
        if turn.places and (near.says_taken_in(turn.text) or not turn.organises):
            pause(turn, values)
        return
    if not alarms.saw_help(turn.text):
        _say_what_stays(turn)
        return
    names = arranging(turn, (circle for _, circle in turn.places))
    turn.say("strain-saw-help", names=moments.listed(names) or "none")


def _say_what_stays(turn: Turn) -> None:
    """112 first; and what one has in these days need not be thought of: a tap gives it away."""
    own = turn.store.shifts_of_members([member.id for member, _ in turn.places], turn.now, turn.now + THESE_DAYS)
    mine = [s.shift for s in own if any(a.part in HOLDS for m, _ in turn.places if (a := s.of(m.id)) is not None)]
    if not mine:
        turn.say("strain-emergency")
        return
    give = turn.option("button-someone-else", "release", shifts=[shift.id for shift in mine])
    turn.say("strain-emergency-own", (give,), about=turn.about_all(mine, turn.store.get(Circle, mine[0].circle)))


def relieved(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """What was feared turned out well."""
    if opened_after_all(turn):
        raise Instead("door_open", {})
    turn.say("strain-relieved")


def strain(turn: Turn, values: Values) -> None:
    """Somebody cannot go on: less to do, and where people listen. What they wish themselves comes right after it."""
    if values.get("goes_on"):
        turn.say("strain-comfort")
        return
    if not turn.places:
        to_circle, known = turn.circle_ways(), recipient_in(turn.text)
        if known.name:  # "... mijn moeder Truus heeft steeds meer hulp nodig"
            whom = {"recipient": known.name, "kinship": known.kinship}
            to_circle = (replace(to_circle[0], values=whom), to_circle[1])
        turn.said.append(Say(turn.word("strain-signal"), to_circle, once=False, dialog="circle"))
        return
    # A bare yes gives away what one has; who arranges and has nothing says what somebody is asked for, or gets hands.
    own = turn.store.shifts_of_members([member.id for member, _ in turn.places], turn.now, turn.now + AHEAD)
    gives = bool(own) or not turn.organises
    ways = [
        turn.option("button-hand-over", "release", means="yes" if gives else ""),
        turn.option("button-open", "show_open"),
    ]
    if turn.organises:
        helped = any(others(turn.store, circle, turn.someone.id) for _, circle in turn.places)
        asks = turn.option("button-ask-help", "plan", means="" if gives else "yes")
        ways.append(asks if helped else turn.option("button-invite", "invite", means="" if gives else "yes"))
    turn.said.append(Say(turn.word("strain-signal"), tuple(ways), once=False))


CAPABILITY = Capability("strain", {"emergency": emergency, "strain_signal": strain, "relieved": relieved})
