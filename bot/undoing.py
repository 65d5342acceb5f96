"""What taking a change back needs: the right to it, shifts that are not over, and a roster that is whole afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scheduling.care import FIRM, RESPONSIBLE, Assignment, Part, Series, Shift, ShiftState, Staffed, Task
from scheduling.claims import free
from scheduling.people import Circle, Member
from scheduling.rights import Action, may
from scheduling.suited import mark
from storage.rows import from_json
from storage.store import Store
from storage.turns import Change

Image = dict[str, Any]

_BY_NAME = {
    "assign": Action.ASSIGN_OTHERS,
    "absence-of": Action.ASSIGN_OTHERS,
    "release": Action.CLAIM,
    "hand-back": Action.CLAIM,
    "swap": Action.CLAIM,
    "habit": Action.CLAIM,
    "habit-end": Action.CLAIM,
    "reported": Action.CLAIM,
    "not-done": Action.CLAIM,
    "note": Action.WRITE_LOG,
}
_BY_TABLE = {"circle": Action.PAUSE, "member": Action.SET_ROLE}
"""Where the name of a change says nothing, what it touched does; one's own membership is one's own."""
_ABOUT_WHAT_WAS = ("reported", "not-done", "note")
_ON_IT = (*RESPONSIBLE, Part.RESERVE)


class TooMany(Exception):
    """A shift would have more people than it wants: another has taken the place."""


def allowed(store: Store, change: Change, member: Member, circle: Circle) -> bool:
    """Whether this member may do today what taking it back does."""
    wanted = {_BY_NAME[change.what]} if change.what in _BY_NAME else set()
    for image in change.rows:
        if image["table"] in _BY_TABLE and (image["table"], image["id"]) != ("member", member.id):
            wanted.add(_BY_TABLE[image["table"]])
    if not all(may(member, action, circle) for action in wanted):
        return False
    return (
        change.what in ("habit", "habit-end")
        or may(member, Action.CHANGE_ANY_PLAN, circle)
        or all(
            store.get(Task, task).made_by == member.id and may(member, Action.CHANGE_OWN_PLAN, circle)
            for task in _tasks(store, change)
        )
    )


def _tasks(store: Store, change: Change) -> set[int]:
    """The tasks whose plan it changed."""
    found = {image["id"] for image in change.rows if image["table"] == "task"}
    found |= {store.get(Shift, image["id"]).task for image in change.rows if image["table"] == "shift"}
    return found | {store.get(Series, image["id"]).task for image in change.rows if image["table"] == "series"}


def ahead(store: Store, change: Change, now: datetime) -> list[Image] | None:
    """What of it can be taken back still: what is over stays as it was. None where all of it is over."""
    if change.what in _ABOUT_WHAT_WAS:
        return change.rows
    shifts = [_shift_of(store, image) for image in change.rows]
    every = {shift for shift in shifts if shift is not None}
    over = {shift for shift in every if _is_over(store, shift, change.rows, now)}
    kept = [image for image, shift in zip(change.rows, shifts, strict=True) if shift not in over]
    return None if over and over == every else kept


def _is_over(store: Store, shift: int, images: Iterable[Image], now: datetime) -> bool:
    """Whether it has ended, now or at the time that it would go back to."""
    ends = [store.get(Shift, shift).end]
    for image in images:
        if image["table"] == "shift" and image["id"] == shift and image["before"]:
            ends.append(from_json(image["before"]).get("end", ends[0]))
    return min(ends) <= now


def _shift_of(store: Store, image: Image) -> int | None:
    if image["table"] == "shift":
        return int(image["id"])
    found = store.find(Assignment, image["id"]) if image["table"] == "assignment" else None
    return None if found is None else found.shift


@dataclass(frozen=True)
class Settled:
    """What had to be set right after it was taken back."""

    freed: tuple[Staffed, ...] = ()  # without somebody who has left meanwhile
    twice: tuple[Member, ...] = ()  # who have something else then, which is marked


def settle(store: Store, restored: Sequence[Any], now: datetime) -> Settled:
    """Nobody who left is on a shift, nobody too many, and who has something else then is marked. Raises TooMany."""
    for series in (thing for thing in restored if isinstance(thing, Series) and thing.habit is not None):
        if not store.get(Member, series.habit or 0).present:
            store.change(series, habit=None)
    freed: list[Staffed] = []
    twice: dict[int, Member] = {}
    shifts = {thing.id for thing in restored if isinstance(thing, Shift)}
    shifts |= {thing.shift for thing in restored if isinstance(thing, Assignment)}
    for id in sorted(shifts):
        staffed = store.staffed(id)
        if staffed is None or staffed.shift.state != ShiftState.PLANNED:
            continue
        gone = [a for a in staffed.assignments if a.part in _ON_IT and not store.get(Member, a.member).present]
        for assignment in gone:
            free(store, staffed, assignment, now)
        staffed = (store.staffed(id) if gone else None) or staffed
        if any(a.part in RESPONSIBLE for a in gone):
            freed.append(staffed)
        if sum(a.people for a in staffed.assignments if a.part in FIRM) > staffed.shift.people_needed:
            raise TooMany
        zone = store.get(Circle, staffed.shift.circle).zone
        twice |= {member.id: member for member in mark(store, [id], zone)}
    return Settled(tuple(freed), tuple(twice.values()))
