"""What can go wrong on the way to Telegram, and what of it no log line holds."""

from __future__ import annotations

import logging

import pytest
import structlog

from bot.channels.telegram import Telegram
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Outgoing, Reply
from tests.fakes.bot_api import BotApi, Fault
from tests.telegram.echo import NOW, Echo, failure, polling, telegram

YES_NO = (Choice("Ja", "yes"), Choice("Nee", "no"))


async def test_somebody_who_blocked_the_bot_is_not_tried_again(fake: BotApi, channel: Telegram, piet: str) -> None:
    fake.blocks("Piet")
    error = await failure(channel, piet)
    assert (error.reason, error.permanent) == ("blocked", True)


@pytest.mark.parametrize("chat", ["424242", "no-chat-at-all", "", "12³", "--5"])
async def test_a_chat_that_does_not_exist_is_gone(channel: Telegram, chat: str) -> None:
    error = await failure(channel, chat)
    assert (error.reason, error.permanent) == ("gone", True)


async def test_somebody_who_left_telegram_is_gone(fake: BotApi, channel: Telegram, piet: str) -> None:
    fake.leaves_telegram("Piet")
    error = await failure(channel, piet)
    assert (error.reason, error.permanent) == ("gone", True)


async def test_a_group_that_removed_the_bot_is_closed(fake: BotApi, channel: Telegram) -> None:
    fake.says("Piet", "hoi", group="Familie")
    fake.removes_bot("Piet", "Familie")
    error = await failure(channel, fake.chat_id("Familie"))
    assert (error.reason, error.permanent) == ("blocked", True)


async def test_a_group_where_the_bot_may_not_write_is_closed(fake: BotApi, channel: Telegram, piet: str) -> None:
    body = b'{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send text messages"}'
    fake.fails("sendMessage", Fault(400, body))
    error = await failure(channel, piet)
    assert (error.reason, error.permanent) == ("blocked", True)


async def test_a_flood_says_how_long_to_wait(fake: BotApi, channel: Telegram, piet: str) -> None:
    fake.floods("sendMessage", retry_after=17)
    error = await failure(channel, piet)
    assert (error.reason, error.permanent, error.retry_after) == ("flood", False, 17)


async def test_what_telegram_refuses_will_not_get_better(fake: BotApi, channel: Telegram, piet: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(Outgoing(piet, Reply("Dag", (Choice("Ja", "x" * 65),))))
    assert (caught.value.reason, caught.value.permanent) == ("refused", True)
    assert fake.refused[-1].description == "Bad Request: BUTTON_DATA_INVALID"


async def test_nothing_to_say_is_refused_without_a_call(fake: BotApi, channel: Telegram, piet: str) -> None:
    error = await failure(channel, piet, "  \n ")
    assert (error.reason, error.permanent) == ("refused", True)
    assert not fake.called("sendMessage")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_service_that_is_down_is_tried_again(fake: BotApi, channel: Telegram, piet: str, status: int) -> None:
    fake.breaks("sendMessage", status=status)
    error = await failure(channel, piet)
    assert (error.reason, error.permanent, error.retry_after) == ("server", False, None)
    await channel.send(Outgoing(piet, Reply("Dag")))
    assert fake.last("Piet").text == "Dag"


@pytest.mark.parametrize("body", [b"\xff\x00", b"[]", b'{"ok":true}', b'{"ok":true,"result":{"message_id":"x"}}', b""])
async def test_a_garbled_answer_is_tried_again(fake: BotApi, channel: Telegram, piet: str, body: bytes) -> None:
    fake.babbles("sendMessage", body)
    error = await failure(channel, piet)
    assert (error.reason, error.permanent) == ("server", False)


async def test_silence_is_a_timeout(fake: BotApi) -> None:
    channel = telegram(fake, timeout=0.1)
    fake.says("Piet", "hoi")
    fake.hangs("sendMessage", seconds=0.5)
    error = await failure(channel, fake.chat_id("Piet"))
    assert (error.reason, error.permanent) == ("timeout", False)
    await channel.close()


async def test_no_network_is_tried_again() -> None:
    channel = Telegram("1:" + "a" * 30, clock=lambda: NOW, base_url="http://127.0.0.1:9/bot")
    error = await failure(channel, "7001")
    assert (error.reason, error.permanent) == ("server", False)
    await channel.close()


async def test_a_withdrawn_token_is_not_the_messages_fault(fake: BotApi, piet: str) -> None:
    channel = telegram(fake, token="1:a-token-that-was-withdrawn-long-ago")
    error = await failure(channel, piet)
    assert (error.reason, error.permanent) == ("token", False)
    await channel.close()


async def test_a_reply_that_broke_off_goes_on_where_it_was(fake: BotApi, channel: Telegram, piet: str) -> None:
    outgoing = Outgoing(piet, Reply("Beurt.\n" * 1000, YES_NO))
    await channel.send(outgoing)
    whole = [seen.text for seen in fake.seen("Piet")]
    files = (Attachment("a.ics", "text/calendar", b"A"), Attachment("b.ics", "text/calendar", b"B"))
    broken = Outgoing(piet, Reply("Beurt.\n" * 1000, YES_NO, files))
    fake.breaks("sendMessage")
    with pytest.raises(DeliveryError):
        await channel.send(broken)
    await channel.send(broken)
    after = fake.seen("Piet")[len(whole) :]
    assert [(seen.file, seen.text) for seen in after] == [("a.ics", ""), ("b.ics", ""), *(("", text) for text in whole)]


async def test_a_group_that_moved_says_where_to(fake: BotApi, channel: Telegram) -> None:
    fake.says("Piet", "hoi", group="Familie")
    old, new = fake.migrates("Familie")
    error = await failure(channel, str(old))
    assert (error.reason, error.moved_to, error.permanent) == ("moved", str(new), False)
    await channel.send(Outgoing(str(new), Reply("Dag allemaal")))
    assert [seen.text for seen in fake.seen("Familie")] == ["Dag allemaal"]


async def test_no_log_line_holds_words_names_numbers_or_the_token(
    fake: BotApi, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    channel = telegram(fake, timeout=0.2, poll_seconds=0)
    echo = Echo(channel)
    failing = True

    async def sometimes(inbound: Inbound) -> None:
        if failing:
            raise ValueError(inbound.text)

    echo.before = sometimes
    fake.person("Geheimpje", id=987654321)
    fake.says("Geheimpje", "mijn moeder is gevallen")
    fake.babbles("getUpdates", b'{"mijn moeder is gevallen')
    fake.babbles("sendMessage", b"mijn moeder is gevallen")
    with structlog.testing.capture_logs() as lines:
        async with polling(channel, echo):
            await fake.until(lambda: channel.counts["not_committed"])
            failing = False
            await fake.until(lambda: echo.got)
    await channel.close()
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("uvicorn")]  # the double's
    said = f"{lines} {ours} {capsys.readouterr()}"
    assert "telegram_not_committed" in said
    for secret in ("moeder", "gevallen", "Geheimpje", "987654321", "fake-token"):
        assert secret not in said
