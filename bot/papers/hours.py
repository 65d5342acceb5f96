"""The hours of one helper in one month as a sheet, with who agreed with them and when."""

from __future__ import annotations

import io

from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words
from scheduling.timesheets import Worked

WIDTHS = (12, 12, 9, 9, 10, 36, 14)
COLUMNS = ("day", "date", "start", "end", "minutes", "what", "state")


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
