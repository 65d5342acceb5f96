"""What one is asked to do suits at another time: understood as such where it is on the table, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Context, Intent, understand
from locales.nl.conditions import leaves_by
from storage.database import Database
from tests.talking import Cast

ASKED = Context(
    datetime(2026, 3, 9, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
    "helper",
    choices=("Ik doe het", "Lukt niet", "Vraag me later"),
    offered=True,
)


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ik kan wel, maar pas na 4 uur", {"start": "16:00"}),
        ("ja maar pas na 4 uur", {"start": "16:00"}),
        ("liever om half 5", {"start": "16:30"}),
        ("ik kan wel om 3 uur", {"start": "15:00"}),
        ("kan het een uur later?", {"shift_min": 60}),
        ("mag het een half uur eerder", {"shift_min": -30}),
        ("na vieren kan ik wel", {"start": "16:00"}),
        ("graag, maar dan om 11 uur", {"start": "11:00"}),
    ],
)
def test_a_yes_at_another_time_is_no_plain_yes(text: str, values: dict[str, object]) -> None:
    found = understand(text, ASKED)
    assert (found.intent, found.values) == (Intent.OTHER_TIME, values)
    assert understand(text, replace(ASKED, offered=False, choices=())).intent is not Intent.OTHER_TIME


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik doe het", Intent.ANSWER_YES),
        ("lukt niet", Intent.ANSWER_NO),
        ("ja hoor", Intent.ANSWER_YES),
        ("wie komt er om 4 uur?", Intent.WHO_IS_COMING),
    ],
)
def test_other_answers_stay_what_they_are(text: str, intent: Intent) -> None:
    assert understand(text, ASKED).intent is intent


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ja maar pas om 3 uur, ik moet eerst mijn kleinzoon wegbrengen", {"start": "15:00"}),
        ("alleen na 4 uur, want ik werk tot 3", {"start": "16:00"}),
        ("ik zit nog bij de kapper, kan het een half uurtje later?", {"shift_min": 30}),
    ],
)
def test_a_reason_beside_another_time_takes_nothing_away(text: str, values: dict[str, object]) -> None:
    found = understand(text, ASKED)
    assert (found.intent, found.values) == (Intent.OTHER_TIME, values)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("vrijdag kan ik ook maar alleen als ik voor 4 weg kan", "04:00"),
        ("dat zou gaan maar ik moet dan om half 6 thuis zijn voor de kleinkinderen", "05:30"),
        ("ja, mits ik om 17.00 uur weer weg ben", "17:00"),
        ("vrijdag kan ik niet, ik werk tot 4", None),
        ("alleen als het droog is", None),
    ],
)
def test_the_hour_by_which_somebody_must_be_gone_is_heard(text: str, hour: str | None) -> None:
    found = leaves_by(text, ASKED.now)
    assert (found.hour if found else None) == hour


def test_several_days_in_an_answer_take_the_one_that_was_asked(cast: Cast) -> None:
    cast.planned(cast.circle(), "koffie")
    cast.says("Anna", "vraag het nu rond")
    cast.tick(after=7200)
    [reply] = cast.says("Piet", "ik kan donderdag wel dan neemt Riet zaterdag")
    assert reply.text.startswith("Fijn, Piet! Koffie, donderdag 6 maart")
