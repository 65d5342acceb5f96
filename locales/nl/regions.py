"""The regions of the school holidays: "regio noord", "wij wonen in Brabant"."""

from __future__ import annotations

import re

from locales.nl.words import data

REGIONS = ("noord", "midden", "zuid")


def region_in(text: str) -> str:
    """The region that a text names, by itself or by a province; "" where it names none."""
    said = text.casefold()
    for region, provinces in data("regions")["regions"].items():
        if any(re.search(rf"\b{province}\b", said) for province in provinces):
            return str(region)
    return next((region for region in REGIONS if re.search(rf"\b{region}\b", said)), "")
