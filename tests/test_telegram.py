"""Telegram over HTTP: what people send arrives, what the program says is seen, and trouble loses nothing."""

from __future__ import annotations

import asyncio
import logging
import struct
import zlib
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog

from bot.channels.telegram import Telegram
from bot.messages import Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing, Reply
from tests.fakes.bot_api import USERNAME, BotApi, Fault
from tests.telegram_fixtures import COMMANDS, NOW, Echo, polling, telegram

YES_NO = (Choice("Ja", "yes"), Choice("Nee", "no"))


@pytest.fixture
def fake() -> Iterator[BotApi]:
    with BotApi() as fake:
        yield fake


@pytest.fixture
async def channel(fake: BotApi) -> AsyncIterator[Telegram]:
    channel = telegram(fake)
    yield channel
    await channel.close()


@pytest.fixture
def echo(channel: Telegram) -> Echo:
    return Echo(channel)


@pytest.fixture
def piet(fake: BotApi) -> str:
    """Piet's chat, in which he has said hello."""
    fake.says("Piet", "hoi")
    return fake.chat_id("Piet")


async def failure(channel: Telegram, chat: str, text: str = "Dag") -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(Outgoing(chat, Reply(text)))
    return caught.value


# Setting up


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


# Polling


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


# Rendering


async def test_markup_characters_in_a_name_are_harmless(fake: BotApi, channel: Telegram, piet: str) -> None:
    text = "Dag <b>Jan_&*[x](y)` <script>\nhttps://zorg.example/een_twee"
    await channel.send(Outgoing(piet, Reply(text, YES_NO)))
    assert fake.last("Piet").text == text
    call = fake.called("sendMessage")[-1]
    assert "parse_mode" not in call.fields
    assert call.fields["link_preview_options"] == {"is_disabled": True}


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(
    fake: BotApi, channel: Telegram, piet: str
) -> None:
    lines = [f"Regel {n}: boodschappen voor Nel 🛒, om tien uur bij de winkel." for n in range(200)]
    number = await channel.send(Outgoing(piet, Reply("\n".join(lines), YES_NO)))
    seen = fake.seen("Piet")
    assert len(seen) > 2
    assert "\n".join(part.text for part in seen).split("\n") == lines
    assert [part.buttons for part in seen] == [[]] * (len(seen) - 1) + [[["Ja", "Nee"]]]
    assert number == str(seen[-1].id)
    assert not fake.refused


async def test_ten_thousand_emoji_are_not_cut_in_half(fake: BotApi, channel: Telegram, piet: str) -> None:
    await channel.send(Outgoing(piet, Reply("🙂" * 10_000)))
    assert "".join(part.text for part in fake.seen("Piet")) == "🙂" * 10_000
    assert not fake.refused


async def test_short_labels_stand_side_by_side_and_long_ones_alone(fake: BotApi, channel: Telegram, piet: str) -> None:
    labels = ["Ja", "Nee", "Meer lezen", "do 6 mrt 14:30", "Fatima vragen"]
    choices = tuple(Choice(label, f"c{n}") for n, label in enumerate(labels))
    await channel.send(Outgoing(piet, Reply("Wat past?", choices)))
    assert fake.last("Piet").buttons == [["Ja", "Nee"], ["Meer lezen"], ["do 6 mrt 14:30"], ["Fatima vragen"]]


async def test_four_short_labels_make_two_rows_of_two(fake: BotApi, channel: Telegram, piet: str) -> None:
    choices = tuple(Choice(f"ma {n}", str(n)) for n in range(4))
    await channel.send(Outgoing(piet, Reply("Wanneer?", choices)))
    assert fake.last("Piet").buttons == [["ma 0", "ma 1"], ["ma 2", "ma 3"]]


# Files


