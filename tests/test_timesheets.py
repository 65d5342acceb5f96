"""The hours of paid help: what counts, that an agreement holds for exactly those, and who gets the sheet."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pypdfium2
import pytest

from bot.dialogs.timesheet import show, sign, sign_yes
from bot.messages import Attachment
from bot.papers import hours as paper
from bot.papers import typeset
from locales.words import words
from scheduling.care import Part
from scheduling.claims import claim
from scheduling.people import Member, Role
from scheduling.timesheets import Timesheet, Worked, holds, worked
from storage.database import Database
from storage.store import Store
from tests.cast import MONDAY, Family, at, family, planned
from tests.test_export_rights import asks

EARLY = MONDAY - timedelta(days=40)


def a_month(store: Store) -> tuple[Family, Member]:
    """Samira, paid help, washed on 3 and 10 February, and could not on the 17th."""
    us = family(store)
    samira = store.change(us.fatima, name="Samira", role=Role.PAID)
    for day, minutes in ((3, 90), (10, 60), (17, 60)):
        shift = planned(store, us, "=douchen", at(day, "08:00", month=2), minutes)
        taken = claim(store, shift.id, samira, EARLY).assignment
        if day == 17:
            store.change(taken, part=Part.NOT_DONE)
    return us, samira


def test_hours_are_what_was_done_and_is_over(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us, samira = a_month(store)
        roster = store.roster_between(us.circle.id, at(1, "00:00", month=2), at(1, "00:00"))
        found = worked(roster, samira.id, us.circle.zone, MONDAY)
        assert [one.minutes for one in found] == [90, 60]
        assert worked(roster, samira.id, us.circle.zone, at(3, "09:00", month=2)) == ()
        assert worked(roster, us.piet.id, us.circle.zone, MONDAY) == ()


def test_an_agreement_holds_for_those_hours_alone(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us, samira = a_month(store)
        roster = store.roster_between(us.circle.id, at(1, "00:00", month=2), at(1, "00:00"))
        found = worked(roster, samira.id, us.circle.zone, MONDAY)
        lines = tuple(one.line for one in found)
        signed = Timesheet(0, us.circle.id, samira.id, "2025-02", lines, us.anna.id, MONDAY)
        assert holds(signed, found)
        assert not holds(None, found)
        assert not holds(signed, found[:1])
        longer = store.change(roster[0].shift, end=roster[0].shift.end + timedelta(minutes=15))
        assert longer.duration == timedelta(minutes=105)
        roster = store.roster_between(us.circle.id, at(1, "00:00", month=2), at(1, "00:00"))
        assert not holds(signed, worked(roster, samira.id, us.circle.zone, MONDAY))


@pytest.mark.parametrize("role", list(Role))
def test_the_sheet_is_for_organisers_and_for_whoever_worked(sqlite_database: Database, role: Role) -> None:
    with sqlite_database.writing() as store:
        us, samira = a_month(store)
        jan = store.change(us.piet, role=role)
        say = asks(store, jan, "", "uren van Samira", does=show, who=[str(samira.id)], start="2025-02-01")
        assert bool(say.files()) == (role == Role.ORGANISER)
        assert ("2,5 uur" in say.text) == (role == Role.ORGANISER)
        assert asks(store, samira, "", "mijn uren", does=show, start="2025-02-01").files()
        lines = [f"{at(3, '08:00', month=2).isoformat()} 90"]
        asks(store, jan, "", "akkoord", does=sign, who=[str(samira.id)], start="2025-02-01")
        asks(store, jan, "", "ja", does=sign_yes, member=samira.id, month="2025-02", hours=lines)
        assert store.timesheet_of(samira.id, "2025-02") is None, "nobody agrees with hours that were not shown"


def test_the_sheet_says_who_agreed_and_when(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us, samira = a_month(store)
        values = {"who": [str(samira.id)], "start": "2025-02-01"}
        button = asks(store, us.anna, "", "akkoord", does=sign, **values).options[0]
        signed = asks(store, us.anna, "", "ja", does=sign_yes, **dict(button.values))
        cells = [
            [cell for cell in row if cell is not None]
            for row in openpyxl.load_workbook(io.BytesIO(signed.files()[1].data))["Uren"].iter_rows(values_only=True)
        ]
        assert ["Samen", 2.5, "uur"] in cells
        assert ["Akkoord: Anna, maandag 3 maart."] in cells
        assert cells[3][5] == "=douchen"
        kept = store.timesheet_of(samira.id, "2025-02")
        assert kept is not None
        assert (kept.signed_by, kept.signed_at) == (us.anna.id, MONDAY)


def words_on(file: Attachment) -> list[str]:
    """What stands on each page of a PDF, read by another program."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file.data)]


def test_the_paper_has_every_shift_the_sum_and_room_for_two_signatures(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us, samira = a_month(store)
        values = {"who": [str(samira.id)], "start": "2025-02-01"}
        say = asks(store, us.anna, "", "uren van Samira", does=show, **values)
        (said,) = words_on(say.files()[0])
        assert [line for line in said.splitlines() if line.startswith(("ma 3 feb", "ma 10 feb", "ma 17 feb"))] == [
            "ma 3 feb 08:00–09:30 =douchen 1:30 volgens rooster",
            "ma 10 feb 08:00–09:00 =douchen 1:00 volgens rooster",
        ]
        for told in ("Samen 2:30", "Thuishulp Samira", "Hulp voor Nel", "februari 2025"):
            assert told in " ".join(said.split())
        assert said.count("Handtekening") == said.count("Datum") - 1 == 2
        assert "Naam" in said, "nobody agreed yet: there is room for who does"
        signed = asks(store, us.anna, "", "ja", does=sign_yes, **dict(say.options[0].values))
        (said,) = words_on(signed.files()[0])
        assert "Akkoord: Anna, maandag 3 maart." in said
        assert "Naam" not in said


def test_the_signatures_of_a_long_month_stand_together() -> None:
    begin = at(1, "08:00")
    every = tuple(
        Worked(n, start := begin + timedelta(hours=12 * n), start + timedelta(minutes=45), "wassen en aankleden", True)
        for n in range(60)
    )
    sheet = paper.Sheet("Samira", "Nel", begin.date(), every, "", "", True, begin)
    found = words_on(Attachment("uren.pdf", "application/pdf", typeset.pdf("hours", paper.page(sheet, words()))))
    assert sum(page.count("wassen en aankleden") for page in found) == 60
    assert all(page.startswith("Datum Tijd Wat") for page in found[1:])
    assert found[-1].count("Handtekening") == 2
    assert "Samen 45:00" in found[-1].replace("\r\n", " ")
    assert not any("Handtekening" in page for page in found[:-1])
