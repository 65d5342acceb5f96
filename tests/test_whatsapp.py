"""WhatsApp on a strict double of Twilio: what comes in, what goes out, and what no stranger may break."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.channels import Channel, Windowed
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_errors import delivery_error
from bot.channels.whatsapp_layout import TEXT_UNITS, one_line, split
from bot.messages import VIEW, Attachment, Choice, DeliveryError, Inbound, Kind, Outgoing, Receipt, Reply
from locales.templates import template_for, templates
from tests.fakes.twilio import Twilio
from tests.whatsapp_fixtures import FATIMA, NOW, PIET, Echo, app_of, reachable, whatsapp

JA_NEE = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))


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


async def refused(channel: WhatsApp, outgoing: Outgoing) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(outgoing)
    return caught.value


def labels(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"do {day} mrt 14:30", f"7.{day}") for day in range(count))


# What comes in


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


# What goes out


async def test_three_choices_are_buttons_ten_a_list_and_more_are_numbered(fake: Twilio, channel: WhatsApp) -> None:
    for count, as_list in ((1, False), (3, False), (4, True), (10, True)):
        await channel.send(Outgoing(PIET, Reply("Wanneer?", labels(count))))
        seen = fake.phones[PIET][-1]
        assert (len(seen.buttons), seen.as_list, seen.text) == (count, as_list, "Wanneer?")
    await channel.send(Outgoing(PIET, Reply("Wanneer?", labels(11))))
    seen = fake.phones[PIET][-1]
    assert seen.buttons == []
    assert seen.text.startswith("Wanneer?\n\n1. do 0 mrt 14:30\n2. do 1 mrt 14:30")
    assert fake.refused == []


async def test_buttons_are_made_once_and_hold_nothing_that_was_said(fake: Twilio, channel: WhatsApp) -> None:
    for name in ("Nel", "Truus"):
        await channel.send(Outgoing(PIET, Reply(f"Gaat het over {name}?", JA_NEE)))
        await channel.send(Outgoing(PIET, Reply(f"Welke dag voor {name}?", labels(6))))
    assert len(fake.made()) == 2
    assert "Nel" not in str(fake.made())


async def test_buttons_that_exist_already_are_found_after_a_restart(fake: Twilio, channel: WhatsApp) -> None:
    await channel.send(Outgoing(PIET, Reply("Goed?", JA_NEE)))
    again = whatsapp(fake)
    await again.refresh()
    await again.send(Outgoing(PIET, Reply("Zeker?", JA_NEE)))
    again.close()
    assert len(fake.made()) == 1


async def test_titles_that_do_not_fit_become_numbers(fake: Twilio, channel: WhatsApp) -> None:
    for wrong in ((Choice("een titel van ruim twintig tekens", "7.0"),), (Choice("Ja", "7.0"), Choice("Ja", "7.1"))):
        await channel.send(Outgoing(PIET, Reply("Goed?", wrong)))
        assert fake.phones[PIET][-1].text == "\n".join(
            ["Goed?", "", *(f"{i}. {c.label}" for i, c in enumerate(wrong, 1))]
        )
    assert fake.refused == []


async def test_buttons_that_twilio_does_not_make_become_numbers(fake: Twilio, channel: WhatsApp) -> None:
    fake.faults.append(("/v1/Content", 500, 20500))
    await channel.send(Outgoing(PIET, Reply("Goed?", JA_NEE)))
    assert fake.phones[PIET][-1].text == "Goed?\n\n1. Ja\n2. Nee"


async def test_buttons_that_somebody_threw_away_are_made_anew(fake: Twilio, channel: WhatsApp) -> None:
    await channel.send(Outgoing(PIET, Reply("Goed?", JA_NEE)))
    fake.contents.clear()
    await channel.send(Outgoing(PIET, Reply("Zeker?", JA_NEE)))
    assert fake.phones[PIET][-1].text == "Zeker?\n\n1. Ja\n2. Nee"
    await channel.send(Outgoing(PIET, Reply("Echt?", JA_NEE)))
    assert fake.phones[PIET][-1].labels == ["Ja", "Nee"]


async def test_a_long_text_is_cut_between_sentences_and_never_in_a_word(fake: Twilio, channel: WhatsApp) -> None:
    sentence = "Dinsdag om tien uur gaat Piet met Nel naar de huisarts in het dorp. "
    text = (sentence * 80).strip()
    ids = await channel.send(Outgoing(PIET, Reply(text, JA_NEE)))
    seen = fake.phones[PIET]
    assert ids == ",".join(one.sid for one in seen)
    assert " ".join(one.text for one in seen) == text
    assert all(one.text.endswith("dorp.") for one in seen)
    assert [one.labels for one in seen] == [[]] * (len(seen) - 1) + [["Ja", "Nee"]]
    assert fake.refused == []


@pytest.mark.parametrize(
    "text", ["woord " * 2000, "x" * 5000, "👵🏽" * 1500, "regel\n" * 1000, "alinea\n\n" * 900, "a " + "b" * 1700 + " c"]
)
def test_every_part_fits_and_nothing_is_lost(text: str) -> None:
    found = split(text)
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= TEXT_UNITS for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    if max(map(len, text.split())) < 1000:
        assert [word for part in found for word in part.split()] == text.split()


def test_one_line_for_a_template_holds_no_break_and_ends_at_a_word() -> None:
    assert one_line("Morgen\n10:00:\tboodschappen") == "Morgen 10:00: boodschappen"
    long = one_line("boodschappen " * 40)
    assert len(long) <= 240
    assert long.endswith("boodschappen…")


async def test_a_picture_goes_as_a_file_and_a_calendar_as_a_link(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    files = (Attachment("qr.png", "image/png", b"\x89PNG"), Attachment("rooster.ics", "text/calendar", b"BEGIN"))
    echo.files = {(12, 0): files[0], (12, 1): files[1]}
    await channel.send(Outgoing(PIET, Reply("Alsjeblieft.", attachments=files), owed=12))
    await fake.deliver()
    picture, said = fake.phones[PIET]
    assert (picture.file, picture.mime) == (b"\x89PNG", "image/png")
    text, link = said.text.split("\n\nrooster.ics: https://zorgkring.example.org")
    assert text == "Alsjeblieft."
    assert fake.app is not None
    answer = await fake.app.get(link)
    assert (answer.status_code, answer.content) == (200, b"BEGIN")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert fake.refused == []


async def test_the_address_of_a_file_cannot_be_guessed_and_expires(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    file = Attachment("rooster.ics", "text/calendar", b"BEGIN")
    echo.files = {(12, 0): file}
    await channel.send(Outgoing(PIET, Reply("Alsjeblieft.", attachments=(file,)), owed=12))
    path = fake.phones[PIET][-1].text.split("https://zorgkring.example.org")[1]
    assert fake.app is not None
    _, _, token, _ = path.split("/")
    for wrong in (token.replace("12.0", "12.1"), token.replace("12.0", "13.0"), token[:-1], "12.0", "x.y.z.q", "..."):
        assert (await fake.app.get(f"/media/{wrong}/rooster.ics")).status_code == 403, wrong
    assert (await fake.app.get(f"/media/{token}/anders.ics")).status_code == 404
    echo.files.clear()
    assert (await fake.app.get(path)).status_code == 404  # what was forgotten is gone
    echo.files = {(12, 0): file}
    channel._clock = lambda: NOW + timedelta(days=8)
    assert (await fake.app.get(path)).status_code == 403


async def test_a_file_above_the_limit_goes_as_a_link(fake: Twilio, channel: WhatsApp) -> None:
    big = Attachment("foto.png", "image/png", b"x" * (5 * 1024 * 1024 + 1))
    await channel.send(Outgoing(PIET, Reply("Kijk.", attachments=(big,)), owed=3))
    assert "foto.png: https://" in fake.phones[PIET][-1].text


async def test_a_reply_that_broke_off_goes_on_where_it_was(fake: Twilio, channel: WhatsApp) -> None:
    outgoing = Outgoing(PIET, Reply("zin. " * 800), owed=4)
    whole = len(split(outgoing.reply.text))
    original = channel._message
    tries = 0

    async def breaks_once(out: Outgoing, **what: Any) -> str:
        nonlocal tries
        tries += 1
        if tries == 2:
            raise DeliveryError("server")
        return await original(out, **what)

    channel._message = breaks_once  # type: ignore[method-assign, assignment]
    assert (await refused(channel, outgoing)).reason == "server"
    await channel.send(outgoing)
    assert len(fake.phones[PIET]) == whole


# What fails


@pytest.mark.parametrize("chat", ["banana", "0612345678", "+0612345678", "31612345678", "+316", "", "whatsapp:+316123"])
async def test_a_number_with_a_wrong_country_code_is_nobody(fake: Twilio, channel: WhatsApp, chat: str) -> None:
    error = await refused(channel, Outgoing(chat, Reply("hoi")))
    assert (error.reason, error.permanent) == ("gone", True)
    assert fake.calls == []


@pytest.mark.parametrize(
    ("status", "code", "reason", "permanent"),
    [
        (400, 21211, "gone", True),
        (400, 21614, "gone", True),
        (400, 21610, "stopped", True),
        (400, 63003, "gone", True),
        (400, 63016, "window", False),
        (429, 20429, "flood", False),
        (400, 63018, "flood", False),
        (401, 20003, "token", False),
        (500, 20500, "server", False),
        (503, 503, "server", False),
        (400, 12345, "refused", True),
    ],
)
async def test_what_twilio_refuses_is_translated(
    fake: Twilio, channel: WhatsApp, status: int, code: int, reason: str, permanent: bool
) -> None:
    fake.faults.append(("/Messages.json", status, code))
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    assert (error.reason, error.permanent) == (reason, permanent)
    assert (error.retry_after is not None) == (reason in ("flood", "token"))


@pytest.mark.parametrize("code", [63014, 63032, 63033, 63049, 30004])
def test_what_this_person_may_not_have_goes_another_way(code: int) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == ("blocked", True)


@pytest.mark.parametrize(
    ("code", "reason"), [(63019, "server"), (63038, "flood"), (63112, "token"), (63041, "template")]
)
def test_what_passes_is_tried_again(code: int, reason: str) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == (reason, False)


@pytest.mark.parametrize("code", [63024, 30006, 30005])
def test_nobody_behind_a_number_is_for_good(code: int) -> None:
    assert (delivery_error(code).reason, delivery_error(code).permanent) == ("gone", True)


async def test_a_wrong_key_is_the_hosts_to_mend_and_nothing_is_given_up(fake: Twilio) -> None:
    channel = whatsapp(fake, token="another-token")
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    channel.close()
    assert (error.reason, error.permanent) == ("token", False)


async def test_where_twilio_is_out_of_reach_it_is_tried_again(fake: Twilio) -> None:
    channel = whatsapp(fake)
    channel.client.http_client._base_url = "http://127.0.0.1:9"
    error = await refused(channel, Outgoing(PIET, Reply("hoi")))
    channel.close()
    assert (error.reason, error.permanent) == ("server", False)


async def test_an_error_of_twilio_is_not_quoted(
    fake: Twilio, channel: WhatsApp, capsys: pytest.CaptureFixture[str]
) -> None:
    error = await refused(channel, Outgoing("+31600000000", Reply("", (Choice("geheim", "1"),)), in_window=False))
    assert error.reason == "template"
    fake.faults.append(("/Messages.json", 400, 21211))
    error = await refused(channel, Outgoing(PIET, Reply("mijn geheim")))
    assert error.__cause__ is None
    said = capsys.readouterr()
    assert "geheim" not in said.out + said.err
    assert PIET not in said.out + said.err


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


# Templates


async def test_syncing_makes_and_submits_each_template_once(fake: Twilio, channel: WhatsApp) -> None:
    states = await channel.sync()
    assert set(states) == {"reminder", "ask", "overview", "invitation", "alert"}
    assert {state.status for state in states.values()} == {"approved"}
    made = len(fake.made())
    await channel.sync()
    assert len(fake.made()) == made == 5
    assert fake.refused == []


async def test_the_host_sees_what_is_pending_or_rejected_and_why(fake: Twilio, channel: WhatsApp) -> None:
    fake.approves = False
    states = await channel.sync()
    assert {state.status for state in states.values()} == {"pending"}
    fake.decide("rejected", "It looks like marketing.")
    states = await channel.refresh()
    assert (states["alert"].status, states["alert"].reason) == ("rejected", "It looks like marketing.")
    assert not channel.may_open("alert")


async def test_after_a_day_of_silence_only_the_template_goes(fake: Twilio, channel: WhatsApp, echo: Echo) -> None:
    await channel.sync()
    fake.last_in[PIET] = NOW - timedelta(days=3)
    reply = Reply(
        "Over een uur: huisarts.", JA_NEE, template="reminder", variables=("Piet", "Over een uur:\nhuisarts.")
    )
    await channel.send(Outgoing(PIET, reply, in_window=False, owed=12))
    await fake.deliver()
    [seen] = fake.phones[PIET]
    assert seen.text.startswith("Hoi Piet, een herinnering uit de zorgkring:\n\nOver een uur: huisarts.")
    assert seen.buttons == [("Bekijk", VIEW)]
    assert seen.template
    assert [receipt.status for receipt in echo.receipts] == ["sent", "delivered", "read"]
    await fake.taps("Piet", "Bekijk")
    assert (echo.got[-1].kind, echo.got[-1].choice) == (Kind.TAP, VIEW)


async def test_a_template_that_is_not_approved_waits(fake: Twilio, channel: WhatsApp) -> None:
    fake.approves = False
    await channel.sync()
    reply = Reply("Over een uur.", template="reminder", variables=("Piet", "Over een uur."))
    error = await refused(channel, Outgoing(PIET, reply, in_window=False))
    assert (error.reason, error.permanent) == ("template", False)
    assert not channel.may_open("reminder")


@pytest.mark.parametrize("name", ["reminder", "ask", "overview", "invitation", "alert"])
def test_a_template_reads_as_its_samples_say(name: str) -> None:
    template = templates()[name]
    text = template.filled(template.samples)
    assert "{{" not in text
    assert len(text) <= 1024
    assert template.category == "UTILITY"
    assert len(template.button) <= 20


def test_every_proactive_message_has_a_template() -> None:
    assert template_for("reminder") == "reminder"
    assert template_for("checkout") == "reminder"
    assert template_for("ask") == "ask"
    assert template_for("notice") == "alert"


def test_it_is_a_channel_with_a_window_of_less_than_a_day(channel: WhatsApp) -> None:
    plain: Channel = channel
    assert isinstance(plain, Windowed)
    assert timedelta(hours=23) < plain.window < timedelta(hours=24)
