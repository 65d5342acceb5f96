"""Who arranges a circle: somebody who does so along, or takes it over from who cannot."""

from __future__ import annotations

import re

from locales.nl.words import fold

_ARRANGES = re.compile(
    r"\b(?:mede|tweede |extra |als |ook )-?(?:organisator|regelaar|beheerder)\b|\b(?:mee|samen) te regelen\b|"
    r"\bom mee te (?:regelen|organiseren|plannen)\b|\b(?:regelt|organiseert|beheert) (?:ook |dan |graag )*mee\b|"
    r"\bmee ?regelt\b"
)


def arranges_along(text: str) -> bool:
    """Whether who is to be invited arranges along: "nodig mijn broer uit als medeorganisator"."""
    return bool(_ARRANGES.search(fold(text)))


_GIVES_AWAY = re.compile(
    r"\b(?:stop|stoppen|kap|kappen|ophouden|hou)\b|\b(?:geen|niet langer|niet meer)\b|\b(?:neem|neemt|overnemen|over)\b"
    r"|\b(?:doorgeven|overgeven|overdragen|opvolgen|opvolger|aflossen|vervangen|iemand anders|een ander)\b|\bstokje\b"
)


def gives_away(text: str) -> bool:
    """Whether who arranges wants to be rid of that: "ik wil stoppen als organisator"."""
    return bool(_GIVES_AWAY.search(fold(text)))


def hands_over(text: str) -> bool:
    """Whether who arranges everything cannot, and somebody else should: "ik ben ziek, kan iemand het regelen?"."""
    said = fold(text)
    return bool(
        re.search(r"\b(?:ziek|griep|ziekenhuis|uitgeschakeld|kan even niet|niet in orde|opgenomen)\b", said)
    ) and bool(
        re.search(r"\b(?:iemand|iemand anders|een ander|wie)\b.*\b(?:regelen|organiseren|overnemen|waarnemen)\b", said)
    )


def goes_away(text: str) -> bool:
    """Whether who arranges is away or ill, and asks somebody by name to take over: "ik ben weg, kan Els overnemen?"."""
    said = fold(text)
    away = re.search(r"\b(?:weg|vakantie|verlof|ziek|ziekenhuis|met pensioen|afwezig|er niet|buitenland)\b", said)
    return bool(away) and bool(re.search(r"\b(?:overnemen|neemt het over|waarnemen|regelen|organiseren)\b", said))
