"""Whole messages, as people write them, and what they mean."""

from __future__ import annotations

import pytest

from bot.understanding import PUBLIC, Intent
from tests.understanding_scores import precise, records, right, same_intent, table, understood


def test_the_set_holds_messages_of_every_public_intent() -> None:
    every = {intent.value for intent in Intent if intent not in PUBLIC}
    assert {record["intent"] for record in records("messages.jsonl")} == every


@pytest.mark.parametrize(
    ("name", "intents", "all_right"),
    [
        ("messages.jsonl", 0.97, 0.95),
    ],
)
def test_messages_are_understood(
    capsys: pytest.CaptureFixture[str], name: str, intents: float, all_right: float
) -> None:
    pairs = understood(name)
    with capsys.disabled():
        print(f"\n{table(name, pairs)}")
    assert precise(pairs) >= 0.99
    assert sum(same_intent(record, got) for record, got in pairs) / len(pairs) >= intents
    assert sum(right(record, got) for record, got in pairs) / len(pairs) >= all_right
