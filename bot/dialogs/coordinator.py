"""What a coordinator sees of a circle: its organiser says it, and can change it."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn
from locales.nl import coordinators, moments
from scheduling.people import Circle, Role, Standing
from scheduling.rights import Action

PARTS = ("open", "hours", "names", "notes")


def parts_in_words(turn: Turn, parts: tuple[str, ...]) -> str:
    """ "wat er open staat en hoeveel uur er geholpen is", "none" where it is nothing."""
    return moments.listed(turn.word(f"coordinator-part-{part}") for part in PARTS if part in parts) or "none"


def sees(turn: Turn, values: Values) -> None:
    """What a coordinator sees, and a button to change each part; said in words it is changed at once."""
    _, circle = turn.place(values, "coordinator_sees", action=Action.SET_ROLE)
    said = values.get("part")
    wished = coordinators.Wish((str(said),), bool(values.get("on"))) if said else coordinators.wish(turn.text)
    if wished is None:
        _say(turn, circle, "coordinator-sees")
        return
    kept = {*circle.coordinator_sees, *wished.parts} if wished.on else {*circle.coordinator_sees} - {*wished.parts}
    shown = tuple(part for part in PARTS if part in kept)
    if shown == circle.coordinator_sees:
        _say(turn, circle, "coordinator-sees-already")
        return
    changed = turn.store.change(circle, coordinator_sees=shown)
    turn.changed("coordinator", circle.recipient, circle)
    _say(turn, changed, "coordinator-sees-now", turn.option("button-undo", "undo"))


def _say(turn: Turn, circle: Circle, key: str, *first: Option) -> None:
    there = any(m.role == Role.COORDINATOR for m in turn.store.members_of(circle.id, Standing.ACTIVE))
    on = set(circle.coordinator_sees)
    toggles = tuple(
        turn.option(_toggle(part, part in on), "coordinator_sees", circle=circle.id, part=part, on=part not in on)
        for part in PARTS
    )
    ask = () if there else (turn.option("button-coordinator", "invite", role=Role.COORDINATOR.value, circle=circle.id),)
    hidden = tuple(part for part in PARTS if part not in circle.coordinator_sees)
    turn.say(
        key,
        (*first, *toggles, *ask),
        once=False,
        recipient=circle.recipient,
        shown=parts_in_words(turn, circle.coordinator_sees),
        hidden=parts_in_words(turn, hidden),
        there="yes" if there else "no",
    )


def _toggle(part: str, on: bool) -> str:
    return f"button-{'hide' if on else 'show'}-{part}"


CAPABILITY = Capability("coordinator", {"coordinator_sees": sees})
