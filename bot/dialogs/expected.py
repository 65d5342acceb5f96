"""Somebody who is not in the circle yet, put on a shift that is on the roster: asked first, then told with a code."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.dialogs.assign import may_be_taken, put_on
from bot.members import fits
from bot.plans.lately import touched
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Place, Turn
from locales.nl import moments, strangers
from locales.nl.time import parse
from scheduling.care import Staffed
from scheduling.memberships import expect
from scheduling.people import Ring
from scheduling.rights import Action, may

AHEAD = timedelta(days=56)


def offered(turn: Turn, name: str, staffed: Staffed, place: Place, *more: Option) -> Say | None:
    """The question whether this newcomer is to do it; None where who speaks may not put anybody there."""
    circle = place[1]
    if not may(place[0], Action.INVITE, circle) or not may(place[0], Action.ASSIGN_OTHERS, circle):
        return None
    options = (
        turn.option("button-yes", "expect_on", means="yes", name=name, shift=staffed.shift.id, circle=circle.id),
        turn.option("button-no", "fine", means="no"),
        *more,
    )
    about = moments.begin(turn.about(staffed.shift, circle))
    return Say(turn.word("expected-confirm", about=about, name=name), options)


def _who(turn: Turn) -> str:
    """Who is to do it, of none of the names that are known here."""
    if name := strangers.put_on(turn.text):
        return name
    known = [m.name for _, circle in turn.places for m in turn.store.members_of(circle.id)]
    new = strangers.doers(turn.text, [*known, *(circle.recipient for _, circle in turn.places)])
    return new[0] if len(new) == 1 and strangers.names_it_only(turn.text) else ""


def put_on_roster(turn: Turn) -> Say | None:
    """ "Zet de fysio op naam van Joke", where nobody is called so; None where this says nothing like it."""
    name = _who(turn) if turn.organises else ""
    if not name:
        return None
    said, days = turn.text.casefold(), [t for t in parse(turn.text, turn.local()) if t.has_date and t.start]
    when = {"start": days[0].start.date().isoformat()} if len(days) == 1 and days[0].start else {}
    for member, circle in turn.places:
        if fits(turn.store.members_of(circle.id), name):
            continue
        ahead = turn.store.open_shifts_between(circle.id, turn.now, turn.now + AHEAD)
        named = [one for one in ahead if one.shift.what.casefold() in said]
        if not named and not when and strangers.names_it_only(turn.text):  # "mijn zus Els doet dat", just planned
            lately = touched(turn)
            named = [one for one in ahead if one.shift.id in lately]
        found = finding.matching(named or (ahead if when else []), when, circle.zone, turn.now)
        if found and (asked := offered(turn, name, found[0], (member, circle))) is not None:
            return asked
    return None


def expect_on(turn: Turn, values: Values) -> None:
    """They said yes: the newcomer stands on the roster, and the invitation with their name takes it over."""
    member, circle = turn.place({"circle": values["circle"]}, "expect_on", action=Action.INVITE)
    turn.require(member, circle, Action.ASSIGN_OTHERS)
    staffed = turn.store.staffed(int(values["shift"]))
    if staffed is None or not may_be_taken(staffed, turn.now):
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    newcomer = expect(turn.store, circle, str(values["name"]), Ring.FAMILY, turn.now)
    put_on(turn, newcomer, staffed, (member, circle))


CAPABILITY = Capability("expected", {"expect_on": expect_on})
