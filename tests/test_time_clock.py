"""Clock times, as the Dutch and the Flemish say and write them."""

from __future__ import annotations

import pytest

from locales.nl.time import parse
from tests.time_cases import NOW, one, said, span


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("half is half an hour before the hour", "morgen half drie", "2025-03-06 14:30"),
        ("half one is half past twelve", "morgen half een", "2025-03-06 12:30"),
        ("a quarter before", "morgen kwart voor 3", "2025-03-06 14:45"),
        ("a quarter past", "morgen kwart over tien", "2025-03-06 10:15"),
        ("minutes past half", "morgen tien over half vijf", "2025-03-06 16:40"),
        ("minutes before half", "morgen vijf voor half elf", "2025-03-06 10:25"),
        ("minutes spelled out", "morgen drie minuten voor elf", "2025-03-06 10:57"),
        ("Flemish: past is na", "morgen kwart na 3", "2025-03-06 15:15"),
        ("Flemish: 14u30", "morgen 14u30", "2025-03-06 14:30"),
        ("Flemish: 10u", "morgen om 10u", "2025-03-06 10:00"),
        ("a full stop between hours and minutes", "morgen 14.30", "2025-03-06 14:30"),
        ("hours and minutes around uur", "morgen 14 uur 15", "2025-03-06 14:15"),
        ("four figures before uur", "morgen 1430 uur", "2025-03-06 14:30"),
        ("a leading nought is before noon", "morgen 08:15", "2025-03-06 08:15"),
        ("midnight is the end of the day", "morgen om 24:00", "2025-03-07"),
        ("the hour after midnight", "morgen om 0:30", "2025-03-06 00:30"),
        ("an hour or so", "morgen een uur of drie", "2025-03-06 15:00"),
        ("a number alone after om", "morgen om 10", "2025-03-06 10:00"),
        ("a number beside a part of the day", "10, vanavond", "2025-03-05 22:00"),
        ("the part of the day before the hour", "morgen 's avonds om zeven uur", "2025-03-06 19:00"),
        ("the part of the day after the hour", "morgen 8 uur 's avonds", "2025-03-06 20:00"),
        ("the small hours", "vannacht om 3 uur", "2025-03-06 03:00"),
        ("the small hours belong to the night before", "dinsdagnacht om 3 uur", "2025-03-12 03:00"),
        ("noon", "morgen om 12 uur", "2025-03-06 12:00"),
        ("noon by its name", "morgen het middaguur", "2025-03-06 12:00"),
        ("what is before waking hours is in the afternoon", "morgen om 5 uur", "2025-03-06 17:00"),
        ("dictated without marks", "morgen om half elf s ochtends", "2025-03-06 10:30"),
        ("as a telephone in English writes it", "morgen 3 pm", "2025-03-06 15:00"),
        ("in English, with dots", "morgen om 10:30 a.m.", "2025-03-06 10:30"),
        ("one o'clock in a part of the day", "morgen een uur 's nachts", "2025-03-06 01:00"),
        ("so many hours and minutes from now", "over 2u30", "2025-03-05 12:30"),
    ],
)
def test_a_clock_time(pattern: str, text: str, expected: str) -> None:
    assert span(text) == expected, pattern


@pytest.mark.parametrize("hour", range(1, 13))
@pytest.mark.parametrize(
    "minutes, words", [(-30, "half {}"), (-15, "kwart voor {}"), (-20, "tien voor half {}"), (10, "tien over {}")]
)
def test_every_hour_can_be_reckoned_from(hour: int, minutes: int, words: str) -> None:
    names = "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split()  # noqa: SIM905
    for name in (names[hour - 1], str(hour)):
        at = one(f"morgen {words.format(name)}").start
        shift = 20 + 20 if "half" in words and "voor" in words else -minutes
        expected = (hour * 60 - shift) % 720 if minutes < 0 else (hour * 60 + minutes) % 720
        assert at is not None
        assert (at.hour * 60 + at.minute) % 720 == expected


def test_a_clock_alone_is_the_next_one_in_waking_hours() -> None:
    assert said(one("om 11 uur").start) == "2025-03-05 11:00"
    assert said(one("om 9 uur").start) == "2025-03-06 09:00"
    assert said(one("om half drie", NOW.replace(hour=16)).start) == "2025-03-06 14:30"


def test_about_is_kept() -> None:
    assert one("rond 11 uur").about
    assert one("tegen vijven").about
    assert not one("om 11 uur").about


def test_what_the_text_fixes_is_told() -> None:
    clock, day, both = one("om half drie"), one("dinsdag"), one("dinsdag om half drie")
    assert (clock.kind, clock.has_clock, clock.has_date) == ("time", True, False)
    assert (day.kind, day.has_clock, day.has_date) == ("date", False, True)
    assert (both.kind, both.has_clock, both.has_date) == ("datetime", True, True)


def test_after_nine_is_in_the_evening_the_way_it_is_said() -> None:
    assert span("na negenen kan ik niet") == "2025-03-05 21:00 > -"


def test_the_span_covers_the_small_words_so_that_the_rest_is_the_task() -> None:
    text = "kan iemand morgen om half 3 boodschappen doen"
    start, end = one(text).span
    assert text[:start] + text[end:] == "kan iemand  boodschappen doen"


def test_what_is_counted_after_half_an_hour_is_no_number_of_it() -> None:
    for text in (
        "om half 9 pillen geven",
        "half 9 pillen",
        "kwart over 8 pillen",
        "om 9 pillen geven",
        "morgen half 9 druppels",
    ):
        assert one(text).has_clock, text
    assert not parse("om 8 tassen te halen", NOW)
    assert not parse("geef 2 pillen", NOW)
