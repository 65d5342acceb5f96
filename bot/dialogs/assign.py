"""An organiser puts somebody else on a shift: told at once, and free to say no."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.members import names_of
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.clashing import stop_for_clash
from bot.turn import Instead, Place, Turn
from locales.nl import moments, relaying
from locales.nl.people import SPEAKER
from scheduling.care import Shift, ShiftState, Staffed
from scheduling.claims import AlreadyTaken, AlreadyYours, CannotClaim, ShiftPast, claim, free
from scheduling.people import Circle, Member, Role
from scheduling.reminders import hears
from scheduling.rights import Action, may, may_report_for

SHOWN = 10


def assign(turn: Turn, values: Values, found: list[tuple[Staffed, Place]]) -> None:
    """Put who is named in `who` on one of these shifts; which one is asked where several fit."""
    names = values["who"]
    keys = [names] if isinstance(names, str) else list(names)
    members = [m for key in keys if str(key).isdigit() and (m := turn.store.find(Member, int(key))) is not None]
    helped = [m for m in members if m.role != Role.RECIPIENT]
    if helped and not values.get("shift") and relaying.offers_a_hand(turn.text):  # "ik kan Piet wel brengen"
        arranges = [one.id for one in turn.store.organisers_of(helped[0].circle)]
        to = list(dict.fromkeys([*(m.id for m in helped), *arranges]))
        raise Instead("relay", {"to": to, "said": turn.text, "quoted": True, "circle": helped[0].circle})
    found = [one for one in found if members and all(m.circle == one[0].shift.circle for m in members)]
    if not found and not_planned(turn, values):
        return
    if not found:
        turn.say("claim-nothing-fits", (turn.option("button-open", "show_open"),))
        return
    if not all(may_report_for(found[0][1][0], member, found[0][1][1]) for member in members):
        turn.require(*found[0][1], Action.ASSIGN_OTHERS)
    if len(found) > 1:
        _which(turn, values, found[:SHOWN], members)
        return
    for member in members:
        put_on(turn, member, *found[0], anyway=bool(values.get("anyway")))


def not_planned(turn: Turn, values: Values) -> bool:
    """Plan what is not on the roster, where it was said what and when; it is asked once. False where that cannot be."""
    can_plan = any(may(member, Action.PLAN, circle) for member, circle in turn.places)
    when = values.get("start") or values.get("rrule")
    if not can_plan or not values.get("what") or not when or values.get("shift"):
        return False
    raise Instead("create_task", {"who": [SPEAKER], **_without(values), "unplanned": True})


def _without(values: Values) -> Values:
    return {k: v for k, v in values.items() if k not in ("doubts", "heard", "title")}


def _which(turn: Turn, values: Values, found: list[tuple[Staffed, Place]], members: list[Member]) -> None:
    zone = found[0][1][1].zone
    labels = finding.labels([s for s, _ in found], zone)
    options = tuple(
        Option(label, "claim", {"shift": s.shift.id, "who": values["who"]})
        for label, (s, _) in zip(labels, found, strict=True)
    )
    lines = [f"{i}. {finding.line(s, zone)}" for i, (s, _) in enumerate(found, 1)]
    text = turn.word("assign-which", who=moments.listed(m.name for m in members))
    turn.said.append(Say("\n".join([text, *lines]), options))


def put_on(turn: Turn, member: Member, staffed: Staffed, place: Place, *, anyway: bool = False) -> None:
    """Put one member on one shift, and say so; what is in the way, or who has it, is asked about first."""
    circle = place[1]
    about = turn.about(staffed.shift, circle)
    overrides = False
    if staffed.of(member.id) is None and may_be_taken(staffed, turn.now):
        values = {"who": [str(member.id)], **({"anyway": True} if anyway else {})}
        overrides = stop_for_clash(turn, staffed.shift, member, circle, "claim", values)
    try:
        claimed = claim(turn.store, staffed.shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("assign-there-already", who=member.name, about=about)
    except AlreadyTaken as taken:
        options: tuple[Option, ...] = (
            turn.option("button-yes", "assign_instead", means="yes", shift=staffed.shift.id, member=member.id),
            turn.option("button-no", "fine", means="no"),
        )
        instead = may(place[0], Action.ASSIGN_OTHERS, circle)
        by = names_of(turn.store, taken.by)
        words: dict[str, Any] = {"by": by, "count": len(taken.by), "who": member.name, "about": about}
        turn.say("assign-taken", options if instead else (), instead="yes" if instead else "no", **words)
    except CannotClaim as why:
        too_late(turn, why)
    else:
        if overrides:
            turn.store.change(claimed.assignment, overridden=True)
            told: dict[str, Any] = {"name": member.name, "about": about, "recipient": circle.recipient}
            turn.tell_organisers(circle, "claim-told-anyway", **told)
        _said(turn, member, claimed.shift, circle)
        if not may(place[0], Action.ASSIGN_OTHERS, circle) and not overrides:  # who speaks for them said it
            turn.tell_organisers(circle, "claim-told", name=member.name, about=about, recipient=circle.recipient)
        if claimed.relieved is not None:
            relieved = turn.store.get(Member, claimed.relieved.member)
            turn.tell_member(relieved, "claim-relieved", name=member.name, about=about, urgent=True)


def may_be_taken(staffed: Staffed, now: datetime) -> bool:
    """Whether somebody is wanted for it still."""
    return bool(staffed.places_open) and staffed.shift.end > now and staffed.shift.state == ShiftState.PLANNED


def too_late(turn: Turn, why: CannotClaim) -> None:
    """It is over, or was called off."""
    turn.say("claim-past" if isinstance(why, ShiftPast) else "claim-gone", (turn.option("button-open", "show_open"),))


def _said(turn: Turn, member: Member, shift: Shift, circle: Circle) -> None:
    about = turn.about(shift, circle)
    turn.changed("assign", f"{member.name}: {about}", circle)
    joined, options = told_by(turn, member), [turn.option("button-undo", "undo")]
    if joined == "nobody" and may_invite(turn, circle):
        options.insert(0, turn.option("button-code-of", "invite", member=member.id, circle=circle.id))
    turn.say("assign-done", tuple(options), who=member.name, about=about, joined=joined)
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    tell_planned(turn, member, (shift.id,), shift, moments.moment(start, turn.local(circle)), circle)


def may_invite(turn: Turn, circle: Circle) -> bool:
    """Whether who speaks may let people into this circle."""
    place = turn.member_of(circle.id)
    return place is not None and may(place[0], Action.INVITE, circle)


def told_by(turn: Turn, member: Member) -> str:
    """How somebody who was put on a shift hears of it: "self", "you" tell them, "voice" does, or "nobody"."""
    if member.person is not None:
        return "self"
    to = hears(turn.store, member)
    return "nobody" if to is None else "you" if to == turn.someone.id else "voice"


def fine_or_not(turn: Turn, member: Member, shifts: tuple[int, ...]) -> tuple[Option, ...]:
    """What whoever was put on these shifts, the first one first, may say to it."""
    return (
        turn.option("button-is-fine", "going", means="yes", shift=shifts[0], who=str(member.id), by=turn.someone.id),
        turn.option("button-cannot", "decline", means="no", shifts=list(shifts), who=str(member.id)),
    )


def tell_planned(
    turn: Turn, member: Member, shifts: tuple[int, ...], first: Shift, when: str, circle: Circle, what: str = ""
) -> None:
    """Whoever was put on these shifts hears it and may say no; without a phone it is told to who speaks for them.

    `what` names them all where they are not all what the first is.
    """
    to = hears(turn.store, member)
    if to is None or to == turn.someone.id:
        return
    options = fine_or_not(turn, member, shifts)
    start = first.start.astimezone(ZoneInfo(circle.zone))
    about = f"{first.what}, {moments.label(start)}"
    words: dict[str, Any] = {"what": what or first.what, "when": when, "recipient": circle.recipient, "about": about}
    if member.person is not None:
        turn.tell(to, "plan-told", options, name=turn.someone.name, **words)
    else:
        turn.tell(to, "voice-told-shift", options, by=turn.someone.name, name=member.name, **words)


def assign_instead(turn: Turn, values: Values) -> None:
    """Somebody else instead of who is on it; both are told."""
    staffed = turn.store.staffed(values["shift"], lock=True)
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    member = turn.store.find(Member, values["member"])
    if staffed is None or place is None or member is None or member.circle != place[1].id or not member.present:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    turn.require(*place, Action.ASSIGN_OTHERS)
    anyway = {"anyway": True} if values.get("anyway") else {}
    stop_for_clash(turn, staffed.shift, member, place[1], "assign_instead", {"member": member.id, **anyway})
    about = turn.about(staffed.shift, place[1])
    for assignment in staffed.responsible:
        if assignment.member == member.id:
            continue
        free(turn.store, staffed, assignment, turn.now)
        before = turn.store.get(Member, assignment.member)
        turn.tell_member(before, "assign-replaced", by=turn.someone.name, name=member.name, about=about, urgent=True)
    put_on(turn, member, turn.store.staffed(staffed.shift.id) or staffed, place, anyway=bool(anyway))


CAPABILITY = Capability("assign", {"assign_instead": assign_instead})
