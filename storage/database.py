"""One database: SQLite in a file or in memory, or PostgreSQL. Hands out stores, each one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import StaticPool

from storage.base import DatabaseUnavailable, Stale
from storage.ready import Link, Note
from storage.store import Store
from storage.tables import metadata

__all__ = ["Database", "DatabaseUnavailable"]

_IN_THE_WAY = ("40001", "40P01")  # PostgreSQL: could not serialize, deadlock
PATIENCE = 5.0
"""Seconds to wait for a lock on an SQLite file."""
MOST_IDLE = 8
"""Connections to an SQLite file that are kept open between transactions."""
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
            options = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False, "cached_statements": 1000}}
        elif self.is_sqlite:
            options = {"connect_args": {"check_same_thread": False, "timeout": PATIENCE, "cached_statements": 1000}}
            options["max_overflow"] = -1  # nobody waits: the idle ones are not in the pool
        else:
            options = {"pool_size": 8, "max_overflow": 4, "pool_pre_ping": True}
        self._engine = create_engine(url, **options)
        if in_memory:
            self._engine = self._engine.execution_options(compiled_cache=_COMPILED)
        self._in_memory = in_memory
        self.shared = not in_memory  # another process may open it too
        self._driver_error: type[Exception] = self._engine.dialect.loaded_dbapi.Error
        self._write_turn = threading.RLock()
        self._note: Note | None = None
        self._idle: deque[Link] = deque()  # SQLite's, to go on with
        if self.is_sqlite:
            event.listen(self._engine, "connect", _prepare_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """One transaction: committed where the block ends, rolled back where it raises.

        Raises DatabaseUnavailable, and Stale where somebody else was first.
        """
        if self.is_sqlite:
            with self._write_turn, self._begun("BEGIN IMMEDIATE") as store:
                yield store
        else:
            with self._begun(None) as store:
                yield store

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A consistent look that changes nothing."""
        if self._in_memory:
            with self.writing() as store:  # one connection, so one at a time
                yield store
        else:
            with self._begun("BEGIN" if self.is_sqlite else None) as store:
                yield store

    @contextmanager
    def _begun(self, begin: str | None) -> Iterator[Store]:
        try:
            link = self._link()
            try:
                link.begin(begin, self._note)
                yield Store(link)
                link.commit()
            except BaseException:
                link.close()
                raise
            if self.is_sqlite and len(self._idle) < MOST_IDLE:
                self._idle.append(link)  # what the pool does with one that comes and goes costs more than statements do
            else:
                link.close()
        except (DBAPIError, NoConnectionFree, self._driver_error) as error:
            ours = self._as_ours(error)
            if ours is None:
                raise
            raise ours from error

    def _link(self) -> Link:
        try:
            return self._idle.pop()  # another thread may take the last one
        except IndexError:
            return Link(self._engine)

    def _as_ours(self, error: Exception) -> Exception | None:
        """What a fault of the driver, or SQLAlchemy's word for it, means to who asked."""
        driver: Any = self._engine.dialect.loaded_dbapi
        theirs = getattr(error, "orig", error)
        if isinstance(theirs, driver.IntegrityError):
            return Stale("somebody else made it first")
        if getattr(theirs, "sqlstate", None) in _IN_THE_WAY:
            return Stale("somebody else was in the way")
        if isinstance(theirs, (driver.OperationalError, NoConnectionFree)):
            return DatabaseUnavailable("the database did not take it")
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            return DatabaseUnavailable("the database went away")
        return None

    @contextmanager
    def watched(self, note: Note) -> Iterator[None]:
        """Tell of every statement of the block, with its parameters: for counting and explaining them."""

        def tell(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
            note(statement, parameters)

        event.listen(self._engine, "before_cursor_execute", tell)
        self._note = note
        try:
            yield
        finally:
            self._note = None
            event.remove(self._engine, "before_cursor_execute", tell)

    def create_tables(self) -> None:
        """Make all tables at once, for throw-away databases; kept ones are migrated (storage/migrations)."""
        if self._in_memory:
            with self._engine.connect() as connection:
                _driver(connection).deserialize(_empty_tables())
        elif self.is_sqlite and not (file := Path(make_url(self.url).database or "")).exists():
            file.write_bytes(_empty_tables())
        else:
            metadata.create_all(self._engine)

    def connect(self) -> Connection:
        """A bare connection, for migrations."""
        return self._engine.connect()

    def close(self) -> None:
        """Give the connections back."""
        while self._idle:
            self._idle.pop().close()
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
