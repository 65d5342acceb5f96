"""docs/telegram.md followed step by step, and a family's group: the program as served, on the double of Telegram."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.config import Config
from bot.program import Clock
from bot.serve import Parts, Service
from storage.store import Store
from tests.fakes.bot_api import TOKEN, USERNAME, BotApi, Seen

DOCS = Path(__file__).parents[2] / "docs" / "telegram.md"
MONDAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
PATIENCE = 20.0  # seconds until a test is given up; what is waited for comes in a fraction of one


@dataclass
class Served:
    """The program, the people at their telephones, and a clock to move."""

    service: Service
    fake: BotApi
    clock: Clock

    async def until(self, happened: Callable[[], Any]) -> None:
        await self.fake.until(happened, seconds=PATIENCE)

    async def says(self, name: str, text: str, answer: str = "") -> Seen:
        """Somebody writes to the bot in private, and gets an answer that holds this."""
        before = len(self.fake.seen(name))
        self.fake.says(name, text)
        await self.until(lambda: any(answer in seen.text for seen in self.fake.seen(name)[before:]))
        return self.fake.last(name)

    async def taps(self, name: str, label: str, answer: str = "") -> Seen:
        before = len(self.fake.seen(name))
        self.fake.taps(name, label)
        await self.until(lambda: any(answer in seen.text for seen in self.fake.seen(name)[before:]))
        return self.fake.last(name)

    async def taps_in(self, group: str, name: str, label: str) -> dict[str, Any]:
        """A tap in a group: what is shown on the screen of who tapped."""
        query = self.fake.taps(name, label, group=group)["callback_query"]["id"]
        await self.until(lambda: query in self.fake.answers)
        return self.fake.answers[query]

    async def board(self, group: str, *texts: str) -> Seen:
        """The group's newest list, once it holds all of these."""
        await self.until(lambda: self.fake.seen(group) and all(t in self.fake.last(group).text for t in texts))
        return self.fake.last(group)

    async def later(self, by: timedelta) -> None:
        await self.service.program.move_clock(self.clock.now() + by)

    async def arrived(self) -> None:
        """Everything that Telegram has for us was handled, and everything owed went."""
        await self.until(lambda: not self.fake.unconfirmed)
        await self.service.program.settle()

    def stored(self, look: Callable[[Store], Any]) -> Any:
        with self.service.database.reading() as store:
            return look(store)


@pytest.fixture
def clock() -> Clock:
    began = time.monotonic()
    return Clock(lambda: MONDAY + timedelta(seconds=time.monotonic() - began))


@pytest.fixture
def fake(clock: Clock) -> Iterator[BotApi]:
    with BotApi(clock=lambda: clock.now().timestamp()) as fake:
        fake.privacy = True  # step 3
        yield fake


@asynccontextmanager
async def served(fake: BotApi, clock: Clock, env: Path) -> AsyncIterator[Served]:
    config = Config(_env_file=env)  # type: ignore[call-arg]
    telegram = Telegram(config.telegram_token, clock=clock.now, base_url=config.telegram_url, poll_seconds=5)
    service = Service(config, clock, Parts(ticks=False), telegram)
    service.program.sender = replace(service.program.sender, pace=None)  # tests/test_pace.py waits its turn
    service.database.create_tables()
    async with service.lifespan():
        await fake.until(lambda: service.doors.telegram_bot, seconds=PATIENCE)
        yield Served(service, fake, clock)
        assert fake.refused == []


@pytest.fixture
def env(fake: BotApi, sqlite_url: str, tmp_path: Path) -> Path:
    """Step 4: what stands in .env."""
    path = tmp_path / ".env"
    path.write_text(f"DATABASE_URL={sqlite_url}\nTELEGRAM_TOKEN={TOKEN}\nTELEGRAM_URL={fake.base_url}\n")
    return path


@pytest.fixture
async def stage(fake: BotApi, clock: Clock, env: Path) -> AsyncIterator[Served]:
    async with served(fake, clock, env) as stage:
        yield stage


