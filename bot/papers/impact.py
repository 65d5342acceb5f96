"""What a circle did together, on one page and as a sheet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.papers import typeset
from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words
from scheduling.impact import Impact


def page(found: Impact, title: str, lines: list[str], period: str, made_at: datetime, words: Words) -> dict[str, Any]:
    """The values of the page; `lines` is what is said of it in words."""
    most_month = max((found.of_month(month) for month in found.months), default=0)
    most_kind = max((found.of_kind(kind) for kind in found.kinds), default=0)
    return {
        "at": made_at.isoformat(),
        "title": typeset.plain(title),
        "period": period,
        "made": words("fridge-made-on", when=moments.dated(made_at)),
        "lines": lines,
        "by-month": words("impact-by-month"),
        "by-kind": words("impact-by-kind"),
        "months": [_bar(moments.month(month), found.of_month(month), most_month) for month in found.months],
        "kinds": [_bar(words(f"kind-{kind}"), found.of_kind(kind), most_kind) for kind in found.kinds],
    }


def _bar(name: str, minutes: int, most: int) -> dict[str, Any]:
    return {"name": name, "part": round(100 * minutes / most) if most else 0, "hours": moments.hours(minutes)}


def excel(found: Impact, title: str, counts: Mapping[str, int | None], words: Words) -> bytes:
    """One row a kind and month, the sums of each, and the counts by name (message `impact-<name>`), as far as known."""
    kept = io.BytesIO()
    with open_workbook(kept) as book:
        bold, hours = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0.0"})
        sheet = book.add_worksheet(words("impact-sheet"))
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, len(found.months) + 1, 16)
        sheet.write_string(0, 0, title, bold)
        for column, name in enumerate([*map(moments.month, found.months), words("sheet-total")], 1):
            sheet.write_string(0, column, name, bold)
        for row, kind in enumerate(found.kinds, 1):
            sheet.write_string(row, 0, words(f"kind-{kind}"))
            for column, month in enumerate(found.months, 1):
                sheet.write_number(row, column, found.minutes.get((month, kind), 0) / 60, hours)
            sheet.write_number(row, len(found.months) + 1, found.of_kind(kind) / 60, hours)
        row = len(found.kinds) + 1
        sheet.write_string(row, 0, words("sheet-total"), bold)
        for column, month in enumerate(found.months, 1):
            sheet.write_number(row, column, found.of_month(month) / 60, hours)
        sheet.write_number(row, len(found.months) + 1, found.total / 60, hours)
        known = [(name, count) for name, count in counts.items() if count is not None]
        for below, (name, count) in enumerate(known, row + 2):
            sheet.write_string(below, 0, words(f"impact-{name}"))
            sheet.write_number(below, 1, count)
    return kept.getvalue()
