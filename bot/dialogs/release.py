"""Not being able to come after all: responsible until another has it, and the program finds that other."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import finding
from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import RESPONSIBLE, Assignment, Part, Staffed
from scheduling.claims import ShiftGone, ShiftPast, want_out
from scheduling.people import Circle, Member
from scheduling.rights import Action

AHEAD = timedelta(days=70)


def release(turn: Turn, values: Values) -> None:
    """ "Ik kan donderdag toch niet"."""
    if "assignment" in values:
        assignment = turn.store.find(Assignment, values["assignment"])
        values = {"shift": 0 if assignment is None else assignment.shift}
    own = {member.id: (member, circle) for member, circle in turn.places}
    ahead = turn.store.shifts_of_members(list(own), turn.now, turn.now + AHEAD)
    found: list[tuple[Staffed, Member, Circle]] = []
    for staffed in ahead:
        for member, circle in own.values():
            mine = staffed.of(member.id)
            if mine is None or mine.part in (Part.DONE, Part.NOT_DONE):
                continue
            if finding.matching([staffed], values, circle.zone, turn.now):
                found.append((staffed, member, circle))
    if not found:
        turn.say("release-none" if not ahead else "release-none-fits", (turn.option("button-mine", "show_mine"),))
    elif len(found) == 1:
        _let_go(turn, *found[0])
    else:
        shown = found[:10]
        labels = finding.labels([s for s, _, _ in shown], shown[0][2].zone)
        options = tuple(
            Option(label, "release", {"shift": s.shift.id}) for label, (s, _, _) in zip(labels, shown, strict=True)
        )
        lines = [f"{i}. {finding.line(s, c.zone)}" for i, (s, _, c) in enumerate(shown, 1)]
        turn.said.append(Say("\n".join([turn.word("release-which"), *lines]), options))


def _let_go(turn: Turn, staffed: Staffed, member: Member, circle: Circle) -> None:
    turn.require(member, circle, Action.CLAIM)
    mine = staffed.of(member.id)
    start = staffed.shift.start.astimezone(ZoneInfo(circle.zone))
    about = f"{staffed.shift.what}, {moments.moment(start, turn.local(circle))}"
    if mine is not None and mine.part == Part.WANTS_OUT:
        turn.say("release-known", about=about)
        return
    try:
        left = want_out(turn.store, staffed.shift.id, member, turn.now)
    except ShiftGone:
        turn.say("claim-gone")
        return
    except ShiftPast:
        turn.say("claim-past")
        return
    turn.changed("release", about, circle)
    options = (turn.option("button-undo", "undo"),)
    if left.assignment.part == Part.RELEASED:
        turn.say("release-reserve", options, about=about)
        return
    turn.say("release-done", options, about=about)
    offer = (turn.option("button-i-do-it", "claim", means="yes", shift=staffed.shift.id),)
    names = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, "release-told", offer, urgent=True, **names)
    ask_others(turn, staffed, circle, about)


def ask_others(turn: Turn, staffed: Staffed, circle: Circle, about: str) -> None:
    """Ask who stood by for it."""
    for standing_by in staffed.reserves:
        other = turn.store.get(Member, standing_by.member)
        if other.person is not None and other.person not in turn.told and other.person != turn.someone.id:
            options = (
                turn.option("button-claim", "claim", means="yes", shift=staffed.shift.id),
                turn.option("button-cannot", "fine", means="no"),
            )
            turn.tell(
                other.person, "release-reserve-asked", options, about=about, recipient=circle.recipient, urgent=True
            )


def is_responsible(staffed: Staffed, member: int) -> bool:
    """Whether this member does it."""
    mine = staffed.of(member)
    return mine is not None and mine.part in RESPONSIBLE


CAPABILITY = Capability("release", {"release": release})
