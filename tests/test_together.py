"""Sums over many circles: nobody, and no circle, can be found in them, also by comparing two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.sender import Sender
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.overviews.weighing import Weighing
from bot.program import Clock, Program
from locales.words import words
from scheduling.care import Assignment, Part, Shift, Staffed
from scheduling.claims import claim, want_out
from scheduling.impact import stood_open
from scheduling.jobs import IMPACT, Job
from scheduling.people import Member, Person, Role, Standing
from scheduling.plans import Draft, plan
from scheduling.together import (
    CIRCLES,
    HOURS,
    LARGEST,
    OTHER,
    PEOPLE,
    Cut,
    cut_more,
    enough,
    grouped,
    published,
    rounded,
    together,
)
from scheduling.together import Part as Piece
from storage.database import Database
from storage.store import Store
from tests.cast import MONDAY, at, family, planned
from tests.soak import share
from tests.talking import Post

MARCH = date(2025, 3, 1)
KINDS = ("night", "house", "company", OTHER)


@st.composite
def circles(draw: Any, least: int = 0) -> list[Piece]:
    """Some circles in one month: who did what, how long."""
    found = []
    for place in range(1, draw(st.integers(least, 32)) + 1):
        kinds = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=4))
        size = draw(st.integers(1, 8))
        minutes = {kind: draw(st.sampled_from((30, 60, 540, 6000))) for kind in kinds}
        people = {kind: frozenset(range(place * 100, place * 100 + size)) for kind in kinds}
        found.append(Piece(place, place, MARCH, minutes, people, 10, 8, 4, 2))
    return found


def counted(parts: list[Piece], before: Sequence[Cut] = ()) -> tuple[list[Sequence[Piece]], list[Cut]]:
    """The groups that count, and every cut that there is now."""
    cuts = [*before, *cut_more(parts, before, MONDAY)]
    return grouped(parts, cuts), cuts


@settings(max_examples=share(60, 1_000), deadline=None)
@given(circles())
def test_no_number_is_made_by_fewer_than_ten_people_of_three_circles(parts: list[Piece]) -> None:
    for group in counted(parts)[0]:
        for kind, minutes in published(group).items():
            behind = set(group[0].minutes) | {k for part in group for k in part.minutes}
            made = {kind} if kind != OTHER else behind - (set(published(group)) - {OTHER})
            shares = [sum(part.minutes.get(one, 0) for one in made) for part in group]
            people = {person for part in group for one in made for person in part.people.get(one, ())}
            assert sum(shares) == minutes
            assert len(people) >= PEOPLE
            assert sum(share > 0 for share in shares) >= CIRCLES
            assert max(shares) <= LARGEST * minutes


@settings(max_examples=share(60, 1_000), deadline=None)
@given(circles(least=1))
def test_two_exports_with_one_circle_more_differ_by_nothing_or_by_a_whole_group(parts: list[Piece]) -> None:
    """The last circle came last. What it adds is nothing, or a group in which it is at most half of every number."""
    *before, newest = parts
    earlier, cuts = counted(before)
    later, cuts_after = counted(parts, cuts)
    assert later[: len(earlier)] == earlier
    more = later[len(earlier) :]
    assert len(more) <= 1
    one, two = together(before, cuts), together(parts, cuts_after)
    if not more:
        assert one.hours == two.hours
        assert (one.people, one.shifts, one.covered, one.soon) == (two.people, two.shifts, two.covered, two.soon)
        return
    for (_, kind), hours in two.hours.items():
        added = hours - one.hours.get((MARCH, kind), 0)
        own = sum(newest.minutes.values() if kind == OTHER else [newest.minutes.get(kind, 0)]) / 60
        whole = published(more[0]).get(kind, 0) / 60
        assert abs(added - whole) <= HOURS
        assert kind == OTHER or not whole or own <= LARGEST * whole


@settings(max_examples=share(60, 1_000), deadline=None)
@given(circles(least=6), st.data())
def test_whoever_looks_and_whichever_circles_go_and_come_back_the_groups_stay(parts: list[Piece], data: Any) -> None:
    """Every look sees some of the circles: coordinators differ, circles leave, hide their hours, come back."""
    cuts: list[Cut] = []
    looks: list[set[tuple[int, ...]]] = []
    for seen in data.draw(st.lists(st.lists(st.sampled_from(parts), unique_by=id, min_size=3), min_size=2, max_size=5)):
        groups, after = counted(seen, cuts)
        assert after[: len(cuts)] == cuts
        assert [cut.place for cut in after] == list(range(len(after)))
        cuts = after
        looks.append({tuple(part.circle for part in group) for group in groups})
    inside = [circle for cut in cuts for circle in cut.circles]
    assert len(inside) == len(set(inside)), "nobody is in two groups"
    known = {part.circle: part for part in parts}
    for one in looks:
        for two in looks:
            for group in one ^ two:  # what two looks differ by
                assert group in {cut.circles for cut in cuts}
                made = [known[circle] for circle in group if any(known[circle].people.values())]
                assert len(made) >= CIRCLES
                assert len({p for part in made for who in part.people.values() for p in who}) >= PEOPLE


def test_a_circle_that_goes_takes_its_group_along_and_brings_the_same_one_back() -> None:
    parts = [Piece(n, n, MARCH, {"night": 600}, {"night": frozenset(range(n * 9, n * 9 + 4))}) for n in range(1, 13)]
    groups, cuts = counted(parts)
    assert [[part.circle for part in group] for group in groups] == [[1, 2, 3], [4, 5, 6, 7, 8, 9]]
    without, cuts = counted(parts[1:], cuts)
    assert [[part.circle for part in group] for group in without] == [[4, 5, 6, 7, 8, 9]]
    back = [*parts[1:], replace(parts[0], place=13)]  # by a new invitation
    again, cuts = counted(back, cuts)
    assert [sorted(part.circle for part in group) for group in again] == [[1, 2, 3], [4, 5, 6, 7, 8, 9]]
    assert together(back, cuts) == together(parts, cuts)


def test_a_group_that_a_correction_leaves_too_few_is_not_shown() -> None:
    parts = [Piece(n, n, MARCH, {"night": 600}, {"night": frozenset(range(n * 9, n * 9 + 4))}) for n in (1, 2, 3)]
    groups, cuts = counted(parts)
    assert len(groups) == 1
    assert not grouped([replace(parts[0], minutes={}, people={}), *parts[1:]], cuts)


def test_too_few_show_nothing() -> None:
    two = [Piece(n, n, MARCH, {"night": 600}, {"night": frozenset(range(n * 50, n * 50 + 20))}) for n in (1, 2)]
    assert not together(two, counted(two)[1]).hours
    small = [Piece(n, n, MARCH, {"night": 600}, {"night": frozenset({n, -n})}) for n in (4, 5, 6)]
    assert not together(small, counted(small)[1]).hours
    both = [*two, *small]
    assert together(both, counted(both)[1]).hours


def test_numbers_are_rounded() -> None:
    assert [rounded(hours, HOURS) for hours in (2, 3, 7.5, 12.6)] == [0, 5, 10, 15]


def test_one_circle_that_does_nearly_everything_is_not_shown() -> None:
    parts = [
        Piece(n, n, MARCH, {"night": 60 if n > 1 else 6000}, {"night": frozenset(range(n * 9, n * 9 + 5))})
        for n in (1, 2, 3)
    ]
    groups, cuts = counted(parts)
    assert groups
    assert not together(parts, cuts).hours
    assert not enough(parts, {"night"})


# How fast what stood open was filled.


def test_how_long_a_shift_stood_open(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        shift = planned(store, us, "tuin", at(8, "10:00"), people=2)
        claim(store, shift.id, us.piet, MONDAY + timedelta(hours=2))
        assert stood_open(_read(store, shift.id)) is None, "somebody is wanted still"
        claim(store, shift.id, us.fatima, MONDAY + timedelta(hours=30))
        assert stood_open(_read(store, shift.id)) == timedelta(hours=30)
        want_out(store, shift.id, us.fatima, MONDAY + timedelta(hours=40))
        claim(store, shift.id, us.riet, MONDAY + timedelta(hours=45))
        assert stood_open(_read(store, shift.id)) == timedelta(hours=5), "since it came open again"


def test_what_was_never_open_or_is_from_before_is_not_counted(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        own = plan(store, us.circle, us.anna, Draft("koffie", at(8, "10:00"), 60), (us.anna,), MONDAY)[0]
        assert stood_open(_read(store, own.id)) is None
    old = Shift(1, 1, 1, 1, MONDAY, MONDAY, MONDAY + timedelta(hours=1), "koffie")
    assert stood_open(Staffed(old, (Assignment(1, 1, 1, Part.DONE, MONDAY),))) is None


def _read(store: Store, shift: int) -> Staffed:
    found = store.staffed(shift)
    assert found is not None
    return found


# The whole of it.


@pytest.mark.parametrize("allowed", [3, 2])
async def test_a_coordinator_gets_the_sums_of_the_circles_that_show_them(
    sqlite_database: Database, allowed: int
) -> None:
    now = at(2, "10:00", month=5)
    with sqlite_database.writing() as store:
        marja = store.add(Person(0, "Marja", MONDAY))
        ids = []
        for n in range(3):
            us = family(store, f"Nel {n}")
            if n >= allowed:
                store.change(us.circle, coordinator_sees=("open",))
            store.add(Member(0, us.circle.id, "Marja", marja.id, Role.COORDINATOR, since=MONDAY))
            ids.append(us.circle.id)
            for day, who in enumerate((us.anna, us.piet, us.fatima, us.riet), 8):
                shift = planned(store, us, "koffie", at(day, "10:00", month=4), 150)
                claim(store, shift.id, who, MONDAY + timedelta(hours=3))
        payload = {"circles": ids, "first": "2025-04-01", "last": "2025-04-30"}
        store.add(Job(0, IMPACT, ids[0], marja.id, payload, now))
    post = Post("telegram")
    clock = Clock(lambda: now)
    with sqlite_database.writing() as store:
        from scheduling.people import Address

        store.add(Address(0, "telegram", "Marja", marja.id, last_in_at=now))
    sender = Sender(sqlite_database, {"telegram": post}, capabilities(), words())
    program = Program(sqlite_database, Engine(sqlite_database, capabilities(), words()), sender, clock)
    await program.settle()
    text, files = post.given[-1].reply.text, post.given[-1].reply.attachments
    program.close()
    if allowed == 3:
        assert "30 uur hulp, door zo'n 10 mensen" in text
        assert [file.name for file in files] == ["impact.png", "impact.xlsx"]
    else:
        assert "kan ik nog niets laten zien" in text
        assert not files
    assert not any(name in text for name in ("Nel", "Anna", "Piet"))


def test_a_circle_that_was_away_is_counted_as_before_and_not_for_the_months_between(sqlite_database: Database) -> None:
    now = at(2, "10:00", month=6)
    with sqlite_database.writing() as store:
        marja = store.add(Person(0, "Marja", MONDAY))
        ids, places = [], []
        for n in range(3):
            us = family(store, f"Nel {n}")
            places.append(store.add(Member(0, us.circle.id, "Marja", marja.id, Role.COORDINATOR, since=MONDAY)))
            ids.append(us.circle.id)
            for month in (4, 5):
                for day, who in enumerate((us.anna, us.piet, us.fatima, us.riet), 8):
                    shift = planned(store, us, "koffie", at(day, "10:00", month=month), 150)
                    claim(store, shift.id, who, MONDAY + timedelta(hours=3))
        payload = {"circles": ids, "first": "2025-04-01", "last": "2025-05-31"}
        job = store.add(Job(0, IMPACT, ids[0], marja.id, payload, now))

    def said() -> str:
        work = Weighing(sqlite_database, words(), job)
        work.read(ids, now)
        made = work.made(now)
        with sqlite_database.writing() as store:
            for cut in made.keep:
                store.add(cut)
        return f"{made.key} {made.values.get('lines', '')}"

    before = said()
    assert "60 uur" in before
    with sqlite_database.writing() as store:
        store.change(places[0], standing=Standing.LEFT, left_at=now)
    assert said().startswith("impact-too-few")
    with sqlite_database.writing() as store:
        member = store.member_in(ids[0], marja.id)
        assert member is not None
        store.change(member, standing=Standing.ACTIVE, since=now, left_at=None)
    assert said() == before
