"""What people say in the middle of something else: "wacht even", "daar ben ik weer", "lekker weer"."""

from __future__ import annotations

import re

from locales.nl.greetings import greets_or_asks
from locales.nl.manners import first_names
from locales.nl.people import ordinary
from locales.nl.words import UPPER, data, fold

_WHO_IS = re.compile(
    r"(?i:(?:en |maar |hoi |zeg )*(?:wie is|wie was|ken je|weet je wie|weet jij wie)"
    r" (?:dat |die |toch |nou |eigenlijk )*)"
    rf"(?P<name>{UPPER}[\w'’-]+(?: (?:(?:van|de|der|den) )*{UPPER}[\w'’-]+)?)"
    r"(?i:(?: (?:eigenlijk|ook alweer|ook weer|toch|nou|dan|precies|is|hier))*)"
)
_WORD = re.compile(r"[a-zà-ÿ]+")


def waits(text: str) -> bool:
    """Whether somebody only asks for a moment: "wacht even", "momentje hoor"."""
    return "?" not in text and _is_row(text, "waits")


def is_small_talk(text: str) -> bool:
    """Whether this is said in between and asks for nothing: "daar ben ik weer", "hoe gaat het met je?", "😊"."""
    if not any(sign.isalnum() for sign in text):
        return "?" not in text and not any(sign in text for sign in data("intents")["emoji"])
    greets = greets_or_asks(text) and not set(_WORD.findall(text.casefold())) <= set(data("manners")["accompanied"])
    return greets or _is_row(text, "back") or _is_row(text, "talk") or pities(text)  # "morgen" is a day


def pities(text: str) -> bool:
    """Whether somebody only says that it is a pity: "ok jammer"."""
    return _is_row(text, "pity")


def asks_how(text: str) -> bool:
    """Whether who greets asks something too: "hoi, hoe gaat het?"."""
    return text.casefold().lstrip(" ").startswith(tuple(data("near")["greetings"]["questions"]))


def asks_who_is(text: str) -> str:
    """The name of whom somebody asks who that is: "wie is Karel?"; "" where this asks no such thing."""
    said = _WHO_IS.fullmatch(text.strip(" .!?"))
    if said is None or fold(said["name"]) in ordinary() - first_names():
        return ""
    return said["name"]


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
