"""How a message says that a series stops for good, or on which days it is left out."""

from __future__ import annotations

import re
from datetime import date

from locales.nl import leftout
from locales.nl.grammar.expression import Exclusion
from locales.nl.words import fold

_FOR_GOOD = re.compile(r"\b(na|vanaf|per|met ingang|meer|stopt|stoppen|stop|eindigt|eindigen|ophouden|houdt op)\b")
_RECURS = re.compile(r"\b(voortaan|vanaf nu|altijd|elke|iedere|telkens)\b")
_EVERY = re.compile(r"\b(?:alle|allemaal|elke|iedere|de hele reeks|de hele serie|voorgoed|helemaal)\b")
_THE_LAST = re.compile(r"\blaatste\b(?! (week|maand|dag|weken|dagen)\b)")
_NOT = re.compile(r"\b(geen|niet|stop|stopt|over|overslaan|skip|verval\w*|weg|af|pauze\w*)\b")
_BECAUSE = re.compile(r"(?i)[,;.]\s*(?:want\s+)?dan\s|\swant\s")
_OFF = re.compile(r"\b(?:verval\w*|(?:gaat|gaan) niet door|hoeft niet|sla\w* .*over|overslaan|valt (?:uit|weg))\b")
_ALL = re.compile(
    r"\b(alles|niks|niets|niemand|(alle|al de) (beurten|taken|bezoeken|afspraken|hulp)"
    r"|geen (enkele |enkel )?(beurt|beurten|taak|taken|bezoek|bezoeken|hulp|zorg)|(hele|heel het) rooster)\b"
)
_FEW = 6  # words
_FEASTS = re.compile(r"\bfeestdag(en)?\b")
_SCHOOL = re.compile(r"\bschoolvakanties?\b|\b(in|tijdens|gedurende) (de|alle|elke|iedere) vakanties?\b")


def is_for_good(text: str) -> bool:
    """Whether it stops from the day that is said on: "vanaf 1 mei geen koffie meer", and not only that day."""
    return bool(_FOR_GOOD.search(fold(text)))


def is_of_what_recurs(text: str) -> bool:
    """Whether it is about what comes again and again: "voortaan om half 11"."""
    return bool(_RECURS.search(fold(text)))


def says_all(text: str) -> bool:
    """Whether it is about all that is to come of something: "haal alle containers weg"."""
    return bool(_EVERY.search(fold(text)))


def names_the_last(text: str) -> bool:
    """Whether the day that is said is the last one: "de laatste koffie is 29 april"."""
    return bool(_THE_LAST.search(fold(text)))


def is_left_out(text: str) -> bool:
    """Whether what lies before "tot 1 mei" is left out ("tot 1 mei geen koffie"), rather than what comes after."""
    return bool(_NOT.search(fold(text)))


def names_it_only(text: str) -> bool:
    """Whether what is to be called off is "het" or "die": what was spoken of just before."""
    return len(text.split()) <= _FEW and bool(re.search(r"\b(?:het|dat|die|deze|hem|t)\b", fold(text)))


def because(text: str) -> str:
    """What a message leaves out, where the rest only tells why: "de 20e vervalt", before "dan heeft ze de kapper"."""
    found = _BECAUSE.search(text)
    first = text[: found.start()] if found else ""
    return first if _OFF.search(fold(first)) and not _OFF.search(fold(text[len(first) :])) else ""


def is_everything(text: str) -> bool:
    """Whether all there is does not go on then: "van 10 tot 20 april gaat er niks door"."""
    return bool(_ALL.search(fold(text)))


def days_off(text: str, today: date, region: str = "") -> list[tuple[date, date]]:
    """First and last day of each stretch of the holidays that a message names without dates; [] where it names none."""
    plain = fold(text)
    kinds = [kind for kind, said in (("public_holidays", _FEASTS), ("school_holidays", _SCHOOL)) if said.search(plain)]
    return leftout.days(tuple(Exclusion(kind) for kind in kinds), today, today + leftout.HORIZON, region)
