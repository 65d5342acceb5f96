"""Taking back the last thing one did, while nothing came between."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.dialogs.join import answers
from bot.turn import Turn
from scheduling.care import Assignment, Shift
from scheduling.people import Circle, Member, Person, Standing
from scheduling.reminders import keep_all_reminders, keep_reminders
from storage.turns import Change

OFFERED_FOR = timedelta(days=2)


def undo(turn: Turn, values: Values) -> None:
    """Undo the change of this button, or the newest one."""
    store = turn.store
    if values.get("change"):
        change = store.find(Change, values["change"])
    else:
        change = store.newest_change(turn.someone.id, turn.now - OFFERED_FOR)
    if change is None or change.person != turn.someone.id:
        turn.say("undo-nothing")
        return
    if change.undone_at is not None:
        turn.say("undo-done-before")
        return
    if change.circle is not None and turn.member_of(change.circle) is None:
        turn.say("undo-nothing")
        return
    about = turn.word(f"undo-{change.what}", about=change.about)
    if store.in_the_way(change.rows) or (change.what == "circle" and len(store.members_of(change.circle or 0)) > 1):
        turn.say("undo-too-late", (turn.option("button-roster", "show_roster"),), about=about)
        return
    restored = store.restore(change.rows)
    store.change(change, undone_at=turn.now)
    for thing in restored:
        if isinstance(thing, Assignment):
            keep_reminders(store, store.get(Shift, thing.shift), thing, turn.now)
        elif isinstance(thing, Shift):
            staffed = store.staffed(thing.id)
            for assignment in staffed.assignments if staffed else ():
                keep_reminders(store, thing, assignment, turn.now)
        elif isinstance(thing, Person):
            turn.person = thing
            keep_all_reminders(store, [member.id for member, _ in turn.places], turn.now)
    turn.state = {}
    asking = [m for m in restored if isinstance(m, Member) and m.standing == Standing.ASKING]
    turn.say("undo-undone", answers(turn, asking[0]) if asking else (), about=about)
    recipient = "" if change.circle is None else store.get(Circle, change.circle).recipient
    own = f"undo-told-{change.what}"  # where there is such a message, it says it with the bare name
    key, named = (own, change.about) if turn.words.has(own) else ("undo-told", about)
    for person in change.told:
        turn.tell(person, key, name=turn.someone.name, about=named, recipient=recipient)


CAPABILITY = Capability("undo", {"undo": undo})
