"""What is said in so many words that it needs no guess: a scare that was nothing, a door that stays shut."""

from __future__ import annotations

from bot.conversation.scene import Heard, Scene
from bot.understanding import Intent
from locales.nl import aboutus, alarms, door

_TOLD = (Intent.UNKNOWN, Intent.LOG_NOTE, Intent.THANKS)


def plainly(text: str, intent: Intent, scene: Scene) -> Heard | None:
    """What this is about beside the roster, where it is; `intent` is what it was understood as."""
    if intent is Intent.EMERGENCY:
        return None
    if what := aboutus.asked(text):
        return Heard("about_us", {"what": what}, text=text)
    if scene.places and door.nobody_opens(text):
        return Heard("nobody_opens", text=text)
    if scene.places and door.asks_way_in(text):
        return Heard("way_in", text=text)
    if intent not in _TOLD:
        return None
    if scene.places and door.tells_of_key(text):
        return Heard("log_note", {"note": text}, text=text)
    if alarms.saw_help(text):
        return Heard("emergency", text=text)
    return Heard("relieved", text=text) if alarms.was_nothing(text) else None
