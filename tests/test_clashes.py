"""What one person cannot do together, and what is one visit."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduling.availability import Absence, Never
from scheduling.care import Shift
from scheduling.clashes import Hindrance, between, clashes, is_night
from scheduling.people import AMSTERDAM
from tests.cast import at

_ids = iter(range(1, 10_000_000))


def shift(start: datetime, minutes: int = 60, *, home: bool = True, circle: int = 1) -> Shift:
    return Shift(next(_ids), circle, 1, 1, start, start, start + timedelta(minutes=minutes), "koffie", 1, home)


def hindrance(one: Shift, other: Shift) -> Hindrance | None:
    clash = between(one, other, AMSTERDAM)
    return None if clash is None else clash.hindrance


def test_washing_stockings_and_medicine_at_eight_are_one_visit_and_no_clash() -> None:
    washing, stockings, medicine = shift(at(6, "07:30")), shift(at(6, "08:00"), 10), shift(at(6, "08:00"), 10)
    assert hindrance(washing, stockings) is None
    assert hindrance(stockings, medicine) is None


def test_nobody_is_at_the_doctor_and_at_home_at_once() -> None:
    doctor, coffee = shift(at(6, "14:30"), home=False), shift(at(6, "15:00"))
    assert hindrance(doctor, coffee) == Hindrance.OVERLAP
    assert hindrance(coffee, doctor) == Hindrance.OVERLAP


def test_two_circles_at_one_time_clash_and_need_time_to_travel_between() -> None:
    nel, jan = shift(at(6, "14:00")), shift(at(6, "14:30"), circle=2)
    assert hindrance(nel, jan) == Hindrance.OVERLAP
    assert hindrance(nel, shift(at(6, "15:05"), circle=2)) == Hindrance.TRAVEL
    assert hindrance(nel, shift(at(6, "15:15"), circle=2)) is None


def test_after_a_night_elsewhere_one_rests() -> None:
    night = shift(at(6, "22:00"), 9 * 60)
    assert is_night(night, AMSTERDAM)
    assert hindrance(night, shift(at(7, "10:00"), circle=2)) == Hindrance.REST
    assert hindrance(night, shift(at(7, "15:00"), circle=2)) is None
    assert hindrance(night, shift(at(7, "07:00"))) is None  # breakfast at the same home ends the visit


def test_a_vacation_and_hours_that_never_suit_stand_in_the_way() -> None:
    coffee = shift(at(6, "21:30"))
    away = Absence(1, 1, at(5, "00:00"), at(8, "00:00"))
    late = Never(1, 1, tuple(range(7)), 21 * 60)
    assert [c.hindrance for c in clashes(coffee, [], [away], [], AMSTERDAM)] == [Hindrance.AWAY]
    assert [c.hindrance for c in clashes(coffee, [], [], [late], AMSTERDAM)] == [Hindrance.UNSUITED]
    assert clashes(shift(at(6, "20:00")), [], [], [late], AMSTERDAM) == []
    assert clashes(coffee, [], [Absence(1, 1, at(5, "00:00"), at(8, "00:00"), ended=True)], [], AMSTERDAM) == []


def test_hours_that_never_suit_hold_for_a_night_that_runs_into_them() -> None:
    sunday_night = shift(at(9, "22:00"), 9 * 60)
    assert [c.hindrance for c in clashes(sunday_night, [], [], [Never(1, 1, (0,))], AMSTERDAM)] == [Hindrance.UNSUITED]


moments = st.integers(0, 7 * 24 * 4).map(lambda quarter: at(3, "00:00") + timedelta(minutes=15 * quarter))
some_shift = st.builds(
    shift, moments, st.integers(1, 40).map(lambda n: n * 15), home=st.booleans(), circle=st.sampled_from([1, 2])
)


@given(some_shift, some_shift)
def test_a_clash_is_the_same_from_both_sides(one: Shift, other: Shift) -> None:
    assert hindrance(one, other) == hindrance(other, one)


@given(some_shift, some_shift)
def test_shifts_that_overlap_in_two_places_always_clash(one: Shift, other: Shift) -> None:
    apart = one.circle != other.circle or not (one.at_home and other.at_home)
    if apart and one.start < other.end and other.start < one.end:
        assert hindrance(one, other) is not None


@given(some_shift, some_shift)
def test_a_day_apart_nothing_clashes(one: Shift, other: Shift) -> None:
    if abs(one.start - other.start) > timedelta(hours=24):
        assert hindrance(one, other) is None
