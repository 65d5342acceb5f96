"""The calendar file, read back by other programs, says what the roster says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import icalendar
import recurring_ical_events

from bot.calendar import calendar
from scheduling.claims import claim
from scheduling.plans import Draft, plan
from storage.database import Database
from tests.cast import MONDAY, at, family


def test_a_year_of_tuesdays_reads_back_at_ten_on_both_sides_of_the_clock_changes(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        now = MONDAY
        plan(store, us.circle, us.anna, Draft("koffie", at(4, "10:00"), 60, "FREQ=WEEKLY;BYDAY=TU"), (), now)
        roster = store.roster_between(us.circle.id, now, now + timedelta(days=366))
    file = calendar("Zorg voor Nel", roster, {s.shift.id: "koffie" for s in roster}, now)
    read = icalendar.Calendar.from_ical(file)
    found = recurring_ical_events.of(read).between(at(1, "00:00"), at(1, "00:00", month=12))
    starts = sorted(event["DTSTART"].dt for event in found)
    assert starts == [s.shift.start for s in roster]
    assert {start.astimezone(MONDAY.tzinfo).strftime("%a %H:%M") for start in starts} == {"Tue 10:00"}


def test_who_takes_a_shift_moves_its_entry_instead_of_doubling_it(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        plan(store, us.circle, us.anna, Draft("huisarts", at(6, "14:30"), 60), (), MONDAY)

        def entry() -> Any:
            roster = store.roster_between(us.circle.id, MONDAY, MONDAY + timedelta(days=7))
            file = calendar("Nel", roster, {s.shift.id: "huisarts; Piet, «Ü»\nregel" for s in roster}, MONDAY)
            return icalendar.Calendar.from_ical(file).walk("VEVENT")[0]

        before = entry()
        claim(store, store.roster_between(us.circle.id, MONDAY, at(8, "00:00"))[0].shift.id, us.piet, MONDAY)
        after = entry()
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert after["SUMMARY"] == "huisarts; Piet, «Ü»\nregel"
