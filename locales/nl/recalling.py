"""What was once told and is asked back: "waar ligt de sleutel?", "wat is de code van de voordeur?"."""

from __future__ import annotations

import re

from locales.nl.logs import fits, tells_address
from locales.nl.words import fold

_LEAD = (
    r"^(?:(?:en|hey|hoi|hallo|ehm?|o ja|vraagje|even|sorry|zeg)[,: ]+)*"
    r"(?:(?:weet|weten|kun|kan) (?:je|jij|u|iemand|jullie) "
    r"(?:(?:me|mij|nog|ook|misschien|even|toevallig|zeggen|vertellen) )*)?"
)
_AGAIN = r"(?:ook al ?weer |ook weer |ook |al ?weer )*"
_THE = r"(?:de|het|die|dat|haar|zijn|onze|deze)"
_PLACE = re.compile(
    rf"{_LEAD}waar {_AGAIN}(?:lig\w*|lag\w*|hang\w*|hing\w*|staa[nt]|stond\w*|zit\w*|vind\w*|bewaa?r\w*|laat"
    rf"|(?:is|zijn) {_THE}|leg\w*|(?:kan|kun|kunnen) (?:ik|we) .*(?:vinden|leggen|neerzetten)|(?:ik |we |je )?{_THE} .*"
    r"(?:lig\w*|hang\w*|staa[nt]|vind\w*|zit\w*|is|zijn|bewaa?r\w*))\b"
)
_FACT = re.compile(
    rf"{_LEAD}(?:wat (?:is|was|zijn|waren)|welke?) {_AGAIN}(?:{_THE} )?\w*"
    r"(?:code (?:van|voor|op|bij|om)|(?:\w{2}code|pin|wachtwoord|kenteken|adres|nummer|naam|merk|maat|sleutel))\b"
)
_WHO_KNOWS = re.compile(
    rf"^(?:weet|weten|heeft|hebben|kent) (?:je|jij|u|iemand|jullie) {_AGAIN}(?:toevallig |misschien |nog )*{_THE} \w*"
    r"(?:code|wachtwoord|kenteken|adres|nummer|maat|sleutel)\b"
)
_HOW = re.compile(
    rf"{_LEAD}hoe (?:werkt|werken|gaat .+ (?:aan|uit|open|dicht)$|zet|krijg|doe|zat|zit) "
    rf"(?:ik |je |we |u |het met )?{_THE}\b"
)
_ADDRESS = re.compile(
    rf"{_LEAD}waar (?:is|was) (?:dat|het)(?: (?:ergens|precies|dan|ook alweer))*$"
    rf"|{_LEAD}waar (?:woont|wonen) {_AGAIN}[\w-]+(?: [\w-]+)?"
    r"(?: (?:ergens|precies|eigenlijk|dan|nou|ook|al|alweer|weer))*$"
    rf"|{_LEAD}(?:(?:op |naar )?(?:welk|wat is|wat was|heb je|heeft iemand|mag ik|kan ik|weet je|weet iemand|stuur) "
    r"(?:\w+ ){0,3}?)?adres(?: \w+){0,4}$"
)
_HEADS_FOR = re.compile(rf"{_LEAD}waar (?:moet|moeten) (?:ik|we) (?:\w+ )?(?:zijn|heen|naartoe|naar toe|wezen)")
_JOINS = re.compile(r"\b(?:erbij|er bij|in de (?:kring|groep|app)|uitgenodigd|mee)$")  # of people, and not of things
_CAME = re.compile(r"^(?:\w+ )?(?:(?:wie )?(?:is|was)|zijn) (?:er )?.*\b(?:geweest|(?:langs)?gekomen|verschenen)\b")
_QUESTION = re.compile(rf"{_LEAD}(?:waar|wat|hoe|welke?|wie|wanneer|staat er|weet|mag|moet)\b")
_EMPTY = frozenset(
    """
    de het een haar zijn hun mijn ons onze of en in op van voor met is was wat hoe waar welke welk wie wanneer waarom er
    ook nog al alweer weer dat die deze dit ik je jij u we wij ze zij hij iemand jullie men te om aan uit bij naar ligt
    liggen lag lagen hangt hangen hing staat staan stond zit zitten zat vind vinden bewaar bewaren bewaart leg leggen
    laat laten kan kun kunnen zou moet moeten mag wil heb heeft hebben had hadden gelegd gezet gelaten weet weten
    zeggen vertellen werkt werken gaat zet krijg doe doen eigenlijk nou toch maar dan nu precies even vraagje sorry hey
    hoi hallo neerzetten zeg me mij misschien toevallig open dicht hier daar
    """.split()  # noqa: SIM905
)
_NUMBER = frozenset({"nummer", "telefoonnummer", "telnummer", "mobiel", "telefoon", "tel", "bellen", "bereiken"})
ADDRESS = ("adres",)
_SHORTEST = 3  # letters of a word that says what is asked about


def asks_back(text: str) -> bool:
    """Whether something is asked that somebody may have told: where a thing is, a code or number, how a thing works."""
    said = _plain(text)
    if _JOINS.search(said):
        return False
    return any(one.match(said) for one in (_PLACE, _FACT, _WHO_KNOWS, _HOW, _ADDRESS)) and bool(about(text))


def asks_where_to_go(text: str) -> bool:
    """Whether who comes asks where that is: "waar moet ik zijn?"."""
    return bool(_HEADS_FOR.match(_plain(text)))


def asks_who_came(text: str) -> bool:
    """Whether somebody asks who came, or whether anybody did: "is er vandaag iemand geweest?"."""
    return _CAME.search(_plain(text)) is not None


def is_question(text: str) -> bool:
    """Whether this asks for something in its own words."""
    return bool(_QUESTION.match(_plain(text)))


def about(text: str) -> tuple[str, ...]:
    """The words of a question that say what it is about: ("sleutel",)."""
    if _ADDRESS.match(_plain(text)) or asks_where_to_go(text):
        return ADDRESS
    said = re.findall(r"[^\W_]+", _plain(text))
    return tuple(dict.fromkeys(word for word in said if word not in _EMPTY and len(word) >= _SHORTEST))


def answers(note: str, words: tuple[str, ...]) -> bool:
    """Whether a note holds all that is asked about; where a number is asked for, figures stand for that word."""
    if words == ADDRESS and tells_address(note):
        return True
    named = tuple(word for word in words if word not in _NUMBER)
    figures = len(named) == len(words) or any(letter.isdecimal() for letter in note)
    return bool(named) and figures and fits(note, named)


def _plain(text: str) -> str:
    return fold(text).strip(" ?!.")
