"""The sheet, read back by another program."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, time

import openpyxl
import pytest

from bot.papers import sheet
from bot.papers.roster import Helper
from locales.words import words
from scheduling.care import Part
from tests.test_papers_fridge import week

EVIL = ("=1+1", "+31612345678", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")', " =1+1", "\t=1", "'=1")


def test_one_row_a_shift_with_real_dates_and_dutch_headers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet.excel(week(3), words())))
    assert book.sheetnames == ["Beurten", "Uren"]
    rows = list(book["Beurten"].iter_rows(values_only=True))
    assert rows[0] == ("Dag", "Datum", "Van", "Tot", "Minuten", "Wat", "Wie", "Stand")
    assert len(rows) == 1 + 21
    assert rows[1] == (
        "maandag",
        datetime(2025, 3, 3),  # noqa: DTZ001 a cell knows no zone
        time(7),
        time(7, 45),
        45,
        "medicijnen aanreiken",
        "Piet",
        "geregeld",
    )
    assert (rows[5][6] or "", rows[5][7]) == ("", "nog 1 nodig")


def test_hours_by_person_and_month_add_up() -> None:
    roster = week(3)
    book = openpyxl.load_workbook(io.BytesIO(sheet.excel(roster, words())))
    rows = list(book["Uren"].iter_rows(values_only=True))
    assert rows[0] == ("Wie", "maart 2025", "Samen")
    hours = [float(str(row[1])) for row in rows[1:] if row[1] is not None]
    assert sum(hours) == pytest.approx(sum(len(one.who) * 0.75 for one in roster.lines))


def test_a_helper_sees_the_hours_of_others_only_added_up() -> None:
    roster = replace(week(3), hours_of=frozenset({2}))
    first, *rest = roster.lines
    roster = replace(roster, lines=(replace(first, who=(Helper(2, "Fatima", Part.DONE),)), *rest))
    names = {name for name, _ in sheet.hours(roster, words())}
    assert names == {"Fatima", "iedereen samen"}


@pytest.mark.parametrize("text", EVIL)
def test_what_people_write_never_becomes_a_formula(text: str) -> None:
    line = replace(week(1).lines[0], what=text, who=(Helper(1, text, Part.CLAIMED),))
    roster = replace(week(0), lines=(line,))
    book = openpyxl.load_workbook(io.BytesIO(sheet.excel(roster, words())))
    for one in book:
        for row in one.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    assert book["Beurten"]["F2"].value.strip() == text.strip()
    assert book["Beurten"]["F2"].data_type == "s"
    rows = list(csv.reader(io.StringIO(sheet.comma_separated(roster, words()).decode("utf-8-sig")), delimiter=";"))
    assert not rows[1][5].lstrip().startswith(("=", "+", "-", "@"))
    assert text in rows[1][5]


def test_without_names_nobody_is_named_in_either_sheet() -> None:
    data = sheet.excel(week(3, named=False), words())
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = {str(cell) for one in book for row in one.iter_rows(values_only=True) for cell in row}
    assert "iedereen samen" in cells
    assert "geregeld" in cells
    assert not cells & {"Piet", "Olena"}
