"""Which of the days that Riet was asked for she can, in her own words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.nl.among import Among, among, labelled
from locales.nl.moments import label

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
NOW = datetime(2026, 3, 23, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Monday
WEEK = [NOW.replace(hour=17) + timedelta(days=days) for days in range(7)]


def days(text: str) -> str | None:
    """The days she can; after ? those she is not sure of, with "of" between them where it is one of them."""
    found = among(text, WEEK, NOW)
    if found is None:
        return None
    sure = (" of " if found.either else " ").join(DAYS[at] for at in found.yes)
    return " ? ".join([sure, " ".join(DAYS[at] for at in found.maybe)]) if found.maybe else sure


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("donderdag en vrijdag", "do vr"),
        ("do en vr", "do vr"),
        ("ma, wo en vr", "ma wo vr"),
        ("ik wil donderdag wel doen", "do"),
        ("nee alleen vrijdag", "vr"),
        ("van dinsdag tot en met donderdag", "di wo do"),
        ("in het weekend", "za zo"),
        ("morgen en overmorgen", "di wo"),
        ("26 en 27 maart", "do vr"),
        ("vanavond", "ma"),
        ("donderdag om 5 uur", "do"),
        ("ik kom donderdag maar niet vrijdag", "do"),
        ("dinsdag wel donderdag niet", "di"),
        ("niet op dinsdag wel op donderdag", "do"),
        ("in het weekend wel maar door de week niet", "za zo"),
    ],
)
def test_the_days_that_are_named_are_meant(text: str, can: str) -> None:
    assert days(text) == can


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("vrijdag kan ik niet maar de rest wel", "ma di wo do za zo"),
        ("zaterdag en zondag niet, de rest is goed", "ma di wo do vr"),
        ("alles behalve vrijdag", "ma di wo do za zo"),
        ("elke dag behalve zondag", "ma di wo do vr za"),
        ("behalve woensdag kan ik altijd", "ma di do vr za zo"),
        ("alleen donderdag niet", "ma di wo vr za zo"),
    ],
)
def test_the_rest_is_what_was_not_named(text: str, can: str) -> None:
    assert days(text) == can


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("dinsdag en misschien donderdag", "di ? do"),
        ("dinsdag en als het moet woensdag", "di ? wo"),
        ("dinsdag wel, donderdag niet, vrijdag misschien", "di ? vr"),
        ("dinsdag of woensdag", "di of wo"),
    ],
)
def test_what_is_not_sure_is_not_taken(text: str, can: str) -> None:
    assert days(text) == can


@pytest.mark.parametrize(
    "text",
    [
        "alles goed?",
        "ik kan niet",
        "dinsdag moet ik werken",
        "volgende week donderdag",
        "kan iemand donderdag koken",
        "wie komt er donderdag",
        "",
    ],
)
def test_what_says_something_else_is_read_by_itself(text: str) -> None:
    assert days(text) is None


def test_a_button_tells_its_moment() -> None:
    assert labelled([label(start) for start in WEEK], NOW) == WEEK
    assert labelled(["17:00 koken"], NOW) == [None]


@given(st.text(max_size=80), st.permutations(WEEK))
def test_any_text_gives_an_answer(text: str, starts: list[datetime]) -> None:
    found = among(text, starts, NOW)
    assert found is None or (isinstance(found, Among) and set(found.yes) <= set(range(7)) and found.yes)


@given(st.sets(st.sampled_from(range(7)), min_size=1, max_size=6))
def test_named_or_left_out_it_is_the_same(chosen: set[int]) -> None:
    others = " en ".join(DAYS[at] for at in sorted(set(range(7)) - chosen))
    assert days(" en ".join(DAYS[at] for at in sorted(chosen))) == days(f"alles behalve {others}")


def test_who_only_says_which_days_not_leaves_the_others_open() -> None:
    found = among("dinsdag niet", WEEK, NOW)
    assert found is not None
    assert not found.yes
    assert found.without
