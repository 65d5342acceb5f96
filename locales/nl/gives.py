"""What somebody likes to give back, in the words that were said."""

from __future__ import annotations

import re

_SOMETHING = re.compile(
    r"(?:(?:er|ook|graag|geeft|doet|wil|zou)\s+)*(?:iets|wat)\s+terug\s*(?:doen|geven|doet|geeft)?", re.IGNORECASE
)
_KIN = r"(?:mijn |m'n |onze )?(?:mama|mam|ma|moeder|oma|papa|pap|pa|vader|opa|tante|oom|mevrouw|meneer|hij|zij|ze)"
_BY_ITSELF = frozenset({"er", "we", "wij", "je", "jullie", "u", "na"})  # begins a sentence of its own
_VERBS = frozenset({"is", "kan", "wil", "mag"})


def gift_in(text: str, recipient: str) -> str:
    """ "vertelt graag over vroeger" in "Nel vertelt graag over vroeger", "" where nothing is named."""
    plain = " ".join(text.split()).strip(" .!")
    who = rf"(?:\b{re.escape(recipient)}\b|^{_KIN}\b)"
    found = re.search(rf"{who}\s+(?:(?:wil|kan|zou)\s+)?(?:graag\s+)?(.+)$", plain, re.IGNORECASE)
    gift = found[1] if found else ""
    return "" if not gift or _SOMETHING.fullmatch(gift) else gift


def gives_words(recipient: str, gift: str) -> dict[str, str]:
    """What the message `ask-gives` needs, said beside a request."""
    kind = _kind(gift)
    return {"recipient": recipient, "kind": kind, "gives": gift[:1].upper() + gift[1:] if kind == "itself" else gift}


def _kind(gift: str) -> str:
    """How to say it: "does" goes on after the name, "itself" is a sentence of its own, "thing" is what is given."""
    first = gift.casefold().split()[0] if gift.split() else ""
    if first in _BY_ITSELF:
        return "itself"
    return "does" if first in _VERBS or (first.endswith("t") and first not in ("het", "wat")) else "thing"
