"""A Dutch message as a row of words: where each stands, and how it would be written without haste."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_WORD = re.compile(r"['’´`]?\w+(?:['’´`-]\w+)*['’´`]?|[^\w\s]")

UPPER = f"[{''.join(letter for letter in map(chr, range(0x250)) if letter.isupper())}]"
"""A capital, in a pattern: "Şükrü" and "Łukasz" begin with one, too."""

_STRETCHED = re.compile(r"([^\W\d])\1{2,}")  # "jaaaa", "neeee", "pfffff"

_ALONE_OK = re.compile(r"\s*kk?[.!]*\s*", re.IGNORECASE)

_APOSTROPHES = str.maketrans("", "", "'’´`")


class Word(NamedTuple):
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


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """One word or name, folded: these come again, messages do not."""
    return fold(word)


@lru_cache(maxsize=4)  # whoever looks at a message begins with its words
def split(text: str) -> tuple[Word, ...]:
    """The words of a message, in order, with their places."""
    if _ALONE_OK.fullmatch(text):  # elsewhere it is "ik"
        return (Word(text, "ok", 0, len(text)),)
    return tuple(
        [
            Word(piece := match.group(), _norm(piece, not match.start()), match.start(), match.end())
            for match in _WORD.finditer(text)
        ]
    )


@lru_cache(maxsize=4096)
def _norm(piece: str, first: bool) -> str:
    """How a word is normally written, in lower case; a capital that does not begin the message may be a name's."""
    intents = data("intents")
    if not piece[0].isalnum() and len(piece) == 1:
        return str(intents["emoji"].get(piece, ""))
    norm = fold(piece).replace("-", " ").strip()
    if len(norm) > 3:
        norm = _STRETCHED.sub(r"\1\1", norm)
    if norm in _sounds():
        return ""
    norm = str(intents["same"].get(norm, norm))
    if not (first or piece.islower()):
        return norm
    return str(intents["slips"]["same"].get(norm, norm))


@cache
def _sounds() -> frozenset[str]:
    return frozenset(data("intents")["sounds"]["words"])
