"""Taking the roster along: a calendar file, and the days as text that can be forwarded."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from bot.calendar import calendar
from bot.dialog import Capability, Values
from bot.dialogs.roster import period, period_words, roster_lines
from bot.messages import Attachment
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Part, Staffed
from scheduling.people import Circle, Member, Role
from scheduling.plans import AHEAD
from scheduling.rights import Action

MIME = "text/calendar"
_LATER = ("pdf", "excel", "xlsx", "csv", "word", "paper")


def export(turn: Turn, values: Values) -> None:
    """ "Stuur het rooster", of the days that were asked for; `mine` is one's own shifts alone."""
    member, circle = turn.place(values, "export", action=Action.EXPORT)
    here = turn.local(circle)
    asked = bool(values.get("start"))
    start, end = period(values, here)
    until = end if asked else here + AHEAD
    everything = turn.store.roster_between(circle.id, start.astimezone(UTC), until.astimezone(UTC))
    own = bool(values.get("mine")) or member.role == Role.PAID
    shifts = [s for s in everything if not own or _is_mine(s, member)]
    if not shifts:
        roster = (turn.option("button-roster", "show_roster"),)
        key = "export-none-of-yours" if own else "export-nothing"
        turn.say(key, roster, recipient=circle.recipient, period=period_words(start, until, here))
        return
    hidden = member.role == Role.COORDINATOR
    titles = {staffed.shift.id: _title(turn, circle, staffed, hidden=hidden) for staffed in shifts}
    name = turn.word("export-calendar", recipient=circle.recipient)
    file = Attachment(turn.word("export-file"), MIME, calendar(name, shifts, titles, turn.now))
    near = [s for s in shifts if s.shift.start < end]
    lines = _lines_without_names(turn, circle, near) if hidden else roster_lines(turn, circle, near)
    kind = str(values.get("format") or "ics").lower()
    parts = [turn.word("export-later", format=kind)] if kind in _LATER else []
    parts.append(turn.word("export-title", recipient=circle.recipient, period=period_words(start, end, here)))
    parts += lines or ["", turn.word("export-empty-week")]
    parts += ["", turn.word("export-how", count=len(shifts), far="no" if asked else "yes")]
    options: tuple[Option, ...] = ()
    if not own and not hidden and any(_is_mine(s, member) for s in shifts):
        options = (turn.option("button-only-mine", "export", mine=True, circle=circle.id),)
    turn.said.append(Say("\n".join(parts), options, once=False, attachments=(file,)))


def _is_mine(staffed: Staffed, member: Member) -> bool:
    mine = staffed.of(member.id)
    return mine is not None and mine in staffed.responsible


def _title(turn: Turn, circle: Circle, staffed: Staffed, *, hidden: bool) -> str:
    members = [turn.store.find(Member, a.member) for a in staffed.responsible]
    names = moments.listed(m.name for m in members if m is not None)
    wanting = any(a.part == Part.WANTS_OUT for a in staffed.responsible)
    state = "open" if staffed.places_open and not names else "wanted" if wanting else "some"
    if not staffed.places_open:
        state = "filled"
    if hidden:
        names, state = "", "hidden-open" if staffed.places_open else "hidden-filled"
    what = moments.begin(staffed.shift.what)
    return turn.word("export-event", what=what, who=names, state=state, recipient=circle.recipient)


def _lines_without_names(turn: Turn, circle: Circle, shifts: list[Staffed]) -> list[str]:
    """For who sees that something is arranged, and not by whom."""
    zone = ZoneInfo(circle.zone)
    lines = []
    for staffed in shifts:
        start = staffed.shift.start.astimezone(zone)
        state = "open" if staffed.places_open else "filled"
        lines.append(turn.word("export-line", when=moments.label(start), what=staffed.shift.what, state=state))
    return lines


CAPABILITY = Capability("export", {"export": export})
