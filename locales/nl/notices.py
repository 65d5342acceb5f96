"""Which messages somebody means, and whether they want them: "stuur me geen weekoverzicht"."""

from __future__ import annotations

import re

from locales.nl.spoken import WEEKDAYS

_KINDS = (
    ("week", r"week|zondag|bedankje|bedankbericht|dankbericht"),
    ("wellbeing", r"hoe het (?:met (?:mij|me|jou|je) )?gaat|hoe gaat het"),
    ("checkout", r"gelukt"),
    ("absent", r"alarm|er niet is|te laat"),
    ("unanswered", r"bevestig|niet heeft geantwoord"),
    ("ask", r"\bvraag\b|\bvragen\b|gevraagd"),
    ("day", r"\bdag|ochtend|morgen"),
)
_OFF = re.compile(r"\b(?:geen|niet|niets|niks|nooit|stop|stoppen|uit|uitzetten|zonder|hoef)\b", re.IGNORECASE)
_ONLY_REMINDERS = re.compile(r"\balleen (?:maar |nog )*(?:een |de |mijn )?herinnering", re.IGNORECASE)
_ONLY = re.compile(
    r"\balleen (?:maar |nog )*(?:(?:berichten?|vragen|appjes|meldingen) )?"
    r"(?:over|voor|van|bij|als het (?:gaat )?(?:om|over)) (?:de |het |een |mijn )?(.+?)(?: gaat)?$",
    re.IGNORECASE,
)
PLAN_AT = "koffie morgen om {}"  # a wish in which a clock time is understood
_AT = re.compile(r"(?:\b(?:om|rond|tegen|vanaf)\s+|(?=\b(?:half|kwart|\d)))(.+)$", re.IGNORECASE)
_DAY = re.compile(
    rf"\b(?:(?:op|elke|iedere)\s+)?({'|'.join(WEEKDAYS)})s?(ochtend|morgen|middag|avond)?s?\b"
    r"(?:\s+in\s+de\s+(ochtend|morgen|middag|avond)|\s+('s (?:ochtends|morgens|middags|avonds)))?",
    re.IGNORECASE,
)
_USUAL = {"ochtend": 9 * 60, "morgen": 9 * 60, "middag": 14 * 60, "avond": 19 * 60}  # minutes after midnight
_RATHER_THAN = re.compile(r"\b(?:liever|eerder|beter)\b.*\bdan\b|\bin plaats van\b|\bi\.?p\.?v\.?(?=\s)", re.IGNORECASE)


def kind_in(text: str) -> str:
    """The kind of message that a text is about, "" for none."""
    low = text.casefold()
    return next((kind for kind, pattern in _KINDS if re.search(pattern, low)), "")


def only_reminders(text: str) -> bool:
    """Whether nothing but reminders of one's own is wanted: "ik wil alleen herinneringen"."""
    return bool(_ONLY_REMINDERS.search(text))


def only_about(text: str) -> str:
    """The one thing that somebody wants to be asked for ("app me alleen over medicijnen"), "" for none."""
    found = _ONLY.search(text.strip(" .!?"))
    return found[1].strip() if found else ""


def is_off(text: str) -> bool:
    """Whether somebody does not want it."""
    return bool(_OFF.search(text))


def clock_words(text: str) -> str:
    """The words of a clock time in it ("7 uur", "half 8"), "" for none."""
    found = _AT.search(_DAY.sub(lambda day: _part_of(day), text.strip(" .!?")))
    return found[1].strip() if found else ""


def day_in(text: str) -> tuple[int, int | None] | None:
    """The day of the week that is wanted (0: Monday), and the minutes after midnight that its part of the day means.

    Of "niet op zondag maar op zaterdag" the last one, of "liever zaterdag dan zondag" the first.
    """
    found = list(_DAY.finditer(text))
    if not found:
        return None
    wanted = found[0] if _RATHER_THAN.search(text) else found[-1]
    part = _part_of(wanted).removeprefix("'s ").removesuffix("s")
    return WEEKDAYS.index(wanted[1].casefold()), _USUAL.get(part)


def changes_day(text: str) -> bool:
    """Whether a "niet" in it is about the day that it was, and another is wanted: "niet op zondag maar op zaterdag"."""
    return len(_DAY.findall(text)) > 1


def _part_of(day: re.Match[str]) -> str:
    """ "'s ochtends" of "zaterdagochtend", as clock times are told apart by it; "" for none."""
    part = next((one for one in day.groups()[1:] if one), "").casefold()
    return f"'s {part}s" if part and not part.startswith("'s") else part
