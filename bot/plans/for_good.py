"""Taken for good: what comes again is on somebody's name in the weeks that are not made yet too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.dialog import Values
from bot.turn import Turn
from locales.nl.dividing import names_weekdays_alone
from scheduling.care import Series, Shift, Staffed
from scheduling.changes import comes_on, goes_on_after
from scheduling.habits import give
from scheduling.people import Circle, Member
from scheduling.plans import AHEAD
from scheduling.recurrence import weekdays_of


def said_of_every_week(values: Values) -> bool:
    """Whether what was said has no end: "alle donderdagen", unlike "alle donderdagen in maart"."""
    rule = str(values.get("rrule") or "")
    weekly = rule.startswith(("FREQ=DAILY", "FREQ=WEEKLY"))
    plain = weekly and not any(part in rule for part in ("INTERVAL", "COUNT", "UNTIL"))
    return plain and not any(values.get(name) for name in ("start", "end", "part", "times"))


def onward(turn: Turn, values: Values, found: Iterable[Staffed], circle: Circle) -> Values:
    """What of these series comes after the weeks that are made, as `take` takes it; {} where nothing does."""
    if not said_of_every_week(values):
        return {}
    days = frozenset(weekdays_of(str(values["rrule"])))
    return of_days(turn, found, days, circle, but=values.get("without") or ())


def of_days(
    turn: Turn, found: Iterable[Staffed], days: frozenset[int], circle: Circle, *, but: Iterable[str] = ()
) -> Values:
    """The same of weekdays that were named (0 is Monday). `but`: "first/last" of the stretches that are left out."""
    series = [turn.store.get(Series, id) for id in dict.fromkeys(one.shift.series for one in found)]
    horizon = (turn.now + AHEAD).astimezone(turn.local(circle).tzinfo)
    going = [one.id for one in series if comes_on(one.rule) & days and goes_on_after(one.rule, horizon)]
    return {"series": going, "days": sorted(days), "but": list(but)} if going else {}


def each_week(turn: Turn, found: list[Staffed], ahead: Iterable[Staffed], circle: Circle) -> Values:
    """The same of the weekdays on which these are, where those were named alone and come again; {} where not."""
    if not names_weekdays_alone(turn.text):
        return {}
    zone, ids = turn.local(circle).tzinfo, {one.shift.id for one in found}
    days = {one.shift.start.astimezone(zone).weekday() for one in found}
    of = {one.shift.series for one in found}
    later = [s for s in ahead if s.shift.series in of and s.shift.id not in ids]
    later = [s for s in later if s.shift.start.astimezone(zone).weekday() in days]
    series = [turn.store.get(Series, id) for id in dict.fromkeys(one.shift.series for one in later)]
    return {"series": [one.id for one in series if one.rule], "days": sorted(days), "but": []} if series else {}


def take(turn: Turn, circle: Circle, member: Member, kept: Values) -> list[Shift]:
    """Theirs from now on; the shifts among them that are made and were not theirs yet."""
    but = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in (one.split("/") for one in kept.get("but") or ())]
    taken: list[Shift] = []
    for id in kept.get("series") or ():
        series = turn.store.find(Series, int(id))
        days = frozenset() if series is None else comes_on(series.rule) & frozenset(kept["days"])
        if series is not None and days and turn.store.series_with_task(series.id)[1].circle == circle.id:
            taken += give(turn.store, circle, series, days, member, turn.now, but=but)
    return taken
