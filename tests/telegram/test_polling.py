"""Updates on their way in: nothing is forgotten before it is committed, and trouble loses nothing."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.telegram import Telegram
from bot.messages import Choice, DeliveryError, Inbound, Kind
from tests.fakes.bot_api import USERNAME, BotApi, Fault
from tests.telegram.echo import COMMANDS, Echo, polling, telegram

YES_NO = (Choice("Ja", "yes"), Choice("Nee", "no"))


async def test_setup_learns_the_name_sets_the_menu_and_polls_without_a_public_url(
    fake: BotApi, channel: Telegram
) -> None:
    fake.webhook = {"url": "https://old.example/telegram"}
    await channel.setup(COMMANDS)
    assert channel.username == USERNAME
    assert [command["command"] for command in fake.commands] == ["help", "rooster"]
    assert fake.webhook == {"url": ""}
    assert not fake.refused


async def test_setup_sets_a_webhook_with_a_secret_where_there_is_a_public_url(fake: BotApi, channel: Telegram) -> None:
    await channel.setup(COMMANDS, "https://zorg.example/")
    assert fake.webhook["url"] == "https://zorg.example/telegram"
    assert fake.webhook["secret_token"] == channel.secret
    assert len(channel.secret) == 64
    assert "callback_query" in fake.webhook["allowed_updates"]


async def test_setup_says_so_when_the_token_is_wrong(fake: BotApi) -> None:
    channel = telegram(fake, token="1:a-token-that-was-withdrawn-long-ago")
    with pytest.raises(DeliveryError, match="token"):
        await channel.setup(COMMANDS)
    await channel.close()


async def test_people_type_and_tap_and_the_message_changes_in_place(
    fake: BotApi, channel: Telegram, echo: Echo
) -> None:
    async with polling(channel, echo):
        fake.says("Piet", "hoi")
        await fake.until(lambda: fake.seen("Piet"))
        assert fake.last("Piet").text == "Je zei: hoi"
        assert fake.last("Piet").buttons == [["Ja", "Nee"]]
        tap = fake.taps("Piet", "Ja")
        await fake.until(lambda: fake.last("Piet").edits)
    assert [(seen.text, seen.buttons) for seen in fake.seen("Piet")] == [("Je zei: Ja", [])]
    assert fake.acknowledged == [tap["callback_query"]["id"]]
    assert echo.got[1].choice == "yes"
    assert not fake.refused


async def test_a_tap_is_acknowledged_before_it_is_committed(fake: BotApi, channel: Telegram, echo: Echo) -> None:
    async def wait_for_the_spinner(inbound: Inbound) -> None:
        if inbound.kind is Kind.TAP:
            await fake.until(lambda: fake.acknowledged)

    echo.before = wait_for_the_spinner
    async with polling(channel, echo):
        fake.says("Piet", "hoi")
        await fake.until(lambda: fake.seen("Piet"))
        fake.taps("Piet", "Ja")
        await fake.until(lambda: len(echo.got) == 2)


async def test_a_tap_that_is_too_old_to_acknowledge_still_counts(fake: BotApi, channel: Telegram, echo: Echo) -> None:
    fake.says("Piet", "hoi")
    async with polling(channel, echo):
        await fake.until(lambda: fake.seen("Piet"))
    tap = fake.taps("Piet", "Ja")
    fake.stale_taps.add(tap["callback_query"]["id"])
    async with polling(channel, echo):
        await fake.until(lambda: channel.counts["acknowledge_failed"])
        await fake.until(lambda: fake.last("Piet").text == "Je zei: Ja")


async def test_each_update_is_confirmed_only_after_it_was_committed(
    fake: BotApi, channel: Telegram, echo: Echo
) -> None:
    trouble = 3
    confirmed_early: list[bool] = []

    async def locked(inbound: Inbound) -> None:
        nonlocal trouble
        confirmed_early.append(int(inbound.external_id) not in fake.unconfirmed)
        if inbound.text == "twee" and trouble:
            trouble -= 1
            raise OSError("disk full")

    echo.before = locked
    for text in ("een", "twee", "drie"):
        fake.says("Piet", text)
    fake.says("Anna", "vier")
    async with polling(channel, echo):
        await fake.until(lambda: len(echo.got) == 4)
        await fake.until(lambda: not fake.unconfirmed)
    assert not any(confirmed_early)
    assert [inbound.text for inbound in echo.got if inbound.name == "Piet"] == ["een", "twee", "drie"]
    assert echo.texts.index("vier") < echo.texts.index("twee")  # Anna does not wait for Piet
    assert [seen.text for seen in fake.seen("Piet")] == ["Je zei: een", "Je zei: twee", "Je zei: drie"]


async def test_what_was_not_committed_comes_again_after_a_restart(fake: BotApi, channel: Telegram, echo: Echo) -> None:
    async def crash(_: Inbound) -> None:
        raise OSError("disk full")

    fake.says("Piet", "kan ik donderdag ruilen?")
    echo.before = crash
    async with polling(channel, echo):
        await fake.until(lambda: channel.counts["not_committed"] >= 2)
    assert echo.got == []
    reborn = telegram(fake)
    after = Echo(reborn)
    async with polling(reborn, after):
        await fake.until(lambda: after.texts == ["kan ik donderdag ruilen?"])
    await reborn.close()


async def test_words_that_break_something_do_not_hold_up_the_rest_and_still_get_an_answer(
    fake: BotApi, channel: Telegram, echo: Echo
) -> None:
    async def poisoned(inbound: Inbound) -> None:
        if inbound.text == "gif":
            raise ValueError

    echo.before = poisoned
    fake.says("Piet", "gif")
    fake.says("Piet", "en verder?")
    async with polling(channel, echo):
        await fake.until(lambda: len(echo.got) == 2)
    assert [(inbound.kind, inbound.text) for inbound in echo.got] == [(Kind.OTHER, ""), (Kind.TEXT, "en verder?")]
    assert channel.counts["words_given_up"] == 1


async def test_after_a_long_outage_the_words_arrive_whole(fake: BotApi, channel: Telegram, echo: Echo) -> None:
    down = True

    async def locked(_: Inbound) -> None:
        if down:
            raise OSError

    echo.before = locked
    fake.says("Piet", "ik kom wat later")
    async with polling(channel, echo):
        await fake.until(lambda: channel.counts["not_committed"] >= 7)
        down = False
        await fake.until(lambda: echo.got)
    assert echo.texts == ["ik kom wat later"]


async def test_the_same_update_twice_and_out_of_order_is_handed_over_with_the_same_id(
    fake: BotApi, channel: Telegram, echo: Echo
) -> None:
    first = fake.says("Piet", "een")
    second = fake.says("Piet", "twee")
    async with polling(channel, echo):
        await fake.until(lambda: len(echo.got) == 2)
        fake.delivers(second)
        fake.delivers(first)
        fake.says("Piet", "drie")
        await fake.until(lambda: len(echo.got) == 3)
    assert echo.texts == ["een", "twee", "drie"]


@pytest.mark.parametrize("trouble", ["flood", "server", "garbage", "half a JSON", "no result", "hang", "conflict"])
async def test_polling_survives(fake: BotApi, echo: Echo, trouble: str) -> None:
    channel = telegram(fake, timeout=0.2 if trouble == "hang" else 30, poll_seconds=0)
    echo = Echo(channel)
    match trouble:
        case "flood":
            fake.floods("getUpdates", retry_after=1)
        case "server":
            fake.breaks("getUpdates", times=3)
        case "garbage":
            fake.babbles("getUpdates", times=2)
        case "half a JSON":
            fake.babbles("getUpdates", b'{"ok":true,"resu', times=2)
        case "no result":
            fake.babbles("getUpdates", b'{"ok":true}')
            fake.babbles("getUpdates", b"[]")
            fake.babbles("getUpdates", b'{"ok":true,"result":{}}')
            fake.babbles("getUpdates", b'{"ok":true,"result":[{"update_id":"seven"},null]}')
        case "hang":
            fake.hangs("getUpdates", seconds=0.4)
        case "conflict":
            body = b'{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}'
            fake.fails("getUpdates", Fault(409, body))
    fake.says("Piet", "hoi")
    async with polling(channel, echo):
        await fake.until(lambda: fake.seen("Piet"))
    await channel.close()
    assert echo.texts == ["hoi"]


async def test_odd_updates_in_a_batch_do_not_spoil_the_rest(fake: BotApi, channel: Telegram, echo: Echo) -> None:
    fake.says("Piet", "voor")
    fake.delivers({"update_id": 500_000_900, "message": {"text": 7}})
    fake.delivers({"update_id": 500_000_901, "message": None})
    fake.delivers({"update_id": 500_000_902, "callback_query": {"id": "x"}})
    fake.delivers({"update_id": 500_000_903, "message": fake.says("Piet", "na")["message"]})
    async with polling(channel, echo):
        await fake.until(lambda: "na" in echo.texts)
    assert echo.texts[:2] == ["voor", "na"]


async def test_a_hundred_people_at_once_all_get_their_answer_in_order(
    fake: BotApi, channel: Telegram, echo: Echo
) -> None:
    echo.choices = ()
    for number in range(3):
        for person in range(40):
            fake.says(f"P{person}", f"{number}")
    async with polling(channel, echo):
        await fake.until(lambda: len(echo.got) == 120)
    for person in range(40):
        assert [seen.text for seen in fake.seen(f"P{person}")] == [f"Je zei: {number}" for number in range(3)]


async def test_stopping_does_not_wait_for_the_long_poll(channel: Telegram, echo: Echo) -> None:
    loop = asyncio.get_running_loop()
    async with polling(channel, echo):
        await asyncio.sleep(0.1)
        began = loop.time()
    assert loop.time() - began < 4.5  # the long poll lasts five seconds
