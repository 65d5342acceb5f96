"""The roster for everybody in the circle, or for some of them: an organiser sends it, after a look at who gets it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.roster import roster_lines
from bot.turn import Turn
from locales.nl import exports, moments
from scheduling.changes import midnight
from scheduling.people import Circle, Member, Person, Standing
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may


def meant(turn: Turn, circle: Circle, values: Values) -> list[Member]:
    """To whom a message wants the roster sent: "naar iedereen", "stuur Piet en Riet het rooster". Most name nobody."""
    others = [one for one in turn.store.members_of(circle.id) if one.person != turn.someone.id]
    if exports.wish(turn.text).everybody:
        return others
    said = {str(name) for name in values.get("who") or ()}
    return [one for one in others if one.person and str(one.id) in said and exports.is_to(turn.text, one.name)]


def offer(turn: Turn, circle: Circle, to: list[Member], first: date, last: date) -> None:
    """Who would get it and which days; sent after a yes."""
    reached, others = _reached(to, circle), [one.name for one in to if one.person is None]
    words: dict[str, Any] = {"recipient": circle.recipient, "period": moments.days(first, last)}
    words["without"] = moments.listed(others)
    if not reached:
        turn.say("share-nobody", (turn.option("button-export-pdf", "export", format="pdf", circle=circle.id),), **words)
        return
    days: dict[str, Any] = {"start": first.isoformat(), "end": last.isoformat(), "to": [one.id for one in reached]}
    options = (
        turn.option("button-share", "share_roster", means="yes", circle=circle.id, **days),
        turn.option("button-no", "fine", means="no"),
    )
    names = moments.listed(one.name for one in reached)
    turn.say("share-offer", options, names=names, left=len(others), about=circle.recipient, **words)


def _reached(to: list[Member], circle: Circle) -> list[Member]:
    """Those of them who may see the roster, and can be told."""
    return [one for one in to if one.person is not None and may(one, Action.SEE_ROSTER, circle)]


def send(turn: Turn, values: Values) -> None:
    """The organiser said yes: to each in their own chat, those who left meanwhile excepted."""
    place = turn.member_of(int(values.get("circle") or 0))
    if place is None:
        turn.say("share-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.INVITE)
    asked = {int(id) for id in values.get("to") or ()}
    to = _reached([one for one in turn.store.members_of(circle.id, Standing.ACTIVE) if one.id in asked], circle)
    first, last = (date.fromisoformat(str(values[key])) for key in ("start", "end"))
    after = last + timedelta(days=1)
    shifts = turn.store.roster_between(circle.id, midnight(first, circle), midnight(after, circle))
    words: dict[str, Any] = {"recipient": circle.recipient, "period": moments.days(first, last)}
    if not shifts or not to:
        turn.say("share-empty" if to else "share-gone", **words)
        return
    lines = "\n".join(roster_lines(turn, circle, shifts))
    days: dict[str, Any] = {"circle": circle.id, "start": first.isoformat(), "end": after.isoformat()}
    options = (
        turn.option("button-export-ics", "export", format="ics", circle=circle.id, mine=True),
        turn.option("button-export-pdf", "export", format="pdf", mine=False, **days),
    )
    later = 0
    for one in to:
        assert one.person is not None
        later += out_of_quiet(turn.now, turn.store.get(Person, one.person)) > turn.now
        turn.tell(one.person, "share-told", options, of=circle, name=member.name, lines=lines, **words)
    turn.say("share-sent", count=len(to), names=moments.listed(one.name for one in to), later=later, **words)


def not_yours(turn: Turn) -> None:
    """Only an organiser sends to others; who asks gets it themselves."""
    turn.say("share-may-not")


CAPABILITY = Capability("share", {"share_roster": send})
