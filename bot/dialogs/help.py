"""Help, thanks, and everything that was not understood: short, kind, with a way on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.conversation.following import just_changed
from bot.conversation.leaning import leans_on, task_alone
from bot.conversation.offers import asks
from bot.dialog import Capability, Values
from bot.dialogs.expected import put_on_roster
from bot.dialogs.handover import tells
from bot.dialogs.other_time import own_at_another_hour
from bot.dialogs.volunteers import coordinates_alone
from bot.members import arranging
from bot.plans.already import asked_to_move
from bot.plans.doubts import of_the_past
from bot.saying import Option, Say
from bot.shifts.own_day import comes_later, own_on_that_day
from bot.turn import Answered, Instead, Turn
from locales.nl import asides, farewells, follows, greetings, moments, names, near, offered, recalling
from scheduling.people import Circle, Role
from storage.turns import Owed, Question

_LABELS = {
    "plan": "button-plan",
    "show_open": "button-open",
    "show_roster": "button-roster",
    "show_mine": "button-mine",
    "release": "button-i-cannot",
    "cancel_task": "button-cancel",
    "edit_task": "button-edit",
    "invite": "button-invite",
    "export": "button-export",
}
_ORGANISER = (
    "plan",
    "cancel_task",
    "show_roster",
    "invite",
    "edit_task",
    "export",
    "show_open",
    "release",
    "show_mine",
)
_HELPER = ("show_open", "release", "show_roster", "show_mine", "plan", "export")
_OTHER = ("show_roster", "plan", "export")
_SHOWN = 3
_ASKS = 4  # words of a question that somebody else may know the answer to
LONGEST = 500  # characters that are passed on
ASKED_SINCE = timedelta(days=3)
JUST_NOW = timedelta(minutes=30)  # "toch niet" takes back no older change


def help_(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """What one can say here; what waits for an answer is asked once more, in as few words as can be."""
    asked = turn.store.questions_since((turn.address.id,), turn.now - ASKED_SINCE) if turn.places else []
    waits = next(filter(asks, asked), None)
    if waits is not None and waits.answered_at is None and waits.about and waits is asked[0]:
        options = tuple(Option(**option) for option in waits.options)
        turn.store.change(waits, answered_at=turn.now)
        text = turn.word("help-asked", about=waits.about)
        turn.said.append(Say(text, options, waits.once, waits.about, dialog=waits.dialog))
        return
    key = "help-newcomer" if not turn.places else "help-text" if turn.organises else "help-helper"
    key = "help-coordinator" if coordinates_alone(turn) else key
    turn.said.append(Say(turn.word(key), _ways(turn), once=False, dialog=_about_circle(turn)))


def unknown(turn: Turn, values: Values) -> None:
    """Not understood: the meanings that are near, as buttons."""
    if turn.person is not None and (name := names.new_name(turn.text)):
        raise Instead("rename", {"name": name})
    if (newcomer := put_on_roster(turn)) is not None:
        raise Answered(newcomer)
    if (also := leans_on(turn)) is not None:
        raise Instead(*also)
    if recalling.is_question(turn.text) and any(tells(turn, place) for place in turn.places):
        return
    if near.only_asks(turn.text):
        help_(turn, values)
    elif turn.text and not near.has_words(turn.text):
        turn.said.append(Say(turn.word("help-emoji"), _ways(turn), once=False, dialog=_about_circle(turn)))
    elif greetings.greets_or_asks(turn.text):
        name = turn.person.name if turn.person is not None else ""
        turn.said.append(
            Say(turn.word("help-greeting", name=name), _ways(turn), once=False, dialog=_about_circle(turn))
        )
    elif _nods(turn) or of_the_past(turn) or asked_to_move(turn):
        pass
    elif not turn.places and (kin := names.kin_alone(turn.text)):
        raise Instead("make_circle", {"relation": kin})  # "mijn moeder": and her name?
    elif not turn.places and (names.recipient_in(turn.text).name or names.is_self(turn.text)):
        turn.place(values, "plan")
    elif _is_cared_for(turn) and len(turn.text.split()) > 3:  # what they want may be said to who arranges
        pass_on = turn.option("button-pass-on", "pass_on", means="yes", text=turn.text[:LONGEST])
        ways = (pass_on, *_ways(turn)[: _SHOWN - 1])
        names_of_them = moments.listed(m.name for _, c in turn.places for m in turn.store.organisers_of(c.id))
        turn.said.append(Say(turn.word("help-unknown-cared", names=names_of_them), ways))
    elif not values.get("guess") and (asked_of := _asks_organiser(turn)) is not None:
        turn.said.append(asked_of)
    elif turn.organises and (named := task_alone(turn)):
        raise Instead("create_task", named)
    elif (own := own_on_that_day(turn)) is not None:
        comes_later(turn)
        own_at_another_hour(turn, own)
        staffed, circle = own
        options = (
            turn.option("button-cannot", "release", means="no", shift=staffed.shift.id),
            turn.option("button-does-work", "fine", means="yes"),
        )
        turn.say("help-own-day", options, about=turn.about(staffed.shift, circle))
    elif turn.places and (guess := values.get("guess")):
        options = (
            turn.option("button-yes", str(guess["intent"]), means="yes", **{**guess["values"], "said": turn.text}),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("help-guess", options, meant=str(guess["intent"]))
    elif (asked := _asked_just_now(turn)) is not None:  # else a later yes agrees to what may just have been put right
        turn.store.change(asked[0], answered_at=turn.now)
        turn.said.append(replace(asked[1], text=f"{turn.word('help-unknown-asked')}\n{asked[1].text}"))
    else:
        turn.said.append(Say(turn.word("help-unknown"), _ways(turn), once=False, dialog=_about_circle(turn)))


def _asked_just_now(turn: Turn) -> tuple[Question, Say] | None:
    """The yes or no that was asked in answer to their last message, with how it was said; None where none is open."""
    newest = next(iter(turn.store.questions_since((turn.address.id,), turn.now - ASKED_SINCE)), None)
    spoke = turn.conversation.last_in_at
    if newest is None or newest.answered_at is not None or not newest.once or newest.dialog or newest.outbox is None:
        return None
    both = {"yes", "no"} <= {option.get("means") for option in newest.options}
    owed = turn.store.find(Owed, newest.outbox) if both and spoke is not None and newest.asked_at >= spoke else None
    if owed is None or owed.kind != "reply":
        return None
    said = Say.from_json(owed.payload)
    first, _, rest = said.text.partition("\n")  # said once, however often it is not understood
    return newest, replace(said, text=rest if first == turn.word("help-unknown-asked") else said.text)


def _is_cared_for(turn: Turn) -> bool:
    return len(turn.places) == 1 and turn.places[0][0].role == Role.RECIPIENT


def _asks_organiser(turn: Turn) -> Say | None:
    """The offer to ask who arranges what nobody here knows: "heb je het adres van de fysio?"; None for no question."""
    asks = turn.text.rstrip().endswith("?") and len(turn.text.split()) >= _ASKS
    if not asks or turn.organises or len(turn.places) != 1:
        return None
    names_of_them = moments.listed(m.name for m in turn.store.organisers_of(turn.places[0][1].id))
    pass_on = turn.option("button-pass-on", "pass_on", means="yes", text=turn.text[:LONGEST])
    return Say(turn.word("help-unknown-question", names=names_of_them), (pass_on, *_ways(turn)[: _SHOWN - 1]))


def pass_on(turn: Turn, values: Values) -> None:
    """What somebody wrote, said to who arranges."""
    if not turn.places:
        return
    member, circle = turn.places[0]
    names_of_them = moments.listed(m.name for m in turn.store.organisers_of(circle.id))
    turn.tell_organisers(circle, "help-passed-on-told", name=member.name, text=str(values["text"]))
    turn.say("help-passed-on", names=names_of_them)


def _nods(turn: Turn) -> bool:
    """A kind word is enough for who is content, or sighs."""
    if near.is_sorry(turn.text):
        turn.say("help-sorry")
    elif near.is_tired(turn.text):
        turn.say("help-tired")
    elif near.is_sympathy(turn.text):
        others = arranging(turn, (circle for _, circle in turn.places))
        turn.say("help-sympathy", names=moments.listed(others) or "none")
    elif near.is_content(turn.text):
        turn.say("help-content")
    else:
        return False
    return True


def yes_to_what(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A yes where nothing was asked."""
    if _nods(turn):
        return
    if near.takes_it(turn.text) and turn.places:  # "ja hoor, doe ik": of what is open still
        raise Instead("claim", {})
    if just_changed(turn):
        turn.say("help-content")  # a nod to what was just done
        return
    turn.said.append(Say(turn.word("help-yes-to-what"), _ways(turn), once=False, dialog=_about_circle(turn)))


