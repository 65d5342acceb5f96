"""Moving and calling off: one shift or a series, what the night makes afterwards, and nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.nightly import extend_series
from scheduling.care import Assignment, Part, Series, Staffed
from scheduling.changes import Move, OneByOne, cancel_from, change_from, change_shift, leave_out
from scheduling.claims import claim, want_out
from scheduling.plans import AHEAD, Draft, InThePast, OddDuration, plan
from scheduling.recurrence import on_clock
from storage.database import Database
from storage.store import Store
from tests.cast import AMSTERDAM, MONDAY, Family, at, family, planned


def series(store: Store, us: Family, rule: str, start: datetime, minutes: int = 90, **fields: Any) -> list[Staffed]:
    """The shifts of a new series, in order."""
    made = plan(store, us.circle, us.anna, Draft("boodschappen", start, minutes, rule, **fields), (), MONDAY)
    return [found for shift in made if (found := store.staffed(shift.id)) is not None]


def extended(store: Store, now: datetime) -> None:
    """A night."""
    extend_series(store, store.series_to_extend(now + AHEAD), now)


def clocks(store: Store, us: Family, start: datetime, end: datetime) -> list[str]:
    """When shifts begin, as "tue 04 10:00"."""
    found = store.roster_between(us.circle.id, start, end)
    return [f"{s.shift.start.astimezone(AMSTERDAM):%a %d %H:%M}".lower() for s in found]


def test_a_night_ends_at_seven_by_the_clock_when_the_clocks_change(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        spring = planned(store, us, "nachtwacht", at(29, "22:00"), 540)
        autumn = planned(store, us, "nachtwacht", at(25, "22:00", 10), 540)
        for night in (spring, autumn):
            assert f"{night.end.astimezone(AMSTERDAM):%H:%M}" == "07:00"
        assert (spring.duration.total_seconds(), autumn.duration.total_seconds()) == (8 * 3600, 10 * 3600)


def test_a_clock_time_that_the_night_skips_or_has_twice_is_known_as_such() -> None:
    zone = "Europe/Amsterdam"

    def wall(text: str) -> datetime:
        return datetime.fromisoformat(text)

    assert on_clock(wall("2025-03-30T02:30"), zone) == (datetime(2025, 3, 30, 1, 30, tzinfo=UTC), "skipped")
    assert on_clock(wall("2025-10-26T02:30"), zone) == (datetime(2025, 10, 26, 0, 30, tzinfo=UTC), "twice")
    assert on_clock(wall("2025-03-30T03:30"), zone)[1] == ""


def test_who_confirmed_is_asked_anew_when_a_shift_moves_and_not_when_it_only_gets_longer(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shift = planned(store, us, "huisarts", at(6, "14:30"))
        mine = claim(store, shift.id, us.piet, MONDAY).assignment
        store.change(mine, part=Part.CONFIRMED)
        longer = change_shift(store, us.circle, staffed(store, shift.id), Move(minutes=120), MONDAY)
        assert (longer.end, store.get(Assignment, mine.id).part) == (at(6, "16:30"), Part.CONFIRMED)
        moved = change_shift(store, us.circle, staffed(store, shift.id), Move(1, time(11)), MONDAY)
        assert (moved.start, moved.end) == (at(7, "11:00"), at(7, "13:00"))
        assert store.get(Assignment, mine.id).part == Part.CLAIMED


def staffed(store: Store, shift: int) -> Staffed:
    found = store.staffed(shift)
    assert found is not None
    return found


def test_a_shift_moves_neither_into_the_past_nor_to_forty_hours(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shift = planned(store, us, "huisarts", at(6, "14:30"))
        with pytest.raises(InThePast):
            change_shift(store, us.circle, staffed(store, shift.id), Move(days=-4), MONDAY)
        with pytest.raises(OddDuration):
            change_shift(store, us.circle, staffed(store, shift.id), Move(minutes=2400), MONDAY)


def test_one_shift_of_a_series_moves_alone_and_the_night_makes_it_not_anew(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY;BYDAY=TU,SA", at(4, "10:00"))
        change_shift(store, us.circle, shifts[1], Move(1), MONDAY)  # Saturday the 8th goes to Sunday
        extended(store, at(7, "02:00"))
        assert clocks(store, us, at(3, "00:00"), at(17, "00:00")) == [
            "tue 04 10:00",
            "sun 09 10:00",
            "tue 11 10:00",
            "sat 15 10:00",
        ]


def test_a_series_moves_from_here_on_with_what_is_still_to_be_made(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY;BYDAY=TU", at(4, "10:00"))
        made = store.get(Series, shifts[0].shift.series)
        change_from(store, us.circle, made, shifts[2:], shifts[2].shift, Move(1, time(9)), MONDAY)
        extended(store, at(25, "02:00"))
        march = clocks(store, us, at(3, "00:00"), at(31, "23:00"))
        assert march == ["tue 04 10:00", "tue 11 10:00", "wed 19 09:00", "wed 26 09:00"]
        may = clocks(store, us, at(12, "00:00", 5), at(26, "00:00", 5))
        assert may == ["wed 14 09:00", "wed 21 09:00"]


def test_another_day_is_for_the_shifts_of_that_weekday_alone(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY;BYDAY=TU,SA", at(4, "10:00"))
        made = store.get(Series, shifts[0].shift.series)
        change_from(store, us.circle, made, shifts, shifts[1].shift, Move(1), MONDAY)
        extended(store, at(25, "02:00"))
        assert clocks(store, us, at(3, "00:00"), at(12, "00:00")) == ["tue 04 10:00", "sun 09 10:00", "tue 11 10:00"]
        assert clocks(store, us, at(12, "00:00", 5), at(19, "00:00", 5)) == ["tue 13 10:00", "sun 18 10:00"]


def test_who_is_on_a_series_stays_on_it_and_what_was_moved_by_itself_keeps_its_time(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY;BYDAY=TU", at(4, "10:00"))
        change_shift(store, us.circle, shifts[1], Move(clock=time(16)), MONDAY)
        claim(store, shifts[0].shift.id, us.piet, MONDAY)
        every = store.shifts_of_series(shifts[0].shift.series, MONDAY)
        change_from(
            store,
            us.circle,
            store.get(Series, shifts[0].shift.series),
            every,
            every[0].shift,
            Move(clock=time(11)),
            MONDAY,
        )
        assert clocks(store, us, at(3, "00:00"), at(19, "00:00")) == ["tue 04 11:00", "tue 11 16:00", "tue 18 11:00"]
        assert staffed(store, shifts[0].shift.id).of(us.piet.id) is not None


def test_a_monthly_series_goes_to_another_hour_and_not_to_another_day(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=MONTHLY;BYMONTHDAY=15", at(15, "10:00"))
        made = store.get(Series, shifts[0].shift.series)
        with pytest.raises(OneByOne):
            change_from(store, us.circle, made, shifts, shifts[0].shift, Move(1), MONDAY)
        change_from(store, us.circle, made, shifts, shifts[0].shift, Move(clock=time(11)), MONDAY)
        assert clocks(store, us, at(1, "00:00"), at(30, "00:00", 4)) == ["sat 15 11:00", "tue 15 11:00"]


def test_a_series_that_counts_keeps_count_when_its_rest_moves(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY;COUNT=4", at(4, "10:00"))
        made = store.get(Series, shifts[0].shift.series)
        change_from(store, us.circle, made, shifts[2:], shifts[2].shift, Move(clock=time(11)), MONDAY)
        extended(store, at(25, "02:00"))
        assert clocks(store, us, at(3, "00:00"), at(1, "00:00", 6)) == [
            "tue 04 10:00",
            "tue 11 10:00",
            "tue 18 11:00",
            "tue 25 11:00",
        ]


def test_a_series_that_was_called_off_is_never_made_anew(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=DAILY", at(4, "08:30"), 10)
        cancel_from(store, us.circle, store.get(Series, shifts[0].shift.series), shifts[3:], MONDAY)
        extended(store, at(25, "02:00"))
        assert clocks(store, us, at(3, "00:00"), at(1, "00:00", 8)) == ["tue 04 08:30", "wed 05 08:30", "thu 06 08:30"]


def test_a_task_of_several_times_a_day_has_a_series_for_each(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        series(store, us, "FREQ=DAILY", at(4, "08:00"), 10, also=(at(4, "12:30"), at(4, "18:00")))
        assert clocks(store, us, at(4, "00:00"), at(5, "00:00")) == ["tue 04 08:00", "tue 04 12:30", "tue 04 18:00"]
        assert len(store.tasks_of(us.circle.id)) == 1


def test_who_takes_back_their_own_place_relieves_nobody_else(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shift = planned(store, us, "ziekenhuis", at(6, "10:00"), 180, people=2)
        for member in (us.piet, us.fatima):
            claim(store, shift.id, member, MONDAY)
        for member in (us.piet, us.fatima):
            want_out(store, shift.id, member, MONDAY)
        assert claim(store, shift.id, us.piet, MONDAY).relieved is None
        parts = {a.member: a.part for a in staffed(store, shift.id).assignments}
        assert parts == {us.piet.id: Part.CLAIMED, us.fatima.id: Part.WANTS_OUT}


def test_a_series_that_cannot_be_read_leaves_the_others_whole_and_missed_nights_are_made_up_for(
    database: Database,
) -> None:
    with database.writing() as store:
        us = family(store)
        broken, *_ = series(store, us, "FREQ=DAILY", at(4, "09:00"))
        good, *_ = series(store, us, "FREQ=WEEKLY;BYDAY=TU", at(4, "10:00"))
        store.change(store.get(Series, broken.shift.series), rule="FREQ=NEVER")
    late = at(4, "02:00") + timedelta(weeks=20)
    with database.writing() as store:
        extended(store, late)
    with database.reading() as store:
        ahead = store.shifts_of_series(good.shift.series, late)
        assert len(ahead) == 9
        assert ahead[0].shift.start == at(22, "10:00", 7)
        assert not store.shifts_of_series(broken.shift.series, late)


def test_days_that_a_series_leaves_out_are_never_made_and_it_goes_on_after_them(database: Database) -> None:
    with database.writing() as store:
        us = family(store)
        shifts = series(store, us, "FREQ=WEEKLY", at(4, "10:00"))
        made = store.get(Series, shifts[0].shift.series)
        off = [(date(2025, 3, 11), date(2025, 3, 18)), (date(2025, 5, 20), date(2025, 5, 21))]
        leave_out(store, us.circle, [made], off, shifts[1:3], MONDAY)
        extended(store, at(1, "02:00", 5))
        there = clocks(store, us, at(3, "00:00"), at(1, "00:00", 6))
        assert there[:2] == ["tue 04 10:00", "tue 25 10:00"]
        assert there[-3:] == ["tue 06 10:00", "tue 13 10:00", "tue 27 10:00"]
