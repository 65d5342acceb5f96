"""Another name for what is planned: "het is geen kapper maar pedicure", "noem het pedicure"."""

from __future__ import annotations

import re
from typing import NamedTuple

from locales.nl import tasks
from locales.nl.reading import Reading

LONGEST = 12  # words of such a message
_LEAD = r"(?:(?:nee|o|oh|oeps|sorry|wacht|foutje|trouwens|eigenlijk)[,.]? )*"
_THE = r"(?:(?:de|het|een|naar de|naar het) )?"
_NAME = r"(?:[^\W\d_][\w'-]*)(?: [^\W\d_][\w'-]*){0,3}?"
_IT = r"(?:hij|het|dat|die|dit|'t|t)"
_SOFTLY = r"(?:(?:trouwens|eigenlijk|toch|wel|maar|liever|gewoon|voortaan|nu) )*"
_PATTERNS = tuple(
    re.compile(rf"(?i){_LEAD}{pattern}(?: (?:hoor|aub|alsjeblieft|graag|heten|noemen|worden|zijn))?")
    for pattern in (
        rf"{_IT} (?:heet|is|wordt) {_SOFTLY}(?:geen|niet) {_THE}(?P<old>{_NAME}),? maar {_THE}(?P<new>{_NAME})",
        rf"geen {_THE}(?P<old>{_NAME}),? maar {_THE}(?P<new>{_NAME})",
        rf"{_IT} heet {_SOFTLY}{_THE}(?P<new>{_NAME}),? (?:en )?(?:niet|geen) {_THE}(?P<old>{_NAME})",
        rf"noem {_SOFTLY}(?:{_IT}|hem|{_THE}(?P<old>{_NAME})) {_SOFTLY}{_THE}(?P<new>{_NAME})",
        rf"{_IT} (?:moet|mag) {_SOFTLY}{_THE}(?P<new>{_NAME}) heten",
        rf"(?:verander|wijzig|hernoem) {_THE}(?P<old>{_NAME}) (?:in|naar|tot) {_THE}(?P<new>{_NAME})",
        rf"{_THE}(?P<old>{_NAME}) (?:moet|mag) {_SOFTLY}{_THE}(?P<new>{_NAME}) heten",
        rf"{_THE}(?P<old>{_NAME}) heet {_SOFTLY}{_THE}(?P<new>{_NAME})",
    )
)
_IS_CALLED = _PATTERNS[-1]


class Renamed(NamedTuple):
    """What it is called now ("" where only pointed at), and what it is to be called."""

    old: str
    new: str


def renamed(reading: Reading) -> Renamed | None:
    """The other name that is asked for; None where a message asks none, or speaks of people or times."""
    if len(reading.plain) > LONGEST or reading.times or reading.mentions:
        return None
    text = " ".join(reading.text.split()).strip(" .!")
    for pattern in _PATTERNS:
        said = pattern.fullmatch(text)
        if said is None:
            continue
        if pattern is _IS_CALLED and said["new"][0].isupper():
            continue  # "de poes heet Minoes" tells a name
        old = (said.groupdict().get("old") or "").casefold()
        if not old or reading.open_task is not None or tasks.names_known(old):  # "het is niet erg maar vervelend"
            return Renamed(old, said["new"].casefold())
    return None
