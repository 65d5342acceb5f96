"""The log as a sheet and as text: who wrote what when."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.papers import typeset
from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words


@dataclass(frozen=True)
class Note:
    """One line."""

    at: datetime  # local
    author: str
    about: str  # the shift it was written at, or ""
    text: str


def excel(title: str, notes: Iterable[Note], words: Words) -> bytes:
    """One row a note. What people wrote is kept as text, whatever it begins with."""
    kept = io.BytesIO()
    with open_workbook(kept) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        moment = book.add_format({"num_format": "dd-mm-yyyy hh:mm", "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(words("log-sheet"))
        book.set_properties({"title": title})
        for column, (name, width) in enumerate((("at", 18), ("author", 20), ("about", 26), ("text", 80))):
            sheet.write_string(0, column, words(f"log-{name}"), bold)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for row, note in enumerate(notes, 1):
            sheet.write_datetime(row, 0, note.at.replace(tzinfo=None), moment)
            for column, text in enumerate((note.author, note.about, note.text), 1):
                sheet.write_string(row, column, text, wrapped)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return kept.getvalue()


def page(title: str, period: str, notes: Iterable[Note], made_at: datetime, words: Words) -> dict[str, Any]:
    """The values of the same on paper, by day."""
    days: dict[date, list[dict[str, str]]] = {}
    for note in notes:
        row = {"time": moments.clock(note.at), "author": typeset.plain(note.author), "about": typeset.plain(note.about)}
        days.setdefault(note.at.date(), []).append({**row, "text": typeset.plain(note.text)})
    return {
        "at": made_at.isoformat(),
        "title": typeset.plain(title),
        "period": period,
        "made": words("fridge-made-on", when=moments.dated(made_at)),
        "page": words("fridge-page"),
        "days": [{"name": moments.begin(moments.weekday_and_date(day)), "rows": rows} for day, rows in days.items()],
    }
