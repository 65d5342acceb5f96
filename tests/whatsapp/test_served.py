"""docs/whatsapp.md followed step by step: the program as it is served, on the double of Twilio."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels.whatsapp import WhatsApp
from bot.config import Config
from bot.main import main
from bot.program import Clock
from bot.serve import Parts, Service
from locales.words import words
from storage.database import Database
from tests.fakes.twilio import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, Twilio
from tests.soak import SOAK

DOCS = Path(__file__).parents[2] / "docs" / "whatsapp.md"
ANNA = "+31612345678"
MONDAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


MANY = 500 if SOAK else 50  # a share of the long test


@pytest.fixture
def fake() -> Iterator[Twilio]:
    with Twilio(clock=lambda: MONDAY) as fake:
        fake.joins("Anna", ANNA)
        yield fake


@pytest.fixture
def environment(fake: Twilio, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Step 3: what stands in .env, the lines of the page with what is ours filled in."""
    env = tmp_path / ".env"
    given = {"PUBLIC_URL": PUBLIC_URL, "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    given["WHATSAPP_NUMBER"] = NUMBER.lstrip("+")
    named = re.findall(r"(?:^ {7}|`)([A-Z_]+)=", DOCS.read_text("utf-8"), re.M)
    lines = [f"{name}={given[name]}\n" for name in named]
    env.write_text("".join(lines) + f"DATABASE_URL={sqlite_url}\nTWILIO_URL={fake.address}\n")
    monkeypatch.chdir(tmp_path)
    return env


def commands() -> list[list[str]]:
    """What the page says to type, in its order."""
    return [
        words_.split() for words_ in re.findall(r"python -m bot (whatsapp-[a-z-]+(?: sync)?)", DOCS.read_text("utf-8"))
    ]


@dataclass
class Served:
    """The program, with a clock to move."""

    service: Service
    clock: Clock

    async def later(self, by: timedelta) -> None:
        await self.service.program.move_clock(self.clock.now() + by)


@asynccontextmanager
async def served(fake: Twilio) -> AsyncIterator[Served]:
    """Step 4: it runs, behind a proxy that changes host and scheme."""
    config = Config()
    assert config.on_whatsapp
    clock = Clock(lambda: MONDAY)
    fake.clock = clock.now
    whatsapp = WhatsApp(
        config.twilio_account_sid,
        config.twilio_auth_token,
        f"+{config.whatsapp_number}",
        public_url=config.public_url,
        clock=clock.now,
        words=words(),
        base_url=config.twilio_url,
    )
    service = Service(config, clock, Parts(ticks=False), whatsapp=whatsapp)
    app = service.app()
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with service.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://10.0.0.7:8080") as client:
        fake.app = client
        yield Served(service, clock)
    fake.app = None


async def seen(fake: Twilio, count: int) -> list[str]:
    """What stands on Anna's phone once that many messages arrived."""
    for _ in range(6000):
        if len(fake.phones[ANNA]) >= count:
            break
        await asyncio.sleep(0.01)
    return [one.text for one in fake.phones[ANNA]]


def rows(url: str, table: str) -> int:
    database = Database(url)
    with database.reading() as store:
        found = int(store.connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())
    database.close()
    return found


def statuses(url: str) -> set[str]:
    """What became of all that was sent."""
    database = Database(url)
    with database.reading() as store:
        found = set(store.connection.exec_driver_sql("SELECT status FROM outbox WHERE sent_at IS NOT NULL").scalars())
    database.close()
    return found


async def test_the_ten_steps(
    fake: Twilio, environment: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sync, show, costs = commands()
    assert await asyncio.to_thread(main, ["migrate"]) == 0
    async with served(fake) as program:
        # 4: the host sees the templates
        assert fake.app is not None
        for _ in range(6000):
            health = (await fake.app.get("/health")).json()
            if health["templates"]:
                break
            await asyncio.sleep(0.01)
        assert health["templates"]["reminder"] == "missing"
        # 5 and 6: hello
        hoi = fake.form("Anna", "hoi")
        assert [await fake.post("/whatsapp", hoi) for _ in range(2)] == [200, 200]  # as Twilio does where it doubts
        assert rows(sqlite_url, "inbound") == 1
        assert (await seen(fake, 1))[0].startswith("Hoi Anna!")
        await fake.taps("Anna", "Ja")
        await seen(fake, 2)
        await fake.says("Anna", "maak een zorgkring voor mijn moeder Nel")
        await seen(fake, 3)
        # 7 and 8: templates, pending first
        fake.approves = False
        assert await asyncio.to_thread(main, sync) == 1
        assert "reminder     UTILITY    pending" in capsys.readouterr().out
        made = len(fake.made())
        assert await asyncio.to_thread(main, sync) == 1  # again does no harm
        assert len(fake.made()) == made
        fake.decide("rejected", "It looks like marketing.")
        assert await asyncio.to_thread(main, show) == 1
        assert "reminder     UTILITY    rejected  It looks like marketing." in capsys.readouterr().out
        fake.decide("approved")
        await program.service.whatsapp.refresh()  # type: ignore[union-attr]
        # 9: the link that opens WhatsApp
        await fake.says("Anna", "nodig iemand uit")
        assert f"https://wa.me/{NUMBER.lstrip('+')}?text=" in (await seen(fake, 4))[3]
        # a reminder two days later waits for its template, goes by it once it is approved, and [Bekijk] brings it
        for text in ("donderdag om 14:30 met mama naar de huisarts", "ja", "ik doe de huisarts donderdag"):
            await fake.says("Anna", text)
            await program.service.program.settle()
        assert set(await fake.deliver(twice=True)) == {204}
        assert statuses(sqlite_url) == {"read"}
        fake.decide("paused", "Many people blocked you.")
        await program.service.whatsapp.refresh()  # type: ignore[union-attr]
        said = len(fake.phones[ANNA])
        await program.later(timedelta(days=2, hours=5))
        assert len(fake.phones[ANNA]) == said
        health = (await fake.app.get("/health")).json()
        assert (health["waiting_for_template"], health["templates"]["reminder"]) == (1, "paused")
        fake.decide("approved")
        assert await asyncio.to_thread(main, show) == 0
        assert "alert        UTILITY    approved" in capsys.readouterr().out
        await program.service.whatsapp.refresh()  # type: ignore[union-attr]
        await program.later(timedelta(minutes=20))
        assert fake.phones[ANNA][-1].template
        assert len(fake.phones[ANNA]) == said + 1
        count = len(fake.phones[ANNA])
        assert await fake.taps("Anna", "Bekijk") == 200
        assert "huisarts" in (await seen(fake, count + 1))[-1]
        await fake.deliver()
        # the roster as a calendar: a link to a real file
        await fake.says("Anna", "stuur het rooster")
        await program.service.program.settle()
        link = re.search(r"\.ics: https://zorgkring\.example\.org(\S+)", "\n".join(await seen(fake, count + 2)))
        assert link
        answer = await fake.app.get(link[1])
        assert answer.content.startswith(b"BEGIN:VCALENDAR")
        # 10: costs
        assert await asyncio.to_thread(main, costs) == 0
        assert re.search(r"2025-03 +1 +1 +\d+", capsys.readouterr().out)
    assert fake.refused == []


@pytest.mark.soak
async def test_500_messages_in_a_minute_from_one_number_lose_nothing(
    fake: Twilio, environment: Path, sqlite_url: str
) -> None:
    assert await asyncio.to_thread(main, ["migrate"]) == 0
    async with served(fake) as program:
        for first in range(0, MANY, 10):
            said = (fake.says("Anna", f"bericht {number}") for number in range(first, first + 10))
            assert set(await asyncio.gather(*said)) == {200}
        assert rows(sqlite_url, "inbound") == MANY
        await program.service.program.settle()
    assert rows(sqlite_url, "person") == 0  # and nobody agreed
    assert len(fake.phones[ANNA]) == MANY


async def test_a_stranger_leaves_no_trace(fake: Twilio, environment: Path, sqlite_url: str) -> None:
    assert await asyncio.to_thread(main, ["migrate"]) == 0
    async with served(fake):
        for signature in ("", "bm90IG91cnM="):
            assert await fake.post("/whatsapp", fake.form("Anna", "hoi"), signature=signature) == 403
        assert await fake.post("/whatsapp", fake.form("Anna", "hoi"), signed_for="http://10.0.0.7:8080") == 403
    for table in ("inbound", "address", "conversation", "outbox"):
        assert rows(sqlite_url, table) == 0


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("WHATSAPP_NUMBER=0612345678", "WHATSAPP_NUMBER"),
        ("WHATSAPP_NUMBER=310612345678", "WHATSAPP_NUMBER"),
        ("WHATSAPP_NUMBER=+31612345678", "WHATSAPP_NUMBER"),
        ("WHATSAPP_NUMBER=banana", "WHATSAPP_NUMBER"),
        ("TWILIO_ACCOUNT_SID=SK123", "TWILIO_ACCOUNT_SID"),
        ("TWILIO_AUTH_TOKEN=", "TWILIO_AUTH_TOKEN"),
        ("PUBLIC_URL=", "PUBLIC_URL"),
    ],
)
def test_a_wrong_setting_is_said_at_the_start(
    environment: Path, setting: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.write_text(f"{environment.read_text()}{setting}\n")
    assert main(["serve"]) == 2
    assert said in capsys.readouterr().err
    assert main(["whatsapp-templates"]) == 2


def test_without_twilio_the_commands_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["whatsapp-templates", "sync"]) == 2
    assert "docs/whatsapp.md" in capsys.readouterr().err


def test_the_page_has_ten_steps_and_names_what_exists() -> None:
    text = DOCS.read_text("utf-8")
    assert re.findall(r"^(\d+)\. \*\*", text, re.M) == [str(number) for number in range(1, 11)]
    for name in re.findall(r"^ +([A-Z_]+)=", text, re.M):
        assert name.lower() in Config.model_fields
