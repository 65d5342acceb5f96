"""What Twilio posts to us: messages, what became of ours, and what no stranger may break."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.channels.whatsapp import WhatsApp
from bot.messages import Choice, Inbound, Kind, Outgoing, Receipt, Reply
from tests.fakes.twilio import Twilio
from tests.whatsapp.echo import FATIMA, NOW, PIET, Echo, labels

JA_NEE = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))


# Messages


async def test_piet_writes_and_gets_an_answer_with_buttons(fake: Twilio, echo: Echo) -> None:
    assert await fake.says("Piet", "wie komt er vanavond?") == 200
    [got] = echo.got
    assert (got.channel, got.chat, got.name, got.kind) == ("whatsapp", PIET, "Piet", Kind.TEXT)
    assert got.text == "wie komt er vanavond?"
    [seen] = fake.phones[PIET]
    assert (seen.text, seen.labels) == ("Je zei: wie komt er vanavond?", ["Ja", "Nee"])
    assert fake.refused == []


async def test_a_tapped_button_comes_back_as_its_choice(fake: Twilio, echo: Echo) -> None:
    await fake.says("Piet", "hoi")
    await fake.taps("Piet", "Nee")
    tap = echo.got[-1]
    assert (tap.kind, tap.choice, tap.text) == (Kind.TAP, "7.1", "Nee")


async def test_an_item_of_a_list_comes_back_as_its_choice(fake: Twilio, echo: Echo) -> None:
    echo.choices = labels(5)
    await fake.says("Piet", "hoi")
    assert fake.phones[PIET][-1].as_list
    await fake.taps("Piet", "do 3 mrt 14:30")
    assert (echo.got[-1].kind, echo.got[-1].choice) == (Kind.TAP, "7.3")


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"NumMedia": "1", "MediaContentType0": "audio/ogg", "MessageType": "audio"}, Kind.VOICE),
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg", "MessageType": "image"}, Kind.PHOTO),
        ({"NumMedia": "1", "MediaContentType0": "image/webp", "MessageType": "sticker"}, Kind.STICKER),
        ({"NumMedia": "1", "MediaContentType0": "video/mp4"}, Kind.OTHER),
        ({"NumMedia": "1", "MediaContentType0": "text/vcard"}, Kind.OTHER),
        ({"Latitude": "52.09", "Longitude": "5.12", "MessageType": "location"}, Kind.LOCATION),
        ({"Forwarded": "true"}, Kind.FORWARDED),
        ({}, Kind.OTHER),
    ],
)
async def test_what_has_no_words_keeps_its_kind(fake: Twilio, echo: Echo, more: dict[str, str], kind: Kind) -> None:
    assert await fake.says("Piet", "doorgestuurd" if kind is Kind.FORWARDED else "", **more) == 200
    assert echo.got[0].kind is kind


async def test_a_photo_of_20_mb_is_never_fetched_and_keeps_its_caption(fake: Twilio, echo: Echo) -> None:
    assert await fake.says("Piet", "hier staat de week", **fake.photo(20 * 1024 * 1024)) == 200
    assert (echo.got[0].kind, echo.got[0].text) == (Kind.PHOTO, "hier staat de week")
    assert fake.fetched == []


@pytest.mark.parametrize("signature", ["", "bm90IG91cnM=", "é"])
async def test_a_wrong_signature_gets_403_and_nothing_is_received(fake: Twilio, echo: Echo, signature: str) -> None:
    form = fake.form("Piet", "hoi")
    assert await fake.post("/whatsapp", form, signature=signature) == 403
    assert await fake.post("/whatsapp/status?owed=1", form, signature=signature) == 403
    assert echo.got == []
    assert echo.receipts == []


async def test_a_signature_for_another_address_or_another_text_is_wrong(fake: Twilio, echo: Echo) -> None:
    form = fake.form("Piet", "ik doe het")
    assert await fake.post("/whatsapp", form, signed_for="https://elders.example.org") == 403
    signature = fake._validator.compute_signature("https://zorgkring.example.org/whatsapp", form)
    assert await fake.post("/whatsapp", {**form, "Body": "ik doe het niet"}, signature=signature) == 403
    assert await fake.post("/whatsapp", {**form, "From": f"whatsapp:{FATIMA}"}, signature=signature) == 403
    assert await fake.post("/whatsapp", {**form, "AccountSid": "AC" + "b" * 32}) == 403
    assert echo.got == []


async def test_what_is_no_form_of_a_person_is_answered_and_forgotten(fake: Twilio, echo: Echo) -> None:
    form = fake.form("Piet", "hoi")
    assert await fake.post("/whatsapp", {**form, "From": "+31612345678"}) == 200
    assert await fake.post("/whatsapp", {**form, "MessageSid": "x" * 2000}) == 200
    assert await fake.post("/whatsapp", {**form, "From": "whatsapp:0612345678"}) == 200
    assert echo.got == []


async def test_a_message_that_could_not_be_committed_is_left_to_twilio(fake: Twilio, echo: Echo) -> None:
    async def full(inbound: Inbound) -> None:
        raise OSError("no space left")

    echo.before = full
    form = fake.form("Piet", "hoi")
    assert await fake.post("/whatsapp", form) == 503
    echo.before = None
    assert await fake.post("/whatsapp", form) == 200
    assert echo.got[0].text == "hoi"


async def test_twilio_is_answered_in_time_however_long_it_takes(
    fake: Twilio, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.whatsapp_arrivals.ANSWER_WITHIN", 0.05)
    slow = asyncio.Event()

    async def wait(inbound: Inbound) -> None:
        await slow.wait()

    echo.before = wait
    assert await fake.says("Piet", "hoi") == 503
    slow.set()
    for _ in range(6000):
        await asyncio.sleep(0.01)
        if fake.phones[PIET]:
            break
    assert [got.text for got in echo.got] == ["hoi"]  # and a second try of Twilio's finds it there


async def test_500_messages_in_a_minute_from_one_number_all_arrive_in_order(fake: Twilio, echo: Echo) -> None:
    echo.silent = True
    answers = [await fake.says("Piet", f"bericht {number}") for number in range(500)]
    assert set(answers) == {200}
    assert [got.text for got in echo.got] == [f"bericht {number}" for number in range(500)]


# Receipts


async def test_status_callbacks_say_what_became_of_a_message(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    sid = await channel.send(Outgoing(PIET, Reply("hoi"), owed=12))
    assert set(await fake.deliver()) == {204}
    assert [(r.owed, r.provider_id, r.status) for r in echo.receipts] == [
        (12, sid, "sent"),
        (12, sid, "delivered"),
        (12, sid, "read"),
    ]


async def test_a_failure_that_comes_later_carries_its_reason(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    fake.lost[PIET] = 63024
    await channel.send(Outgoing(PIET, Reply("hoi"), owed=12))
    await fake.deliver()
    [receipt] = echo.receipts
    assert receipt.status == "failed"
    assert receipt.error is not None
    assert (receipt.error.reason, receipt.error.permanent) == ("gone", True)


async def test_a_text_outside_the_window_fails_with_the_window_as_its_reason(
    fake: Twilio, channel: WhatsApp, echo: Echo
) -> None:
    fake.last_in[PIET] = NOW - timedelta(hours=25)
    await channel.send(Outgoing(PIET, Reply("hoi"), owed=12))
    await fake.deliver()
    assert echo.receipts[0].error is not None
    assert echo.receipts[0].error.reason == "window"


async def test_a_forged_or_odd_status_callback_does_nothing(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    sid = await channel.send(Outgoing(PIET, Reply("hoi"), owed=12))
    url, form = fake.callbacks[1]
    fake.callbacks.clear()
    signature = fake._validator.compute_signature(url, form)
    assert await fake.post("/whatsapp/status?owed=13", form, signature=signature) == 403  # another row
    assert await fake.post(url, {**form, "MessageStatus": "failed"}, signature=signature) == 403
    for odd in ({"MessageStatus": "weird"}, {"MessageSid": "nope"}):
        assert await fake.post(url, {**form, **odd}) == 204
    for query in ("", "?owed=", "?owed=-1", "?owed=abc", "?owed=" + "9" * 40):
        assert await fake.post(f"/whatsapp/status{query}", form) == 204
    assert echo.receipts == []
    assert await fake.post(url, form) == 204  # as Twilio itself says it, it counts
    assert [(receipt.owed, receipt.provider_id) for receipt in echo.receipts] == [(12, sid)]


async def test_a_receipt_is_answered_in_time_however_long_it_takes(
    fake: Twilio, channel: WhatsApp, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    await channel.send(Outgoing(PIET, Reply("hoi"), owed=12))
    monkeypatch.setattr("bot.channels.whatsapp_arrivals.ANSWER_WITHIN", 0.05)
    never = asyncio.Event()

    async def wait(receipt: Receipt) -> bool:
        return await never.wait()

    monkeypatch.setattr(echo, "report", wait)
    assert set(await fake.deliver()) == {204, 503}  # what is only queued tells nothing
