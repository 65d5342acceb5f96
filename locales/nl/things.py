"""What is named as a thing, where nobody knows it as a task: the party one wants out of, the hutch, "de was"."""

from __future__ import annotations

import re

from locales.nl import tasks
from locales.nl.reading import Reading
from locales.nl.words import data, fold

_LAST_THING = re.compile(r"(?P<at>van|voor|naar|vd|bij) (?:(?:de|het|t|die|den|dat) )?(?P<name>\w+)$")
_PLACED = re.compile(r" (?:op|in|aan|bij|langs|rond|achter|onder) | de | het ")
_NO_THING = frozenset({"als", "om", "reactie", "bericht", "appje", "kring", "groep", "app"})
_BEFORE = "de|het|t|die|dat|den|deze|dit|van|voor|naar"
_LONGEST = 2  # words
# "de was", "morgen was ik hem zelf", "ik was haar {time}"
_LAUNDRY = re.compile(
    r"(?m)(?<= )(?:(?:de|haar|zijn|mijn|onze|vuile|schone) was"
    r"|was (?:ik|wij|we) (?:haar|hem|\{recipient\})(?= (?:zelf|wel|dan|\{time\}|$))"
    r"|(?:ik|wij|we) was (?:haar|hem|\{recipient\})"
    r"|was (?:ophalen|afhalen|halen|brengen|wegbrengen|doen|draaien|ophangen|vouwen|opvouwen|strijken|opruimen))(?= )"
)


_REPAIRED = frozenset({"kapot", "stuk", "defect", "verstopt", "handig", "repareren", "gerepareerd"})


def is_repaired(reading: Reading) -> bool:
    """Whether it is about something broken, which is nobody's shift: "wie is handig en kan die vervangen?"."""
    return not _REPAIRED.isdisjoint(reading.vocabulary)


def thing(reading: Reading, what: str) -> str:
    """What is named as a thing, with an article or "voor" before it: "haal mij van het kerstdiner"; "" for none."""
    none = _NO_THING | frozenset(data("intents")["groups"]["rooster"])
    said, last = f" {' '.join(reading.plain)} ", _LAST_THING.search(what)
    if last and last["at"] == "bij" and "naam" not in reading.vocabulary:
        last = None  # "haal mijn naam weg bij de bloemen", but not "de auto staat bij de garage"
    placed = _PLACED.split(what)[0]  # "haringhappen op de boulevard"
    for name in (what, last["name"] if last else "", placed):
        words = fold(name).split()
        short = 0 < len(words) <= _LONGEST and tasks.names_only_a_task(name) and none.isdisjoint(words)
        if short and re.search(rf" (?:{_BEFORE}) {re.escape(' '.join(words))} ", said):
            return name
    return ""


def without_laundry(lines: str) -> str:
    """The rows of a message without "de was": what hangs on the line tells of no past."""
    return _LAUNDRY.sub(" ", lines)


def is_laundry(reading: Reading, what: str) -> bool:
    """Whether "was" is what is washed: "Fatima doet vrijdag de was"."""
    return fold(what) == "was" and bool(re.search(r"(?i)\b(?:de|haar|zijn|mijn|hun) was\b", reading.text))
