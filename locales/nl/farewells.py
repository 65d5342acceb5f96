"""What people take their leave with: "fijne avond", "slaap lekker", "doei"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from locales.nl.patterns import Lines, Phrase, read
from locales.nl.phrases import PhraseBook
from locales.nl.words import Word, data, split

_BETWEEN = re.compile(r"[,.!;\n]+")
LONGEST = 8  # words of one farewell
FURTHEST = 90  # characters from the end at which one may begin


@cache
def _rows(part: str) -> tuple[tuple[str, Phrase], ...]:
    """The phrases of this part, each with what it is answered as: "night", "wish" or "bye"."""
    return tuple((kind, read(source)) for kind, rows in data("intents")["farewell"][part].items() for source in rows)


@cache
def _book(part: str) -> PhraseBook:
    return PhraseBook(phrase for _, phrase in _rows(part))


def _may_be(words: Sequence[Word], part: str) -> bool:
    """Whether all the words of one of them are there at all: mostly not, and then nothing is looked for."""
    return bool(_book(part).candidates(frozenset([piece for word in words for piece in word.norm.split()])))


def _kind(words: Sequence[Word], part: str) -> str:
    lines = Lines((f" {' '.join(word.norm for word in words if word.norm)} ",))
    return next((kind for kind, phrase in _rows(part) if phrase.stands_in(lines)), "")


def _whole(words: Sequence[Word]) -> bool:
    """Whether these words are a farewell themselves: another may follow, "doei slaap lekker"."""
    return len(words) <= LONGEST and bool(_kind(words, "ends") or _kind(words, "whole"))


def parted(text: str) -> tuple[str, str]:
    """A message without the farewell at its end, and what that farewell is: "night", "wish" or "bye"; else "".

    The rest is "" where the message is nothing else.
    """
    begin = max(text.rfind(" ", 0, max(0, len(text) - FURTHEST)) + 1, 0)  # the end alone is looked at
    if begin:
        rest, kind = parted(text[begin:])
        return text[:begin].rstrip() + (f" {rest}" if rest else "") if kind else text, kind
    words = split(text)
    kind = ""
    while words and _may_be(words, "ends"):
        places = [
            place
            for place in range(max(0, len(words) - LONGEST), len(words))
            if not place or not words[place - 1].norm or words[place - 1].norm == "en" or _whole(words[:place])
        ]
        found = next(((place, kind) for place in places if (kind := _kind(words[place:], "ends"))), None)
        if found is None:
            break
        place, kind = found
        end = place - 1 if place and words[place - 1].norm == "en" else place
        words = words[:end]
        text = text[: words[-1].end] if words and any(word.norm for word in words) else ""
    return text, kind


def only(text: str) -> bool:
    """Whether every part of a message is a farewell: "slaapwel iedereen, tot morgen"."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    return bool(parts) and all(_whole(split(part)) for part in parts)


def said(text: str) -> str:
    """What kind of farewell a message is that is nothing else, "tot morgen" too; "" where it is none."""
    rest, kind = parted(text)
    return kind if kind and not rest else _kind(split(text), "whole")
