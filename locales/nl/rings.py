"""The rings of a circle by the words people use for them."""

from __future__ import annotations

_WORDS = {
    "family": ("familie", "kinderen", "broer", "zus"),
    "neighbours": ("buren", "buurt", "vrienden", "kennissen"),
    "volunteers": ("vrijwilliger",),
    "paid": ("thuishulp", "betaalde"),
}


def named_ring(text: str) -> str:
    """The ring that a text names first, or ""."""
    low = text.casefold()
    places = [(low.index(word), ring) for ring, words in _WORDS.items() for word in words if word in low]
    return min(places)[1] if places else ""
