"""Whom to ask, and for what, by the words people use for it."""

from __future__ import annotations

import re

_WORDS = {
    "family": ("familie", "kinderen", "broer", "zus", "dochter", "zoon", "neef", "nicht", "tante", "oom", "zwager"),
    "neighbours": ("buren", "buur", "vriend", "kennis", "collega"),
    "volunteers": ("vrijwilliger",),
    "paid": ("thuishulp", "betaald", "thuiszorg", "huishoudelijke hulp", "verzorgende", "zzp"),
}


def named_ring(text: str) -> str:
    """The ring that a text names first, or ""."""
    low = text.casefold()
    places = [(low.index(word), ring) for ring, words in _WORDS.items() for word in words if word in low]
    return min(places)[1] if places else ""


def means_everybody(text: str) -> bool:
    """Whether all are to be asked at once: "vraag iedereen"."""
    return any(word in text.casefold().split() for word in ("iedereen", "allemaal", "hele"))


def asked_for(text: str) -> str:
    """The wish in "help me vragen of iemand zaterdag kan koken": "kan iemand zaterdag koken", "" for none."""
    found = re.search(r"vragen (?:of|om|voor|wie) (?:er )?(?:iemand )?(.+)", text, re.IGNORECASE | re.DOTALL)
    return f"kan iemand {found[1]}" if found else ""
