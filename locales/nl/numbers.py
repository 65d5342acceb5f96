"""Dutch numbers where people count people, choices and days of the week."""

from __future__ import annotations

import re

from locales.nl.grammar.words import DATA

NUMBERS: dict[str, int] = {word: number for word, number in DATA["numbers"].items() if 0 < number <= 60} | {
    "één": 1,
    "eentje": 1,
}
TOGETHER: dict[str, int] = DATA["inflected"] | {
    **{"twee": 2, "tweeën": 2, "tweetjes": 2, "drieën": 3, "drietjes": 3, "vijfen": 5},  # "met z'n tweetjes"
}
ORDINALS = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4,
    "4e": 4, "4de": 4, "vijfde": 5, "5e": 5, "5de": 5, "zesde": 6, "6e": 6, "zevende": 7, "7e": 7, "achtste": 8,
    "8e": 8, "negende": 9, "9e": 9, "tiende": 10, "10e": 10, "laatste": -1, "bovenste": 1, "middelste": 2,
    "onderste": -1,
}  # fmt: skip
_WEEKDAYS = (
    ("MO", ("maandag", "maandagen", "maandags", "ma")),
    ("TU", ("dinsdag", "dinsdagen", "dinsdags", "dinsag", "di")),
    ("WE", ("woensdag", "woensdagen", "woensdags", "woesndag", "woe", "wo")),
    ("TH", ("donderdag", "donderdagen", "donderdags", "donerdag", "do")),
    ("FR", ("vrijdag", "vrijdagen", "vrijdags", "vrij", "vr")),
    ("SA", ("zaterdag", "zaterdagen", "zaterdags", "za", "zat")),
    ("SU", ("zondag", "zondagen", "zondags", "zo")),
)
_PART = re.compile(r"(?:s)?(?:ochtend|voormiddag|namiddag|middag|avond|nacht)(?:en|s)?$")  # "dinsdagavond"
_DAY = {word: day for day, words in _WEEKDAYS for word in words}
_NUMBER = "|".join(NUMBERS)
_CARRIERS = "begeleiders?|chauffeurs?|sjouwers?|tillers?|buren|familieleden|hulpen|oppassers?|rijders?"
_PEOPLE = re.compile(
    rf"""(?ix)\b(?:
    (?:met|in)?\s*(?:z['’]?n|zijn|ons|we)\s+(?P<together>{"|".join(TOGETHER)})\b
    | (?P<count>\d{{1,2}}|{_NUMBER})\s+(?:(?:extra|sterke|stevige|fitte)\s+)?
      (?:mensen|personen|persoon|man|mannen|helpers|helper|vrijwilligers|vrouw|dragers|lui|{_CARRIERS}|paar\s+handen)
      (?:\s+(?:voor\s+)?nodig)?\b
    | (?<!kwart\s)(?<!tien\s)(?<!vijf\s)
      (?P<pair>met|voor)\s+(?P<n>{"|".join(k for k in NUMBERS if k not in ("een", "één", "eentje"))})\s*$
    | aantal\s+(?:mensen|personen|helpers|vrijwilligers|{_CARRIERS})\b[^.?!]*?
      \b(?:naar|op|is|wordt|van)\s+(?P<number>\d{{1,2}}|{_NUMBER})\b
    | er\s+(?:(?:maar|toch|nog|wel)\s+)?(?P<some>\d{{1,2}}|{_NUMBER})\s+(?:nodig|mee)\b
    | (?:nog\s+een|een)\s+(?P<second>tweede)\s+(?:persoon|man|iemand|helper)\b
    )
    """
)


# One of these every one of them has: looked for first, as most messages have none.
_COUNTED = (
    *(" mens", " person", " man", " helper", " vrijwilliger", " vrouw", " drager", " lui", " paar hand", "aantal "),
    *(" begeleider", " chauffeur", " sjouwer", " tiller", " buren", " familie", " hulpen", " oppasser", " rijder"),
    *(" nodig", " mee", "een tweede ", *(f" {word}" for word in TOGETHER)),
)
_LAST = tuple(f" {word}" for word in NUMBERS)  # "ga er met twee"


def people_needed(text: str) -> tuple[int, tuple[int, int]] | None:
    """How many people a message asks for, and where it says so: "met z'n tweeën", "3 mensen nodig"."""
    low = " ".join(text.lower().split())
    counted = any(map(low.__contains__, _COUNTED)) or low.endswith(_LAST)
    match = _PEOPLE.search(text) if counted else None
    if not match:
        return None
    if match["together"]:
        count = TOGETHER[match["together"].lower()]
    elif match["second"]:
        count = 2
    else:
        word = (match["count"] or match["n"] or match["some"] or match["number"]).lower()
        count = int(word) if word.isdecimal() else NUMBERS[word]
    if not 1 <= count <= 50:
        return None
    return count, match.span("number") if match["number"] else match.span()


def number(words: tuple[str, ...]) -> int | None:
    """The one number among these words: "2", "twee", "eentje is genoeg"."""
    found = [int(w) if w.isdecimal() and len(w) < 5 else NUMBERS.get(w) or TOGETHER.get(w) for w in words]
    numbers = [n for n in found if n is not None and n < 1000]
    return numbers[0] if len(numbers) == 1 else None


def ordinal(words: tuple[str, ...]) -> int | None:
    """The place that is meant: "de tweede" is 2, "de laatste" is -1."""
    for word in words:
        if word in ORDINALS:
            return ORDINALS[word]
    return None


def weekdays(words: tuple[str, ...]) -> tuple[str, ...]:
    """The days of the week among these words, as in RFC 5545, Monday first."""
    whole = (word if word in _DAY else _PART.sub("", word) for word in words)
    days = {_DAY[word] for word in whole if word in _DAY and word != "vrij"}
    if any(
        {word, other} <= _DAY.keys()
        for word, link, other in zip(words, words[1:], words[2:], strict=False)
        if "vrij" in (word, other) and link in ("en", "of")
    ):
        days.add("FR")
    if "weekend" in words or "weekends" in words or "weekenden" in words:
        days |= {"SA", "SU"}
    if {"doordeweeks", "werkdag", "werkdagen"} & set(words):
        days |= {"MO", "TU", "WE", "TH", "FR"}
    return tuple(day for day, _ in _WEEKDAYS if day in days)


def is_weekday(word: str) -> bool:
    """Whether this word is a day of the week, in full or short."""
    return word in _DAY
