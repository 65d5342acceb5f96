"""Reminding people of a visit, hearing from them, and asking afterwards how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import finding
from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.release import let_go
from bot.saying import Option, Say
from bot.showing import Showing
from bot.turn import Turn
from bot.voices import everybody, for_whom, is_other
from locales.nl import moments
from scheduling.care import RESPONSIBLE, SETTLED, Assignment, LogEntry, Part, Shift, ShiftState, Staffed
from scheduling.claims import report
from scheduling.people import Circle, CircleState, Member
from scheduling.reminders import CHECKOUT, REMINDER, hears, keep_reminders
from scheduling.rights import Action, may
from scheduling.visits import Visit, visits
from scheduling.watching import follow_up, needs_yes
from storage.store import Store
from storage.turns import Owed

AROUND = timedelta(hours=26)
SOON = timedelta(hours=14)  # who says "ik ben wat later" means a visit this near
EARLY = timedelta(hours=2)  # who says "gedaan" longer before it begins is asked
NOTE_FOR = timedelta(minutes=90)  # so long after the question what is written is the note
LONGEST_NOTE = 1000
LABEL = 20  # characters on a button


def planned_part(store: Store, owed: Owed) -> tuple[Shift, Assignment, Member, Circle] | None:
    """What a row about somebody's part in a shift is about. None where it is off, settled, or theirs no more."""
    assignment = store.find(Assignment, owed.subject or 0)
    if assignment is None or assignment.part not in RESPONSIBLE or assignment.part in SETTLED:
        return None
    shift, member = store.get(Shift, assignment.shift), store.get(Member, assignment.member)
    circle = store.get(Circle, shift.circle)
    if shift.state != ShiftState.PLANNED or not member.present or circle.state != CircleState.ACTIVE:
        return None
    return shift, assignment, member, circle


def own_visit(store: Store, owed: Owed) -> tuple[Visit, list[Assignment], Circle] | None:
    """The visit that a reminder is about, with this member's part in each of its shifts. None where it is off."""
    found = planned_part(store, owed)
    if found is None:
        return None
    shift, _, member, circle = found
    if hears(store, member) != owed.person:
        return None
    around = store.shifts_of_members([member.id], shift.start - AROUND, shift.end + AROUND)
    own = [s for s in around if (mine := s.of(member.id)) and mine.part in RESPONSIBLE and mine.part not in SETTLED]
    for visit in visits(s.shift for s in own):
        if any(s.id == shift.id for s in visit.shifts):
            ids = {s.id for s in visit.shifts}
            parts = [mine for s in own if s.shift.id in ids and (mine := s.of(member.id))]
            return visit, parts, circle
    return None


def show_reminder(showing: Showing, owed: Owed) -> Say | None:
    """The one reminder of a visit: it goes with its first shift."""
    found = own_visit(showing.store, owed)
    if found is None:
        return None
    visit, parts, circle = found
    if visit.shifts[0].id != showing.store.get(Assignment, owed.subject or 0).shift or visit.end <= showing.now:
        return None
    here = showing.local(showing.now, circle.zone)
    start = visit.start.astimezone(here.tzinfo)
    minutes = round((visit.start - showing.now).total_seconds() / 60)
    when = (
        showing.text("reminder-now")
        if minutes <= 0
        else showing.text("reminder-in", length=moments.length(minutes))
        if minutes <= 120
        else moments.near_moment(start, here)
    )
    other = _other(showing.store, parts[0])
    going = showing.option("button-going", "going", means="yes", assignments=[p.id for p in parts])
    if other:
        goes = showing.text("button-goes", name=other)
        going = replace(going, label=goes if len(goes) <= LABEL else showing.text("button-comes"))
    options = (going, showing.option("button-cannot", "cannot", means="no", assignments=[p.id for p in parts]))
    text = showing.text(
        "reminder-text",
        when=when,
        what=moments.listed(dict.fromkeys(s.what for s in visit.shifts)),
        recipient=circle.recipient,
        clock=moments.clock(start),
        far="no" if minutes <= 120 else "yes",
    )
    text = showing.text("reminder-for-other", name=other, text=text) if other else moments.begin(text)
    if needs_yes(visit.shifts[0], parts[0], showing.person, showing.now):
        text = f"{text} {showing.text('reminder-please')}"
    follow_up(showing.store, visit.shifts[0], parts[0], showing.person, showing.now)
    note = _handover(showing, circle, visit)
    return Say(f"{text}\n{note}" if note else text, options, once=False, about=moments.label(start))


def _other(store: Store, part: Assignment) -> str:
    """The name of who has no phone, where somebody else hears this for them; else ""."""
    member = store.get(Member, part.member)
    return member.name if member.person is None else ""


