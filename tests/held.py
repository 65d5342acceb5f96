"""What the database holds that counts: two looks at it show whether a step was taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table, select

from storage import tables
from tests.talking import Cast

_OFF = ("released", "taken_over")
_COUNTS: dict[Table, Callable[[Mapping[Any, Any]], bool]] = {
    tables.persons: lambda _: True,
    tables.circles: lambda row: row["state"] != "closed",
    tables.members: lambda row: row["standing"] not in ("left", "removed"),
    tables.series: lambda row: bool(row["rule"]),
    tables.shifts: lambda row: row["state"] == "planned",
    tables.assignments: lambda row: row["part"] not in _OFF,
    tables.log_entries: lambda row: bool(row["text"]),
    tables.absences: lambda row: not row["ended"],
    tables.nevers: lambda row: not row["ended"],
    tables.wishes: lambda row: not row["ended"],
    tables.offers: lambda row: row["state"] == "open",
    tables.contacts: lambda _: True,
}
_ASIDE = {"version", "opened_at", "made_until", "since", "taken_at", "left_at"}
"""What says when something came to be, not how it is."""


def held(cast: Cast) -> dict[str, dict[int, dict[str, Any]]]:
    """Every row that counts, by table and id, as far as it says how things are."""
    with cast.database.reading() as store:
        found = {
            table.name: {
                row["id"]: {key: value for key, value in row.items() if key not in _ASIDE}
                for row in store.connection.execute(select(table)).mappings()
                if counts(row)
            }
            for table, counts in _COUNTS.items()
        }
    planned = found["shift"]
    found["assignment"] = {id: row for id, row in found["assignment"].items() if row["shift"] in planned}
    return found


def differs(before: dict[str, dict[int, dict[str, Any]]], after: dict[str, dict[int, dict[str, Any]]]) -> list[Any]:
    """Where the second look differs from the first: table, row before, row after."""
    return [
        (table, before[table].get(id), after[table].get(id))
        for table in before
        for id in before[table].keys() | after[table].keys()
        if before[table].get(id) != after[table].get(id)
    ]
