"""What may not be missed or was not confirmed: who is asked once more, and when an organiser hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduling.care import Assignment, Part, Shift, Task
from scheduling.people import Person
from scheduling.reminders import organisers_but, out_of_quiet, reminder_times
from scheduling.store import Store

NUDGE, UNANSWERED = "nudge", "unanswered"  # kinds of outbox rows, and what an organiser can switch off
ARRIVE, ABSENT = "arrive", "absent"
MISSED_AFTER = timedelta(minutes=15)
FRESH = timedelta(hours=26)  # whoever said yes this short before has confirmed by that
_LATEST = timedelta(minutes=10)  # a nudge comes no later before it begins


def keep_watch(store: Store, shift: Shift, assignment: Assignment, person: Person, now: datetime) -> None:
    """Owe [Ik ben er] at the start of what cannot be missed, and the alert where that has not come."""
    alert = shift.start + MISSED_AFTER + timedelta(minutes=assignment.late_minutes)
    if assignment.part == Part.THERE or alert <= now or not store.get(Task, shift.task).critical:
        return
    if shift.start > now:
        store.owe(ARRIVE, shift.start, person=person.id, subject=assignment.id, useful_until=max(shift.end, alert))
    _owe_alert(store, shift, assignment, person, alert)


def _owe_alert(store: Store, shift: Shift, assignment: Assignment, person: Person, at: datetime) -> None:
    """Tell the organisers at that moment, quiet hours or not, unless somebody said they are there."""
    for to in organisers_but(store, shift.circle, person.id):
        if ABSENT not in to.muted:
            store.owe(
                ABSENT, at, person=to.id, subject=assignment.id, useful_until=max(shift.end, at) + timedelta(hours=2)
            )


def needs_yes(shift: Shift, assignment: Assignment, person: Person, now: datetime) -> bool:
    """Whether this is the second time that they are asked for a yes, and no answer came to the first."""
    if assignment.part != Part.CLAIMED or shift.start - assignment.since <= FRESH:
        return False
    asked = [moment for moment in reminder_times(shift.start, person) if assignment.since < moment <= now]
    return len(asked) > 1


def follow_up(store: Store, shift: Shift, assignment: Assignment, person: Person, now: datetime) -> None:
    """A reminder goes now. Where it is the only one, owe a nudge; where it was the nudge, a word to the organisers."""
    if assignment.part != Part.CLAIMED or shift.start - assignment.since <= FRESH:
        return
    times = reminder_times(shift.start, person)
    if times and now < times[-1]:
        return  # another follows
    if needs_yes(shift, assignment, person, now):
        owe_word(store, shift, assignment, person, now)
        return
    nudge = out_of_quiet(now + (shift.start - now) / 2, person)
    if nudge <= shift.start - _LATEST:
        key = f"{NUDGE}:{assignment.id}:{shift.start:%Y%m%d%H%M}"
        store.owe(NUDGE, nudge, person=person.id, subject=assignment.id, useful_until=shift.start, dedupe_key=key)


def owe_word(store: Store, shift: Shift, assignment: Assignment, person: Person, now: datetime) -> None:
    """No answer came to the nudge either: the organisers hear it when two thirds of the time that was left is over."""
    at = now + (shift.start - now) * 2 / 3
    for to in organisers_but(store, shift.circle, person.id):
        then = out_of_quiet(at, to)
        if then < shift.start and UNANSWERED not in to.muted:
            # Who seldom answers and always comes is spoken of once a week; what cannot be missed has its own alert.
            key = f"{UNANSWERED}:{to.id}:{assignment.member}:{shift.start:%G%V}"
            store.owe(UNANSWERED, then, person=to.id, subject=assignment.id, useful_until=shift.start, dedupe_key=key)
