"""What a few words say of a task: where to, of which of several, how its verb ends."""

from __future__ import annotations

import re

from locales.nl.tasks import PARTICLES, content, names_known
from locales.nl.words import fold


def errand(text: str) -> str:
    """The known task of a message that says no more than where to go: "naar de dokter" is "dokter", else ""."""
    found = re.fullmatch(r"(?:even |nog )*naar (?:de |het |een )?([\w-]+)", fold(text).strip(" .!"))
    return found[1] if found and names_known(found[1]) else ""


def speaks_of(name: str, text: str) -> bool:
    """Whether a sentence has the words of this task that say what it is."""
    said = frozenset(fold(text).split())
    return bool(words := content(name)) and said.issuperset(words)


def is_particle(name: str) -> bool:
    """Whether what would name a task is only the end of a verb: "uit"."""
    return name in PARTICLES


def with_particle(name: str, text: str) -> tuple[str, str]:
    """A task with the end of its verb that stands behind it in the text ("steunkousen aan"), and that end, or ""."""
    found = re.search(rf"{re.escape(name)} ({'|'.join(sorted(PARTICLES))})\b", text, re.IGNORECASE)
    return (f"{name} {found[1].lower()}", found[1].lower()) if found else (name, "")
