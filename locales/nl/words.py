"""A Dutch message as a row of words: where each stands, and how it would be written without haste."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_WORD = re.compile(r"['’´`]?\w+(?:['’´`-]\w+)*['’´`]?|[^\w\s]")

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
    norm = str(intents["slips"]["same"].get(norm, norm))
    return _without_slips(norm) if len(norm) > 4 else norm


@cache
def _sounds() -> frozenset[str]:
    return frozenset(data("intents")["sounds"]["words"])


def _doubled(word: str) -> str:
    """A word as it sounds, whether letters stand once or twice: "anuleren" and "annuleren" are one."""
    return re.sub(r"(.)\1", r"\1", word)


@cache
def _spelling() -> tuple[frozenset[str], dict[str, str], re.Pattern[str]]:
    """Every word of the phrases and tasks; those that a slip may have touched, by how they may then look; and what
    the names of tasks begin or end with."""
    intents, tasks, people = data("intents"), data("tasks"), data("people")
    said = [phrase for group in intents["phrases"] for phrase in group["is"]]
    said += [phrase for row in intents["groups"].values() for phrase in row]
    said += [phrase for part in ("yes", "no") for phrase in intents[part]["with"] + intents[part]["phrases"]]
    names = tasks["known"]["words"] + intents["slips"]["often"]
    loose = [word for row in tasks["filler"].values() if isinstance(row, list) for word in row]
    loose += [word for row in tasks["filler"]["by_intent"].values() for word in row]
    loose += tasks["no_plan"]["words"] + people["words"]["ordinary"] + list(tasks["infinitive"])
    loose += [*tasks["infinitive"].values(), *(word for row in tasks["separable"].values() for word in row.values())]
    loose += [word for part in ("veto", "past") for group in intents[part] for word in group["is"]]
    loose += [word for row in intents["groups"]["relatie"] for word in (row, row + "s")]
    known = frozenset(re.findall(r"[a-z]+", " ".join([*said, *names, *loose])))
    forms: dict[str, str] = {}
    missing: dict[str, set[str]] = {}
    for word in dict.fromkeys(re.findall(r"[a-z]{5,}", " ".join([*said, *names]))):
        for k in range(1, len(word) - 1):
            forms.setdefault(word[:k] + word[k + 1] + word[k] + word[k + 2 :], word)
            if len(word) > 5:
                missing.setdefault(word[:k] + word[k + 1 :], set()).add(word)
        if len(word) > 5:
            forms.setdefault(_doubled(word), word)
    for form, words in missing.items():  # a letter was left out; where two words may be meant, neither is
        if len(words) == 1:
            forms.setdefault(form, *words)
    stars = [re.escape(name.strip("*")) for name in names if name.endswith("*")]
    ends = [re.escape(name.strip("*")) for name in names if name.startswith("*")]
    known |= frozenset(intents["slips"]["own"])
    return known, forms, re.compile(rf"(?:{'|'.join(stars)})[a-z]*|[a-z]*(?:{'|'.join(ends)})")


def _without_slips(norm: str) -> str:
    """A word as it was meant, where two letters were swapped or one stands once too often or too few."""
    known, forms, named = _spelling()
    if norm in known or " " in norm or named.fullmatch(norm):
        return norm
    swapped = forms.get(norm) or (forms.get(_doubled(norm)) if len(norm) > 5 else None)
    return swapped or _beside(norm, known) or norm


_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG = 9  # letters of a word of which one may be another's neighbour on the keyboard: shorter ones are words too


@cache
def _neighbours() -> dict[str, str]:
    """The keys that stand beside each key."""
    found: dict[str, str] = {}
    for row, keys in enumerate(_KEYS):
        for place, key in enumerate(keys):
            around = [(row, place - 1), (row, place + 1), (row - 1, place), (row - 1, place + 1), (row + 1, place - 1)]
            around.append((row + 1, place))
            found[key] = "".join(_KEYS[r][p] for r, p in around if 0 <= r < len(_KEYS) and 0 <= p < len(_KEYS[r]))
    return found


def _beside(norm: str, known: frozenset[str]) -> str | None:
    """The long word of which one letter was missed by a key: "boodscjappen"; None where there is none, or two."""
    if len(norm) < _LONG:
        return None
    meant = {
        whole
        for place in range(1, len(norm))
        for key in _neighbours().get(norm[place], "")
        if (whole := norm[:place] + key + norm[place + 1 :]) in known
    }
    return meant.pop() if len(meant) == 1 else None
