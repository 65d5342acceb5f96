"""Times as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from locales.nl.spoken import label, moment, span, spoken
from tests.time_cases import NOW, one

AT = NOW.replace(day=6, hour=14, minute=30)


def test_a_moment() -> None:
    assert moment(AT, NOW) == "donderdag 6 maart om 14:30"
    assert moment(AT, NOW, relative=True) == "morgen om 14:30"
    assert moment(NOW, NOW, relative=True) == "vandaag om 10:00"
    assert moment(AT.replace(year=2027), NOW) == "zaterdag 6 maart 2027 om 14:30"


def test_a_span() -> None:
    assert span(AT, AT + timedelta(hours=1), NOW) == "donderdag 6 maart 14:30-15:30"


def test_a_label() -> None:
    assert label(AT, NOW) == "do 6 mrt 14:30"
    assert label(AT, NOW, AT + timedelta(hours=1)) == "do 6 mrt 14:30-15:30"
    assert label(AT.replace(day=13), NOW, AT + timedelta(hours=1)) == "do 13 mrt 14:30"
    assert label(AT, NOW, timed=False) == "do 6 mrt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("elke dinsdag en zaterdag om 10 uur", "elke dinsdag en zaterdag om 10:00"),
        ("elke werkdag om half 9 's ochtends", "elke werkdag om 08:30"),
        ("om de week op vrijdag", "elke 2 weken op vrijdag"),
        ("iedere eerste maandag van de maand", "elke eerste maandag van de maand"),
        ("elke woensdag van 13 tot 17 uur", "elke woensdag van 13:00 tot 17:00"),
        ("elke dag om 9.00 behalve zondag", "elke dag om 09:00 behalve op zondag"),
        ("elke dinsdag t/m mei", "elke dinsdag tot en met zaterdag 31 mei"),
        ("twee keer per week", "2 keer per week"),
        ("3 t/m 10 aug", "van zondag 3 augustus 2025 t/m zondag 10 augustus 2025"),
        ("vrijdagavond", "vrijdag 7 maart 's avonds"),
        ("vanaf vrijdag", "vanaf vrijdag 7 maart"),
        ("anderhalf uur", "1 uur en 30 minuten"),
        ("volgende week", "de week van maandag 10 maart"),
    ],
)
def test_an_expression_in_words(text: str, words: str) -> None:
    assert spoken(one(text), NOW) == words
