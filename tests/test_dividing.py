"""Who does which part of what recurs, as one message says it; and talk about what stands already."""

from __future__ import annotations

from typing import Any

import pytest

from bot.understanding import Context, Person, understand
from locales.nl.dividing import is_in, rule_of, spoken
from tests.cast import MONDAY

PEOPLE = (Person("Anna", "1"), Person("Piet", "2"), Person("Fatima", "3"), Person("Marie-José", "4"))
WEEK, END = [0, 1, 2, 3, 4], [5, 6]


def said(text: str, *tasks: str, speaker: str = "organiser") -> tuple[str, dict[str, Any]]:
    found = understand(text, Context(MONDAY, speaker, PEOPLE, ("Nel",), tasks=tasks))
    return found.intent.value, dict(found.values)


def share(who: str, days: list[int], part: str = "") -> dict[str, Any]:
    return {"who": who, "days": days, "part": part}


@pytest.mark.parametrize(
    ("text", "rule", "shares"),
    [
        (
            "elke avond om 6 uur eten, ik door de week en Piet in het weekend",
            "FREQ=DAILY",
            [share("ik", WEEK), share("2", END)],
        ),
        ("ma t/m vr 12:30 pillen, za en zo doe ik", "FREQ=DAILY", [share("ik", END)]),
        (
            "elke avond om 6 uur eten, ik door de week en Marie-José in het weekend",
            "FREQ=DAILY",
            [share("ik", WEEK), share("4", END)],
        ),
        (
            "elke avond om 6 uur eten, Piet ma-vr en Marie-José za en zo",
            "FREQ=DAILY",
            [share("2", WEEK), share("4", END)],
        ),
        (
            "eten om 6 uur: ma di ik, wo do Piet, de rest Fatima",
            "FREQ=DAILY",
            [share("ik", [0, 1]), share("2", [2, 3]), share("3", [4, 5, 6])],
        ),
        (
            "elke dinsdag en donderdag 10 uur wandelen, dinsdag Piet, donderdag ik",
            "FREQ=WEEKLY;BYDAY=TU,TH",
            [share("2", [1]), share("ik", [3])],
        ),
        (
            "pillen om 8 en 18 uur, Fatima de ochtenden en ik de avonden",
            "FREQ=DAILY",
            [share("3", [], "morning"), share("ik", [], "evening")],
        ),
    ],
)
def test_a_series_is_divided_as_it_is_planned(text: str, rule: str, shares: list[dict[str, Any]]) -> None:
    intent, values = said(text)
    assert (intent, values["rrule"], values["shares"]) == ("create_series", rule, shares)


def test_what_stands_is_divided_and_not_planned_again() -> None:
    intent, values = said("ma t/m vr 12:30 medicijnen, za en zo doe ik", "medicijnen", speaker="helper")
    assert (intent, values["what"], values["times"]) == ("habit", "medicijnen", ["12:30"])
    assert said("ik doe de ochtenden en Piet de avonden")[0] == "habit"
    assert said("Piet doet altijd dinsdag de medicijnen om 10 uur", "medicijnen")[0] == "habit"


@pytest.mark.parametrize(
    "text",
    [
        "morgen om 6 uur eten, ik kook en Piet doet de afwas",
        "ik ben er dinsdag en Piet komt ook",
        "ik doe dinsdag en Piet woensdag",
        "de avonden zijn zwaar en de ochtenden ook",
    ],
)
def test_other_talk_divides_nothing(text: str) -> None:
    assert "shares" not in said(text)[1]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("boodschappen voortaan om half 11", "edit_task"),
        ("de boodschappen van 27 maart naar vrijdag", "edit_task"),
        ("tuin verplaatsen naar zondag", "edit_task"),
        ("de boodschappen zijn vanaf volgende week op woensdag", "edit_task"),
        ("mama komt donderdag weer thuis", "resume_circle"),
        ("wie doet hoeveel?", "show_load"),
        ("ik kan deze week niet op dinsdag", "absence"),
        ("deze week kan ik dinsdag niet", "absence"),
        ("ik ben donderdag ziek", "absence"),
        ("ik kan niet na 9 uur 's avonds", "availability"),
        ("ik help mee in de tuin", "claim"),
    ],
)
def test_what_stands_is_spoken_of(text: str, intent: str) -> None:
    assert said(text, "boodschappen", "tuin")[0] == intent


def test_a_day_of_this_week_is_that_day_alone() -> None:
    for text in ("ik kan deze week niet op dinsdag", "deze week kan ik dinsdag niet"):
        assert said(text)[1] == {"from": "2025-03-04", "until": "2025-03-04"}


def test_a_place_in_a_row_is_no_button_where_a_task_is_named() -> None:
    context = Context(MONDAY, "helper", PEOPLE, ("Nel",), choices=("Ongedaan maken",), tasks=("respijt",))
    assert understand("ik doe de eerste respijt", context).intent.value == "claim"


def test_parts_of_the_day_and_days_are_said_as_people_do() -> None:
    assert is_in("evening", 22)
    assert not is_in("evening", 22, nights=True)
    assert is_in("night", 3)
    assert is_in("", 15)
    assert spoken(frozenset(WEEK), "") == "door de week"
    assert spoken(frozenset({1, 3}), "morning") == "op dinsdag en donderdag 's ochtends"
    assert spoken(frozenset(), "") == "elke dag"
    assert rule_of("FREQ=MONTHLY", ()) == ""
