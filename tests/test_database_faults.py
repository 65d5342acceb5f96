"""A locked, full or vanished database: nothing is acknowledged that is not kept, and nothing is half done."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy.engine import make_url
from starlette.testclient import TestClient

from bot.channels.telegram import Telegram
from bot.config import Config
from bot.program import Clock
from bot.serve import Parts, Service
from storage.database import Database, DatabaseUnavailable
from tests.fakes.bot_api import TOKEN, BotApi
from tests.talking import MONDAY, Cast

SECRET = "a-secret-of-the-webhook"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


def update(number: int, text: str = "hoi") -> dict[str, object]:
    piet = {"id": 7001, "is_bot": False, "first_name": "Piet"}
    chat = {"id": 7001, "type": "private", "first_name": "Piet"}
    message = {"message_id": number, "date": 1741000000, "chat": chat, "from": piet, "text": text}
    return {"update_id": number, "message": message}


@pytest.fixture
def web(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, Database, BotApi]]:
    """The program as it is served behind a webhook, with its database and Telegram's double."""
    monkeypatch.setattr("storage.database.PATIENCE", 0.3)
    database = Database(sqlite_url)
    database.create_tables()
    with BotApi() as fake:
        config = Config(database_url=sqlite_url, public_url="https://zorg.example")
        telegram = Telegram(TOKEN, clock=lambda: MONDAY, secret=SECRET, base_url=fake.base_url)
        service = Service(config, Clock(lambda: MONDAY), Parts(), telegram)
        fake.person("Piet")
        fake.delivers(update(1, "eerder"))  # so that the chat exists there
        with TestClient(service.app()) as client:
            yield client, database, fake
    database.close()


def rows(database: Database, table: str) -> int:
    with database.reading() as store:
        return int(store.connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())


def test_a_webhook_without_the_secret_is_turned_away_and_nothing_is_stored(
    web: tuple[TestClient, Database, BotApi],
) -> None:
    client, database, _ = web
    for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, {"X-Telegram-Bot-Api-Secret-Token": ""}):
        assert client.post("/telegram", json=update(5), headers=headers).status_code == 403
    assert [rows(database, t) for t in ("inbound", "address", "conversation", "outbox")] == [0, 0, 0, 0]


def test_a_locked_database_is_not_acknowledged_and_the_second_try_is_answered_once(
    web: tuple[TestClient, Database, BotApi],
) -> None:
    client, database, _ = web
    lock = sqlite3.connect(str(make_url(database.url).database), isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    assert client.post("/telegram", json=update(6), headers=HEADERS).status_code == 503
    lock.execute("ROLLBACK")
    assert rows(database, "inbound") == 0
    assert client.post("/telegram", json=update(6), headers=HEADERS).status_code == 200
    assert client.post("/telegram", json=update(6), headers=HEADERS).status_code == 200
    assert rows(database, "inbound") == 1
    assert rows(database, "outbox") == 1


def test_a_short_lock_is_waited_for(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.PATIENCE", 120.0)  # the timer may come late where much else is to be done
    sqlite_database = Database(sqlite_url)
    sqlite_database.create_tables()
    cast = Cast(sqlite_database)
    cast.circle()
    lock = sqlite3.connect(str(make_url(sqlite_database.url).database), isolation_level=None, check_same_thread=False)
    lock.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, lambda: lock.execute("ROLLBACK")).start()
    assert len(cast.says("Piet", "help")) == 1
    sqlite_database.close()


def fill_up(database: Database) -> None:
    """Let the file grow no further, as on a full disk: SQLite says "database or disk is full"."""
    from sqlalchemy import event

    def full(connection: sqlite3.Connection, *_: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    database.close()
    event.listen(database._engine, "connect", full)


def test_a_full_disk_keeps_nothing_of_the_turn_and_is_not_acknowledged(sqlite_database: Database) -> None:
    cast = Cast(sqlite_database)
    circle = cast.circle()
    shift = cast.planned(circle)
    cast.says("Piet", "hoi")
    before = [cast.count(t) for t in ("inbound", "outbox", "question", "assignment", "change")]
    fill_up(sqlite_database)
    refused = 0
    for _ in range(200):  # what is left of the last pages fills first
        before = [cast.count(t) for t in ("inbound", "outbox", "question", "assignment", "change")]
        try:
            cast.engine.handle(cast.inbound("Piet", "wat staat er open? " + "x" * 2000), cast.now)
        except DatabaseUnavailable:
            refused += 1
            assert [cast.count(t) for t in ("inbound", "outbox", "question", "assignment", "change")] == before
            break
    assert refused
    with sqlite_database.reading() as store:
        staffed = store.staffed(shift.id)
        assert staffed
        assert staffed.assignments == ()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_database_that_is_no_file_is_unavailable() -> None:
    database = Database("sqlite:////dev/full")
    with pytest.raises(DatabaseUnavailable), database.writing():
        pass


@pytest.mark.postgres
def test_a_postgresql_that_restarts_its_connections_loses_nothing(
    postgres_database: Database, postgres_server: str
) -> None:
    cast = Cast(postgres_database)
    cast.circle()
    assert cast.says("Piet", "hoi")
    name = make_url(postgres_database.url).database
    assert conninfo_to_dict(postgres_server)
    with psycopg.connect(postgres_server, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
    assert cast.says("Piet", "hoi")


@pytest.mark.postgres
def test_a_connection_that_breaks_in_mid_turn_keeps_nothing_and_may_be_tried_again(
    postgres_database: Database, postgres_server: str
) -> None:
    cast = Cast(postgres_database)
    cast.circle()

    def broken() -> None:
        with postgres_database.writing() as store:
            store.owe("notice", cast.now, person=cast.persons["Piet"])
            pid = store.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            with psycopg.connect(postgres_server, autocommit=True) as admin:
                admin.execute("SELECT pg_terminate_backend(%s)", (pid,))
            store.owe("notice", cast.now, person=cast.persons["Piet"])

    with pytest.raises(DatabaseUnavailable):
        broken()
    assert cast.count("outbox") == 0
    assert cast.says("Piet", "help")
