"""What the program says is seen: parts, buttons, files, and messages that change in their place."""

from __future__ import annotations

import struct
import zlib

import pytest

from bot.channels.telegram import Telegram
from bot.messages import Attachment, Choice, Outgoing, Reply
from tests.fakes.bot_api import BotApi

YES_NO = (Choice("Ja", "yes"), Choice("Nee", "no"))


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


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
