"""What one is asked to do suits at another time: understood as such where it is on the table, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Context, Intent, understand

ASKED = Context(
    datetime(2026, 3, 9, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
    "helper",
    choices=("Ik doe het", "Lukt niet", "Vraag me later"),
    offered=True,
)


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
