"""What an answer says: a number, a place in a list, hours, and whether it is a no."""

from __future__ import annotations

import re
from collections.abc import Iterable

from locales.nl import numbers
from locales.nl.grammar.words import meaning
from locales.nl.reading import Reading
from locales.nl.words import data, fold

_COUNTED = re.compile(r"(?:optie|nummer|nr|keuze|antwoord)?\s*(\d{1,2})[.)]?")
_COUNTED_DE = re.compile(r"(?:optie|nummer|nr|keuze|antwoord|de)?\s*(\d{1,2})[.)]?")
_TWO_HOURS = re.compile(r"(?i)(?<![\d/.:-])(?:[01]?\d|2[0-4])\s*-\s*(?:[01]?\d|2[0-4])(?![\d/:-]|\.\d|\s*u)")
_REFUSING = frozenset({"ik", "maar", "nee", "neen", "niet", "geen"})


def counted(text: str, *, article: bool = False) -> int | None:
    """A choice by number: "2", "optie 2", with `article` also "de 2"."""
    match = (_COUNTED_DE if article else _COUNTED).fullmatch(text)
    return int(match[1]) if match else None


def is_option(reading: Reading) -> bool:
    """Whether a number in this message can only be that of a choice."""
    return not reading.times or "optie" in reading.plain or len(reading.plain) == 1


def said_number(reading: Reading) -> int | None:
    """The one number of the message."""
    return numbers.number(reading.plain)


def first_number(reading: Reading) -> int | None:
    """The number with which a message begins, where something explains it: "drie: twee om te tillen, ..."."""
    opens = reading.plain[:1] and len(reading.words) > 1 and reading.words[1].text in ":,.;("
    return numbers.number(reading.plain[:1]) if opens else None


def place(reading: Reading) -> int | None:
    """The place in a list that is meant: "de tweede"; -1 for the last. "1e mei" is a date."""
    dated = any("month" in meaning(word) for word in reading.plain)
    return None if dated else numbers.ordinal(reading.plain)


def means_the_middle(reading: Reading) -> bool:
    """Whether the place in a list that is meant is the middle: "de middelste"."""
    return "middelste" in reading.plain


def with_hours(text: str) -> str:
    """The same answer with "9-12" as hours: "9-12 uur"."""
    return _TWO_HOURS.sub(r"\g<0> uur", text)


def only_the_whole_day(reading: Reading) -> bool:
    """Whether "de hele dag" is all that a message says of time."""
    said = [reading.text[slice(*t.span)].lower() for t in reading.times]
    return bool(said) and all("hele dag" in row or "heel de dag" in row for row in said)


def is_only_fragment(reading: Reading) -> bool:
    """Whether the message is only a time, a person or a number, with nothing around it."""
    if not (reading.times or reading.mentions or reading.people_needed):
        return False
    filler = frozenset(data("tasks")["filler"]["anywhere"]) | frozenset(data("tasks")["filler"]["leading"])
    return not [w for i, w in enumerate(reading.words) if w.norm and i not in reading.taken and w.norm not in filler]


def core(words: Iterable[str]) -> frozenset[str]:
    """The words of a short answer that say something: "dan doe ik het zelf" and "ik doe het zelf" have the same."""
    return frozenset(words).difference(data("intents")["particles"]["words"])


def denies(words: Iterable[str]) -> bool:
    """Whether a no stands among these words."""
    return not {"niet", "geen", "nee", "niks", "niets", "nooit"}.isdisjoint(words)


def went(words: Iterable[str]) -> bool | None:
    """Whether these words say that it was done, or was not: "is goed gegaan", "lukte niet"; None where neither."""
    row = frozenset(words)
    return None if row.isdisjoint(data("intents")["went"]["words"]) else not denies(row)


def may_refuse(reading: Reading) -> bool:
    """Whether thanks in a message may say no: "ik bedank", "bedankt maar nee"."""
    return not _REFUSING.isdisjoint(reading.plain)


_ONE = r"(?:deze|die|dit|dat|een)(?: ene?)?(?: (?:keer|dag|beurt|week|maal))?|eenmalig|dan|nu"
_SCOPES = {
    "following": re.compile(r"(?:vanaf (?:nu|dan|die dag|deze|die)|voortaan|van (?:dan|nu) af(?: aan)?"
        r"|(?:en )?(?:ook )?(?:alles |de rest )?daarna(?: ook)?|(?:deze|die) en (?:alles |alle )?(?:daarna"
        r"|volgende|de volgende|latere))"),
    "all": re.compile(r"(?:allemaal|altijd|alles|(?:elke|iedere) (?:keer|week|beurt)|alle (?:keren|beurten"
        r"|weken)|de hele reeks)"),
    "one": re.compile(rf"(?:(?:alleen|enkel|slechts|gewoon|maar) (?:voor )?(?:{_ONE})|(?:voor )?(?:deze|die"
        rf"|een) (?:ene? )?(?:keer|maal)|eenmalig|eenmalig maar)"),
}  # fmt: skip
_AROUND_SCOPE = re.compile(
    r"^(?:(?:nee|ja|eh|o|doe|het is|is|dat is)[, ]+)*|(?: (?:hoor|maar|graag|aub|svp|dus|alleen))*$"
)


def scope(text: str) -> str:
    """Which shifts of what recurs are meant, "one", "following" or "all", where that is all that is said; else ""."""
    said = _AROUND_SCOPE.sub("", fold(text).strip(" .!"))
    return next((name for name, pattern in _SCOPES.items() if pattern.fullmatch(said)), "")
