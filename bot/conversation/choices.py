"""Recognising a typed answer to a list of choices: by name, then ordinal, then number, then yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from locales.nl import answers
from storage.turns import Question

_NOT_WORD = re.compile(r"[^\w:+-]+")


_TAPPED = re.compile(r"([0-9]{1,9})\.([0-9]{1,3})")


def tapped(choice: str) -> tuple[int, int] | None:
    """The question and the place that a button's id names, None where it is none of ours."""
    found = _TAPPED.fullmatch(choice)
    return None if found is None else (int(found[1]), int(found[2]))


def plain(text: str) -> str:
    """A label or an answer without case, punctuation and extra spaces."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def by_name(text: str, options: Sequence[dict[str, Any]]) -> int | None:
    """The option with this label."""
    wanted = plain(text)
    return _labelled(wanted, wanted.partition(" ")[0], options) if wanted else None


def _labelled(wanted: str, first: str, options: Sequence[dict[str, Any]]) -> int | None:
    """The option whose label is, when plain, what is wanted; `first` is the first word of that."""
    for index, option in enumerate(options):
        # Most labels lack that word: a person has dozens of them on the table.
        if first in option["label"].casefold() and plain(option["label"]) == wanted:
            return index
    return None


def by_number(number: int | None, options: Sequence[dict[str, Any]]) -> int | None:
    """The option at this place, counted from one; -1 is the last."""
    if number is None or not options:
        return None
    if number == -1:
        return len(options) - 1
    return number - 1 if 1 <= number <= len(options) else None


def by_meaning(means: str, options: Sequence[dict[str, Any]]) -> int | None:
    """The option that says yes, or no."""
    for index, option in enumerate(options):
        if means and option.get("means") == means:
            return index
    return None


def newest_with(questions: Sequence[Question], text: str) -> tuple[Question, int] | None:
    """The newest open question with this label among its options.

    None where a newer one can be said yes or no to as well: a bare "ja" is for that one, whatever its buttons read.
    """
    wanted = plain(text)
    first = wanted.partition(" ")[0]
    for place, question in enumerate(questions if wanted else ()):
        index = _labelled(wanted, first, question.options)
        if index is not None:
            means = question.options[index].get("means", "")
            short = first == wanted  # one word says no more than its meaning
            newer = short and any(by_meaning(means, other.options) is not None for other in questions[:place])
            return None if newer else (question, index)
    return None


def by_scope(questions: Sequence[Question], text: str) -> tuple[Question, int] | None:
    """Which shifts of a series are meant, in other words than the labels: "alleen die ene keer", "voortaan"."""
    meant = answers.scope(text)
    for question in questions if meant else ():
        found = [at for at, option in enumerate(question.options) if option["values"].get("scope") == meant]
        if not found and meant == "following":  # of a series that has not begun these are all
            found = [at for at, option in enumerate(question.options) if option["values"].get("scope") == "all"]
        if len(found) == 1 and sum("scope" in option["values"] for option in question.options) > 1:
            return question, found[0]
    return None
