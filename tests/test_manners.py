"""How a message is dressed changes nothing: greetings, leave, emoji, dots, and capitals everywhere or nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.play import without_blank
from bot.play import Stage, fresh_store, parse
from locales.nl.manners import plain

CHATS = Path(__file__).parent / "chats"
DRESSES: dict[str, Callable[[str], str]] = {
    "no capitals": str.lower,
    "a greeting": lambda text: f"hoi, {text[:1].lower()}{text[1:]}",
    "a greeting to all": lambda text: f"Goedemorgen allemaal! {text}",
    "leave and a name": lambda text: f"{text} groetjes Toos",
    "a letter": lambda text: f"{text}\nMet vriendelijke groet,\nToos van Dam",
    "a kiss and emoji": lambda text: f"{text} xx 😘🌷",
    "dots": lambda text: f"{text.rstrip('.')}...",
    "please": lambda text: f"{text.rstrip('.')} aub",
    "softened": lambda text: f"{text.rstrip('.')} hoor!",
    "double spaces": lambda text: f" {text.replace(' ', '  ')}\t",
}
CONVERSATIONS = ("first_circle", "voice", "divided", "claim_typed")


def said(text: str) -> str:
    """The conversation as it goes without the lines of the people themselves."""
    return "\n".join(line for line in without_blank(text) if line.startswith(("<", "  ")))


@pytest.mark.parametrize("name", CONVERSATIONS)
@pytest.mark.parametrize("first", [0, 4])
def test_a_conversation_goes_the_same_however_its_messages_are_dressed(name: str, first: int) -> None:
    written = (CHATS / f"{name}.chat").read_text("utf-8")
    dresses = islice(cycle(DRESSES), first, None)
    lines = [
        replace(line, text=DRESSES[next(dresses)](line.text))
        if line.kind == "say" and len(line.text.split()) > 2 and not line.text.startswith(("[", "{", "/"))
        else line
        for line in parse(written)
    ]
    database = fresh_store()
    try:
        played = asyncio.run(Stage(database, strict=True, fresh_engine=False).perform(lines))
    finally:
        database.close()
    assert said(played) == said(written)


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
        ("piet en els doen het", "Piet en Els doen het"),
        ("roos komt om 3 uur", "Roos komt om 3 uur"),
        ("Zet jan alvast op het rooster", "Zet Jan alvast op het rooster"),
        ("1️⃣", "1"),
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
        *("boodschappen bij dirk", "hoi Anna"),
    ],
)
def test_what_is_no_dress_stays(text: str) -> None:
    assert plain(text) in (text, text.removeprefix("hoi "))


@given(st.text(st.sampled_from("hoi groetjes x,.!?…😊\n\tAbé1 "), max_size=60) | st.text(max_size=80))
def test_nothing_is_ever_left_empty_and_once_is_enough(text: str) -> None:
    once = plain(text)
    assert once.strip() or not text.strip()
    assert plain(once) == once
