"""The words of who writes as they speak: "ik kan nie", "effe wachten", "m'n moeder"."""

from __future__ import annotations

import re
from functools import cache
from re import Pattern

from locales.nl.kin import any_of
from locales.nl.words import data

_THERE = re.compile(  # "is d'r iemand"; "bij d'r" is somebody
    r"(?i)(?<!bij )(?<!met )(?<!voor )(?<!naar )(?<!aan )(?<!van )\bd'r\b"
    r"(?= (?:iemand|wie|nog|al|wat|niks|niets|geen|een|ook|weer|niet|nie|wel|vandaag|morgen|straks|helemaal|toch)\b"
    r"|\s*[?.!]?$)"
)
_THERE_TOO = re.compile(r"(?i)\b(ben|kom|sta|zit|zijn|is) der\b(?! (?-i:[A-Z]))")  # "ik ben der zondag"
_HER = re.compile(r"(?i)\bd'r\b")


def as_in_books(said: str) -> str:
    """The message as it would be printed: "ik kan nie" is "ik kan niet". The name in "van 't Hof" stays."""
    said = said.replace("’", "'") if "’" in said else said
    if "'r" in said:
        said = _HER.sub("haar", _THERE.sub("er", said))
    said = _THERE_TOO.sub(r"\1 er", said) if "der" in said else said
    return _spoken().sub(_as_printed, said)


def _as_printed(found: re.Match[str]) -> str:
    said: str = data("manners")["spoken"][found[0].lower()]
    return said[:1].upper() + said[1:] if found[0][:1].isupper() else said


@cache
def _spoken() -> Pattern[str]:
    """Each of these words; with a capital only where the message begins."""
    words = any_of(data("manners")["spoken"])
    opening = any_of(word.capitalize() for word in data("manners")["spoken"])
    return re.compile(rf"(?<![\w'-])(?!'t [A-Z])(?:{words}|^{opening})(?![\w'-])")
