"""Help, thanks, and everything that was not understood: short, kind, with a way on."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Turn
from scheduling.people import Role


def help_(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """What one can say here."""
    turn.say("help-text" if turn.places else "help-newcomer", _ways(turn))


def unknown(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Not understood."""
    turn.say("help-unknown", _ways(turn))


def _ways(turn: Turn) -> tuple[Option, ...]:
    if not turn.places:
        return (turn.option("button-make-circle", "make_circle"), turn.option("button-have-code", "join"))
    if any(member.role == Role.ORGANISER for member, _ in turn.places):
        return (
            turn.option("button-plan", "plan"),
            turn.option("button-cancel", "cancel_task"),
            turn.option("button-roster", "show_roster"),
        )
    return (
        turn.option("button-open", "show_open"),
        turn.option("button-cancel", "release"),
        turn.option("button-roster", "show_roster"),
    )


def thanks(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody says thank you."""
    turn.say("help-thanks")


def fine(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A no that asks for nothing more."""
    turn.state = {}
    turn.say("help-fine")


def no_words(turn: Turn, values: Values) -> None:
    """A voice message, a photo, a sticker, a location."""
    kind = values.get("kind", "other")
    turn.say(f"help-no-{kind}" if turn.words.has(f"help-no-{kind}") else "help-no-other")


def edited(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """An earlier message was changed."""
    turn.say("help-edited")


def forwarded(turn: Turn, values: Values) -> None:
    """A message of somebody else: it counts as the person's own only where they say so."""
    text = str(values.get("text", ""))
    if not text.strip():
        turn.say("help-no-other")
        return
    options = (
        turn.option("button-yes", "reread", means="yes", text=text),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("help-forwarded", options)


def too_long(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """More than anybody can read."""
    turn.say("help-too-long")


def old_button(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A button that nobody remembers."""
    turn.say("old-button", _ways(turn))


def stop_what(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """ "Stop" with nothing open."""
    options = (
        turn.option("button-stop-reminders", "settings_reminder", option="off"),
        turn.option("button-stop-circle", "leave_circle"),
        turn.option("button-stop-nothing", "fine", means="no"),
    )
    turn.say("help-stop-what", options)


def emergency(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """112 at once, and nothing is planned."""
    turn.say("help-emergency")


def strain(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """Somebody cannot go on."""
    options = (turn.option("button-open", "show_open"), turn.option("button-invite", "invite"))
    organises = any(member.role == Role.ORGANISER for member, _ in turn.places)
    turn.said.append(Say(turn.word("help-strain"), options if organises else ()))


CAPABILITY = Capability(
    "help",
    {
        "help": help_,
        "unknown": unknown,
        "thanks": thanks,
        "fine": fine,
        "answer_yes": unknown,
        "answer_no": fine,
        "no_words": no_words,
        "edited": edited,
        "forwarded": forwarded,
        "too_long": too_long,
        "old_button": old_button,
        "stop_what": stop_what,
        "emergency": emergency,
        "strain_signal": strain,
    },
)
