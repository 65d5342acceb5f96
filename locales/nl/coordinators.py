"""What organisers say of a coordinator: what one may see, and that one is to be invited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from locales.nl.words import fold

_PARTS = {
    "open": re.compile(r"\b(open|openstaat|openstaan|open staat|gaten)\b"),
    "hours": re.compile(r"\b(uren|uur|uurtjes|cijfers|impact)\b"),
    "names": re.compile(r"\b(namen|naam|rooster|planning|wie er|wie wat|iedereen)\b"),
    "notes": re.compile(r"\b(notities|notitie|logboek|overdracht|bijzonderheden|schriftje|opmerkingen)\b"),
}
_ALL = re.compile(r"\b(alles|helemaal)\b")
_NOTHING = re.compile(r"\b(niets|niks)\b")
_NOT = re.compile(r"\b(geen|niet|niets|niks|verberg|nooit)\b")
_QUESTION = re.compile(r"^(wat|welke|kan|kunnen|ziet|zien|mag|mogen)\b|\?\s*$")
_COORDINATOR = re.compile(r"\b(coordinator|coordinatrice|steunpunt\w*|welzijnsorganisatie|vrijwilligersorganisatie)\b")


@dataclass(frozen=True)
class Wish:
    """Which parts are to be seen, or not to be seen any more."""

    parts: tuple[str, ...]
    on: bool


def wish(text: str) -> Wish | None:
    """What is to change, or None where it was only asked."""
    plain = fold(text)
    if _QUESTION.search(plain.strip()):
        return None
    parts = tuple(name for name, words in _PARTS.items() if words.search(plain))
    if _ALL.search(plain) or _NOTHING.search(plain):
        parts = tuple(_PARTS)
    return Wish(parts, not _NOT.search(plain)) if parts else None


def is_meant(text: str) -> bool:
    """Whether who is to be invited is a coordinator: "nodig de coördinator van het steunpunt uit", and no volunteer of
    one."""
    said = fold(text)
    return bool(_COORDINATOR.search(said)) and not re.search(r"\b(?:vrijwillig(?:er|ster)s?|maatje|helper)\b", said)


_WORK = re.compile(r"\b(vrijwillig\w*|coordinator\w*|organisatie|stichting|steunpunt|overal)\b")


def of_work(text: str) -> bool:
    """Whether somebody who wants to stop speaks of their work: "ik stop als vrijwilliger"."""
    return bool(_WORK.search(fold(text)))


_ORGANISATION = re.compile(
    r"\b(?:organisatie|stichting|vereniging|steunpunt)\s+(?:heet|is)\s+(?P<name>.+)$|"
    r"\bvan (?P<whole>(?:stichting|vereniging|steunpunt|welzijn)\s+.+)$",
    re.IGNORECASE,
)


def organisation_in(text: str) -> str:
    """The name in "onze organisatie heet Steunpunt Zwolle", or ""."""
    found = _ORGANISATION.search(" ".join(text.split()).strip(" .!"))
    return "" if found is None else str(found["name"] or found["whole"]).strip(" .!\"'")
