"""Whether an hour is said so that it may be that of the morning or of the evening: "9 uur", "half 10"."""

from __future__ import annotations

import re

from locales.nl.words import fold

_SURE = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b0\d|\b(?:1[3-9]|2[0-4]) ?(?:uur|u)\b"
    r"|ochtend|middag|avond|nacht|\bmorgens\b|\bvroeg\b|\blaat\b"
)


def is_either(text: str) -> bool:
    """Whether nothing in a message with one hour says which half of the day it is in."""
    return not _SURE.search(fold(text).replace("'", ""))
