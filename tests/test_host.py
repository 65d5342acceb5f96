"""What whoever hosts the program sees of it: its commands, in the terminal."""

from __future__ import annotations

import asyncio
import io
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import structlog

from bot.config import Config
from bot.main import main
from bot.program import Clock
from bot.saying import Say
from bot.serve import Parts, Service, run_worker
from scheduling.people import Address, Person
from storage.database import Database

MONDAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def host(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder of its own, with the database that its settings name."""
    for name in ("TELEGRAM_TOKEN", "PUBLIC_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.chdir(tmp_path)
    logs = structlog.get_config()
    yield sqlite_url
    structlog.configure(**logs)


def says(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))


def test_without_a_command_it_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == main(["dance"]) == 2
    assert "serve" in capsys.readouterr().err


def test_it_is_not_served_before_the_tables_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("serve", "web", "worker"):
        assert main([command]) == 2
    assert "python -m bot migrate" in capsys.readouterr().err


def test_in_the_terminal_one_person_talks_to_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    says(monkeypatch, "hoi", "", "1", "1", "mijn moeder Nel")
    assert main(["chat", "--as", "Anna"]) == 0
    read = capsys.readouterr().out
    assert "Hoi Anna!" in read
    assert "1. Ja\n2. Nee" in read
    assert "De zorgkring voor Nel is er." in read


def test_what_is_for_another_waits_until_they_open_their_terminal(
    host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    database = Database(host)
    with database.writing() as store:
        piet = store.add(Person(0, "Piet", MONDAY))
        store.add(Address(0, "terminal", "Piet", piet.id))
        store.owe("notice", datetime.now(UTC), person=piet.id, payload=Say("De tuin is af.").as_json())
    database.close()
    says(monkeypatch, "hoi")
    assert main(["chat", "--as", "Anna"]) == 0
    assert "De tuin is af." not in capsys.readouterr().out


def test_the_demo_plays_a_week(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--fast"]) == 0
    read = capsys.readouterr().out
    assert "< Anna: Het rooster van Nel" in read
    assert "Riet doet het: koffie" in read


def test_a_conversation_is_played_compared_and_kept(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = tmp_path / "one.chat"
    chat.write_text("Anna: hoi\n", "utf-8")
    assert main(["play", str(chat), "--database", host]) == 0
    played = capsys.readouterr().out
    assert "< Anna: Hoi Anna!" in played
    database = Database(host)
    with database.reading() as store:
        assert store.address_of("terminal", "Anna") is not None
    database.close()

    says(monkeypatch, *played.splitlines())
    assert main(["play", "-", "--check"]) == 0
    chat.write_text("Anna: hoi\n< Anna: Dag Anna.\n", "utf-8")
    assert main(["play", str(chat), "--check"]) == 1
    assert "-< Anna: Dag Anna." in capsys.readouterr().out
    chat.write_text("zomaar een regel\n", "utf-8")
    assert main(["play", str(chat)]) == 2
    assert "line 1" in capsys.readouterr().err


def test_a_worker_sends_what_is_owed_looks_after_itself_and_stops_when_told(host: str) -> None:
    assert main(["migrate"]) == 0
    service = Service(Config(), Clock(lambda: MONDAY), Parts(answers=False))

    async def work() -> None:
        working = asyncio.create_task(run_worker(service))
        async with asyncio.timeout(60):
            while not service.program.ticked:
                await asyncio.sleep(0.01)
            await service._beat()
            os.kill(os.getpid(), signal.SIGTERM)
            await working

    with structlog.testing.capture_logs() as logs:
        asyncio.run(work())
    assert [line["event"] for line in logs if line["event"] in ("working", "alive", "stopped")] == [
        "working",
        "alive",
        "stopped",
    ]


async def test_the_figures_are_for_this_machine_or_for_who_has_the_token(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["migrate"]) == 0

    async def asked(headers: dict[str, str], client: tuple[str, int] = ("127.0.0.1", 5)) -> int:
        app = Service(Config(), Clock(lambda: MONDAY), Parts()).app()
        transport = httpx.ASGITransport(app, client=client)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as http:
            return (await http.get("/metrics", headers=headers)).status_code

    assert await asked({}) == 200
    assert await asked({"x-forwarded-for": "10.0.0.1"}) == 403
    assert await asked({}, ("10.0.0.1", 5)) == 403
    monkeypatch.setenv("METRICS_TOKEN", "sesam")
    assert await asked({"authorization": "Bearer sesam"}) == 200
    assert await asked({"authorization": "Bearer open"}) == 403


async def test_the_dead_mans_line_drops_what_is_too_late_on_a_channel_that_nobody_has(host: str) -> None:
    assert main(["migrate"]) == 0
    service = Service(Config(), Clock(lambda: MONDAY), Parts())
    with service.database.writing() as store:
        piet = store.add(Person(0, "Piet", MONDAY))
        there = store.add(Address(0, "whatsapp", "+31612345678", piet.id))
        store.owe(
            "reminder",
            MONDAY - timedelta(days=2),
            address=there.id,
            payload=Say("Over een uur: huisarts.").as_json(),
            useful_until=MONDAY - timedelta(days=1),
        )
    with structlog.testing.capture_logs() as logs:
        await service._beat()
    service.database.close()
    assert ("delivery_dropped", 1) in [(line["event"], line.get("rows")) for line in logs]
