"""What people ask about the program itself: who reads along, what it costs, whether it is a person."""

from __future__ import annotations

import re

from locales.nl.words import fold

_READ = r"(?:lezen|zien|meelezen|meekijken|inzien|volgen)"
_MINE = (
    r"(?:dit|dat|wat ik (?:\w+ ){0,2}?(?:schrijf|typ|type|zeg|app|stuur|vertel|vraag|deel)"
    r"|mijn (?:berichten|appjes|gesprek|chat)"
    r"|onze (?:berichten|chat)|deze chat|dit gesprek)"
)
_ASKED = {
    "who_sees": re.compile(
        rf"\b(?:kan|kunnen|mag|mogen|gaat) (?:\S+ ){{1,4}}?{_MINE}(?: \S+){{0,2}}? {_READ}\b"
        rf"|\b(?:kan|kunnen|mag|mogen) (?:\S+ ){{0,4}}?{_READ} {_MINE}"
        r"|\b(?:leest|lezen|kijkt|kijken) (?:\S+ ){0,3}?mee\b|\b(?:ziet|zien|leest|lezen) (?:\S+ ){1,4}?wat ik\b"
        rf"|\bwie (?:ziet|zien|leest|lezen) (?:er )?(?:allemaal )?{_MINE}"
        r"|\bis (?:dit|het|deze chat) (?:hier )?(?:prive|geheim|vertrouwelijk)\b"
    ),
    "sells": re.compile(
        r"\b(?:verkoop|verkopen|verkoopt|verhandel\w*|delen|deel|deelt|geef|geven|doorverko\w+)\b.*\b(?:gegevens|data|informatie)\b"
        r"|\b(?:gegevens|data)\b.*\b(?:verkocht|doorverkocht|doorgegeven|verhandeld)\b"
    ),
    "costs": re.compile(
        r"^(?:en |maar )?(?:wat|hoeveel) (?:kost|kosten) (?:\S+ ){0,2}?"
        r"(?:dit|het|dat|jij|je|u|de app|deze app|zorgkring)\b(?: \S+){0,3}$"
        r"|\b(?:is|zijn) (?:dit|het|je|de app|deze app|zorgkring) (?:\S+ )?(?:gratis|kosteloos)\b"
        r"|\bmoet(?:en)? (?:ik|we) (?:\S+ ){0,3}betalen\b"
    ),
    "robot": re.compile(
        r"\b(?:ben|bent|zijn|is) (?:je|jij|u|jullie|dit|het) (?:\S+ ){0,2}?(?:robot|mens|computer|bot"
        r"|echt persoon|echte persoon|ai|programma)\b"
        r"|\bwie (?:heeft|hebben) (?:je|jou|jullie|u|dit) (?:gemaakt|gebouwd|bedacht)\b|\b(?:praat|spreek|app"
        r"|chat) ik met een (?:echt )?(?:\S+ )?(?:mens|persoon|robot|computer)\b"
    ),
}
_OPENS = re.compile(
    r"^(?:en |maar |eh |o )?(?:kan|kunnen|mag|mogen|gaat|wie|wat|hoeveel|is|zijn|ben|bent|leest|lezen|ziet|zien"
    r"|kijkt|kijken|verkoop|verkopen|verkoopt|delen|deel|geven|geef|moet|moeten|praat|spreek|app|chat|worden)\b"
)
_MOST = 14  # words


def asked(text: str) -> str:
    """What is asked: "who_sees", "sells", "costs" or "robot"; "" where it is nothing of the kind."""
    said = fold(text).strip(" ?!.")
    if len(said.split()) > _MOST or not (text.rstrip().endswith("?") or _OPENS.match(said)):
        return ""
    return next((what for what, pattern in _ASKED.items() if pattern.search(said)), "")
