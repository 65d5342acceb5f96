"""What is said at the door: nobody opens, how to come in, and where the key is."""

from __future__ import annotations

import re

from locales.nl.words import fold

_CLOSED = re.compile(
    r"\b(?:doet|doen) (?:\S+ ){0,3}?niet open\b|\bniemand (?:\S+ ){0,2}?(?:doet|die) (?:\S+ ){0,2}?open\b"
    r"|\bdoet niemand (?:\S+ )?open\b"
    r"|\bwordt (?:\S+ ){0,2}?niet (?:open ?gedaan)\b|\bkrijg (?:\S+ ){0,2}?geen gehoor\b"
    r"|\b(?:sta|staan) (?:\S+ ){0,3}?voor een (?:dichte|gesloten) deur\b"
    r"|\b(?:reageert|reageren) (?:\S+ ){0,2}?niet op (?:de|het) (?:bel|deurbel|aanbellen|kloppen)\b"
    r"|\bik (?:kom|kan|krijg) (?:\S+ ){0,3}?(?:niet (?:naar )?binnen|er niet in|de deur niet open)\b"
)
_WAY_IN = re.compile(
    r"\bhoe (?:kom|komen|kan|kunnen|moet|raak|geraak|krijg) (?:ik|we|wij|je) (?:\S+ ){0,3}?(?:binnen|erin|er in"
    r"|naar binnen|de deur open|in huis)\b"
    r"|\b(?:heeft|is er|heb je|hebben jullie) (?:\S+ ){0,3}?(?:een|de) (?:reserve|huis)?sleutel\b"
)
_KEY = re.compile(
    r"^(?:(?:en|o ja|ps|let op)[,: ]+)*(?:de |het |een |mijn )?(?:[a-z]*sleutel(?:s|tje|kast|kluis|kluisje)?"
    r"|code|pincode|alarmcode|deurcode)"
    r"(?: (?:van|voor|bij|op) (?:\S+ ){0,2}?\S+)? (?:ligt|liggen|hangt|hangen|is|zit|zitten|staat|vind je"
    r"|heb ik|heeft)\b"
)
KEYS = ("sleutel", "code", "kluisje", "achterdeur", "voordeur", "achterom")


def nobody_opens(text: str) -> bool:
    """Whether somebody stands before a door that stays shut: "ze doet niet open"."""
    return _CLOSED.search(fold(text)) is not None


def asks_way_in(text: str) -> bool:
    """Whether somebody asks how to come in."""
    return _WAY_IN.search(fold(text)) is not None


def tells_of_key(text: str) -> bool:
    """Whether somebody tells where the key is, or a code: "sleutel ligt bij nummer 14"."""
    return "?" not in text and _KEY.match(fold(text)) is not None


_GOOD = re.compile(
    r"\b(?:is|komt|was) (?:al |nu |alweer |toch |allemaal )*(?:goed|opgelost|in orde|okee|oke|ok)\b"
    r"|\b(?:doet|deed|doen|deden) (?:\w+ ){0,3}?open\b"
    r"|\b(?:is|ben|zijn|was) (?:\w+ ){0,3}?(?:binnen|thuis|boven|wakker)\b"
    r"|\b(?:zat|was|lag|stond|is|zit) (?:\w+ ){0,3}?(?:in de tuin|op de wc|op het toilet|onder de douche|in bad"
    r"|te slapen|aan het slapen|achter|op bed|bij de buren|in slaap)\b"
    r"|\b(?:sliep|loos alarm|niks aan de hand|niets aan de hand)\b"
)


def opened_after_all(text: str) -> bool:
    """Whether the door that stayed shut is open, or it is known why: "is al goed, ze was in de tuin"."""
    said = fold(text)
    return bool(_GOOD.search(said)) and "?" not in text and not re.search(r"\b(?:niet|nog niet|geen)\b", said)
