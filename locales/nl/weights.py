"""How heavily nights and weekends count, as it is said: "nachten tellen dubbel", "weekend anderhalf keer"."""

from __future__ import annotations

import re

NIGHT, WEEKEND = "night", "weekend"
_KINDS = ((NIGHT, re.compile(r"\bnacht")), (WEEKEND, re.compile(r"\b(?:weekend|weekeinde|zaterdag|zondag)")))
_FACTORS = (
    (100, r"\b(?:even ?zwaar|gewoon|normaal|niet (?:extra|zwaarder|meer)|gelijk|hetzelfde|1 ?(?:x|keer)|een ?keer|één ?keer)\b"),  # noqa: E501
    (150, r"\b(?:anderhal\w+|1[.,]5|een half keer extra)\b"),
    (125, r"\b(?:1[.,]25|een kwart (?:zwaarder|extra|meer))\b"),
    (300, r"\b(?:drie ?(?:keer|maal|dubbel)|driedubbel|3 ?(?:x|keer|maal)|drie)\b"),
    (250, r"\b(?:2[.,]5|twee ?en ?een ?half)\b"),
    (200, r"\b(?:dubbel|twee ?(?:keer|maal)|2 ?(?:x|keer|maal)|tweemaal|twee)\b"),
)  # fmt: skip


def weights_in(text: str) -> dict[str, int]:
    """What the text says of each kind, in per cent; a part of a sentence may be about each."""
    said = " ".join(text.casefold().split())
    found: dict[str, int] = {}
    for clause in re.split(r"\b(?:maar|terwijl)\b|,(?!\d)|;", said):
        kinds = [kind for kind, pattern in _KINDS if pattern.search(clause)]
        factor = next((per_cent for per_cent, pattern in _FACTORS if re.search(pattern, clause)), None)
        if factor is not None:
            found |= dict.fromkeys(kinds, factor)
    return found
