"""Taking the roster along: as a calendar file, and as text that can be forwarded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.calendar import calendar
from bot.dialog import Capability, Values
from bot.dialogs.roster import period, period_words, roster_lines
from bot.messages import Attachment
from bot.saying import Say
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Staffed
from scheduling.people import Circle
from scheduling.rights import Action, may

AHEAD = timedelta(weeks=8)


def export(turn: Turn, values: Values) -> None:
    """The days that were asked for, else everything from this week on; without the right to see all, one's own."""
    member, circle = turn.place(values, "export", action=Action.EXPORT)
    here = turn.local(circle)
    start, end = period(values, here)
    if not values.get("start"):
        end = here + AHEAD
    shifts = turn.store.roster_between(circle.id, start.astimezone(UTC), end.astimezone(UTC))
    if not may(member, Action.SEE_ROSTER, circle):
        shifts = [staffed for staffed in shifts if staffed.of(member.id) is not None]
    if not shifts:
        turn.say("export-empty", recipient=circle.recipient, period=period_words(start, end, here))
        return
    file = Attachment(turn.word("export-file"), "text/calendar", _calendar(turn, circle, shifts))
    week = shifts if values.get("start") else _this_week(shifts, here)
    lines = roster_lines(turn, circle, week or shifts[:10])
    asked = str(values.get("format") or "")
    title = turn.word("export-later" if asked not in ("", "ics", "text") else "export-here", recipient=circle.recipient)
    turn.said.append(Say("\n".join([title, *lines]), attachments=(file,)))


def _this_week(shifts: list[Staffed], here: datetime) -> list[Staffed]:
    sunday = moments.monday(here.date()) + timedelta(days=7)
    return [staffed for staffed in shifts if staffed.shift.start.astimezone(here.tzinfo).date() < sunday]


def _calendar(turn: Turn, circle: Circle, shifts: list[Staffed]) -> bytes:
    names = {m.id: m.name for m in turn.store.members_of(circle.id)}
    titles = {}
    for staffed in shifts:
        who = moments.listed(names.get(a.member, turn.word("roster-somebody")) for a in staffed.responsible)
        titles[staffed.shift.id] = turn.word(
            "export-title", what=staffed.shift.what, who=who or turn.word("roster-open"), recipient=circle.recipient
        )
    return calendar(turn.word("export-name", recipient=circle.recipient), shifts, titles, turn.now)


CAPABILITY = Capability("export", {"export": export})