async def test_a_calendar_goes_as_a_file_with_the_text_and_buttons_under_it(
    fake: BotApi, channel: Telegram, piet: str
) -> None:
    calendar = Attachment("rooster.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    number = await channel.send(Outgoing(piet, Reply("Het rooster van Nel.", YES_NO, (calendar,))))
    seen = fake.last("Piet")
    assert (seen.file, seen.data, seen.text) == ("rooster.ics", calendar.data, "Het rooster van Nel.")
    assert seen.buttons == [["Ja", "Nee"]]
    assert number == str(seen.id)
    assert len(fake.seen("Piet")) == 1


async def test_a_picture_goes_as_a_photo(fake: BotApi, channel: Telegram, piet: str) -> None:
    await channel.send(Outgoing(piet, Reply("Scan mij.", (), (Attachment("qr.png", "image/png", png(50, 50)),))))
    assert fake.last("Piet").is_photo
    assert fake.last("Piet").data == png(50, 50)


async def test_a_picture_that_telegram_will_not_show_goes_as_a_file(fake: BotApi, channel: Telegram, piet: str) -> None:
    await channel.send(Outgoing(piet, Reply("Lang.", (), (Attachment("a.png", "image/png", png(2, 2000)),))))
    assert not fake.last("Piet").is_photo
    assert fake.last("Piet").file == "a.png"


async def test_a_long_text_stays_apart_from_its_files_with_the_buttons_last(
    fake: BotApi, channel: Telegram, piet: str
) -> None:
    files = (Attachment("a.ics", "text/calendar", b"A"), Attachment("b.ics", "text/calendar", b"B"))
    await channel.send(Outgoing(piet, Reply("Beurt.\n" * 300, YES_NO, files)))
    assert [seen.file for seen in fake.seen("Piet")] == ["a.ics", "b.ics", ""]
    assert fake.last("Piet").buttons == [["Ja", "Nee"]]


async def test_a_file_without_words_keeps_its_buttons(fake: BotApi, channel: Telegram, piet: str) -> None:
    await channel.send(Outgoing(piet, Reply("", YES_NO, (Attachment("a.ics", "text/calendar", b"A"),))))
    assert (fake.last("Piet").file, fake.last("Piet").labels) == ("a.ics", ["Ja", "Nee"])


# Editing in place


async def test_an_edit_that_changes_nothing_is_fine(fake: BotApi, channel: Telegram, piet: str) -> None:
    number = await channel.send(Outgoing(piet, Reply("Dag", YES_NO)))
    assert await channel.send(Outgoing(piet, Reply("Dag", YES_NO), edits=number)) == number
    assert len(fake.seen("Piet")) == 1


@pytest.mark.parametrize("edits", ["999999", "not-a-number"])
async def test_a_message_that_is_gone_is_said_anew(fake: BotApi, channel: Telegram, piet: str, edits: str) -> None:
    number = await channel.send(Outgoing(piet, Reply("Dag", YES_NO), edits=edits))
    assert number == str(fake.last("Piet").id)


async def test_a_file_loses_its_buttons_and_the_answer_is_said_anew(fake: BotApi, channel: Telegram, piet: str) -> None:
    file = Attachment("a.ics", "text/calendar", b"A")
    number = await channel.send(Outgoing(piet, Reply("Klopt het?", YES_NO, (file,))))
    await channel.send(Outgoing(piet, Reply("Mooi."), edits=number))
    first, second = fake.seen("Piet")
    assert (first.text, first.buttons) == ("Klopt het?", [])
    assert second.text == "Mooi."


async def test_an_edit_with_a_file_changes_the_text_and_sends_the_file_after(
    fake: BotApi, channel: Telegram, piet: str
) -> None:
    number = await channel.send(Outgoing(piet, Reply("Rooster?", YES_NO)))
    file = Attachment("a.ics", "text/calendar", b"A")
    assert await channel.send(Outgoing(piet, Reply("Hier is het.", (), (file,)), edits=number)) == number
    assert [(seen.text, seen.file) for seen in fake.seen("Piet")] == [("Hier is het.", ""), ("", "a.ics")]


# What can go wrong


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


# Privacy


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


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
