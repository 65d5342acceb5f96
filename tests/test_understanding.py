"""Whole messages, as people write them, and what they mean."""

from __future__ import annotations

import json

import pytest

from bot.commands.understand import answer
from bot.understanding import ACTING, PUBLIC, Intent
from locales.nl.handing import names_stand_in
from tests.understanding_scores import SETS, precise, records, right, same_intent, table, understood


def test_the_set_holds_messages_of_every_public_intent() -> None:
    every = {intent.value for intent in Intent if intent not in PUBLIC}
    assert {record["intent"] for record in records("messages.jsonl")} == every


@pytest.mark.parametrize(
    ("name", "intents", "all_right"),
    [
        ("messages.jsonl", 0.97, 0.95),
        ("fresh.jsonl", 0.97, 0.9),
        ("third.jsonl", 0.97, 0.9),
        ("fourth.jsonl", 0.97, 0.9),
        ("fifth.jsonl", 0.97, 0.85),
        ("fresh_a.jsonl", 0.97, 0.95),
        ("fresh_b.jsonl", 0.97, 0.95),
        ("fresh_c.jsonl", 0.97, 0.95),
        ("fresh_d.jsonl", 0.97, 0.93),
        ("fresh_e.jsonl", 0.93, 0.9),
        ("judge.jsonl", 0.97, 0.95),
        ("own_a.jsonl", 0.97, 0.95),
        ("own_b.jsonl", 0.97, 0.93),
        ("own_c.jsonl", 0.97, 0.93),
        ("own_d.jsonl", 0.97, 0.95),
        ("unseen_a.jsonl", 0.97, 0.95),
        ("unseen_b.jsonl", 0.97, 0.93),
        ("unseen_c.jsonl", 0.97, 0.89),
        ("unseen_d.jsonl", 0.97, 0.91),
        ("unseen_e.jsonl", 0.97, 0.95),
        ("unseen_f.jsonl", 0.97, 0.93),
        ("unseen_g.jsonl", 0.97, 0.91),
        ("unseen_h.jsonl", 0.97, 0.95),
        ("unseen_i.jsonl", 0.97, 0.95),
        ("own_e.jsonl", 0.97, 0.93),
        ("own_f.jsonl", 0.97, 0.93),
        ("unseen_j.jsonl", 0.97, 0.95),
        ("unseen_k.jsonl", 0.96, 0.92),
        ("unseen_l.jsonl", 0.97, 0.95),
        ("unseen_m.jsonl", 0.92, 0.89),
        ("unseen_n.jsonl", 0.97, 0.96),
        ("unseen_o.jsonl", 0.86, 0.8),
        ("unseen_p.jsonl", 0.98, 0.97),
        ("unseen_q.jsonl", 0.95, 0.87),
        ("unseen_r.jsonl", 0.97, 0.9),
        ("unseen_s.jsonl", 0.94, 0.82),
        ("unseen_t.jsonl", 0.95, 0.88),
        ("unseen_u.jsonl", 0.93, 0.85),
        ("plain.jsonl", 1.0, 1.0),
        ("misses.jsonl", 0.99, 0.97),
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


@pytest.mark.parametrize("text", (SETS / "small_talk.txt").read_text("utf-8").splitlines())
def test_talk_that_asks_for_nothing_changes_nothing(text: str) -> None:
    line = {"now": "2025-03-03T10:00:00+01:00", "members": ["Anna", "Piet", "Fatima", "Riet", "Jan"], "text": text}
    assert answer(json.dumps(line))["intent"] not in ACTING


def test_what_is_moved_by_a_week_is_named_by_its_old_day() -> None:
    line = {
        "now": "2025-03-05T10:00:00+01:00",
        "members": ["Anna"],
        "text": "zet de huisarts van dinsdag een week later",
    }
    assert answer(json.dumps(line))["values"] == {"what": "huisarts", "from": "2025-03-11", "option": "+10080"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nodig mijn broer Mei uit", "Mei"),
        ("nodig Juli uit", "Juli"),
        ("wil je mijn zus April uitnodigen", "April"),
        ("nodig mijn zus Wil uit", "Wil"),
        ("nodig Wil ook even uit", "Wil"),
    ],
)
def test_somebody_whose_name_is_a_word_is_invited(text: str, name: str) -> None:
    found = answer(json.dumps({"now": "2025-03-03T10:00:00+01:00", "members": ["Anna"], "text": text}))
    assert (found["intent"], found["values"]) == ("invite", {"who": name})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("donderdag lukt niet, kan Fatima dat doen?", True),
        ("donderdag lukt niet, kan Bart-Jan dat doen?", True),
        ("donderdag lukt niet, kan Jesse het overnemen?", True),
        ("donderdag lukt niet, kan iemand dat doen?", False),
        ("donderdag lukt niet, kan je dat doen?", False),
    ],
)
def test_who_cannot_come_asks_for_somebody_by_name(text: str, named: bool) -> None:
    assert names_stand_in(text) is named


@pytest.mark.parametrize("who", ["Piet", "Sanne", "Khadija", "Willem-Jan", "Beer", "mijn buurvrouw"])
def test_what_somebody_else_does_is_not_for_who_says_it(who: str) -> None:
    line = {
        "now": "2025-03-03T10:00:00+01:00",
        "speaker": "helper",
        "members": ["Anna", "Fatima"],
        "text": f"{who} doet de boodschappen van zaterdag",
    }
    assert answer(json.dumps(line))["intent"] not in ACTING
