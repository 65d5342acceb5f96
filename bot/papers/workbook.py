"""A workbook in memory, in which nothing that people wrote is taken for more than text."""

from __future__ import annotations

import io

import xlsxwriter


def open_workbook(kept: io.BytesIO) -> xlsxwriter.Workbook:
    """An empty workbook, written to `kept` when it is closed: no formula, address or number is made of a text."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd-mm-yyyy",
    }
    return xlsxwriter.Workbook(kept, options)
