"""What people greet and sign with: "hoi", "goedemorgen allemaal", "groetjes Anna"; in the words of manners.toml."""

from __future__ import annotations

import re
from functools import cache

from locales.nl.words import data

_WORD = re.compile(r"[a-zà-ÿ]+")
_LONGEST = 4  # words of a greeting, and of a question how it goes
_LONGEST_ASKED = 7


@cache
def greeting_words() -> frozenset[str]:
    """Words that greet by themselves."""
    return frozenset([*data("manners")["greetings"], *data("manners")["paused"]])


def greeting_rows() -> list[str]:
    """All that greets: "hoi", "dag allemaal", "lieve mensen"."""
    with_whom = (*data("manners")["greetings"], *data("manners")["paused"], *data("manners")["accompanied"])
    return [*greeting_words(), *(f"{word} {company}" for word in with_whom for company in data("manners")["company"])]


@cache
def closing_words() -> frozenset[str]:
    """Words with which one signs: "groetjes" before a name."""
    return frozenset(word for word in data("manners")["closings"] if " " not in word)


@cache
def _beside() -> frozenset[str]:
    """Words that stand beside a greeting."""
    manners = data("manners")
    return frozenset(word for row in manners["company"] for word in row.split()) | {*manners["accompanied"], "weer"}


def greets(text: str) -> bool:
    """Whether the message is only a greeting: "hoi hoi"."""
    said = re.findall(r"\w+", text.casefold())
    return bool(said) and greeting_words().issuperset(said)


def greets_or_asks(text: str) -> bool:
    """Whether somebody only says hello, to whomever, or asks how it goes: "hoi allemaal", "wie ben jij"."""
    words = _WORD.findall(text.casefold())
    row = " ".join(words)
    if row.startswith(tuple(data("near")["greetings"]["questions"])) and len(words) <= _LONGEST_ASKED:
        return True
    opens = greeting_words() | {"morgen"}
    return 0 < len(words) <= _LONGEST and words[0] in opens and set(words) <= opens | _beside()
