"""The calendar file, read back by other programs, says what the roster says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from bot.calendars import feed
from bot.papers.calendar import Entry, calendar
from locales.words import words
from scheduling.care import Part
from scheduling.claims import claim
from scheduling.people import CircleState, Member
from scheduling.plans import Draft, cancel, extend, move, plan
from storage.database import Database
from storage.store import Store
from tests.cast import AMSTERDAM, MONDAY, Family, at, family

FIRST, LAST = date(2025, 3, 3), date(2026, 3, 3)
Seen = list[tuple[datetime, datetime, str]]


def a_year_goes_by(store: Store, of: Family) -> None:
    """The nights of a year in which series are kept weeks ahead."""
    for week in range(0, 54, 4):
        now = MONDAY + timedelta(weeks=week)
        for one, task in map(store.series_with_task, store.series_to_extend(now + timedelta(weeks=9))):
            extend(store, of.circle.zone, one, task, now)


def roster(store: Store, of: Family, member: Member | None = None) -> Seen:
    """When, until when and what, as the store has it: everybody's, or this member's own."""
    found = store.roster_between(of.circle.id, at(3, "00:00"), datetime(2026, 3, 3, tzinfo=AMSTERDAM))
    return sorted(
        (s.shift.start, s.shift.end, s.shift.what)
        for s in found
        if member is None or any(a.member == member.id for a in s.responsible)
    )


def read_back(file: bytes) -> Seen:
    """The same as a calendar program shows it."""
    read: Any = icalendar.Calendar.from_ical(file)
    events = recurring_ical_events.of(read).between(FIRST, LAST)
    return sorted(
        (e["DTSTART"].dt.astimezone(UTC), e["DTEND"].dt.astimezone(UTC), str(e["SUMMARY"]).split(" voor ")[0])
        for e in events
    )


def events_in(file: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(file).walk("VEVENT")


def own(store: Store, of: Family, member: Member) -> bytes:
    return feed.file(store, words(), feed.Wanted(((member, of.circle),)), FIRST)


def everybodys(store: Store, of: Family) -> bytes:
    return feed.file(store, words(), feed.Wanted(((of.anna, of.circle),), of.circle), FIRST)


def a_full_life(store: Store, of: Family) -> None:
    """Series of every kind, with a night watch over both clock changes, what was moved, called off, given away."""
    for draft, who in (
        (Draft("koffie", at(4, "10:00"), 60, "FREQ=WEEKLY;BYDAY=TU"), of.piet),
        (Draft("medicijnen", at(3, "18:00"), 10, "FREQ=DAILY"), of.fatima),
        (Draft("nachtwacht", at(7, "22:00"), 540, "FREQ=WEEKLY;BYDAY=FR,SA"), of.piet),
        (Draft("container", at(5, "20:00"), 5, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"), of.piet),
        (Draft("tuin", at(8, "13:00"), 120, "FREQ=MONTHLY;BYDAY=2SA"), of.riet),
        (Draft("fysio", at(6, "09:00"), 30, "FREQ=WEEKLY;BYDAY=TH;COUNT=12"), of.piet),
        (Draft("zwemmen", at(3, "15:00"), 90, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20250901T000000"), of.piet),
    ):
        plan(store, of.circle, of.anna, draft, (who,), MONDAY)
    plan(store, of.circle, of.anna, Draft("post", at(3, "11:00"), 30, "FREQ=WEEKLY;BYDAY=MO"), (), MONDAY)
    plan(store, of.circle, of.anna, Draft("huisarts", at(6, "14:30"), 60), (of.piet,), MONDAY)
    a_year_goes_by(store, of)
    shifts = store.roster_between(of.circle.id, at(3, "00:00"), datetime(2026, 3, 3, tzinfo=AMSTERDAM))
    coffee = [s for s in shifts if s.shift.what == "koffie"]
    cancel(store, coffee[2], MONDAY)
    move(store, coffee[5], coffee[5].shift.start + timedelta(hours=26), 45, MONDAY)
    mine = coffee[7].responsible[0]
    store.change(mine, part=Part.TAKEN_OVER)
    claim(store, coffee[7].shift.id, of.riet, MONDAY)
    store.change(coffee[9].responsible[0], part=Part.WANTS_OUT)
    mail = [s for s in shifts if s.shift.what == "post"]
    for staffed in mail[3:6]:
        claim(store, staffed.shift.id, of.piet, MONDAY)


@pytest.mark.parametrize("whose", ["piet", "fatima", "riet"])
def test_somebodys_year_reads_back_as_it_is_on_the_roster(sqlite_database: Database, whose: str) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_full_life(store, us)
        member: Member = getattr(us, whose)
        assert len(roster(store, us, member)) > 10
        assert read_back(own(store, us, member)) == roster(store, us, member)


def test_the_year_of_everybody_reads_back_as_it_is_on_the_roster(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_full_life(store, us)
        assert read_back(everybodys(store, us)) == roster(store, us)


def test_what_is_in_the_diary_beyond_the_shifts_that_exist_comes_true(sqlite_database: Database) -> None:
    """Written in March, it holds for the year: series go on, at the same time on both sides of the clock changes."""
    with sqlite_database.writing() as store:
        us = family(store)
        draft = Draft("nachtwacht", at(7, "22:00"), 540, "FREQ=WEEKLY;BYDAY=FR,SA")
        plan(store, us.circle, us.anna, draft, (us.piet,), MONDAY)
        in_march = own(store, us, us.piet)
        a_year_goes_by(store, us)
        assert read_back(in_march) == roster(store, us, us.piet)
        assert {start.astimezone(AMSTERDAM).hour for start, _, _ in read_back(in_march)} == {22}
        assert {end.astimezone(AMSTERDAM).hour for _, end, _ in read_back(in_march)} == {7}


def test_a_series_is_one_entry_that_recurs(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_full_life(store, us)
        events = events_in(own(store, us, us.fatima))
        assert len([e for e in events if "RRULE" in e]) == 1
        assert len(events) < 5


def test_who_takes_a_shift_moves_its_entry_instead_of_doubling_it(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        plan(store, us.circle, us.anna, Draft("huisarts", at(6, "14:30"), 60), (), MONDAY)

        def entry() -> Any:
            return events_in(everybodys(store, us))[0]

        before = entry()
        staffed = store.roster_between(us.circle.id, MONDAY, at(8, "00:00"))[0]
        claim(store, staffed.shift.id, us.piet, MONDAY)
        taken = entry()
        move(store, store.roster_between(us.circle.id, MONDAY, at(8, "00:00"))[0], at(6, "16:00"), 60, MONDAY)
        moved = entry()
    assert before["UID"] == taken["UID"] == moved["UID"]
    assert before["SEQUENCE"] < taken["SEQUENCE"] < moved["SEQUENCE"]
    assert (before["STATUS"], taken["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert str(taken["SUMMARY"]) == "huisarts voor Nel: Piet"


def test_calling_one_off_raises_the_sequence_of_its_series(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        draft = Draft("koffie", at(4, "10:00"), 60, "FREQ=WEEKLY;BYDAY=TU")
        plan(store, us.circle, us.anna, draft, (us.piet,), MONDAY)
        before = events_in(own(store, us, us.piet))[0]
        cancel(store, store.roster_between(us.circle.id, MONDAY, at(20, "00:00"))[1], MONDAY)
        after = events_in(own(store, us, us.piet))[0]
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert after["EXDATE"].dts[0].dt == at(11, "10:00")


def test_a_circle_at_rest_promises_nothing_beyond_its_shifts(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        draft = Draft("koffie", at(4, "10:00"), 60, "FREQ=WEEKLY;BYDAY=TU")
        plan(store, us.circle, us.anna, draft, (us.piet,), MONDAY)
        paused = store.change(us.circle, state=CircleState.PAUSED)
        file = feed.file(store, words(), feed.Wanted(((us.piet, paused),)), FIRST)
        assert read_back(file) == roster(store, us, us.piet)


def test_the_same_roster_gives_the_same_bytes(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_full_life(store, us)
        assert own(store, us, us.piet) == own(store, us, us.piet)


@pytest.mark.parametrize(
    "text", ["huisarts; Piet, «Ü»\nregel", "a\\nb", "漢字" * 60, "x" * 300, "BEGIN:VEVENT\r\nX:1", "\x00\x07é\r"]
)
def test_what_people_write_stays_text(text: str) -> None:
    start = datetime(2025, 3, 6, 14, 30, tzinfo=AMSTERDAM)
    entry = Entry(1, 1, start, start, start + timedelta(hours=1), text, 0, start)
    file = calendar("Nel", "Europe/Amsterdam", [entry], [], FIRST)
    events = events_in(file)
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\x07", "")
    assert [str(e["SUMMARY"]) for e in events] == [clean]
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_a_series_keeps_to_the_clock_where_the_zone_is_another(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        there = store.change(us.circle, zone="America/Paramaribo")
        start = datetime(2025, 3, 4, 13, tzinfo=UTC)
        plan(store, there, us.anna, Draft("koffie", start, 60, "FREQ=WEEKLY;BYDAY=TU"), (us.piet,), MONDAY)
        file = feed.file(store, words(), feed.Wanted(((us.piet, there),)), FIRST)
    assert {s.hour for s, _, _ in read_back(file)} == {13}