def _handover(showing: Showing, circle: Circle, visit: Visit) -> str:
    """The last line that somebody left, where it is fresh and this person may read it."""
    member = showing.store.member_in(circle.id, showing.person.id)
    if member is None or not may(member, Action.READ_LOG, circle):
        return ""
    lines = showing.store.log_between(circle.id, showing.now - timedelta(days=2), showing.now)
    shared = [entry for entry in lines if not entry.private and entry.author != member.id]  # their own they know
    if not shared or visit.start - showing.now > SOON:
        return ""
    author = None if shared[-1].author is None else showing.store.find(Member, shared[-1].author)
    return showing.text(
        "reminder-handover", text=shared[-1].text, who=author.name if author else showing.text("roster-somebody")
    )


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
    other = _other(showing.store, parts[0])
    key = "reminder-checkout-other" if other else "reminder-checkout"
    text = showing.text(key, recipient=circle.recipient, what=what, clock=moments.clock(start), name=other)
    return Say(moments.begin(text), options, once=False, about=moments.label(start))


def mine_near(
    turn: Turn, values: Values, *, past: timedelta = timedelta(hours=30), ahead: timedelta = SOON
) -> list[tuple[Staffed, Assignment, Circle]]:
    """What a button or a sentence is about: the visit named, else the nearest of this person's own."""
    by_button = values.get("assignments") is not None or values.get("shift")
    own = {member.id: circle for member, circle in (everybody(turn) if by_button else for_whom(turn, values))}
    found = turn.store.shifts_of_members(list(own), turn.now - past, turn.now + ahead)
    mine = [
        (staffed, assignment, own[assignment.member])
        for staffed in found
        for assignment in staffed.assignments
        if assignment.member in own and assignment.part in RESPONSIBLE
    ]
    wanted = values.get("assignments")
    if wanted is not None:
        everywhere = []
        for id in wanted:
            assignment = turn.store.find(Assignment, id)
            staffed = None if assignment is None else turn.store.staffed(assignment.shift)
            if assignment and staffed and assignment.member in own and assignment.part in RESPONSIBLE:
                everywhere.append((staffed, assignment, own[assignment.member]))
        return everywhere
    if values.get("shift"):
        staffed, whose = turn.store.staffed(values["shift"]), {m.id for m, _ in for_whom(turn, values)}
        on_it = () if staffed is None else staffed.responsible
        return [(staffed, a, own[a.member]) for a in on_it if staffed is not None and a.member in whose & own.keys()]
    unsettled = [one for one in mine if one[1].part not in SETTLED]
    if not unsettled:
        return []
    nearest = min(unsettled, key=lambda one: abs(one[0].shift.start - turn.now))
    together = next(
        v for v in visits(s.shift for s, _, _ in unsettled) if any(x.id == nearest[0].shift.id for x in v.shifts)
    )
    ids = {s.id for s in together.shifts}
    return [one for one in unsettled if one[0].shift.id in ids]


def going(turn: Turn, values: Values) -> None:
    """[Ik ga]."""
    found = [one for one in mine_near(turn, values) if one[0].shift.state == ShiftState.PLANNED]
    if not found:
        turn.say("reminder-off")
        return
    for _, assignment, _ in found:
        if assignment.part in (Part.CLAIMED, Part.WANTS_OUT):
            report(turn.store, assignment.id, Part.CONFIRMED, turn.now)
    shift, mine, circle = found[0]
    start = shift.shift.start.astimezone(ZoneInfo(circle.zone))
    here = turn.local(circle)
    today = "yes" if start.date() == here.date() else "no"
    if other := _other(turn.store, mine):
        turn.say("reminder-goes", name=other, recipient=circle.recipient)
        return
    turn.say("reminder-going", when=moments.near_moment(start, here), name=turn.someone.name, today=today)


def cannot(turn: Turn, values: Values) -> None:
    """[Lukt niet] on a reminder: every shift of the visit is wanted."""
    found = mine_near(turn, values)
    if not found:
        turn.say("reminder-off")
        return
    members = {member.id: member for member, _ in everybody(turn)}
    let_go(turn, [(staffed, members[mine.member], circle) for staffed, mine, circle in found])


def late(turn: Turn, values: Values) -> None:
    """ "Ben tien minuten later": whoever waits is told."""
    found = mine_near(turn, values, past=timedelta(hours=3))
    if not found:
        none_near(turn, values)
        return
    minutes = int(values.get("minutes") or values.get("duration_min") or 0)
    for staffed, assignment, _ in found:
        changed = turn.store.change(assignment, late_minutes=minutes)
        keep_reminders(turn.store, staffed.shift, changed, turn.now)
    staffed, _, circle = found[0]
    length = moments.length(minutes) if minutes else turn.word("reminder-a-little")
    turn.say("reminder-late", length=length)
    names: dict[str, Any] = {"name": _name(turn, found[0][1]), "length": length, "what": staffed.shift.what}
    names["recipient"] = circle.recipient
    turn.tell_organisers(circle, "reminder-late-told", urgent=True, **names)
    for member in turn.store.members_of(circle.id):
        if member.role == "recipient" and member.person and member.person not in turn.told:
            turn.tell(member.person, "reminder-late-told", urgent=True, **names)


