"""What a circle did together: the sums, the sheet and the page."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl
import pypdfium2
import pytest

from bot.dialogs.impact import show_impact
from bot.papers import impact as paper
from bot.papers import typeset
from locales.nl.kinds import kind_of
from locales.words import words
from scheduling.care import Assignment, Part, Shift, Staffed
from scheduling.impact import Impact, impact
from scheduling.people import Role
from storage.database import Database
from tests.cast import AMSTERDAM, MONDAY, at, family
from tests.test_export_rights import asks

NOW = at(31, "12:00")


def shift(n: int, what: str, start: datetime, *who: tuple[int, Part], minutes: int = 60, needed: int = 1) -> Staffed:
    kept = Shift(n, 1, 1, 1, start, start, start + timedelta(minutes=minutes), what, needed)
    return Staffed(kept, tuple(Assignment(i, n, member, part, MONDAY) for i, (member, part) in enumerate(who)))


def march() -> Impact:
    return impact(
        [
            shift(1, "koffie", at(4, "10:00"), (1, Part.DONE)),
            shift(2, "nachtwacht", at(7, "22:00"), (2, Part.DONE), minutes=540),
            shift(3, "naar de oogarts", at(11, "14:00"), (1, Part.CONFIRMED), (3, Part.DONE), minutes=120, needed=2),
            shift(4, "boodschappen", at(12, "10:00")),
            shift(5, "douchen", at(13, "08:00"), (9, Part.DONE)),
            shift(6, "koffie", at(18, "10:00"), (1, Part.NOT_DONE)),
            shift(7, "koffie", at(25, "10:00"), (2, Part.RESERVE), (3, Part.RELEASED)),
            shift(8, "huisarts", at(27, "10:00"), (1, Part.DONE), needed=2),
            shift(9, "koffie", at(1, "10:00", month=4), (1, Part.CLAIMED)),
        ],
        {9},
        kind_of,
        "Europe/Amsterdam",
        NOW,
    )


def page() -> dict[str, Any]:
    lines = ["15 uur hulp, door 3 mensen (betaalde hulp niet meegeteld).", "4 van de 8 beurten waren geregeld (50 %)."]
    return paper.page(march(), "Samen voor Nel", lines, "1 t/m 31 maart 2025", NOW.astimezone(AMSTERDAM), words())


def test_what_was_done_counts_by_month_and_kind_and_paid_help_does_not() -> None:
    found = march()
    assert found.minutes == {
        (date(2025, 3, 1), "company"): 60,
        (date(2025, 3, 1), "night"): 540,
        (date(2025, 3, 1), "away"): 2 * 120 + 60,
    }
    assert found.kinds == ("night", "away", "company")
    assert found.total == 900


def test_a_shift_is_covered_when_everybody_who_was_needed_did_it() -> None:
    assert (march().shifts, march().covered) == (8, 4)


@pytest.mark.parametrize(("minutes", "counted"), [(-1, 0), (0, 1), (1, 1)])
def test_a_shift_counts_from_the_minute_it_is_over(minutes: int, counted: int) -> None:
    coffee = shift(1, "koffie", at(4, "10:00"), (1, Part.DONE))
    now = coffee.shift.end + timedelta(minutes=minutes)
    assert impact([coffee], (), kind_of, "Europe/Amsterdam", now).shifts == counted


def test_the_spread_is_told_without_a_ranking() -> None:
    assert (march().people, march().half) == (3, 1)
    assert impact([], (), kind_of, "Europe/Amsterdam", NOW) == Impact()


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("nachtwacht", "night"),
        ("steunkousen aan", "body"),
        ("Medicijnen aanreiken", "body"),
        ("naar de oogarts", "away"),
        ("boodschappen doen", "house"),
        ("hond uitlaten", "house"),
        ("koffie en gezelschap", "company"),
        ("post, bank, pgb", "papers"),
        ("iets heel anders", "other"),
    ],
)
def test_a_task_has_its_kind(what: str, kind: str) -> None:
    assert kind_of(what) == kind
    assert words()(f"kind-{kind}")


def test_the_sheet_adds_up() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(paper.excel(march(), "Samen voor Nel", {"shifts": 8, "covered": 4, "people": 3}, words()))
    )
    rows = list(book["Impact"].iter_rows(values_only=True))
    assert rows[0] == ("Samen voor Nel", "maart 2025", "Samen")
    assert rows[1] == ("nachten", 9, 9)
    assert rows[4] == ("Samen", 15, 15)
    assert rows[6:] == [("Beurten", 8, None), ("Waarvan geregeld", 4, None), ("Mensen die hielpen", 3, None)]


def test_the_page_says_the_same() -> None:
    document = pypdfium2.PdfDocument(typeset.pdf("impact", page()))
    said = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    for word in ("Samen voor Nel", "maart 2025", "nachten", "9 uur", "15 uur", "50 %"):
        assert word in said


@pytest.mark.parametrize("role", list(Role))
def test_organisers_and_coordinators_see_it_and_nobody_is_named(sqlite_database: Database, role: Role) -> None:
    from scheduling.claims import claim
    from scheduling.plans import Draft, plan

    with sqlite_database.writing() as store:
        us = family(store)
        early = MONDAY - timedelta(days=20)
        plan(store, us.circle, us.anna, Draft("koffie", MONDAY - timedelta(days=3), 60), (), early)
        past = store.roster_between(us.circle.id, early, MONDAY)[0]
        claim(store, past.shift.id, us.fatima, early)
        jan = store.change(us.piet, role=role)
        say = asks(store, jan, "", "impact", does=show_impact)
        assert bool(say.files()) == (role in (Role.ORGANISER, Role.COORDINATOR))
        assert "Fatima" not in say.text
        assert ("1 uur" in say.text) == (role in (Role.ORGANISER, Role.COORDINATOR))
