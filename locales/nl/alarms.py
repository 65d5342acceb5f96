"""What is said of an ambulance or 112 by who needs none: it was called, it was seen, or it was nothing."""

from __future__ import annotations

import re

from locales.nl.words import fold

_HELP = r"(?:112|ambulance|ziekenauto|ziekenwagen|huisartsenpost|hulpdiensten|dokter)"
_CALLED = re.compile(
    rf"\b{_HELP} (?:is |zijn |al |net |zojuist |meteen |onderweg |gelijk )*(?:gebeld|gewaarschuwd|onderweg"
    rf"|geweest|er|is er|er al)\b"
    rf"|\b(?:heb|hebben|heeft|is|zijn) (?:\w+ ){{0,3}}?{_HELP} (?:al |net |zojuist |meteen )*(?:gebeld|gewaarschuwd)\b"
    rf"|\b(?:belde|belden|bel|bellen) (?:net |nu |zojuist |al )+{_HELP}\b"
    rf"|\b(?:met|in) de (?:ambulance|ziekenauto|ziekenwagen) (?:mee|weg|naar|meegenomen|opgehaald|afgevoerd)\b"
    rf"|\b{_HELP} (?:heeft|hebben|nam|namen|neemt|komt) (?:\w+ ){{0,4}}?(?:mee|meegenomen|opgehaald|eraan)\b"
)
_SEEN = re.compile(
    r"\b(?:zag|zie|zagen|zien|stond|staat|hoorde|hoor) (?:\w+ ){0,4}?(?:ambulance|ziekenauto|ziekenwagen)\b"
    r"|\b(?:ambulance|ziekenauto|ziekenwagen) (?:\w+ ){0,3}?(?:staan|staat|stond|gezien|voor de deur|in de straat)\b"
    r"|\bwaarom (?:\w+ ){0,3}?(?:ambulance|ziekenauto|ziekenwagen)\b"
)
_NOT = re.compile(r"\b(?:niet|geen|niemand|nooit|moet|moeten|zal|zullen|kan|kun|bel nu|help)\b")
_NOTHING = re.compile(
    r"\b(?:loos|vals) alarm\b|\b(?:was|bleek|is) (?:gelukkig |toch |uiteindelijk |maar |het )*(?:niks"
    r"|niets)(?: ernstigs| aan de hand)?\b"
    r"|\b(?:niks|niets) (?:ernstigs|aan de hand)\b|\b(?:gevaar|schrik) (?:is )?(?:geweken|voorbij)\b"
    r"|\b(?:viel|valt) (?:gelukkig |uiteindelijk |allemaal |het )*mee\b|\b(?:is|gaat) (?:al )?weer (?:goed|beter)\b"
)
_MOST = 12  # words


def help_was_called(text: str) -> bool:
    """Whether 112 was called already, or somebody was taken along: "112 gebeld, ze gaat naar het ziekenhuis"."""
    found = _CALLED.search(fold(text))
    return found is not None and "?" not in text and not _NOT.search(fold(text)[: found.end()])


_BEGINS = re.compile(
    r"\bhoe (?:begin|start|werkt)\b|\b(?:trek|red) (?:ik )?(?:het|dit) (?:\w+ ){0,2}?niet (?:meer )?alleen\b"
    r"|\b(?:wil|willen|zou|moet|moeten) (?:\w+ ){0,12}?(?:iets|wat|meer) doen\b"
    r"|\b(?:meehelpen|mee helpen|verdelen|zorgkring)\b"
)


def asks_to_begin(text: str) -> bool:
    """Whether who tells of something bad asks for a beginning too: "ons mama is gevallen, ..., hoe begin ik"."""
    return _BEGINS.search(fold(text)) is not None


def saw_help(text: str) -> bool:
    """Whether who writes only saw help come: "ik zag een ambulance staan??"."""
    return _SEEN.search(fold(text)) is not None


def was_nothing(text: str) -> bool:
    """Whether what was feared turned out well: "loos alarm, was maagzuur"."""
    said = fold(text)
    return (
        len(said.split()) <= _MOST
        and "?" not in text
        and re.search(r"\bniet\b", said) is None
        and bool(_NOTHING.search(said))
    )
