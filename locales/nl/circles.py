"""For whom a circle is that somebody wants, and whether they come to join one."""

from __future__ import annotations

import re

from locales.nl.reading import Reading
from locales.nl.words import UPPER, data, fold

_JOINING = frozenset({"code", "uitnodiging", "uitgenodigd", "start", "meedoen"})
_NO_NAME = (
    *(
        "mijn",
        "onze",
        "ons",
        "de",
        "het",
        "een",
        "met",
        "en",
        "op",
        "aan",
        "heeft",
        "kan",
        "is",
        "wil",
        "wordt",
        "moet",
    ),
    *("krijgt", "woont", "ligt", "zit", "gaat", "kunnen", "want", "die", "omdat", "in", "bij", "samen", "graag"),
)
_FEW = 3  # words
_CIRCLE_NAME = re.compile(
    r"\s*[,(:-]?\s*(?:(?:die|ze|hij|zij)?\s*(?:heet|genaamd)\s+)?"
    rf"([^\W\d_][\w'’-]*(?:\s+(?:(?:van|de|der|den|ter|te)\s+)*{UPPER}[\w'’-]*)*)"
)


def circle(reading: Reading) -> dict[str, str]:
    """For whom a circle is, `recipient` and `relation`: "maak een zorgkring voor mijn moeder Nel"."""
    values: dict[str, str] = {}
    relation = next((m for m in reading.mentions if m.kind in ("recipient", "relation")), None)
    begin = len(reading.text)
    if relation:
        values["relation"] = fold(relation.said)
        begin = reading.words[relation.last - 1].end
    elif match := re.search(r"\b(?:voor|van)\b", reading.text.lower()):
        begin = match.end()
    name = _CIRCLE_NAME.match(reading.text[begin:])
    if name and fold(name[1].split()[0]) not in _NO_NAME:
        said = name[1].strip()
        first, _, rest = said.partition(" ")
        if rest and "relation" not in values and fold(first) in data("people")["recipient_with_possessive"]:
            values["relation"], said = fold(first), rest
        values["recipient"] = said.title() if said.islower() else said
    elif relation and relation.names:
        values["recipient"] = relation.names[0]
    return values


def speaks_of_joining(reading: Reading) -> bool:
    """Whether a code in this message is an invitation."""
    return bool(reading.vocabulary & _JOINING)


def only_for(text: str) -> str:
    """For whom a few words say that something is: "nee, voor Nel" is "nel"; "" where they say anything else."""
    words = text.casefold().replace(",", " ").split()
    return words[-1] if 1 < len(words) <= _FEW and words[-2] in ("voor", "bij") else ""
