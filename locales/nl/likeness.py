"""What a message most resembles of all that people have said, for what no phrase has foreseen. It is data.

Wishes and answers to a question are two sets of examples: "dan werk ik" is a no where something was asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from struct import unpack

from locales.nl.reading import Reading
from locales.nl.traits import traits

PLACE = Path(__file__).parent
ZERO, STEP = 80, 1 / 6  # the sign for no weight, and what one sign further weighs: weights are kept as letters
LEAST, MOST = 33, 126
_PIECES = (3, 4)  # letters in a row, so that typing errors and other forms of a word still resemble it


@dataclass(frozen=True)
class Likeness:
    """The intent of the examples that a message most resembles."""

    intent: str
    chance: float  # that it is this one, by the examples: 0 to 1
    chances: Mapping[str, float]  # of every intent


class Examples:
    """How much each piece of a message tells about what is meant; learned by `tests/understanding_learn.py`."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines`: the intents, then a sign and a letter for its weight at each intent; the first sign is none."""
        rows = iter(lines)
        self._intents = next(rows).split()
        base = self._weight(next(rows).partition("\t")[2])
        self._base = [STEP * (weight - ZERO) for weight in self._apart(base)]
        self._weights = {sign: self._weight(letters) for sign, _, letters in (row.partition("\t") for row in rows)}

    @staticmethod
    def _weight(letters: str) -> int:
        """All weights of a sign as one number, 32 bits for each intent: they are added up in one go."""
        return int.from_bytes(letters.encode("utf-32-le"), "little")

    def _apart(self, weights: int) -> tuple[int, ...]:
        count = len(self._intents)
        return unpack(f"<{count}I", weights.to_bytes(4 * count, "little"))

    def likest(self, row: str, speaker: str) -> Likeness:
        """What a message resembles most."""
        signs = signs_of(row, speaker)
        known = list(filter(None, map(self._weights.get, signs)))
        scale = STEP / math.sqrt(len(signs) or 1)
        zero = ZERO * len(known)
        columns = zip(self._apart(sum(known)), self._base, strict=True)
        scores = [scale * (total - zero) + base for total, base in columns]
        highest = max(scores)
        parts = [math.exp(score - highest) for score in scores]
        whole = sum(parts)
        chances = {intent: part / whole for intent, part in zip(self._intents, parts, strict=True)}
        best = max(chances, key=chances.__getitem__)
        return Likeness(best, chances[best], chances)


def signs_of(row: str, speaker: str) -> set[str]:
    """The words of a message, which stand beside each other, pieces of them, its traits, and who speaks."""
    words = row.split()
    traits = [word for word in words if word[0] == "="]
    words = words[: len(words) - len(traits)]
    framed = ["^", *words, "$"]
    signs = {f"{one} {two}" for one, two in pairwise(framed)}
    signs.update([f"{one} . {two}" for one, two in zip(framed, framed[2:], strict=False)])
    for word in words:
        signs.update(_signs_of_word(word, speaker[0]))
    signs.add(f"<{speaker[0]}>")
    signs.update(traits)
    return signs


@lru_cache(8192)  # words come again
def _signs_of_word(word: str, speaker: str) -> tuple[str, ...]:
    """A word, by whom it is said, and the pieces of it."""
    whole = "" if word[0] == "{" else f"_{word}_"
    pieces = ["#" + whole[at : at + size] for size in _PIECES for at in range(len(whole) - size + 1)]
    return (word, f"<{speaker}>{word}", *pieces)


def row_of(reading: Reading) -> tuple[str, str]:
    """How a message stands among the examples: its words with what is known marked, its traits, and who speaks."""
    asks = " ?" if reading.text.endswith("?") else ""
    return " ".join(
        (reading.rows[-1].strip() + asks, *traits(reading))
    ), "organiser" if reading.setting.organiser else "helper"


@cache
def examples(name: str = "likeness") -> Examples:
    """What was learned of all examples of wishes, or of answers ("likeness_answers"); read once."""
    return Examples((PLACE / f"{name}.txt").read_text("ascii").splitlines())


def likest(reading: Reading) -> Likeness:
    """What this message resembles most of all examples."""
    return examples().likest(*row_of(reading))


def likest_answer(reading: Reading, asked: str) -> Likeness:
    """What this message resembles most as an answer; `asked`: "yes_no", or "slot" for anything else."""
    return examples("likeness_answers").likest(row_of(reading)[0], asked)
