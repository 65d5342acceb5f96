"""Meeting somebody: what is kept and why, agreed or not; and letting them in where they came with a code."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.join import enter, opens
from bot.messages import Kind
from bot.saying import Option
from bot.turn import Turn
from scheduling.people import Address, Person

LONGEST_NAME = 60


def welcome(turn: Turn, values: Values) -> None:
    """Everything that somebody says who has not agreed (yet)."""
    code = str(values.get("code") or turn.state.get("code") or "")
    answer = values.get("answer") or {"answer_yes": "yes", "answer_no": "no"}.get(str(values.get("heard")))
    if turn.state.get("waits_for") == "name" and turn.inbound.kind == Kind.TEXT and turn.text.strip():
        _agree(turn, turn.text.strip()[:LONGEST_NAME], code)
    elif answer == "more":
        turn.state = {"code": code, "asked": "yes_no"}
        turn.say("welcome-more", _options(turn)[:2])
    elif answer == "yes" and turn.state:
        _agree(turn, turn.inbound.name.strip()[:LONGEST_NAME], code)
    elif answer == "no" and turn.state:
        turn.state = {}
        turn.store.change(turn.store.get(Address, turn.address.id), declined_at=turn.now)
        turn.say("welcome-declined")
    else:
        _hello(turn, code if opens(turn, code) else "")


def _hello(turn: Turn, code: str) -> None:
    name = turn.inbound.name.strip()
    hello = turn.word("hello-name", name=name) if name else turn.word("hello")
    found = opens(turn, code)
    again = turn.address.declined_at is not None
    turn.state = {"code": code, "asked": "yes_no"}
    if found is not None:
        turn.say("welcome-invited", _options(turn), hello=hello, recipient=found.recipient)
    elif again and not turn.text.strip().lstrip("/").lower().startswith("start"):
        turn.say("welcome-again", _options(turn)[:2])
    else:
        turn.say("welcome-hello", _options(turn), hello=hello)


def _options(turn: Turn) -> tuple[Option, ...]:
    return (
        turn.option("button-yes", "welcome", means="yes", answer="yes"),
        turn.option("button-no", "welcome", means="no", answer="no"),
        turn.option("button-read-more", "welcome", answer="more"),
    )


def _agree(turn: Turn, name: str, code: str) -> None:
    if not name:
        turn.state = {"code": code, "waits_for": "name", "asked": "name"}
        turn.say("welcome-ask-name")
        return
    person = turn.store.add(Person(0, name, turn.now, address=turn.address.id))
    turn.address = turn.store.change(turn.store.get(Address, turn.address.id), person=person.id, declined_at=None)
    turn.person = person
    turn.state = {}
    if code:
        enter(turn, code)
        return
    turn.say(
        "welcome-agreed",
        (turn.option("button-make-circle", "make_circle"), turn.option("button-have-code", "join")),
        name=name,
    )


def start(turn: Turn, values: Values) -> None:
    """A greeting, or /start, from somebody who agreed before."""
    if values.get("code"):
        enter(turn, str(values["code"]))
        return
    options = [turn.option("button-plan", "plan"), turn.option("button-roster", "show_roster")]
    if not turn.places:
        options = [turn.option("button-make-circle", "make_circle"), turn.option("button-have-code", "join")]
    turn.state = {}
    turn.say("welcome-back", tuple(options), name=turn.someone.name)


CAPABILITY = Capability("welcome", {"welcome": welcome, "start": start})
