"""What is written into the log, and what is looked for there: "zoek in het logboek naar slapen"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from locales.nl.reading import Reading
from locales.nl.words import data, fold

_LOG = r"(?:het |de |ons |mijn )?(?:logboek|notities|schriftje|log|overdracht|bijzonderheden)"
_ABOUT = re.compile(
    rf"\b(?:naar|over|met het woord|op het woord|op)\s+(?P<about>[^?.!]+?)(?:\s+(?:in|uit|van)\s+{_LOG}.*)?\s*[?.!]*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:zoek|vind)(?:\s+(?:eens|even))?\s+(?P<about>(?!in\b|door\b)[^?.!]+?)\s+in\s+{_LOG}", re.IGNORECASE
)
_WRITE = re.compile(
    r"(?:(?:en|o ja|ook|graag|kun je|kan je|wil je|wilt u|kunt u|zou je)[, ]+)*"
    r"(?:(?:zet|schrijf|noteer|meld|vermeld)(?: (?:er|het|dit|dat|nog|ook|even))* (?:erbij|er bij|bij|op|in)|"
    r"(?:noteer|onthoud|bewaar|opschrijven|niet vergeten|nb)(?: (?:dit|even|ook|nog))*)"
    r"(?:\s*:\s*|,? dat )(?=\S+ \S)",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    """
    de het een haar zijn hun mijn ons onze of en in op van voor met is was heeft hebben had iets alles wat hoe ze hij
    wanneer er ook nog al dat die deze dit afgelopen vorige week maand dagen maart januari februari april mei juni juli
    naar over augustus september oktober november december vandaag gisteren
    """.split()  # noqa: SIM905
)
_ENDINGS = ("ingen", "ing", "eren", "en", "te", "de", "t", "e", "s")
_STRONG = (
    ("slapen", "slaap", "slaapt", "sliep", "sliepen", "geslapen"),
    ("eten", "eet", "at", "aten", "gegeten"),
    ("drinken", "drinkt", "dronk", "dronken", "gedronken"),
    ("vallen", "valt", "viel", "vielen", "gevallen", "val"),
    ("lopen", "loopt", "liep", "liepen", "gelopen"),
    ("zitten", "zit", "zat", "zaten", "gezeten"),
    ("liggen", "ligt", "lag", "lagen", "gelegen"),
    ("bijten", "bijt", "beet", "gebeten"),
    ("schrikken", "schrikt", "schrok", "geschrokken"),
    ("lachen", "lacht", "lachte", "gelachen"),
    ("brengen", "brengt", "bracht", "gebracht"),
    ("nemen", "neemt", "nam", "namen", "genomen", "ingenomen"),
    ("geven", "geeft", "gaf", "gaven", "gegeven"),
    ("wassen", "wast", "waste", "gewassen"),
    ("bloeden", "bloedt", "bloedde", "gebloed", "bloed"),
)
"""Verbs that change inside: each row is one."""
NEAR = 88  # of 100


def says_to_write(text: str) -> bool:
    """Whether what follows is to be written down as it stands: "schrijf erbij dat ...", "onthoud: ..."."""
    return _WRITE.match(text.strip()) is not None


_NUMBER = r"\D*\d+[a-z]?\b(?! ?(?:min|jaar|jaren|maand|week|weken|dag|km|kilometer|uur|huizen|deuren|straten))"
_ADDRESS = re.compile(
    r"(?i)^(?:(?:en|want|oja|o ja|trouwens|ter info|ps)[,: ]+)*(?:"
    r"(?:(?:het|haar|zijn|hun|ons|mijn) )?adres(?: van [^\W\d_]+(?: [^\W\d_]+)?)?(?: is(?: nu)?|:| =|,)? "
    r"|(?:ze|zij|hij|we|wij|(?:mijn |onze )?[^\W\d_]+)(?: [^\W\d_]+)? (?:woont|wonen) )"
    rf"(?={_NUMBER})"
)


def tells_address(text: str) -> bool:
    """Whether somebody says where another lives, with a number: "het adres is Dorpsstraat 5"."""
    return "?" not in text and _ADDRESS.match(text.strip()) is not None


def sought(text: str) -> tuple[str, ...]:
    """The words to look for, () where none were said."""
    found = _BEFORE.search(text) or _ABOUT.search(text)
    said = re.findall(r"[^\W_]+", fold(found["about"])) if found else []
    return tuple(word for word in said if word not in _EMPTY and len(word) > 1)


def fits(note: str, words: tuple[str, ...]) -> bool:
    """Whether a note speaks of each of these words: as it is, in another form ("geslapen", "slaapt"), or nearly so."""
    held = re.findall(r"[^\W_]+", fold(note))
    return all(any(_alike(word, other) for other in held) for word in words)


def _alike(word: str, other: str) -> bool:
    if word == other or (len(word) > 3 and (word in other)) or (len(other) > 4 and word.endswith(other)):
        return True  # "sleutel" is in "huissleutel", whoever says which
    if any(word in forms and other in forms for forms in _STRONG):
        return True
    stem, root = _stem(word), _stem(other)
    return len(stem) > 2 and (stem == root or (len(stem) > 3 and fuzz.ratio(stem, root) >= NEAR))


def _stem(word: str) -> str:
    """Roughly what a word is a form of: "geslapen", "slaapt" and "slapen" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    if word.startswith("ge") and len(word) > 5:
        word = word[2:]
    word = re.sub(r"([aeou])\1(?=[^aeiou]$)", r"\1", word)  # "slaap" is "slap"
    return re.sub(r"([^aeiou])\1$", r"\1", word)  # "gevall" is "val"


def note(reading: Reading) -> str:
    """What is to be written down, without the words that say so; "" where there is nothing else."""
    text = reading.text
    if told := _WRITE.match(text.strip()):
        return text.strip()[told.end() :].strip(" :,-\n")
    for pattern in data("intents")["note"]["opens"]:
        match = re.match(pattern, text, re.IGNORECASE)
        if match:
            text = text[match.end() :].strip(" :,-\n")
            break
    alone = data("intents")["note"]["alone"]
    return "" if all(word in alone for word in fold(text).split()) else text
