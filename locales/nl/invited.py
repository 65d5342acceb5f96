"""Inviting somebody and giving them something to do in one sentence; and others who are invited too."""

from __future__ import annotations

import re
from typing import NamedTuple

from locales.nl.kin import called, words
from locales.nl.manners import first_names
from locales.nl.names import is_name
from locales.nl.words import fold

_NAME = r"[^\W\d_][\w'’-]+"
_THEN = re.compile(
    rf"^(?:(?:kun|kan|wil|zou) (?:je|u|jij) )?(?:nodig|vraag|voeg) (?:[a-z']+ ){{0,3}}?(?P<name>{_NAME})"
    r" (?:maar |even |ook |alvast )*(?:uit|toe|erbij|er bij)(?:,? en|,|\.)? "
    r"(?:dan )?(?:(?:zet|plan|schrijf|geef) (?:hem|haar|ze|hen|die|(?P=name)) (?:maar |dan |alvast |ook )*"
    r"(?:in )?(?P<what>.+)"
    r"|(?:hij|zij|ze|die|(?P=name)) (?:kan|doet|mag|wil) (?P<does>.+))$",
    re.IGNORECASE,
)
_LEADS = frozenset({"en", "ook", "plus", "verder", "daarna", "dan", "o", "oh", "ja", "oja", "ojee", "nog"})
_BESIDE = frozenset(
    {
        "ook",
        "nog",
        "graag",
        "erbij",
        "mee",
        "uitnodigen",
        "aub",
        "de",
        "het",
        "mijn",
        "onze",
        "van",
        "hiernaast",
        "buren",
    }
    | {"en", "familie", "vrienden", "collega", "collegas", "kinderen", "naast", "ernaast", "maar", "doen", "uit"}
)
_MOST = 10  # words


class Invited(NamedTuple):
    """Who is invited, and what they are to do."""

    name: str
    task: str  # a wish of its own: "zet Kees op de tuin"


def with_task(text: str) -> Invited | None:
    """ "Nodig Kees uit en zet hem op de tuin"; None where nothing is to be done."""
    found = _THEN.match(text.strip(" .!"))
    if found is None or not is_name(found["name"]):
        return None
    name = found["name"][:1].upper() + found["name"][1:]
    what = found["what"]
    return Invited(name, f"zet {name} {what}" if what else f"{name} doet {found['does'].removesuffix(' doen')}")


def also(text: str) -> list[str]:
    """Who else is named, where a message says nothing but that: "en de buren Bert en Ria ook"."""
    said = re.findall(_NAME, text)
    if not 2 <= len(said) <= _MOST or fold(said[0]) not in _LEADS or "?" in text:
        return []
    names: list[str] = []
    for word in said:
        if fold(word) in _LEADS | _BESIDE | called() | words("possessive"):
            continue
        if not (word[0].isupper() or fold(word) in first_names()) or not is_name(word):
            return []
        names.append(word[:1].upper() + word[1:])
    return names


_NO_CODE = re.compile(
    r"\b(?:geen|zonder|nooit een|niet een) (?:\w+ )?code\b"
    r"|\bcode\b.{0,20}\b(?:kwijt|niet meer|weg|vergeten|verloren|gewist)\b"
    r"|\b(?:kwijt|verloren|vergeten|weggegooid)\b.{0,12}\bcode\b|\b(?:welke|wat voor|wat is (?:de|die|een)) code\b"
    r"|^(?:(?:nee|oh?|ow|ehm?|sorry|ja maar)[, ]+)*"
    r"(?:(?:die|dat) (?:heb|weet|ken|kreeg) ik niet\b|(?:ik )?heb (?:er |die |dat )?(?:geen|niet)\b"
    r"|(?:kwijt|vergeten|geen)$)"
)


def lacks_code(text: str) -> bool:
    """Whether somebody has no code, or not any more: "ik heb geen code", "die heb ik niet"."""
    return bool(_NO_CODE.search(fold(text).strip(" .!?")))
