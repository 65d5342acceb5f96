"""Who comes for their work and is sent by others: nobody of the circle is asked to do it for them."""

from __future__ import annotations

import re

from locales.nl.words import fold

_WHO = (
    r"(?:thuiszorg|wijkverpleging|wijkzuster|wijkverpleegkundige|verpleging|verpleegkundige|huishoudelijke hulp|"
    r"zuster|poetshulp|schoonmaakster|ergotherapeut|casemanager|maaltijdservice|tafeltje dekje|monteur|loodgieter)"
)
_COMES = re.compile(rf"\bkom(?:t|en) (?:\S+ ){{0,6}}?(?:de |het |een |haar |zijn )?{_WHO}\b|\b{_WHO} kom(?:t|en)\b")


_NEEDED = re.compile(r"\b(?:iemand|wie)\b")
_WHY = re.compile(r"\b(?:want|omdat|aangezien|wanneer|terwijl|als)\b")


def comes(text: str) -> bool:
    """Whether it is told that one of them comes: "vanavond om 8 uur komt de thuiszorg"; not as the reason of
    something else: "..., want dan komt de loodgieter", nor where somebody is to be there: "..., wie doet er open?"."""
    said = fold(text)
    return bool(_COMES.search(_WHY.split(said)[0])) and not _NEEDED.search(said)
