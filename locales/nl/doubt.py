"""What a message leaves open."""

from __future__ import annotations

from typing import NamedTuple


class Doubt(NamedTuple):
    """A value with more than one reading."""

    slot: str
    alternatives: tuple[str, ...]  # the likeliest first
    reason: str
