"""How long the long tests take: a small share in `make test`, the whole of it in `make soak`."""

from __future__ import annotations

import os
from typing import TypeVar

T = TypeVar("T")
SOAK = os.environ.get("SOAK", "") not in ("", "0")


def share(everyday: T, soak: T) -> T:
    """How many rounds, people or messages, or which: `rounds = share(5, 500)` in a test that is marked `soak`."""
    return soak if SOAK else everyday
