"""Asking everybody at once whether they can: one private question each, where they can say no without guilt."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.turn import Turn
from locales.nl import moments
from scheduling.appeals import ask_now
from scheduling.asking import HORIZON
from scheduling.care import ShiftState
from scheduling.people import Standing
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may


def ask_all(turn: Turn, values: Values) -> None:
    """[Iedereen vragen]: for one shift, or for all of its task that are open (`many`)."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None or staffed.shift.state != ShiftState.PLANNED or staffed.shift.end <= turn.now:
        turn.say("claim-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.PLAN)
    meant = turn.store.shifts_of_task(staffed.shift.task, turn.now) if values.get("many") else [staffed]
    wanted = [one for one in meant if one.places_open]
    if not wanted:
        turn.say("appeal-filled", (turn.option("button-roster", "show_roster"),))
        return
    asked = ask_now(turn.store, circle, wanted, member.id, turn.now)
    absent = moments.listed(m.name for m in turn.store.members_of(circle.id, Standing.EXPECTED)) or "none"
    if asked:
        resting = [m for m in asked if m.person and out_of_quiet(turn.now, turn.store.person(m.person)) > turn.now]
        later = "none" if not resting else "all" if len(resting) == len(asked) else "some"
        hears = "yes" if wanted[0].shift.start < turn.now + HORIZON else "no"
        turn.say("appeal-done", names=moments.listed(m.name for m in asked), later=later, absent=absent, hears=hears)
    elif may(member, Action.INVITE, circle):
        turn.say("appeal-nobody-there", (turn.option("button-invite", "invite"),), absent=absent)
    else:
        turn.say("appeal-nobody-there", absent=absent)


def ask_member(turn: Turn, values: Values) -> None:
    """[Fatima vragen]: one person, for one shift."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None or not staffed.places_open or staffed.shift.end <= turn.now:
        turn.say("claim-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    asked = ask_now(turn.store, circle, [staffed], member.id, turn.now, only=(values["member"],))
    if not asked:
        turn.say("appeal-nobody-there", absent="none")
        return
    turn.say("appeal-asked-one", name=asked[0].name)


CAPABILITY = Capability("appeal", {"ask_all": ask_all, "ask_member": ask_member})
