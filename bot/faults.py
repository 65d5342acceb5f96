"""What may be told of a fault: its kind and place, never its text, which may hold what people wrote."""

from __future__ import annotations

import traceback
from pathlib import Path


def place_of(error: Exception) -> str:
    """File and line: "claims.py:57"."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"
