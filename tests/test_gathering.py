"""Work over many circles: it says how far it is, and comes once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.messages import Attachment
from bot.overviews import gathered, gathering
from bot.overviews.gathering import Made
from bot.overviews.workbook import Workbook
from locales.words import words
from scheduling.jobs import OVERVIEW, Job
from scheduling.people import Member, Person, Role
from storage.database import Database
from tests.cast import MONDAY, at, family, planned
from tests.talking import Cast


def test_it_says_how_far_it_is_and_the_file_comes_once(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MANY", 6)
    monkeypatch.setattr(gathering, "AT_ONCE", 1)
    with sqlite_database.writing() as store:
        marja = store.add(Person(0, "Marja", MONDAY))
        ids = []
        for n in range(6):
            us = family(store, f"[Nel] * {n}/{'x' * 40}")
            store.add(Member(0, us.circle.id, "Marja", marja.id, Role.COORDINATOR, since=MONDAY))
            ids.append(us.circle.id)
        payload = {"circles": ids, "first": "2025-03-01", "last": "2025-03-31"}
        job = store.add(Job(0, OVERVIEW, ids[0], marja.id, payload, MONDAY))
    work, done = Workbook(sqlite_database, words(), job), 0
    for part in work.parts():
        work.read(part, MONDAY)
        done += len(part)
        work.progress(done - len(part), done, MONDAY)
    made = work.made(MONDAY)
    work.finish(made, MONDAY)
    work.finish(made, MONDAY)  # another worker, that was slower
    said = [owed.payload["text"] for owed in Cast(sqlite_database).owed()]
    assert said[:2] == ["Ik ben bezig: 2 van de 6 kringen.", "Ik ben bezig: 4 van de 6 kringen."]
    assert len(said) == 3
    assert "overzicht van 6 kringen" in said[2]


def test_much_of_it_is_done_in_another_process_and_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(f"sqlite:///{tmp_path / 'beside.db'}")
    database.create_tables()
    with database.writing() as store:
        us = family(store)
        marja = store.add(Person(0, "Marja", MONDAY))
        store.add(Member(0, us.circle.id, "Marja", marja.id, Role.COORDINATOR, since=MONDAY))
        planned(store, us, "tuin", at(8, "10:00"))
        payload = {"circles": [us.circle.id], "first": "2025-03-01", "last": "2025-03-31"}
        job = store.add(Job(0, OVERVIEW, us.circle.id, marja.id, payload, MONDAY))
    told: list[tuple[int, int]] = []
    here = gathered.gather(database, job, MONDAY, lambda *far: told.append(far))
    monkeypatch.setattr(gathered, "FEW", 0)
    beside = gathered.gather(database, job, MONDAY, lambda *far: told.append(far))
    assert told == [(0, 1), (0, 1)]
    assert (beside.key, beside.values) == (here.key, here.values)

    def rows(made: Made) -> list[list[tuple[object, ...]]]:
        files = [file for file in made.files if isinstance(file, Attachment)]
        return [list(sheet.iter_rows(values_only=True)) for f in files for sheet in load_workbook(io.BytesIO(f.data))]

    assert rows(beside) == rows(here)
    assert len(rows(here)) == 2
    database.close()
    with pytest.raises(gathered.GatheringFailed):
        gathered.gather(Database(f"sqlite:///{tmp_path / 'gone' / 'gone.db'}"), job, MONDAY, lambda *_: None)
