"""What somebody can, has and likes in Dutch, and which tasks it is about."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

LONGEST = 60
_OF_SELF = re.compile(r"(?i)\b(?:ik|mij|me|mezelf)\b|^\W*(?:het )?(?:liever|liefst|graag)\b")
_LOOSE = re.compile(r"[^\w\s'-]+")
# How it is said -> its kind, and what it is about. The first that fits counts.
_SAID = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("rather_not", r"\b(?:doet|doe|wil|heeft|heb|kookt|kook)?\s*(?:liever|het liefst|liefst)\s+(?:geen|niet)\s+(?P<about>.+)"),  # noqa: E501
        ("rather_not", r"\b(?:vindt|vind)\s+(?P<about>.+?)\s+(?:niet (?:zo )?(?:leuk|fijn|prettig)|vervelend|lastig|zwaar|eng)\b"),  # noqa: E501
        ("rather_not", r"\b(?:houdt|hou|houd)\s+niet\s+van\s+(?P<about>.+)"),
        ("rather_not", r"\b(?:is|ben)\s+(?:bang voor|allergisch voor)\s+(?P<about>.+)"),
        ("rather", r"\b(?:doet|doe|wil|heeft|heb|komt|kom)\s+(?:het )?(?:liefst|graag)\s+(?P<about>.+)"),
        ("rather", r"\bheeft\s+(?:een )?voorkeur voor\s+(?P<about>.+)"),
        ("likes", r"\b(?:houdt|hou|houd)\s+(?:veel |erg |heel veel )?van\s+(?P<about>.+)"),
        ("likes", r"\b(?:is|ben)\s+(?:gek|dol)\s+op\s+(?P<about>.+)"),
        ("likes", r"\b(?:vindt|vind)\s+(?P<about>.+?)\s+(?:erg |heel )?(?:leuk|fijn|gezellig|heerlijk)\b"),
        ("can", r"\b(?:kan|kun)\s+(?:heel |erg )?goed\s+(?:met\s+)?(?P<about>.+)"),
        ("can", r"\b(?:kan|kun)\s+(?P<about>koken|autorijden|rijden|tillen|klussen|strijken|wassen|naaien)\b"),
        ("can", r"\b(?:is|ben)\s+(?:heel |erg )?(?:goed in|handig met|handig in)\s+(?P<about>.+)"),
        ("can", r"\b(?P<about>kook|rijd|klus|tuinier)t?\s+graag\b"),
        ("can", r"\b(?:is|ben)\s+(?:heel |erg )?(?P<about>sterk|handig|technisch)\b"),
        ("has", r"\b(?:heeft|heb)\s+(?:altijd |zelf |wel |ook )?(?P<about>(?:een |de )?(?:eigen )?(?:auto|rijbewijs|busje|aanhanger|fiets|bakfiets)\b.*)"),  # noqa: E501
        ("has", r"\b(?:heeft|heb)\s+(?P<about>groene vingers|verstand van .+|ervaring (?:met|in|als) .+)"),
        ("has", r"\b(?:is|ben)\s+(?P<about>verpleegkundige|verzorgende|kok|chauffeur|tuinman|boekhouder|fysiotherapeut)\b"),  # noqa: E501
    )
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One wish as it was said: its kind (a scheduling.wishes.WishKind) and what it is about."""

    kind: str
    about: str


def wish_in(text: str) -> Said | None:
    """What a sentence says of what somebody can, has or likes, if it does."""
    plain = " ".join(_LOOSE.sub(" ", text).split())
    for kind, pattern in _SAID:
        found = pattern.search(plain)
        if found is not None:
            about = re.split(r"\b(?:dus|want|maar|hoor|als|en (?:kan|heeft|wil|is))\b", found["about"])[0]
            about = re.sub(r"^(?:om|te|de|het|mee|met)\s+", "", about.strip())[:LONGEST].strip()
            about = re.sub(r"\s+(?:doen|te doen|hebben)$", "", about)
            about = {"rijd": "rijden", "kook": "koken", "klus": "klussen", "tuinier": "tuinieren"}.get(about, about)
            if about and len(about.split()) <= 6:
                return Said(kind, about)
    return None


@cache
def _known() -> tuple[dict[str, object], ...]:
    data = tomllib.loads((Path(__file__).parent / "wishes.toml").read_text(encoding="utf-8"))
    return tuple(data["wish"])


def suits(about: str, what: str, start: datetime, *, at_home: bool) -> bool:
    """Whether what somebody said is about a task of this name that begins then (local)."""
    said, name = about.casefold(), what.casefold()
    for entry in _known():
        if not any(re.search(rf"(?<!\w){re.escape(str(word))}", said) for word in _words(entry, "said")):
            continue
        if any(word in name for word in _words(entry, "tasks")):
            return True
        if entry.get("away") and not at_home:
            return True
        if entry.get("weekend") and start.weekday() >= 5:
            return True
        if "from" in entry:
            begins, ends = int(str(entry["from"])), int(str(entry["until"]))
            if (begins <= start.hour < ends) if begins < ends else (start.hour >= begins or start.hour < ends):
                return True
    stems = [word.rstrip("s").removesuffix("en") for word in said.split() if len(word) > 3]
    return any(len(stem) > 2 and stem in name for stem in stems)


def _words(entry: dict[str, object], key: str) -> list[str]:
    found = entry.get(key)
    return [str(word) for word in found] if isinstance(found, list) else []


def speaks_of_self(text: str) -> bool:
    """Whether it is said of oneself: with "ik", or with nobody at all ("liever geen nachten")."""
    return (
        re.search(r"\b(?:ik|mij|me|mezelf)\b|^\W*(?:het )?(?:liever|liefst|graag)\b", text, re.IGNORECASE) is not None
    )


def spoken(kind: str, about: str, form: str = "") -> str:
    """As one says it of somebody: "heeft een auto", "is verpleegkundige"; `form` "je" or "u" says it to themselves."""
    first = about.casefold().split(maxsplit=1)[0]
    has, able = {"je": "hebt"}.get(form, "heeft"), "kunt" if form else "kan"
    being = "bent" if form else "is"
    if kind == "has":
        return f"{has if first in _HAD else being} {about}"
    if kind == "can":
        return f"{being} {about}" if first in ("sterk", "handig", "technisch") else f"{able} goed {about}"
    return {"likes": "houdt van", "rather": "doet graag", "rather_not": "doet liever geen"}[kind] + f" {about}"


_HAD = ("een", "de", "eigen", "auto", "rijbewijs", "busje", "fiets", "bakfiets", "groene", "verstand", "ervaring")
