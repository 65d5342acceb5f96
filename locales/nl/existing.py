"""What people say of a task that is on the roster: another hour for it, or that they do it themselves."""

from __future__ import annotations

import re

from locales.nl.words import fold

_OTHER_TIME = re.compile(
    r"^(?:(?:hoi|hallo|zeg|en|of|ook) )*(?:mag|mogen|kan|kunnen|kun je|zou|zouden|zullen we|ik wil|graag) "
    r"(?:ik |we |jij |je )?(?:de|het|die|dat|deze|onze) \w+.* (?:om|naar|op|vanaf|tegen) .*"
)
_ASKS_SOMEBODY = re.compile(r"\b(?:iemand|wie|jemand|vraag|vragen|met wie)\b")
_ONESELF = re.compile(r"\b(?:ik|wij|we)\b.*\b(?:zelf|wel)\b|\b(?:zelf|wel)\b.*\b(?:ik|wij|we)\b")


def wants_other_time(text: str) -> bool:
    """Whether this gives a task that is spoken of as known another hour: "mogen de maaltijden om half 6?"."""
    said = fold(text)
    return bool(_OTHER_TIME.search(said)) and not _ASKS_SOMEBODY.search(said)


def asks_somebody(text: str) -> bool:
    """Whether somebody is looked for: "wie kan dinsdag?"."""
    return bool(_ASKS_SOMEBODY.search(fold(text)))


def does_it_oneself(text: str) -> bool:
    """Whether who writes will do it: "vrijdag douche ik haar zelf"."""
    said = fold(text)
    return bool(_ONESELF.search(said)) and not _ASKS_SOMEBODY.search(said)


def names_today(text: str) -> bool:
    """Whether today is spoken of: "vanavond", "vandaag"."""
    return bool(re.search(r"\b(?:vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht|nu|straks)\b", fold(text)))
