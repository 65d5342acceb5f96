"""Taking back the last thing one did, while nothing came between; else saying what did."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot import undoing
from bot.conversation.following import just_changed
from bot.dialog import Capability, Values
from bot.dialogs.join import answers
from bot.members import names_of
from bot.saying import Option
from bot.shifts import gaps
from bot.turn import Turn
from locales.nl import follows, moments
from scheduling.asking import keep_asking
from scheduling.care import RESPONSIBLE, Assignment, Part, Shift, ShiftState, Staffed
from scheduling.claims import AlreadyYours, CannotClaim, claim, free
from scheduling.people import Circle, Member, Person, Standing
from scheduling.reminders import keep_all_reminders, keep_reminders
from scheduling.rights import Action
from scheduling.suited import mark
from storage.turns import Change, Question

OFFERED_FOR = timedelta(days=2)


def undo(turn: Turn, values: Values) -> None:
    """Undo the change of this button, or the newest one."""
    store = turn.store
    if values.get("change"):
        change = store.find(Change, values["change"])
    else:
        change = store.newest_change(turn.someone.id, turn.now - OFFERED_FOR)
    if change is None or change.person != turn.someone.id:
        turn.say("undo-nothing")
        return
    if change.undone_at is not None:
        turn.say("undo-done-before")
        return
    place = None if change.circle is None else turn.member_of(change.circle)
    if change.circle is not None and place is None:
        turn.say("undo-nothing")
        return
    about = turn.word(f"undo-{change.what}", about=change.about)
    if turn.now - change.at > OFFERED_FOR:
        turn.say("undo-too-old", (turn.option("button-roster", "show_roster"),), about=about)
        return
    if place is not None and not undoing.allowed(store, change, *place):
        turn.say("undo-may-not", about=about, recipient=place[1].recipient)
        return
    if change.what == "circle" and len(store.members_of(change.circle or 0)) > 1:
        turn.say("undo-circle-stays")
        return
    waits = store.find(Question, int(values.get("question") or 0))
    if waits is not None and not values.get("change") and not just_changed(turn):
        store.change(waits, answered_at=turn.now)  # "foutje!": nothing was done yet of what was asked
        turn.say("undo-nothing-yet", (turn.option("button-undo", "undo", change=change.id),), about=about)
        return
    if change.what == "circle" and not values.get("change") and not follows.says_undo(turn.text):
        options = (
            turn.option("button-undo", "undo", means="yes", change=change.id),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("help-take-back", options, about=about)
        return
    rows = undoing.ahead(store, change, turn.now)
    if rows is None:
        turn.say("undo-over", (turn.option("button-roster", "show_roster"),), about=about)
        return
    if store.in_the_way(rows) or _others_on_new(turn, change):
        _too_late(turn, change, about)
        return
    try:
        with store.attempt():
            restored = store.restore(rows)
            settled = undoing.settle(store, restored, turn.now)
    except undoing.TooMany:
        _too_late(turn, change, about)
        return
    store.change(change, undone_at=turn.now)
    restored = [store.get(type(thing), thing.id) for thing in restored]
    if change.circle is not None:
        keep_asking(store, change.circle, turn.now)
    for thing in restored:
        if isinstance(thing, Assignment):
            keep_reminders(store, store.get(Shift, thing.shift), thing, turn.now)
        elif isinstance(thing, Shift):
            staffed = store.staffed(thing.id)
            for assignment in staffed.assignments if staffed else ():
                keep_reminders(store, thing, assignment, turn.now)
        elif isinstance(thing, Person):
            turn.person = thing
            keep_all_reminders(store, [member.id for member, _ in turn.places], turn.now)
    turn.state = {}
    asking = [m for m in restored if isinstance(m, Member) and m.standing == Standing.ASKING]
    turn.say("undo-undone", answers(turn, asking[0]) if asking else (), about=about)
    recipient = "" if change.circle is None else store.get(Circle, change.circle).recipient
    own = f"undo-told-{change.what}"  # where there is such a message, it says it with the bare name
    key, named = (own, change.about) if turn.words.has(own) else ("undo-told", about)
    shifts = _shifts(turn, change) if change.circle is not None and change.told else []
    for person in change.told:
        if _has_part(turn, shifts, person, RESPONSIBLE):
            turn.tell(person, "undo-told-yours", name=turn.someone.name, about=about)
        elif _has_part(turn, shifts, person, (Part.RESERVE,)):
            turn.tell(person, "undo-told-reserve", name=turn.someone.name, about=about)
        else:
            turn.tell(person, key, name=turn.someone.name, about=named, recipient=recipient)
    if place is not None:
        _move_up(turn, place[1], restored)
        _tell_what_was_settled(turn, place[1], settled, about)


def _tell_what_was_settled(turn: Turn, circle: Circle, settled: undoing.Settled, about: str) -> None:
    """What came open because somebody has left, and who has two things at a time now: who organises knows it too."""
    if settled.freed:
        lines, ways = gaps.listed(turn, circle, settled.freed), gaps.ways(turn, settled.freed)
        turn.say("undo-gaps", ways, recipient=circle.recipient, list=lines)
        turn.tell_organisers(circle, "undo-gaps-told", ways, about=about, recipient=circle.recipient, list=lines)
    if settled.twice:
        own = any(member.person == turn.someone.id for member in settled.twice)
        names = moments.listed(member.name for member in settled.twice if member.person != turn.someone.id) or "none"
        turn.say("undo-twice", about=about, own="yes" if own else "no", names=names)
        all_names = moments.listed(member.name for member in settled.twice)
        turn.tell_organisers(circle, "undo-twice-told", about=about, recipient=circle.recipient, names=all_names)


def _move_up(turn: Turn, circle: Circle, restored: list[Any]) -> None:
    """Who stood by for what came open by this does it now."""
    ids = dict.fromkeys(thing.shift for thing in restored if isinstance(thing, Assignment))
    found = [staffed for id in ids if (staffed := turn.store.staffed(id)) is not None]
    gaps.tell_filled(turn, circle, gaps.fill(turn, circle, [s for s in found if s.places_open and s.reserves]))


def _has_part(turn: Turn, shifts: list[Staffed], person: int, parts: tuple[Part, ...]) -> bool:
    """Whether this person has one of these parts in one of these shifts."""
    found = [a.member for s in shifts for a in s.assignments if a.part in parts]
    return any(turn.store.get(Member, id).person == person for id in found)


def _shifts(turn: Turn, change: Change) -> list[Staffed]:
    """The shifts that a change was about, the first ones first."""
    ids: list[int] = []
    for image in change.rows:
        if image["table"] == "shift":
            ids.append(image["id"])
        elif image["table"] == "assignment":
            assignment = turn.store.find(Assignment, image["id"])
            ids += [] if assignment is None else [assignment.shift]
    found = [turn.store.staffed(id) for id in dict.fromkeys(ids)]
    return [staffed for staffed in found if staffed is not None]


def _others_on_new(turn: Turn, change: Change) -> bool:
    """Whether somebody else has come on a shift that this change made: undoing would send them away unheard."""
    made = [image["id"] for image in change.rows if image["table"] == "shift" and image["before"] is None]
    own = {image["id"] for image in change.rows if image["table"] == "assignment"}
    return any(
        assignment.id not in own
        for staffed in map(turn.store.staffed, made)
        if staffed is not None
        for assignment in (*staffed.responsible, *staffed.reserves)
    )


def _too_late(turn: Turn, change: Change, about: str) -> None:
    """What came between, and what one can do about it."""
    roster = turn.option("button-roster", "show_roster")
    shifts = _shifts(turn, change)
    place = None if change.circle is None else turn.member_of(change.circle)
    if not shifts or place is None:
        turn.say("undo-too-late", (roster,), about=about)
        return
    member, _ = place
    called_off = [s for s in shifts if s.shift.state != ShiftState.PLANNED]
    if called_off and len(shifts) == 1:
        turn.say("undo-called-off", (roster,), about=about)
        return
    others = list(dict.fromkeys(a.member for s in shifts for a in s.responsible if a.member != member.id))
    if not others or change.what not in ("plan", "pasted", "claim", "release", "reserve"):
        turn.say("undo-too-late", (roster,), about=about)
        return
    names = names_of(turn.store, others)
    if change.what in ("plan", "pasted"):
        options: tuple[Option, ...] = (roster,)
        if change.what == "plan":
            options = (turn.option("button-call-off", "cancel_task", shift=shifts[0].shift.id), roster)
        turn.say("undo-others-on-it", options, about=about, names=names, count=len(others))
        return
    staffed = next(s for s in shifts if any(a.member == others[0] for a in s.responsible))
    options = (
        turn.option("button-yes", "undo_ask", means="yes", shift=staffed.shift.id, member=others[0]),
        turn.option("button-no", "fine", means="no"),
    )
    askable = turn.store.get(Member, others[0]).person is not None and staffed.of(member.id) is None
    key = "undo-taken-over" if askable else "undo-taken"
    turn.say(key, options if askable else (roster,), about=about, names=names, count=len(others))


def undo_ask(turn: Turn, values: Values) -> None:
    """Ask whoever has it now whether it may go back."""
    staffed = turn.store.staffed(values["shift"])
    other = turn.store.find(Member, values["member"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or other is None or other.person is None or place is None or staffed.of(other.id) is None:
        turn.say("claim-gone")
        return
    member, circle = place
    about = turn.about(staffed.shift, circle)
    options = (
        turn.option("button-fine", "hand_back", means="yes", shift=staffed.shift.id, to=member.id),
        turn.option("button-rather-me", "keep_it", means="no", shift=staffed.shift.id, to=member.id),
    )
    turn.tell(other.person, "undo-asked", options, name=member.name, about=about, recipient=circle.recipient)
    turn.say("undo-will-ask", name=other.name)


def hand_back(turn: Turn, values: Values) -> None:
    """Who has it gives it back; both are glad to know."""
    staffed = turn.store.staffed(values["shift"], lock=True)
    other = turn.store.find(Member, values["to"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    mine = None if staffed is None or place is None else staffed.of(place[0].id)
    if staffed is None or place is None or mine is None or mine not in staffed.responsible:
        turn.say("own-visit-off")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    if other is None or not other.present or other.circle != circle.id:
        turn.say("claim-gone")
        return
    free(turn.store, staffed, mine, turn.now)
    try:
        claim(turn.store, staffed.shift.id, other, turn.now)
    except AlreadyYours:
        pass  # they had another place on it; this one comes free
    except CannotClaim:
        turn.say("claim-gone")
        return
    mark(turn.store, [staffed.shift.id], circle.zone)
    about = turn.about(staffed.shift, circle)
    turn.changed("hand-back", about, circle)
    turn.say("undo-handed-back", (turn.option("button-undo", "undo"),), name=other.name, about=about)
    turn.tell_member(other, "undo-back-to-you", name=member.name, about=about)
    turn.tell_organisers(circle, "claim-told", name=other.name, about=about, recipient=circle.recipient)


def keep_it(turn: Turn, values: Values) -> None:
    """Who has it would rather do it: whoever wanted it back hears so."""
    staffed = turn.store.staffed(values["shift"])
    asker = turn.store.find(Member, values["to"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None or asker is None or asker.circle != place[1].id:
        turn.say("claim-gone")
        return
    about = turn.about(staffed.shift, place[1])
    turn.say("undo-keeps", name=asker.name)
    turn.tell_member(asker, "undo-kept", name=place[0].name, about=about)


CAPABILITY = Capability("undo", {"undo": undo, "undo_ask": undo_ask, "hand_back": hand_back, "keep_it": keep_it})
