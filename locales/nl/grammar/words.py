"""The lexicon: every word of time with what it can mean, read from words.toml and multiplied by how Dutch
builds words."""

from __future__ import annotations

import os  # pathlib takes a tenth of the time in which all of this is imported
import tomllib
from functools import lru_cache
from typing import Any

Meaning = dict[str, Any]  # category -> value: {"weekday": 1, "part": "evening"}
NOTHING: Meaning = {}


def table(name: str) -> dict[str, Any]:
    """One of the files of data beside this module."""
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
        return tomllib.load(file)


DATA = table("words.toml")
BOUNDS: dict[str, tuple[int, int]] = {name: (pair[0], pair[1]) for name, pair in DATA["parts"]["bounds"].items()}
PART_NAMES: dict[str, str] = DATA["parts"]["within"]
LISTS = {name: frozenset(words.split()) for name, words in DATA["lists"].items()}
REASONS = frozenset(DATA["reasons"]["words"])
COUNTED = frozenset(DATA["notclock"]["nouns"])
SLIPS: dict[str, str] = DATA["slips"]


def _numbers() -> dict[str, int]:
    simple: dict[str, int] = {w: n for w, n in DATA["numbers"].items() if w != "ene"}
    ones = {w: n for w, n in simple.items() if 1 <= n <= 9}
    tens = {w: n for w, n in simple.items() if 20 <= n <= 90}
    below = {**simple, **{f"{o}en{t}": n + m for o, n in ones.items() for t, m in tens.items()}}
    return {**below, **{f"honderd{word}": 100 + n for word, n in below.items() if 1 <= n <= 99}}


def _ordinals(numbers: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = dict(DATA["ordinals"])
    for word, number in numbers.items():
        if number and number not in (1, 3, 8) and number <= 100:
            found[word + ("de" if number < 20 else "ste")] = number
    return found


def _lexicon() -> dict[str, Meaning]:
    lexicon: dict[str, Meaning] = {}

    def add(word: str, **meaning: Any) -> None:
        lexicon.setdefault(word, {}).update(meaning)

    numbers = _numbers()
    for word, number in numbers.items():
        add(word, number=number)
        if number > 60:
            continue
        add(f"{word}eneenhalf", fraction=number + 0.5)
        add(f"{word}eneenhalve", fraction=number + 0.5)
        add(f"{word}enhalf", fraction=number + 0.5)
        add(f"{word}enhalve", fraction=number + 0.5)
        if (number >= 10 and number % 10 == 0) or number == 12:
            add(f"{word}tal", tally=number)
    for word, number in _ordinals(numbers).items():
        add(word, ordinal=number)
    for word, share in DATA["fractions"].items():
        add(word, fraction=share)
    for word, minutes in DATA["lengths"].items():
        add(word, minutes=minutes)
    for word, number in DATA["inflected"].items():
        add(word, inflected=number)
    for number, names in DATA["months"].items():
        for word in names:
            add(word, month=int(number))
    for word, offset in DATA["days"].items():
        add(word, day=offset)
    parts = {word: name for name, words in DATA["parts"]["words"].items() for word in words}
    for word, name in parts.items():
        add(word, part=name)
    for word, name in DATA["parts"]["today"].items():
        add(word, day=0, inpart=name)
    stems = {word: name for word, name in parts.items() if name != "daytime"}
    for number, names in DATA["weekdays"].items():
        full = names[0]
        for word in names:
            add(word, weekday=int(number), **({} if len(word) > 4 else {"short": True}))
            for stem, name in stems.items():
                if len(word) > 4:
                    add(word + stem, weekday=int(number), inpart=name)
                    add(f"{word}s{stem}", weekday=int(number), inpart=name)
                    if stem in ("ochtend", "middag", "avond", "nacht"):
                        add(word + stem + "en", weekdays=int(number), inpart=name)
        add(full + "en", weekdays=int(number))
        add(full + "s", weekdays=int(number))
    for word, offset in DATA["days"].items():
        for stem, name in stems.items():
            add(word + stem, day=offset, inpart=name)
    add("morgenvroeg", day=1, inpart="morning")
    for name, words in DATA["units"].items():
        for word in words:
            add(word, unit=name)
    for word, month in DATA["seasons"].items():
        add(word, season=month)
    for name, words in DATA["shifts"].items():
        for word in words:
            add(word, shift=name)
    for word in DATA["every"]["words"]:
        add(word, every=True)
    for word, (frequency, interval) in DATA["adverbs"].items():
        add(word, adverb=(frequency, interval))
    for word in DATA["workweek"]["words"]:
        add(word, workweek=True)
    return lexicon


LEXICON = _lexicon()
_FULL_DAYS: tuple[str, ...] = tuple(names[0] for names in DATA["weekdays"].values())
_NOT = frozenset(DATA["typos"]["not"])


def _without_one(word: str) -> list[str]:
    return [word[:k] + word[k + 1 :] for k in range(len(word))]


_NEAR: dict[str, set[str]] = {}
for _word in DATA["typos"]["near"]:
    for _form in [_word, *_without_one(_word)]:
        _NEAR.setdefault(_form, set()).add(_word)


@lru_cache(maxsize=4096)
def meaning(word: str) -> Meaning:
    """What a lower-case word without accents can mean; {} where it has nothing to do with time."""
    known = LEXICON.get(word)
    if known is not None:
        return known
    return LEXICON.get(spelled(word), NOTHING)


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """A long word of time as it is spelled ("wekend" is "weekend"), or the word itself."""
    if len(word) < 5 or len(word) > 18 or word in _NOT or word in LEXICON:
        return word
    return _corrected(word) or word


@lru_cache(maxsize=4096)
def joining(word: str) -> str:
    """The small word that a slip is meant as ("tusen", "vanaff"), or the word itself."""
    if not 4 < len(word) < 13 or word in _NOT or word in LEXICON:
        return word
    near = (small for small in DATA["typos"]["small"] if small[0] == word[0] and _one_slip(word, small))
    return next(near, word)


def _corrected(word: str) -> str:
    """The word of time that one slip away is meant by `word`, or ''."""
    forms = [word, *_without_one(word)]
    for form in forms:
        for target in _NEAR.get(form, ()):
            if abs(len(target) - len(word)) <= 1 and _one_slip(word, target):
                return target
    for day in (*_FULL_DAYS, "overmorgen", "morgen"):
        for stem in ("ochtend", "middag", "avond", "namiddag"):
            if word.startswith(day) and len(word) - len(day) >= 4 and _one_slip(word[len(day) :], stem):
                return day + stem
    for stem in ("ochtend", "morgen", "middag", "avond", "nacht"):
        if word.endswith(stem) and len(word) > len(stem) + 4:
            day = word.removesuffix(stem)
            for counted in ("morgen", "overmorgen"):
                if day != counted and day[0] == counted[0] and _one_slip(day, counted):
                    return counted + stem
            if "weekday" in meaning(day):
                return _corrected(day) + stem if day not in LEXICON else word
    return ""


def _one_slip(word: str, target: str) -> bool:
    """One letter too many, too few, another, or two swapped."""
    if len(word) == len(target):
        differ = [k for k in range(len(word)) if word[k] != target[k]]
        swapped = len(differ) == 2 and word[differ[0]] == target[differ[1]] and word[differ[1]] == target[differ[0]]
        return len(differ) <= 1 or (swapped and differ[1] == differ[0] + 1)
    short, long = sorted((word, target), key=len)
    return short in _without_one(long)
