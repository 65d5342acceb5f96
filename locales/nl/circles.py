"""For whom a circle is that somebody wants, and whether they come to join one."""

from __future__ import annotations

import re

from locales.nl import kin
from locales.nl.manners import first_names
from locales.nl.people import ordinary, same_title
from locales.nl.reading import Reading
from locales.nl.words import UPPER, data, fold

_JOINING = frozenset({"code", "uitnodiging", "uitgenodigd", "start", "meedoen"})
_NO_NAME = (
    *(
        "mijn",
        "onze",
        "ons",
        "de",
        "het",
        "een",
        "met",
        "en",
        "op",
        "aan",
        "heeft",
        "kan",
        "is",
        "wil",
        "wordt",
        "moet",
    ),
    *("krijgt", "woont", "ligt", "zit", "gaat", "kunnen", "want", "die", "omdat", "in", "bij", "samen", "graag"),
)
_FEW = 4  # words
_CORRECTS = 7
_BOTH = re.compile(
    r"\b(?:van|bij|voor) (?:hen |hun |ze |je )?(?:allebei|alle ?(?:twee|2|drie|3)|beide|beiden|iedereen waar ik)\b"
    r"|\b(?:beide|allebei de|alle twee de|alle) (?:de )?(?:roosters|kringen|planningen|schema\W?s)\b"
)
_INSTEAD_OF = re.compile(  # "niet Nel maar ...", "in plaats van Nel", "..., niet voor Nel"
    r"(?i)\b(?:niet|nie) (?:voor |bij |van )?\S+(?: \S+)?[, ]+(?=maar|wel|voor|bij)"
    r"|\b(?:in plaats van|ipv) (?:voor |bij )?\S+|,? (?:en )?(?:niet|nie) (?:voor |bij )?\S+$"
)
_EDGES = ".,!?'\"():;"
_POINTS_AT = frozenset({"bij", "voor", "van", "rond", "rondom", "naar", "met", "kring", "zorgkring"})
_ONLY_FOR = re.compile(r"(?i)(?:[\w']+[\s,]+){0,2}?(?:voor|bij)\s+(\S.*)$")
_WHOSE = re.compile(r"(?i)\b(?:voor|van|rond|rondom)\b")
_KIN = re.compile(r"(?i)\s+(?:(?:de|het|een|die) )?(?P<kin>[^\W\d_]+)\b")
_CIRCLE_NAME = re.compile(
    r"\s*[,(:-]?\s*(?:(?:die|ze|hij|zij)?\s*(?:heet|genaamd)\s+)?"
    rf"([^\W\d_][\w'’-]*(?:\s+(?:(?:van|de|der|den|ter|te)\s+)*{UPPER}[\w'’-]*)*)"
)


def circle(reading: Reading) -> dict[str, str]:
    """For whom a circle is, `recipient` and `relation`: "maak een zorgkring voor mijn moeder Nel"."""
    values: dict[str, str] = {}
    relation = next((m for m in reading.mentions if m.kind in ("recipient", "relation")), None)
    begin = len(reading.text)
    if relation:
        values["relation"] = fold(relation.said)
        begin = reading.words[relation.last - 1].end
    elif match := _WHOSE.search(reading.text):
        begin = match.end()
        if (after := _KIN.match(reading.text, begin)) is not None and kin.is_kinship(after["kin"]):  # "de buurman"
            values["relation"], begin = fold(after["kin"]), after.end()
    name = _CIRCLE_NAME.match(reading.text[begin:])
    if name and not _is_no_name(name[1].split()[0]):
        said = name[1].strip()
        first, _, rest = said.partition(" ")
        if rest and "relation" not in values and fold(first) in data("people")["recipient_with_possessive"]:
            values["relation"], said = fold(first), rest
        values["recipient"] = said.title() if said.islower() else said
    elif relation and relation.names:
        values["recipient"] = relation.names[0]
    return values


def _is_no_name(word: str) -> bool:
    """ "Een kring voor mijn vader beginnen"."""
    said = fold(word)
    verb = said.endswith("en") and said in ordinary() and said not in first_names() | kin.called()
    return verb or said in _NO_NAME


def speaks_of_joining(reading: Reading) -> bool:
    """Whether a code in this message is an invitation."""
    return bool(reading.vocabulary & _JOINING)


def only_for(text: str) -> str:
    """For whom a few words say that something is: "nee, voor mevrouw Nel" is "mevrouw Nel"; "" where they say else."""
    found = _ONLY_FOR.match(_INSTEAD_OF.sub("", text.strip(" .!")))
    return found[1].strip(" .!") if found and len(found[1].split()) <= _FEW else ""


def corrected_to(text: str) -> str:
    """What a few words say to be meant instead: "Gerrit", "niet Nel maar Gerrit"; "" where there are more."""
    said = _INSTEAD_OF.sub("", text.strip(" .!"))
    return said if len(said.split()) <= _CORRECTS else ""


def says_both(text: str) -> bool:
    """Whether all circles are meant: "het rooster van allebei"."""
    return bool(_BOTH.search(fold(text)))


def plainly_named(text: str, recipient: str, kinship: str = "") -> int:
    """How plainly a text names who a circle is for: 2 in full or by kinship, 1 by a part of the name, 0 not at all.

    "Mw. Jansen" and "jansen" are mevrouw Jansen; "meneer Jansen" and "Piet Jansen" are somebody else.
    """
    said = [word.strip(_EDGES) for word in text.split()]
    words, parts = [_alike(word) for word in said], [_alike(part) for part in recipient.split()]
    if any(_same(words[at : at + len(parts)], parts) for at in range(len(words))):
        return 2
    if not kin.same_kin(kinship or recipient).isdisjoint(words):
        return 2
    return int(any(_is_part(said, words, at, parts) for at in range(len(words)))) if len(parts) > 1 else 0


def is_of(name: str, recipient: str) -> bool:
    """Whether this is the name of who is cared for, or a part of it: "Jansen" of "mevrouw Jansen"."""
    said = [_alike(word.strip(_EDGES)) for word in name.split()]
    return bool(said) and set(said) <= {_alike(part) for part in recipient.split()}


def _alike(word: str) -> str:
    """A word of a name as it is compared: "Mevr" is "mevrouw"."""
    folded = fold(word).strip(_EDGES)
    return same_title(folded) or folded


def _same(words: list[str], parts: list[str]) -> bool:
    """Whether these are the words of a name, the last one perhaps with the s of what is theirs."""
    return words[:-1] == parts[:-1] and words[-1:] in (parts[-1:], [f"{parts[-1]}s"], [f"{parts[-1]}'s"])


def _is_part(said: list[str], words: list[str], at: int, parts: list[str]) -> bool:
    """Whether the word at this place is their first or last name, and not one of somebody else's."""
    titles = {group[0] for group in data("people")["same_title"]}
    small = kin.words("particle") | kin.words("honorific") | kin.called() | kin.words("possessive") | titles
    word = next((p for p in parts if p not in small and _same([words[at]], [p])), "")
    if not word:
        return False
    before = at - 1
    while before >= 0 and words[before] in kin.words("particle"):
        before -= 1
    last = words[before] if before >= 0 else ""
    if last in titles:
        return last in parts or titles.isdisjoint(parts)
    if last in first_names() and last not in parts:  # "Piet Jansen"
        return False
    return said[at][:1].isupper() or last in _POINTS_AT or before < at - 1 or word not in ordinary()
