"""Names as people give them when they are asked: "ik heet Anna", "voor mijn moeder Nel"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from locales.nl import kin
from locales.nl.manners import first_names
from locales.nl.words import data, fold

LONGEST = 60
INITIALS = 2  # letters that may be a name by themselves: "JP"
_OWN = re.compile(
    r"^(?:(?:hoi|hallo|dag)[,!. ]+)?(?:mijn naam is|m'n naam is|ik heet|ik ben|dit is|met)\s+", re.IGNORECASE
)
_CALLS_SELF = re.compile(r"^(?:(?:hoi|hallo|dag|nee)[,!. ]+)?(?:mijn naam is|m'n naam is|ik heet)\s+\S", re.IGNORECASE)
_FOR = re.compile(r"^(?:(?:het is|hij is|is) )?(?:voor|van(?! de[rn]?\b)|om)\s+", re.IGNORECASE)
_CALLED = re.compile(r"^(?:,\s*)?(?:(?:ze|hij|zij|die) heet|genaamd)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OF = ("voor", "van", "bij", "om", "rond", "met", "aan", "naar", "en")
_BESIDE = ("met", "en", "samen", "door")
_NO_SUBJECT = ("wij", "we", "ik", "zij", "ze", "hij", "die", "er", "met", "samen", "iemand", "wie", "wat", "kan", "mag")
_EDGES = " .,!?\"'()"


class Recipient(NamedTuple):
    """Who is cared for; each part "" where it was not said."""

    name: str
    kinship: str  # "moeder"


def is_name(text: str) -> bool:
    """Whether this can be somebody's name: it has a letter, is no question and no sentence."""
    if len(text) > LONGEST or "\n" in text or "?" in text or not any(sign.isalpha() for sign in text):
        return False
    first, *others = text.split()
    if first.islower() and any(word[0].isupper() for word in others) and fold(first) not in _before_names():
        return False  # "bedank Wil"
    return kin.words("no_name").isdisjoint(fold(word) for word in _WORD.findall(text))


def could_be_name(text: str) -> bool:
    """Whether an answer can hold a name, with who it is: "voor mijn man Arie", "het is voor mijzelf"."""
    return is_self(text) or bool(recipient(text).name or recipient(text).kinship)


def new_name(said: str) -> str:
    """The name in "ik heet Petra Jansen", said by who was asked nothing; "" where it is none of that."""
    return own_name(said) if _CALLS_SELF.match(said.strip()) and len(said.split()) <= 8 else ""


def own_name(said: str) -> str:
    """The name in the answer to "hoe heet je?", or ""."""
    name = _OWN.sub("", said.strip()).strip(_EDGES)
    return capital(name) if is_name(name) and not name.startswith("/") else ""


def recipient(said: str) -> Recipient:
    """Who the circle is for, in the answer to that question: "voor mijn moeder, ze heet Nel"."""
    first, _, further = _FOR.sub("", said.strip()).strip(_EDGES).partition(",")
    name, kinship = _who(first)
    if further and not (name and kinship):  # "mijn vader, Jan" and "Jan, mijn vader"
        more_name, more_kinship = _who(_CALLED.sub("", further.strip()))
        name, kinship = name or more_name, kinship or more_kinship
    return Recipient(name, kinship)


def _who(said: str) -> tuple[str, str]:
    """The name and the kinship in "mijn lieve oma Truus"; "" for the one that is not there."""
    words = said.split()
    kinship = ""
    if words and fold(words[0]) in kin.words("possessive"):
        words = words[1:]
        while words and fold(words[0]) in data("people")["fond"]:
            words = words[1:]
    if words and fold(words[0]) in kin.kinships():
        kinship = fold(words[0])
        words = words[1:]
        if words and fold(words[0]) in ("en", "&"):  # "mijn vader en moeder": two, and no name yet
            words = []
    name = _CALLED.sub("", " ".join(words).strip(_EDGES)).strip(_EDGES)
    with_capital = capital(name)
    return (with_capital if is_name(name) and is_name(with_capital) else ""), kinship


def kin_alone(said: str) -> str:
    """The kinship in "voor mijn moeder", where that is all that was said; else ""."""
    found = recipient(said)
    return found.kinship if not found.name and len(said.split()) <= 4 else ""


def recipient_in(said: str) -> Recipient:
    """Who is cared for, where a sentence names them by kinship: "ik zorg voor mijn vader Henk". Else no name."""
    words = said.split()
    found: list[tuple[int, str]] = []
    for at, (owner, kinship, name) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        last = at + 3 == len(words) or name[-1] in ",.!?"
        kinship = kinship.rstrip(",")  # "voor ons moeder, Maria"
        if fold(owner) in kin.words("possessive") and kin.is_kinship(kinship) and (name[0].isupper() or last):
            before = fold(words[at - 1]) if at else ""  # "samen met mijn zus Els voor onze moeder Nel"
            rank = 0 if before in ("voor", "rond", "rondom", "om", "bij") else 2 if before in _BESIDE else 1
            further = words[at + 3].strip(_EDGES) if not last else ""  # "mijn moeder Rosa Maria"
            double = further[:1].isupper() and {fold(name), fold(further)} <= first_names()
            found.append((rank, f"{owner} {kinship} {name} {further}" if double else f"{owner} {kinship} {name}"))
    return recipient(min(found)[1]) if found else Recipient("", "")


def is_self(said: str) -> bool:
    """Whether this answers "voor wie?" with oneself: "voor mezelf"."""
    return fold(_FOR.sub("", said.strip()).strip(_EDGES)) in data("people")["speaker"]


def spoken_of(said: str) -> str:
    """Who a sentence begins with: "Lieke heeft geen telefoon", "mijn man Hassan en ik delen dit nummer"; else ""."""
    words = said.split()
    while words and fold(words[0]) in _before_names():
        words = words[1:]
    name = words[0].strip(_EDGES) if len(words) > 1 else ""
    return name if name[:1].isupper() and fold(name) not in _NO_SUBJECT and is_name(name) else ""


def invites(said: str, recipient: str, kinship: str = "") -> bool:
    """Whether the person cared for is to take part: "nodig Nel zelf uit", "nodig mijn moeder uit" where they are that.

    Not "nodig iemand uit voor Nel".
    """
    words = [fold(word.strip(_EDGES)) for word in said.split()]
    called = {fold(recipient)} | kin.same_kin(kinship)
    if len(words) < 2:  # the answer to "voor wie?"
        return False
    if "zelf" in words and any(word in data("people")["recipient"] for word in words):  # "nodig papa zelf uit"
        return True
    return any(
        word in called
        and not any(before in _OF for before in _just_before(words, at))
        and not {"kring", "zorgkring"} & set(words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )


def _just_before(words: list[str], at: int) -> list[str]:
    """The word before, and the one before "mijn" and "oom"."""
    while at and words[at - 1] in _before_names() - kin.words("possessive"):  # "voor oom Jan"
        at -= 1
    return words[max(0, at - 2) : at] if at and words[at - 1] in kin.words("possessive") else words[max(0, at - 1) : at]


def capital(name: str) -> str:
    """A name that was typed without capitals, or in nothing else, with them: "Jan de Vries"."""
    shouted = name.isupper() and len(name) > INITIALS
    if not name[1:].islower() and not shouted:  # "Hans jansen" lost its second capital alone
        return name
    name = name.lower()
    small = data("people")["particle"]
    return " ".join(word if word in small else word.title() for word in name.split())


@cache
def _before_names() -> frozenset[str]:
    """What is no name itself where a name follows it."""
    return kin.words("title") | kin.words("particle") | kin.kinships() | kin.words("possessive")
