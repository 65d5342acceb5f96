"""Which lines of a numbered list somebody means: "1, 3 en 4", "alleen die van Piet niet", "alles behalve de tuin"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from locales.nl.numbers import NUMBERS, ORDINALS
from locales.nl.spoken import WEEKDAYS
from locales.nl.words import fold

_NUMBERS = NUMBERS | {word: place for word, place in ORDINALS.items() if word.isalpha() and place > 0}
_NOT = re.compile(
    r"\b(?:niet|behalve|zonder|geen|uitgezonderd|op .* na|laat .* weg|haal .* (?:weg|eruit|eraf)|sla .* over)\b"
)
_OWN = re.compile(r"\b(?:mij|mijn|mijne|mezelf|ik)\b")
_FILL = frozenset(
    [
        "alleen",
        "enkel",
        "de",
        "het",
        "die",
        "dat",
        "van",
        "en",
        "of",
        "is",
        "goed",
        "zijn",
        "ok",
        "oké",
        "prima",
        "maar",
        "wel",
        "nummer",
        "nummers",
        "beurt",
        "beurten",
        "regel",
        "regels",
        "doe",
        "neem",
        "akkoord",
        "met",
        "ja",
        "niet",
        "behalve",
        "zonder",
        "geen",
        "alles",
        "alle",
        "allemaal",
        "rest",
        "laat",
        "weg",
        "haal",
        "eruit",
        "eraf",
        "t/m",
        "tm",
        "tot",
        "t",
        "m",
        "voor",
        "mij",
        "mijn",
        "mijne",
        "mezelf",
        "ik",
        "in",
        "dan",
        "graag",
        "liever",
        "even",
        "uitgezonderd",
        "op",
        "na",
        "sla",
        "over",
        "eerste",
        "tweede",
        "laatste",
        "andere",
        "deze",
        "daar",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "nee",
        "bij",
        "ander",
        "doen",
    ]
)


_COUNTING = frozenset(
    {"optie", "opties", "nummer", "nummers", "nr", "keuze", "antwoord", "beurt", "graag", "aub", "alsjeblieft", "svp"}
    | {"alstublieft", "ik", "doe", "neem", "pak", "kies", "wil", "kan", "de", "het", "die", "dan", "en", "maar", "wel"}
    | {"ja", "ok", "oke", "oké", "prima", "goed", "is", "voor", "mij", "doen", "nemen", "dat", "wordt", "liever"}
)  # fmt: skip
_ALL = frozenset(["allemaal", "alle", "allebei", "beide", "beiden", "alletwee", "alledrie"])  # "alles goed" is none
_TAKING = frozenset(
    {"ik", "doe", "neem", "pak", "kan", "wil", "ze", "maar", "wel", "graag", "aub", "dan", "ja", "twee", "drie", "vier"}
)
_CLOCK = re.compile(r"\d[.:]\d")
_ROUND_IT = re.compile('[\ufe0f\u20e3().,;:!?+&"]')  # "2️⃣" is a 2 in a box


def counted(text: str) -> list[int]:
    """The numbers with which somebody chooses, from 1: "(2)", "doe maar nummer 2", "1 en 3"; [] for anything else."""
    numbers: list[int] = []
    if _CLOCK.search(text):
        return []
    for word in re.sub(r"\b(nr|nummer|optie)(\d)", r"\1 \2", _ROUND_IT.sub(" ", text.casefold())).split():
        number = int(word) if word.isdecimal() and len(word) < 3 else _NUMBERS.get(word) if word != "een" else None
        if number is not None and number not in numbers:
            numbers.append(number)
        elif number is None and word not in _COUNTING:
            return []
    return numbers


def says_all(text: str) -> bool:
    """Whether every line is meant: "allemaal", "doe ze maar alle drie"."""
    words = _ROUND_IT.sub(" ", text.casefold()).split()
    return any(word in _ALL for word in words) and all(word in _ALL | _TAKING for word in words)


_BOTH = _ALL | {"alles", "alletwee", "alledrie"}


def says_both(text: str) -> bool:
    """Whether more than one is spoken of: "allebei gedaan", "alles gelukt"."""
    return not _BOTH.isdisjoint(_ROUND_IT.sub(" ", text.casefold()).split())


@dataclass(frozen=True)
class Line:
    """One line as people speak of it."""

    who: str  # the name, "" for whoever speaks
    what: str
    weekday: int  # 0 is Monday


def picked(text: str, lines: Sequence[Line]) -> list[int] | None:
    """The places (from 0) of the lines that go on; None where the text chooses none of these."""
    said = " ".join(re.sub(r"[.,;:!?+&\"]", " ", text.casefold().replace("t/m", " tm ")).split())
    words = said.split()
    if not words or len(words) > 16:
        return None
    meant, known = _meant(words, lines)
    if not meant or not known:
        return None
    if _NOT.search(said):
        left = [n for n in range(len(lines)) if n not in meant]
        return left or None
    only_number = len(words) == 1 and words[0].isdigit()  # "2" may as well be the second button
    return None if only_number or len(meant) == len(lines) else sorted(meant)


def _meant(words: list[str], lines: Sequence[Line]) -> tuple[set[int], bool]:
    """The lines that are named, and whether every word was understood."""
    meant: set[int] = set()
    numbers: list[int] = []
    names = {line.who.casefold() for line in lines if line.who}
    through = False
    for word in words:
        number = int(word) if word.isdigit() else _NUMBERS.get(word)
        if number is not None and 1 <= number <= len(lines) and word not in ("een",):
            if through and numbers:
                meant |= set(range(numbers[-1] - 1, number))
            numbers.append(number)
            meant.add(number - 1)
        elif word.isdigit():
            return set(), False
        elif word in ("laatste",):
            meant.add(len(lines) - 1)
        elif word.removesuffix("s").removesuffix("'") in names or word in names:
            name = word if word in names else word.removesuffix("s").removesuffix("'")
            meant |= {n for n, line in enumerate(lines) if line.who.casefold() == name}
        elif word in WEEKDAYS:
            meant |= {n for n, line in enumerate(lines) if line.weekday == WEEKDAYS.index(word)}
        elif _OWN.fullmatch(word):
            meant |= {n for n, line in enumerate(lines) if not line.who}
        elif found := {n for n, line in enumerate(lines) if len(word) > 3 and word in line.what.casefold()}:
            meant |= found
        elif word not in _FILL:
            return set(), False
        through = word in ("tm", "tot")
    return meant, True


def says_rest(text: str) -> bool:
    """Whether all that is left is meant: "ik neem de rest"."""
    return bool(
        re.search(r"\b(?:de rest|alles|allemaal|de overige|de andere|alle beurten|wat er over is)\b", fold(text))
    )
