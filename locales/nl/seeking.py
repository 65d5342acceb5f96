"""Whether somebody is sought for something: "wie gaat er mee?", "ik wil zondag iemand bij hem"."""

from __future__ import annotations

import re

from locales.nl.reading import Reading
from locales.nl.words import fold

_NIGHT = "nachtwacht"
_SOMEBODY = re.compile(
    r"\bwie (?:van (?:je|jullie|ons|u|allen|de \w+) )?(?:gaat|kan|wil|neemt|heeft|rijdt|brengt|komt|zou)\b"
    r"|\b(?:kan|wil|zou|zouden|kunnen|heeft|is|mag) (?:er |toevallig |misschien |in die tijd |dan |even )*"
    r"(?:iemand|een ander|een van)\b"
    r"|\b(?:zijn|is) er (?:\w+ ){1,2}(?:man|mannen|mensen|personen|vrijwilligers|handen) die\b"
    r"|\b(?:zoek|zoeken|gezocht|gevraagd)\b|\biemand (?:anders )?(?:die|zin|tijd|nodig)\b"
)
_WANTED = re.compile(r"\b(?:wil|zoek|heb|hebben|zou|zoeken|willen) (?:\w+ ){0,6}iemand\b")
_ASKS_SOMEBODY = re.compile(r"\b(?:iemand|wie|jemand|vraag|vragen|met wie)\b")


def seeks(said: str) -> bool:
    """Whether somebody is sought in these normalised words: "wie gaat er mee"."""
    return bool(_SOMEBODY.search(said))


def asks_who(reading: Reading) -> bool:
    """Whether it asks who: "wie er dit weekend komt"."""
    return "wie" in reading.plain


def asks_for_somebody(reading: Reading) -> bool:
    """Whether somebody is sought, whatever else is said: "ik kan niet, wie gaat er mee?"."""
    return seeks(" ".join(reading.plain))


def wants_somebody(reading: Reading) -> bool:
    """Whether the speaker wants somebody else to do it: "ik wil zondag iemand bij hem hebben"."""
    return bool(_WANTED.search(" ".join(reading.plain)))


_ASKS_YOU = re.compile(r"(?:\w+ )?(?:kan|kun|zou|wil|kunt) (?:jij|je|u|jullie) ")


def asks_you(reading: Reading) -> bool:
    """Whether somebody is asked to do something at a time: "zou jij maandag om 5 uur even kunnen kijken?"."""
    return bool(reading.future) and _ASKS_YOU.match(" ".join(reading.plain)) is not None


def for_the_night(reading: Reading) -> str:
    """What somebody is sought for who is to be there at night, where nothing else is said: "" where it is no night."""
    return _NIGHT if reading.holds("night") and reading.holds("somebody") else ""


def asks_somebody(text: str) -> bool:
    """Whether somebody is looked for: "wie kan dinsdag?"."""
    return bool(_ASKS_SOMEBODY.search(fold(text)))
