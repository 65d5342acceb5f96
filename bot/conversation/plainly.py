"""What is said in so many words that it needs no guess: a scare that was nothing, a door that stays shut."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.choices import by_meaning
from bot.conversation.offers import asks_help
from bot.conversation.scene import Heard, Scene, choose, newest_of
from bot.understanding import Intent
from locales.nl import aboutus, alarms, asides, door, follows, relaying
from locales.nl.minutes import not_before
from locales.nl.words import fold

_TOLD = (Intent.UNKNOWN, Intent.LOG_NOTE, Intent.THANKS)
_PLANS = (Intent.CREATE_TASK, Intent.CREATE_SERIES)
_OF_MESSAGES = (Intent.SETTINGS_REMINDER, Intent.SETTINGS_QUIET, Intent.REST, Intent.MESSAGES, Intent.UNKNOWN)
_LOOKS = (Intent.SHOW_ROSTER, Intent.SHOW_DONE, Intent.SHOW_MINE, Intent.EXPORT, Intent.SHOW_LOG)
_ANSWERS = (Intent.ANSWER_SLOT, Intent.CORRECTION)


def plainly(text: str, intent: Intent, scene: Scene, now: datetime) -> Heard | None:
    """What this is about beside the roster, where it is; `intent` is what it was understood as."""
    if intent is Intent.EMERGENCY:
        return None
    if what := aboutus.asked(text):
        return Heard("about_us", {"what": what}, text=text)
    if scene.places and door.nobody_opens(text):
        return Heard("nobody_opens", text=text)
    if scene.places and door.asks_way_in(text):
        return Heard("way_in", text=text)
    if intent in _OF_MESSAGES and (minutes := not_before(text)) is not None:
        return Heard("settings_reminder", {"without": minutes}, text=text)
    if scene.places and intent not in _LOOKS and follows.copies_last_week(text):
        return Heard("copy_week", {"start": now.date().isoformat()}, text=text)
    if scene.places and (name := asides.asks_who_is(text)):
        return Heard("show_members", {"asks": name}, text=text)
    if (others := _for_others(text, intent, scene)) is not None:
        return others
    if intent not in _TOLD:
        return None
    if scene.places and door.tells_of_key(text):
        return Heard("log_note", {"note": text}, text=text)
    if alarms.saw_help(text):
        return Heard("emergency", text=text)
    return Heard("relieved", text=text) if alarms.was_nothing(text) else None


def _for_others(text: str, intent: Intent, scene: Scene) -> Heard | None:
    """What is to be said to somebody else; what they are to do may be a plan, how it is here is none."""
    to = relaying.kind_word(text) if scene.places else ""
    newest = newest_of(scene)
    if to and newest is not None and asks_help(newest) and relaying.says_sorry(text):
        no = by_meaning("no", newest.options)  # "sorry Anna", to who asks for help
        return None if no is None else choose(newest, no, text)
    if to and (thanked := [m.id for m in scene.members if fold(m.name).split()[0] == to]):
        return Heard("relay", {"to": thanked, "said": text.strip(), "quoted": True}, text=text)
    found = relaying.message(text) if scene.places else None
    likely = intent in (*_TOLD, *_ANSWERS) or (intent in _PLANS and found is not None and not found.of_them)
    if found is None or not (likely or found.quoted):
        return None
    named = [member.id for member in scene.members if fold(member.name).split()[0] in found.to]
    if not named and not found.everybody:
        return None
    return Heard("relay", {"to": named, "said": found.said, "quoted": found.quoted}, text=text)
