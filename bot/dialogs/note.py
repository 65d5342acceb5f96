"""A line for the log: for whoever comes next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.dialog import Capability, Dialog, Slot, Values
from bot.members import arranging
from bot.saying import Option, Say
from bot.turn import Place, Turn
from locales.nl import asides, moments, near, remarks
from scheduling.care import LogEntry, Part, Staffed
from scheduling.people import Circle
from scheduling.rights import Action, may

ASKED_FOR = timedelta(minutes=90)  # so long after the question what is written is the note
LONGEST = 1000


def ask_for_a_line(turn: Turn, key: str, staffed: Staffed, circle: Circle, values: Values, **names: Any) -> None:
    """Thank for the report and ask for a line for the log, where it did not come along."""
    place = turn.member_of(circle.id)
    if values.get("note") and place is not None and may(place[0], Action.WRITE_LOG, circle):
        _passed_on(turn, place, _write(turn, place, str(values["note"]), staffed.shift.id))
        turn.say(f"{key}-noted", (turn.option("button-undo", "undo"),), **names)
        return
    if values.get("goes_on"):  # they want something else as well, which is not kept waiting
        turn.say(f"{key}-alone", (turn.option("button-undo", "undo"),), **names)
        return
    turn.begin("note", {"shift": staffed.shift.id, "circle": circle.id}, "note", until=turn.now + ASKED_FOR)
    turn.said.append(Say(turn.word(key, **names), _no_note(turn, values), dialog="note", about=staffed.shift.what))


def log_note(turn: Turn, values: Values) -> None:
    """A line for the log, said by itself."""
    _, circle = turn.place(values, "log_note", action=Action.WRITE_LOG)
    note = str(values.get("note") or values.get("what") or "").strip()
    if not note:
        turn.begin("note", {"circle": circle.id}, "note", until=turn.now + ASKED_FOR)
        turn.said.append(Say(turn.word("note-ask"), _no_note(turn, values), dialog="note"))
        return
    _keep(turn, {"circle": circle.id, "note": note})


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    return {**values, "note": str(turn.text or understood.get("note") or "").strip() or None}


def _keep(turn: Turn, values: Values) -> None:
    if near.says_ok(values["note"]) or asides.says_nothing(values["note"]):  # an answer, and nothing to pass on
        turn.store.close_questions(turn.address.id, "note", turn.now)
        turn.say("help-fine")
        return
    place = turn.member_of(values["circle"])
    if place is None:
        turn.say("own-visit-off")
        return
    turn.require(*place, Action.WRITE_LOG)
    entry = _write(turn, place, values["note"], values.get("shift"))
    turn.changed("note", entry.text[:60], place[1])
    others = _passed_on(turn, place, entry, missed=_was_missed(turn, values.get("shift")))
    key, names = ("note-kept-told", moments.listed(others)) if others else ("note-kept", "")
    turn.say(key, (turn.option("button-undo", "undo"),), names=names)


def _write(turn: Turn, place: Place, note: str, shift: int | None) -> LogEntry:
    member, circle = place
    return turn.store.add(LogEntry(0, circle.id, member.id, turn.now, note[:LONGEST], shift))


def _was_missed(turn: Turn, shift: int | None) -> bool:
    """Whether it tells why something did not work out."""
    staffed = None if shift is None else turn.store.staffed(shift)
    return staffed is not None and any(one.part == Part.NOT_DONE for one in staffed.assignments)


def _passed_on(turn: Turn, place: Place, entry: LogEntry, *, missed: bool = False) -> list[str]:
    """Who is told now, since it asks something of others or cannot wait until somebody reads it: the organisers."""
    if not (missed or remarks.asks_others(entry.text)):
        return []
    circle = place[1]
    turn.tell_organisers(circle, "note-told", name=turn.someone.name, recipient=circle.recipient, said=entry.text)
    return arranging(turn, [circle])


def _no_note(turn: Turn, values: Values) -> tuple[Option, ...]:  # noqa: ARG001
    """The way out of the question for a note."""
    return (turn.option("button-no-note", "fine", means="no"),)


CAPABILITY = Capability("note", {"log_note": log_note}, Dialog("note", (Slot("note", options=_no_note),), _keep, _read))
