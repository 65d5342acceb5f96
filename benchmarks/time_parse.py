"""Dutch time against dateparser, in one run. `python -m benchmarks.time_parse`

Both read the same expressions of caregivers at the same moment; each expression counts with the best of its rounds, and
what is compared is the median over the expressions. dateparser gets its own best chance: one language, future dates.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import dateparser

from locales.nl.time import parse

NOW = datetime(2025, 3, 5, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ROUNDS = 15
EXPRESSIONS = (
    "half acht",
    "morgen om half drie",
    "volgende week dinsdag",
    "dinsdagochtend",
    "donderdag 6 maart om 14:30",
    "vrijdag van 9 tot 12",
    "overmorgenavond",
    "de 15e om 10 uur",
    "3 december",
    "over een half uur",
    "kwart voor 3",
    "elke maandag en donderdag om 10.30",
    "iedere eerste maandag van de maand",
    "van 3 tot en met 10 augustus",
    "komend weekend",
    "tussen 2 en 4",
    "om de week op vrijdag",
    "tweede paasdag",
    "vanaf volgende week tot de zomer",
    "kan iemand morgen om half 3 even boodschappen doen voor ma",
)
SETTINGS = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": NOW.replace(tzinfo=None)}


def ours(text: str) -> object:
    return parse(text, NOW)


def theirs(text: str) -> object:
    return dateparser.parse(text, languages=["nl"], settings=SETTINGS)


def best(read: Callable[[str], object], text: str) -> float:
    """The shortest of several readings, in milliseconds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        read(text)
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def importing() -> float:
    """How long a fresh interpreter takes to import the parser, in milliseconds: the best of five."""
    code = "import time; began = time.perf_counter(); import locales.nl.time; print(time.perf_counter() - began)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True) for _ in range(5)]
    return min(float(run.stdout) for run in runs) * 1000


def main() -> None:
    mine = [best(ours, text) for text in EXPRESSIONS]
    other = [best(theirs, text) for text in EXPRESSIONS]
    median, yardstick = statistics.median(mine), statistics.median(other)
    print(f"Dutch time: median {median:.3f} ms, slowest {max(mine):.3f} ms; dateparser: median {yardstick:.3f} ms")
    print(f"dateparser takes {yardstick / median:.1f} times as long; importing the parser takes {importing():.0f} ms")


if __name__ == "__main__":
    main()
