"""Which messages somebody means, and whether they want them: "stuur me geen weekoverzicht"."""

from __future__ import annotations

import re

_KINDS = (
    ("week", r"week|zondag"),
    ("wellbeing", r"hoe het (?:met (?:mij|me) )?gaat|hoe gaat het"),
    ("checkout", r"gelukt"),
    ("absent", r"alarm|er niet is|te laat"),
    ("unanswered", r"bevestig|niet heeft geantwoord"),
    ("ask", r"\bvraag\b|\bvragen\b|gevraagd"),
    ("day", r"\bdag|ochtend|morgen"),
)
_OFF = re.compile(r"\b(?:geen|niet|niets|niks|nooit|stop|stoppen|uit|uitzetten|zonder|hoef)\b", re.IGNORECASE)
PLAN_AT = "koffie morgen om {}"  # a wish in which a clock time is understood
_AT = re.compile(r"\b(?:om|rond|tegen|vanaf)\s+(.+)$", re.IGNORECASE)


def kind_in(text: str) -> str:
    """The kind of message that a text is about, "" for none."""
    low = text.casefold()
    return next((kind for kind, pattern in _KINDS if re.search(pattern, low)), "")


def is_off(text: str) -> bool:
    """Whether somebody does not want it."""
    return bool(_OFF.search(text))


def clock_words(text: str) -> str:
    """The words of a clock time in it ("7 uur", "half 8"), "" for none."""
    found = _AT.search(text.strip(" .!?"))
    return found[1] if found else ""
