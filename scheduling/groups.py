"""Chat groups of a family, tied to a circle: what is open stands there for all to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Group:
    """A group chat. Who is in it we neither know nor keep."""

    id: int
    address: int
    title: str  # as its people call it
    circle: int | None = None  # None until an organiser has confirmed
    tied_by: int | None = None  # the member who did
    code: str = ""  # lets people ask to come in, like the code on a wall: it may be read by all who are in the group
    message: str = ""  # the channel's own id of the message that holds the list
    board: dict[str, Any] = field(default_factory=dict)  # see bot/groups/boards.py; ids, times and a hash, no names
    posted_at: datetime | None = None  # when that message was new
    version: int = 1
