"""What somebody wants said to others of the circle: "zeg tegen Piet dat ma ziek is"."""

from __future__ import annotations

import re
from typing import NamedTuple

from locales.nl.words import fold

_ASKS = r"(?:(?:kun|kan|wil|zou|wilt|kunt) (?:je|jij|u) )?(?:even )?"
_SENDS = re.compile(
    rf"{_ASKS}(?:(?:stuur|app|bericht|mail|zeg|meld|vertel|schrijf)\b.*|laat\b.*\bweten|geef\b.*\bdoor\b.*"
    r"|.*\b(?:sturen|appen|mailen|zeggen|melden|vertellen|laten weten|doorgeven))"
)
_EVERYBODY = re.compile(r"\b(?:iedereen|allemaal|de kring|de anderen|de rest|alle helpers)\b")
_OF_ONESELF = re.compile(r"(?:ik|wij|we|mijn|onze)\b")
_OF_THEM = re.compile(r"(?:hij|zij|ze|die|je|jij|u)\b")
_OFFERS = re.compile(
    r"\bik\b.*\b(?:brengen|wegbrengen|ophalen|oppikken|meenemen|afzetten|rijden|vervoeren|een lift|vergezellen)\b"
    r"|\bik (?:breng|haal|pik|neem|rij|rijd|zet)\b.*\b(?:op|mee|af|weg|naartoe|heen|wel)\b"
)
_ADDS = re.compile(r"(?is)\bmaar\b\s+(?P<said>\S.*)$")
_NEEDS = re.compile(
    r"\b(?:iemand|wie|moet|moeten|mag|geen|niet|nodig|waar|hoe|later|eerder|pas|zonder|liever|alleen|tenzij|mits)\b"
)
_FEWEST = 4  # words that add something to a yes
_HE = re.compile(r"(?i)(?:hij|zij|ze)\b")
_THIRD = re.compile(r"(?i)\b(?:is|heeft|wordt|zich|zijn|haar)\b")  # these have other forms for who is spoken to
_WORDS = 10  # before "dat"


_THANKS = re.compile(
    r"(?:(?:kun|kan|wil|wilt|kunt|zou) (?:je|jij|u) )?"
    r"(?:bedank (?P<who>[\w -]+?)|(?P<whom>[\w -]+?) bedanken|(?P<which>[\w -]+?))"
    r"(?: (?:maar|even|ook|hartelijk))* (?:van|namens|voor) (?:mij|ons)(?: (?P<last>bedanken))?"
)
_THANK_YOU = "Dank je wel!"


_KIND = (
    r"(?:(?:heel|erg|super|hartelijk|hartstikke|nogmaals|echt|ook) )*(?:bedankt|dank (?:je|u)(?: wel)?|dankjewel"
    r"|dankuwel|dankje|merci|thanks|sorry|het spijt me|(?:wat )?lief van (?:je|u)|wat lief|goed gedaan|gefeliciteerd"
    r"|beterschap|sterkte)"
)
_ALSO = r"(?:[, ]+(?:hoor|joh|he|nogmaals|super|top|fijn|heel erg|voor [\w ]{2,30}))*"
_NAME = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_KIND_WORD = re.compile(
    rf"{_KIND}{_ALSO}[, ]+(?P<last>{_NAME})(?:[, ]+{_KIND})?{_ALSO}|(?P<first>{_NAME})[, ]+{_KIND}{_ALSO}"
)


class Message(NamedTuple):
    """What is to be said to whom."""

    said: str
    to: frozenset[str]  # folded words, names among them
    everybody: bool
    of_them: bool  # what is said begins with who hears it: "dat hij vrijdag moet komen"
    quoted: bool = False  # in these very words


def message(text: str) -> Message | None:
    """What is to be said to others; None where nothing is, or what is said is about who writes."""
    if thanked := _THANKS.fullmatch(fold(text).strip(" .!?")):
        whom = thanked["who"] or thanked["whom"] or (thanked["which"] if thanked["last"] else "") or ""
        to = frozenset(re.findall(_NAME, whom))
        return Message(_THANK_YOU, to, bool(_EVERYBODY.search(whom)), of_them=False, quoted=True) if whom else None
    head, _, said = text.strip().partition(" dat ")
    folded, said = fold(head).strip(), said.strip().rstrip(" .!")
    if not said or len(folded.split()) > _WORDS or not _SENDS.fullmatch(folded) or _OF_ONESELF.match(fold(said)):
        return None
    to = frozenset(re.findall(_NAME, folded))
    return Message(said, to, bool(_EVERYBODY.search(folded)), bool(_OF_THEM.match(fold(said))))


def kind_word(text: str) -> str:
    """To whom, by name, a few kind words are and nothing else: "bedankt Piet"; "" where they are to nobody."""
    found = _KIND_WORD.fullmatch(fold(text).strip(" .!?"))
    return (found["last"] or found["first"] or "") if found else ""


def says_sorry(text: str) -> bool:
    """Whether it begins with an excuse: "sorry Anna"."""
    return fold(text).lstrip().startswith(("sorry", "het spijt"))


def offers_a_hand(text: str) -> bool:
    """Whether who writes offers somebody else a ride or a hand: "ik kan Piet wel brengen"."""
    return bool(_OFFERS.search(fold(text)))


def added(text: str) -> str:
    """What a yes needs beside it: "ja, maar iemand moet me ophalen" adds the last part; "" where it needs nothing."""
    found = _ADDS.search(text.strip())
    said = found["said"].strip() if found else ""
    return said if len(said.split()) >= _FEWEST and _NEEDS.search(fold(said)) else ""


def to_one(said: str) -> tuple[str, str]:
    """The same, said to the one whom it is about, with je and with u: "(dat) hij moet bellen" is "(dat) je ..."."""
    if not _HE.match(said) or _THIRD.search(said):
        return said, said
    return _HE.sub("je", said, count=1), _HE.sub("u", said, count=1)
