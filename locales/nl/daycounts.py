"""How many nights, evenings, mornings or afternoons in a row a message speaks of: "drie nachten"."""

from __future__ import annotations

import re

from locales.nl.numbers import NUMBERS

MOST = 14  # days of such a row
PARTS = {"nacht": "night", "avond": "evening", "ochtend": "morning", "middag": "afternoon"}
_MANY = "|".join(word for word, number in NUMBERS.items() if 2 <= number <= MOST)
_COUNT = re.compile(
    rf"(?i)\b(?P<next>(?:de )?(?:komende|volgende|eerstkomende|aankomende) )?(?P<n>\d{{1,2}}|{_MANY}) "
    rf"(?P<unit>{'|'.join(PARTS)})(?:en|jes)\b(?: (?:lang|achter elkaar|op (?:een )?rij|na elkaar))?"
    r"(?! (?:per|in de|later|eerder|geleden|terug))"
)
_OTHERWISE = re.compile(r"(?i)\b(?:over|na|binnen|elke|om de|laatste|afgelopen|vorige|al|die|deze|of)\s*$")


def counted(text: str) -> re.Match[str] | None:
    """The words that say how many, with `n`, `unit` and `next` ("komende"); None where they are none in a row."""
    low = text.casefold()
    if not any(part in low for part in PARTS):
        return None
    found = _COUNT.search(text)
    if found is None or _OTHERWISE.search(text[: found.start()]):
        return None
    return found if 2 <= number(found["n"]) <= MOST else None


def number(word: str) -> int:
    """What a word of `counted` counts."""
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]
