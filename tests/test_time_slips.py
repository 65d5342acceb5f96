"""Slips of the thumb in words of time are read; words that only look like one are left alone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from locales.nl.time import parse

NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Wednesday


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("ocer een week", "over een week"),
        ("ove 2 dagen", "over 2 dagen"),
        ("5 vor half 8", "5 voor half 8"),
        ("hallf negen", "half negen"),
        ("haf drie", "half drie"),
        ("volgende weeek dinsdag", "volgende week dinsdag"),
        ("ele dag om 9 uur", "elke dag om 9 uur"),
        ("om dri uur", "om drie uur"),
        ("komend wekend", "komend weekend"),
        ("twedee paasdag", "tweede paasdag"),
        ("paasen", "pasen"),
        ("'s-avonds om 8 uur", "'s avonds om 8 uur"),
        ("s'avonds om 8 uur", "'s avonds om 8 uur"),
        ("di17/3 1400u", "dinsdag 17 maart 14:00"),
        ("za 9-11u30", "zaterdag 9:00-11:30"),
        ("vanaf 1330", "vanaf 13:30"),
    ],
)
def test_a_slip_is_read_as_the_word_that_was_meant(slip: str, meant: str) -> None:
    read, wanted = parse(slip, NOW), parse(meant, NOW)
    assert [(e.start, e.end, e.rule, e.times) for e in read] == [(e.start, e.end, e.rule, e.times) for e in wanted]
    assert read


@pytest.mark.parametrize(
    "text",
    [
        "de oven moet op 200 graden",
        "een kaart van tante Riet",
        "in hal 3 is het markt",
        "WO2 komt vaak ter sprake",
        "kan Ron er even op passen",
        "2 manden was",
        "dat mogen we hopen",
        "wat een week zeg",
        "Mei heeft haar sleutel laten liggen",
        "Henk Zondag komt de stoel brengen",
    ],
)
def test_what_only_looks_like_a_slip_or_a_time_is_none(text: str) -> None:
    assert [e for e in parse(text, NOW) if e.start or e.end] == []
