"""What people say of a task that is on the roster: another hour for it, or that they do it themselves."""

from __future__ import annotations

import re

from locales.nl.words import fold

_OTHER_TIME = re.compile(
    r"^(?:(?:hoi|hallo|zeg|en|of|ook) )*(?:mag|mogen|kan|kunnen|kun je|zou|zouden|zullen we|ik wil|graag) "
    r"(?:ik |we |jij |je )?(?:de|het|die|dat|deze|onze) \w+.* (?:om|naar|op|vanaf|tegen) .*"
)
_ASKS_SOMEBODY = re.compile(r"\b(?:iemand|wie|jemand|vraag|vragen|met wie)\b")
_MEAL = re.compile(r"\b(?:koken|kook\w*|(?:warm |avond|middag)?eten\b(?! brengen)|maaltijd\w*|diner|avondmaal)")
_ARRANGES = re.compile(
    r"\b(?:mede|tweede |extra |als |ook )-?(?:organisator|regelaar|beheerder)\b|\b(?:mee|samen) te regelen\b|"
    r"\bom mee te (?:regelen|organiseren|plannen)\b"
)
_ARRIVES = re.compile(
    r"\b(?:ben|kom|zijn|komen) (?:ik |we )?(?:er |daar |bij \w+ )?(?:er )?(?:al )?over (?:ongeveer |zon |een )?"
    r"(?P<number>\d{1,3}|een|twee|drie|vijf|tien|vijftien|twintig|dertig|half)? ?(?P<unit>min\w*|uur\w*|kwartier\w*)\b"
)
_SMALL = {"een": 1, "twee": 2, "drie": 3, "vijf": 5, "tien": 10, "vijftien": 15, "twintig": 20, "dertig": 30}
_SOUNDS = re.compile(
    r"^(?:(?:o+h*|ach|ah|hm+|oeps|oei|wacht(?: even)?|sorry|shit|jee|jeetje|oja|ojee|nou|tja|eh+|uh+|hee|zeg|pf+)"
    r"[\s,.!…-]+)+",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:ik|wij|we)\b.*\b(?:zelf|wel)\b|\b(?:zelf|wel)\b.*\b(?:ik|wij|we)\b")


def wants_other_time(text: str) -> bool:
    """Whether this gives a task that is spoken of as known another hour: "mogen de maaltijden om half 6?"."""
    said = fold(text)
    return bool(_OTHER_TIME.search(said)) and not _ASKS_SOMEBODY.search(said)


def asks_somebody(text: str) -> bool:
    """Whether somebody is looked for: "wie kan dinsdag?"."""
    return bool(_ASKS_SOMEBODY.search(fold(text)))


def does_it_oneself(text: str) -> bool:
    """Whether who writes will do it: "vrijdag douche ik haar zelf"."""
    said = fold(text)
    return bool(_ONESELF.search(said)) and not _ASKS_SOMEBODY.search(said)


def arranges_along(text: str) -> bool:
    """Whether who is to be invited arranges along: "nodig mijn broer uit als medeorganisator"."""
    return bool(_ARRANGES.search(fold(text)))


def arrives_in(text: str) -> int | None:
    """In how many minutes somebody says they are there: "ben er over 10 minuten"; None where they say no such thing."""
    found = _ARRIVES.search(fold(text))
    if found is None:
        return None
    word = found["number"] or ""
    if word == "half":
        return 30
    number = int(word) if word.isdigit() else _SMALL.get(word, 1)
    return number * 60 if found["unit"].startswith("u") else number * 15 if found["unit"].startswith("k") else number


def without_start(text: str) -> str:
    """A text without the sounds that it begins with: "oh wacht ik kan niet" is "ik kan niet"."""
    return _SOUNDS.sub("", text, count=1).strip()


def are_meals(one: str, other: str) -> bool:
    """Whether both are about cooking or eating: "koken" and "warm eten"."""
    return bool(_MEAL.search(fold(one))) and bool(_MEAL.search(fold(other)))


def names_today(text: str) -> bool:
    """Whether today is spoken of: "vanavond", "vandaag"."""
    return bool(re.search(r"\b(?:vandaag|vanochtend|vanmorgen|vanmiddag|vanavond|vannacht|nu|straks)\b", fold(text)))


def says_undo(text: str) -> bool:
    """Whether this is the very word; "haal dat maar weer weg" may mean something else."""
    return bool(re.search(r"\b(?:ongedaan|undo|terugdraaien|draai .* terug)\b", fold(text)))


_A_DAY = r"(?:vandaag|morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_DAY_TOO = re.compile(
    rf"^(?:en |o ja |ja )*(?:ook )?(?:op |de )?{_A_DAY}(?:ochtend|middag|avond)?s? ook(?: graag| wel| hoor)?$|"
    rf"^(?:en |o ja |ja )*ook (?:op |de )?{_A_DAY}(?: graag| wel| hoor)?$"
)


def says_day_too(text: str) -> bool:
    """Whether a day is added to what was just said: "zaterdag ook"."""
    return bool(_DAY_TOO.search(fold(text).strip(" .!")))


def hands_over(text: str) -> bool:
    """Whether who arranges everything cannot, and somebody else should: "ik ben ziek, kan iemand het regelen?"."""
    said = fold(text)
    return bool(
        re.search(r"\b(?:ziek|griep|ziekenhuis|uitgeschakeld|kan even niet|niet in orde|opgenomen)\b", said)
    ) and bool(
        re.search(r"\b(?:iemand|iemand anders|een ander|wie)\b.*\b(?:regelen|organiseren|overnemen|waarnemen)\b", said)
    )


def cannot(name: str, text: str) -> bool:
    """Whether a text says of who has this name that they cannot: "Piet kan niet, zoek iemand anders"."""
    first = re.escape(fold(name.split()[0]))
    return bool(re.search(rf"\b{first} (?:kan|lukt|redt|haalt)\b[^,.!?]*\bniet\b|\b{first} is ziek\b", fold(text)))


def says_rest(text: str) -> bool:
    """Whether all that is left is meant: "ik neem de rest"."""
    return bool(
        re.search(r"\b(?:de rest|alles|allemaal|de overige|de andere|alle beurten|wat er over is)\b", fold(text))
    )
