"""Frozen dataclasses to rows and back, by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Table

from scheduling import (
    asking,
    availability,
    care,
    feeds,
    groups,
    jobs,
    loans,
    offers,
    pairings,
    people,
    timesheets,
    together,
    wishes,
)
from storage import tables, turns

T = TypeVar("T")

TABLES: dict[type[Any], Table] = {
    people.Person: tables.persons,
    people.Address: tables.addresses,
    people.Circle: tables.circles,
    people.Member: tables.members,
    people.Invite: tables.invites,
    people.Contact: tables.contacts,
    feeds.Feed: tables.feeds,
    pairings.Pairing: tables.pairings,
    care.Task: tables.tasks,
    care.Series: tables.series,
    care.Shift: tables.shifts,
    care.Assignment: tables.assignments,
    care.LogEntry: tables.log_entries,
    availability.Absence: tables.absences,
    availability.Never: tables.nevers,
    wishes.Wish: tables.wishes,
    offers.Offer: tables.offers,
    asking.AskRound: tables.ask_rounds,
    asking.Ask: tables.asks,
    jobs.Job: tables.jobs,
    loans.Loan: tables.loans,
    timesheets.Timesheet: tables.timesheets,
    together.Cut: tables.cuts,
    groups.Group: tables.groups,
    turns.Conversation: tables.conversations,
    turns.Question: tables.questions,
    turns.Change: tables.changes,
    turns.Owed: tables.outbox,
}
KINDS: dict[str, type[Any]] = {table.name: kind for kind, table in TABLES.items()}


Convert = Callable[[Any], Any]


def _reader(hint: Any) -> Convert | None:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(member): member for member in hint}.__getitem__
    return tuple if getattr(hint, "__origin__", None) is tuple else None


def _readers_of(kind: type[Any]) -> tuple[list[str], list[tuple[str, Convert]]]:
    """The columns of a kind's table in their order, and what makes fields of some of them."""
    hints, columns = get_type_hints(kind), list(TABLES[kind].columns.keys())
    readers = [(name, _reader(hint)) for name, hint in hints.items()]
    assert set(columns) == {field.name for field in dataclasses.fields(kind)}
    return columns, [(name, reader) for name, reader in readers if reader is not None]


_READERS = {kind: _readers_of(kind) for kind in TABLES}
_KEPT = {kind: [field.name for field in dataclasses.fields(kind) if field.name != "id"] for kind in TABLES}


def maker(kind: type[T], converts: Sequence[Convert | None]) -> Callable[[Sequence[Any]], T]:
    """What makes the dataclass of a row of the kind's own table: its columns in their order, what follows left alone.

    `converts` turn what the database gives into each column's value, where it has to be turned.
    """
    columns, readers = _READERS[kind]
    by_name = dict(readers)
    changes = {
        name: _after(convert, by_name.get(name))
        for name, convert in zip(columns, converts, strict=True)
        if convert is not None or name in by_name
    }
    # Written out for this kind, as dataclasses writes its __init__: a roster has hundreds of rows. (Not made by that
    # __init__: it sets each field of a frozen dataclass by a call.)
    places = ", ".join(f"_{place}" for place in range(len(columns)))
    fields = ", ".join(
        f"{name!r}: change_{name}(_{place})" if name in changes else f"{name!r}: _{place}"
        for place, name in enumerate(columns)
    )
    names: dict[str, Any] = {f"change_{name}": change for name, change in changes.items()}
    names |= {"kind": kind, "new": object.__new__, "fill": object.__setattr__}
    written = f"""
def make(row):
    {places}, = row
    thing = new(kind)
    fill(thing, "__dict__", {{{fields}}})
    return thing
"""
    exec(written, names)  # of our own names alone
    made: Callable[[Sequence[Any]], T] = names["make"]
    return made


def changed(thing: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with some fields changed, for a fraction of what dataclasses.replace costs."""
    copy = object.__new__(type(thing))
    object.__setattr__(copy, "__dict__", {**thing.__dict__, **changes})
    return copy


def _after(first: Convert | None, then: Convert | None) -> Convert:
    if first is None or then is None:
        only = first or then
        assert only is not None
        return only
    return lambda value: then(first(value))


_MAKERS = {kind: maker(kind, [None] * len(_READERS[kind][0])) for kind in TABLES}


def read(kind: type[T], row: Sequence[Any]) -> T:
    """A row of the kind's own table, as SQLAlchemy gives it, as the dataclass."""
    thing: T = _MAKERS[kind](row)
    return thing


def columns_of(kind: type[Any]) -> list[str]:
    """The columns of a kind, in their order; the first is its id."""
    return list(_READERS[kind][0])


def width(kind: type[Any]) -> int:
    """How many columns a row of this kind has."""
    return len(TABLES[kind].columns)


def values(thing: Any) -> dict[str, Any]:
    """A dataclass as column values, without its id."""
    return {name: getattr(thing, name) for name in _KEPT[type(thing)]}


def to_json(image: Mapping[str, Any]) -> dict[str, Any]:
    """Column values as JSON can hold them."""
    return {k: {"at": v.isoformat()} if isinstance(v, datetime) else v for k, v in image.items()}


def from_json(image: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `to_json`."""
    return {
        k: datetime.fromisoformat(v["at"]) if isinstance(v, dict) and set(v) == {"at"} else v for k, v in image.items()
    }
