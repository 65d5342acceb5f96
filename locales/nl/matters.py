"""What a longer message is about: many first tell how they are, or reassure."""

from __future__ import annotations

import re

from locales.nl.cues import sentences

_MOST = 4  # parts that are looked at
_FEWEST = 4  # words that an aside leaves
_SHORTEST = 12  # letters of a part that may be what it is about
_LEADS_UP = re.compile(
    r"(?i),\s+(?=(?:wie|kan|kun|wil|zou|is|komt|ik bedoel\w*|zet|haal|mag)\b)|\bmaar\s+(?=(?:wil|kun|kan|ik|wie)\b)"
)
_ASIDE = re.compile(
    r"(?i),?\s*\b(?:(?:maak|maakt) (?:je|u|jullie) (?:daar |er |maar |over )*geen zorgen"
    r"|(?:ge|je|u) (?:moet|hoeft|hoef) (?:u|je|jullie)? ?(?:daar |er |daarover |over )*geen zorgen (?:te )?maken"
    r"|geen zorgen)\b"
    r"|(?:^|[,.!]\s*)(?:(?:dat |het )?is )?geen (?:enkel )?(?:probleem|punt|moeite|haast|stress)\b(?=\s*(?:[,.!]|$))"
)


def matters(text: str) -> list[tuple[int, int]]:
    """Where parts of a longer message stand that it may be about: its sentences, the last first, then what a comma
    leads up to."""
    spans = sentences(text)
    found = list(reversed(spans)) if len(spans) > 1 else []
    found += [(match.end(), len(text)) for match in _LEADS_UP.finditer(text)]
    return [(begin, end) for begin, end in dict.fromkeys(found) if end - begin > _SHORTEST][:_MOST]


def without_asides(text: str) -> str:
    """A message without what only reassures: "ge moet u geen zorgen maken" refuses nothing."""
    rest = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    return rest if len(rest.split()) >= _FEWEST else text
