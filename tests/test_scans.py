"""The watch over statements notices what it is there for."""

from __future__ import annotations

import pytest

from bot.play import fresh_store
from tests.scans import no_table_walked


def test_a_statement_that_reads_a_whole_table_is_noticed() -> None:
    database = fresh_store()
    with (
        pytest.raises(AssertionError, match="SCAN shift"),
        no_table_walked(database),
        database.reading() as store,
    ):
        store.connection.exec_driver_sql("SELECT id FROM shift WHERE what = ?", ("koffie",)).all()
    database.close()
