"""What cannot be missed, as people say it."""

from __future__ import annotations

import re

_CANNOT = re.compile(
    r"\b(?:(?:dit|dat|het|ze|die)\s+)?(?:mag|mogen|kan|kunnen)\s+(?:echt\s+|absoluut\s+|beslist\s+)?(?:niet|nooit)\s+"
    r"(?:(?:een keer\s+)?(?:worden\s+)?(?:gemist|overgeslagen|vergeten)(?:\s+worden)?|uitvallen|misgaan)\b|"
    r"\b(?:moet|moeten)\s+(?:echt\s+|altijd\s+)*doorgaan\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(r"\b(?:wel|best|toch)\b.*\b(?:gemist|overgeslagen)\b|\bniet meer\b", re.IGNORECASE)


def cannot_be_missed(text: str) -> bool:
    """Whether somebody says so: "mag niet gemist worden"."""
    return bool(_CANNOT.search(text))


def without(text: str) -> str:
    """The text without those words."""
    return " ".join(_CANNOT.sub(" ", text).split()).strip(" ,.;") if _CANNOT.search(text) else text


def takes_back(text: str) -> bool:
    """Whether it may be missed after all."""
    return bool(_TAKEN_BACK.search(text)) and not _CANNOT.search(text)
