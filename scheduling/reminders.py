"""When somebody is reminded of a shift, and asked about it afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduling.care import RESPONSIBLE, SETTLED, Assignment, Shift, ShiftState
from scheduling.people import Member, Person
from scheduling.store import Store

REMINDER, CHECKOUT = "reminder", "checkout"
_EVENING = timedelta(hours=1)  # this long before the quiet hours
_STILL_AHEAD = timedelta(hours=12)  # a reminder may come later, where it comes this long before
_ASK_UNTIL = timedelta(hours=36)


def is_quiet_at(moment: datetime, person: Person) -> bool:
    """Whether this moment falls in the person's quiet hours, or while they want to be left alone."""
    return person.rests_at(moment) or person.is_quiet(moment.astimezone(ZoneInfo(person.zone)).time())


def out_of_quiet(moment: datetime, person: Person) -> datetime:
    """The first moment from this one on that is not in the person's quiet hours, nor in their rest (UTC)."""
    rest = person.rest
    if rest is not None and person.rests_at(moment):
        return _after_hours(rest[1], person)
    later = _after_hours(moment, person)
    return out_of_quiet(later, person) if person.rests_at(later) else later


def _after_hours(moment: datetime, person: Person) -> datetime:
    local = moment.astimezone(ZoneInfo(person.zone))
    quiet = person.quiet_at(local.time())
    if quiet is None:
        return moment
    minute, until = local.hour * 60 + local.minute, quiet[1]
    end = local.replace(hour=until // 60, minute=until % 60, second=0, microsecond=0)
    if minute >= until:
        end += timedelta(days=1)
    return end.astimezone(UTC)


def before_quiet(moment: datetime, person: Person) -> datetime:
    """The evening before: an hour ahead of the quiet hours that hold this moment (UTC)."""
    local = moment.astimezone(ZoneInfo(person.zone))
    since = (person.quiet_at(local.time()) or (person.quiet_from, 0))[0]
    begin = local.replace(hour=since // 60, minute=since % 60, second=0, microsecond=0)
    if begin > local:
        begin -= timedelta(days=1)
    return (begin - _EVENING).astimezone(UTC)


def reminder_times(start: datetime, person: Person) -> list[datetime]:
    """When to remind this person of something at `start` (UTC), each moment once, in order."""
    times = set()
    for minutes in person.remind_before:
        moment = start - timedelta(minutes=minutes)
        if is_quiet_at(moment, person):
            later = out_of_quiet(moment, person)
            rests = person.rests_at(moment)
            moment = later if rests or start - later >= _STILL_AHEAD else before_quiet(moment, person)
            if person.rests_at(moment):
                moment = later
        if moment < start:
            times.add(moment)
    return sorted(times)


def organisers_but(store: Store, circle: int, person: int | None) -> list[Person]:
    """The organisers of a circle who are to hear of this person, who may be one of them."""
    ids = [member.person for member in store.organisers_of(circle)]
    return [store.person(id) for id in ids if id is not None and id != person]


def hears(store: Store, member: Member) -> int | None:
    """The person who gets what is for this member: they, or who speaks for somebody without a phone."""
    if member.person is not None or member.voice is None:
        return member.person
    return store.get(Member, member.voice).person


def keep_reminders(store: Store, shift: Shift, assignment: Assignment, now: datetime) -> None:
    """Make what is owed about this assignment fit how it stands: call it after anything about either changed."""
    from scheduling.watching import ABSENT, ARRIVE, NUDGE, UNANSWERED, keep_watch  # it needs the times from here

    store.unowe((REMINDER, CHECKOUT, NUDGE, UNANSWERED, ARRIVE, ABSENT), assignment.id)
    if assignment.part not in RESPONSIBLE or assignment.part in SETTLED or shift.state != ShiftState.PLANNED:
        return
    to = hears(store, store.get(Member, assignment.member))
    if to is None:
        return
    person = store.person(to)
    for moment in reminder_times(shift.start, person):
        if moment > now:
            store.owe(
                REMINDER,
                moment,
                person=person.id,
                subject=assignment.id,
                useful_until=shift.start + timedelta(minutes=15),
            )
    keep_watch(store, shift, assignment, person, now)
    if shift.end > now and CHECKOUT not in person.muted:
        asked = out_of_quiet(shift.end, person)
        store.owe(CHECKOUT, asked, person=person.id, subject=assignment.id, useful_until=asked + _ASK_UNTIL)


def let_go(store: Store, member_ids: list[int], now: datetime) -> None:
    """Ask these members nothing about what began while all stood still."""
    for staffed in store.shifts_of_members(member_ids, now - _ASK_UNTIL, now):
        for assignment in staffed.assignments:
            if staffed.shift.start <= now and not staffed.shift.goes_on:
                store.unowe((CHECKOUT,), assignment.id)


def keep_all_reminders(store: Store, member_ids: list[int], now: datetime) -> None:
    """The same for all that lies ahead of these members, after a person's settings changed."""
    for staffed in store.shifts_of_members(member_ids, now, now + timedelta(days=400)):
        for assignment in staffed.assignments:
            if assignment.member in member_ids:
                keep_reminders(store, staffed.shift, assignment, now)