async def test_ten_steps_lead_from_nothing_to_a_bot_in_the_familys_group(stage: Served) -> None:
    text = DOCS.read_text("utf-8")
    assert [int(n) for n in re.findall(r"^(\d+)\. \*\*", text, re.M)] == list(range(1, 11))
    assert set(re.findall(r"^ {7}([A-Z_]+)=", text, re.M)) <= {name.upper() for name in Config.model_fields}
    fake = stage.fake
    # 6 and 7: it has started, and set its menus.
    assert {"rooster", "open", "help"} <= {command["command"] for command in fake.commands}
    assert {command["command"] for command in fake.group_commands} == {"koppel", "ontkoppel"}
    # 8 and 9: hello, a circle, something to do, an invitation.
    await circle(stage)
    seen = await stage.says("Anna", "ik wil mensen uitnodigen", "t.me")
    [link] = re.findall(rf"https://t\.me/{USERNAME}\?start=(\S+)", seen.text)
    await stage.says("Piet", f"/start {link}", "Is dat goed?")
    await stage.taps("Piet", "Ja", "Fijn dat je meedoet")
    # 10: the group.
    fake.adds_bot("Anna", "Familie")
    await stage.until(lambda: "Familie" in fake.last("Anna").text)
    await stage.taps("Anna", "Ja, koppel", "Gekoppeld")
    board = await stage.board("Familie", "huisarts")
    assert board.labels == ["1. Ik doe het", "2. Ik doe het"]
    assert (await stage.taps_in("Familie", "Piet", "1. Ik doe het"))["text"].startswith("Fijn, Piet!")
    changed = await stage.board("Familie", "huisarts: Piet")
    assert (changed.id, changed.labels) == (board.id, ["Ik doe het"])


async def circle(stage: Served) -> None:
    await stage.says("Anna", "/start", "Is dat goed?")
    await stage.taps("Anna", "Ja", "zorgkring")
    await stage.says("Anna", "maak een zorgkring voor mijn moeder Nel", "is er")
    for plan in ("donderdag om 14:00 huisarts", "zaterdag om 11 uur boodschappen"):
        await stage.says("Anna", plan, "Klopt dat?")
        await stage.taps("Anna", "Ja", "Staat erin")


async def tied(stage: Served) -> Seen:
    """Anna's circle stands in the group Familie."""
    await circle(stage)
    stage.fake.adds_bot("Anna", "Familie")
    await stage.until(lambda: "Familie" in stage.fake.last("Anna").text)
    await stage.taps("Anna", "Ja, koppel", "Gekoppeld")
    board = await stage.board("Familie", "huisarts")
    await stage.arrived()
    return board


async def test_with_an_address_of_its_own_telegram_delivers(fake: BotApi, clock: Clock, env: Path) -> None:
    """Step 5."""
    env.write_text(env.read_text() + "PUBLIC_URL=https://zorg.example\n")
    async with served(fake, clock, env):
        assert fake.webhook["url"] == "https://zorg.example/telegram"
        assert fake.webhook["secret_token"]
        assert "my_chat_member" in fake.webhook["allowed_updates"]
    env.write_text(env.read_text().replace("PUBLIC_URL=https://zorg.example\n", ""))
    async with served(fake, clock, env):
        await fake.until(lambda: not fake.webhook["url"], seconds=PATIENCE)


async def test_who_has_not_joined_is_led_there_in_private_and_nothing_is_kept_of_them(stage: Served) -> None:
    await tied(stage)
    people = stage.stored(lambda store: count(store, "address"))
    shown = await stage.taps_in("Familie", "Els", "1. Ik doe het")
    again = await stage.taps_in("Familie", "Els", "2. Ik doe het")
    assert shown["url"] == again["url"]  # one code a group, however often people tap
    assert stage.stored(lambda store: count(store, "address")) == people
    assert stage.fake.seen("Els") == []
    code = shown["url"].partition("start=")[2]
    await stage.says("Els", f"/start {code}", "Is dat goed?")
    await stage.taps("Els", "Ja", "Ik heb gevraagd")
    waiting = await stage.taps_in("Familie", "Els", "1. Ik doe het")
    assert waiting["show_alert"] is True
    await stage.until(lambda: "Els" in stage.fake.last("Anna").text)
    await stage.taps("Anna", "Ja, welkom", "doet mee")
    await stage.taps_in("Familie", "Els", "1. Ik doe het")
    await stage.board("Familie", "huisarts: Els")


async def test_a_group_that_becomes_a_supergroup_is_followed_as_it_is_told(stage: Served) -> None:
    await tied(stage)
    stage.fake.migrates("Familie", told=True)
    board = await stage.board("Familie", "huisarts")
    await stage.taps_in("Familie", "Anna", "1. Ik doe het")
    changed = await stage.board("Familie", "huisarts: Anna")
    assert changed.id == board.id
    assert stage.stored(lambda store: len(store.tied_groups())) == 1


async def test_a_group_that_becomes_a_supergroup_is_followed_as_sending_finds_out(stage: Served) -> None:
    await tied(stage)
    stage.fake.migrates("Familie")
    assert stage.fake.seen("Familie") == []
    await stage.says("Anna", "ik doe donderdag de huisarts", "Fijn")
    await stage.later(timedelta(seconds=1))
    await stage.board("Familie", "huisarts: Anna")
    assert stage.stored(lambda store: len(store.tied_groups())) == 1


