"""Several things that are to be planned in one message."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.meaning.said import Said
from bot.meaning.slots import planned
from bot.understanding import Doubt, Intent, Understanding
from locales.nl import phrases


def pasted_week(reading: Said) -> Understanding | None:
    """Lines from paper or a group chat, as items to look at together."""
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    if len(lines) < 3:
        return None
    context = replace(reading.context, asked=None, choices=())
    items: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    day: datetime | None = None
    for line in lines:
        part = Said(re.sub(r"^[-•*–]\s*", "", line), replace(context, day=day))
        dated = [t for t in part.future if t.kind == "date" and t.start]
        if part.future and not part.what("create_task")[0] and dated:
            day = dated[0].start
            continue
        if not part.future or not part.what("create_task")[0]:
            continue
        found = planned(part, Intent.CREATE_TASK)
        fixed = [t for t in part.future if t.has_date and t.start]
        if fixed and fixed[0].start:
            day = fixed[0].start.replace(hour=0, minute=0, second=0, microsecond=0)
        items.append(dict(found.values))
        doubts += found.doubts
    if len(items) < 2 or len(items) < len(lines) / 3:
        return None
    if any(True for _ in phrases.book("past").found(reading.lines, reading.vocabulary)):
        return None
    return Understanding(Intent.CREATE_TASK, {"items": items}, tuple(doubts))
