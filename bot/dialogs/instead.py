"""Not on one day but on another: "donderdag niet koken maar vrijdag wel"."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.conversation.following import context
from bot.dialog import Capability, Values
from bot.meaning.fragments import contrast
from bot.plans.drafts import parts_of
from bot.shifts.targets import Target, about, fitting
from bot.turn import Turn
from locales.nl import moments


def kept_on_another_day(turn: Turn, target: Target) -> str | None:
    """Where another day is named on which it does go on: that it stands there, to be said beside; None where that
    was offered instead; "" where no other day is named."""
    found = contrast(turn.text, context(turn)) if turn.text else None
    if found is None:
        return ""
    circle, wanted = target.circle, found[1]
    here = turn.local(circle)
    fits = fitting(turn, {"what": target.shift.what, "start": wanted})
    there = [s for s, place in fits if place[1].id == circle.id and s.shift.id != target.shift.id]
    if there:
        when = moments.moment(there[0].shift.start.astimezone(here.tzinfo), here)
        return turn.word("instead-stands", when=moments.begin(when))
    start = target.shift.start.astimezone(ZoneInfo(circle.zone))
    day, clock = parts_of(wanted)
    new = {"start": wanted if day else f"{start.date()}T{clock}"}
    options = (
        turn.option("button-yes-move", "edit_it", means="yes", shift=target.shift.id, new=new, scope="one"),
        turn.option("button-call-it-off", "cancel_it", shift=target.shift.id, scope="one"),
        turn.option("button-leave-it", "fine", means="no"),
    )
    when = moments.day(date.fromisoformat(day), here.date()) if day else clock
    turn.say("instead-move", options, about=moments.begin(about(turn, target)), what=target.shift.what, when=when)
    return None


def instead(turn: Turn) -> Values | None:
    """The values of what is called off, where a message that was not understood sets two days against each other."""
    found = contrast(turn.text, context(turn)) if turn.text and turn.places else None
    return None if found is None else found[0]


CAPABILITY = Capability("instead", {})
