"""Meeting somebody: what is kept and why, agreed or not; and letting them in where they came with a code."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.address import pair
from bot.dialogs.join import enter, may_guess, opens, role_of
from bot.groups.chat import of_a_group
from bot.messages import Kind
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import alarms, names, near
from scheduling.people import Address, CircleKind, Person, Role

_INVITED = {Role.COORDINATOR: "welcome-invited-coordinator", Role.RECIPIENT: "welcome-invited-recipient"}
_ANSWERS = {"answer_yes": "yes", "answer_no": "no"}


def welcome(turn: Turn, values: Values) -> None:
    """Everything that somebody says who has not agreed (yet)."""
    if turn.person is not None:  # a button from before they agreed
        start(turn, {})
        return
    heard = str(values.get("heard") or "")
    asked = turn.state.get("asked")
    code = str(values.get("code") or turn.state.get("code") or "")
    answer = values.get("answer") or (_ANSWERS.get(heard) if asked == "yes_no" else None)
    if heard == "emergency":
        turn.say("strain-emergency")
        if alarms.asks_to_begin(turn.text) and not asked:
            _ask(turn, "welcome-hello", "", _options(turn), hello=turn.word("welcome-over"))
    elif values.get("code") and may_guess(turn) and pair(turn, code):
        pass  # somebody we know, at another address
    elif heard == "thanks" and not asked:
        turn.say("help-thanks")
    elif heard == "wait":
        turn.say("help-wait")
    elif answer == "yes":
        _agree(turn, turn.inbound.name, code)
    elif answer == "no" or (heard == "stop_dialog" and asked):
        _decline(turn, code)
    elif answer == "inside" or near.says_inside(turn.text):
        _inside(turn)
    elif answer == "more" or heard == "help" or (asked and near.asks_why(turn.text)):
        _ask(turn, "welcome-more", code, _options(turn, code, more=False))
    elif heard in ("my_data", "delete_me"):
        turn.say("welcome-nothing-kept")
    elif asked == "name" and not values.get("code") and heard != "start":
        _name(turn, code, heard)
    else:
        _hello(turn, code, new=bool(values.get("code")) or heard == "start" or not asked)


def _ask(turn: Turn, key: str, code: str, options: tuple[Option, ...], **values: str) -> None:
    """Ask agreement; an earlier question of the same is closed, so that one stands open."""
    turn.store.close_questions(turn.address.id, "welcome", turn.now)
    turn.state = {"code": code, "asked": "yes_no"}
    turn.said.append(Say(turn.word(key, **values), options, dialog="welcome"))


def _hello(turn: Turn, code: str, *, new: bool) -> None:
    name = turn.inbound.name.strip()
    hello = turn.word("hello-name", name=name) if names.is_name(name) else turn.word("hello")
    slow = bool(code) and not may_guess(turn)
    circle = opens(turn, code)
    kept = code if circle is not None else ""
    options = _options(turn, kept)
    if circle is not None and new:
        key = "welcome-invited" if circle.kind == CircleKind.CARE else "welcome-invited-organisation"
        key = _INVITED.get(role_of(turn, kept) or Role.HELPER, key)
        _ask(turn, key, kept, options, hello=hello, recipient=circle.recipient)
    elif code and new:
        about = turn.word("welcome-slow-down" if slow else "welcome-bad-code")
        _ask(turn, "welcome-with-bad-code", "", options, about=about)
    elif new and (turn.address.declined_at is None or turn.text.strip().lstrip("/").casefold().startswith("start")):
        _ask(turn, "welcome-hello", "", options, hello=hello)
    elif turn.address.declined_at is not None:
        _ask(turn, "welcome-again", "", options)
    else:
        _ask(turn, "welcome-words", kept, options)


def _options(turn: Turn, code: str = "", *, more: bool = True) -> tuple[Option, ...]:
    """Without the code: that stands in the conversation alone, and goes from there once it has served."""
    options = [
        turn.option("button-yes", "welcome", means="yes", answer="yes"),
        turn.option("button-no", "welcome", means="no", answer="no"),
    ]
    if more:
        options.append(turn.option("button-read-more", "welcome", answer="more"))
    if of_a_group(turn.store, code):  # who taps in a group may well be in the circle by another channel
        options.append(turn.option("button-inside", "welcome", answer="inside"))
    return tuple(options)


def _inside(turn: Turn) -> None:
    """They are in a circle already, by another channel: a code from there makes this address theirs too."""
    here = turn.word(f"address-on-{turn.inbound.channel}")
    wish = turn.word("welcome-inside-wish", channel=here)
    on_whatsapp = turn.inbound.channel == "whatsapp"
    there = turn.doors.telegram_chat if on_whatsapp else turn.doors.whatsapp_chat(wish)
    turn.said.append(Say("\n".join([turn.word("welcome-inside", channel=here, wish=wish), there]).strip()))


def _decline(turn: Turn, code: str) -> None:
    """Nothing is kept but what it takes not to ask again: the address, and that they said no. So not the code either,
    and who was invited hears how to come back."""
    turn.state = {}
    turn.store.forget_stranger(turn.address.id)
    turn.address = turn.store.change(turn.store.get(Address, turn.address.id), declined_at=turn.now)
    turn.say("welcome-declined-invited" if code else "welcome-declined")


def _agree(turn: Turn, name: str, code: str) -> None:
    name = " ".join(name.split())[: names.LONGEST]
    if not names.is_name(name):
        turn.state = {"code": code, "asked": "name"}
        turn.say("welcome-ask-name")
        return
    turn.store.close_questions(turn.address.id, "welcome", turn.now)
    person = turn.store.add(Person(0, name, turn.now, address=turn.address.id))
    address = turn.store.get(Address, turn.address.id)
    turn.address = turn.store.change(address, person=person.id, declined_at=None, unreachable="")
    turn.person = person
    turn.state = {}
    if code:
        enter(turn, code)
        return
    turn.said.append(Say(turn.word("welcome-agreed", name=name), turn.circle_ways(), dialog="circle"))


def _name(turn: Turn, code: str, heard: str) -> None:
    """The answer to "hoe heet je?": they agreed just before."""
    words = turn.inbound.kind == Kind.TEXT and heard not in _ANSWERS
    name = names.own_name(turn.text) if words else ""
    if name:
        _agree(turn, name, code)
    else:
        turn.say("welcome-ask-name-again")


def start(turn: Turn, values: Values) -> None:
    """A greeting, or /start, from somebody who agreed before."""
    if values.get("code"):
        enter(turn, str(values["code"]))
        return
    turn.state = {}
    hello = turn.word("welcome-back", name=turn.someone.name)
    if not turn.places:
        turn.said.append(Say(hello, turn.circle_ways(), dialog="circle"))
        return
    options = (turn.option("button-plan", "plan"), turn.option("button-roster", "show_roster"))
    turn.said.append(Say(hello, options))


CAPABILITY = Capability("welcome", {"welcome": welcome, "start": start})
