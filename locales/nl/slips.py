"""Slips of the thumb: a word that Dutch does not have is read as the word of ours that it is one slip away from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from locales.nl.grammar.slips import ROWS
from locales.nl.grammar.words import LEXICON
from locales.nl.kin import kinships, words
from locales.nl.manners import first_names, opens_sentence
from locales.nl.words import data, fold

_LETTERS = re.compile(r"(?<![\w'’/@#.-])[^\W\d_]{4,}(?![\w'’/@#-]|\.\w)")
_POSSESSIVE = re.compile(r"\b(?:mijn|onze|ons|m'n|mn) $", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z]{4,}")
_PAIR = re.compile(r"(?<![\w'’/@#.-])([a-z]{2,}) ([a-z]{3,})(?![\w'’/@#-])")
WHOLE = 7  # letters of a word that may have been split
SHORT = 4  # letters; in a word as short only two that are swapped or one that stands twice is a slip
LONG = 5  # letters; only longer words are looked for among all that everybody says
EVERYDAY = 300  # times that a word is said in as many subtitles as the list was made of
MARKED = 20  # times more that words of time and people are said: examples hold a mark for them
KEYS = " ".join(ROWS)
CLEAR = 4  # times as often as the next word it may be, the one that is meant is said


Words = dict[tuple[str, int], dict[str, int]]  # by first letter and length: how often each is said


def mended(text: str, names: Iterable[str] = ()) -> str:
    """The text without slips of the thumb. A word with a capital within a sentence is a name, as `names` are."""
    own = {fold(part) for name in names for part in name.split()}
    alone = " " not in text.strip()

    def meant(found: re.Match[str]) -> str:
        word = found[0]
        if not word.islower() and (alone or not word[1:].islower() or not opens_sentence(text, found.start())):
            return word
        small = word.lower()
        if _is_word(small) or small in own:
            return word
        kin = _POSSESSIVE.search(text, max(0, found.start() - 12), found.start()) is not None
        right = _meant(small, kin)
        return word if right == small else word[:1] + right[1:] if word[:1].lower() == right[:1] else right

    for slip, word in _beside():
        text = slip.sub(word, text)
    return _LETTERS.sub(meant, whole(text))


def whole(text: str) -> str:
    """The text with words that were split in two made whole: "bood schappen", "de hond uit laten"."""
    at, found = 0, _PAIR.search(text)
    while found is not None:
        one, other = found[1], found[2]
        if _is_split(one, other):
            text = f"{text[: found.start()]}{one}{other}{text[found.end() :]}"
            at = found.start()
        else:
            at = found.start(2)
        found = _PAIR.search(text, at)
    return text


# What sounds alike, in both directions.
_PAIRS = (("g", "ch"), ("ij", "ei"), ("au", "ou"), ("f", "v"), ("s", "z"), ("c", "k"), ("d", "t"))
_SOUNDS = (*_PAIRS, *((b, a) for a, b in _PAIRS))


@lru_cache(maxsize=8192)
def _is_split(one: str, other: str) -> bool:
    """Whether these are halves of a word of ours, and nobody in our examples says them side by side."""
    word = one + other
    apart = one in data("intents")["slips"]["apart"] or (one, other) in _side_by_side()
    return not apart and len(word) >= WHOLE and word in _ours().get((word[0], len(word)), ())


@cache
def _side_by_side() -> frozenset[tuple[str, str]]:
    """Words that follow each other in our examples."""
    return frozenset(pair for text in _examples() for pair in pairwise(re.findall(r"[a-z]+", text)))


def _examples() -> Iterable[str]:
    """What our examples say, line by line, folded."""
    for name in ("taught.txt", "examples.txt"):
        yield from fold((Path(__file__).parent / name).read_text(encoding="utf-8")).splitlines()


@lru_cache(maxsize=8192)
def _is_word(word: str) -> bool:
    """Whether a word, in small letters, is one of ours or of Dutch as it stands."""
    return not word.isascii() or word in _known() or word in _dutch()


@lru_cache(maxsize=8192)
def _meant(word: str, kin: bool) -> str:
    """The word that is meant by one that Dutch does not have, in small letters: itself, or the clearly nearest.

    `kin`: "mijn" stands before it.
    """
    if sounds := _written_as_it_sounds(word):
        return sounds
    if kin and (found := _nearest(word, _kin())):
        return found
    return _nearest(word, _ours()) or (_nearest(word, _everyday()) if len(word) > LONG else "") or word


def _written_as_it_sounds(word: str) -> str:
    """The one of our words that sounds the same, written in another way: "dogter" is "dochter"; "" where none is."""
    if len(word) <= SHORT:
        return ""
    other = {
        f"{word[: at.start()]}{instead}{word[at.end() :]}" for a, instead in _SOUNDS for at in re.finditer(a, word)
    }
    found = [one for one in other if one in _ours().get((one[0], len(one)), ())]
    return found[0] if len(found) == 1 else ""


def _nearest(word: str, words: Words) -> str:
    """The one of `words` that is one slip away, where none other is said nearly as often; else ""."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near: Counter[str] = Counter()
    for length in (len(word) - 1, len(word), len(word) + 1):
        said = words.get((word[0], length), {})
        for found, _, _ in process.extract(word, said.keys(), scorer=OSA.distance, score_cutoff=1, limit=None):
            jumbled = _only_jumbled(word, found)
            if jumbled or len(word) > SHORT or len(found) > SHORT:
                near[found] = said[found] * (CLEAR if jumbled or _key_beside(word, found) else 1)
    (best, often), (_, next_often) = (*near.most_common(2), ("", 0), ("", 0))[:2]
    return best if often >= CLEAR * next_often else ""


