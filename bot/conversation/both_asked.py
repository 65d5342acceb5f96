"""What several organisers were asked is answered once: for the others it is closed, and they hear what was chosen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.turn import Turn
from scheduling.care import Shift
from scheduling.people import Member, Role
from storage.owing import lane_of
from storage.turns import Question

SETTLED = "settled"
"""Stands as the dialog of a question that another answered: words do not find it, a tap still looks at what is now."""
ASKED_SINCE = timedelta(days=14)
_SETTLES_NOTHING = frozenset(
    {
        "fine",
        "plan",
        "invite",
        "messages",
        "messages_day",
        "export",
        "view",
        "wellbeing",
        "overview",
        "coordinator_sees",
    }
)
_ABOUT_ONE = ("shift", "shifts", "member", "assignment", "assignments", "loan", "ask", "proposal", "task")


def settle_for_others(turn: Turn, question: Question, index: int) -> None:
    """Close the same question of the other organisers, and tell those who did not hear what came of it."""
    option = question.options[index]
    if option["do"] in _SETTLES_NOTHING or option["do"].startswith("show_") or not _is_about_one(question.options):
        return
    told: set[int] = set()
    for person in _organising_along(turn):
        addresses = {address.id: address for address in turn.store.addresses_of(person)}
        for other in turn.store.questions_since(addresses, turn.now - ASKED_SINCE):
            if other.answered_at is not None or _acts(other.options) != _acts(question.options):
                continue
            if other.once:  # else its buttons look at the state of now
                turn.store.change(other, answered_at=turn.now, dialog=SETTLED)
            words: dict[str, Any] = {"name": turn.someone.name, "label": str(option["label"])}
            if other.once and other.outbox is not None:
                turn.store.owe(
                    "edit",
                    turn.now,
                    address=other.address,
                    lane=lane_of(person, other.address),
                    edits=other.outbox,
                    payload={"chosen": turn.words("chosen-by", formal=False, **words), "closed": True},
                    useful_until=turn.now + timedelta(minutes=5),
                )
            if person not in (*turn.told, *told):
                told.add(person)
                kept = list(turn.told)
                turn.tell(
                    person, "both-asked-told", about=other.about or _about(turn, option["values"]) or "none", **words
                )
                turn.told = kept  # an undo is told to whom the change concerns


def _organising_along(turn: Turn) -> list[int]:
    """The persons who organise a circle together with who speaks."""
    own = [circle.id for member, circle in turn.places if member.role == Role.ORGANISER]
    others: list[Member] = [one for circle in own for one in turn.store.organisers_of(circle)]
    return list(dict.fromkeys(one.person for one in others if one.person not in (None, turn.someone.id)))


def _acts(options: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    return [(option["do"], option.get("values")) for option in options]


def _is_about_one(options: list[dict[str, Any]]) -> bool:
    """Whether it names what it is about, so that the same words asked of another are the same question."""
    return any(name in (option.get("values") or {}) for option in options for name in _ABOUT_ONE)


def _about(turn: Turn, values: dict[str, Any]) -> str:
    """What the chosen option is about, as far as it names a shift or a person."""
    shifts = values.get("shifts") or [values.get("shift")]
    shift = turn.store.find(Shift, int(shifts[0])) if shifts and shifts[0] else None
    if shift is None:
        member = turn.store.find(Member, int(values["member"])) if values.get("member") else None
        return "" if member is None else member.name
    place = turn.member_of(shift.circle)
    return "" if place is None else turn.about(shift, place[1])
