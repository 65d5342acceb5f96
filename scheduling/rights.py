"""Who may do what: one function decides."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum

from scheduling.care import Staffed
from scheduling.people import Circle, CircleState, Member, Role, Standing


class Action(StrEnum):
    """What somebody may want to do in a circle."""

    SEE_ROSTER = "see_roster"
    SEE_OPEN = "see_open"  # what still wants somebody, without who does the rest
    SEE_HOURS = "see_hours"  # sums, without names
    SEE_LOAD = "see_load"
    PLAN = "plan"
    CHANGE_ANY_PLAN = "change_any_plan"
    CHANGE_OWN_PLAN = "change_own_plan"
    CLAIM = "claim"
    ASSIGN_OTHERS = "assign_others"
    WRITE_LOG = "write_log"
    READ_LOG = "read_log"
    INVITE = "invite"
    REMOVE = "remove"
    SET_ROLE = "set_role"
    PAUSE = "pause"
    EXPORT = "export"
    SIGN_HOURS = "sign_hours"  # agree with the hours of paid help
    LEND = "lend"  # offer volunteers of one's own organisation


_EVERYTHING = frozenset(Action) - {Action.LEND}
_ALLOWED: dict[Role, frozenset[Action]] = {
    Role.ORGANISER: _EVERYTHING,
    Role.HELPER: frozenset(
        {
            Action.SEE_ROSTER,
            Action.SEE_OPEN,
            Action.PLAN,
            Action.CHANGE_OWN_PLAN,
            Action.CLAIM,
            Action.WRITE_LOG,
            Action.READ_LOG,
            Action.EXPORT,
        }
    ),
    Role.RECIPIENT: frozenset(
        {
            Action.SEE_ROSTER,
            Action.SEE_OPEN,
            Action.PLAN,
            Action.CHANGE_OWN_PLAN,
            Action.CHANGE_ANY_PLAN,
            Action.WRITE_LOG,
            Action.READ_LOG,
            Action.EXPORT,
        }
    ),
    Role.PAID: frozenset({Action.CLAIM, Action.WRITE_LOG, Action.EXPORT}),
    Role.COORDINATOR: frozenset({Action.EXPORT, Action.LEND}),
    Role.VIEWER: frozenset({Action.SEE_ROSTER, Action.SEE_OPEN, Action.EXPORT}),
}
_SHOWN: dict[str, frozenset[Action]] = {
    "open": frozenset({Action.SEE_OPEN}),
    "hours": frozenset({Action.SEE_HOURS}),
    "names": frozenset({Action.SEE_ROSTER, Action.SEE_OPEN}),
    "notes": frozenset({Action.READ_LOG}),
}
"""What a circle's `coordinator_sees` allows its coordinators beside their own."""
_WHILE_CLOSED = frozenset({Action.SEE_ROSTER, Action.READ_LOG, Action.EXPORT})


def speaks_for(member: Member, other: Member) -> bool:
    """Whether what this member says of the other counts as the other's own: of who has no phone and named them."""
    if member.circle != other.circle or member.standing != Standing.ACTIVE:
        return False
    return other.id == member.id or (other.person is None and other.present and other.voice == member.id)


def may_report_for(member: Member, other: Member, circle: Circle) -> bool:
    """Whether this member may take, give back and report shifts of the other."""
    if other.circle != circle.id:
        return False
    return (may(member, Action.CLAIM, circle) and speaks_for(member, other)) or may(
        member, Action.ASSIGN_OTHERS, circle
    )


def may_see(member: Member, staffed: Staffed, circle: Circle, asked: Container[int] = ()) -> bool:
    """Whether this member sees this shift: without a roster one sees one's own, and what one was `asked` for."""
    if may(member, Action.SEE_OPEN, circle):
        return True
    own = staffed.of(member.id) is not None or staffed.shift.id in asked
    return staffed.shift.circle == circle.id and own and may(member, Action.CLAIM, circle)


def may(member: Member, action: Action, circle: Circle) -> bool:
    """Whether this member may do this in this circle now. Who left may nothing; a closed circle can only be read."""
    if member.circle != circle.id or member.standing != Standing.ACTIVE:
        return False
    if circle.state == CircleState.CLOSED and action not in _WHILE_CLOSED:
        return False
    if member.role == Role.COORDINATOR and any(action in _SHOWN.get(part, ()) for part in circle.coordinator_sees):
        return True
    return action in _ALLOWED[member.role]
