"""The databases that the tests run on are real, new and one's own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, inspect, text

from scheduling.people import Circle
from storage.base import Stale
from storage.database import PATIENCE, Database
from storage.tables import metadata
from tests.talking import Cast

PRAGMAS = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")


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


@pytest.mark.postgres
def test_who_gets_in_each_others_way_on_postgresql_is_asked_to_try_again(postgres_database: Database) -> None:
    cast = Cast(postgres_database)
    first, second = (cast.circle("Anna"), cast.circle("Piet"))
    meeting = threading.Barrier(2)

    def lock(one: int, other: int) -> bool:
        try:
            with postgres_database.writing() as store:
                assert store.find(Circle, one, lock=True)
                meeting.wait(10)
                assert store.find(Circle, other, lock=True)
        except Stale:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lock, (first.id, second.id), (second.id, first.id)))
    assert sorted(done) == [False, True]


def test_sqlite_keeps_what_was_committed_and_takes_no_row_that_points_nowhere(sqlite_database: Database) -> None:
    """A power cut loses nothing (WAL, synchronous=FULL), and foreign keys hold."""
    with sqlite_database.reading() as store:
        said = {name: store.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in PRAGMAS}
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": int(PATIENCE * 1000)}
