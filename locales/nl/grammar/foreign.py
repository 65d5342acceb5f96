"""The last resort: complete dates in other languages ("4 March 2025"), by dateparser, fenced so that it sees
nothing else."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import lru_cache

from locales.nl.grammar.expression import TimeExpression

# Only a day, a month's name and a year together: whatever says less is ours, or it is silence.
_COMPLETE = re.compile(
    r"(?<![\w.-])(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?[^\W\d_]{3,9}\.?,?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?![\w-])"
)
_YEAR = re.compile(r"\s\d{4}")  # looked for first: most texts have none
_MONTHS = re.compile(
    r"jan|feb|f[eé]v|mar|m[äa]r|apr|avr|may|mai|jun|juin|jul|aug|ao[uû]t|sep|oct|okt|nov|de[czs]|d[eé]c", re.I
)
LANGUAGES = ["en", "de", "fr"]


def complete_dates(text: str, now: datetime, taken: list[tuple[int, int]]) -> list[TimeExpression]:
    """Complete dates in other languages outside the spans that the grammar already read."""
    found: list[TimeExpression] = []
    if not _YEAR.search(text):
        return found
    for match in _COMPLETE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken) or not _MONTHS.search(
            match.group()
        ):
            continue
        day = _day(match.group())
        if day is not None and 1900 <= day.year <= 2200:
            start = datetime.combine(day, time(), now.tzinfo)
            end = datetime.combine(day + timedelta(days=1), time(), now.tzinfo)
            found.append(TimeExpression(match.span(), "date", start, end, "day", True))
    return found


@lru_cache(maxsize=256)
def _day(words: str) -> datetime | None:
    import dateparser  # heavy: loaded only when such a date is met

    found: datetime | None = dateparser.parse(
        words, languages=LANGUAGES, settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    )
    return found
