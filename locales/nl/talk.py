"""What in a message asks for nothing: what was, what is only supposed, what somebody else is said to have said."""

from __future__ import annotations

import re

from locales.nl import phrases, things
from locales.nl.patterns import Lines
from locales.nl.reading import Reading

_SAYS = "zei|zegt|riep|roept|vroeg|vraagt|schreef|grapte"
_QUOTES = re.compile(
    r"(?i)(?:^|[\s:,])['\"‘“„][^'\"’”]{8,}['\"’”](?:\W|$)"
    rf"|\b(?:{_SAYS}|appte|antwoordde|zeiden)\b[^.!?:]{{0,40}}:"
)
_LAUGHS = re.compile(r"(?i)\b(?:(?:ha){2,}h?|(?:hi){2,}|lol|grapje|geintje|vroeger|destijds|altijd)\b|😂|🤣")
_STRANGER_SAYS = re.compile(
    r"\b(?:mijn|onze|ons|de|een|haar|zijn|op (?:tv|televisie|de radio|straat)) (?:\w+ ){1,4}?"
    rf"(?:{_SAYS}|appte|antwoordde)\b"
    rf"|\b(?:{_SAYS}) (?:mijn|onze|ons|de|een|haar|zijn) \w+"
)


def speaks(reading: Reading, kind: str) -> bool:
    """Whether it holds a phrase of this list: "past" is talk about what was, "veto" what asks for nothing."""
    if kind not in reading.spoken:
        lines = reading.lines
        if kind == "past":
            rows = tuple(things.without_laundry(row) for row in (reading.untimed, *reading.rows[1:]))
            lines = lines if rows == reading.rows else Lines(rows)
        said = any(True for _ in phrases.book(kind).found(lines))
        reading.spoken[kind] = said or (kind in ("veto", "supposed") and quotes_stranger(reading))
    return reading.spoken[kind]


def quotes(reading: Reading) -> bool:
    """Whether the message holds what somebody else said or asked."""
    if "quotes" not in reading.spoken:
        reading.spoken["quotes"] = bool(_QUOTES.search(reading.text))
    return reading.spoken["quotes"]


def quotes_stranger(reading: Reading) -> bool:
    """Whether what it asks was said by somebody outside the circle, or in jest: "mijn buurman zei: kan iemand ...?"."""
    return quotes(reading) and bool(_STRANGER_SAYS.search(" ".join(reading.plain)) or _LAUGHS.search(reading.text))
