"""Asking everybody at once whether they can: one private question each, where they can say no without guilt."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.swap import take_over
from bot.members import named
from bot.plans.lately import just_spoken_of
from bot.shifts import finding
from bot.turn import Instead, Turn
from locales.nl import moments
from scheduling.appeals import ask_now
from scheduling.asking import HORIZON
from scheduling.people import Standing
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may

SHOWN = 10


def ask_all(turn: Turn, values: Values) -> None:
    """ "Vraag iedereen": whoever could, at once, for all that is open in the next two weeks."""
    member, circle = turn.place(values, "ask_all", action=Action.PLAN)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    if not wanted:
        turn.say("around-nothing-open", recipient=circle.recipient, ring="none")
        return
    asked = ask_now(turn.store, circle, wanted, member.id, turn.now)
    found = turn.store.ask_round_of(circle.id)
    if found is not None and not found.on:
        turn.store.change(found, on=True)
    absent = moments.listed(m.name for m in turn.store.members_of(circle.id, Standing.EXPECTED)) or "none"
    if asked:
        resting = [m for m in asked if m.person and out_of_quiet(turn.now, turn.store.person(m.person)) > turn.now]
        later = "none" if not resting else "all" if len(resting) == len(asked) else "some"
        turn.say("appeal-done", names=moments.listed(m.name for m in asked), later=later, absent=absent)
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


def ask_person(turn: Turn, values: Values) -> None:
    """ "Vraag Piet of hij vrijdag kan": for what is open then; who plans nothing asks it for their own shift.
    `items` holds several people, each with a moment of their own.
    """
    if "items" in values:
        for item in values["items"]:
            ask_person(turn, item)
        return
    member, circle = turn.place(values, "ask_person")
    names = values.get("who") or ()
    others = [other for name in names if (other := named(turn, circle, str(name), "ask_person", values)) is not None]
    if not others or others[0].id == member.id:
        turn.say("appeal-whom")
        return
    opened = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    spoken_of = just_spoken_of(turn, values, opened, circle.zone)
    fits = finding.matching(opened, values, circle.zone, turn.now)
    wanted = [one for one in fits if one.shift.id in spoken_of] or fits
    if not may(member, Action.PLAN, circle) or not wanted:
        own = turn.store.shifts_of_members([member.id], turn.now, turn.now + HORIZON)
        if any(s.of(member.id) for s in finding.matching(own, values, circle.zone, turn.now)):
            take_over(turn, values)
        elif values.get("what") and values.get("start") and may(member, Action.PLAN, circle):
            raise Instead("create_task", {name: said for name, said in values.items() if name != "heard"})
        else:
            turn.say("appeal-nothing", (turn.option("button-open", "show_open"),), name=others[0].name)
        return
    asked = ask_now(turn.store, circle, wanted, member.id, turn.now, only=(others[0].id,))
    if not asked:
        absent = "yes" if others[0].standing == Standing.EXPECTED else "no"
        turn.say("appeal-cannot", (turn.option("button-ask-now", "ask_around"),), name=others[0].name, absent=absent)
        return
    lines = "\n".join(finding.line(s, circle.zone) for s in wanted[:SHOWN])
    turn.say("appeal-asked-for", name=others[0].name, lines=lines)


CAPABILITY = Capability("appeal", {"ask_all": ask_all, "ask_member": ask_member, "ask_person": ask_person})
