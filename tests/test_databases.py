"""The databases that the tests run on are real, new and one's own."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, inspect, text

from storage.database import Database
from storage.tables import metadata


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_gets_an_empty_database_of_its_own(database_url: str, turn: str) -> None:
    engine = create_engine(database_url)
    try:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE mine (id INTEGER)"))
        assert inspect(engine).get_table_names() == ["mine"]
    finally:
        engine.dispose()


def test_the_postgresql_server_is_a_real_one(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    try:
        with engine.connect() as connection:
            version = connection.execute(text("SHOW server_version_num")).scalar_one()
    finally:
        engine.dispose()
    assert int(version) >= 140000


def test_a_database_comes_with_all_its_tables(database: Database) -> None:
    with database.connect() as connection:
        assert set(inspect(connection).get_table_names()) == set(metadata.tables)
