"""Changing what is planned, one shift or a series from some shift on. What was moved or cancelled is never remade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from scheduling.care import Part, Series, Shift, Staffed, Task
from scheduling.people import Circle
from scheduling.plans import CannotPlan, Draft, cancel, check
from scheduling.recurrence import end_of, occurrences, on_clock
from scheduling.reminders import keep_reminders
from scheduling.store import Store

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class OneByOne(CannotPlan):
    """A series of this kind cannot go to another day as a whole."""


@dataclass(frozen=True)
class Move:
    """What becomes different, on the circle's wall clock."""

    days: int = 0  # so many later (or earlier)
    clock: time | None = None  # begins then; None: as before
    minutes: int | None = None  # takes so long
    people: int | None = None

    @property
    def when(self) -> bool:
        """Whether it begins at another moment."""
        return bool(self.days) or self.clock is not None

    def of(self, start: datetime, zone: str) -> datetime:
        """Where a start goes (UTC)."""
        wall = start.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + timedelta(days=self.days)
        if self.clock is not None:
            wall = datetime.combine(wall.date(), self.clock)
        return on_clock(wall, zone)[0]


def change_shift(store: Store, circle: Circle, staffed: Staffed, move: Move, now: datetime) -> Shift:
    """Move one shift; who is on it stays on it and is reminded anew. Raises a CannotPlan."""
    before = staffed.shift
    start = move.of(before.start, circle.zone)
    minutes = move.minutes or int(before.duration.total_seconds() // 60)
    check(Draft(before.what, start, minutes), now if move.when else min(now, start - timedelta(minutes=1)))
    end = before.start + before.duration if not move.when and move.minutes is None else None
    return _to(store, staffed, now, start=start, end=end or end_of(start, minutes, circle.zone), people=move.people)


def _to(store: Store, staffed: Staffed, now: datetime, *, people: int | None = None, **fields: object) -> Shift:
    if people is not None:
        fields["people_needed"] = people
    moved = fields["start"] != staffed.shift.start
    shift = store.change(staffed.shift, **fields)
    for assignment in staffed.assignments:
        asked_anew = moved and assignment.part == Part.CONFIRMED
        current = store.change(assignment, part=Part.CLAIMED) if asked_anew else assignment
        keep_reminders(store, shift, current, now)
    return shift


def rename(store: Store, task: Task, shifts: list[Staffed], what: str) -> None:
    """Call a task and these shifts of it otherwise; what was done keeps the name it had."""
    store.change(task, what=what)
    for staffed in shifts:
        store.change(staffed.shift, what=what)


def cancel_from(store: Store, circle: Circle, series: Series, shifts: list[Staffed], now: datetime) -> None:
    """Call these last shifts of a series off, and make no more."""
    end_on(store, circle, series, shifts[0].shift.original_start, shifts, now)


def end_on(
    store: Store, circle: Circle, series: Series, since: datetime, shifts: Iterable[Staffed], now: datetime
) -> None:
    """Make no more of a series from a moment on, and call these off."""
    store.change(series, rule=_ended(series.rule, _wall(since, circle)))
    for staffed in shifts:
        cancel(store, staffed, now)


def comes_between(series: Series, circle: Circle, since: datetime, until: datetime) -> list[datetime]:
    """When a series comes between these moments by its rule, made or still to be made (UTC)."""
    return list(occurrences(series.starts, series.rule, circle.zone, since, until, series.without))


def leave_out(
    store: Store,
    circle: Circle,
    series: Iterable[Series],
    stretches: Iterable[tuple[date, date]],
    shifts: Iterable[Staffed],
    now: datetime,
) -> None:
    """Leave stretches of days (the last included) out of these series, and call the shifts there off."""
    whole = list(stretches)
    for one in series:
        days = [
            f"{first}/{last}"
            for first, last in whole
            if comes_between(one, circle, midnight(first, circle), midnight(last + timedelta(days=1), circle))
        ]
        if days:
            store.change(one, without=" ".join(filter(None, (one.without, *days))))
    for staffed in shifts:
        cancel(store, staffed, now)


def change_from(
    store: Store,
    circle: Circle,
    series: Series,
    shifts: list[Staffed],
    said: Shift,
    move: Move,
    now: datetime,
    *,
    task: int | None = None,
) -> list[Shift]:
    """Move the shifts of a series from the first of these on, those still to be made too. Raises a CannotPlan.

    `said` is the one that the move was said of. One that was moved by itself before keeps its own time. Where the
    series has several weekdays, another day is for the shifts of that weekday alone. `task`: what they belong to now,
    where another series of the same row moved before it.
    """
    weekday = _wall(said.original_start, circle).weekday()
    rule, rest = _rules(series.rule, move.days, weekday)
    split = _wall(shifts[0].shift.original_start, circle)
    if rest:
        shifts = [s for s in shifts if _wall(s.shift.original_start, circle).weekday() == weekday]
    first = shifts[0].shift
    minutes = move.minutes or int(first.duration.total_seconds() // 60)
    check(Draft(first.what, move.of(first.start, circle.zone), minutes), now)
    store.change(series, rule=rest or _ended(series.rule, split))
    of = _task(store, first, move) if task is None else store.get(Task, task)
    fresh = store.add(
        replace(
            series,
            id=0,
            task=of.id,
            starts=move.of(first.original_start, circle.zone),
            rule=_remaining(rule, series, split, circle),
            version=1,
        )
    )
    moved = []
    for staffed in shifts:
        shift = staffed.shift
        original = move.of(shift.original_start, circle.zone)
        start = original if shift.start == shift.original_start else shift.start
        length = minutes if move.minutes else int(shift.duration.total_seconds() // 60)
        end = end_of(start, length, circle.zone)
        fields = {"series": fresh.id, "task": of.id, "original_start": original, "start": start, "end": end}
        moved.append(_to(store, staffed, now, people=move.people, **fields))
    return moved


def _task(store: Store, shift: Shift, move: Move) -> Task:
    """The task as it is from now on: another one where its length or people change, as earlier shifts keep theirs."""
    task = store.get(Task, shift.task)
    if move.minutes is None and move.people is None:
        return task
    people = move.people or task.people_needed
    return store.add(replace(task, id=0, minutes=move.minutes or task.minutes, people_needed=people, version=1))


def midnight(day: date, circle: Circle) -> datetime:
    """When a day begins in the circle."""
    return datetime.combine(day, time(), ZoneInfo(circle.zone))


def _wall(moment: datetime, circle: Circle) -> datetime:
    return moment.astimezone(ZoneInfo(circle.zone)).replace(tzinfo=None)


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if part)


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{key}={value}" for key, value in parts.items())


def days_of(rule: str) -> frozenset[int]:
    """The weekdays that a weekly rule names (0 is Monday); none where it names none."""
    parts = _parts(rule)
    named = parts.get("BYDAY", "") if parts.get("FREQ") == "WEEKLY" else ""
    return frozenset(_DAYS.index(day) for day in named.split(",") if day in _DAYS)


def comes_on(rule: str) -> frozenset[int]:
    """The weekdays on which a rule comes every week: those it names, or all seven; none where it is not weekly."""
    parts = _parts(rule)
    daily = parts.get("FREQ") == "DAILY" and parts.get("INTERVAL", "1") == "1" and "COUNT" not in parts
    if daily and "BYDAY" not in parts:
        return frozenset(range(7))
    return days_of(rule)


def row(series: Series, circle: Circle) -> tuple[int, str]:
    """What a series was before it was divided among people: its task, with the hour at which it comes every week."""
    weekly = comes_on(series.rule) and "INTERVAL" not in _parts(series.rule)
    return (series.task, f"{_wall(series.starts, circle):%H:%M}") if weekly else (series.task, f"series {series.id}")


def on_days(rule: str, weekdays: frozenset[int]) -> str:
    """The same rule on these weekdays alone."""
    return _joined({**_parts(rule), "FREQ": "WEEKLY", "BYDAY": ",".join(_DAYS[day] for day in sorted(weekdays))})


def goes_on_after(rule: str, wall: datetime) -> bool:
    """Whether a rule has no end before this wall-clock moment. One that counts its times is taken to end."""
    parts = _parts(rule)
    return bool(rule) and "COUNT" not in parts and parts.get("UNTIL", "9") > f"{wall:%Y%m%dT%H%M%S}"


def _ended(rule: str, before: datetime) -> str:
    """The rule with its last occurrence before this wall-clock moment."""
    parts = {k: v for k, v in _parts(rule).items() if k not in ("UNTIL", "COUNT")}
    return _joined({**parts, "UNTIL": f"{before - timedelta(seconds=1):%Y%m%dT%H%M%S}"})


def _rules(rule: str, days: int, weekday: int) -> tuple[str, str]:
    """The rule of what moves, and of what stays as it is ("" where everything moves). Raises OneByOne."""
    parts = _parts(rule)
    named = parts["BYDAY"].split(",") if parts.get("BYDAY") else []
    if not days:
        return rule, ""
    if parts["FREQ"] != "WEEKLY":
        raise OneByOne
    new = _DAYS[(weekday + days) % 7]
    others = [day for day in named if day != _DAYS[weekday]]
    if not others:
        return (_joined({**parts, "BYDAY": new}) if named else rule), ""
    return _joined({**parts, "BYDAY": new}), _joined({**parts, "BYDAY": ",".join(others)})


def _remaining(rule: str, series: Series, split: datetime, circle: Circle) -> str:
    """A rule that counts its occurrences counts only those that are left."""
    parts = _parts(rule)
    if "COUNT" not in parts:
        return rule
    walls = rrulestr(series.rule.replace("Z", ""), dtstart=_wall(series.starts, circle))
    return _joined({**parts, "COUNT": str(sum(1 for wall in walls if wall >= split))})
