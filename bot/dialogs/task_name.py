"""Another name for what is planned: all that is still to come of it is called so."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.plans.lately import touched
from bot.shifts.targets import find, told
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Shift, Task
from scheduling.changes import rename


def name_task(turn: Turn, values: Values) -> None:
    """ "Het is geen kapper maar pedicure"; without a name it is what was planned or changed a moment ago."""
    just = touched(turn)
    known = {} if values.get("what") or not just else {"shift": just[0]}
    target = find(turn, {**values, **known}, "name_task", whole=True)
    before, new = target.shift.what, str(values["named"])
    shifts = turn.store.shifts_of_task(target.shift.task, turn.now)
    rename(turn.store, turn.store.get(Task, target.shift.task), shifts, new)
    about = turn.about(turn.store.get(Shift, target.shift.id), target.circle)
    on_it = [a.member for s in shifts for a in (*s.responsible, *s.reserves) if a.member != target.member.id]
    persons, names, _ = told(turn, on_it)
    words: dict[str, Any] = {"old": moments.begin(before), "new": new, "count": len(shifts)}
    turn.changed("edit", about, target.circle)
    turn.say("task-name-done", (turn.option("button-undo", "undo"),), **words, names=names if persons else "none")
    for person in persons:
        turn.tell(person, "task-name-told", name=turn.someone.name, recipient=target.circle.recipient, **words)


CAPABILITY = Capability("task_name", {"name_task": name_task})
