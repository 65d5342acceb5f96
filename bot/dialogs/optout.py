"""What belongs to a number: no messages there any more, messages again, the rest of a message, and a new holder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rapidfuzz import fuzz

from bot.delivery.reach import STOPPED, WHOSE, back, lost
from bot.dialog import Capability, Values
from bot.messages import VIEW
from bot.turn import Turn
from locales.nl.resting import may_begin_again
from locales.nl.stopping import starts, stops, wants_no_messages
from scheduling.people import Address

NUMBERS = ("whatsapp",)  # channels where an address is a phone number
SILENCE = timedelta(days=60)  # after this a number may have gone to somebody else
SAID_JUST_NOW = timedelta(minutes=30)  # what was said so lately is not said again
ALIKE = 75  # of 100: how near two names are that may be one person's


def comes_first(turn: Turn, intent: str, *, asked: bool = False) -> str:
    """What must be done before anything else that was meant, "" for nothing; `asked`: a question was put just now."""
    no_more = wants_no_messages(turn.text)
    if turn.inbound.channel not in NUMBERS:
        return "stop_what" if no_more and turn.person is not None else ""
    if turn.address.unreachable == WHOSE:
        return "tell_name"
    if _may_be_somebody_else(turn):
        return "ask_name"
    if turn.inbound.choice == VIEW or turn.text.strip(" .!").casefold() == turn.word("view").casefold():
        return "view"
    if no_more or (stops(turn.text) and not turn.state.get("dialog") and not asked):
        return "opt_out"
    taken_back = intent == "undo" and bool(turn.text)  # the stop, and no shift of before
    if turn.address.unreachable == STOPPED and (
        taken_back or intent == "start" or starts(turn.text) or may_begin_again(turn.text)
    ):
        return "opt_in"
    return ""


def opt_out(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """STOP: nothing goes there any more that was not asked for. Shifts stay; organisers hear where no way is left."""
    turn.state = {}
    turn.store.consent(turn.address.id, turn.now, given=False, text=turn.text)
    if turn.person is None:
        turn.store.change(turn.store.get(Address, turn.address.id), declined_at=turn.now, unreachable=STOPPED)
        turn.say("optout-stranger")
        return
    if turn.address.unreachable != STOPPED:
        lost(turn.store, turn.words, turn.address, STOPPED, turn.now)
    turn.say("optout-done" if turn.places else "optout-done-nowhere", (turn.option("button-start-again", "opt_in"),))


def remind(turn: Turn) -> None:
    """Whoever wants no messages and yet asks something hears that there are no reminders either."""
    if turn.address.unreachable != STOPPED or turn.person is None or not turn.said:
        return
    spoke = turn.conversation.last_in_at
    if turn.change is None and spoke is not None and turn.now - spoke < SAID_JUST_NOW:
        return
    if not any(option.do == "opt_in" for option in turn.said[-1].options):
        turn.said[-1] = replace(turn.said[-1], text=f"{turn.said[-1].text}\n\n{turn.word('optout-still')}")


def opt_in(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Start: messages again."""
    stopped = turn.store.get(Address, turn.address.id)
    back(turn.store, turn.words, stopped, turn.now)
    turn.address = turn.store.change(stopped, unreachable="")
    if turn.person is None:
        turn.state = {}
        _welcome(turn)
        return
    turn.store.consent(turn.address.id, turn.now, given=True, text=turn.text or turn.word("button-start-again"))
    turn.say("optout-undone", (turn.option("button-mine", "show_mine"), turn.option("button-roster", "show_roster")))


def view(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """[Bekijk]: what waits follows by itself."""
    if not turn.store.announced_at(turn.address.id):
        turn.say("optout-nothing-waits", (turn.option("button-mine", "show_mine"),))


def ask_name(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A long silence and another name: nothing about the circle is said before it is clear who this is."""
    turn.address = turn.store.change(turn.store.get(Address, turn.address.id), unreachable=WHOSE)
    turn.state = {}
    turn.say("optout-ask-name")


def tell_name(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """The answer: the same person goes on, anybody else begins anew and gets nothing of what was."""
    current = turn.store.get(Address, turn.address.id)
    if turn.person is not None and _alike(turn.text, turn.person.name):
        turn.address = turn.store.change(current, unreachable="")
        turn.say("optout-same", (turn.option("button-mine", "show_mine"),), name=turn.person.name)
        return
    turn.address = turn.store.change(current, unreachable="")
    lost(turn.store, turn.words, turn.address, "gone", turn.now)
    turn.store.forget_talk(turn.address.id, turn.now)
    turn.address = turn.store.change(turn.store.get(Address, turn.address.id), person=None, unreachable="")
    turn.conversation = replace(turn.conversation, circle=None)
    turn.person, turn.state = None, {}
    turn.__dict__.pop("places", None)
    _welcome(turn)


def _welcome(turn: Turn) -> None:
    from bot.dialogs.welcome import welcome

    turn.text = "start"
    welcome(turn, {"heard": "start"})


def _may_be_somebody_else(turn: Turn) -> bool:
    spoke, person, profile = turn.conversation.last_in_at, turn.person, turn.inbound.name
    if spoke is None or person is None or not profile or turn.now - spoke < SILENCE:
        return False
    return not _alike(profile, person.name)


def _alike(said: str, name: str) -> bool:
    """Whether somebody of this name may have said this: "Ik ben Piet", "piet jansen" and "Peit" are Piet."""
    said, name = said.casefold(), name.casefold()
    first = name.split()[0]
    return (
        any(fuzz.ratio(word.strip(".,!"), first) >= ALIKE for word in said.split()) or fuzz.ratio(said, name) >= ALIKE
    )


CAPABILITY = Capability(
    "optout",
    {"opt_out": opt_out, "opt_in": opt_in, "view": view, "ask_name": ask_name, "tell_name": tell_name},
)
