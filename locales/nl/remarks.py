"""An answer and what is said with it: "gedaan, ging goed maar hij was moe"."""

from __future__ import annotations

import re

from locales.nl.phrases import opens_with
from locales.nl.words import data

_BREAK = re.compile(r"[,.!;:\n–]+\s*|\s+-+\s+|\s+(?:maar|en|alleen|wel|al)\s+(?=\S+\s+\S)", re.IGNORECASE)


def parted(text: str) -> tuple[str, str]:
    """The first clause and the rest, "" where there is no more. Dictated text has no comma: "gedaan hij was moe"."""
    whole = text.strip()
    if whole.endswith("?"):
        return whole, ""
    cut = _BREAK.search(whole)
    lead, rest = (whole[: cut.start()], whole[cut.end() :]) if cut else (whole, "")
    first, _, _ = lead.partition(" ")
    answers = first.lower() in data("intents")["went"]["words"] or opens_with((first.lower(),)) is not None
    if answers and len(lead.split()) > 2 and not opens_with(tuple(lead.lower().split()[1:2])):
        lead, rest = first, whole[len(first) :]
    rest = rest.strip(" ,.:;-")
    return (lead.strip(), rest[:1].upper() + rest[1:]) if len(rest.split()) > 1 else (whole, "")
