"""Work that takes longer than a turn may: kept as a row, done beside the chat, answered by a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

OVERVIEW = "overview"
IMPACT = "impact"
"""A file over many circles, and sums over them (bot/overviews/gathering.py)."""


@dataclass(frozen=True)
class Job:
    """One piece of work that somebody asked for."""

    id: int
    kind: str  # which work it is: see scheduling/proposals.py
    circle: int
    person: int  # who asked, and hears the answer
    payload: dict[str, Any]  # what the work needs, and later what came of it: ids, moments and fixed words
    due_at: datetime
    claimed_until: datetime | None = None  # a worker has it until then
    attempts: int = 0
    done_at: datetime | None = None
    version: int = 1
