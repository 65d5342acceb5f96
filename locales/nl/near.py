"""What a message that was not understood may have been about: words that stand in it, as data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from locales.nl.words import data

_WORD = re.compile(r"[a-zà-ÿ]+")


def meanings(text: str, among: Sequence[str]) -> list[str]:
    """Which of these intents the words of a text point to, the most pointed to first; none where none is."""
    words = set(_WORD.findall(text.casefold()))
    counts = {name: sum(_fits(words, cue) for cue in data("near")["words"].get(name, ())) for name in among}
    return sorted((name for name in among if counts[name]), key=lambda name: -counts[name])


def _fits(words: set[str], cue: str) -> bool:
    return any(word.startswith(cue[:-1]) for word in words) if cue.endswith("*") else cue in words


def is_content(text: str) -> bool:
    """Whether somebody only says that it is well: "prima", "fijn zo", "haha leuk"."""
    words = _WORD.findall(text.casefold())
    known = {*data("near")["content"]["words"], *data("near")["content"]["with"]}
    return (
        0 < len(words) <= 5
        and "?" not in text
        and set(words) <= known
        and any(word in data("near")["content"]["words"] for word in words)
    )


def is_sorry(text: str) -> bool:
    """Whether this is an apology and nothing more."""
    words, sorry = set(_WORD.findall(text.casefold())), data("near")["sorry"]["words"]
    return words <= set(sorry) and bool(words & set(sorry[:5]))


def is_sympathy(text: str) -> bool:
    """Whether somebody only feels for the others: "wat erg, sterkte", "gecondoleerd"."""
    words, said = _WORD.findall(text.casefold()), data("near")["sympathy"]
    return (
        0 < len(words) <= 10 and set(words) <= {*said["words"], *said["with"]} and bool(set(words) & {*said["words"]})
    )


def takes_it(text: str) -> bool:
    """Whether a yes says that they do it themselves: "ja hoor, doe ik"."""
    return bool(re.search(r"\b(?:(?:doe|neem|pak) ik|ik (?:doe|neem|pak))\b", text.casefold()))


def is_pleasure(text: str) -> bool:
    """Whether this answers thanks: "graag gedaan", which reports nothing."""
    return " ".join(_WORD.findall(text.casefold())) in data("near")["pleasure"]["rows"]


def says_ok(text: str) -> bool:
    """Whether this only says that it was read: "ok", "k", "👍"."""
    return not any(sign.isalnum() for sign in text) or text.casefold().strip(" .!") in (
        "k",
        "kk",
        "ok",
        "oke",
        "oké",
        "okay",
    )


def is_tired(text: str) -> bool:
    """Whether somebody sighs and asks for nothing: "pff wat een dag"."""
    row = " ".join(_WORD.findall(text.casefold()))
    rest = row
    for start in data("near")["tired"]["starts"] * 2:  # "pff wat een dag"
        if f"{rest} ".startswith(f"{start} "):
            rest = rest.removeprefix(start).strip()
    return rest != row and len(rest.split()) <= 3 and "?" not in text


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it at all."""
    return any(sign.isalnum() for sign in text)


def only_asks(text: str) -> bool:
    """Whether it is no more than a sign of a question: "??"."""
    return bool(text.strip()) and set(text.strip()) <= set("?! .") and "?" in text


def asks_why(text: str) -> bool:
    """Whether somebody asks what is kept of them, and why."""
    words = set(_WORD.findall(text.casefold()))
    return any(_fits(words, cue) for cue in data("near")["why"]["words"])


def says_inside(text: str) -> bool:
    """Whether somebody says that they are in a circle already."""
    row = f" {' '.join(_WORD.findall(text.casefold()))} "
    return any(f" {cue} " in row for cue in data("near")["inside"]["words"])


def says_who_died(text: str) -> bool:
    """Whether a text says that somebody is no longer alive."""
    words = set(_WORD.findall(text.casefold()))
    return any(_fits(words, cue) for cue in data("near")["died"]["words"])


def says_taken_in(text: str) -> bool:
    """Whether a text says that somebody is in hospital, or the like."""
    words = set(_WORD.findall(text.casefold()))
    return any(_fits(words, cue) for cue in data("near")["taken_in"]["words"])


def asks_the_reason(text: str) -> bool:
    """Whether somebody asks why: "waarom krijgt Tom zoveel?"."""
    return text.casefold().lstrip(" ").startswith(("waarom", "hoezo", "hoe komt"))
