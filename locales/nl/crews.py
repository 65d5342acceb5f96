"""A group that takes a job together: "Sociaal Tuinieren, 6 mensen, zaterdag"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from locales.nl.numbers import NUMBERS, TOGETHER
from locales.nl.words import fold

_NUMBERS = {word: number for word, number in NUMBERS.items() if number > 1}
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_PEOPLE = re.compile(
    rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:mensen|man|mannen|vrouwen|personen|vrijwilligers|leerlingen|scouts|kinderen|leden|"
    rf"deelnemers|helpers|handen|jongeren|studenten|collega\W?s)\b|\b(?:groep|groepje|ploeg|team|clubje)\s+van\s+"
    rf"(?P<of>\d{{1,2}}|{'|'.join(_NUMBERS)})\b|\bz\W?n\s+(?P<together>{'|'.join(TOGETHER)})\b"
)
_VERBS = "komt|komen|doet|doen|neemt|nemen|wil|willen|gaat|gaan|kan|kunnen|helpt|helpen|pakt|pakken"
_BEFORE_VERB = re.compile(
    rf"^(?:de |het |onze |ons )?(?P<name>[^,;]+?)\s+(?:{_VERBS})\b(?!\s+(?:we|wij|ik)\b)", re.IGNORECASE
)
_OF = re.compile(
    r"\b(?:van|namens)\s+(?P<name>(?:de |het )?[A-Z\u00c0-\u00de][\w'-]*(?:\s+[A-Z\u00c0-\u00de][\w'-]*)*|"
    r"(?:de |het )(?!tuin|beurt|week)[a-z]+)",
)
_NOBODY = frozenset({"ik", "wij", "we", "wij samen", "jullie", "er", "dan", "zij", "ze"})
LONGEST = 60


@dataclass(frozen=True)
class Crew:
    """Who comes together."""

    name: str  # "" where it was not said
    people: int  # 0 where it was not said


def crew_in(text: str) -> Crew:
    """The group that a message speaks of, as far as it does."""
    whole = " ".join(text.split()).strip(" .!")
    return Crew(_name(whole)[:LONGEST], _people(fold(whole)))


def _people(plain: str) -> int:
    found = _PEOPLE.search(plain)
    if found is None:
        return 0
    if found["together"]:
        return TOGETHER[found["together"]]
    said = found["n"] or found["of"]
    return int(said) if said.isdigit() else _NUMBERS[said]


def _name(whole: str) -> str:
    first, comma, rest = whole.partition(",")
    if comma and not re.search(rf"\b(?:{_VERBS})\b", first, re.IGNORECASE) and _people(fold(rest)):
        return _plain(first)
    named = _OF.search(whole)
    before = _BEFORE_VERB.match(whole)
    if before and fold(before["name"]).strip() not in _NOBODY and not _people(fold(before["name"])):
        return _plain(before["name"])
    return _plain(named["name"]) if named else ""


def _plain(name: str) -> str:
    bare = re.sub(r"^(?:de|het|een|onze|ons)\s+", "", name.strip(" .!\"'"), flags=re.IGNORECASE)
    return bare[:1].upper() + bare[1:]
