"""How long the long tests take: a small share in `make test`, the whole of it in `make soak`."""

from __future__ import annotations

import os

SOAK = os.environ.get("SOAK", "") not in ("", "0")


def share(everyday: int, soak: int) -> int:
    """How many rounds, people or messages to take: `rounds = share(5, 500)` in a test that is marked `soak`."""
    return soak if SOAK else everyday
