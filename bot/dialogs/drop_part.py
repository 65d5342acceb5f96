"""One of several things that are done in one go is not needed: "stofzuigen hoeft niet", beside "en ramen lappen"."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.saying import Say
from bot.shifts.finding import is_like
from bot.shifts.targets import Target, about, find, following, scopes, told
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Shift, Staffed, Task


def left_of(target: Target, what: str) -> tuple[str, str]:
    """What is not needed and what is left: ("stofzuigen", "ramen lappen"); "" twice where all of it is meant."""
    names = moments.unlisted(target.shift.what)
    said = moments.unlisted(what) or [what]
    gone = [name for name in names if any(is_like(name, one) for one in said)]
    left = [name for name in names if name not in gone]
    return (moments.listed(gone), moments.listed(left)) if gone and left else ("", "")


def drop_part(turn: Turn, target: Target, gone: str, left: str) -> None:
    """Once it is done at once; of what recurs it is asked which times."""
    if target.series.rule:
        options = scopes(turn, target, "drop_it", {"gone": gone, "left": left})
        text = turn.word("drop-part-scope", gone=gone, begin=moments.begin(left))
        turn.said.append(Say(text, options))
        return
    _drop(turn, target, [target.staffed], gone, left, "one")


def drop_it(turn: Turn, values: Values) -> None:
    """Which times was chosen."""
    target = find(turn, {"shift": values["shift"]}, "cancel_task")
    scope = str(values.get("scope", "one"))
    shifts = [target.staffed] if scope == "one" else following(turn, target, all_of_it=scope == "all")
    _drop(turn, target, shifts, str(values["gone"]), str(values["left"]), scope)


def _drop(turn: Turn, target: Target, shifts: list[Staffed], gone: str, left: str, scope: str) -> None:
    before = about(turn, target)
    for staffed in shifts:
        turn.store.change(turn.store.get(Shift, staffed.shift.id), what=left)
    if scope != "one" or not target.series.rule:
        turn.store.change(turn.store.get(Task, target.shift.task), what=left)
    turn.changed("drop-part", before, target.circle)
    when = before.removeprefix(target.shift.what).lstrip(", ")
    rest = turn.option("button-that-too", "cancel_task", shift=target.shift.id)
    options = (rest, turn.option("button-undo", "undo")) if scope == "one" else (turn.option("button-undo", "undo"),)
    others = [a.member for staffed in shifts for a in staffed.responsible if a.member != target.member.id]
    persons, names, _ = told(turn, others)
    words: dict[str, Any] = {
        "gone": gone,
        "left": left,
        "when": when,
        "count": len(shifts),
        "recipient": target.circle.recipient,
        "begin": moments.begin(left),
    }
    turn.say("drop-part-done", options, names=names or "none", **words)
    for person in persons:
        turn.tell(person, "drop-part-told", name=turn.someone.name, **words)


CAPABILITY = Capability("drop_part", {"drop_it": drop_it})
