"""What is no time must not become one: a wrong date means that nobody comes."""

from __future__ import annotations

import pytest

from locales.nl.time import parse
from tests.time_cases import NOW


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("ma is mother", "ik ga met ma naar de dokter"),
        ("ma is mother, with father", "pa en ma komen ook"),
        ("zo is so", "ik kom zo"),
        ("zo is so, before a full stop", "dat is zo."),
        ("zon is the sun", "de zon schijnt"),
        ("zat is sat", "hij zat in zijn stoel"),
        ("even is a moment", "zal ik even bellen"),
        ("vrij is free", "ik ben vrij"),
        ("people are counted", "met 2 mensen"),
        ("for so many people", "eten voor 4 personen"),
        ("a span of people", "2 tot 3 mensen"),
        ("a phone number", "bel 06-12345678"),
        ("a phone number in groups", "bel 06 12 34 56 78"),
        ("a phone number of abroad", "+86 138-2010-2015"),
        ("a number of a house", "op nummer 12"),
        ("a room", "kamer 3.12"),
        ("a house in a street", "Dorpsstraat 12-14"),
        ("blood pressure", "bloeddruk 130-85"),
        ("see you soon", "tot zo"),
        ("half a loaf", "half brood halen"),
        ("a nightstand", "het nachtkastje"),
        ("a postal code", "1234 AB"),
        ("a percentage", "op 6.45 procent"),
        ("a blood value", "30/4.85, troponine 0.182"),
        ("a dose", "500 mg per keer"),
        ("a price", "10 euro"),
        ("an age", "ma is 87 jaar"),
        ("a floor", "op de tweede verdieping"),
        ("a third time", "de 3e keer"),
        ("a date that does not exist", "2015-1-32"),
        ("31 February", "31 februari"),
        ("a code with dashes", "133-03-03-2020"),
        ("a wish", "fijne avond"),
        ("a wish for the weekend", "prettig weekend"),
        ("a greeting", "goedemorgen allemaal"),
        ("every time", "elke keer weer"),
        ("a name that is a month", "Jan komt ook"),
        ("may", "mogen we komen"),
        ("one by one", "een voor een naar binnen"),
        ("a name after heet", "mijn dochter heet Mei"),
        ("a name that is asked along", "nodig Mei uit"),
        ("two names that are asked along", "nodig Mei en Wil uit"),
        ("a name to invite", "kun je Mei uitnodigen"),
        ("nothing", ""),
        ("marks alone", "?! ... 😀"),
        ("an address on the web", "https://example.org/12-3-2025/14:30"),
    ],
)
def test_no_time_is_found(pattern: str, text: str) -> None:
    assert parse(text, NOW) == [], pattern
