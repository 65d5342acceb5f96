"""Who does what was somebody else's: "Piet neemt de tuin van Fatima over"."""

from __future__ import annotations

import re
from collections.abc import Collection

from locales.nl.words import fold

_SHIFT = r"(?:beurt\w*|dienst\w*|taak|taken|plek|plaats|\w+)"


def from_to(text: str, names: Collection[str]) -> tuple[str, str] | None:
    """Whose it was and whose it becomes, among these names; None where a message names no two people so."""
    said = fold(text)
    named = {name: first for name in names if re.search(rf"\b{(first := re.escape(fold(name.split()[0])))}s?\b", said)}
    if len(named) != 2:
        return None
    for giver, first in named.items():
        before = r"\b(?:van|voor|in plaats van|ipv|i p v|inplaats van)"
        then = r"(?:gaat|gaan|wordt|is|naar|aan|overnemen|over)\b.*\b(?:naar|aan|door|voor)\b"
        whose = rf"{before} {first}\b|\b{first}s? {_SHIFT} {then}"
        if re.search(whose, said):
            return giver, next(name for name in named if name != giver)
    return None


_STANDS_IN = re.compile(
    r"(?i)\b(?:niet|geen)\b.*[,.;?!]\s*(?:misschien )?(?:kan|wil|zou|kunnen) (?!(?:iemand|ik|jij|je|er)\b)[\w'’-]+ .*\b"
    r"(?:doen|overnemen|gaan|komen|invallen|oppakken)\b"
)


def names_stand_in(text: str) -> bool:
    """Whether who cannot come asks for somebody by name: "donderdag lukt niet, kan Fatima dat doen?"."""
    return bool(_STANDS_IN.search(text))


def asked_instead(text: str, names: Collection[str]) -> str:
    """Who of these is asked to do it for somebody else: "Piet kan vrijdag niet, kan Riet dat doen?"; "" where none."""
    said = fold(text)
    firsts = {name: re.escape(fold(name.split()[0])) for name in names}
    asked = [
        n for n, first in firsts.items() if re.search(rf"[,.;?!] *(?:\w+ ){{0,2}}?{_ASKS} (?:even )?{first}\b", said)
    ]
    return asked[0] if len(asked) == 1 else ""


_ASKS = r"(?:kan|wil|zou|mag|kunnen|vraag|vragen|laat|neemt|doet|zet|misschien)"
