"""Asking after a visit how it went, and hearing it."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.note import ask_for_a_line, log_note
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.own_visit import mine_near, name_of, none_near, own_visit, settle, unreported, without_phone
from bot.showing import Showing
from bot.turn import Turn
from bot.voices import for_whom, is_other
from locales.nl import moments, picking
from locales.nl.remarks import says_after_all
from scheduling.care import Assignment, Part, ShiftState, Staffed
from scheduling.claims import report
from scheduling.people import Circle, Member
from scheduling.reminders import CHECKOUT
from scheduling.rights import Action, may, may_report_for
from storage.turns import Owed, Question

LATELY = timedelta(hours=30)
EARLY = timedelta(hours=2)  # who says "gedaan" longer before it begins is asked


def show_checkout(showing: Showing, owed: Owed) -> Say | None:
    """Asking how it went: it goes with the shift that ends last."""
    found = own_visit(showing.store, owed)
    if found is None:
        return None
    visit, parts, circle = found
    last = max(visit.shifts, key=lambda s: (s.end, s.id))
    if last.id != showing.store.get(Assignment, owed.subject or 0).shift:
        return None
    options = (
        showing.option("button-done", "done", means="yes", assignments=[p.id for p in parts]),
        showing.option("button-not-done", "not_done", means="no", assignments=[p.id for p in parts]),
    )
    what = moments.listed(dict.fromkeys(s.what for s in visit.shifts))
    start = visit.start.astimezone(ZoneInfo(circle.zone))
    other = without_phone(showing.store, parts[0])
    key = "checkout-text-other" if other else "checkout-text"
    text = showing.text(key, recipient=circle.recipient, what=what, clock=moments.clock(start), name=other)
    return Say(moments.begin(text), options, once=False, about=moments.label(start))


def done(turn: Turn, values: Values) -> None:
    """[Gedaan], or "heb ik al gedaan": what has begun comes first."""
    if values.get("note") and _by_others_alone(turn, values):  # no report, but a line for the log all the same
        log_note(turn, {"note": turn.text})
        return
    after_all = [] if values.get("assignments") or not says_after_all(turn.text) else _missed_before(turn, values)
    found = after_all or mine_near(turn, values, ahead=timedelta(0)) or mine_near(turn, values)
    if values.get("what"):
        found = [one for one in found if finding.is_like(one[0].shift.what, values["what"])]
    found = found or _done_unasked(turn, values)
    if found and values.get("assignments") and picking.says_both(turn.text):  # "allebei gedaan"
        found = [*found, *(one for one in unreported(turn) if one[1].id not in values["assignments"])]
    if not found:
        none_near(turn, values)
        return
    staffed, mine, circle = found[0]
    if staffed.shift.start - turn.now > EARLY and not values.get("sure"):
        _ask_sure(turn, found)
        return
    for _, assignment, _ in found:
        report(turn.store, assignment.id, Part.DONE, turn.now)
    settle(turn, [assignment.id for _, assignment, _ in found])
    turn.changed("reported", staffed.shift.what, circle)
    name = name_of(turn, mine)
    if after_all:
        turn.tell_organisers(circle, "checkout-after-all-told", name=name, what=staffed.shift.what,
                             recipient=circle.recipient)  # fmt: skip
    key = "checkout-thanks" if name == turn.someone.name else "checkout-thanks-other"
    ask_for_a_line(turn, key, staffed, circle, values, name=name)


def _missed_before(turn: Turn, values: Values) -> list[tuple[Staffed, Assignment, Circle]]:
    """What they said lately that did not work out, the last of it."""
    own = {member.id: circle for member, circle in for_whom(turn, values)}
    lately = turn.store.shifts_of_members(list(own), turn.now - LATELY, turn.now)
    missed = [
        (staffed, assignment, own[assignment.member])
        for staffed in lately
        for assignment in staffed.assignments
        if assignment.member in own and assignment.part == Part.NOT_DONE
    ]
    return missed[-1:]


def done_or_not(turn: Turn, values: Values) -> None:
    """ "Graag", to "is het gelukt?": asked once more, with the same buttons."""
    asked = turn.store.get(Question, values["question"])
    turn.say("checkout-again", tuple(Option(**option) for option in asked.options))


def _by_others_alone(turn: Turn, values: Values) -> bool:
    """Whether this tells of somebody for whom the speaker may not report."""
    others = [turn.store.find(Member, int(one)) for one in values.get("who") or () if str(one).isdigit()]
    places = {circle.id: member for member, circle in turn.places}
    told = [m for m in others if m is not None and m.circle in places and is_other(turn, m)]
    circles = {circle.id: circle for _, circle in turn.places}
    return bool(told) and not any(may_report_for(places[m.circle], m, circles[m.circle]) for m in told)


def _ask_sure(turn: Turn, found: list[tuple[Staffed, Assignment, Circle]]) -> None:
    """It has not begun yet, by far: was this one meant?"""
    staffed, _, circle = found[0]
    here = turn.local(circle)
    when = moments.near_moment(staffed.shift.start.astimezone(here.tzinfo), here)
    ids = [assignment.id for _, assignment, _ in found]
    options = (
        turn.option("button-yes-done", "done", means="yes", assignments=ids, sure=True),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("checkout-early", options, about=moments.begin(staffed.shift.what), when=when)


def _done_unasked(turn: Turn, values: Values) -> list[tuple[Staffed, Assignment, Circle]]:
    """Somebody just did what stood open: the one of this name that is nearest becomes theirs."""
    if not values.get("what"):
        return []
    near: list[tuple[Staffed, Member, Circle]] = []
    for member, circle in for_whom(turn, values):
        if not is_other(turn, member) and not may(member, Action.CLAIM, circle):
            continue
        start, end = turn.now - timedelta(hours=12), turn.now + EARLY
        found = finding.matching(turn.store.open_shifts_between(circle.id, start, end), values, circle.zone, turn.now)
        near += [(staffed, member, circle) for staffed in found if not staffed.responsible]
    if not near:
        return []
    staffed, member, circle = min(near, key=lambda one: abs(one[0].shift.start - turn.now))
    held = turn.store.staffed(staffed.shift.id, lock=True)  # it may be over, so this is no claim
    if held is None or held.responsible or held.shift.state != ShiftState.PLANNED:
        return []  # somebody was quicker
    mine = held.of(member.id)
    fresh = Assignment(0, staffed.shift.id, member.id, Part.CLAIMED, turn.now, taken_at=turn.now)
    stood_by = None if mine is None else turn.store.change(mine, part=Part.CLAIMED, since=turn.now)
    return [(staffed, stood_by or turn.store.add(fresh), circle)]


def not_done(turn: Turn, values: Values) -> None:
    """[Niet gelukt]: no blame, and the organiser knows."""
    found = mine_near(turn, values)
    if not found:
        turn.say("own-visit-off")
        return
    for _, assignment, _ in found:
        report(turn.store, assignment.id, Part.NOT_DONE, turn.now)
    settle(turn, [assignment.id for _, assignment, _ in found])
    staffed, _, circle = found[0]
    turn.changed("not-done", staffed.shift.what, circle)
    ask_for_a_line(turn, "checkout-not-done", staffed, circle, values)
    again = {"what": staffed.shift.what, "title": staffed.shift.what, "circle": circle.id}
    turn.tell_organisers(
        circle,
        "checkout-not-done-told",
        (turn.option("button-other-time", "plan", kept=again), turn.option("button-leave-it", "fine", means="no")),
        urgent=True,
        name=name_of(turn, found[0][1]),
        what=staffed.shift.what,
        recipient=circle.recipient,
        remark=str(values.get("note") or "none"),
    )


CAPABILITY = Capability(
    "checkout",
    {"done": done, "already_done": done, "not_done": not_done, "done_or_not": done_or_not},
    shows={CHECKOUT: show_checkout},
)
