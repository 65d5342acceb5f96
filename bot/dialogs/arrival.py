"""Being there at the start of what cannot be missed, and who hears it where nobody is."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.shifts import finding
from bot.shifts.own_visit import mine_near, none_near, planned_part
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import moments
from locales.nl.critical import takes_back
from scheduling.care import Assignment, Part, Shift, Task
from scheduling.claims import report
from scheduling.people import Circle, Member
from scheduling.reminders import hears, keep_reminders
from scheduling.rights import Action, may
from scheduling.watching import ABSENT, ARRIVE, MISSED_AFTER
from storage.store import Store
from storage.turns import Owed

AHEAD = timedelta(days=70)


def _expected(store: Store, owed: Owed) -> tuple[Shift, Assignment, Member, Circle] | None:
    """Who should be there now, None where they said so or it is off."""
    found = planned_part(store, owed)
    return None if found is None or found[1].part == Part.THERE else found


def show_arrive(showing: Showing, owed: Owed) -> Say | None:
    """At the start: [Ik ben er]."""
    found = _expected(showing.store, owed)
    if found is None or hears(showing.store, found[2]) != showing.person.id:
        return None
    shift, assignment, _, circle = found
    options = (
        showing.option("button-there", "arrived", means="yes", assignments=[assignment.id]),
        showing.option("button-later-there", "late", assignments=[assignment.id]),
        showing.option("button-cannot", "cannot", means="no", assignments=[assignment.id]),
    )
    start = showing.local(shift.start, circle.zone)
    return showing.say(
        "arrival-ask",
        options,
        once=False,
        about=moments.label(start),
        what=moments.begin(shift.what),
        recipient=circle.recipient,
        clock=moments.clock(start),
    )


def show_absent(showing: Showing, owed: Owed) -> Say | None:
    """A quarter of an hour later nobody said they are there: an organiser hears it, at whatever hour."""
    found = _expected(showing.store, owed)
    if found is None or ABSENT in showing.person.muted:
        return None
    shift, assignment, member, circle = found
    mine = showing.store.member_in(circle.id, showing.person.id)
    if mine is None or not may(mine, Action.ASSIGN_OTHERS, circle):
        return None
    if showing.now < shift.start + MISSED_AFTER + timedelta(minutes=assignment.late_minutes):
        return None  # later was said since, and another alert is owed
    options = (
        showing.option("button-all-well", "all_well", means="yes", assignment=assignment.id),
        showing.option("button-no-alerts", "messages", kind=ABSENT, on=False),
    )
    clock = moments.clock(showing.local(shift.start, circle.zone))
    return showing.say(
        "arrival-absent",
        options,
        once=False,
        about=shift.what,
        name=member.name,
        what=shift.what,
        recipient=circle.recipient,
        clock=clock,
    )


def arrived(turn: Turn, values: Values) -> None:
    """[Ik ben er]."""
    found = mine_near(turn, values)
    if not found:
        none_near(turn, values)
        return
    for _, assignment, _ in found:
        report(turn.store, assignment.id, Part.THERE, turn.now)
    turn.say("arrival-there", recipient=found[0][2].recipient)


def all_well(turn: Turn, values: Values) -> None:
    """An organiser knows that somebody is there, and says so for them."""
    assignment = turn.store.find(Assignment, values["assignment"])
    shift = None if assignment is None else turn.store.get(Shift, assignment.shift)
    place = None if shift is None else turn.member_of(shift.circle)
    if assignment is None or place is None:
        turn.say("own-visit-off")
        return
    turn.require(*place, Action.ASSIGN_OTHERS)
    report(turn.store, assignment.id, Part.THERE, turn.now)
    turn.say("arrival-all-well")


def mark_critical(turn: Turn, values: Values) -> None:
    """ "De medicijnen mogen niet gemist worden": for all of that task; or that they may, after all."""
    member, circle = turn.place(values, "mark_critical", action=Action.PLAN)
    critical = bool(values["on"]) if "on" in values else not takes_back(turn.text)
    roster = turn.store.roster_between(circle.id, turn.now, turn.now + AHEAD)
    said = turn.text.casefold()
    tasks = {s.shift.task: s.shift for s in roster if s.shift.what.casefold() in said}
    if not tasks and values.get("what"):
        fits = finding.matching(roster, {"what": values["what"]}, circle.zone, turn.now)
        tasks = {s.shift.task: s.shift for s in fits}
    if values.get("task"):
        tasks = {s.shift.task: s.shift for s in roster if s.shift.task == values["task"]}
    if not tasks:
        names = list(dict.fromkeys(s.shift.what for s in roster))[:8]
        turn.say("arrival-which", about=moments.either(names) if names else "")
        return
    for id in tasks:
        task = turn.store.get(Task, id)
        if task.made_by != member.id:
            turn.require(member, circle, Action.CHANGE_ANY_PLAN)
        if task.critical != critical:
            turn.store.change(task, critical=critical)
    for staffed in roster:
        for assignment in staffed.assignments if staffed.shift.task in tasks else ():
            keep_reminders(turn.store, staffed.shift, assignment, turn.now)
    what = moments.listed(dict.fromkeys(shift.what for shift in tasks.values()))
    turn.changed("critical", what, circle)
    key = "arrival-critical" if critical else "arrival-not-critical"
    turn.say(key, (turn.option("button-undo", "undo"),), what=moments.begin(what) if critical else what)


CAPABILITY = Capability(
    "arrival",
    {"arrived": arrived, "all_well": all_well, "mark_critical": mark_critical},
    shows={ARRIVE: show_arrive, ABSENT: show_absent},
)
