"""What people ask about the program itself: who sees what they write, what it costs, whether it is a person."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.turn import Turn
from locales.nl import moments


def about_us(turn: Turn, values: Values) -> None:
    """Answered in a few words, with the way to all that is kept."""
    options = (turn.option("button-what-is-kept", "my_data"),) if values["what"] in ("who_sees", "sells") else ()
    recipients = moments.listed(dict.fromkeys(circle.recipient for _, circle in turn.places)) or "none"
    turn.say(f"about-{str(values['what']).replace('_', '-')}", options, recipients=recipients)


CAPABILITY = Capability("aboutus", {"about_us": about_us})
