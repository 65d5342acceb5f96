"""Being too late for a shift, and standing by for it: who stands by moves up by themselves (`bot/shifts/gaps.py`)."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.assign import too_late
from bot.dialogs.claim import soon, take
from bot.dialogs.release import decline, let_go, own_shifts
from bot.turn import Turn
from scheduling.claims import CannotClaim, stand_by
from scheduling.reserves import NOTICE
from scheduling.rights import Action


def reserve(turn: Turn, values: Values) -> None:
    """Stand by for a shift that another has."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        turn.say("claim-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    if staffed.places_open or staffed.of(member.id) is not None:  # it came free meanwhile, or was answered before
        take(turn, staffed, place)
        return
    try:
        stand_by(turn.store, staffed.shift.id, member, turn.now)
    except CannotClaim as why:
        too_late(turn, why)
    else:
        about = turn.about(staffed.shift, circle)
        turn.changed("reserve", about, circle)
        near = "yes" if staffed.shift.start - turn.now < NOTICE else "no"
        undo = (turn.option("button-undo", "undo"),)
        turn.say("claim-reserve", undo, about=soon(turn, staffed.shift, circle), near=near)


def reserve_no(turn: Turn, values: Values) -> None:
    """[Toch niet], of who moved up from the reserve: free at once, or as everybody where it is near by now."""
    found, _ = own_shifts(turn, {})
    found = [one for one in found if one[0].shift.id in values["shifts"]]
    if any(staffed.shift.start - turn.now < NOTICE for staffed, _, _ in found):
        let_go(turn, found)
    else:
        decline(turn, values)


CAPABILITY = Capability("reserve", {"reserve": reserve, "reserve_no": reserve_no})
