"""Calling off everything on some days in one go: said back with its dates, undone with one word."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.skip import days_meant, stretches_of
from bot.shifts import spared
from bot.turn import Turn
from locales.nl import moments, skipping
from locales.nl.written import is_day
from scheduling.care import Staffed
from scheduling.changes import comes_between, leave_out, midnight
from scheduling.people import Circle
from scheduling.rights import Action, may

NAMED = 4  # tasks and stretches are named one by one up to so many
_ONE_DAY = timedelta(days=1)
Stretch = tuple[date, date]
"""A first and a last day."""


def everything_off(turn: Turn, values: Values) -> bool:
    """Answer what calls off all on some days ("van 10 tot 20 april gaat er niks door"); whether it did."""
    if values.get("shift") or not skipping.is_everything(turn.text) or not turn.places:
        return False
    off = days_meant(turn, values).get("off") or _one_day(values)
    allowed = [place for place in turn.places if may(place[0], Action.CHANGE_ANY_PLAN, place[1])]
    if not off or any(_names_a_task(turn, circle) for _, circle in turn.places):
        return False
    if not allowed:
        turn.say("skip-all-may-not", recipient=turn.places[0][1].recipient)
        return True
    _, circle = turn.place({**values, "off": off}, "skip_all", action=Action.CHANGE_ANY_PLAN)
    _offer(turn, circle, off)
    return True


def _one_day(values: Values) -> list[str]:
    day = values.get("start")
    whole = is_day(day) and not values.get("end")
    return [f"{day}/{day}"] if whole else []


def _names_a_task(turn: Turn, circle: Circle) -> bool:
    """Whether it is about one task after all: "niemand hoeft de hond uit te laten"."""
    words = set(turn.text.casefold().split())
    ahead = turn.store.roster_between(circle.id, turn.now, turn.now + timedelta(days=70))
    return any(words & set(what.casefold().split()) for what in {s.shift.what for s in ahead})


def skip_all(turn: Turn, values: Values) -> None:
    """[Nel], where somebody has several circles: the one that is meant was chosen."""
    _, circle = turn.place(values, "skip_all", action=Action.CHANGE_ANY_PLAN)
    _offer(turn, circle, list(values["off"]))


def _offer(turn: Turn, circle: Circle, off: list[str]) -> None:
    stretches = stretches_of(off)
    gone, later = _inside(turn, circle, stretches), _later(turn, circle, stretches)
    period = _period(turn, circle, stretches)
    if not gone and not later:
        turn.say("skip-all-none", recipient=circle.recipient, period=period)
        return
    options = (
        turn.option("button-yes", "skip_all_now", means="yes", circle=circle.id, off=off),
        turn.option("button-no", "fine", means="no"),
    )
    count, tasks = len(gone) + later, _tasks(turn, gone)
    words: dict[str, Any] = {"recipient": circle.recipient, "period": period, "count": count, "tasks": tasks}
    turn.say("skip-all-confirm", options, **words, **spared.names(turn, gone, _own(turn)))


def skip_all_now(turn: Turn, values: Values) -> None:
    """They said yes: what is on the roster is called off, and no series makes anything there any more."""
    _, circle = turn.place(values, "skip_all", action=Action.CHANGE_ANY_PLAN)
    stretches = stretches_of(values["off"])
    gone = _inside(turn, circle, stretches)
    leave_out(turn.store, circle, turn.store.recurring_of(circle.id), stretches, gone, turn.now)
    period = _period(turn, circle, stretches)
    turn.changed("cancel", turn.word("skip-all-about", period=period), circle)
    undo = (turn.option("button-undo", "undo"),)
    turn.say("skip-all-done", undo, recipient=circle.recipient, period=period, **spared.names(turn, gone, _own(turn)))

    def said(own: list[Staffed]) -> str:
        return turn.word("skip-all-own", tasks=_tasks(turn, own), period=period, count=len(own))

    spared.tell(turn, gone, _own(turn), circle, said)


def _inside(turn: Turn, circle: Circle, stretches: list[Stretch]) -> list[Staffed]:
    """What is on the roster then and has not begun, in order of time."""
    found: list[Staffed] = []
    for first, last in stretches:
        begin, end = max(turn.now, midnight(first, circle)), midnight(last + _ONE_DAY, circle)
        found += turn.store.roster_between(circle.id, begin, end) if begin < end else []
    return found


def _later(turn: Turn, circle: Circle, stretches: list[Stretch]) -> int:
    """How many times more it would come than is on the roster yet."""
    count = 0
    for series in turn.store.recurring_of(circle.id):
        for first, last in stretches:
            since = max(midnight(first, circle), series.made_until or turn.now)
            count += len(comes_between(series, circle, since, midnight(last + _ONE_DAY, circle)))
    return count


def _period(turn: Turn, circle: Circle, stretches: list[Stretch]) -> str:
    """ "van donderdag 10 tot en met zaterdag 19 april"; of many stretches the first ones and the last."""
    today = turn.local(circle).date()
    said = [
        turn.word("skip-all-day", day=moments.day(first, today))
        if first == last
        else turn.word("skip-all-days", first=moments.day(first, today), last=moments.day(last, today))
        for first, last in stretches
    ]
    if len(said) <= NAMED:
        return moments.listed(said)
    return turn.word("skip-all-so-on", first=", ".join(said[: NAMED - 1]), last=said[-1], count=len(said))


def _tasks(turn: Turn, gone: list[Staffed]) -> str:
    names = list(dict.fromkeys(staffed.shift.what for staffed in gone))
    more = turn.word("skip-all-more", count=len(names) - NAMED)
    return moments.listed(names if len(names) <= NAMED else [*names[:NAMED], more]) or "none"


def _own(turn: Turn) -> set[int]:
    return {member.id for member, _ in turn.places}


CAPABILITY = Capability("skip_all", {"skip_all": skip_all, "skip_all_now": skip_all_now})