def no_to_what(turn: Turn, values: Values) -> None:
    """A no where nothing was asked; "toch niet" is about what one just did."""
    if offered.stays_away(turn.text) and turn.places:  # "ik ga niet": to what one has
        raise Instead("release", {})
    words = turn.text.casefold().strip(" .,!?").split()
    change = turn.store.newest_change(turn.someone.id, turn.now - JUST_NOW)
    if change is None or not ("toch" in words or follows.says_after_all(turn.text)):
        fine(turn, values)
        return
    options = (
        turn.option("button-undo", "undo", means="yes", change=change.id),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("help-take-back", options, about=turn.word(f"undo-{change.what}", about=change.about))


def _about_circle(turn: Turn) -> str:
    """The dialog that these ways lead into: closed once there is a circle."""
    return "" if turn.places else "circle"


def _ways(turn: Turn) -> tuple[Option, ...]:
    """What this person most likely means: what the text is near to first, then what people in this role ask most."""
    if coordinates_alone(turn):
        return (turn.option("button-overview", "overview"), turn.option("button-volunteers", "volunteers"))
    if not turn.places:
        return turn.circle_ways()
    helps = any(member.role in (Role.HELPER, Role.PAID) for member, _ in turn.places)
    usual = _ORGANISER if turn.organises else _HELPER if helps else _OTHER
    first = near.meanings(turn.text, usual)
    return tuple(turn.option(_LABELS[name], name) for name in dict.fromkeys((*first, *usual)))[:_SHOWN]


def thanks(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody says thank you."""
    turn.say("help-thanks")


def content(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody says that it was a pleasure."""
    turn.say("help-content")


def still_asked(turn: Turn, values: Values) -> None:
    """ "Top dankje", after something else: what was asked before that is still asked."""
    asked = turn.store.find(Question, int(values["question"]))
    shifts = [] if asked is None else [int(o["values"]["shift"]) for o in asked.options if o["values"].get("shift")]
    found = [staffed for id in dict.fromkeys(shifts) if (staffed := turn.store.staffed(id)) and staffed.places_open]
    if asked is None or not found:
        content(turn, values)
        return
    circle = turn.store.get(Circle, found[0].shift.circle)
    turn.store.change(asked, answered_at=turn.now)
    gone = set(shifts) - {staffed.shift.id for staffed in found}
    options = tuple(Option(**option) for option in asked.options if option["values"].get("shift") not in gone)
    text = turn.word("help-still-asked", about=turn.about_all([staffed.shift for staffed in found], circle))
    turn.said.append(Say(text, options, asked.once, asked.about, dialog=asked.dialog))


def wait(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody needs a moment."""
    turn.say("help-wait")


def small_talk(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A kind word in the middle of something else."""
    greeted = greetings.greets_or_asks(turn.text)
    asked = greeted and asides.asks_how(turn.text)
    kind = "asks" if asked else "greets" if greeted else "pities" if asides.pities(turn.text) else "talks"
    turn.say("help-small-talk", said=kind)


def goodbye(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody takes their leave: answered in kind, and nothing is asked."""
    turn.say("help-goodbye", kind=farewells.said(turn.text))


def fine(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A no that asks for nothing more."""
    turn.state = {}
    turn.say("help-fine")


def old_button(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A button that nobody remembers."""
    turn.said.append(Say(turn.word("old-button"), _ways(turn), once=False, dialog=_about_circle(turn)))


def no_such_number(turn: Turn, values: Values) -> None:
    """ "5" where three things were offered: those are offered again."""
    _again(turn, values, "help-no-such-number")


def which_one(turn: Turn, values: Values) -> None:
    """ "Ja" where one of several was to be chosen, or "dinsdag of woensdag"."""
    _again(turn, values, "help-which-of" if values.get("only") else "help-which-one")


def _again(turn: Turn, values: Values, key: str) -> None:
    asked = turn.store.get(Question, int(values["question"]))
    only = values.get("only") or range(len(asked.options))
    options = tuple(Option(**asked.options[place]) for place in only)
    turn.store.change(asked, answered_at=turn.now)
    text = turn.word(key, count=len(options))
    turn.said.append(Say(text, options, asked.once, asked.about, dialog=asked.dialog))


def stop_what(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """ "Stop" with nothing open."""
    options = (
        turn.option("button-stop-reminders", "settings_reminder", option="off"),
        turn.option("button-stop-circle", "leave_circle"),
        turn.option("button-stop-nothing", "fine", means="no"),
    )
    turn.say("help-stop-what", options)


CAPABILITY = Capability(
    "help",
    {
        "help": help_,
        "unknown": unknown,
        "thanks": thanks,
        "content": content,
        "still_asked": still_asked,
        "wait": wait,
        "small_talk": small_talk,
        "goodbye": goodbye,
        "fine": fine,
        "answer_yes": yes_to_what,
        "answer_no": no_to_what,
        "not_after_all": no_to_what,
        "answer_slot": unknown,
        "old_button": old_button,
        "stop_what": stop_what,
        "no_such_number": no_such_number,
        "which_one": which_one,
        "pass_on": pass_on,
    },
)
