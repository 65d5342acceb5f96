"""Leaving days out of a series, or ending it on a day: said back with its dates before it counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.shifts import spared
from bot.shifts.targets import Target, find
from bot.turn import Turn
from locales.nl import leftout, moments, skipping
from locales.nl.written import is_day
from scheduling.care import Series, Staffed
from scheduling.changes import comes_between, end_on, leave_out, midnight
from scheduling.plans import AHEAD

NAMED, NAMED_OWN = 4, 10  # so many dates are named one by one: to who decides, and to who need not come
_ONE_DAY = timedelta(days=1)


def days_meant(turn: Turn, values: Values) -> Values:
    """`off`: the stretches of days that a series is left out, or `upto`: the first day that it is no more.

    Empty where a message is about one moment, or about all of it.
    """
    if values.get("off") or values.get("upto"):
        return {key: values[key] for key in ("off", "upto") if values.get(key)}
    start, end, today = values.get("start"), values.get("end"), turn.local().date()
    if values.get("shift") or not all(said is None or is_day(said) for said in (start, end)):
        return {}
    if not start and not end:
        stretches = skipping.days_off(turn.text, today)
        return {"off": [f"{a}/{b}" for a, b in stretches]} if stretches else {}
    if start and end:
        last = date.fromisoformat(end) - _ONE_DAY
        return {"off": [f"{start}/{last}"]} if last > date.fromisoformat(start) else {}
    if end:
        last = date.fromisoformat(end) - _ONE_DAY
        return {"off": [f"{today}/{last}"]} if skipping.is_left_out(turn.text) else {"upto": end}
    day = date.fromisoformat(str(start))
    if skipping.names_the_last(turn.text):
        return {"upto": str(day + _ONE_DAY)}
    if skipping.is_for_good(turn.text):
        return {"upto": str(day)}
    return {"off": [f"{day}/{day}"]} if day > (turn.now + AHEAD).date() else {}


def offer(turn: Turn, target: Target, meant: Values) -> None:
    """Say which dates it comes down to, and ask."""
    if "upto" in meant:
        _offer_end(turn, target, meant["upto"])
        return
    stretches = stretches_of(meant["off"])
    hit = _dates(turn, target, stretches)
    if not hit:
        turn.say("skip-none", what=target.shift.what)
        return
    names = spared.names(turn, _inside(turn, target, stretches), {target.member.id})
    options = (
        turn.option("button-yes", "skip_it", means="yes", shift=target.shift.id, off=meant["off"]),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("skip-confirm", options, what=target.shift.what, count=len(hit), days=_named(turn, target, hit), **names)


def _offer_end(turn: Turn, target: Target, upto: str) -> None:
    since = midnight(date.fromisoformat(upto), target.circle)
    if not any(comes_between(one, target.circle, since, since + 2 * leftout.HORIZON) for one in _series(turn, target)):
        turn.say("skip-over", what=target.shift.what)
        return
    options = (
        turn.option("button-yes", "stop_it", means="yes", shift=target.shift.id, upto=upto),
        turn.option("button-no", "fine", means="no"),
    )
    names = spared.names(turn, _from(turn, target, since), {target.member.id})
    turn.say("stop-confirm", options, what=target.shift.what, last=_last(turn, target, since), **names)


def skip_it(turn: Turn, values: Values) -> None:
    """It was confirmed: the series leaves these days out, those still to be made too."""
    target = find(turn, {"shift": values["shift"]}, "cancel_task")
    stretches = stretches_of(values["off"])
    hit, gone = _dates(turn, target, stretches), _inside(turn, target, stretches)
    leave_out(turn.store, target.circle, _series(turn, target), stretches, gone, turn.now)
    days = _named(turn, target, hit)
    turn.changed("cancel", turn.word("skip-about", what=target.shift.what, days=days), target.circle)
    _done(turn, target, gone, "skip-done", days=days, count=len(hit))


def stop_it(turn: Turn, values: Values) -> None:
    """It was confirmed: the series ends before this day."""
    target = find(turn, {"shift": values["shift"]}, "cancel_task")
    since = midnight(date.fromisoformat(values["upto"]), target.circle)
    gone, last = _from(turn, target, since), _last(turn, target, since)
    for series in _series(turn, target):
        theirs = [s for s in gone if s.shift.series == series.id]
        end_on(turn.store, target.circle, series, since, theirs, turn.now)
    day = moments.day(date.fromisoformat(values["upto"]), turn.local(target.circle).date())
    turn.changed("cancel", turn.word("stop-about", what=target.shift.what, day=day), target.circle)
    _done(turn, target, gone, "stop-done", last=last)


def _done(turn: Turn, target: Target, gone: list[Staffed], key: str, **words: Any) -> None:
    """Say that it is so, and tell everybody which of their own shifts need not be done."""
    mine = spared.names(turn, gone, {target.member.id})
    turn.say(key, (turn.option("button-undo", "undo"),), what=target.shift.what, **mine, **words)

    def said(own: list[Staffed]) -> str:
        days = _named(turn, target, [_day(target, one) for one in own], NAMED_OWN)
        return turn.word("skip-about", what=target.shift.what, days=days)

    spared.tell(turn, gone, {target.member.id}, target.circle, said)


def _series(turn: Turn, target: Target) -> list[Series]:
    """The series of its task: one for each time of the day or day of the week that it has."""
    ahead = turn.store.shifts_of_task(target.shift.task, turn.now)
    ids = dict.fromkeys([target.series.id, *(s.shift.series for s in ahead)])
    return [series for id in ids if (series := turn.store.get(Series, id)).rule]


def stretches_of(off: list[str]) -> list[tuple[date, date]]:
    """First and last day of each, from how a button keeps them: "2025-04-10/2025-04-19"."""
    return [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in (one.split("/") for one in off)]


def _day(target: Target, staffed: Staffed) -> date:
    return staffed.shift.start.astimezone(ZoneInfo(target.circle.zone)).date()


def _inside(turn: Turn, target: Target, stretches: list[tuple[date, date]]) -> list[Staffed]:
    ahead = turn.store.shifts_of_task(target.shift.task, turn.now)
    return [s for s in ahead if any(a <= _day(target, s) <= b for a, b in stretches)]


def _from(turn: Turn, target: Target, since: datetime) -> list[Staffed]:
    return [s for s in turn.store.shifts_of_task(target.shift.task, turn.now) if s.shift.start >= since]


def _dates(turn: Turn, target: Target, stretches: list[tuple[date, date]]) -> list[date]:
    """The days on which it would come, those that are on the roster and those still to be made."""
    found = {_day(target, s) for s in _inside(turn, target, stretches)}
    zone = ZoneInfo(target.circle.zone)
    for series in _series(turn, target):
        made = series.made_until or turn.now
        for first, last in stretches:
            since, until = max(midnight(first, target.circle), made), midnight(last + _ONE_DAY, target.circle)
            found |= {one.astimezone(zone).date() for one in comes_between(series, target.circle, since, until)}
    return sorted(found)


def _named(turn: Turn, target: Target, days: list[date], most: int = NAMED) -> str:
    """ "woensdag 9 april en woensdag 16 april"; of many only the first ones and the last."""
    today = turn.local(target.circle).date()
    every = [moments.day(day, today) for day in dict.fromkeys(days)]
    gaps = {b - a for a, b in pairwise(dict.fromkeys(days))}
    if len(every) <= (NAMED if gaps == {_ONE_DAY} else most):
        return moments.listed(every)
    if len(gaps) > 1:  # holidays: here and there
        return turn.word("skip-so-on", first=", ".join(every[:3]), last=every[-1], count=len(every))
    whole = gaps == {_ONE_DAY}
    return turn.word("skip-whole" if whole else "skip-many", first=every[0], last=every[-1], count=len(every))


def _last(turn: Turn, target: Target, since: datetime) -> str:
    """The last time that stays, or "none"."""
    stays = [s for s in turn.store.shifts_of_task(target.shift.task, turn.now) if s.shift.start < since]
    starts = [s.shift.start for s in stays]
    for series in _series(turn, target):
        starts += comes_between(series, target.circle, max(turn.now, series.made_until or turn.now), since)
    here = turn.local(target.circle)
    return moments.moment(max(starts).astimezone(here.tzinfo), here) if starts else "none"


CAPABILITY = Capability("skip", {"skip_it": skip_it, "stop_it": stop_it})
