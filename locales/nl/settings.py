"""What somebody wants otherwise of what we write: u or je, and what is to stop coming."""

from __future__ import annotations

import re

from locales.nl.reading import Reading

_OFF = frozenset({"geen", "uit", "uitzetten", "niet", "stop"})


def switches_off(reading: Reading) -> bool:
    """Whether something is to stop coming."""
    return bool(reading.vocabulary & _OFF)


def wants_polite_form(reading: Reading) -> bool:
    """Whether somebody asks to be addressed as "u"."""
    said = re.findall(r"\b(?:u|je|jij|jou|tutoy\w+|vousvoy\w+)\b", reading.text.lower())
    named = [word for word in said if word.startswith(("tutoy", "vousvoy"))] or said
    return bool(named) and named[-1].startswith(("u", "vousvoy"))  # "u mag je zeggen": the last is what is wished
