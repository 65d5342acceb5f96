"""What people are called beside their names: "moeder", "mijn lieve tante"; the words are those of people.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from locales.nl.words import data, fold

_KINSHIPS = ("recipient", "recipient_with_possessive")


@cache
def words(part: str) -> frozenset[str]:
    """One of the lists of people.toml, folded."""
    return frozenset(fold(word) for word in data("people")[part])


@cache
def kinships() -> frozenset[str]:
    """What somebody is to who speaks: "moeder", "buurvrouw"."""
    return frozenset().union(*map(words, _KINSHIPS))


@cache
def called() -> frozenset[str]:
    """What stands before a name: "mevrouw", "tante", "moeder"; not "onze"."""
    return (kinships() | words("title")) - words("possessive")


def is_kinship(word: str) -> bool:
    """Whether this word says what somebody is to the one who speaks: "moeder"."""
    return fold(word) in kinships()


def same_kin(kinship: str) -> set[str]:
    """What somebody of this kinship is called: "moeder" is "ma" too."""
    for group in data("people")["same_kin"]:
        if fold(kinship) in group:
            return set(group)
    return {fold(kinship)} - {""}


def any_of(*lists: Iterable[str]) -> str:
    """One of these words, as a pattern: the longest first."""
    longest_first = sorted({word for some in lists for word in some}, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"


def before_name() -> str:
    """What may stand before a name, as a pattern: "mijn lieve buurvrouw ", or nothing."""
    people = data("people")
    kin = any_of(people["title"], *(people[part] for part in _KINSHIPS))
    return rf"(?:{any_of(people['possessive'])} )?(?:{any_of(people['fond'])} )?(?:{kin} )?"
