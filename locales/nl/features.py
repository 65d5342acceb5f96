"""What a phrase may need of a message beside its words: a time, a day, somebody, a question, a negation."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from locales.nl import numbers, phrases
from locales.nl.daycounts import PARTS, counted

if TYPE_CHECKING:
    from locales.nl.reading import Reading

_ASKS = re.compile(r"\b(kan|kun|wil|zou) (er )?(iemand|je)\b|\bwie (kan|wil)\b|\bmoet(en)? (er )?iemand\b")
_A_DAY = timedelta(days=1, hours=2)  # the day on which the clocks change included
_SELF = frozenset({"ik", "wij", "we", "ben", "mij", "me", "ons"})
# "mijn buurman gaat": news about somebody who is neither in the circle nor cared for
_OTHER = re.compile(
    r"(?:[a-z]+ )?(?:mijn|onze|ons|de|een|haar|zijn) (?:klein|schoon)?"
    r"(?:zus|zuster|zusje|broer|broertje|buur\w*|collega|vriend|vriendin|zoon|dochter|neef|nicht|kinderen|tante|oom)\b"
    r"(?: van [\w-]+| [\w-]+)? (?:gaat|gaan|vertrekt|is|zijn|heeft|krijgt|viert|komt|ligt|zit|wordt|werkt)\b"
)
_STATES = frozenset(
    [
        "heeft",
        "hebben",
        "is",
        "zijn",
        "wordt",
        "worden",
        "moet",
        "moeten",
        "krijgt",
        "ligt",
        "zit",
        "viert",
        "vindt",
        "wil",
        "zegt",
        "denkt",
    ]
)
_OF_WHOM = frozenset({"met", "door", "van", "bij", "voor", "aan", "op"})
_QUESTION_WORDS = frozenset({"wie", "wat", "waar", "wanneer", "hoe", "welke", "waarom", "hoelaat", "wiens"})


def holds(reading: Reading, feature: str) -> bool:
    """Whether the message has what a phrase needs beside itself."""
    match feature:
        case "time":
            return bool(reading.times)
        case "day":
            return any(t.has_date or t.rule or t.kind in ("date", "interval") for t in reading.future)
        case "clock":
            return any(t.has_clock or t.times for t in reading.times)
        case "hours":  # "na negenen", of no day in particular
            return bool(reading.times) and all(
                t.kind == "interval" and t.has_clock and not t.has_date and not t.rule for t in reading.times
            )
        case "night":
            count = counted(reading.text)
            nights = any(t.part == "night" and not t.has_clock for t in reading.future)
            return nights or (count is not None and PARTS[count["unit"].lower()] == "night")
        case "set":
            return any(t.rule for t in reading.times)
        case "dated":
            return any(t.has_date for t in reading.times)
        case "length":
            return any(t.kind == "duration" for t in reading.times)
        case "who":
            return any(m.kind == "member" for m in reading.mentions)
        case "recipient":
            return any(m.kind == "recipient" for m in reading.mentions)
        case "task":
            return reading.has_task
        case "what":
            return bool(reading.what("create_task")[0]) or bool(reading.holds("day") and reading.holds("clock"))
        case "people":
            return reading.people_needed is not None
        case "open":
            return reading.open_task is not None
        case "newcomer":  # who is in no circle
            return not reading.setting.members and not reading.setting.recipients
        case "question":
            return reading.text.endswith("?") or reading.first_word in _QUESTION_WORDS
        case "question_word":
            return reading.first_word in _QUESTION_WORDS or _asks_of_whom(reading)
        case "question_who":
            return reading.first_word == "wie" or _asks_of_whom(reading)
        case "ask":
            return bool(_ASKS.search(" ".join(reading.plain)))
        case "sick":
            return bool(
                reading.vocabulary
                & {
                    "ziek",
                    "griep",
                    "koorts",
                    "sorry",
                    "helaas",
                    "spijt",
                    "oeps",
                    "verkouden",
                    "ziekenhuis",
                    "dubbel",
                    "corona",
                }
            )
        case "weekday_only":
            days = [t for t in reading.future if t.has_date or t.rule]
            said = " ".join(reading.text[t.span[0] : t.span[1]] for t in days).lower().split()
            return len(days) > 1 and all(numbers.is_weekday(w) or w in ("op", "en", "de", "elke") for w in said)
        case "format":
            return phrases.file_format(reading.vocabulary) is not None
        case "other":
            return bool(_OTHER.match(" ".join(reading.plain))) and not reading.vocabulary & _SELF
        case "first_person_subject":
            return bool(reading.vocabulary & _SELF)
        case "first_person_clause":
            return bool(re.search(r"\bdat (ik|wij|we)\b", " ".join(reading.plain)))
        case "negation_of_all":
            return bool(reading.vocabulary & {"was", "waren", "kwam", "had"})
        case "negation":
            return bool(reading.vocabulary & {"niet", "geen", "niemand", "nooit", "niets", "hoeft", "hoeven"})
        case "past":
            return any(reading.is_past(t) for t in reading.times)
        case "stretch":
            lasting = any(t.kind == "duration" and t.duration and t.duration > _A_DAY for t in reading.times)
            return (lasting and bool(reading.future)) or any(
                t.kind == "interval" and t.start and t.end and t.end - t.start > _A_DAY for t in reading.future
            )
        case "somebody":
            return not reading.vocabulary.isdisjoint({"iemand", "wie"})
        case "state":
            return bool(reading.vocabulary & _STATES)
        case "soon_over":
            spans = [t for t in reading.future if t.start and t.end]
            brief = all(t.end - t.start < timedelta(hours=2) for t in spans if t.start and t.end)
            return bool(spans) and len(spans) == len(reading.future) and brief
        case "bericht":
            return bool(reading.vocabulary & {"herinnering", "seintje", "bericht", "berichtje", "appje"})
        case "short":
            return len(reading.plain) <= 6
        case "organiser":
            return reading.setting.organiser
    raise ValueError(f"a phrase needs something unknown: {feature}")


def _asks_of_whom(reading: Reading) -> bool:
    """Whether it begins with "met wie", "door wie"."""
    return reading.first_word in _OF_WHOM and f" {reading.first_word} wie " in reading.lines.text
