"""A Dutch message as a row of words: where each stands, and how it would be written without haste."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_WORD = re.compile(r"['’´`]?\w+(?:['’´`-]\w+)*['’´`]?|[^\w\s]")

_STRETCHED = re.compile(r"([^\W\d])\1{2,}")  # "jaaaa", "neeee", "pfffff"

_APOSTROPHES = str.maketrans("", "", "'’´`")


@dataclass(frozen=True)
class Word:
    """One word of a message; `norm` is how it is normally written, in lower case, perhaps as several words."""

    text: str
    norm: str  # "" for punctuation and for what means nothing
    start: int  # where it stands in the message
    end: int


@cache
def data(name: str) -> dict[str, Any]:
    """One of the data files beside this module, read once."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def fold(text: str) -> str:
    """Lower case, without accents and apostrophes: "Zó'n" -> "zon"."""
    lower = text.lower()
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return lower.translate(_APOSTROPHES)


def split(text: str) -> tuple[Word, ...]:
    """The words of a message, in order, with their places."""
    intents = data("intents")
    same: dict[str, str] = intents["same"]
    emoji: dict[str, str] = intents["emoji"]
    sounds = frozenset(intents["sounds"]["words"])
    found = []
    for match in _WORD.finditer(text):
        piece = match.group()
        norm = ""
        if piece[0].isalnum() or len(piece) > 1:
            norm = fold(piece).replace("-", " ").strip()
            if len(norm) > 3:
                norm = _STRETCHED.sub(r"\1\1", norm)
            norm = "" if norm in sounds else same.get(norm, norm)
        elif piece in emoji:
            norm = emoji[piece]
        found.append(Word(piece, norm, match.start(), match.end()))
    return tuple(found)
