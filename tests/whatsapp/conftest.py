"""Our number on a strict double of Twilio, and a circle in which everybody is on WhatsApp."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.whatsapp import WhatsApp
from storage.database import Database
from tests.fakes.twilio import Twilio
from tests.talking import NAMES
from tests.whatsapp.echo import FATIMA, NOW, PIET, Echo, app_of, reachable, whatsapp
from tests.whatsapp.family import Family


@pytest.fixture
def fake() -> Iterator[Twilio]:
    with Twilio(clock=lambda: NOW) as fake:
        fake.joins("Piet", PIET)
        fake.joins("Fatima", FATIMA)
        fake.last_in[PIET] = NOW
        yield fake


@pytest.fixture
async def channel(fake: Twilio) -> AsyncIterator[WhatsApp]:
    channel = whatsapp(fake)
    yield channel
    channel.close()


@pytest.fixture
async def echo(fake: Twilio, channel: WhatsApp) -> AsyncIterator[Echo]:
    echo = Echo(channel)
    async with reachable(fake, app_of(channel, echo)):
        yield echo


@pytest.fixture
def family(database: Database) -> Family:
    family = Family(database)
    family.circle()
    for name in NAMES:
        family.says(name, "bedankt")
    family.number.given.clear()
    return family
