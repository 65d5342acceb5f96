"""The roster as a sheet: one row a shift, and the hours by person and month. Excel, and CSV for all else."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from xlsxwriter.worksheet import Worksheet

from bot.papers.roster import Line, Roster, done
from bot.papers.workbook import open_workbook
from locales.nl import moments
from locales.words import Words

COLUMNS = ("day", "date", "start", "end", "minutes", "what", "who", "state")
WIDTHS = (12, 12, 9, 9, 10, 34, 34, 20)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Hours = Mapping[tuple[str, date], int]
"""Minutes by who and the first day of the month."""


def excel(roster: Roster, words: Words) -> bytes:
    """A workbook of two sheets. What people wrote is kept as text, whatever it begins with."""
    kept = io.BytesIO()
    with open_workbook(kept) as book:
        made = roster.made_at.replace(tzinfo=None)
        book.set_properties({"title": words("sheet-title", recipient=roster.recipient), "created": made})
        bold = book.add_format({"bold": True, "bottom": 1})
        day, clock = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "hh:mm"})
        hours = book.add_format({"num_format": "0.0"})
        shifts = book.add_worksheet(words("sheet-shifts"))
        _head(shifts, [words(f"sheet-{name}") for name in COLUMNS], WIDTHS, bold)
        for row, line in enumerate(roster.lines, 1):
            shifts.write_string(row, 0, moments.weekday(line.start.date()))
            shifts.write_datetime(row, 1, line.start.replace(hour=0, minute=0, tzinfo=None), day)
            shifts.write_datetime(row, 2, line.start.replace(tzinfo=None).time(), clock)
            shifts.write_datetime(row, 3, line.end.replace(tzinfo=None).time(), clock)
            shifts.write_number(row, 4, line.minutes)
            for column, text in enumerate((line.what, _who(line, roster, words), _state(line, words)), 5):
                shifts.write_string(row, column, text)
        shifts.autofilter(0, 0, max(1, len(roster.lines)), len(COLUMNS) - 1)
        _hours_sheet(book.add_worksheet(words("sheet-hours")), roster, words, bold, hours)
    return kept.getvalue()


def _head(sheet: Worksheet, names: list[str], widths: tuple[int, ...], bold: object) -> None:
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, widths[min(column, len(widths) - 1)])
    sheet.freeze_panes(1, 0)


def _hours_sheet(sheet: Worksheet, roster: Roster, words: Words, bold: object, number: object) -> None:
    minutes = hours(roster, words)
    months = sorted({month for _, month in minutes})
    people = list(dict.fromkeys(name for name, _ in minutes))
    names = [words("sheet-who"), *(moments.month(month) for month in months), words("sheet-total")]
    _head(sheet, names, (34, 16), bold)
    for row, name in enumerate(people, 1):
        sheet.write_string(row, 0, name)
        for column, month in enumerate(months, 1):
            sheet.write_number(row, column, minutes.get((name, month), 0) / 60, number)
        sheet.write_number(row, len(months) + 1, sum(minutes.get((name, m), 0) for m in months) / 60, number)
    sheet.write_string(len(people) + 2, 0, words("sheet-hours-note"))


def hours(roster: Roster, words: Words) -> Hours:
    """Minutes by person and month: of whoever may be shown, in the order they first come; what is left in one row."""
    found: dict[tuple[str, date], int] = defaultdict(int)
    for line in roster.lines:
        month = line.start.date().replace(day=1)
        for helper in line.who:
            shown = roster.named and (roster.hours_of is None or helper.member in roster.hours_of)
            name = helper.name or words("fridge-somebody") if shown else words("sheet-together")
            found[name, month] += line.minutes
    return found


def text_rows(roster: Roster, words: Words) -> list[list[str]]:
    """The shifts as rows of text, headers first."""
    head = [words(f"sheet-{name}") for name in COLUMNS]
    return [head, *(_text_row(line, roster, words) for line in roster.lines)]


def _text_row(line: Line, roster: Roster, words: Words) -> list[str]:
    return [
        moments.weekday(line.start.date()),
        f"{line.start:%Y-%m-%d}",
        f"{line.start:%H:%M}",
        f"{line.end:%H:%M}",
        str(line.minutes),
        line.what,
        _who(line, roster, words),
        _state(line, words),
    ]


def comma_separated(roster: Roster, words: Words) -> bytes:
    """With semicolons, as Dutch programs expect, in UTF-8 with the mark by which Excel knows it."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=";", lineterminator="\r\n")
    writer.writerows([[harmless(cell) for cell in row] for row in text_rows(roster, words)])
    return b"\xef\xbb\xbf" + kept.getvalue().encode()


def harmless(text: str) -> str:
    """A text that no program takes for a formula: an apostrophe goes before what could begin one."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _who(line: Line, roster: Roster, words: Words) -> str:
    if not roster.named:
        return words("fridge-taken") if line.who else ""
    return ", ".join(helper.name or words("fridge-somebody") for helper in line.who)


def _state(line: Line, words: Words) -> str:
    key = "sheet-open" if line.places_open else "sheet-done" if done(line) else "sheet-arranged"
    return words(key, count=line.places_open)
