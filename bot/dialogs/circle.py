"""Making a circle around somebody."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog import Capability, Dialog, Slot, Values
from bot.turn import Turn
from scheduling.people import Circle, Member, Ring, Role, Standing

LONGEST_NAME = 60


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    merged = {**values, **{k: understood[k] for k in ("recipient", "kinship", "again") if understood.get(k)}}
    if not merged.get("recipient") and turn.state.get("asked") == "recipient" and turn.text.strip():
        merged["recipient"] = turn.text.strip().strip(".!")
    if merged.get("recipient"):
        merged["recipient"] = str(merged["recipient"])[:LONGEST_NAME]
    return merged


def _make(turn: Turn, values: Values) -> None:
    recipient = values["recipient"]
    known = [c for _, c in turn.places if c.recipient.casefold() == recipient.casefold()]
    if known and not values.get("again"):
        options = (
            turn.option("button-yes", "circle", means="yes", kept=values, again=True),
            turn.option("button-no", "stop_dialog", means="no"),
        )
        turn.say("circle-there-already", options, recipient=recipient)
        return
    store, now = turn.store, turn.now
    circle = store.add(Circle(0, recipient, now, str(values.get("kinship") or ""), turn.someone.zone))
    store.add(
        Member(0, circle.id, turn.someone.name, turn.someone.id, Role.ORGANISER, Ring.FAMILY, Standing.ACTIVE, now)
    )
    turn.conversation = replace(turn.conversation, circle=circle.id)
    turn.changed("circle", recipient, circle)
    options = (turn.option("button-plan", "plan"), turn.option("button-invite", "invite"))
    turn.say("circle-made", options, recipient=recipient)


DIALOG = Dialog("circle", (Slot("recipient"),), _make, _read)
CAPABILITY = Capability("circle", {}, DIALOG, starts=("make_circle",))
