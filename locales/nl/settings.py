"""What somebody wants otherwise of what we write: u or je, and what is to stop coming."""

from __future__ import annotations

import re

from locales.nl.reading import Reading

_QUIET = re.compile(r"\b(?:stille? (?:uren|tijd|modus|stand)|stilte\w*|rust(?:uren|tijd\w*)|op stil|niet storen)\b")
_OFF = frozenset({"geen", "uit", "uitzetten", "niet", "stop"})


def switches_off(reading: Reading) -> bool:
    """Whether something is to stop coming."""
    return bool(reading.vocabulary & _OFF)


def ends_quiet(reading: Reading) -> bool:
    """Whether the hours without messages are to go: "geen stille uren". Who wants no messages wants the opposite."""
    return switches_off(reading) and bool(_QUIET.search(reading.text.lower()))


def wants_polite_form(reading: Reading) -> bool:
    """Whether somebody asks to be addressed as "u"."""
    said = re.findall(r"\b(?:u|je|jij|jou|tutoy\w+|vousvoy\w+)\b", reading.text.lower())
    named = [word for word in said if word.startswith(("tutoy", "vousvoy"))] or said
    return bool(named) and named[-1].startswith(("u", "vousvoy"))  # "u mag je zeggen": the last is what is wished
