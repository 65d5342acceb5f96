"""Coming into a circle with a code."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.address import pair
from bot.dialogs.coordinator import parts_in_words
from bot.saying import Option, Say
from bot.turn import Answered, Turn
from locales.nl import coordinators, invited
from scheduling.codes import normal
from scheduling.memberships import GUESS_WINDOW, GUESSES, AlreadyIn, CannotJoin, join, lookup, take_place
from scheduling.people import Circle, CircleKind, Member, Role, Standing

AHEAD = timedelta(days=70)
_WELCOMES = {Role.ORGANISER: "join-welcome-organiser", Role.PAID: "join-welcome-paid"}


def opens(turn: Turn, code: str) -> Circle | None:
    """The circle that a code lets somebody into, or None; wrong ones are counted and slow the guesser down."""
    if not code or not may_guess(turn):
        return None
    try:
        return turn.store.get(Circle, lookup(turn.store, code, turn.now).circle)
    except CannotJoin:
        _note_guess(turn, code)
        return None


def role_of(turn: Turn, code: str) -> Role | None:
    """As what a code lets somebody in."""
    try:
        return lookup(turn.store, code, turn.now).role
    except CannotJoin:
        return None


def enter(turn: Turn, code: str) -> None:
    """Let the person in, or say kindly why not."""
    if not may_guess(turn):
        turn.state = {}
        turn.say("join-slow-down")
        return
    person = turn.someone
    if pair(turn, code):
        return
    for dialog in ("circle", "join"):
        turn.store.close_questions(turn.address.id, dialog, turn.now)
    try:
        member = join(turn.store, code, person, turn.now)
    except AlreadyIn as there:
        found = turn.store.get(Circle, there.member.circle)
        recipient = found.recipient
        if there.member.standing == Standing.ASKING:
            turn.say("join-asked-already", recipient=recipient)
        elif found.kind == CircleKind.ORGANISATION:
            turn.say("join-volunteer-already", organisation=recipient)
        else:
            ways = _first_steps(turn) if turn.places else ()
            turn.say("join-there-already", ways, recipient=recipient)
        return
    except CannotJoin:
        _note_guess(turn, code)
        turn.begin("join", {}, "code")
        turn.say("join-bad-code")
        return
    circle = turn.store.get(Circle, member.circle)
    if circle.kind == CircleKind.ORGANISATION:
        turn.say("join-welcome-organisation", organisation=circle.recipient, name=member.name)
        turn.tell_organisers(circle, "join-told-organisation", name=member.name, organisation=circle.recipient)
        return
    turn.conversation = replace(turn.conversation, circle=circle.id)
    if member.standing == Standing.ASKING:
        turn.say("join-asked", recipient=circle.recipient)
        turn.tell_organisers(
            circle,
            "join-told-asked",
            answers(turn, member),
            name=member.name,
            recipient=circle.recipient,
            same=_namesake(turn, member),
        )
        return
    _welcome(turn, member, circle)


def _welcome(turn: Turn, member: Member, circle: Circle) -> None:
    shifts = len(turn.store.shifts_of_members([member.id], turn.now, turn.now + AHEAD))
    steps = _first_steps(turn, member.role)
    if shifts and member.role != Role.PAID:
        steps = (turn.option("button-mine", "show_mine"), *steps)
    if member.role == Role.COORDINATOR:
        ways = (turn.option("button-overview", "overview"), turn.option("button-volunteers", "volunteers"))
        shown = parts_in_words(turn, circle.coordinator_sees)
        turn.say("join-welcome-coordinator", ways, recipient=circle.recipient, name=member.name, shown=shown)
        look = (turn.option("button-what-is-seen", "coordinator_sees", circle=circle.id),)
        turn.tell_organisers(circle, "join-told-coordinator", look, name=member.name, recipient=circle.recipient)
        return
    if member.role == Role.RECIPIENT:
        ways = (turn.option("button-roster", "show_roster"), turn.option("button-members", "show_members"))
        turn.say("join-welcome-recipient", ways, name=member.name)
        turn.tell_organisers(circle, "join-told-recipient", name=member.name)
        return
    key = _WELCOMES.get(member.role, "join-welcome")
    turn.say(key, steps, recipient=circle.recipient, name=member.name, shifts=shifts)
    turn.tell_organisers(circle, "join-told", name=member.name, recipient=circle.recipient)
    waiting = [
        other
        for other in turn.store.members_of(circle.id, Standing.EXPECTED)
        if _first_name(other.name) == _first_name(member.name)
    ]
    if len(waiting) == 1 and not shifts:
        options = (
            turn.option("button-that-is-me", "take_place", means="yes", member=waiting[0].id),
            turn.option("button-another", "fine", means="no"),
        )
        turn.say("join-is-it-you", options, name=waiting[0].name)


def _namesake(turn: Turn, member: Member) -> str:
    """Who of the same name is in the circle already: it may be the same person on another phone; "none" for nobody."""
    others = (other.name for other in turn.store.members_of(member.circle, Standing.ACTIVE) if other.id != member.id)
    return next((name for name in others if _first_name(name) == _first_name(member.name)), "none")


def _first_name(name: str) -> str:
    return (name.casefold().split() or [""])[0]


def answers(turn: Turn, member: Member) -> tuple[Option, ...]:
    """What an organiser can say to somebody who asks to come in."""
    return (
        turn.option("button-let-in", "let_in", means="yes", member=member.id),
        turn.option("button-keep-out", "keep_out", means="no", member=member.id),
    )


def take(turn: Turn, values: Values) -> None:
    """ "Yes, I am the Els who stands on the roster already"."""
    expected = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if expected is None else turn.member_of(expected.circle)
    if expected is None or place is None or expected.standing != Standing.EXPECTED:
        turn.say("join-place-gone")
        return
    member, circle = place
    count = take_place(turn.store, member, expected, turn.now)
    turn.say("join-took-place", (turn.option("button-mine", "show_mine"),), shifts=count)
    turn.tell_organisers(circle, "join-told-place", name=member.name, expected=expected.name)


def _first_steps(turn: Turn, role: Role = Role.HELPER) -> tuple[Option, ...]:
    if role == Role.PAID:
        return (turn.option("button-mine", "show_mine"),)
    return (turn.option("button-open", "show_open"), turn.option("button-roster", "show_roster"))


def may_guess(turn: Turn) -> bool:
    """Whether this chat may try another code now."""
    recent = [g for g in turn.conversation.guesses if turn.now - datetime.fromisoformat(g) < GUESS_WINDOW]
    return len(recent) < GUESSES


def _note_guess(turn: Turn, code: str) -> None:
    """Count a wrong code; what cannot be one at all tells a guesser nothing."""
    if normal(code):
        guesses = [*turn.conversation.guesses, turn.now.isoformat()][-GUESSES:]
        turn.conversation = turn.store.change(turn.conversation, guesses=guesses)


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    code = str(understood.get("code") or "")
    if not code and not turn.places and invited.lacks_code(turn.text):
        turn.state = {}
        raise Answered(Say(turn.word("join-without-code"), turn.circle_ways()[:1], dialog="circle"))
    if not code and turn.state.get("asked") == "code" and turn.text.strip():
        code = turn.text
        if not normal(code):
            turn.begin("join", {}, "code")
            ways = () if turn.places else turn.circle_ways()[:1]  # who has lost it is not kept waiting here
            raise Answered(Say(turn.word("join-no-code"), ways, dialog="join"))
    if not code and not turn.places and coordinators.is_meant(turn.text):  # "ik ben coördinator bij ..."
        raise Answered(Say(turn.word("join-coordinator"), turn.circle_ways(), dialog="circle"))
    return {**values, "code": code or None}


DIALOG = Dialog("join", (Slot("code"),), lambda turn, values: enter(turn, str(values["code"])), _read)
CAPABILITY = Capability("join", {"take_place": take}, DIALOG)
