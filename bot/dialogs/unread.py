"""What is not read as it came: a voice message, a photo, what was changed or forwarded, more than anybody can read."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.saying import Option
from bot.turn import Turn


def no_words(turn: Turn, values: Values) -> None:
    """A voice message, a photo, a sticker, a location."""
    kind = values.get("kind", "other")
    turn.say(f"unread-no-{kind}" if turn.words.has(f"unread-no-{kind}") else "unread-no-other")


def edited(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """An earlier message was changed: it is read anew only where the person wants that."""
    if not turn.text.strip():
        turn.say("unread-no-other")
        return
    turn.say("unread-edited", _read_it(turn, turn.text))


def forwarded(turn: Turn, values: Values) -> None:
    """A message of somebody else: it counts as the person's own only where they say so."""
    text = str(values.get("text", ""))
    if not text.strip():
        turn.say("unread-no-other")
        return
    turn.say("unread-forwarded", _read_it(turn, text))


def _read_it(turn: Turn, text: str) -> tuple[Option, ...]:
    return (
        turn.option("button-yes", "reread", means="yes", text=text),
        turn.option("button-no", "fine", means="no"),
    )


def too_long(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """More than anybody can read."""
    turn.say("unread-too-long")


CAPABILITY = Capability(
    "unread", {"no_words": no_words, "edited": edited, "forwarded": forwarded, "too_long": too_long}
)
