"""What it costs, by month and circle."""

from __future__ import annotations

import pytest

from bot.commands.whatsapp import costs
from scheduling.asking import Ask, AskRound
from tests.talking import NAMES
from tests.whatsapp.family import DAY, Family, reminded


def test_messages_are_counted_by_month_and_circle(family: Family, capsys: pytest.CaptureFixture[str]) -> None:
    reminded(family)
    family.views("Piet")
    family.says("Piet", "help")
    family.owe("Anna")
    family.tick()
    with family.database.reading() as store:
        counts = {(row["month"], row["circle"], row["kind"]): row["count"] for row in store.message_counts()}
    templates = counts["2025-03", 1, "template"]
    assert templates == sum(not one.in_window for one in family.number.given)
    before = len(NAMES)  # the answers to their first words
    assert counts["2025-03", 1, "session"] == before + sum(one.in_window for one in family.number.given)
    assert costs([], family.database) == 0
    assert f"2025-03         1{templates:>10}" in capsys.readouterr().out


def test_a_message_is_counted_for_the_circle_that_it_is_about(family: Family) -> None:
    second = family.circle("Anna", "Piet", recipient="Joop")
    family.now += 2 * DAY
    family.owe("Piet", "Joop is jarig.", subject=second.id)
    family.tick()
    with family.database.reading() as store:
        by_template = [row for row in store.message_counts() if row["kind"] == "template"]
    assert [(row["circle"], row["count"]) for row in by_template] == [(second.id, 1)]


def test_an_ask_is_counted_for_the_circle_that_asks(family: Family) -> None:
    second = family.circle("Anna", "Piet", recipient="Joop")
    shift = family.planned(second, "koffie", hours=96)
    family.now += 2 * DAY
    with family.database.writing() as store:
        piet = next(member for member in store.members_of(second.id) if member.name == "Piet")
        asks = store.ask_round_of(second.id) or store.add(AskRound(0, second.id))
        ask = store.add(Ask(0, asks.id, piet.id, (shift.id,), 1, family.now))
        store.owe("ask", family.now, person=family.persons["Piet"], subject=ask.id)
    family.tick()
    assert family.number.given[-1].reply.template == "ask"
    with family.database.reading() as store:
        by_template = [row for row in store.message_counts() if row["kind"] == "template"]
    assert [(row["circle"], row["count"]) for row in by_template] == [(second.id, 1)]
