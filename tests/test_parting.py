"""Two wishes in one message: both are heard, and one wish is never cut in two."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import permutations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.understand import context_of
from bot.conversation.parting import parted
from bot.meaning.sentences import cuts, is_long
from bot.understanding import Context, Intent, Person, Understanding, understand
from tests.soak import share

SETS = Path(__file__).parent / "understanding"
NAMES = ("Anna", "Piet", "Fatima", "Riet")
HERE = Context(
    datetime(2025, 4, 3, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
    members=tuple(Person(name, str(at)) for at, name in enumerate(NAMES, 1)),
    recipients=("Nel",),
    tasks=("koffie", "boodschappen", "huisarts", "kapper", "tuin"),
)
# Wishes that have nothing to do with each other.
APART = (
    "zet de huisarts een uur later",
    "annuleer de kapper van donderdag",
    "plan dinsdag om 10 uur fysio",
    "nodig Kees uit",
    "stuur het rooster",
    "ik doe zaterdag de boodschappen",
    "de tuin hoeft niet",
    "herinner me een uur van tevoren",
)
JOINED = (" en ", ", en ", ". ", ". O ja, ", ", ")
ONE = (  # what only looks like two
    "zaterdag 10 uur kapper, wie kan er mee?",
    "ik kan vrijdag niet, wie neemt de boodschappen over?",
    "zondag om 11 uur douchen, kan Piet dat doen?",
    "de kapper gaat niet door, zet hem maar op donderdag",
    "ik kan dinsdag niet, de oppas heeft afgezegd",
    "op maandag, woensdag en vrijdag moet iemand om 18 uur koken",
    "maandag 10 uur tandarts dus ik kan niet komen",
    "kun je de huisarts verzetten want ik moet werken",
    "haal de kapper weg, ze is ziek",
)


def meaning_in(context: Context, text: str) -> Understanding:
    """What the text means by itself; nothing where that is a guess."""
    found = understand(text, context)
    return Understanding(Intent.UNKNOWN) if any(doubt.slot == "intent" for doubt in found.doubts) else found


@pytest.mark.parametrize("joined", JOINED)
def test_two_wishes_that_are_said_in_one_breath_are_both_heard(joined: str) -> None:
    for first, rest in permutations(APART, 2):
        found = parted(first + joined + rest, partial(meaning_in, HERE))
        assert found is not None, first + joined + rest
        meant = [meaning_in(HERE, said).intent for said in (found.first, found.rest)]
        assert meant == [meaning_in(HERE, said).intent for said in (first, rest)], first + joined + rest


@pytest.mark.parametrize("text", ONE)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert parted(text, partial(meaning_in, HERE)) is None


def test_a_yes_and_a_wish_are_both_heard() -> None:
    found = parted("ja, en wie komt er zaterdag?", partial(meaning_in, HERE), after_yes=True)
    assert found == ("ja", "wie komt er zaterdag?")
    assert parted("ja, zaterdag om 10 uur", partial(meaning_in, HERE), after_yes=True) is None


SAY_TWO = ("vrijdag kan ik niet, zaterdag wel",)  # written down as one, and both halves are done


@pytest.mark.soak
@pytest.mark.parametrize("name", share(("messages.jsonl",), tuple(sorted(path.name for path in SETS.glob("*.jsonl")))))
def test_a_message_with_one_wish_is_hardly_ever_cut(name: str) -> None:
    cut = []
    for line in (SETS / name).read_text("utf-8").splitlines():
        record = json.loads(line)
        context = replace(context_of(record, None), asked=None, choices=())
        long = is_long(record["text"])
        if long and understand(record["text"], context).sentence:
            continue  # it wants one thing, in one sentence of it: the conversation does not cut it
        wishes = cuts(record["text"], context)[1] if long else None
        if record.get("asked") is None and parted(record["text"], partial(meaning_in, context), wishes):
            cut += [] if record["text"] in SAY_TWO else [record["text"]]
    assert len(cut) <= 1, cut
