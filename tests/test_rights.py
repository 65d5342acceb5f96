"""Who may do what: the table of architecture.md, and that nobody reaches into a circle that is not theirs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.dialogs import capabilities
from bot.messages import Kind
from bot.play import fresh_store
from scheduling.care import Assignment, Part
from scheduling.claims import claim
from scheduling.memberships import expect, invite
from scheduling.people import Circle, CircleState, Member, Ring, Role, Standing
from scheduling.rights import Action, may
from storage.database import Database
from storage.tables import metadata
from storage.turns import Question
from tests.talking import Cast

NEL = Circle(1, "Nel", datetime(2025, 3, 3, tzinfo=UTC))

TABLE = """
                 organiser helper recipient paid coordinator viewer
see_roster       yes       yes    yes       -    -           yes
see_open         yes       yes    yes       -    yes         yes
see_hours        yes       -      -         -    yes         -
see_load         yes       -      -         -    -           -
plan             yes       yes    yes       -    -           -
change_any_plan  yes       -      yes       -    -           -
change_own_plan  yes       yes    yes       -    -           -
claim            yes       yes    -         yes  -           -
assign_others    yes       -      -         -    -           -
write_log        yes       yes    yes       yes  -           -
read_log         yes       yes    yes       -    -           -
invite           yes       -      -         -    -           -
remove           yes       -      -         -    -           -
set_role         yes       -      -         -    -           -
pause            yes       -      -         -    -           -
export           yes       yes    yes       yes  yes         yes
sign_hours       yes       -      -         -    -           -
lend             -         -      -         -    yes         -
"""
"""Paid help reads the notes of their own shifts, and a coordinator their own volunteers: those are asked by shift."""


def cases() -> Iterator[tuple[Role, Action, bool]]:
    head, *rows = [line.split() for line in TABLE.strip().splitlines()]
    for action, *answers in rows:
        for role, answer in zip(head, answers, strict=True):
            yield Role(role), Action(action), answer == "yes"


def a(role: Role, standing: Standing = Standing.ACTIVE) -> Member:
    return Member(1, NEL.id, "Piet", 1, role, Ring.FAMILY, standing)


@pytest.mark.parametrize(
    ("role", "action", "allowed"), list(cases()), ids=lambda case: str(getattr(case, "value", case))
)
def test_a_role_may_what_the_table_says(role: Role, action: Action, allowed: bool) -> None:
    assert may(a(role), action, NEL) is allowed


def test_the_table_names_every_action() -> None:
    assert {action for _, action, _ in cases()} == set(Action)


@pytest.mark.parametrize(
    ("sees", "more"),
    [
        ((), {Action.EXPORT, Action.LEND}),
        (("open",), {Action.EXPORT, Action.LEND, Action.SEE_OPEN}),
        (("notes",), {Action.EXPORT, Action.LEND, Action.READ_LOG}),
        (("names",), {Action.EXPORT, Action.LEND, Action.SEE_ROSTER, Action.SEE_OPEN}),
        (("everything",), {Action.EXPORT, Action.LEND}),
    ],
)
def test_a_coordinator_sees_what_the_circle_shows(sees: tuple[str, ...], more: set[Action]) -> None:
    circle = Circle(1, "Nel", NEL.made_at, coordinator_sees=sees)
    assert {action for action in Action if may(a(Role.COORDINATOR), action, circle)} == more
    assert not any(may(a(Role.VIEWER), action, circle) for action in (Action.READ_LOG, Action.SEE_HOURS))


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("standing", [Standing.LEFT, Standing.ASKING, Standing.EXPECTED])
def test_who_left_or_is_not_in_yet_may_nothing(action: Action, standing: Standing) -> None:
    assert not may(a(Role.ORGANISER, standing), action, NEL)


@pytest.mark.parametrize("action", Action)
def test_an_organiser_of_another_circle_may_nothing_here(action: Action) -> None:
    assert not may(Member(1, NEL.id + 1, "Wim", 1, Role.ORGANISER), action, NEL)


@pytest.mark.parametrize("action", Action)
def test_a_closed_circle_can_only_be_read(action: Action) -> None:
    closed = Circle(1, "Nel", NEL.made_at, state=CircleState.CLOSED)
    assert may(a(Role.ORGANISER), action, closed) is (action in (Action.SEE_ROSTER, Action.READ_LOG, Action.EXPORT))


# Nobody reaches into a circle that is not theirs, whatever a button says.

SECRETS = re.compile(r"\b(Nel|Anna|Piet|Fatima|Els|Riet|griepprik)\b")
OURS = frozenset({"question", "conversation", "inbound", "address"})  # where the stranger's own turn leaves its traces


class Circles:
    """Nel's circle, where things happen, and Wim's circle for his father Jan."""

    def __init__(self) -> None:
        self.cast = Cast(fresh_store(), strict=False)
        self.nel = self.cast.circle("Anna", "Piet", "Fatima")
        self.jan = self.cast.circle("Wim", "Kees", recipient="Jan")
        self.shift = self.cast.planned(self.nel, "griepprik")
        self.open = self.cast.planned(self.nel, "griepprik", hours=50)
        self.cast.planned(self.jan, "tuin")
        with self.cast.database.writing() as store:
            self.members = {member.name: member for member in store.members_of(self.nel.id)}
            self.assignment = claim(store, self.shift.id, self.members["Piet"], self.cast.now).assignment
            self.expected = expect(store, self.nel, "Els", Ring.FAMILY, self.cast.now)
            invite(store, self.members["Anna"], self.cast.now)
            riet = Member(0, self.nel.id, "Riet", None, Role.HELPER, Ring.NEIGHBOURS, Standing.ASKING)
            self.asking = store.add(riet)
            self.address = store.addresses_of(self.cast.persons["Wim"])[0].id
        self.cast.says("Piet", "zeg maar u")  # something that can be undone
        self.cast.says("Piet", "mijn beurten")

    def forged(self) -> list[dict[str, Any]]:
        """What the buttons of Nel's circle carry, and more."""
        what = {"what": "koffie", "date": "2025-03-06", "time": "10:00", "start": "2025-03-06T10:00"}
        common: dict[str, Any] = {
            "circle": self.nel.id,
            "shift": self.shift.id,
            "shifts": [self.shift.id, self.open.id],
            "assignment": self.assignment.id,
            "assignments": [self.assignment.id],
            "mine": self.assignment.id,
            "theirs": self.assignment.id,
            "change": 1,
            "offer": 1,
            "ask": 1,
            "way": "drop",
            "minutes": 10,
            "note": "weg ermee",
            "text": "rooster",
            "answer": "yes",
            "option": "off",
        }
        found = []
        for member in (self.members["Piet"], self.members["Anna"], self.expected, self.asking):
            one = {**common, "member": member.id, "who": [str(member.id)], "name": str(member.id)}
            found.append({**one, "plan": {**what, "circle": self.nel.id, "who": [str(member.id)]}, "kept": dict(one)})
        found.append({"shift": self.open.id, "circle": self.jan.id, "kept": {**what, **common}})
        return found

    def of_nel(self) -> dict[str, list[dict[str, Any]]]:
        """Everything in the database that is not Wim's own."""
        found: dict[str, list[dict[str, Any]]] = {}
        with self.cast.database.reading() as store:
            jans = {member.id for member in store.members_of(self.jan.id)}
            tasks = {task.id for task in store.tasks_of(self.jan.id)}
            for table in metadata.sorted_tables:
                if table.name in OURS:
                    continue
                everything = select(table).order_by(*table.primary_key)
                rows = [dict(row) for row in store.connection.execute(everything).mappings()]
                found[table.name] = [row for row in rows if not self._is_his(table.name, row, jans, tasks)]
        return found

    def _is_his(self, table: str, row: dict[str, Any], jans: set[int], tasks: set[int]) -> bool:
        wims = (self.cast.persons["Wim"], self.cast.persons["Kees"])
        if table == "person":
            return row["id"] in wims
        if table == "consent":  # of an address, whoever taps: nobody else's
            return True
        if table == "circle":
            return bool(row["id"] != self.nel.id)
        if row.get("circle") not in (None, self.nel.id) or row.get("person") in wims:
            return True
        if table == "outbox":
            return row["person"] is None and row["address"] == self.address
        return bool(jans & {row.get("member"), row.get("made_by")}) or row.get("task") in tasks

    def tap(self, do: str, values: dict[str, Any]) -> str:
        """Wim taps a button that was never made for him; what he reads."""
        options = [{"label": "?", "do": do, "values": values, "means": ""}]
        with self.cast.database.writing() as store:
            question = store.add(Question(0, self.address, options, self.cast.now))
        tap = self.cast.inbound("Wim", kind=Kind.TAP, choice=f"{question.id}.0")
        replies = self.cast.handles(tap)
        return "\n".join(f"{r.text} {[c.label for c in r.choices]} {[f.data for f in r.attachments]}" for r in replies)


