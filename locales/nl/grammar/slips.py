"""Slips of the thumb in short words, of which a list of near words would say too much: read by what stands beside
them. Whole messages are mended before they come here (`locales/nl/slips.py`), but not words as short as these."""

from __future__ import annotations

from functools import lru_cache

from locales.nl.grammar.words import DATA, LEXICON, LISTS, meaning

SMALL = frozenset(DATA["typos"]["doubled"])
BESIDE: tuple[str, ...] = tuple(DATA["typos"]["beside"])
REAL = LISTS["no_slip"]
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # of the keys


def _beside(letter: str) -> str:
    """The keys that a thumb may hit for a letter."""
    row, at = next((n, line.index(letter)) for n, line in enumerate(ROWS) if letter in line)
    around = [ROWS[n][max(0, at - 1) : at + 2] for n in (row - 1, row, row + 1) if 0 <= n < len(ROWS)]
    return "".join(around).replace(letter, "")


def _forms(target: str) -> set[str]:
    """Every word one slip from `target` that begins as it does."""
    found = set()
    for k in range(1, len(target)):
        found.add(target[:k] + target[k + 1 :])
        found.add(target[:k] + target[k + 1 : k + 2] + target[k] + target[k + 2 :])
        found.update(target[:k] + letter + target[k + 1 :] for letter in _beside(target[k]))
    return found - {target}


MEANT = {form: target for target in BESIDE for form in _forms(target) if form not in LEXICON and form not in REAL}


@lru_cache(maxsize=4096)
def once(word: str) -> str:
    """The word of time in which one letter was typed twice ("weeek", "hallf", "paasen"), or the word itself."""
    if len(word) < 4 or word in LEXICON or word in SMALL or word in REAL:
        return word
    for k in range(1, len(word)):
        if word[k] == word[k - 1]:
            single = word[:k] + word[k + 1 :]
            if single in SMALL or (len(single) > 3 and single in LEXICON):
                return single
    return word


def meant(before: str, word: str, after: str, further: str) -> str:
    """What a short word stands for beside its neighbours: "ocer een week", "5 vor half 8", "haf negen", "dri uur"."""
    target = MEANT[word]
    beside, lead = meaning(after), meaning(before)
    hour = "number" in beside or after.isdigit() or after in ("half", "kwart") or "inflected" in beside
    unit = "unit" in meaning(further)
    counted = "number" in lead or before.isdigit() or before == "kwart"
    said = False
    if target == "over":
        said = hour and (unit or counted)
    elif target == "voor":
        said = (hour and not unit) if counted else ("inflected" in beside or "weekday" in beside)
    elif target in ("half", "rond"):
        number = beside.get("number", int(after) if after.isdigit() and len(after) < 3 else 0)
        said = (1 <= number <= 12 or (target == "rond" and hour)) and not (
            "unit" in meaning(further) and further != "uur"
        )
    elif target == "elke":
        said = bool({"weekday", "unit", "part"} & beside.keys())
    elif "number" in meaning(target):
        said = "unit" in beside or before in ("half", "kwart")
    else:
        ordered = target == "week" and ("ordinal" in lead or before in ("laatste", "in", "per"))
        said = counted or ordered or "shift" in lead or before == "elke"
    return target if said else word
