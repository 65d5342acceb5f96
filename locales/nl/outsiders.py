"""Somebody who is named where who is cared for is named: "boodschappen voor Yilmaz", "gras maaien bij oom Gerrit"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from locales.nl import kin, names, tasks
from locales.nl.manners import first_names
from locales.nl.people import ordinary, same_title
from locales.nl.spoken import MONTHS, WEEKDAYS
from locales.nl.words import UPPER, data, fold

_AT = frozenset({"bij"})


class Named(NamedTuple):
    """A name as it was said, and where it stands in the text, with what is called before it."""

    name: str
    begin: int
    end: int
    kinship: str = ""  # "schoonvader"


def cared_for(text: str) -> list[Named]:
    """Who is named after "voor" and "bij" as if they were cared for, whoever that is."""
    found: list[Named] = []
    at = 0
    while match := _stands().search(text, at):
        at = match.start("who")
        title, name = (match["title"] or "").strip(), match["name"]
        if fold(match["of"]) in _AT and _goes_there(text):
            continue  # "koffie bij tante Joke" is where who is cared for goes
        if any(fold(text[match.start("name") :]).startswith(fold(shop)) for shop in data("people")["shops"]):
            continue
        sure = bool(title) and name[0].isupper() and not _is_word(name)
        if sure or _is_somebody(name, said_to_be=fold(match["of"]) not in _AT):
            whole = f"{same_title(title)} {name}" if same_title(title) else name
            kinship = fold(title) if kin.is_kinship(title) else ""
            found.append(Named(names.capital(whole), match.start("who"), match.end("name"), kinship))
    for match in _subject().finditer(text):  # "Gerrit moet vrijdag naar de huisarts"
        title, name = (match["title"] or "").strip(), match["name"]
        if fold(name) in first_names() or (title and not _is_word(name)):
            whole = f"{same_title(title)} {name}" if same_title(title) else name
            found.append(
                Named(whole, match.start("who"), match.end("name"), fold(title) if kin.is_kinship(title) else "")
            )
    return found


def kin_named(text: str, *, anywhere: bool) -> list[Named]:
    """Who is cared for by what they are to who speaks, without a name: "voor mijn vader"; `anywhere`: wherever."""
    found: list[Named] = []
    for match in _kin_stands().finditer(text):
        if not (anywhere or match["of"] or match["does"]) or (
            match["of"] and fold(match["of"]) in _AT and _goes_there(text)
        ):
            continue
        following = re.match(rf"\s+({UPPER}[\w'’-]*)", text[match.end("kin") :])
        if following and not _is_word(following[1]):
            continue  # "mijn vader Henk" has a name
        if match["own"] or fold(match["kin"]) in kin.words("recipient"):
            found.append(Named(fold(match["kin"]), match.start("who"), match.end("kin"), fold(match["kin"])))
    return found


def are_others(said: str, known: Iterable[str]) -> bool:
    """Whether this kinship is of none of these, whoever says it: a father is no mother; an aunt may be one."""
    men, women = kin.words("men"), kin.words("women")
    every = [fold(one) for one in known]
    return all((said in men and one in women) or (said in women and one in men) for one in every) and bool(every)


def in_full(what: str, text: str) -> str:
    """The name of a task with the whole name of whom it is with: "wandelen met meneer" is with meneer Yilmaz."""
    for match in _with_title().finditer(text):
        before, found, after = what.partition(f" {fold(match['title'])}")
        if found and set(fold(after).split()) <= set(fold(match["name"]).split()):
            return f"{before}{found} {match['name']}"
    return what


def _is_word(name: str) -> bool:
    """Whether this is an ordinary word that was taken for a name: "hef de kring voor mijn vader op"."""
    word = fold(name)
    return word in ordinary() and word not in first_names()


def _is_somebody(name: str, *, said_to_be: bool) -> bool:
    """Whether this is a name, with nothing before it that says so; `said_to_be`: after "voor" hardly else."""
    word = fold(name.split()[-1])
    if word in WEEKDAYS or word in MONTHS or not names.is_name(name) or tasks.known_word(word):
        return False
    if name[0].islower():
        return word in first_names(sure=True)
    double = "-" in word and set(word.split("-")) <= first_names()  # "Karel-Jan"
    return (
        word in first_names()
        or double
        or (said_to_be and word not in ordinary() and not word.startswith(tuple(kin.words("no_person"))))
    )


def _goes_there(text: str) -> bool:
    return not kin.words("visits").isdisjoint(re.findall(r"[a-z]+", fold(text)))


@cache
def _with_title() -> re.Pattern[str]:
    people = data("people")
    title = kin.any_of(people["title"], *people["same_title"], kin.kinships())
    small = rf"(?:{kin.any_of(people['particle'])})"
    return re.compile(
        rf"\b(?i:met|bij|naar|van|voor)\s+(?:(?i:{kin.any_of(people['possessive'])})\s+)?(?P<title>(?i:{title}))"
        rf"\s+(?P<name>(?:(?i:{small})\s+)*{UPPER}[\w'’-]*)"
    )


@cache
def _kin_stands() -> re.Pattern[str]:
    people = data("people")
    own = rf"(?:{kin.any_of(people['possessive'])}\s+)(?:{kin.any_of(people['fond'])}\s+)?"
    of = r"(?:(?P<of>voor|bij|rond|rondom|(?:(?:zorg)?kring|groep)\s+van)\s+)?"
    does = r"(?P<does>\s+(?:(?:moet|mag|zou)\b.*\b(?:naar|worden)\b|(?:heeft|wordt|krijgt)\b))?"
    return re.compile(
        rf"(?i)\b{of}(?P<who>(?P<own>{own})?(?P<kin>{kin.any_of(people['men'], people['women'])}))\b{does}"
    )


@cache
def _subject() -> re.Pattern[str]:
    people = data("people")
    title = kin.any_of(people["title"], *people["same_title"], kin.kinships())
    own = rf"(?:{kin.any_of(people['possessive'])}\s+)?(?:{kin.any_of(people['fond'])}\s+)?"
    does = r"(?:moet|mag|zou)\b(?!.*\bmee\b).*\b(?:naar|worden)\b|heeft\b(?!.*\b(?:tijd|zin|ruimte)\b)|wordt\b|krijgt\b"
    return re.compile(
        rf"(?:^|[.,;]\s+|\b(?i:dat|want|en|omdat)\s+)(?P<who>(?i:{own})(?P<title>(?i:{title})\s+)?(?P<name>{UPPER}[\w'’-]*))"
        rf"\s+(?i:{does})"
    )


@cache
def _stands() -> re.Pattern[str]:
    people = data("people")
    title = kin.any_of(people["title"], *people["same_title"], kin.kinships())
    own = rf"(?:{kin.any_of(people['possessive'])}\s+)?(?:{kin.any_of(people['fond'])}\s+)?"
    small = rf"(?:(?:{kin.any_of(people['particle'])})\s+)*"
    name = rf"(?:(?i:{small}){UPPER}[\w'’-]*(?:\s+(?i:{small}){UPPER}[\w'’-]*)?|[^\W\d_]{{3,}})"
    who = rf"(?i:{own})(?P<title>(?i:{title})\s+)?(?P<name>{name})"
    return re.compile(rf"\b(?P<of>(?i:voor|bij|rond|rondom|(?:(?:zorg)?kring|groep)\s+van))\s+(?P<who>{who})(?![\w-])")


def is_known(name: str, known: Iterable[str]) -> bool:
    """Whether this may be one of these names, or a part of it: "Joke" in "koffie bij tante Joke"."""
    parts = {fold(part) for one in known for part in one.split()}
    said = [fold(part) for part in name.split()]
    return any(part in parts or part.removesuffix("s") in parts for part in said if not same_title(part))
