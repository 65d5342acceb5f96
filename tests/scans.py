"""What a turn reads does not grow with the number of circles: no statement may walk through a whole table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from storage.database import Database

NIGHTLY = ("DELETE FROM", "series.made_until", "circle.state = ? AND circle.id > ?")
"""What the nightly work does, once a day for everybody, may read everything."""
_explained: set[str] = set()


@contextmanager
def no_table_walked(database: Database) -> Iterator[None]:
    """Fails where SQLite's plan of any statement of the block scans a table; each statement is explained once."""
    said: dict[str, Any] = {}

    def note(statement: str, parameters: Any) -> None:
        if statement not in _explained:
            said.setdefault(statement, parameters)

    with database.watched(note):
        yield
    walks = {}
    with database.reading() as store:
        for statement, parameters in said.items():
            if not statement.startswith(("SELECT", "UPDATE", "DELETE")) or any(words in statement for words in NIGHTLY):
                continue
            plan = store.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(parameters)).all()
            if scans := [row[3] for row in plan if re.match(r"SCAN (?!CONSTANT|\(subquery)", row[3])]:
                walks[" ".join(statement.split())[:200]] = scans
    _explained.update(said.keys() - walks.keys())
    assert not walks, "\n".join(f"{scans}: {statement}" for statement, scans in walks.items())
