"""What somebody likes to give back, in the words that were said."""

from __future__ import annotations

import re

_SOMETHING = re.compile(r"(?:er\s+)?(?:graag\s+)?(?:iets|wat)\s+terug\s*(?:doen|geven|doet|geeft)?", re.IGNORECASE)


def gift_in(text: str, recipient: str) -> str:
    """ "vertelt graag over vroeger" in "Nel vertelt graag over vroeger", "" where nothing is named."""
    plain = " ".join(text.split()).strip(" .!")
    found = re.search(rf"\b{re.escape(recipient)}\b\s+(?:(?:wil|kan|zou)\s+)?(?:graag\s+)?(.+)$", plain, re.IGNORECASE)
    gift = found[1] if found else ""
    if not gift or re.fullmatch(
        r"(?:er\s+)?(?:graag\s+)?(?:iets|wat)\s+terug\s*(?:doen|geven|doet|geeft)?", gift, re.IGNORECASE
    ):
        return ""
    return gift