def driver(database: Database) -> sqlite3.Connection:
    """The one connection of a database in memory."""
    with database.connect() as connection:
        found: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        return found


ACTIONS = sorted(
    # "tell_name" makes whoever taps a new person, on their own address; tests/chats/optout.chat shows it.
    {do for one in capabilities().values() for do in one.does if do != "tell_name"}
    | {name for one in capabilities().values() if one.dialog for name in (one.name, *one.starts)}
)


@pytest.fixture(scope="module")
def begun() -> tuple[Circles, bytes, dict[str, list[dict[str, Any]]]]:
    """Both circles, their database as it is before anything is tried, and what of it is not Wim's."""
    circles = Circles()
    return circles, driver(circles.cast.database).serialize(), circles.of_nel()


@pytest.mark.parametrize("do", ACTIONS)
def test_a_forged_button_changes_and_shows_nothing_of_another_circle(
    begun: tuple[Circles, bytes, dict[str, list[dict[str, Any]]]], do: str
) -> None:
    circles, database, before = begun
    driver(circles.cast.database).deserialize(database)
    for values in circles.forged():
        said = circles.tap(do, values)
        assert circles.of_nel() == before
        assert not SECRETS.search(said), said


def test_a_button_of_somebody_else_is_no_button() -> None:
    circles = Circles()
    circles.cast.says("Piet", "wat staat er open?")
    stolen = circles.cast.choice("Piet", "Ik doe het")
    before = circles.of_nel()
    circles.cast.handles(circles.cast.inbound("Wim", kind=Kind.TAP, choice=stolen.id))
    assert circles.of_nel() == before
    assert "oud bericht" in circles.cast.heard("Wim")[-1]


def test_the_buttons_of_who_was_removed_do_nothing_any_more() -> None:
    circles = Circles()
    cast = circles.cast
    cast.says("Piet", "wat staat er open?")
    cast.says("Anna", "verwijder Piet")
    cast.taps("Anna", "Ja, eruit")
    cast.taps("Piet", "Ik doe het")
    with cast.database.reading() as store:
        staffed = [store.staffed(shift.id) for shift in (circles.open, circles.shift)]
        assert store.get(Assignment, circles.assignment.id).part == Part.RELEASED
    assert not [one.responsible for one in staffed if one and one.responsible]
    assert "griepprik" not in "".join(reply.text for reply in cast.says("Piet", "rooster"))
    assert "griepprik" not in "".join(reply.text for reply in cast.says("Piet", "stuur het rooster"))
