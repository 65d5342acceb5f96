"""Makes `likeness*.txt` of `examples*.txt` in `locales/nl/`: `python -m tests.understanding_learn [EXAMPLES] > FILE`.

A logistic regression over the words of a message, their neighbours and pieces, by stochastic steps (Adagrad), always in
the same order. Plans and claims of once and of many are one intent here: the times of a message tell them apart.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from locales.nl.likeness import LEAST, MOST, PLACE, STEP, ZERO, signs_of

SAME = {"claim_many": "claim", "create_series": "create_task"}
_TIMES = 40  # that every example is looked at
_LEFT_OUT = 0.5  # of the signs of an example, others each time: no sign may be relied on alone
_UNSURE = 0.05  # of what an example says may be otherwise, so that no chance is taken for certain
_PACE = 0.3
_SEEN = 2  # how often a sign must have been seen


def learned(lines: list[str]) -> Iterator[str]:
    """The lines of `likeness.txt`."""
    examples = [line.split("\t") for line in lines]
    messages = [sorted(signs_of(row, speaker)) for _, speaker, row in examples]
    seen = Counter(sign for signs in messages for sign in signs)
    names = sorted(sign for sign, count in seen.items() if count >= _SEEN and sign.isascii())
    places = {name: place for place, name in enumerate(names)}
    meant = [SAME.get(intent, intent) for intent, _, _ in examples]
    intents = sorted(set(meant))
    wanted = [intents.index(intent) for intent in meant]
    rows = [np.array([places[sign] for sign in signs if sign in places], dtype=np.intp) for signs in messages]
    scales = [1 / np.sqrt(len(signs) or 1) for signs in messages]
    weights = np.zeros((len(names), len(intents)), dtype=np.float32)
    moved = np.full_like(weights, 0.01)
    base = np.zeros(len(intents), dtype=np.float32)
    order = np.random.default_rng(0)
    for _ in range(_TIMES):
        for number in order.permutation(len(rows)):
            row = rows[number][order.random(len(rows[number])) >= _LEFT_OUT]
            scores = weights[row].sum(axis=0) * scales[number] + base
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            chances -= _UNSURE / len(intents)
            chances[wanted[number]] -= 1 - _UNSURE
            step = chances * scales[number]
            moved[row] += step * step
            weights[row] -= _PACE * step / np.sqrt(moved[row])
            base -= 0.01 * chances
    yield " ".join(intents)
    yield "\t" + _letters(base)
    for name, place in places.items():
        yield f"{name}\t{_letters(weights[place])}"


def _letters(row: np.ndarray[tuple[int], np.dtype[np.float32]]) -> str:
    return "".join(chr(min(MOST, max(LEAST, ZERO + round(float(weight) / STEP)))) for weight in row)


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE / "examples.txt"
    for line in learned([line for line in source.read_text("utf-8").splitlines() if line]):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
