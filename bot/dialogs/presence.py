"""Who is away in a stretch of time, and who is not: for who divides the work."""

from __future__ import annotations

from datetime import UTC

from bot.dialog import Capability, Values
from bot.dialogs.roster import period, period_words
from bot.saying import Say
from bot.shifts.stretches import in_words
from bot.turn import Turn
from locales.nl import coming, moments
from scheduling.people import Standing
from scheduling.rights import Action, may
from scheduling.suited import DO_CARE


def presence(turn: Turn, values: Values) -> None:
    """Who told to be away, with the days; and beside that who has how much, where free hands are sought."""
    member, circle = turn.place(values, "presence", action=Action.SEE_ROSTER)
    if not may(member, Action.ASSIGN_OTHERS, circle):  # when others are away is theirs to tell
        turn.say("presence-not-yours", (turn.option("button-roster", "show_roster"),))
        return
    here = turn.local(circle)
    start, end = period(values, here)
    who = [m for m in turn.store.members_of(circle.id, Standing.ACTIVE) if m.person is not None and m.role in DO_CARE]
    known = {m.id: turn.store.absences_of(m.person or 0, start.astimezone(UTC), end.astimezone(UTC)) for m in who}
    away = [m for m in who if known[m.id]]
    lines = [
        turn.word("presence-away", name=m.name, days=in_words(turn, [(a.starts, a.ends) for a in known[m.id]]))
        for m in away
    ]
    when = period_words(start, end, here)
    if coming.asks_who_is_away(turn.text):
        key = "presence-title-away" if lines else "presence-nobody-away"
        turn.said.append(Say("\n".join([turn.word(key, when=when, recipient=circle.recipient), *lines])))
        return
    planned = turn.store.roster_between(circle.id, start.astimezone(UTC), end.astimezone(UTC))
    counts = {m.id: sum(1 for s in planned if any(a.member == m.id for a in s.responsible)) for m in who}
    here_then = [m for m in who if not known[m.id]]
    free = moments.listed(m.name for m in here_then if not counts[m.id])
    busy = [turn.word("presence-busy", name=m.name, count=counts[m.id]) for m in here_then if counts[m.id]]
    title = turn.word("presence-title", when=when, recipient=circle.recipient)
    first = [turn.word("presence-free", names=free)] if free else []
    options = (turn.option("button-open", "show_open"),)
    turn.said.append(Say("\n".join([title, *first, *busy, *lines]), options, once=False))


CAPABILITY = Capability("presence", {"presence": presence})
