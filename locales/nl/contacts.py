"""Telephone numbers that somebody gives for the fridge, and whose they are."""

from __future__ import annotations

import re

import phonenumbers

from locales.nl.words import data

_BEFORE = re.compile(
    r"^.*?\b(?:telefoonnummer|telefoon|nummer|tel|bel)\b\.?\s*(?:van|voor)?\s*|"
    r"^\s*(?:zet|bewaar|noteer|op de koelkast)\s+",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:de|het|onze|mijn|haar|zijn|is|van|voor|:|,|-)\s*)+(?![\w])|^(?:(?:de|het|onze|mijn|haar|zijn|is|van|voor)\s+)+|"
    r"(?:\s*(?:\bis|\bheeft|\bop|:|,|=|-))+\s*$",
    re.IGNORECASE,
)


def contact(text: str) -> tuple[str, str]:
    """("huisarts", "010 123 4567") in "het nummer van de huisarts is 010-1234567"; "" for what is not in it."""
    match = next(iter(phonenumbers.PhoneNumberMatcher(text, "NL")), None)
    if match is None:
        short = re.search(r"\b(?:112|113|116\s?\d{3}|0?900[\s-]?\d{4}|0800[\s-]?\d{4,7})\b", text)
        if short is None:
            return _plain(text), ""
        return _label(text[: short.start()] or text[short.end() :]), short[0]
    style = phonenumbers.PhoneNumberFormat
    dutch = match.number.country_code == 31
    number = phonenumbers.format_number(match.number, style.NATIONAL if dutch else style.INTERNATIONAL)
    return _label(text[: match.start]) or _label(text[match.end :]), number


def _label(text: str) -> str:
    return _with_capitals(_plain(text))


def _plain(text: str) -> str:
    plain = _FILLER.sub("", _FILLER.sub("", _BEFORE.sub("", text.strip(" .?!"), count=1).strip()))
    return plain.strip(" .,:")[:60]


def _with_capitals(label: str) -> str:
    """The name of somebody or of an organisation with its capital: "huisarts De Vries", "thuiszorg Buurtzorg"."""
    said = [word for word in label.split() if word.casefold() not in ("is", "heet")]
    words = [word for at, word in enumerate(said) if not at or word.casefold() != said[at - 1].casefold()]
    if any(word[:1].isupper() for word in words):
        return " ".join(words)
    named = [word.casefold() not in data("contacts")["kinds"] and word[:1].isalpha() for word in words]
    shown: list[str] = []
    for at, (word, is_name) in enumerate(zip(words, named, strict=True)):
        particle = word.casefold() in data("contacts")["particles"]
        leads = particle and at + 1 < len(words) and named[at + 1] and (not at or not named[at - 1])
        shown.append(word.capitalize() if is_name and (leads or not particle) else word)
    return " ".join(shown)


def is_support(label: str) -> bool:
    """Whether somebody is reached there who helps out: "steunpunt mantelzorg", "thuiszorg", "respijtzorg"."""
    low = label.casefold()
    return any(word in low for word in ("steunpunt", "mantelzorg", "thuiszorg", "respijt", "vrijwillige", "wijkteam"))


_AWAY = re.compile(r"\b(?:haal|verwijder|weg|eraf|niet|geen|wis)\b", re.IGNORECASE)


def takes_away(text: str) -> bool:
    """Whether a number is to go: "haal mijn nummer van het blad"."""
    return bool(_AWAY.search(text))


def as_written(channel: str, chat: str) -> str:
    """The number by which somebody is reached on WhatsApp, as people write it; "" elsewhere."""
    if channel != "whatsapp" or not chat.lstrip("+").isdigit():
        return ""
    try:
        number = phonenumbers.parse(f"+{chat.lstrip('+')}")
    except phonenumbers.NumberParseException:
        return ""
    style = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(number, style.NATIONAL if number.country_code == 31 else style.INTERNATIONAL))
