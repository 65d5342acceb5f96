"""A week once more: "volgende week hetzelfde" offers what was planned once this week on the days of another."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.pasted import propose
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import HOLDS, Part, Series, Staffed
from scheduling.people import Circle
from scheduling.rights import Action

WEEK = timedelta(days=7)


def copy_week(turn: Turn, values: Values) -> None:
    """Proposed as a pasted week is, with who does it now; what comes there by itself or stands there is left out."""
    _, circle = turn.place(values, "copy_week", action=Action.PLAN)
    to = moments.monday(date.fromisoformat(str(values["start"])[:10]))
    since = moments.monday(turn.local(circle).date())
    if to == since:
        since = to - WEEK
    there = {(s.shift.what, _wall(s, circle)) for s in _of_week(turn, circle, to)}
    ahead = to - since
    items = [
        _item(one, _wall(one, circle) + ahead)
        for one in _of_week(turn, circle, since)
        if not turn.store.get(Series, one.shift.series).rule
        and (one.shift.what, _wall(one, circle) + ahead) not in there
    ]
    if not items:
        turn.say("copy-week-nothing", (turn.option("button-plan", "plan"),), recipient=circle.recipient,
                 period=moments.days(since, since + WEEK - timedelta(days=1)))  # fmt: skip
        return
    propose(turn, items)


def _of_week(turn: Turn, circle: Circle, monday: date) -> list[Staffed]:
    zone = ZoneInfo(circle.zone)
    begin, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (monday, monday + WEEK))
    return turn.store.roster_between(circle.id, begin, end)


def _wall(staffed: Staffed, circle: Circle) -> datetime:
    return staffed.shift.start.astimezone(ZoneInfo(circle.zone)).replace(tzinfo=None)


def _item(staffed: Staffed, start: datetime) -> Values:
    minutes = int(staffed.shift.duration.total_seconds() // 60)
    who = [str(a.member) for a in staffed.responsible if a.part in (*HOLDS, Part.DONE)]
    values: Values = {"what": staffed.shift.what, "start": f"{start:%Y-%m-%dT%H:%M}", "duration_min": minutes}
    people = {"people_needed": staffed.shift.people_needed} if staffed.shift.people_needed > 1 else {}
    return {**values, **people, **({"who": who} if who else {})}


CAPABILITY = Capability("copy_week", {"copy_week": copy_week})
