"""What somebody was asked and did not answer in time: whoever counts on it hears how it stands."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.shifts import finding
from bot.shifts.hits import SHOWN, Hit
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import COUNTED_ON, HOLDS, Assignment, Shift
from scheduling.people import Circle, Member
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may
from scheduling.swaps import lapses
from storage.turns import Owed

AWAY, TAKEOVER = "away_unanswered", "takeover_unanswered"
_WAITS = timedelta(days=1)
_SOON = timedelta(hours=1)


def watch_away(turn: Turn, hits: list[Hit], span: Values, period: str) -> None:
    """Somebody is away, has shifts then and was asked what to do with those: the organisers hear it a day on, or a day
    before the first of them, where no answer came."""
    for circle in {circle.id: circle for _, _, circle in hits}.values():
        mine = [(staffed, member) for staffed, member, of in hits if of.id == circle.id]
        first, member = min((staffed.shift.start, one.id) for staffed, one in mine)
        due = max(min(turn.now + _WAITS, first - _WAITS), turn.now + _SOON)
        payload = {"span": span, "period": period, "shifts": [staffed.shift.id for staffed, _ in mine]}
        turn.store.unowe((AWAY,), member)
        for other in turn.store.organisers_of(circle.id):
            if other.person not in (None, turn.someone.id):
                at = out_of_quiet(due, turn.store.person(other.person))
                turn.store.owe(AWAY, at, person=other.person, subject=member, payload=payload)


def settle_away(turn: Turn) -> None:
    """They said what becomes of those shifts."""
    for member, _ in turn.places:
        turn.store.unowe((AWAY,), member.id)


def show_away(showing: Showing, owed: Owed) -> Say | None:
    """ "Piet is er niet, en staat nog op: ...": to an organiser, who can look for another with a tap."""
    member = showing.store.find(Member, owed.subject or 0)
    mine = None if member is None else showing.store.member_in(member.circle, showing.person.id)
    if member is None or mine is None or not member.present:
        return None
    circle = showing.store.get(Circle, member.circle)
    if not may(mine, Action.ASSIGN_OTHERS, circle):
        return None
    found = [s for id in owed.payload["shifts"] if (s := showing.store.staffed(id)) is not None]
    still = [s for s in found if s.shift.start > showing.now and (a := s.of(member.id)) and a.part in HOLDS]
    if not still:
        return None
    options = (
        showing.option("button-ask-circle", "absence_of", means="yes", span=owed.payload["span"], member=member.id),
        showing.option("button-leave-it", "fine", means="no"),
    )
    lines = finding.listed(showing.text, [(staffed, circle) for staffed in still], SHOWN)
    words: Values = {"period": owed.payload["period"], "recipient": circle.recipient, "lines": lines}
    return showing.say("unanswered-away", options, about=member.name, name=member.name, **words)


def watch_takeover(turn: Turn, theirs: Assignment, shift: Shift) -> None:
    """Who offered to do somebody else's shift hears how it stands, where that other does not answer in time."""
    due = out_of_quiet(lapses(shift, turn.now), turn.someone)
    turn.store.unowe((TAKEOVER,), theirs.id, turn.someone.id)
    turn.store.owe(TAKEOVER, due, person=turn.someone.id, subject=theirs.id)


def settle_takeover(turn: Turn, theirs: Assignment) -> None:
    """They answered."""
    turn.store.unowe((TAKEOVER,), theirs.id)


def show_takeover(showing: Showing, owed: Owed) -> Say | None:
    """ "Piet heeft nog niet geantwoord": it stays with Piet."""
    theirs = showing.store.find(Assignment, owed.subject or 0)
    shift = None if theirs is None else showing.store.get(Shift, theirs.shift)
    if theirs is None or shift is None or theirs.part not in COUNTED_ON or shift.start <= showing.now:
        return None
    other, circle = showing.store.get(Member, theirs.member), showing.store.get(Circle, shift.circle)
    if showing.store.member_in(circle.id, showing.person.id) is None:
        return None
    here = showing.local(showing.now, circle.zone)
    about = f"{shift.what}, {moments.moment(shift.start.astimezone(here.tzinfo), here)}"
    return showing.say("unanswered-takeover", about=about, name=other.name, recipient=circle.recipient)


CAPABILITY = Capability("unanswered", {}, shows={AWAY: show_away, TAKEOVER: show_takeover})
