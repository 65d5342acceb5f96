"""One database: SQLite in a file or in memory, or PostgreSQL. Hands out stores, each one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import StaticPool

from storage.base import DatabaseUnavailable, Stale
from storage.store import Store
from storage.tables import metadata

__all__ = ["Database", "DatabaseUnavailable"]

_IN_THE_WAY = ("40001", "40P01")  # PostgreSQL: could not serialize, deadlock
PATIENCE = 5.0
"""Seconds to wait for a lock on an SQLite file."""
_COMPILED: dict[Any, Any] = {}
"""Statements as databases in memory run them: these come and go by the dozen, and share what it cost to compile."""


class Database:
    """Owns the connections. A write on SQLite waits for its turn in the process, then takes the file's lock at once."""

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        self.url = url
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        in_memory = self.is_sqlite and parsed.database in (None, "", ":memory:")
        options: dict[str, Any] = {}
        if in_memory:
            options = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
        elif self.is_sqlite:
            options = {"connect_args": {"check_same_thread": False, "timeout": PATIENCE}}
        else:
            options = {"pool_size": 8, "max_overflow": 4, "pool_pre_ping": True}
        self._engine = create_engine(url, **options)
        if in_memory:
            self._engine = self._engine.execution_options(compiled_cache=_COMPILED)
        self._in_memory = in_memory
        self._write_turn = threading.RLock()
        if self.is_sqlite:
            event.listen(self._engine, "connect", _prepare_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """One transaction: committed where the block ends, rolled back where it raises.

        Raises DatabaseUnavailable, and Stale where somebody else was first.
        """
        if self.is_sqlite:
            with self._write_turn, self._begun("BEGIN IMMEDIATE") as connection:
                yield Store(connection)
        else:
            with self._begun(None) as connection:
                yield Store(connection)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A consistent look that changes nothing."""
        if self._in_memory:
            with self.writing() as store:  # one connection, so one at a time
                yield store
        else:
            with self._begun("BEGIN" if self.is_sqlite else None) as connection:
                yield Store(connection)

    @contextmanager
    def _begun(self, begin: str | None) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                if begin is not None:
                    connection.exec_driver_sql(begin)
                yield connection
                connection.commit()
        except IntegrityError as error:
            raise Stale("somebody else made it first") from error
        except (OperationalError, NoConnectionFree) as error:
            if getattr(getattr(error, "orig", None), "sqlstate", None) in _IN_THE_WAY:
                raise Stale("somebody else was in the way") from error
            raise DatabaseUnavailable("the database did not take it") from error
        except DBAPIError as error:
            if error.connection_invalidated:
                raise DatabaseUnavailable("the database went away") from error
            raise

    def create_tables(self) -> None:
        """Make all tables at once, for throw-away databases; kept ones are migrated (storage/migrations)."""
        if self._in_memory:
            with self._engine.connect() as connection:
                _driver(connection).deserialize(_empty_tables())
        else:
            metadata.create_all(self._engine)

    def connect(self) -> Connection:
        """A bare connection, for migrations."""
        return self._engine.connect()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


@cache
def _empty_tables() -> bytes:
    """An SQLite database with nothing in its tables. A copy of it costs a fraction of making it."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(engine)
    with engine.connect() as connection:
        return _driver(connection).serialize()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return driver


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver would begin too late
    wait = f"busy_timeout={int(PATIENCE * 1000)}"
    for pragma in (wait, "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