def _only_jumbled(word: str, said: str) -> bool:
    """Whether the same letters stand there, in another order or one of them twice."""
    return sorted(word) == sorted(said) or re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", said)


def _key_beside(word: str, said: str) -> bool:
    """Whether one letter was hit on the key beside its own: "veaag" is "vraag" rather than "vaag"."""
    other = [f"{a}{b}" for a, b in zip(word, said, strict=False) if a != b]
    return len(word) == len(said) and len(other) == 1 and (other[0] in KEYS or other[0][::-1] in KEYS)


@cache
def _known() -> frozenset[str]:
    """Words that stand in our own data, with the names that people bear."""
    return frozenset(_data_words()) | frozenset(LEXICON) | first_names()


@cache
def _kin() -> Words:
    """What people are to who writes: "moeder", "buurvrouw"."""
    return _by_look(dict.fromkeys(kinships() | words("title"), 1))


@cache
def _beside() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words of their own that are slips where they stand: "mogen om 3 uur"."""
    return tuple((re.compile(slip), word) for slip, word in data("intents")["slips"]["beside"])


@cache
def _ours() -> Words:
    """The words that our own examples and data are made of."""
    said: Counter[str] = Counter()
    for text in _examples():
        said.update(word for word in _PLAIN.findall(text) if word in _dutch())
    for name, often in (("intents", 5), ("tasks", 5), ("people", MARKED), ("grammar/daysoff", MARKED)):
        said.update(dict.fromkeys(_words_in(data(name)), often))
    said.update({word: MARKED for word in LEXICON if _PLAIN.fullmatch(word)})
    return _by_look(said)


@cache
def _everyday() -> Words:
    """Words that everybody says."""
    return _by_look({word: often for word, often in _dutch().items() if often >= EVERYDAY and _PLAIN.fullmatch(word)})


def _by_look(said: Mapping[str, int]) -> Words:
    found: Words = {}
    for word, often in said.items():
        if word not in first_names():
            found.setdefault((word[0], len(word)), {})[word] = often
    return found


@cache
def _data_words() -> frozenset[str]:
    """The words of phrases, tasks, people and days off."""
    names = ("intents", "tasks", "people", "grammar/daysoff")
    return frozenset(word for name in names for word in _words_in(data(name)))


def _words_in(part: Any) -> Iterable[str]:
    if isinstance(part, str):
        yield from _PLAIN.findall(part)
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _words_in(key)
            yield from _words_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words_in(value)


@cache
def _dutch() -> Mapping[str, int]:
    """All Dutch words (343,000) with how often they are said, pyspellchecker's. Read in 0.5 s when first needed."""
    from spellchecker import SpellChecker

    return dict(SpellChecker(language="nl").word_frequency.items())
