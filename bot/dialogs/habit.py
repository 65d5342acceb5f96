"""Whose a task is by habit ("Piet doet altijd de dinsdag"): theirs in the weeks to come, the new ones too."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.assign import not_planned
from bot.dialogs.shared import propose_shares
from bot.members import named, spoken_of
from bot.plans import dividing
from bot.plans.summary import without_days
from bot.saying import Say
from bot.shifts.finding import is_like
from bot.turn import Place, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from locales.nl.rules import rule_words, weekday_name, weekdays_in
from scheduling.care import Series, Shift
from scheduling.changes import comes_on, days_of
from scheduling.habits import give
from scheduling.people import Circle, Member
from scheduling.plans import AHEAD
from scheduling.recurrence import stretches
from scheduling.rights import Action

SHOWN = 8


def habit(turn: Turn, values: Values) -> None:
    """Said back with how often that is, before it counts."""
    own, circle = turn.place(values, "habit", action=Action.CLAIM)
    if values.get("shares"):
        _divided(turn, values, (own, circle))
        return
    said = {word.strip(".,!?'\"").casefold() for word in turn.text.split()}
    member = own
    for name in values.get("who") or spoken_of(turn, circle):
        member = own if name == SPEAKER else named(turn, circle, str(name), "habit", values) or own
    if member.id != own.id:
        turn.require(own, circle, Action.ASSIGN_OTHERS)
    days = weekdays_in(turn.text)
    tasks = [what for what in turn.store.whats_of(circle.id) if any(len(w) > 2 and w in what.casefold() for w in said)]
    found = _meant(turn, circle, days, tasks, values.get("times") or []) if days or tasks else []
    found = [series for series in found if series.habit in (None, member.id)] or found
    if not found:
        if not not_planned(turn, values):
            turn.say("habit-none", (turn.option("button-plan", "plan"),))
        return
    lines = [f"- {_words(turn, series, days, circle)}" for series in found[:SHOWN]]
    kept = {"series": [s.id for s in found], "days": sorted(days), "member": member.id, "circle": circle.id}
    if values.get("without"):
        kept["without"] = values["without"]
        lines.append(without_days(turn, " ".join(values["without"])))
    options = (
        turn.option("button-yes", "habit_it", means="yes", **kept),
        turn.option("button-no", "fine", means="no"),
    )
    whose = "own" if member.id == own.id else "other"
    turn.said.append(Say("\n".join([turn.word("habit-confirm", whose=whose, name=member.name), *lines]), options))


def _divided(turn: Turn, values: Values, place: Place) -> None:
    """ "Ik doe de ochtenden en Piet de avonden": who does what of what stands, said back before it counts."""
    circle = place[1]
    parts, left_out = dividing.parts_of(turn, values, place, "habit")
    ahead = [s for s in turn.store.roster_between(circle.id, turn.now, turn.now + AHEAD) if s.places_open]
    if values.get("what"):
        ahead = [s for s in ahead if is_like(s.shift.what, str(values["what"]))]
    if values.get("times"):
        ahead = [s for s in ahead if _clock(s.shift, circle) in values["times"]]
    series = [turn.store.get(Series, id) for id in dict.fromkeys(s.shift.series for s in ahead)]
    parts = dividing.where_it_comes(parts, [s for s in series if s.rule])
    lines = [line for part in parts for line in dividing.lines(turn, circle, [s for s in series if s.rule], part)]
    if not lines:
        _divided_once(turn, values, place)
        return
    if left_out:
        lines.append(turn.word("shared-themselves", names=moments.listed(left_out), count=len(left_out)))
    kept: Values = {"series": [s.id for s in series if s.rule], "shares": values["shares"], "circle": circle.id}
    options = (
        turn.option("button-yes", "habit_divided", means="yes", **kept),
        turn.option("button-no", "fine", means="no"),
    )
    turn.said.append(Say("\n".join([turn.word("habit-shares-confirm"), *lines]), options))


def _divided_once(turn: Turn, values: Values, place: Place) -> None:
    """The same of what does not come again: what is open on those days in the week to come."""
    circle = place[1]
    zone = ZoneInfo(circle.zone)
    soon = turn.store.open_shifts_between(circle.id, turn.now, turn.now + timedelta(weeks=1))
    on = {one.shift.start.astimezone(zone).date() for one in soon}
    items: list[Values] = []
    for share in values["shares"]:
        then = sorted(day.isoformat() for day in on if day.weekday() in share["days"])
        items += [{"who": [str(share["who"])], "start": then}] if then else []
    if not items or any(share.get("part") for share in values["shares"]):
        turn.say("habit-none", (turn.option("button-plan", "plan"),))
        return
    propose_shares(turn, items, place, soon)


def habit_divided(turn: Turn, values: Values) -> None:
    """They said yes to the division."""
    own, circle = turn.place({"circle": values["circle"]}, "habit", action=Action.CLAIM)
    parts, _ = dividing.parts_of(turn, values, (own, circle), "habit")
    known = [one for id in values["series"] if (one := turn.store.find(Series, int(id))) is not None and one.rule]
    parts = dividing.where_it_comes(parts, known)
    ids = [one.id for one in known if turn.store.series_with_task(one.id)[1].circle == circle.id]
    given = [(part, theirs) for part, theirs in dividing.divide(turn, circle, ids, parts) if theirs]
    if not given:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    listed = dividing.listed(turn, [part for part, _ in given])
    turn.changed("habit", listed, circle)
    lines = [f"- {dividing.counted(turn, circle, part, theirs)}" for part, theirs in given]
    undo = (turn.option("button-undo", "undo"),)
    turn.said.append(Say("\n".join([turn.word("habit-shares-done"), *lines]), undo))
    for part, theirs in given:
        dividing.tell(turn, circle, part, theirs)
        if part.member.id == own.id:
            what = moments.listed(dict.fromkeys(shift.what for shift in theirs))
            turn.tell_organisers(
                circle, "habit-told", name=own.name, what=what, count=len(theirs), recipient=circle.recipient
            )


def _meant(turn: Turn, circle: Circle, days: frozenset[int], tasks: list[str], clocks: list[str]) -> list[Series]:
    """The series that have shifts ahead on these days, of one of these tasks and at these hours where said."""
    zone = ZoneInfo(circle.zone)
    ahead = turn.store.roster_between(circle.id, turn.now, turn.now + AHEAD)
    fitting = [s for s in ahead if not days or s.shift.start.astimezone(zone).weekday() in days]
    fitting = [s for s in fitting if not tasks or s.shift.what in tasks]
    fitting = [s for s in fitting if not clocks or _clock(s.shift, circle) in clocks]
    found = [turn.store.get(Series, id) for id in dict.fromkeys(s.shift.series for s in fitting)]
    recurring = [series for series in found if series.rule]
    # "Piet doet altijd de dinsdag" is about what comes on Tuesdays, not about what comes every day.
    of_days = [series for series in recurring if days and not tasks and days_of(series.rule) & days]
    return of_days or recurring


def spoken_series(turn: Turn, series: Series, circle: Circle) -> str:
    """ "koffie, elke dinsdag om 10:00, vanaf dinsdag 4 maart"."""
    return _words(turn, series, frozenset(), circle)


def _clock(shift: Shift, circle: Circle) -> str:
    """When it usually begins: "08:00"."""
    return moments.clock(shift.original_start.astimezone(ZoneInfo(circle.zone)))


def _words(turn: Turn, series: Series, days: frozenset[int], circle: Circle) -> str:
    zone = ZoneInfo(circle.zone)
    ahead = [s.shift for s in turn.store.shifts_of_series(series.id, turn.now)]
    of_days = [s for s in ahead if not days or s.start.astimezone(zone).weekday() in days] or ahead
    if not of_days:  # it ended, or all of it was called off
        return turn.store.series_with_task(series.id)[1].what
    start = of_days[0].start.astimezone(zone)
    if days and comes_on(series.rule) - days:
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
    but = stretches(" ".join(values.get("without") or ()))
    for id in values["series"]:
        series = turn.store.find(Series, int(id))
        if series is not None and series.rule and turn.store.series_with_task(series.id)[1].circle == circle.id:
            taken += give(
                turn.store,
                circle,
                series,
                frozenset(values["days"]),
                member,
                turn.now,
                but=but,
            )
    taken.sort(key=lambda shift: shift.start)
    what = moments.listed(dict.fromkeys(shift.what for shift in taken)) or "-"
    turn.changed("habit", f"{member.name}: {what}", circle)
    whose = "own" if member.id == own.id else "other"
    turn.say("habit-done", (turn.option("button-undo", "undo"),), whose=whose, name=member.name, count=len(taken))
    if taken and whose == "other":
        dividing.tell(turn, circle, dividing.Part(member, frozenset(values["days"]), ""), taken)
    elif taken:
        turn.tell_organisers(
            circle, "habit-told", name=member.name, what=what, count=len(taken), recipient=circle.recipient
        )


CAPABILITY = Capability("habit", {"habit": habit, "habit_it": habit_it, "habit_divided": habit_divided})
