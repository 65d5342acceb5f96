"""Asking once more for a yes, and a word to the organisers where it does not come."""

from __future__ import annotations

from bot.dialog import Capability
from bot.saying import Say
from bot.shifts.own_visit import own_visit, planned_part
from bot.showing import Showing
from locales.nl import moments
from scheduling.care import Part
from scheduling.rights import Action, may
from scheduling.watching import NUDGE, UNANSWERED, owe_word
from storage.turns import Owed


def show_nudge(showing: Showing, owed: Owed) -> Say | None:
    """One question more, where the reminder was not answered."""
    found = own_visit(showing.store, owed)
    if found is None:
        return None
    visit, parts, circle = found
    if parts[0].part != Part.CLAIMED or visit.start <= showing.now or visit.shifts[0].id != parts[0].shift:
        return None
    owe_word(showing.store, visit.shifts[0], parts[0], showing.person, showing.now)
    here = showing.local(showing.now, circle.zone)
    start = visit.start.astimezone(here.tzinfo)
    options = (
        showing.option("button-going", "going", means="yes", assignments=[p.id for p in parts]),
        showing.option("button-cannot", "cannot", means="no", assignments=[p.id for p in parts]),
    )
    what = moments.begin(moments.listed(dict.fromkeys(s.what for s in visit.shifts)))
    when = moments.near_moment(start, here)
    about = moments.label(start)
    return showing.say("nudge-ask", options, once=False, about=about, what=what, when=when, recipient=circle.recipient)


def show_unanswered(showing: Showing, owed: Owed) -> Say | None:
    """An organiser hears that somebody has not said yet whether they come."""
    store = showing.store
    found = planned_part(store, owed)
    if found is None or UNANSWERED in showing.person.muted:
        return None
    shift, assignment, member, circle = found
    if assignment.part != Part.CLAIMED or shift.start <= showing.now:
        return None
    mine = store.member_in(circle.id, showing.person.id)
    if mine is None or not may(mine, Action.ASSIGN_OTHERS, circle):
        return None
    here = showing.local(showing.now, circle.zone)
    when = moments.near_moment(shift.start.astimezone(here.tzinfo), here)
    options = (showing.option("button-no-alerts", "messages", kind=UNANSWERED, on=False),)
    return showing.say(
        "nudge-unanswered",
        options,
        once=False,
        about=shift.what,
        name=member.name,
        what=shift.what,
        when=when,
        recipient=circle.recipient,
    )


CAPABILITY = Capability("nudge", {}, shows={NUDGE: show_nudge, UNANSWERED: show_unanswered})