async def test_a_group_that_takes_the_bot_out_is_tied_no_more_and_the_organiser_hears_it_once(stage: Served) -> None:
    await tied(stage)
    stage.fake.removes_bot("Riet", "Familie")
    await stage.until(lambda: "uit de groep" in stage.fake.last("Anna").text)
    await stage.says("Anna", "ik doe donderdag de huisarts", "Fijn")
    await stage.arrived()
    assert sum("uit de groep" in seen.text for seen in stage.fake.seen("Anna")) == 1
    assert stage.stored(lambda store: store.tied_groups()) == []
    calls = len(stage.fake.called("sendMessage"))
    await stage.later(timedelta(days=2))
    assert all(call.status == 200 for call in stage.fake.called("sendMessage")[calls:])


async def test_a_bot_that_was_taken_out_unheard_finds_out_when_it_speaks(stage: Served) -> None:
    await tied(stage)
    update = stage.fake.removes_bot("Riet", "Familie")
    await stage.arrived()
    stage.fake.delivers(update)  # and delivered twice it tells nobody again
    await stage.says("Anna", "ik doe donderdag de huisarts", "Fijn")
    await stage.arrived()
    assert sum("uit de groep" in seen.text for seen in stage.fake.seen("Anna")) == 1


async def test_thirty_changes_in_a_minute_keep_to_what_a_group_may_get_and_end_with_the_newest(stage: Served) -> None:
    await tied(stage)
    for _ in range(15):
        await stage.says("Anna", "ik doe donderdag de huisarts", "Fijn")
        await stage.taps("Anna", "Ongedaan maken", "")
        await stage.service.program.settle()
    await stage.says("Anna", "ik doe zaterdag de boodschappen", "Fijn")
    await stage.later(timedelta(minutes=2))
    await stage.board("Familie", "boodschappen: Anna")
    assert "huisarts: Anna" not in stage.fake.last("Familie").text
    assert [call for call in stage.fake.calls if call.status == 429] == []


async def test_what_people_say_to_each_other_in_a_group_is_neither_answered_nor_kept(stage: Served) -> None:
    await tied(stage)
    stage.fake.privacy = False  # an administrator hears everything
    said, kept = len(stage.fake.seen("Familie")), stage.stored(whole_store)
    for words in ("Wie kan er zaterdag?", "ik doe donderdag wel", "ja", "1", "Piet is ziek, hij heeft griep"):
        stage.fake.says("Riet", words, group="Familie")
    stage.fake.sends("Riet", group="Familie", photo=[{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}])
    await stage.arrived()
    assert len(stage.fake.seen("Familie")) == said
    now = stage.stored(whole_store)
    assert {table for table in now if now[table] != kept[table]} <= {"inbound"}
    assert "griep" not in str(now)


async def test_a_command_in_a_group_is_pointed_to_the_private_chat_now_and_then(stage: Served) -> None:
    await tied(stage)
    await stage.later(timedelta(hours=2))
    said = len(stage.fake.seen("Familie"))
    for command in ("/rooster", "/help", f"/open@{USERNAME}", "/koppel@other_bot"):
        stage.fake.says("Riet", command, group="Familie")
    await stage.arrived()
    new = stage.fake.seen("Familie")[said:]
    assert len(new) == 1
    assert "privé" in new[0].text


async def test_an_administrator_who_stays_anonymous_hears_what_to_do(stage: Served) -> None:
    await circle(stage)
    stage.fake.group("Familie")
    stage.fake.says_as_the_group("/koppel", "Familie")
    await stage.board("Familie", "anoniem")
    await stage.later(timedelta(minutes=2))
    stage.fake.says("Anna", "/koppel", group="Familie")
    await stage.until(lambda: "Familie" in stage.fake.last("Anna").text)
    await stage.taps("Anna", "Ja, koppel", "Gekoppeld")
    await stage.board("Familie", "huisarts")
    stage.fake.says_as_the_group("/ontkoppel", "Familie")
    await stage.arrived()
    assert stage.stored(lambda store: len(store.tied_groups())) == 1


async def test_two_groups_stay_apart(stage: Served) -> None:
    """A button of one group does nothing in another, whoever makes its data up."""
    board = await tied(stage)
    stage.fake.group("Buren")
    assert board.markup is not None
    data = board.markup["inline_keyboard"][0][0]["callback_data"]
    stage.fake.taps_data("Anna", data, board.id, group="Buren")
    await stage.arrived()
    assert "Anna" not in (await stage.board("Familie", "huisarts")).text
    assert stage.fake.seen("Buren") == []


def count(store: Store, table: str) -> int:
    return int(store.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def whole_store(store: Store) -> dict[str, list[Any]]:
    from storage.tables import metadata

    return {t.name: list(store.connection.execute(t.select())) for t in metadata.sorted_tables}