def done(turn: Turn, values: Values) -> None:
    """[Gedaan], or "heb ik al gedaan": what has begun comes first."""
    found = mine_near(turn, values, ahead=timedelta(0)) or mine_near(turn, values)
    if values.get("what"):
        found = [one for one in found if finding.is_like(one[0].shift.what, values["what"])]
    found = found or _done_unasked(turn, values)
    if not found:
        none_near(turn, values)
        return
    staffed, mine, circle = found[0]
    if staffed.shift.start - turn.now > EARLY and not values.get("sure"):
        _ask_sure(turn, found)
        return
    for _, assignment, _ in found:
        report(turn.store, assignment.id, Part.DONE, turn.now)
    turn.changed("reported", staffed.shift.what, circle)
    name = _name(turn, mine)
    key = "reminder-thanks" if name == turn.someone.name else "reminder-thanks-other"
    _ask_for_a_line(turn, key, staffed, circle, values, name=name)


def _ask_for_a_line(turn: Turn, key: str, staffed: Staffed, circle: Circle, values: Values, **names: Any) -> None:
    """Thank for the report and ask for a line for the log, where it did not come along."""
    place = turn.member_of(circle.id)
    if values.get("note") and place is not None and may(place[0], Action.WRITE_LOG, circle):
        note = str(values["note"])[:LONGEST_NOTE]
        turn.store.add(LogEntry(0, circle.id, place[0].id, turn.now, note, staffed.shift.id))
        turn.say(f"{key}-noted", (turn.option("button-undo", "undo"),), **names)
        return
    turn.begin("reminder", {"shift": staffed.shift.id, "circle": circle.id}, "note", until=turn.now + NOTE_FOR)
    options = (turn.option("button-no-note", "fine", means="no"),)
    turn.said.append(Say(turn.word(key, **names), options, dialog="reminder", about=staffed.shift.what))


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
    turn.say("reminder-done-early", options, about=moments.begin(staffed.shift.what), when=when)


def _name(turn: Turn, assignment: Assignment) -> str:
    """Who does it, by name."""
    member = turn.store.get(Member, assignment.member)
    return member.name if is_other(turn, member) else turn.someone.name


def none_near(turn: Turn, values: Values) -> None:
    other = next((member for member, _ in for_whom(turn, values) if is_other(turn, member)), None)
    if other is None:
        turn.say("reminder-none-near")
    else:
        turn.say("reminder-none-near-other", (turn.option("button-roster", "show_roster"),), name=other.name)


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
        turn.say("reminder-off")
        return
    for _, assignment, _ in found:
        report(turn.store, assignment.id, Part.NOT_DONE, turn.now)
    staffed, _, circle = found[0]
    turn.changed("not-done", staffed.shift.what, circle)
    _ask_for_a_line(turn, "reminder-not-done", staffed, circle, values)
    turn.tell_organisers(
        circle,
        "reminder-not-done-told",
        urgent=True,
        name=_name(turn, found[0][1]),
        what=staffed.shift.what,
        recipient=circle.recipient,
        remark=str(values.get("note") or "none"),
    )


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    note = turn.text or understood.get("note") or ""
    return {**values, "note": str(note).strip()[:LONGEST_NOTE] or None}


def _keep_note(turn: Turn, values: Values) -> None:
    place = turn.member_of(values["circle"])
    if place is None:
        turn.say("reminder-off")
        return
    member, circle = place
    turn.require(member, circle, Action.WRITE_LOG)
    turn.store.add(LogEntry(0, circle.id, member.id, turn.now, values["note"], values.get("shift")))
    turn.changed("note", values["note"][:60], circle)
    turn.say("reminder-noted", (turn.option("button-undo", "undo"),))


def log_note(turn: Turn, values: Values) -> None:
    """A line for the log, said by itself."""
    _, circle = turn.place(values, "log_note", action=Action.WRITE_LOG)
    note = str(values.get("note") or values.get("what") or "").strip()
    if not note:
        turn.begin("reminder", {"circle": circle.id}, "note", until=turn.now + NOTE_FOR)
        turn.said.append(Say(turn.word("reminder-ask-note"), dialog="reminder"))
        return
    _keep_note(turn, {"circle": circle.id, "note": note[:LONGEST_NOTE]})


def no_options(turn: Turn, values: Values) -> tuple[Option, ...]:  # noqa: ARG001
    """The way out of the question for a note."""
    return (turn.option("button-no-note", "fine", means="no"),)


CAPABILITY = Capability(
    "reminder",
    {
        "going": going,
        "cannot": cannot,
        "late": late,
        "done": done,
        "already_done": done,
        "not_done": not_done,
        "log_note": log_note,
    },
    Dialog("reminder", (Slot("note", options=no_options),), _keep_note, _read),
    shows={REMINDER: show_reminder, CHECKOUT: show_checkout},
)
