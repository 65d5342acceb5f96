"""Being there for a part of one's shift: whoever organises hears it, and can fit the shift to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.following import taken_up
from bot.dialog import Capability, Values
from bot.dialogs.release import own_shifts
from bot.saying import Option
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Shift

_HALF_A_DAY = timedelta(hours=12)


def partly(turn: Turn, values: Values) -> None:
    """Pass on from or until when they are there; what is about no shift of theirs is understood as it stands."""
    found, _ = own_shifts(turn, {"start": values["day"]})
    hours = [_hours(shift.shift, values, circle.zone) for shift, _, circle in found]
    if not found and values["minutes"]:  # less of what they do not have
        turn.say("release-none-fits", (turn.option("button-mine", "show_mine"),))
        return
    if len(found) != 1 or hours[0] is None:
        raise taken_up(turn, turn.text)
    (staffed, member, circle), (begin, end) = found[0], hours[0]
    shift, at_start = staffed.shift, bool(values["at_start"])
    others = [one for one in turn.store.organisers_of(circle.id) if one.person not in (None, turn.someone.id)]
    new: Values = {"duration_min": int((end - begin).total_seconds() // 60)}
    new |= {"start": moments.clock(begin)} if at_start else {}
    fit = Option(
        turn.word("button-fit", hours=moments.span(begin, end)),
        "edit_it",
        {"shift": shift.id, "new": new, "scope": "one"},
        "" if others else "yes",
    )
    words: dict[str, Any] = {
        "about": turn.about(shift, circle),
        "at": "start" if at_start else "end",
        "clock": moments.clock(begin if at_start else end),
        "recipient": circle.recipient,
    }
    leave = turn.option("button-leave-it", "fine", means="no")
    if not others:
        turn.say("partly-fit", (fit, leave), **words)
        return
    turn.tell_organisers(circle, "partly-told", (fit, leave), name=member.name, **words)
    turn.say("partly-passed-on", names=moments.listed(one.name for one in others), **words)


def _hours(shift: Shift, values: Values, zone: str) -> tuple[datetime, datetime] | None:
    """From when until when they are there, on the circle's clock; None where that is no part of the shift."""
    begin, end = shift.start.astimezone(ZoneInfo(zone)), shift.end.astimezone(ZoneInfo(zone))
    if values.get("minutes"):
        less = timedelta(minutes=int(values["minutes"]))
        moments_said = [begin + less if values["at_start"] else end - less]
    else:
        hour, minute = map(int, str(values["hour"]).split(":"))
        said = begin.replace(hour=hour, minute=minute)
        moments_said = [said, said + _HALF_A_DAY, said - _HALF_A_DAY]
    inside = [one for one in moments_said if begin < one < end]
    if len(inside) != 1:
        return None
    return (inside[0], end) if values["at_start"] else (begin, inside[0])


CAPABILITY = Capability("partly", {"partly": partly})
