"""Whole messages, as people write them, and what they mean."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.understand_command import answer
from bot.understanding import ACTING, PUBLIC, Intent
from locales.nl.words import fold

SETS = Path(__file__).parent / "understanding"
LOOSE = {"de", "het", "een", "naar", "te"}  # words that make no other task of it


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]


def same_task(got: str, want: str) -> bool:
    """The same task, whichever of the two names it at greater length ("boodschappen", "boodschappen doen")."""
    one, other = (set(re.findall(r"\w+", fold(name))) - LOOSE for name in (got, want))
    return bool(one & other) and (one <= other or other <= one)


def same_values(got: dict[str, Any], want: dict[str, Any]) -> bool:
    """Every value as it was written down, and none beside those."""
    if set(got) != set(want):
        return False
    for key, value in want.items():
        if key == "what":
            if not same_task(got[key], value):
                return False
        elif key == "items":
            if len(got[key]) != len(value) or not all(map(same_values, got[key], value)):
                return False
        elif got[key] != value:
            return False
    return True


def right(record: dict[str, Any], got: dict[str, Any]) -> bool:
    asked = bool(got["doubts"]) == bool(record.get("doubts"))
    return asked and got["intent"] == record["intent"] and same_values(got["values"], record["values"])


def measured(name: str) -> tuple[list[tuple[dict[str, Any], dict[str, Any]]], str]:
    """Each message with what was understood, and a table of precision and recall by intent."""
    pairs = [(record, answer(json.dumps(record))) for record in records(name)]
    meant = Counter(record["intent"] for record, _ in pairs)
    found = Counter(got["intent"] for _, got in pairs)
    both = Counter(record["intent"] for record, got in pairs if record["intent"] == got["intent"])
    whole = Counter(record["intent"] for record, got in pairs if right(record, got))
    lines = [
        f"{name}: {len(pairs)} messages",
        f"{'intent':20} {'messages':>8} {'precision':>9} {'recall':>7} {'all right':>9}",
    ]
    for intent in sorted(meant | found):
        precision = f"{100 * both[intent] / found[intent]:.0f} %" if found[intent] else "-"
        recall = f"{100 * both[intent] / meant[intent]:.0f} %" if meant[intent] else "-"
        exact = f"{100 * whole[intent] / meant[intent]:.0f} %" if meant[intent] else "-"
        lines.append(f"{intent:20} {meant[intent]:8} {precision:>9} {recall:>7} {exact:>9}")
    count, exactly = sum(both.values()), sum(whole.values())
    lines.append(
        f"{'all':20} {len(pairs):8} {'':9} {100 * count / len(pairs):5.1f} % {100 * exactly / len(pairs):7.1f} %"
    )
    return pairs, "\n".join(lines)


def precise(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> float:
    """Of the messages on which something would be created or changed, the share on which it should."""
    acting = [(record, got) for record, got in pairs if got["intent"] in ACTING and not got["doubts"]]
    good = [record for record, got in acting if record["intent"] == got["intent"]]
    return len(good) / len(acting)


def test_the_set_holds_messages_of_every_public_intent() -> None:
    every = {intent.value for intent in Intent if intent not in PUBLIC}
    assert {record["intent"] for record in records("messages.jsonl")} == every


def test_messages_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    pairs, table = measured("messages.jsonl")
    with capsys.disabled():
        print(f"\n{table}")
    assert precise(pairs) >= 0.99
    assert sum(record["intent"] == got["intent"] for record, got in pairs) / len(pairs) >= 0.97
    assert sum(right(record, got) for record, got in pairs) / len(pairs) >= 0.95
