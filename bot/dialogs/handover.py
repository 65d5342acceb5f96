"""The handover: what was written down in the last days, for whoever comes next."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.turn import Turn
from locales.nl import moments
from scheduling.people import Member, Role
from scheduling.rights import Action

LOOKS_BACK = timedelta(days=7)
LINES = 12


def show_log(turn: Turn, values: Values) -> None:
    """The notes of a week, the newest last; private ones for organisers alone."""
    member, circle = turn.place(values, "show_log", action=Action.READ_LOG)
    here = turn.local(circle)
    entries = [
        entry
        for entry in turn.store.log_between(circle.id, turn.now - LOOKS_BACK, turn.now + timedelta(minutes=1))
        if not entry.private or member.role == Role.ORGANISER
    ]
    if not entries:
        turn.say("handover-empty", recipient=circle.recipient)
        return
    lines = []
    for entry in entries[-LINES:]:
        author = None if entry.author is None else turn.store.find(Member, entry.author)
        when = moments.near_day(entry.at.astimezone(here.tzinfo).date(), here.date())
        lines.append(f"- {when}, {author.name if author else turn.word('roster-somebody')}: {entry.text}")
    turn.said.append(Say("\n".join([turn.word("handover-title", recipient=circle.recipient), *lines])))


CAPABILITY = Capability("handover", {"show_log": show_log})
