"""What somebody wants to know who asks who comes: of all days, who goes along, who stands by."""

from __future__ import annotations

import re

from locales.nl.words import fold

_ALL_DAYS = re.compile(r"\bwie (?:er )?(?:komt|komen|doet|doen|gaat|gaan|helpt|helpen) .*\b(?:wanneer|allemaal)\b")
_ALONG = re.compile(r"\bwie (?:er )?(?:gaat|gaan|rijdt|rijden|komt|komen) (?:\w+ ){0,4}mee\b")


def of_all_days(text: str) -> bool:
    """Whether no day in particular is meant: "wie komt wanneer", "wie komen er allemaal"."""
    return bool(_ALL_DAYS.search(fold(text)))


def goes_along(text: str) -> bool:
    """Whether it is asked who goes along, to what is spoken of already: "wie gaat er nou mee"."""
    return bool(_ALONG.search(fold(text)))


_AWAY = re.compile(
    r"\bwie (?:is|zijn|gaat|gaan)\b.*\b(?:afwezig|weg|vakantie|niet beschikbaar|niet)\b"
    r"|\bwie (?:kan|kunnen)\b.*\bniet\b"
    r"|\b(?:is|zijn) (?:er )?iemand\b.*\b(?:weg|afwezig|vakantie)\b"
)
_FREE = re.compile(r"\bwie\b.*\b(?:vrij|beschikbaar|tijd|ruimte)\b")


def asks_who_is_away(text: str) -> bool:
    """ "Wie is er afwezig deze week?"."""
    return bool(_AWAY.search(fold(text)))


def asks_who_is_free(text: str) -> bool:
    """ "Wie zijn er vrij deze week?"."""
    return bool(_FREE.search(fold(text)))
