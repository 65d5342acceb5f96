"""What somebody takes on: all of them, what there is in some days, what another had."""

from __future__ import annotations

import re

from locales.nl.reading import Reading

_ALL_THE_SAME = re.compile(r"\b(?:alle plezier|alle liefde|alle geval|alles goed|alle drukte)\b")
_EVERY = frozenset({"allebei", "beide", "alle", "allemaal", "alles", "elke", "iedere"})
_BY_TURNS = re.compile(
    r"(?i)\bom en om\b|\bom (?:de )?beurt(?:en)?\b|\bbeurtelings\b|\bafwisselend\b|\bom ?beurten\b"
    r"|\bom de andere\b|\bwisselen (?:we|wij|elkaar)? ?af\b|\bde (?:ene|een) week ik\b"
)
_TAKES_OVER = re.compile(r"\b(?:ik|we|wij)\b.* (?:over|overnemen|overneem)$|\b(?:ik|we|wij)\b.* (?:over|overnemen) ")
_SELF = re.compile(r"\b(?:ik|we|wij|mij)\b")
_STANDS_IN = re.compile(r"\b(?:spring|val|inspringen|invallen)\b")


def means_all(reading: Reading) -> bool:
    """Whether all of them are meant: "alle dinsdagen", "ik doe ze allemaal"."""
    return bool(reading.vocabulary & _EVERY) and not _ALL_THE_SAME.search(" ".join(reading.plain))


def by_turns(text: str) -> bool:
    """Whether several do it one after the other: "om en om met Fatima"."""
    return _BY_TURNS.search(text) is not None


def takes_a_stretch(reading: Reading) -> bool:
    """Whether somebody takes what there is in some days: "ik kan volgende week alle avonden wel"."""
    bounded = any(t.rule and t.since and "week" in reading.vocabulary for t in reading.times)
    return (reading.holds("stretch") or bounded) and "wel" in reading.vocabulary and not reading.holds("negation")


def takes_from(reading: Reading) -> bool:
    """Whether who speaks takes something over from who is named: "ik neem de beurt van Piet over", "ik pak die van
    Piet", "ik spring wel in voor Riet"."""
    said = " ".join(reading.plain)
    if _TAKES_OVER.search(said):
        return True
    before = {reading.words[m.first - 1].norm for m in reading.mentions if m.kind == "member" and m.first}
    return _SELF.search(said) is not None and ("van" in before or ("voor" in before and bool(_STANDS_IN.search(said))))
