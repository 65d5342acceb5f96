"""What comes before everything else: commands, invitation codes, emergencies."""

from __future__ import annotations

import re

from bot.meaning.said import Said
from bot.meaning.slots import values_of
from bot.understanding import Intent, Understanding
from locales.nl import circles, invited, logs, phrases, recalling, resting
from locales.nl.partly import runs_late
from locales.nl.words import data, fold

_CODE = re.compile(
    r"(?<![0-9A-Za-z])([2-9A-HJ-NP-Za-hj-np-z]{4})[\s-]*([2-9A-HJ-NP-Za-hj-np-z]{4})[\s-]*([2-9A-HJ-NP-Za-hj-np-z]{4})(?![0-9A-Za-z])"
)

_DASHED = re.compile(r"(?<![0-9A-Za-z-])[2-9A-HJ-NP-Za-hj-np-z]{4}(?:-[2-9A-HJ-NP-Za-hj-np-z]{4}){2}(?![0-9A-Za-z-])")
_KEPT_AS_WRITTEN = ("note", "name", "recipient", "code")
_AS_SHOWN = re.compile(r"(?<![0-9A-Z-])[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}(?![0-9A-Z-])")  # also without a digit


def command(reading: Said) -> Understanding | None:
    text = reading.text
    code = code_in(text)
    if text.startswith("/"):
        word, _, rest = text[1:].partition(" ")
        name = fold(word.partition("@")[0])
        if name == "start" and rest.strip():
            return Understanding(Intent.JOIN, {"code": code or rest.strip()})
        intent = data("intents")["commands"].get(name)
        if intent:
            return values_of(reading, Intent(intent)) if rest else Understanding(Intent(intent))
        return None
    if code and (len(reading.plain) <= 4 or circles.speaks_of_joining(reading) or _AS_SHOWN.search(text)):
        return Understanding(Intent.JOIN, {"code": code})
    return None


def code_in(text: str) -> str | None:
    """An invitation code in a text, in capitals without dashes. Ordinary words are none."""
    as_given = _DASHED.findall(text)  # "een link van Hans 7KQ2-M9XD-4RTB": no name is part of it
    for match in _CODE.finditer(as_given[0] if as_given else text):
        whole = "".join(match.groups())
        letters_only = whole.isalpha()
        if letters_only and not (whole.isupper() and ("-" in match.group() or match.group() == whole)):
            continue
        if sum(c.isdigit() for c in whole) == len(whole):
            continue
        return whole.upper()
    return None


def emergency(reading: Said) -> Understanding | None:
    hits = any(True for _ in phrases.emergencies().found(reading.lines))
    if not hits:
        return None
    harmless = any(True for _ in phrases.book("not_an_emergency").found(reading.lines))
    return None if harmless else Understanding(Intent.EMERGENCY)


def written_down(reading: Said) -> Understanding | None:
    """What is to be written down in so many words, or asked back: "zet erbij: de sleutel ligt onder de mat"."""
    asked = reading.context.asked
    if asked not in _KEPT_AS_WRITTEN and (logs.says_to_write(reading.text) or logs.tells_address(reading.text)):
        return values_of(reading, Intent.LOG_NOTE)
    if asked is not None or not recalling.asks_back(reading.text):
        return None
    named = any(mention.kind == "member" for mention in reading.mentions)
    return None if named or reading.times or reading.open_task else Understanding(Intent.SEARCH_LOG)


def running_late(reading: Said) -> Understanding | None:
    """ "Ik kom 20 minuten later, file": no hour of its own, whatever was asked before."""
    if reading.context.asked is not None or not (minutes := runs_late(reading.text, reading.context.now)):
        return None
    return Understanding(Intent.LATE, {"minutes": minutes})


def left_alone(reading: Said) -> Understanding | None:
    """Who wants no messages for a while, or wants them again."""
    if reading.context.asked in _KEPT_AS_WRITTEN:
        return None
    wanted = resting.rest(reading.text, reading.context.now)
    if wanted is not None:
        start = {} if wanted.start is None else {"rest_from": wanted.start.isoformat()}
        return Understanding(Intent.REST, {**start, "rest_until": wanted.end.isoformat()})
    if resting.ends(reading.text):
        return Understanding(Intent.REST_END)
    if reading.context.asked is None and resting.may_begin_again(reading.text):
        return Understanding(Intent.REST_END, {"begins": True})
    if reading.times or any(mention.kind == "member" for mention in reading.mentions):
        return None
    if resting.wants_none(reading.text):
        return Understanding(Intent.REST)
    return Understanding(Intent.MESSAGES) if resting.wants_fewer(reading.text) else None


def invited_with_task(reading: Said) -> Understanding | None:
    """ "Nodig Kees uit en zet hem op de tuin"."""
    found = None if reading.context.asked in _KEPT_AS_WRITTEN else invited.with_task(reading.text)
    if found is None:
        return None
    return Understanding(Intent.INVITE, {"who": [found.name], "then": found.task})
