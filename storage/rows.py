"""Frozen dataclasses to rows and back, by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import RowMapping, Table

from scheduling import asking, availability, care, offers, people
from storage import tables, turns

T = TypeVar("T")

TABLES: dict[type[Any], Table] = {
    people.Person: tables.persons,
    people.Address: tables.addresses,
    people.Circle: tables.circles,
    people.Member: tables.members,
    people.Invite: tables.invites,
    care.Task: tables.tasks,
    care.Series: tables.series,
    care.Shift: tables.shifts,
    care.Assignment: tables.assignments,
    care.LogEntry: tables.log_entries,
    availability.Absence: tables.absences,
    availability.Never: tables.nevers,
    offers.Offer: tables.offers,
    asking.AskRound: tables.ask_rounds,
    asking.Ask: tables.asks,
    turns.Conversation: tables.conversations,
    turns.Question: tables.questions,
    turns.Change: tables.changes,
    turns.Owed: tables.outbox,
}
KINDS: dict[str, type[Any]] = {table.name: kind for kind, table in TABLES.items()}


Reader = Callable[[Any], Any] | None


def _readers_of(kind: type[Any]) -> tuple[tuple[str, Reader], ...]:
    hints = get_type_hints(kind)
    readers: list[tuple[str, Reader]] = []
    for field in dataclasses.fields(kind):
        hint = hints[field.name]
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            readers.append((field.name, hint))
        elif getattr(hint, "__origin__", None) is tuple:
            readers.append((field.name, tuple))
        else:
            readers.append((field.name, None))
    return tuple(readers)


_READERS = {kind: _readers_of(kind) for kind in TABLES}


def read(kind: type[T], row: RowMapping) -> T:
    """One row as its dataclass."""
    return kind(**{name: row[name] if reader is None else reader(row[name]) for name, reader in _READERS[kind]})


def values(thing: Any) -> dict[str, Any]:
    """A dataclass as column values, without its id."""
    return {name: getattr(thing, name) for name, _ in _READERS[type(thing)] if name != "id"}


def to_json(image: Mapping[str, Any]) -> dict[str, Any]:
    """Column values as JSON can hold them."""
    return {k: {"at": v.isoformat()} if isinstance(v, datetime) else v for k, v in image.items()}


def from_json(image: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `to_json`."""
    return {
        k: datetime.fromisoformat(v["at"]) if isinstance(v, dict) and set(v) == {"at"} else v for k, v in image.items()
    }
