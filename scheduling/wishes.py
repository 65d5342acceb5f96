"""What somebody can or likes to do in a circle, and what rather not: it counts when a week is divided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WishKind(StrEnum):
    """How it was said; the words for it stand with the language."""

    HAS = "has"  # "a car"
    LIKES = "likes"  # "dogs"
    CAN = "can"  # "cook"
    RATHER = "rather"  # "mornings"
    RATHER_NOT = "rather_not"  # "nights"


@dataclass(frozen=True)
class Wish:
    """One thing of one member."""

    id: int
    member: int
    kind: WishKind
    about: str  # in the words that it was said in
    ended: bool = False
    version: int = 1


FITS, MINDS = 15, 20
"""Points: what suits somebody else better costs as much as an hour and a half of unfairness, what one minds two."""
