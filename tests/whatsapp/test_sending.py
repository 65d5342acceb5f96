"""What goes out on WhatsApp: buttons, lists, numbers, files, and texts in parts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_layout import TEXT_UNITS, one_line, split
from bot.messages import Attachment, Choice, DeliveryError, Outgoing, Reply
from tests.fakes.twilio import Twilio
from tests.whatsapp.echo import NOW, PIET, Echo, labels, refused, whatsapp

JA_NEE = (Choice("Ja", "7.0"), Choice("Nee", "7.1"))


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
