"""Taking a shift, or finding that another has it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot import finding
from bot.clashing import stop_for_clash
from bot.dialog import Capability, Values
from bot.dialogs.assign import assign, not_planned
from bot.dialogs.open import FAR, NEAR, SHOWN, nothing_open, takes, visible
from bot.dialogs.takeover import take_from
from bot.saying import Option, Say
from bot.turn import Place, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from scheduling.care import Part, Shift, ShiftState, Staffed, Task
from scheduling.claims import AlreadyTaken, AlreadyYours, Claimed, ShiftGone, ShiftPast, claim
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

_Found = tuple[Staffed, Place]


def do_claim(turn: Turn, values: Values) -> None:
    """ "Ik doe het": one shift by button or by what was said; an organiser says it of somebody else, too."""
    if not turn.places:
        turn.place(values, "claim")
    if values.get("of"):
        take_from(turn, values)
        return
    allowed = [place for place in turn.places if may(place[0], Action.CLAIM, place[1])]
    if not allowed:
        turn.require(*turn.places[0], Action.CLAIM)
    near = not values.get("start") and not values.get("shift")  # what is soon is meant before what is later
    open_ones, others = _meant(turn, values, allowed, turn.now + (NEAR if near else FAR))
    if near and not open_ones:
        open_ones, others = _meant(turn, values, allowed, turn.now + FAR)
    if _of_others(turn, values):
        assign(turn, values, open_ones or others[:1])
    elif "shift" in values and not open_ones and not others:
        past = turn.store.staffed(values["shift"])
        over = past is not None and past.shift.end <= turn.now and turn.member_of(past.shift.circle)
        turn.say("claim-past" if over else "claim-gone", (turn.option("button-open", "show_open"),))
    elif len(open_ones) == 1:
        take(turn, *open_ones[0], anyway=bool(values.get("anyway")))
    elif open_ones:
        _which(turn, open_ones)
    elif others and (len(others) == 1 or values.get("what") or values.get("start")):
        take(turn, *others[0])
    else:
        _not_planned(turn, values)


def _meant(turn: Turn, values: Values, places: list[Place], until: datetime) -> tuple[list[_Found], list[_Found]]:
    """The shifts that may be meant and begin before `until`: those that want somebody, and the others."""
    open_ones: list[_Found] = []
    others: list[_Found] = []
    for member, circle in places:
        if values.get("shift"):
            one = turn.store.staffed(values["shift"])
            ahead = [one] if one is not None and _is_here(one.shift, circle, turn.now - finding.STILL) else []
        else:
            begin, end = finding.window(values, circle.zone, turn.now, until)
            roster = turn.store.roster_between(circle.id, begin, end)
            ahead = visible(turn, [s for s in roster if s.shift.end > turn.now], member, circle)
        for staffed in finding.matching(ahead, values, circle.zone, turn.now):
            (open_ones if staffed.places_open else others).append((staffed, (member, circle)))
    return open_ones, others


def _is_here(shift: Shift, circle: Circle, since: datetime) -> bool:
    return shift.circle == circle.id and shift.state == ShiftState.PLANNED and shift.start >= since


def _not_planned(turn: Turn, values: Values) -> None:
    """What somebody wants to do is not on the roster: where they said what and when, it can be put there."""
    if not not_planned(turn, values):
        nothing_open(turn, values)


def _of_others(turn: Turn, values: Values) -> bool:
    """Whether somebody else than who speaks is named."""
    own = {str(member.id) for member, _ in turn.places} | {SPEAKER}
    named = values.get("who") or ()
    return any(str(one) not in own for one in ([named] if isinstance(named, str) else named))


def _which(turn: Turn, found: list[tuple[Staffed, Place]]) -> None:
    shown = found[:SHOWN]
    names = finding.labels([s for s, _ in shown], shown[0][1][1].zone)
    options = tuple(Option(label, "claim", {"shift": s.shift.id}) for label, (s, _) in zip(names, shown, strict=True))
    lines = [f"{i}. {finding.line(s, place[1].zone)}" for i, (s, place) in enumerate(shown, 1)]
    if len(found) > SHOWN:
        lines.append(turn.word("claim-and-more", count=len(found) - SHOWN))
    turn.said.append(Say("\n".join([turn.word("claim-which"), *lines]), options, once=False))


def take(turn: Turn, staffed: Staffed, place: Place, *, anyway: bool = False) -> None:
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    shift = staffed.shift
    before = staffed.of(member.id)
    overrides = takes(staffed, member) and bool(staffed.places_open) and shift.end > turn.now
    if overrides:
        overrides = stop_for_clash(turn, shift, member, circle, "claim", {"anyway": True} if anyway else {})
    try:
        claimed = claim(turn.store, shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=soon(turn, shift, circle))
    except AlreadyTaken as taken:
        _too_late(turn, shift, circle, taken, member)
    except ShiftPast:
        turn.say("claim-past", (turn.option("button-open", "show_open"),))
    except ShiftGone:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
    else:
        if overrides:
            turn.store.change(claimed.assignment, overridden=True)
        back = before is not None and before.part == Part.WANTS_OUT
        _thank(turn, claimed, circle, back=back, overrides=overrides)


def soon(turn: Turn, shift: Shift, circle: Circle) -> str:
    """The same for who reads it now."""
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{shift.what}, {moments.soon(start, turn.local(circle))}"


def _thank(turn: Turn, claimed: Claimed, circle: Circle, *, back: bool, overrides: bool) -> None:
    about = turn.about(claimed.shift, circle)
    turn.changed("claim", about, circle)
    staffed = turn.store.staffed(claimed.shift.id)
    others = [] if staffed is None else [a.member for a in staffed.responsible if a.id != claimed.assignment.id]
    turn.say(
        "claim-back" if back else "claim-done",
        (turn.option("button-undo", "undo"),),
        name=turn.someone.name,
        about=moments.begin(soon(turn, claimed.shift, circle)),
        recipient=circle.recipient,
        others=moments.listed(turn.store.get(Member, m).name for m in others) or "none",
        places=0 if staffed is None else staffed.places_open,
    )
    key = "claim-back-told" if back else "claim-told-anyway" if overrides else "claim-told"
    names: dict[str, Any] = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, key, **names)
    planner = turn.store.get(Member, turn.store.get(Task, claimed.shift.task).made_by)
    waiting = [turn.store.get(Member, m) for m in others]
    for other in (planner, *waiting):
        if other.person is not None and other.person != turn.someone.id and other.person not in turn.told:
            turn.tell(other.person, key, **names)
    if claimed.relieved is not None:
        relieved = turn.store.get(Member, claimed.relieved.member)
        if relieved.person is not None and relieved.person != turn.someone.id:
            turn.tell(relieved.person, "claim-relieved", name=turn.someone.name, about=about, urgent=True)


def _too_late(turn: Turn, shift: Shift, circle: Circle, taken: AlreadyTaken, member: Member) -> None:
    by = moments.listed(turn.store.get(Member, m).name for m in taken.by)
    staffed = turn.store.staffed(shift.id)
    if staffed is not None and staffed.of(member.id) is not None:
        turn.say("claim-reserve-already", by=by, count=len(taken.by), about=soon(turn, shift, circle))
        return
    options = (
        turn.option("button-yes", "reserve", means="yes", shift=shift.id),
        turn.option("button-not-needed", "fine", means="no"),
    )
    turn.say("claim-taken", options, by=by, count=len(taken.by), about=soon(turn, shift, circle))


CAPABILITY = Capability("claim", {"claim": do_claim})
