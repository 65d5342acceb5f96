"""What somebody asks to take along: whose shifts, with names or without, in what form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from locales.nl.manners import first_names
from locales.nl.numbers import is_weekday
from locales.nl.spoken import MONTHS
from locales.nl.words import UPPER, fold

PLANNED = 150  # days; shifts exist nine weeks ahead

_MINE = re.compile(
    r"\b(alleen|enkel) (van )?(mij|mijn|mezelf|ikzelf|mijzelf)\b|\bvan mij(zelf)?\b|"
    r"\beigen (beurten|diensten|rooster)\b|\bmijn( eigen)? (beurt\w*|dienst\w*|klus\w*|rooster|uren|week|taken)\b|"
    r"\bwaar ik (op|in) sta\b|"
    r"\bik (\w+ ){0,3}(aan de beurt|ben ingedeeld|moet komen|sta ingedeeld)\b"
)
_ALL = re.compile(r"\b(rooster|iedereen|alles|allemaal|hele|van de kring)\b")
_NAMELESS = re.compile(r"\b(zonder|geen) (de )?namen\b|\banoniem\b|\bnamen (weg|eruit|niet)\b")
_EVERY = re.compile(r"\b(alle|mijn|onze|al mijn|al onze) (\d+ )?kringen\b")
_FILE = re.compile(r"\b(exporteer|exporteren|export|bestand|excel|xlsx|download\w*|csv|sheet|spreadsheet|werkblad)\b")
_EVERYBODY = re.compile(
    r"\b(naar|aan|met) (iedereen|allemaal|alle (helpers|mensen|leden|familieleden|vrijwilligers)|"
    r"(de|heel de|onze) (hele )?(kring|helpers|anderen|rest|familie|groep|club))\b|"
    r"\b(stuur|mail|app|geef|deel)( ze| het| hun| hen)? "
    r"(iedereen|allemaal|alle helpers|de (hele )?(kring|helpers|anderen))\b|"
    r"\b(iedereen|alle helpers|de (hele )?kring|de helpers) (het|de|een) (rooster|planning|schema|overzicht)\b"
)
_HOURS = re.compile(r"\b(de|alle|hun|gemaakte|gewerkte) (uren|uurtjes)\b")
_PICTURE = re.compile(r"\b(plaatje|foto|afbeelding|png|jpg|screenshot)\b")


@dataclass(frozen=True)
class Wish:
    """As far as it was said."""

    mine: bool | None
    named: bool | None
    picture: bool
    every: bool  # all the circles of a coordinator
    file: bool  # a file and no answer in the chat
    everybody: bool = False  # to be sent to all of the circle
    hours: bool = False  # how much each did


def wish(text: str) -> Wish:
    """What this message says of it."""
    plain = fold(text)
    mine = True if _MINE.search(plain) else False if _ALL.search(plain) else None
    every, file = bool(_EVERY.search(plain)), bool(_FILE.search(plain))
    everybody = bool(_EVERYBODY.search(plain))
    named, picture = False if _NAMELESS.search(plain) else None, bool(_PICTURE.search(plain))
    return Wish(mine, named, picture, every, file, everybody, bool(_HOURS.search(plain)))


def by_mail(text: str) -> bool:
    """Whether somebody wants it in their mail."""
    return bool(re.search(r"\b(?:naar|op|in|per|via) (?:mijn |mn |m\W?n |de |het |een )*(?:e-?)?mail\w*\b", fold(text)))


def nearest(first: date, after: date, today: date) -> tuple[date, date]:
    """Days as they are meant in a file: "maart" in April is the one that was, for nothing is planned so far ahead."""
    if (first - today).days > PLANNED:
        return first - relativedelta(years=1), after - relativedelta(years=1)
    return first, after


_BEFORE = r"(?:mijn |onze |de |oom |tante |buurvrouw |buurman |meneer |mevrouw )*"
_FOR = re.compile(
    rf"(?:[Pp]rint|[Pp]apier|[Bb]lad|[Bb]riefje)[^.?!]* voor (?:mijn |onze |oom |tante |buur\w+ )*({UPPER}[\w'-]+)"
)


def is_for(text: str, name: str) -> bool:
    """Whether a message asks for what is this person's: "print voor Jan", not "stuur het rooster aan Jan"."""
    first, plain = re.escape((fold(name).split() or [""])[0]), fold(text)
    theirs = rf"\b{first}s? (?:eigen )?(?:week|beurten|rooster|blad|papier)\b|\b{first} wil\b"
    return bool(re.search(rf"\b(?:voor|van|namens|bij) {_BEFORE}{first}\b|{theirs}", plain))


_CIRCLE_OF = re.compile(
    r"\b(?P<what>[Kk]ring|[Rr]ooster|[Pp]lanning|[Ss]chema|[Ww]eek|[Oo]pen) (?P<of>van|rond|om|voor|bij) "
    r"(?:mijn |onze |de |oom |tante |buurvrouw |buurman |meneer |mevrouw )*(?P<name>[^\W\d_][\w'-]+)"
)


def circle_of(text: str) -> str:
    """The name in "exporteer de kring van Jan", "rooster van jan", or ""."""
    found = _CIRCLE_OF.search(text)
    if found is None:
        return ""
    name = found["name"]
    if is_weekday(fold(name)) or fold(name) in MONTHS:
        return ""
    of_somebody = (
        found["what"].casefold() in ("kring", "open") or found["of"] != "van"
    )  # "rooster van jan": of January?
    if name[0].isupper() or fold(name) in first_names(sure=not of_somebody):
        return name.capitalize() if name.islower() else name
    return ""


def is_named(name: str, recipient: str) -> bool:
    """Whether this may be the name of who is cared for: "Nel" is "mevrouw Nel de Vries", "Nels" too."""
    said, known = fold(name), fold(recipient).split()
    return any(said in (part, f"{part}s") for part in known)


def is_to(text: str, name: str) -> bool:
    """Whether a message wants something sent to this person: "naar Piet", "stuur Piet en Riet het rooster"."""
    first, plain = re.escape((fold(name).split() or [""])[0]), fold(text)
    given = rf"\b(?:stuur|mail|app|geef|deel)\b(?:(?!\b(?:voor|van|namens|bij|met)\b).)*\b{first}\b"
    return bool(re.search(rf"\b(?:naar|aan|met) (?:[\w-]+ (?:en )?)?{_BEFORE}{first}\b|{given}", plain))


def for_whom(text: str) -> str:
    """The name in "print voor Kees", known or not; "" where there is none."""
    found = _FOR.search(text)
    return "" if found is None else found[1]
