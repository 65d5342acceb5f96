"""What a turn reads does not grow with the number of circles: no statement walks through a whole table."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.play import Stage, fresh_store, parse

CHATS = sorted((Path(__file__).parent / "chats").glob("*.chat"))
NIGHTLY = ("DELETE FROM", "series.made_until", "circle.state = ? AND circle.id > ?")
"""What the nightly work does, once a day for everybody, may read everything."""


def test_no_statement_of_a_conversation_walks_through_a_whole_table() -> None:
    statements: dict[str, Any] = {}
    walks = {}
    for chat in CHATS:
        database = fresh_store()

        def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
            statements.setdefault(statement, parameters)

        event.listen(database._engine, "before_cursor_execute", note)
        asyncio.run(Stage(database, fresh_engine=False, strict=True).perform(parse(chat.read_text("utf-8"))))
        event.remove(database._engine, "before_cursor_execute", note)
        with database.reading() as store:
            for statement, parameters in statements.items():
                if not statement.startswith(("SELECT", "UPDATE", "DELETE")):
                    continue
                plan = store.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                scans = [row[3] for row in plan if re.match(r"SCAN (?!CONSTANT)", row[3])]
                if scans and not any(words in statement for words in NIGHTLY):
                    walks[" ".join(statement.split())[:200]] = scans
        statements.clear()
        database.close()
    assert not walks, "\n".join(f"{scans}: {statement}" for statement, scans in walks.items())
