"""Being called otherwise than the profile says: "ik heet Petra Jansen"."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.turn import Turn
from scheduling.people import Member


def rename(turn: Turn, values: Values) -> None:
    """The name changes everywhere: for who reads it, and in every circle."""
    name = str(values["name"])
    person = turn.someone
    if name == person.name:
        turn.say("rename-same", name=name)
        return
    turn.changed("rename", person.name)
    turn.person = turn.store.change(turn.store.person(person.id), name=name)
    for member, _ in turn.places:
        turn.store.change(turn.store.get(Member, member.id), name=name)
    turn.say("rename-done", (turn.option("button-undo", "undo"),), name=name)


CAPABILITY = Capability("rename", {"rename": rename})
