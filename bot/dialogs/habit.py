"""Whose a task is by habit ("Piet doet altijd de dinsdag"): theirs in the weeks to come, the new ones too."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.assign import not_planned, tell_planned
from bot.members import named, spoken_of
from bot.saying import Say
from bot.turn import Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from locales.nl.rules import rule_words, weekday_name, weekdays_in
from scheduling.care import Series
from scheduling.changes import days_of
from scheduling.habits import give
from scheduling.people import Circle, Member
from scheduling.plans import AHEAD
from scheduling.rights import Action

SHOWN = 8


def habit(turn: Turn, values: Values) -> None:
    """Said back with how often that is, before it counts."""
    own, circle = turn.place(values, "habit", action=Action.CLAIM)
    said = {word.strip(".,!?'\"").casefold() for word in turn.text.split()}
    member = own
    for name in values.get("who") or spoken_of(turn, circle):
        member = own if name == SPEAKER else named(turn, circle, str(name), "habit", values) or own
    if member.id != own.id:
        turn.require(own, circle, Action.ASSIGN_OTHERS)
    days = weekdays_in(turn.text)
    tasks = [what for what in turn.store.whats_of(circle.id) if any(len(w) > 2 and w in what.casefold() for w in said)]
    found = _meant(turn, circle, days, tasks) if days or tasks else []
    if not found:
        if not not_planned(turn, values):
            turn.say("habit-none", (turn.option("button-plan", "plan"),))
        return
    lines = [f"- {_words(turn, series, days, circle)}" for series in found[:SHOWN]]
    kept = {"series": [s.id for s in found], "days": sorted(days), "member": member.id, "circle": circle.id}
    options = (
        turn.option("button-yes", "habit_it", means="yes", **kept),
        turn.option("button-no", "fine", means="no"),
    )
    whose = "own" if member.id == own.id else "other"
    turn.said.append(Say("\n".join([turn.word("habit-confirm", whose=whose, name=member.name), *lines]), options))


def _meant(turn: Turn, circle: Circle, days: frozenset[int], tasks: list[str]) -> list[Series]:
    """The series that have shifts ahead on these days, of one of these tasks where some are named."""
    zone = ZoneInfo(circle.zone)
    ahead = turn.store.roster_between(circle.id, turn.now, turn.now + AHEAD)
    fitting = [s for s in ahead if not days or s.shift.start.astimezone(zone).weekday() in days]
    fitting = [s for s in fitting if not tasks or s.shift.what in tasks]
    found = [turn.store.get(Series, id) for id in dict.fromkeys(s.shift.series for s in fitting)]
    recurring = [series for series in found if series.rule]
    # "Piet doet altijd de dinsdag" is about what comes on Tuesdays, not about what comes every day.
    of_days = [series for series in recurring if days and not tasks and days_of(series.rule) & days]
    return of_days or recurring


def _words(turn: Turn, series: Series, days: frozenset[int], circle: Circle) -> str:
    zone = ZoneInfo(circle.zone)
    ahead = [s.shift for s in turn.store.shifts_of_series(series.id, turn.now)]
    of_days = [s for s in ahead if not days or s.start.astimezone(zone).weekday() in days] or ahead
    start = of_days[0].start.astimezone(zone)
    if days and days_of(series.rule) - days:
        when = moments.listed(weekday_name(day) for day in sorted(days))
        return turn.word("habit-line", what=of_days[0].what, when=when, clock=moments.clock(start))
    return f"{of_days[0].what}, {rule_words(series.rule, start)}"


def habit_it(turn: Turn, values: Values) -> None:
    """They said yes."""
    own, circle = turn.place({"circle": values["circle"]}, "habit", action=Action.CLAIM)
    member = turn.store.find(Member, int(values["member"]))
    if member is None or member.circle != circle.id or not member.present:
        turn.say("claim-gone")
        return
    if member.id != own.id:
        turn.require(own, circle, Action.ASSIGN_OTHERS)
    taken = []
    for id in values["series"]:
        series = turn.store.find(Series, int(id))
        if series is not None and series.rule and turn.store.series_with_task(series.id)[1].circle == circle.id:
            taken += give(turn.store, circle, series, frozenset(values["days"]), member, turn.now)
    taken.sort(key=lambda shift: shift.start)
    what = moments.listed(dict.fromkeys(shift.what for shift in taken)) or "-"
    turn.changed("habit", f"{member.name}: {what}", circle)
    whose = "own" if member.id == own.id else "other"
    turn.say("habit-done", (turn.option("button-undo", "undo"),), whose=whose, name=member.name, count=len(taken))
    if taken and whose == "other":
        when = moments.moment(taken[0].start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
        tell_planned(turn, member, tuple(shift.id for shift in taken), taken[0], when, circle)
    elif taken:
        turn.tell_organisers(
            circle, "habit-told", name=member.name, what=what, count=len(taken), recipient=circle.recipient
        )


CAPABILITY = Capability("habit", {"habit": habit, "habit_it": habit_it})
