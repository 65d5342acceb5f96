"""What kind of help a task is, for sums in which nobody and nothing can be recognised."""

from __future__ import annotations

import re
from functools import lru_cache

from locales.nl.words import data, fold

OTHER = "other"
_MEAL = re.compile(r"\b(?:koken|kook\w*|(?:warm |avond|middag)?eten\b(?! brengen)|maaltijd\w*|diner|avondmaal)")


@lru_cache(2048)  # a circle's tasks come back every week
def kind_of(what: str) -> str:
    """ "naar de oogarts" is "away", what fits nothing "other"."""
    plain = f"{fold(what)} "
    for kind in data("kinds")["kind"]:
        if any(word in plain for word in kind["words"]):
            return str(kind["name"])
    return OTHER


def are_meals(one: str, other: str) -> bool:
    """Whether both are about cooking or eating: "koken" and "warm eten"."""
    return bool(_MEAL.search(fold(one))) and bool(_MEAL.search(fold(other)))
