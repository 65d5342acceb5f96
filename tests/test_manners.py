"""How a message is dressed comes off: greetings, leave, emoji, dots, and capitals everywhere or nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.nl.manners import plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hoi, jan doet de huisarts", "Jan doet de huisarts"),
        ("Hoi allemaal, ik kan morgen niet groetjes Anna", "ik kan morgen niet"),
        ("hallo met lies kan iemand woensdag rijden", "kan iemand woensdag rijden"),
        ("morgen 10:00 koffie\nmvg\nHenk de Vries", "morgen 10:00 koffie"),
        ("Lieve mensen, wie kan er vrijdag?", "wie kan er vrijdag?"),
        ("ik doe ma di en do...", "ik doe ma di en do"),
        ("IK KAN DONDERDAG NIET HOOR!!", "Ik kan donderdag niet"),
        ("IK KREEG DEZE CODE QRWC-TXHZ-KZQX", "Ik kreeg deze code QRWC-TXHZ-KZQX"),
        ("wie heeft er een boor?!?!", "wie heeft er een boor?"),
        ("za en zo doe ik hoor", "za en zo doe ik"),
        ("nodig mijn buurvrouw roos uit", "nodig mijn buurvrouw Roos uit"),
        ("nodig qorban uit", "nodig Qorban uit"),
        ("stuur de code naar radjesh en anjali", "stuur de code naar Radjesh en Anjali"),
        ("stuur de code naar mijn zus en mijn broer", "stuur de code naar mijn zus en mijn broer"),
        ("Goedemorgen allemaal! Dank je voor het bericht, ik kom hoor", "ik kom"),
        ("Hoi, oei, sorry, ik kan niet", "sorry, ik kan niet"),
        ("nodig mijn zus soufiane en buurman zohra ook uit", "nodig mijn zus Soufiane en buurman Zohra ook uit"),
        ("piet en els doen het", "Piet en Els doen het"),
        ("roos komt om 3 uur", "Roos komt om 3 uur"),
        ("Zet jan alvast op het rooster", "Zet Jan alvast op het rooster"),
        ("1️⃣", "1"),
        ("uhm nr. 2 graag", "nr. 2 graag"),
        ("Oh ja, ik kan morgen niet", "ik kan morgen niet"),
        ("even kijken, dinsdag", "dinsdag"),
        ("alleen die ene keer xx 😘🌷", "alleen die ene keer"),
        ("ik kan effe nie", "ik kan even niet"),
        ("m’n moeder gaat naar 't ziekenhuis", "mijn moeder gaat naar het ziekenhuis"),
    ],
)
def test_what_is_said_is_left(written: str, meant: str) -> None:
    assert plain(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("hoi", "Dag allemaal!", "groetjes", "👍", "x", "?", "Gr. Piet", "Met vriendelijke groet,\nHenk de Vries"),
        *("morgen, kan iemand koken?", "dag en nacht opletten", "doe de groetjes aan ma", "dat is wat ik hoor"),
        *("2 x per dag medicijnen", "medicijnen 3 x", "15 jan om 10 uur koffie", "in jan kan ik niet", "max 2 uur"),
        *("mijn zus wil ook helpen", "ik wil mensen uitnodigen", "nodig iemand uit", "NEL", "JA GRAAG"),
        *("boodschappen bij dirk", "hoi Anna", "oh ja graag", "even kijken wie er komt", "mevrouw van 't Hof komt"),
    ],
)
def test_what_is_no_dress_stays(text: str) -> None:
    assert plain(text) in (text, text.removeprefix("hoi "))


@given(st.text(st.sampled_from("hoi groetjes x,.!?…😊\n\tAbé1 "), max_size=60) | st.text(max_size=80))
def test_nothing_is_ever_left_empty_and_once_is_enough(text: str) -> None:
    once = plain(text)
    assert once.strip() or not text.strip()
    assert plain(once) == once
