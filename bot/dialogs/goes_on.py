"""What was to be called off, or was, and goes on after all."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.shifts.finding import is_like
from bot.shifts.targets import fitting
from bot.turn import OFFERED_FOR, Instead, Turn


def goes_on(turn: Turn, values: Values) -> None:
    """ "De fysio gaat toch door": takes back that it was called off; else it stays as it is."""
    wanted = {name: values[name] for name in ("what", "start") if values.get(name)}
    change = turn.store.newest_change(turn.someone.id, turn.now - OFFERED_FOR)
    off = change is not None and change.what == "cancel" and change.undone_at is None
    if change is not None and off and is_like(change.about.partition(",")[0], str(wanted.get("what") or change.about)):
        raise Instead("undo", {"change": change.id})
    found = fitting(turn, wanted) if wanted and turn.places else []
    if found:
        turn.say("goes-on-stays", about=turn.about(found[0][0].shift, found[0][1][1]))
    else:
        turn.say("targets-none-fits", (turn.option("button-roster", "show_roster"),))


CAPABILITY = Capability("goes_on", {"goes_on": goes_on})
