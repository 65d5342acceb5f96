"""What people say in the middle of something else: "wacht even", "daar ben ik weer", "lekker weer"."""

from __future__ import annotations

import re

from locales.nl.greetings import greets_or_asks
from locales.nl.words import data

_WORD = re.compile(r"[a-zà-ÿ]+")


def waits(text: str) -> bool:
    """Whether somebody only asks for a moment: "wacht even", "momentje hoor"."""
    return "?" not in text and _is_row(text, "waits")


def is_small_talk(text: str) -> bool:
    """Whether this is said in between and asks for nothing: "daar ben ik weer", "hoe gaat het met je?", "😊"."""
    if not any(sign.isalnum() for sign in text):
        return "?" not in text and not any(sign in text for sign in data("intents")["emoji"])
    greets = greets_or_asks(text) and not set(_WORD.findall(text.casefold())) <= set(data("manners")["accompanied"])
    return greets or _is_row(text, "back") or _is_row(text, "talk")  # "morgen" is a day


def asks_how(text: str) -> bool:
    """Whether who greets asks something too: "hoi, hoe gaat het?"."""
    return text.casefold().lstrip(" ").startswith(tuple(data("near")["greetings"]["questions"]))


def says_nothing(text: str) -> bool:
    """Whether this says that there is nothing to pass on: "nee", "geen bijzonderheden"."""
    return _is_row(text, "nothing")


def _is_row(text: str, part: str) -> bool:
    words = _WORD.findall(text.casefold())
    around = data("asides")["around"]
    while words and words[-1] in around and " ".join(words) not in data("asides")[part]:
        words.pop()
    while words and words[0] in around and " ".join(words) not in data("asides")[part]:
        words.pop(0)
    return " ".join(words) in data("asides")[part]
