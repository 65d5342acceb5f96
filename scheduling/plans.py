"""Planning care, moving it and cancelling it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scheduling.asking import wake
from scheduling.care import Assignment, Part, Series, Shift, ShiftState, Staffed, Task
from scheduling.clashes import is_night
from scheduling.people import Circle, CircleState, Member
from scheduling.recurrence import end_of, occurrences
from scheduling.reminders import keep_reminders
from scheduling.store import Store
from scheduling.suited import diary

AHEAD = timedelta(weeks=9)
FARTHEST = timedelta(days=366)  # that a roster is made, where somebody asks so far ahead
"""Shifts of a series exist at least eight weeks ahead."""
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=24)


class CannotPlan(Exception):
    """This cannot be planned."""


class InThePast(CannotPlan):
    """It would have begun already."""


class OddDuration(CannotPlan):
    """Shorter or longer than a shift can be."""


@dataclass(frozen=True)
class Draft:
    """What somebody wants to plan."""

    what: str
    start: datetime  # aware
    minutes: int
    rule: str = ""
    people_needed: int = 1
    note: str = ""
    at_home: bool = True
    also: tuple[datetime, ...] = ()  # further starts of the same task: other times of the day, other days
    without: str = ""  # days that a series leaves out, as `occurrences` takes them
    critical: bool = False  # cannot be missed


def check(draft: Draft, now: datetime) -> None:
    """Raises a CannotPlan where this cannot be planned."""
    if not SHORTEST <= timedelta(minutes=draft.minutes) <= LONGEST:
        raise OddDuration
    if not draft.rule and min(draft.start, *draft.also, draft.start) <= now:
        raise InThePast


def _over_night(draft: Draft, zone: str) -> bool:
    """Whether it is a night, which cannot be missed by its nature."""
    ends = draft.start + timedelta(minutes=draft.minutes)
    return is_night(Shift(0, 0, 0, 0, draft.start, draft.start, ends, draft.what), zone)


def plan(
    store: Store,
    circle: Circle,
    by: Member,
    draft: Draft,
    who: tuple[Member, ...],
    now: datetime,
    *,
    anyway: bool = False,
) -> list[Shift]:
    """Make a task with its shifts (once, or nine weeks of a series) and who is on them. Raises a CannotPlan.

    Where something else is in somebody's way the shift stays open, or with `anyway` is theirs all the same, marked.
    """
    check(draft, now)
    task = store.add(
        Task(
            0,
            circle.id,
            draft.what,
            draft.minutes,
            by.id,
            draft.note,
            max(draft.people_needed, len(who)),
            draft.at_home,
            draft.critical or _over_night(draft, circle.zone),
        )
    )
    habit = who[0].id if draft.rule and len(who) == 1 else None
    shifts = []
    for start in (draft.start, *draft.also):
        made = store.add(Series(0, task.id, start, draft.rule, habit, without=draft.without))
        shifts += _make(store, circle.zone, made, task, now, now + AHEAD)
    if circle.state == CircleState.PAUSED:
        shifts = [store.change(shift, goes_on=True) for shift in shifts]
    shifts.sort(key=lambda shift: (shift.start, shift.id))
    for member in who:
        put_on(store, circle.zone, shifts, member, now, anyway=anyway)
    if shifts and len(who) < task.people_needed:
        wake(store, circle.id, now, shifts[0].start)
    return shifts


def put_on(
    store: Store, zone: str, shifts: list[Shift], member: Member, now: datetime, *, anyway: bool = False
) -> list[Shift]:
    """Put a member on those of these new shifts that they can do, and return them; with `anyway` on all, marked."""
    if not shifts:
        return []
    known = diary(store, member, min(s.start for s in shifts), max(s.end for s in shifts))
    theirs = []
    for shift in shifts:
        met = bool(known.hindrances(shift, zone))
        if met and not anyway:
            continue
        taken = Assignment(0, shift.id, member.id, Part.CLAIMED, now, overridden=met, taken_at=now)
        keep_reminders(store, shift, store.add(taken), now)
        known = replace(known, own=(*known.own, shift))
        theirs.append(shift)
    return theirs


def happens(circle: Circle, shift: Shift) -> bool:
    """Whether a shift goes on: everything in the circle does, or this was planned while all else stands still."""
    return circle.state == CircleState.ACTIVE or (circle.state == CircleState.PAUSED and shift.goes_on)


def reach(store: Store, circle: Circle, until: datetime, now: datetime) -> None:
    """Make what recurs as far as somebody looks ahead, a year at most."""
    if until <= now + AHEAD or circle.state != CircleState.ACTIVE:
        return
    far = min(until, now + FARTHEST)
    for id in store.series_behind(circle.id, far):
        series, task = store.series_with_task(id)
        extend(store, circle.zone, series, task, now, far)


def extend(
    store: Store, zone: str, series: Series, task: Task, now: datetime, until: datetime | None = None
) -> list[Shift]:
    """Make the shifts of a series that do not exist yet, and return them. One that was moved or cancelled stays so.

    Whose it is by habit is on them, save where they cannot. `until`: where not `AHEAD` of now.
    """
    made = _make(store, zone, series, task, now, until or now + AHEAD)
    if series.habit is not None:
        put_on(store, zone, made, store.get(Member, series.habit), now)
    return made


def _make(store: Store, zone: str, series: Series, task: Task, now: datetime, until: datetime) -> list[Shift]:
    if not series.rule:
        until = series.starts + timedelta(seconds=1)
    there = store.originals_of(series.id)
    made = []
    since = series.made_until or min(now, series.starts)
    for start in occurrences(series.starts, series.rule, zone, since, until, series.without):
        if start in there or (series.rule and start <= now):
            continue
        shift = store.add(
            Shift(
                0,
                task.circle,
                task.id,
                series.id,
                start,
                start,
                end_of(start, task.minutes, zone),
                task.what,
                task.people_needed,
                task.at_home,
                opened_at=now,
            )
        )
        made.append(shift)
    store.change(series, made_until=until)
    return made


def move(store: Store, staffed: Staffed, start: datetime, minutes: int, now: datetime) -> Shift:
    """Give a shift another time; who is on it stays on it and is reminded anew. Raises a CannotPlan."""
    check(Draft("", start, minutes), now)
    shift = store.change(staffed.shift, start=start, end=start + timedelta(minutes=minutes))
    for assignment in staffed.assignments:
        keep_reminders(store, shift, assignment, now)
    if staffed.places_open:
        wake(store, shift.circle, now, start)
    return shift


def cancel(store: Store, staffed: Staffed, now: datetime) -> Shift:
    """Call a shift off. It is kept as cancelled, so that its series never makes it anew."""
    shift = store.change(staffed.shift, state=ShiftState.CANCELLED)
    for assignment in staffed.assignments:
        keep_reminders(store, shift, assignment, now)
    return shift
