"""The day in the morning, for who is on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.dialog import Capability
from bot.saying import Say
from bot.showing import Showing
from locales.nl import moments
from scheduling.care import Staffed
from scheduling.digests import DAY
from scheduling.people import Circle, Member
from scheduling.plans import happens
from scheduling.rights import Action, may
from scheduling.visits import Visit, visits
from storage.turns import Owed

FRESH = timedelta(days=2)  # how old the last line for whoever comes next may be


def show_day(showing: Showing, owed: Owed) -> Say | None:  # noqa: ARG001
    """One's own visits of today in every circle; by itself only where there is more than one to keep in mind."""
    if DAY in showing.person.muted:
        return None
    days = [
        (member, circle, found)
        for member, circle in showing.store.memberships_of(showing.person.id)
        if (found := _visits(showing, member, circle))
    ]
    if not days or (DAY not in showing.person.times and sum(len(found) for _, _, found in days) < 2):
        return None
    lines = [showing.text("day-hello", name=showing.person.name)]
    for member, circle, found in days:
        lines.append(showing.text("day-for", recipient=circle.recipient))
        for visit in found:
            what = moments.listed(dict.fromkeys(shift.what for shift in visit.shifts))
            begins, ends = (showing.local(moment, circle.zone) for moment in (visit.start, visit.end))
            lines.append(f"- {moments.span(begins, ends)} {what}")
        lines += _handover(showing, member, circle)
    return Say("\n".join(lines))


def _visits(showing: Showing, member: Member, circle: Circle) -> list[Visit]:
    here = showing.local(showing.now, circle.zone)
    midnight = datetime.combine(here.date() + timedelta(days=1), time(), here.tzinfo).astimezone(UTC)
    own: list[Staffed] = showing.store.shifts_of_members([member.id], showing.now, midnight)
    return visits(
        staffed.shift
        for staffed in own
        if staffed.shift.start > showing.now and staffed.counts_on(member.id) and happens(circle, staffed.shift)
    )


def _handover(showing: Showing, member: Member, circle: Circle) -> list[str]:
    """The last line that somebody left, for who may read it."""
    if not may(member, Action.READ_LOG, circle):
        return []
    entries = showing.store.log_between(circle.id, showing.now - FRESH, showing.now)
    shared = [entry for entry in entries if not entry.private]
    if not shared:
        return []
    author = None if shared[-1].author is None else showing.store.find(Member, shared[-1].author)
    who = author.name if author else showing.text("roster-somebody")
    return [showing.text("reminder-handover", text=shared[-1].text, who=who)]


CAPABILITY = Capability("day", {}, shows={DAY: show_day})
