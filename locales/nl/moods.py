"""How a message is put: as a question, a request or an order."""

from __future__ import annotations

import re

from locales.nl.reading import Reading
from locales.nl.words import data, fold

_ASKING = frozenset(
    {"komt", "komen", "gaat", "gaan", "is", "doet", "heeft", "zou", "weet", "kan", "staat", "zit", "blijft"}
)
_REQUESTS = frozenset({"kun", "kan", "wil", "zou", "mag", "kunnen", "willen", "zouden"})


def asks(reading: Reading) -> bool:
    """Whether the message is a question, with a sign for it or by its first word: "wie komt er", "komt Riet nog"."""
    return reading.holds("question") or reading.first_word in _ASKING or "wie" in reading.plain


def requests(reading: Reading) -> bool:
    """Whether it begins by asking for something to be done: "kun je de soep verzetten" names no task alone."""
    return reading.first_word in _REQUESTS


def is_order(text: str) -> bool:
    """Whether somebody tells us to do something, by the first word: "zeg de vrijdag af"."""
    return fold(text.partition(" ")[0]) in data("intents")["orders"]["words"]


_REGRETS = re.compile(r"(?i)\b(?:bedoeling|bedoelde|bedoeld|vergis\w*|foutje|verkeerd)\b")


def regrets(text: str) -> bool:
    """Whether something is not as it was meant: "dat was niet de bedoeling"."""
    return bool(_REGRETS.search(text))


def is_unsure(text: str) -> bool:
    """Whether who writes is not sure themselves: "ik misschien"."""
    return bool(re.search(r"\b(?:misschien|wellicht|mss|mischien|weet (?:het )?nog niet)\b", fold(text)))
