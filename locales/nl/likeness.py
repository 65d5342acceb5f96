"""What a message most resembles, of many examples: for what no phrase has foreseen. The examples are data."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from locales.nl.reading import Reading

PLACE = Path(__file__).parent
_DOUBT = 3.0  # how many examples that show nothing each intent begins with
_STEM = 5  # letters by which forms of one word are alike: "afzeggen", "afzegging"


@dataclass(frozen=True)
class Likeness:
    """The intent of the examples that a message most resembles."""

    intent: str
    lead: float  # over the next one; 5 is much
    fit: float  # below 0 it resembles none of them
    scores: Mapping[str, float]  # of every intent, higher is more alike

    def over(self, intent: str) -> float:
        """How much more the message resembles the likest than it resembles this one."""
        return self.fit - self.scores.get(intent, self.fit - 99.0)


class Examples:
    """Messages with their intent, and how much each of their words and pairs of words tells."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines`: intent, who speaks and the message with its times, people and tasks marked, between tabs."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        sizes: Counter[str] = Counter()
        for line in lines:
            intent, speaker, row = line.rstrip("\n").split("\t")
            sizes[intent] += 1
            for sign in _signs(row, speaker):
                counts[sign][intent] += 1
        every = sum(sizes.values())
        self._weights = {
            sign: [
                (intent, math.log(1 + count * every / (_DOUBT * sum(found.values()))))
                for intent, count in found.items()
            ]
            for sign, found in counts.items()
        }
        self._missing = {intent: math.log(_DOUBT / (size + _DOUBT)) for intent, size in sizes.items()}
        self._common = {intent: 0.6 * math.log(size / every) for intent, size in sizes.items()}

    def likest(self, row: str, speaker: str) -> Likeness:
        """What a message resembles most."""
        signs = [sign for sign in _signs(row, speaker) if sign in self._weights]
        sums = dict.fromkeys(self._missing, 0.0)
        for sign in signs:
            for intent, weight in self._weights[sign]:
                sums[intent] += weight
        scale = 2 / math.sqrt(len(signs) or 1)
        scored = sorted(
            (
                (self._common[intent] + scale * (total + len(signs) * self._missing[intent]), intent)
                for intent, total in sums.items()
            ),
            reverse=True,
        )
        scores = {intent: score for score, intent in scored}
        return Likeness(scored[0][1], scored[0][0] - scored[1][0], scored[0][0], scores)


def _signs(row: str, speaker: str) -> set[str]:
    """The words of a message, their beginnings, and which stand beside each other."""
    words = row.split()
    framed = ["^", *words, "$"]
    signs = {f"{one} {two}" for one, two in pairwise(framed)}
    signs |= {f"{one} . {two}" for one, two in zip(framed, framed[2:], strict=False)}
    signs |= {word[:_STEM] + "*" for word in words if len(word) > _STEM and word[0] != "{"}
    return signs | set(words) | {f"<{speaker}>"}


def row_of(reading: Reading) -> tuple[str, str]:
    """How a message stands among the examples: its words with what is known marked, and who speaks."""
    asks = " ?" if reading.text.endswith("?") else ""
    return reading.rows[-1].strip() + asks, "organiser" if reading.setting.organiser else "helper"


@cache
def examples() -> Examples:
    """All examples, read once."""
    text = (PLACE / "examples.txt").read_text("utf-8")
    return Examples(line for line in text.splitlines() if line)


def likest(reading: Reading) -> Likeness:
    """What this message resembles most of all examples."""
    return examples().likest(*row_of(reading))
