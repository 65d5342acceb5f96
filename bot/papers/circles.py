"""Many circles in one workbook: a sheet with a line for each, and behind it a sheet of its own for every circle."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from xlsxwriter.worksheet import Worksheet

from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words

COLUMNS = (
    ("day", 12),
    ("date", 12),
    ("start", 8),
    ("end", 8),
    ("minutes", 9),
    ("what", 34),
    ("who", 34),
    ("state", 18),
)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31  # of a sheet
Days = dict[date, tuple[str, int]]
"""The name and the number of each day, worked out once."""
EPOCH = date(1899, 12, 30)  # Excel counts days from here


@dataclass(frozen=True)
class Row:
    """One shift on a circle's sheet."""

    start: datetime  # local
    end: datetime
    minutes: int
    what: str
    who: str  # "" where names are not shown
    state: str  # in words


@dataclass(frozen=True)
class CircleSheet:
    """What one circle lets be seen. None where it does not."""

    recipient: str
    rows: tuple[Row, ...]
    shifts: int | None = None
    open: int | None = None
    covered: int | None = None  # of those that are over
    over: int | None = None
    hours: tuple[tuple[date, str, int], ...] | None = None  # month, kind of help, minutes


def excel(circles: Sequence[CircleSheet], period: str, made_at: datetime, words: Words) -> bytes:
    """The workbook. What people wrote is kept as text, whatever it begins with."""
    kept = io.BytesIO()
    with open_workbook(kept) as book:
        book.set_properties({"title": words("overview-sheet"), "created": made_at.replace(tzinfo=None)})
        formats = {
            "bold": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "dd-mm-yyyy"}),
            "clock": book.add_format({"num_format": "hh:mm"}),
            "hours": book.add_format({"num_format": "0.0"}),
            "share": book.add_format({"num_format": "0%"}),
            "link": book.get_default_url_format(),
        }
        first = book.add_worksheet(words("overview-sheet"))
        names = _sheet_names([circle.recipient for circle in circles], words("overview-sheet"))
        _summary(first, circles, names, period, words, formats)
        days: Days = {}
        for circle, name in zip(circles, names, strict=True):
            _one(book.add_worksheet(name), circle, words, formats, days)
    return kept.getvalue()


def _sheet_names(recipients: Sequence[str], taken: str) -> list[str]:
    """A name for each sheet: no two alike, none too long, none of a sign that is not allowed."""
    used = {taken.casefold()}
    names = []
    for recipient in recipients:
        plain = _FORBIDDEN.sub(" ", recipient).strip()[:LONGEST_NAME] or "-"
        name, n = plain, 1
        while name.casefold() in used:
            n += 1
            name = f"{plain[: LONGEST_NAME - 1 - len(str(n))]} {n}"
        used.add(name.casefold())
        names.append(name)
    return names


def _summary(
    sheet: Worksheet,
    circles: Sequence[CircleSheet],
    names: Sequence[str],
    period: str,
    words: Words,
    formats: dict[str, Any],
) -> None:
    heads = ("circle", "shifts", "open", "covered", "hours")
    for column, (head, width) in enumerate(zip(heads, (34, 12, 12, 12, 16), strict=True)):
        sheet.write_string(0, column, words(f"overview-{head}"), formats["bold"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for row, (circle, name) in enumerate(zip(circles, names, strict=True), 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", formats["link"], circle.recipient)
        _count(sheet, row, 1, circle.shifts, words)
        _count(sheet, row, 2, circle.open, words)
        if circle.over:
            sheet.write_number(row, 3, (circle.covered or 0) / circle.over, formats["share"])
        elif circle.over is None:
            _count(sheet, row, 3, None, words)
        if circle.hours is None:
            _count(sheet, row, 4, None, words)
        else:
            sheet.write_number(row, 4, sum(minutes for _, _, minutes in circle.hours) / 60, formats["hours"])
    sheet.autofilter(0, 0, max(1, len(circles)), len(heads) - 1)
    sheet.write_string(len(circles) + 2, 0, period)


def _count(sheet: Worksheet, row: int, column: int, count: int | None, words: Words) -> None:
    if count is None:
        sheet.write_string(row, column, words("overview-unseen"))
    else:
        sheet.write_number(row, column, count)


def _one(sheet: Worksheet, circle: CircleSheet, words: Words, formats: dict[str, Any], days: Days) -> None:
    sheet.write_url(0, 0, f"internal:'{words('overview-sheet')}'!A1", formats["link"], words("overview-back"))
    for column, (name, width) in enumerate(COLUMNS):
        sheet.write_string(1, column, words(f"sheet-{name}"), formats["bold"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 0)
    day, clock = formats["day"], formats["clock"]
    # By its own methods, without a look at what each cell may be: there may be a hundred thousand rows.
    text, number = sheet.write_string, sheet.write_number
    for at, row in enumerate(circle.rows, 2):
        when = row.start.date()
        if when not in days:
            days[when] = moments.weekday(when), (when - EPOCH).days
        name, serial = days[when]
        text(at, 0, name)
        number(at, 1, serial, day)
        number(at, 2, (row.start.hour * 60 + row.start.minute) / 1440, clock)
        number(at, 3, (row.end.hour * 60 + row.end.minute) / 1440, clock)
        number(at, 4, row.minutes)
        text(at, 5, row.what)
        if row.who:
            text(at, 6, row.who)
        text(at, 7, row.state)
    below = len(circle.rows) + 3
    for n, (month, kind, minutes) in enumerate(circle.hours or ()):
        sheet.write_string(below + n, 0, moments.month(month))
        sheet.write_string(below + n, 5, words(f"kind-{kind}"))
        sheet.write_number(below + n, 6, minutes / 60, formats["hours"])
