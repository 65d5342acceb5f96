"""What whoever hosts the program sees of it: figures for the right eyes, the address it serves on, what it refuses."""

from __future__ import annotations

import asyncio
import socket
import sys
import urllib.request
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.config import Config
from bot.main import main
from bot.program import Clock
from bot.saying import Say
from bot.serve import Parts, Service
from storage.database import Database
from tests.fakes.bot_api import BotApi
from tests.talking import MONDAY, Cast
from tests.test_kill import PATIENCE, Program

Serve = Callable[..., Service]
NOBODY: dict[str, str] = {}


@pytest.fixture
def serve(sqlite_database: Database) -> Iterator[Serve]:
    """The program with these settings, nothing of it running; Piet is owed something since six minutes."""
    cast = Cast(sqlite_database)
    cast.circle()
    with sqlite_database.writing() as store:
        store.owe("notice", cast.now, person=cast.persons["Piet"], payload=Say("Hoi Piet").as_json())
    services = []

    def serve(**settings: Any) -> Service:
        config = Config(database_url=sqlite_database.url, **settings)
        services.append(Service(config, Clock(lambda: MONDAY + timedelta(minutes=6)), Parts()))
        return services[-1]

    yield serve
    for service in services:
        service.program.close()
        service.database.close()


def asked(service: Service, host: str = "127.0.0.1", headers: dict[str, str] = NOBODY) -> tuple[int, str]:
    answer = TestClient(service.app(), client=(host, 50000)).get("/metrics", headers=headers)
    return answer.status_code, answer.text


def test_the_figures_are_for_this_machine_and_name_nobody(serve: Serve) -> None:
    service = serve()
    code, text = asked(service)
    assert code == 200
    assert 'zorgkring_queue{channel="telegram",urgency="alert"} 1.0' in text
    assert 'zorgkring_queue_overdue{channel="telegram",urgency="alert"} 1.0' in text
    assert "Piet" not in text
    assert asked(service, "10.0.0.9")[0] == 403
    assert asked(service, headers={"X-Forwarded-For": "10.0.0.9"})[0] == 403


def test_where_the_world_reaches_the_program_the_figures_take_a_token(serve: Serve) -> None:
    world = {"public_url": "https://zorg.example"}
    assert asked(serve(**world))[0] == 403
    service = serve(**world, metrics_token="geheim")
    assert asked(service)[0] == 403
    assert asked(service, headers={"Authorization": "Bearer geheim"})[0] == 200
    assert asked(service, "10.0.0.9", {"Authorization": "Bearer geheim"})[0] == 200
    assert asked(service, headers={"Authorization": "Bearer geraden"})[0] == 403


@pytest.mark.parametrize("command", ["serve", "web", "worker"])
def test_nothing_is_served_before_the_database_has_its_tables(
    command: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    assert main([command]) == 2
    assert "python -m bot migrate" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere this machine has one address of its own alone")
def test_it_serves_on_the_address_it_was_given_and_no_other(sqlite_database: Database, tmp_path: Path) -> None:
    with BotApi() as fake:
        program = Program(sqlite_database.url, fake, tmp_path / "program.log", {"HOST": "127.0.0.2"})
        program.start()
        here = f"http://127.0.0.2:{program.port}/"
        asyncio.run(fake.until(lambda: answers(here), seconds=PATIENCE))
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", program.port))
        program.stop()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}health", timeout=10) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
