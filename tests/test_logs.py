"""No log line holds what somebody wrote, a name, a code or a number: not ours, and not those of the libraries."""

from __future__ import annotations

import asyncio
import io
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from bot.channels.telegram import Telegram
from bot.config import Config
from bot.messages import Kind
from bot.program import Clock
from bot.serve import Parts, Service
from storage.database import Database
from tests.fakes.bot_api import TOKEN, BotApi, Fault
from tests.talking import MONDAY, Cast, trouble

WRITTEN = (
    "Mijn moeder Wilhelmina heeft diabetes",
    "plan donderdag om half drie chemokuur met ma",
    "+31 6 12345678",
    "bel Hendrikus op 0612345678",
    "ABCD-EFGH-JKMN",
    "noteer: blaasontsteking, wel vrolijk",
    "ik doe de chemokuur",
    "vergeet mij",
)
NAMES = ("Annelies", "Pieternella", "Fatimazohra", "Rietje")
SECRETS = (
    *NAMES, "Wilhelmina", "diabetes", "chemokuur", "12345678", "Hendrikus", "ABCD", "EFGH", "blaasontsteking",
    "vrolijk", "vergeet mij", "half drie", TOKEN, TOKEN.partition(":")[2],
)  # fmt: skip


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged where whoever hosts this lets everything through."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.LogfmtRenderer()],
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)
    structlog.reset_defaults()


def clean(text: str) -> None:
    found = [secret for secret in SECRETS if secret.casefold() in text.casefold()]
    found += re.findall(r"\b0?6\d{8}\b|\+31\d*", text)
    assert not found, found


def test_a_conversation_with_faults_leaves_only_fixed_words_in_the_log(
    sqlite_database: Database, logged: io.StringIO
) -> None:
    cast = Cast(sqlite_database, strict=False)
    circle = cast.circle(*NAMES, recipient="Wilhelmina")
    cast.planned(circle, "chemokuur")
    for text in WRITTEN[:-1]:
        for name in NAMES:
            cast.says(name, text)
            cast.says(name, "ja")
    cast.post.fails(RuntimeError(f"{NAMES[1]} schreef {WRITTEN[0]}"), times=3)
    cast.post.fails(trouble("blocked", permanent=True), chat=NAMES[3])
    cast.post.fails(trouble("flood", retry_after=3), chat=NAMES[2])
    cast.tick(after=60)
    cast.handles(cast.inbound(NAMES[1], kind=Kind.BLOCKED))

    def breaks(*_: object, **__: object) -> None:
        raise ValueError(f"{NAMES[0]}: {WRITTEN[0]} {WRITTEN[2]}")

    object.__setattr__(cast.engine._acting, "act", breaks)
    for text in WRITTEN:
        cast.says(NAMES[0], text)
    cast.tick(after=3 * 24 * 3600)
    text = logged.getvalue()
    assert "turn_failed" in text
    assert "channel_fault" in text
    assert "delivery_postponed" in text
    clean(text)


async def test_the_served_program_and_its_libraries_write_nothing_of_it_either(
    sqlite_url: str, logged: io.StringIO
) -> None:
    database = Database(sqlite_url)
    database.create_tables()
    with BotApi() as fake:
        telegram = Telegram(
            TOKEN, clock=lambda: MONDAY, base_url=fake.base_url, timeout=30.0, poll_seconds=1, first_wait=0.01
        )
        service = Service(Config(database_url=sqlite_url), Clock(lambda: MONDAY), Parts(), telegram)
        fake.fails("sendMessage", Fault(200, f'{{"ok": true, "result": "{WRITTEN[0]}"}}'.encode()))
        fake.fails("sendMessage", Fault(400, f'{{"ok": false, "description": "{WRITTEN[0]} {NAMES[0]}"}}'.encode()))
        fake.fails("getUpdates", Fault(200, WRITTEN[0].encode()))
        fake.floods("sendMessage", retry_after=1)
        fake.breaks("sendMessage", status=502)
        async with service.lifespan():
            for name in NAMES:
                for text in WRITTEN:
                    fake.says(name, text)
            await fake.until(lambda: not fake.unconfirmed)
            await asyncio.sleep(0.2)
    text = logged.getvalue()
    assert "delivery_" in text
    clean(text)
    database.close()
