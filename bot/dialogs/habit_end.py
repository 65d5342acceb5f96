"""What somebody does by habit and no longer wants: new weeks come open, and what is theirs already if they say so."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.habit import spoken_series
from bot.members import named, spoken_of
from bot.saying import Say
from bot.shifts import gaps
from bot.turn import Turn
from locales.nl import moments
from locales.nl.rules import weekdays_in
from scheduling.care import HOLDS, Series, Staffed
from scheduling.changes import comes_on
from scheduling.claims import CannotClaim, want_out
from scheduling.people import Circle, Member
from scheduling.rights import Action, may_report_for

SHOWN = 8


def habit_end(turn: Turn, values: Values) -> None:
    """ "Ik stop met de dinsdag", "Piet doet niet meer altijd de koffie": said back, with what is theirs already."""
    own, circle = turn.place(values, "habit_end", action=Action.CLAIM)
    member = own
    for name in values.get("who") or spoken_of(turn, circle):
        member = named(turn, circle, str(name), "habit_end", values) or own
    if member.id != own.id and not may_report_for(own, member, circle):
        turn.require(own, circle, Action.ASSIGN_OTHERS)
    mine = "yes" if member.id == own.id else "no"
    found = _meant(turn, circle, member)
    if not found:
        turn.say("habit-end-none", (turn.option("button-mine", "show_mine"),), mine=mine, name=member.name)
        return
    lines = [f"- {spoken_series(turn, series, circle)}" for series in found[:SHOWN]]
    kept: Values = {"series": [series.id for series in found], "member": member.id, "circle": circle.id}
    ahead = _ahead(turn, found, member)
    options = [turn.option("button-habit-end-new", "habit_end_it", means="yes", **kept, way="new")]
    if ahead:
        options.append(turn.option("button-habit-end-all", "habit_end_it", **kept, way="all"))
    options.append(turn.option("button-never-mind", "fine", means="no"))
    text = turn.word("habit-end-confirm", mine=mine, name=member.name, count=len(ahead))
    turn.said.append(Say("\n".join([text, *lines]), tuple(options)))


def _meant(turn: Turn, circle: Circle, member: Member) -> list[Series]:
    """What is theirs by habit on the days and of the tasks that were named; all of it where none was."""
    days, said = weekdays_in(turn.text), turn.text.casefold()
    found = []
    for series in turn.store.series_by_habit(member.id):
        task = turn.store.series_with_task(series.id)[1]
        if series.rule and task.circle == circle.id:
            found.append((series, task.what.casefold()))
    if days:
        found = [one for one in found if comes_on(one[0].rule) & days]
    names = [one for one in found if any(len(word) > 2 and word in said for word in one[1].split())]
    return [series for series, _ in names or found]


def _ahead(turn: Turn, found: list[Series], member: Member) -> list[Staffed]:
    every = [s for series in found for s in turn.store.shifts_of_series(series.id, turn.now)]
    return [s for s in every if (mine := s.of(member.id)) is not None and mine.part in HOLDS]


def habit_end_it(turn: Turn, values: Values) -> None:
    """[Nieuwe weken]: those come open. [Alles]: they want out of what stands too, and stay until another has it."""
    own, circle = turn.place({"circle": values["circle"]}, "habit_end", action=Action.CLAIM)
    member = turn.store.find(Member, int(values["member"]))
    if member is None or member.circle != circle.id:
        turn.say("claim-gone")
        return
    if member.id != own.id and not may_report_for(own, member, circle):
        turn.require(own, circle, Action.ASSIGN_OTHERS)
    known = {series.id: series for series in turn.store.series_by_habit(member.id)}
    found = [known[int(id)] for id in values["series"] if int(id) in known]
    ahead = _ahead(turn, found, member) if values.get("way") == "all" else []
    for series in found:
        turn.store.change(series, habit=None)
    for staffed in ahead:
        with suppress(CannotClaim):
            want_out(turn.store, staffed.shift.id, member, turn.now)
    what = moments.listed(dict.fromkeys(turn.store.series_with_task(series.id)[1].what for series in found)) or "-"
    if ahead:
        gaps.tell_filled(turn, circle, gaps.fill(turn, circle, ahead, but=member.id, by=member.name))
    turn.changed("habit-end", f"{what} ({member.name})", circle)
    words: dict[str, Any] = {"what": what, "name": member.name, "count": len(ahead)}
    mine = "yes" if member.id == own.id else "no"
    turn.say("habit-end-done", (turn.option("button-undo", "undo"),), mine=mine, **words)
    turn.tell_organisers(circle, "habit-end-told", recipient=circle.recipient, **words)
    if mine == "no":
        turn.tell_member(member, "habit-end-told-them", by=turn.someone.name, recipient=circle.recipient, what=what)


CAPABILITY = Capability("habit_end", {"habit_end": habit_end, "habit_end_it": habit_end_it})
