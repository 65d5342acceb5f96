"""Coming into a circle with a code."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.dialog import Capability, Dialog, Slot, Values
from bot.saying import Say
from bot.turn import Answered, Turn
from scheduling.codes import normal
from scheduling.memberships import GUESS_WINDOW, GUESSES, AlreadyIn, CannotJoin, join, lookup
from scheduling.people import Circle, Standing


def opens(turn: Turn, code: str) -> Circle | None:
    """The circle that a code lets somebody into, or None; wrong ones are counted and slow the guesser down."""
    if not code or not _may_guess(turn):
        return None
    try:
        return turn.store.get(Circle, lookup(turn.store, code, turn.now).circle)
    except CannotJoin:
        _note_guess(turn)
        return None


def enter(turn: Turn, code: str) -> None:
    """Let the person in, or say kindly why not."""
    if not _may_guess(turn):
        turn.say("join-slow-down")
        return
    person = turn.someone
    try:
        member = join(turn.store, code, person, turn.now)
    except AlreadyIn as there:
        turn.say("join-there-already", _first_steps(turn), recipient=turn.store.get(Circle, there.circle).recipient)
        return
    except CannotJoin:
        _note_guess(turn)
        turn.begin("join", {}, "code")
        turn.say("join-bad-code")
        return
    circle = turn.store.get(Circle, member.circle)
    turn.conversation = replace(turn.conversation, circle=circle.id)
    if member.standing == Standing.ASKING:
        turn.say("join-asked", recipient=circle.recipient)
        options = (
            turn.option("button-let-in", "let_in", means="yes", member=member.id),
            turn.option("button-keep-out", "keep_out", means="no", member=member.id),
        )
        turn.tell_organisers(circle, "join-told-asked", options, name=member.name, recipient=circle.recipient)
        return
    turn.say("join-welcome", _first_steps(turn), recipient=circle.recipient, name=person.name)
    turn.tell_organisers(circle, "join-told", name=member.name, recipient=circle.recipient)


def _first_steps(turn: Turn) -> tuple:  # type: ignore[type-arg]
    return (turn.option("button-open", "show_open"), turn.option("button-roster", "show_roster"))


def _may_guess(turn: Turn) -> bool:
    recent = [g for g in turn.conversation.guesses if turn.now - datetime.fromisoformat(g) < GUESS_WINDOW]
    return len(recent) < GUESSES


def _note_guess(turn: Turn) -> None:
    guesses = [*turn.conversation.guesses, turn.now.isoformat()][-GUESSES:]
    turn.conversation = turn.store.change(turn.conversation, guesses=guesses)


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    code = str(understood.get("code") or "")
    if not code and turn.state.get("asked") == "code" and turn.text.strip():
        code = turn.text
        if not normal(code):
            _note_guess(turn)
            turn.begin("join", {}, "code")
            raise Answered(Say(turn.word("join-bad-code" if _may_guess(turn) else "join-slow-down"), dialog="join"))
    return {**values, "code": code or None}


DIALOG = Dialog("join", (Slot("code"),), lambda turn, values: enter(turn, str(values["code"])), _read)
CAPABILITY = Capability("join", {}, DIALOG)
