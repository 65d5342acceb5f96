"""One's own visit: the one that a row in the outbox, a button or a sentence is about."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Values
from bot.turn import Turn
from bot.voices import everybody, for_whom, is_other
from scheduling.care import COUNTED_ON, RESPONSIBLE, SETTLED, Assignment, Shift, ShiftState, Staffed
from scheduling.people import Circle, Member
from scheduling.plans import happens
from scheduling.reminders import hears
from scheduling.visits import Visit, visits
from storage.store import Store
from storage.turns import Owed

SOON = timedelta(hours=14)  # who says "ik ben wat later" means a visit this near
_AROUND = timedelta(hours=26)


def planned_part(store: Store, owed: Owed) -> tuple[Shift, Assignment, Member, Circle] | None:
    """What a row about somebody's part in a shift is about. None where it is off, settled, or theirs no more."""
    assignment = store.find(Assignment, owed.subject or 0)
    if assignment is None or assignment.part not in COUNTED_ON:
        return None
    shift, member = store.get(Shift, assignment.shift), store.get(Member, assignment.member)
    circle = store.get(Circle, shift.circle)
    if shift.state != ShiftState.PLANNED or not member.present or not happens(circle, shift):
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
    around = store.shifts_of_members([member.id], shift.start - _AROUND, shift.end + _AROUND)
    own = [staffed for staffed in around if staffed.counts_on(member.id) and happens(circle, staffed.shift)]
    for visit in visits(s.shift for s in own):
        if any(s.id == shift.id for s in visit.shifts):
            ids = {s.id for s in visit.shifts}
            parts = [mine for s in own if s.shift.id in ids and (mine := s.of(member.id))]
            return visit, parts, circle
    return None


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


def none_near(turn: Turn, values: Values) -> None:
    """Say that no visit of theirs is near."""
    other = next((member for member, _ in for_whom(turn, values) if is_other(turn, member)), None)
    if other is None:
        turn.say("own-visit-none-near")
    else:
        turn.say("own-visit-none-near-other", (turn.option("button-roster", "show_roster"),), name=other.name)


def name_of(turn: Turn, assignment: Assignment) -> str:
    """Who does it, by name."""
    member = turn.store.get(Member, assignment.member)
    return member.name if is_other(turn, member) else turn.someone.name


def without_phone(store: Store, part: Assignment) -> str:
    """The name of who has no phone, where somebody else hears this for them; else ""."""
    member = store.get(Member, part.member)
    return member.name if member.person is None else ""


def unreported(turn: Turn, past: timedelta = timedelta(hours=30)) -> list[tuple[Staffed, Assignment, Circle]]:
    """What this person did or was to do lately, over by now, of which nothing is known yet."""
    own = {member.id: circle for member, circle in turn.places}
    found = turn.store.shifts_of_members(list(own), turn.now - past, turn.now)
    return [
        (staffed, assignment, own[assignment.member])
        for staffed in found
        for assignment in staffed.assignments
        if assignment.member in own and assignment.part in RESPONSIBLE and assignment.part not in SETTLED
        if staffed.shift.end <= turn.now
    ]


def settle(turn: Turn, assignments: list[int]) -> None:
    """Nothing is asked any more about what was just reported: a later "prima" is no second report."""
    for question in turn.store.questions_since((turn.address.id,), turn.now - _AROUND):
        about = {id for option in question.options for id in option.get("values", {}).get("assignments") or ()}
        if question.answered_at is None and about & set(assignments):
            turn.store.change(question, answered_at=turn.now)
