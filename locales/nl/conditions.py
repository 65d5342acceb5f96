"""What a yes hangs on: an hour by which somebody must be gone, another hour with its reason; and what is no yes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from locales.nl.time import parse
from locales.nl.words import fold

_HOUR = (
    r"(?P<hour>\d{1,2}[.:]\d\d|(?:half|kwart (?:voor|over) |kwart voor|kwart over)? ?(?:\d{1,2}|[a-z]{2,6}))(?: uur)?"
)
_GONE = r"(?:weg|thuis|terug|klaar|naar huis|vertrekken|vertrek|gaan|door|ervandoor)"
_LEAVES = re.compile(
    rf"(?i)(?P<lead>.*?)[\s,]*\b(?:maar )?(?:(?:alleen |enkel )?(?:als|mits|zolang) (?:ik|we|wij)|"
    rf"(?:maar )?(?:dan )?(?:moet|wil) ik|maar (?:ik|we) (?:moet|moeten|wil)|maar moet)"
    rf"(?: (?:dan|er|daar|wel|weer|ook|ten laatste|uiterlijk|zeker))* (?:voor|om|tegen|rond) {_HOUR}"
    rf"(?: (?:weer|dan|er|daar|wel|al))* {_GONE}\b(?: (?:kan|mag|moet|zijn|gaan|ben|wil|kunnen))*"
    rf"(?P<why>\s*(?:$|[,.;!]|\b(?:want|voor|omdat|naar|bij|om)\b).*)$"
)
_REASON = re.compile(
    r"(?i)(?:want|omdat|daarvoor|ervoor|eerst|tot dan|moet (?:ik |nog |eerst )|heb (?:ik |nog |eerst )"
    r"|dan (?:ben|heb|zit) ik"
    r"|(?:ik|we|wij) (?:moet|moeten|heb|hebben|ben|zijn|zit|zitten|werk|werken|sta|breng|haal|kom)\b"
    r"|(?:mijn|mn|m'n|onze|de kinderen|de kleine)\b)"
)
_CUT = re.compile(r"\s*[,.;!]\s+|\s+(?=(?:want|omdat)\b)")
_WELCOMES = re.compile(
    r"(?:(?:ja|heel|oh|o|ok|oke|nou) )*(?:graag|alsjeblieft|aub|doe maar|dat is goed|is goed)(?: hoor)?"
)
_TAKES_IT = re.compile(r"\b(?:ik (?:doe|neem|pak)|(?:doe|neem|pak) ik) (?:het|t|hem|dat|die|ze)\b")
_ONESELF = re.compile(
    r"(?:(?:dan|nee|ok\w*|ja|laat maar|nou) )*(?:ik [a-z]{2,6}|[a-z]{2,6} ik) "
    r"(?:(?:het|hem|haar|ze|er|dan|wel|maar|even|ff) )*"
    r"zelf(?: (?:wel|even|ff|maar|doen|hoor|heen|langs|dan))*"
)


class Leaves(NamedTuple):
    """What is said before, and the hour ("HH:MM", of twelve where it was said so) by which they must be gone."""

    lead: str
    hour: str


def leaves_by(text: str, now: datetime) -> Leaves | None:
    """ "Vrijdag kan ik wel, maar alleen als ik voor 4 weg kan"; None where no such hour is said."""
    said = _LEAVES.fullmatch(text.strip(" .!"))
    found = parse(f"om {said['hour']} uur", now) if said else []
    if said is None or len(found) != 1 or found[0].start is None or not found[0].has_clock:
        return None
    written = re.match(r"\d+", said["hour"])
    hour = found[0].start.hour if written and int(written[0]) > 12 else found[0].start.hour % 12
    return Leaves(said["lead"].strip(" ,.!"), f"{hour:02d}:{found[0].start.minute:02d}")


def beside_reason(text: str) -> Iterator[str]:
    """The part of a message that is left without a reason before or behind it: "pas om 3 uur, ik moet eerst ..."."""
    for cut in _CUT.finditer(text):
        first, rest = text[: cut.start()], text[cut.end() :]
        if _REASON.match(rest):
            yield first
        if _REASON.match(first):
            yield rest


def welcomes(text: str) -> bool:
    """Whether this says yes to what is offered, and nothing of what was done: "graag", to "is het gelukt?"."""
    return bool(_WELCOMES.fullmatch(fold(text).strip(" .!")))


def promises(text: str) -> bool:
    """Whether this says of what is still to come that somebody comes: "ik zal er zijn"."""
    return bool(_PROMISES.fullmatch(fold(text).strip(" .!")))


_PROMISES = re.compile(
    r"(?:(?:ja|ok|oke|goed|dag|hoor|natuurlijk|zeker|graag) )*(?:ik|we|wij)? ?"
    r"(?:(?:zal|zullen|ga|gaan) (?:er|daar) (?:\w+ )?zijn|(?:ben|zijn) (?:onderweg|zo daar|er zo|er om \w+)"
    r"|kom(?:en)? (?:eraan|er aan)|(?:zal|zullen) (?:\w+ )?komen|omw)(?: hoor| graag| zeker)*"
)


def takes_it(text: str) -> bool:
    """Whether somebody takes on what is spoken of: "ik doe het maar dan wel om 2 uur"."""
    return bool(_TAKES_IT.search(fold(text)))


def does_it_oneself(text: str) -> bool:
    """Whether this says no more than that its writer does it: "ik loop zelf wel even"."""
    return bool(_ONESELF.fullmatch(fold(text).strip(" .!")))
