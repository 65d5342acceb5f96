"""A migrated database has exactly the tables that the program uses."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage.database import Database
from storage.migrate import is_current, migrate
from storage.tables import metadata


def test_migrating_an_empty_database_gives_the_tables_of_this_release(database_url: str) -> None:
    database = Database(database_url)
    assert not is_current(database)
    migrate(database)
    assert is_current(database)
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    migrate(database)
    migrate(database)
    assert is_current(database)
    database.close()
