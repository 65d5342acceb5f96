"""Looking back and ahead: the day; the week, on Sunday evening or a day of one's own; once a month how somebody is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduling.care import RESPONSIBLE
from scheduling.people import Circle, CircleState, Member, Person, Role
from scheduling.reminders import hears, out_of_quiet
from scheduling.store import Store

DAY, WEEK, WELLBEING = "day", "week", "wellbeing"  # kinds of outbox rows, and what a person can mute
WEEK_DAY = "week_day"  # in a person's times: the day on which they want their week (0: Monday)
SUNDAY, FIRST_DAYS = 6, 7
IN_THE_MORNING, ON_SUNDAY, AN_HOUR = 8 * 60, 19 * 60, 60  # minutes after midnight
_SPREAD = 20 * 60  # seconds over which digests are spread, so that they never crowd out replies
_USEFUL = timedelta(hours=12)


def owe_digests(store: Store, circle: Circle, now: datetime) -> None:
    """Owe what this circle's people get today: call it once a night, more often does no harm."""
    today = now.astimezone(ZoneInfo(circle.zone)).date()
    if circle.state != CircleState.ACTIVE:
        return
    _owe_days(store, circle, today, now)
    for member, person in store.members_with_person(circle.id):
        if member.role not in (Role.ORGANISER, Role.HELPER, Role.RECIPIENT):
            continue
        if today.weekday() == week_day(person):
            _owe(store, WEEK, person, member.id, _at(person, WEEK, today, circle.zone, ON_SUNDAY), f"{member.id}")
        if today.weekday() == SUNDAY and member.role == Role.ORGANISER and today.day <= FIRST_DAYS:
            at = _at(person, WELLBEING, today, circle.zone, ON_SUNDAY + AN_HOUR)
            _owe(store, WELLBEING, person, member.id, at, f"person-{person.id}")  # once, in however many circles


def week_day(person: Person) -> int:
    """On which day this person gets their week (0: Monday)."""
    return person.times.get(WEEK_DAY, SUNDAY)


def days_of(local: datetime) -> date:
    """The first day ahead for a week that is shown at this time: today in the morning, else tomorrow."""
    return (local + timedelta(hours=12)).date()


def _owe_days(store: Store, circle: Circle, today: date, now: datetime) -> None:
    """The day for everybody who is on today."""
    zone = ZoneInfo(circle.zone)
    begins, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (today, today + timedelta(days=1)))
    roster = store.roster_between(circle.id, max(begins, now), ends)
    on = {a.member for staffed in roster for a in staffed.assignments if a.part in RESPONSIBLE}
    for id in sorted(on):
        person_id = hears(store, store.get(Member, id))
        if person_id is not None:
            person = store.person(person_id)
            at = _at(person, DAY, today, circle.zone, IN_THE_MORNING)
            _owe(store, DAY, person, person.id, at, f"person-{person.id}", spread=False)


def _at(person: Person, kind: str, today: date, zone: str, usual: int) -> datetime:
    """When this person gets it: at the time of their own, whatever their quiet hours; else as usual, not in those."""
    minutes = person.times.get(kind)
    local = ZoneInfo(zone)
    if minutes is not None:
        return datetime.combine(today, time(minutes // 60 % 24, minutes % 60), local).astimezone(UTC)
    return out_of_quiet(datetime.combine(today, time(usual // 60, usual % 60), local).astimezone(UTC), person)


def _owe(store: Store, kind: str, person: Person, subject: int, at: datetime, key: str, *, spread: bool = True) -> None:
    if kind in person.muted or person.rests_at(at):
        return
    # The same person at the same moment each week, another for others.
    due = at + timedelta(seconds=person.id * 37 % _SPREAD if spread else person.id % 60)
    store.owe(
        kind,
        due,
        person=person.id,
        subject=subject,
        useful_until=due + _USEFUL,
        dedupe_key=f"{kind}:{key}:{at:%Y%m%d}",
    )
