"""From when on something is otherwise: "vanaf volgende week komt de wijkzuster om half 11"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from locales.nl.time import parse

_FROM = re.compile(r"\b(?:vanaf|met ingang van|m\.i\.v\.|ingaande)\s+", re.IGNORECASE)
_BEFORE_HOURS = re.compile(r"\s+(?:om|op|naar|rond|tegen)\s+\S", re.IGNORECASE)
LONGEST = 4  # words of a day


@dataclass(frozen=True)
class Onward:
    """The first day of it, and the text without that."""

    since: date
    rest: str


def onward(text: str, now: datetime) -> Onward | None:
    """The day from which on, where a text names one without an hour; None where it does not."""
    found = _FROM.search(text)
    if found is None:
        return None
    after = text[found.end() :]
    hours = _BEFORE_HOURS.search(f" {after}")
    words = after[: max(0, hours.start() - 1) if hours else len(after)].split()
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = f"vanaf {' '.join(words[:count])}"
        times = parse(said, now)
        whole = len(times) == 1 and times[0].span[1] >= len(said.rstrip(".,!? "))
        start = times[0].start if whole else None
        if start is not None and times[0].has_date and not times[0].has_clock and start > now:
            rest = f"{text[: found.start()]} {' '.join(after.split()[count:])}"
            return Onward(start.date(), " ".join(rest.split()))
    return None
