"""What somebody asks to take along: whose shifts, with names or without, in what form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from locales.nl.words import fold

_MINE = re.compile(
    r"\b(alleen|enkel) (van )?(mij|mijn|mezelf|ikzelf|mijzelf)\b|\bvan mij(zelf)?\b|\beigen (beurten|rooster)\b|"
    r"\bmijn( eigen)? (beurt\w*|rooster|uren|week|taken)\b|\bwaar ik (op|in) sta\b"
)
_ALL = re.compile(r"\b(rooster|iedereen|alles|allemaal|hele|van de kring)\b")
_NAMELESS = re.compile(r"\b(zonder|geen) (de )?namen\b|\banoniem\b|\bnamen (weg|eruit|niet)\b")
_PICTURE = re.compile(r"\b(plaatje|foto|afbeelding|png|jpg|screenshot)\b")


@dataclass(frozen=True)
class Wish:
    """As far as it was said."""

    mine: bool | None
    named: bool | None
    picture: bool


def wish(text: str) -> Wish:
    """What this message says of it."""
    plain = fold(text)
    mine = True if _MINE.search(plain) else False if _ALL.search(plain) else None
    return Wish(mine, False if _NAMELESS.search(plain) else None, bool(_PICTURE.search(plain)))
