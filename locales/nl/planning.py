"""Whether a message plans something: by a word that says so, or by what it holds."""

from __future__ import annotations

import re

from locales.nl.oneself import speaks_of_self
from locales.nl.reading import Reading
from locales.nl.seeking import asks_for_somebody

_MY_TURN = re.compile(
    r"\bmijn (?:beurt\w*|dienst\w*|taak|taken|shift|plek|plaats|uren|uurtje"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
)
_OPENS_A_PLAN = frozenset({"plan", "zet", "voeg", "nieuwe", "nieuw", "noteer", "schrijf", "plannen", "inplannen"})
_MUST = re.compile(r"(?<!\bik )\bmoet(?:en)?\b(?! (?:ik|we|wij)\b)")


def must_be_done(reading: Reading) -> bool:
    """Whether something has to be done by whomever: "de hond moet uit"."""
    return bool(_MUST.search(" ".join(reading.plain)))


def may_plan(reading: Reading) -> bool:
    """Whether a helper, who seldom plans, does so here: a task at a day and a time, or a word that says it."""
    if reading.plain[0] in _OPENS_A_PLAN:
        return True
    if reading.holds("day") and reading.holds("people") and not speaks_of_self(reading):
        return True  # a group that comes
    sought = asks_for_somebody(reading)
    mine = _MY_TURN.search(" ".join(reading.plain)) if sought else "mijn" in reading.vocabulary
    fixed = reading.holds("day") and reading.holds("clock") and not mine
    planned = reading.has_task and not speaks_of_self(reading)
    return fixed and (sought or planned or (reading.holds("set") and must_be_done(reading)))
