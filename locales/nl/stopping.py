"""Who wants no messages any more, or wants them again: "STOP", "stuur me geen appjes meer", "start maar weer"."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-zà-ÿ']+")
_STOP = frozenset({"stop", "stopp", "stoppen", "stopall", "unsubscribe", "uitschrijven"})
_START = frozenset({"start", "starten", "unstop", "hervat", "hervatten"})
_POLITE = frozenset({"aub", "svp", "graag", "alsjeblieft", "alstublieft", "please", "nu", "bot", "zorgkring"})
_MESSAGES = frozenset(
    {"bericht", "berichten", "berichtjes", "berichtje", "app", "apps", "appjes", "appje", "appen"}
    | {"whatsapp", "whatsapps", "whatsappjes", "sms", "smsjes"}
)
# "Kan" and "krijg" are not among these: whoever gets no messages complains of that.
_AROUND = _POLITE | frozenset(
    {"ik", "je", "u", "jij", "jullie", "mij", "me", "mijn", "wil", "wilt", "wens", "hoef", "stuur", "stuurt"}
    | {"zend", "sturen", "krijgen", "ontvangen", "hebben", "van", "met", "al", "alle", "die", "deze", "dit", "de"}
    | {"het", "meer", "niet", "niks", "geen", "stop", "stoppen", "hou", "op", "weer", "maar", "wel", "ook", "hier"}
    | {"naar", "via", "er", "en", "kun", "mag", "liever", "helemaal", "verder", "nooit", "voortaan", "te", "ja"}
    | {"nee", "toch", "dus", "gewoon"}
)  # fmt: skip
_NO_MORE = frozenset({"geen", "stop", "stoppen", "hou", "nooit"})


def stops(text: str) -> bool:
    """Whether this is the word with which people stop messages everywhere, and nothing else: "STOP", "stop aub"."""
    words = _words(text)
    return any(word in _STOP for word in words) and all(word in _STOP | _POLITE for word in words)


def wants_no_messages(text: str) -> bool:
    """Whether a whole sentence asks for no messages at all; not at night, not about something: "geen appjes meer"."""
    words = _words(text)
    return _is_about_messages(words) and any(word in _NO_MORE for word in words) and "weer" not in words


def starts(text: str) -> bool:
    """Whether somebody who stopped wants messages again."""
    words = _words(text)
    if len(words) <= 5 and any(word in _START for word in words):
        return True
    return _is_about_messages(words) and "weer" in words and not any(word in _NO_MORE for word in words)


def _is_about_messages(words: list[str]) -> bool:
    return any(word in _MESSAGES for word in words) and all(word in _MESSAGES | _AROUND for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
