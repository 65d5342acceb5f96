"""Looking back and ahead: the week on Sunday evening, and once a month how somebody is doing."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduling.people import Circle, CircleState, Member, Role, Standing
from scheduling.reminders import out_of_quiet
from scheduling.store import Store

WEEK, WELLBEING = "week", "wellbeing"  # kinds of outbox rows, and what a person can mute
SUNDAY, FIRST_DAYS = 6, 7
AT = time(19, 0)
_SPREAD = 20 * 60  # seconds over which digests are spread, so that they never crowd out replies
_USEFUL = timedelta(hours=12)


def owe_digests(store: Store, circle: Circle, now: datetime) -> None:
    """Owe what this circle's people get today: call it once a night, more often does no harm."""
    zone = ZoneInfo(circle.zone)
    today = now.astimezone(zone).date()
    if circle.state != CircleState.ACTIVE or today.weekday() != SUNDAY:
        return
    at = datetime.combine(today, AT, zone).astimezone(UTC)
    for member in store.members_of(circle.id, Standing.ACTIVE):
        if member.person is None or member.role not in (Role.ORGANISER, Role.HELPER, Role.RECIPIENT):
            continue
        _owe(store, WEEK, member, at)
        if member.role == Role.ORGANISER and today.day <= FIRST_DAYS:
            _owe(store, WELLBEING, member, at + timedelta(hours=1))


def _owe(store: Store, kind: str, member: Member, at: datetime) -> None:
    person = store.person(member.person or 0)
    if kind in person.muted:
        return
    # The same person at the same moment each week, another for others.
    due = out_of_quiet(at + timedelta(seconds=person.id * 37 % _SPREAD), person)
    store.owe(
        kind,
        due,
        person=person.id,
        subject=member.id,
        useful_until=due + _USEFUL,
        dedupe_key=f"{kind}:{member.id}:{at:%Y%m%d}",
    )
