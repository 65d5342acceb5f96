"""People who are named and whom the circle does not know: "Sanne rijdt", "mijn zus Els en buurman Kees"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from locales.nl import tasks
from locales.nl.kin import any_of, kinships, words
from locales.nl.manners import first_names
from locales.nl.names import LONGEST, is_name
from locales.nl.people import find, ordinary, same_title
from locales.nl.reading import Reading
from locales.nl.spoken import WEEKDAYS
from locales.nl.words import UPPER, data, fold, split

_DOES = (
    r"(?:doet|rijdt|komt|kookt|gaat|haalt|brengt|helpt|neemt|regelt|blijft|past|loopt|wandelt|zorgt|poetst|wast|doucht"
    r"|waakt|slaapt|maakt|begeleidt)"
)
_NOBODY = frozenset(
    {"hij", "zij", "ze", "die", "dat", "dan", "daar", "het", "de", "een", "iemand", "niemand", "wie", "men", "dit"}
    | {"taxi", "bus", "regiotaxi", "thuiszorg", "ambulance", "verpleging", "wijkzuster", "zuster", "dokter", "huisarts"}
    | {"familie", "buurt", "kring", "alles", "iedereen", "samen", "morgen", "vandaag", "overmorgen", "en", "of", "maar"}
    | {*WEEKDAYS, "ook", "wel", "want", "waar"}
)  # fmt: skip
_JUST_COMES = ("komt", "gaat", "blijft")
_CAPITAL = rf"{UPPER}[\w'’-]*"
_SMALL = r"(?:(?i:van|de|den|der|ten|ter|te|von|el|al)\s+)*"
_WHOLE = rf"{_CAPITAL}(?:\s+{_SMALL}{_CAPITAL})*"  # "Jan", "Jan de Boer", "Jan Willem Jansen"


_PUT_ON = re.compile(
    rf"(?i:zet|plan|schrijf) (?:(?i:ook|maar|even|alvast) )?(?P<name>{_WHOLE})"
    r"(?= (?i:ook |maar |er )?(?i:op|in|bij|voor|erop|erbij|erin)\b)"
)


_NAMED_FOR = re.compile(
    rf"(?i:\bop (?:de )?naam van|\b(?:geef|gun|laat|doe) (?:\w+ ){{1,5}}?(?:maar )?(?:aan|door)) (?P<name>{_WHOLE})"
    r"(?:\s+(?i:doen|maar|graag|aub))*[ .!]*$"
)


@cache
def _kin() -> str:
    """What may stand before the name of somebody new: "tante", "mijn collega"."""
    people = data("people")
    return any_of(people["title"], people["recipient_with_possessive"], data("intents")["groups"]["relatie"])


@cache
def _before() -> re.Pattern[str]:
    """ "..., sanne rijdt" at the beginning of a part of the sentence."""
    lead = rf"(?:^|[,.;:!]\s*|\s-\s*|\s(?:en|dat|want)\s)(?:(?:mijn|onze|m'n|mn|de|ons)\s+)?(?:{_kin()}\s+)?"
    return re.compile(rf"{lead}(?P<name>[^\W\d_][\w'’-]+)\s+(?P<verb>{_DOES})\b", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """ "... dat doet mijn broer Kees", "... door Sanne"."""
    return re.compile(
        rf"\b(?P<verb>(?i:{_DOES}|door))\s+(?:(?i:mijn|onze|m'n)\s+)?(?:(?i:{_kin()})\s+)?(?P<name>{_WHOLE})"
    )


@cache
def _within() -> re.Pattern[str]:
    """ "... koffie, dan Sanne komt"."""
    return re.compile(rf"(?P<name>{_CAPITAL})\s+(?P<verb>(?i:{_DOES}))\b")


def _parts_of(known: Collection[str]) -> set[str]:
    """What may be said of these names: "Willem-Jan", "Willem", "Jan"."""
    return {fold(part) for name in known for part in (*name.split(), *name.replace("-", " ").split())}


def doers(text: str, known: Collection[str]) -> list[str]:
    """Who is said to do it, and is none of these names."""
    there = _parts_of(known)
    found: list[str] = []
    put = _PUT_ON.match(text)
    if put and _is_first_name(put["name"].split()[0]) and _could_be(put["name"].split()[-1], there):
        found.append(put["name"])
    for pattern in (_before(), _after(), _within()):
        for match in pattern.finditer(text):
            name = match["name"]
            if match["verb"] in _JUST_COMES and (not name[:1].isupper() or match.start("name") == 0):
                continue  # "bezoek komt om 3 uur"
            if _perhaps(text[match.start("name") :]):
                continue  # "meneer Van Dam gaat misschien mee"
            name = _in_full(text, match.start("name"), name)
            if _could_be(name.split()[-1], there) and name.casefold() not in (one.casefold() for one in found):
                found.append(name[:1].upper() + name[1:])
    return found


def put_on(text: str) -> str:
    """Who is to have a shift: "zet de fysio op naam van Joke", "schrijf Joke op voor de fysio"; "" where nobody is."""
    found = _PUT_ON.match(text) or _NAMED_FOR.search(text)
    return found["name"] if found and _could_be(found["name"].split()[-1], frozenset()) else ""


_IT = re.compile(r"(?i)\b(?:dat|het|die|erop|erbij|erin)\b[ .!]*$")


def names_it_only(text: str) -> bool:
    """Whether what somebody does is "dat" or "het": what was spoken of just before."""
    return bool(_IT.search(text))


def by_first_name(line: str, known: Collection[str]) -> list[str]:
    """First names in a line of a list that are none of these: "za Klaas koken"."""
    there = _parts_of(known)
    found = (match[0] for match in re.finditer(rf"(?<![\w'’-]){_CAPITAL}", line))
    return [name for name in found if fold(name) in first_names() and _could_be(name, there)]


_PERHAPS = re.compile(r"(?i)^[^.,;!?]*\b(?:misschien|mss|wellicht|mogelijk|eventueel)\b")
_BEFORE_LAST = re.compile(rf"((?:{_CAPITAL}\s+)+)?({_SMALL})$")


def _perhaps(clause: str) -> bool:
    """Whether what somebody does is not sure yet."""
    return _PERHAPS.match(clause) is not None


def _in_full(text: str, at: int, name: str) -> str:
    """A last name with what stands before it: "meneer Van Dam", "Piet de Wit", "mevrouw Bos"; any other as it is."""
    before = _BEFORE_LAST.search(text[:at])
    first, small = ((before[1] or "").strip(), before[2]) if before else ("", "")
    if first and _is_first_name(first.split()[0]):
        return f"{first} {small}{name}"
    lead = text[: at - len(small)].split()
    titled = lead[-1] if lead and same_title(lead[-1]) else ""
    return f"{titled} {small}{name}" if titled else f"{small}{name}" if small and small[:1].isupper() else name


def _is_first_name(word: str) -> bool:
    """Whether this is a first name, or two in one: "Maria-Louise"."""
    return set(fold(word).split("-")) <= first_names() or fold(word) in first_names()


def same_person(name: str, member: str) -> bool:
    """Whether a member of a first name alone may be called so: "Pieter" and "Piet de Vries" are Piet."""
    words, own = split(name), fold(member).split()
    return bool(find(words[:1], (member,))) and (len(own) == 1 or set(own) & set(fold(name).split()[1:]) != set())


def is_slip_within(name: str, member: str) -> bool:
    """Whether a member was only heard in what looks like theirs in a longer name: Beer in "Jan de Boer"."""
    later = split(name)[1:]
    return bool(find(later, (member,))) and fold(member.split()[0]) not in fold(name).split()


def _could_be(name: str, there: Collection[str]) -> bool:
    word = fold(name)
    return (
        len(word) > 1
        and len(name) <= LONGEST
        and word not in _NOBODY | kinships() | words("title")
        and word not in there
        and is_name(name)
        and not tasks.names_known(word)
    )


def without(what: str, names: Collection[str]) -> str:
    """The name of a task without who does it: "sanne de boodschappen" is "boodschappen"."""
    said = {fold(part) for name in names for part in name.split()}
    words = [word for word in what.split() if fold(word) not in said]
    if words and fold(words[0]) in kinships() and len(words) > 1:  # "oom Kees doet de koffie"
        words = words[1:]
    while words and fold(words[0]) in ("de", "het", "een", "door", "en"):
        words = words[1:]
    while words and fold(words[-1]) in ("door", "en", "met"):
        words = words[:-1]
    return " ".join(words)


_BESIDE = re.compile(r"(?i)\b(?:met|samen|helpt|helpen|doet|doen|erbij|mee|uitnodigen|nodig)\b")
_ILLS = frozenset(
    {"alzheimer", "parkinson", "korsakov", "korsakoff", "als", "ms", "copd", "dementie", "down", "huntington"}
)


def beside(text: str, recipient: str) -> list[str]:
    """Who is to help, where a circle is wished: "voor mijn moeder Nel met Piet en Fatima" is Piet and Fatima."""
    at = text.casefold().rfind(recipient.casefold()) if recipient else 0
    rest = text[max(at, 0) + len(recipient) :]
    if not _BESIDE.search(rest):
        return []
    found: list[str] = []
    for word in re.findall(r"[^\W\d_][\w'’-]*", rest):
        named = word[0].isupper() or fold(word) in first_names(sure=True)
        if named and fold(word) not in _ILLS and _could_be(word, ()) and word.casefold() != recipient.casefold():
            found.append(word[:1].upper() + word[1:])
    return list(dict.fromkeys(found))


def wish_beside(text: str, recipient: str) -> str:
    """What is wished beside a circle: "voor mijn moeder Ada, elke dinsdag 10 uur boodschappen"; "" where nothing is."""
    at = text.casefold().find(recipient.casefold()) if recipient else -1
    rest = re.sub(r"(?i)^(?:[\s,.;:!-]|en\b|dan\b)+", "", text[at + len(recipient) :]) if at >= 0 else ""
    timed = any(sign.isdigit() for sign in rest) or any(day in fold(rest) for day in (*WEEKDAYS, "morgen", "vandaag"))
    return rest if len(rest.split()) > 2 and timed else ""


def together(text: str, one: str) -> list[str]:
    """Everybody in the list that this one is named in: "mijn zus Els en buurman Kees" is Els and Kees."""
    item = rf"(?:(?i:mijn|onze|m'n|mn|ook)\s+)?(?:(?i:{_kin()})\s+)?({_CAPITAL})"
    for listed in re.finditer(rf"{item}(?:\s*(?:,|\ben\b|&)\s*(?:en\s+)?{item})+", text):
        found = re.findall(_CAPITAL, listed.group())
        if fold(one) in map(fold, found):
            return [name for name in found if is_name(name)]
    return [one]


def stranger(reading: Reading) -> str | None:
    """A name that the circle does not know yet: "nodig tante Joke uit"."""
    for place in sorted(reading.strange_capitals):
        word = reading.words[place]
        if not tasks.known_word(word.norm) and word.text.replace("-", "").isalpha():
            further = reading.words[place + 1].text if place + 1 in reading.strange_capitals else ""
            both = {fold(word.text), fold(further)} <= first_names()
            return f"{word.text} {further}" if further and both else word.text
    return None


_AWAY = re.compile(
    rf"(?:(?i:(?:en|maar|ook|hoi|zeg),? ))*(?P<name>{_CAPITAL}(?: (?:(?:van|de|der|den) )*{_CAPITAL})?)"
    r"\s+(?:is|gaat|kan|heeft|zit|ligt|blijft|komt)\b"
)


def who_is_away(text: str) -> str:
    """The name of whom a message says that they are away: "Ineke is er morgen niet"; "" where it names nobody."""
    said = _AWAY.match(text.strip())
    first = fold(said["name"].split()[0]) if said is not None else ""
    known = first in first_names() or (first and first not in ordinary() and first not in _NOBODY)
    return said["name"] if said is not None and known and first not in kinships() else ""
