"""The hours of one helper in one month, with who agreed with them and when: as a sheet, and on paper to sign."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.papers import typeset
from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words
from scheduling.timesheets import Worked

WIDTHS = (12, 12, 9, 9, 10, 36, 14)
COLUMNS = ("day", "date", "start", "end", "minutes", "what", "state")


@dataclass(frozen=True)
class Sheet:
    """What stands on it."""

    name: str  # whose hours
    recipient: str
    first: date  # of the month
    found: tuple[Worked, ...]
    agreed: str  # in words, or "" where that is what it is signed for
    by: str  # who agreed, or "" where nobody did: then there is room for a name
    paid: bool
    made_at: datetime  # local

    @property
    def minutes(self) -> int:
        """In all."""
        return sum(one.minutes for one in self.found)


def page(sheet: Sheet, words: Words) -> dict[str, Any]:
    """The values of the paper, which is handed in with two signatures."""
    names = {"worked": typeset.plain(sheet.name), "agreed": typeset.plain(sheet.by)}
    helper = words("timesheet-role-paid" if sheet.paid else "timesheet-role-helper")
    return {
        "at": sheet.made_at.isoformat(),
        "title": words("timesheet-paper"),
        "facts": [
            {"name": helper, "value": names["worked"]},
            {"name": words("timesheet-for"), "value": typeset.plain(sheet.recipient)},
            {"name": words("timesheet-month"), "value": moments.month(sheet.first)},
        ],
        "columns": [
            words(f"sheet-{name}") if name != "hours" else moments.begin(words("timesheet-hours"))
            for name in ("date", "time", "what", "hours", "state")
        ],
        "rows": [
            {
                "day": moments.short_day(one.start.date()),
                "time": moments.span(one.start, one.end).replace("-", "–"),
                "what": typeset.plain(one.what),
                "hours": _hours(one.minutes),
                "state": words("sheet-done" if one.done else "timesheet-on-roster"),
            }
            for one in sheet.found
        ],
        "total-name": words("timesheet-total"),
        "total": _hours(sheet.minutes),
        "agreed": sheet.agreed,
        "signers": [
            {"role": helper, "name": names["worked"]},
            {"role": words("timesheet-role-agrees"), "name": names["agreed"]},
        ],
        "name": words("timesheet-name"),
        "signature": words("timesheet-signature"),
        "date": words("timesheet-date"),
        "made": words("fridge-made-on", when=moments.dated(sheet.made_at)),
        "page": words("fridge-page"),
    }


def _hours(minutes: int) -> str:
    """ "1:30": what a pay office adds up."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def excel(title: str, found: tuple[Worked, ...], agreed: str, words: Words) -> bytes:
    """One row a shift, the sum, and below it the agreement or room for one. `title` and `agreed` are in words."""
    kept = io.BytesIO()
    with open_workbook(kept) as book:
        bold, total = book.add_format({"bold": True, "bottom": 1}), book.add_format({"bold": True, "top": 1})
        day, clock = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "hh:mm"})
        hours = book.add_format({"bold": True, "top": 1, "num_format": "0.00"})
        sheet = book.add_worksheet(words("sheet-hours"))
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
        for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
            sheet.write_string(2, column, words(f"sheet-{name}"), bold)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(3, 0)
        for row, one in enumerate(found, 3):
            sheet.write_string(row, 0, moments.weekday(one.start.date()))
            sheet.write_datetime(row, 1, one.start.replace(hour=0, minute=0, tzinfo=None), day)
            sheet.write_datetime(row, 2, one.start.replace(tzinfo=None).time(), clock)
            sheet.write_datetime(row, 3, one.end.replace(tzinfo=None).time(), clock)
            sheet.write_number(row, 4, one.minutes)
            sheet.write_string(row, 5, one.what)
            sheet.write_string(row, 6, words("sheet-done" if one.done else "timesheet-on-roster"))
        below = len(found) + 3
        sheet.write_string(below, 0, words("timesheet-total"), total)
        sheet.write_number(below, 4, sum(one.minutes for one in found) / 60, hours)
        sheet.write_string(below, 5, words("timesheet-hours"), total)
        sheet.write_string(below + 2, 0, agreed)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return kept.getvalue()
