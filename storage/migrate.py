"""Bringing a database to the tables of this release."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError

from storage.database import Database, DatabaseUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def migrate(database: Database) -> None:
    """Run every migration that this database lacks."""
    config = _config()
    with database.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def is_current(database: Database) -> bool:
    """Whether the database has the tables of this release."""
    wanted = ScriptDirectory.from_config(_config()).get_current_head()
    with database.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == wanted


def lacks_tables(database: Database) -> bool:
    """Whether it has to be migrated first. Throw-away databases have their tables without a revision.

    Raises DatabaseUnavailable.
    """
    try:
        with database.connect() as connection:
            bare = MigrationContext.configure(connection).get_current_revision() is None
            return not inspect(connection).has_table("outbox") if bare else not is_current(database)
    except OperationalError as error:
        raise DatabaseUnavailable("it cannot be reached") from error


def revise(database: Database, message: str) -> None:
    """Write a migration for what the tables gained since the last one. For developers."""
    config = _config()
    with database.connect() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True)
