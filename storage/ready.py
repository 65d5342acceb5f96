"""Statements that are made ready once: SQLAlchemy says what they are, the driver's own cursor runs them.

What SQLAlchemy does around one statement costs some 60 us each time, on SQLite ten times the statement itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from json import JSONDecoder, JSONEncoder
from operator import itemgetter
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast, overload

from sqlalchemy import JSON, BindParameter, Connection, Engine, Executable
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import TypeEngine

from storage.rows import maker, width

_DECODE, _ENCODE = JSONDecoder().scan_once, JSONEncoder().encode  # type: ignore[attr-defined]
T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
Row = Sequence[Any]
Convert = Callable[[Any], Any]
Note = Callable[[str, Any], None]


class Cursor(Protocol):
    """What the drivers of both databases have."""

    @property
    def rowcount(self) -> int: ...

    @property
    def description(self) -> Any: ...

    @property
    def lastrowid(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def fetchone(self) -> Any: ...


class _Noted:
    """A driver's connection of which every statement is told."""

    def __init__(self, driver: Any, note: Note) -> None:
        self._driver, self._note = driver, note

    def execute(self, statement: str, parameters: Any = ()) -> Any:
        self._note(statement, parameters)
        return self._driver.execute(statement, parameters)


class Link:
    """A connection, for one transaction at a time: the driver's for what is ready, SQLAlchemy's for the rest."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lent = engine.raw_connection()
        self._driver: Any = self._lent.driver_connection
        self.driver: Any = self._driver
        self.dialect = engine.dialect
        self.name = engine.dialect.name
        self.errors: type[Exception] = engine.dialect.loaded_dbapi.Error

    def begin(self, statement: str | None, note: Note | None) -> None:
        """Begin a transaction; with `note` its statements are told of."""
        self.driver = self._driver if note is None else _Noted(self._driver, note)
        if statement is not None:
            self.driver.execute(statement)

    @cached_property
    def connection(self) -> Connection:
        """The same connection as SQLAlchemy sees it."""
        return Connection(self._engine, self._lent)

    def refused(self, error: BaseException) -> bool:
        """Whether the database could not do what was asked: it is locked, full or gone."""
        driver: Any = self.dialect.loaded_dbapi
        return isinstance(getattr(error, "orig", error), (driver.OperationalError, driver.InterfaceError))

    def commit(self) -> None:
        """Keep what was done."""
        self._driver.commit()
        self.__dict__.pop("connection", None)  # it would think its transaction goes on

    def close(self) -> None:
        """Give it back; what was not committed is rolled back."""
        self._lent.close()


class _Form(NamedTuple):
    """A statement as one database runs it, for lists of these lengths."""

    sql: str
    constants: dict[str, Any]
    lists: dict[str, list[str]]  # the names of a list's places
    in_order: Callable[[dict[str, Any]], Any] | None  # its parameters; None where the driver takes them by name
    converts: tuple[tuple[str, Convert], ...]

    def bound(self, values: Mapping[str, Any]) -> Any:
        given = {**self.constants, **values}
        for name, spread in self.lists.items():
            given.update(zip(spread, _rounded(given[name]), strict=True))
        for name, convert in self.converts:
            given[name] = convert(given[name])
        return given if self.in_order is None else self.in_order(given)


class Ready(Generic[T]):
    """A statement whose rows are read as `kinds`: one thing, a tuple of things, or without kinds a tuple of values.

    `keys` are the columns an insert or update sets. Parameters are given by name, those of `IN` as lists.
    """

    @overload
    def __init__(self: Ready[Any], statement: Executable, /, *, keys: Sequence[str] = ()) -> None: ...
    @overload
    def __init__(self: Ready[A], statement: Executable, kind: type[A], /) -> None: ...
    @overload
    def __init__(self: Ready[tuple[A, B]], statement: Executable, kind: type[A], other: type[B], /) -> None: ...
    def __init__(self, statement: Executable, /, *kinds: type[Any], keys: Sequence[str] = ()) -> None:
        self._statement = cast(ClauseElement, statement)
        self._kinds = kinds
        self._keys = list(keys) or None
        self._forms: dict[tuple[Any, ...], _Form] = {}
        self._makers: dict[str, Callable[[Row], Any]] = {}

    def run(self, link: Link, values: Mapping[str, Any]) -> Cursor:
        """Run it, for what it does."""
        lengths = tuple([_room(values[name]) for name in self._lists]) if self._lists else ()
        form = self._forms.get((link.name, lengths)) or self._form(link.dialect, lengths, values)
        cursor: Cursor = link.driver.execute(form.sql, form.bound(values))
        return cursor

    def rows(self, link: Link, values: Mapping[str, Any]) -> list[T]:
        """Run it, and read all its rows."""
        found = self.run(link, values).fetchall()
        return list(map(self._maker(link), found)) if found else []

    def row(self, link: Link, values: Mapping[str, Any]) -> T | None:
        """Run it, and read its first row; None where there is none."""
        found = self.run(link, values).fetchone()
        return None if found is None else self._maker(link)(found)

    @cached_property
    def _lists(self) -> list[str]:
        """The parameters of IN."""
        binds = (part for part in iterate(self._statement) if isinstance(part, BindParameter))
        return sorted({bind.key for bind in binds if bind.expanding and bind.required})

    def _form(self, dialect: Dialect, lengths: tuple[int, ...], values: Mapping[str, Any]) -> _Form:
        compiled = cast(SQLCompiler, self._statement.compile(dialect=dialect, column_keys=self._keys))
        state = compiled.construct_expanded_state({**values, **{name: _rounded(values[name]) for name in self._lists}})
        lists = {name: list(state.parameter_expansion[name]) for name in self._lists}
        converts = {
            name: _to_json if _is_text(bind.type, dialect) else bind.type.dialect_impl(dialect).bind_processor(dialect)
            for bind, name in compiled.bind_names.items()
        }
        converts.update(state.processors)
        asked = {name for name, bind in compiled.binds.items() if bind.required} | {*(self._keys or ())}
        asked.update(place for places in lists.values() for place in places)
        constants = {
            name: convert(value) if (convert := converts.get(name)) else value
            for name, value in state.parameters.items()
            if name not in asked
        }
        names = state.parameters if state.positiontup is None else dict.fromkeys(state.positiontup)
        bound = tuple((name, convert) for name in names if name not in constants and (convert := converts.get(name)))
        in_order = None if state.positiontup is None else _picker(state.positiontup)
        form = _Form(state.statement, constants, lists, in_order, bound)
        self._forms[dialect.name, lengths] = form
        return form

    def _maker(self, link: Link) -> Callable[[Row], Any]:
        found = self._makers.get(link.name)
        if found is None:
            found = self._makers[link.name] = self._new_maker(link.dialect)
        return found

    def _new_maker(self, dialect: Dialect) -> Callable[[Row], Any]:
        columns = self._statement.exported_columns  # type: ignore[attr-defined]
        converts = [_convert(column.type, dialect) for column in columns]
        makers = []
        for kind in self._kinds:
            makers.append(maker(kind, converts[: width(kind)]))
            del converts[: width(kind)]
        if len(makers) == 1:
            return makers[0]
        if makers:
            first, second, size = *makers, width(self._kinds[0])
            return lambda row: (first(row[:size]), second(row[size:]))
        if not any(converts):
            return tuple
        return lambda row: tuple(
            value if convert is None else convert(value) for value, convert in zip(row, converts, strict=True)
        )


def _convert(kept: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """What makes a value of what the driver gives for a column of this type."""
    if _is_text(kept, dialect):
        return _from_json
    return kept.dialect_impl(dialect).result_processor(dialect, None)


def _is_text(kept: TypeEngine[Any], dialect: Dialect) -> bool:
    """Whether this type is JSON that is kept as text. SQLAlchemy reads and writes it in three times the time."""
    return isinstance(kept, JSON) and dialect.name == "sqlite"


def _to_json(value: Any) -> str:
    return "{}" if value == {} else _ENCODE(value)


def _from_json(kept: Any) -> Any:
    # A bare number comes back as a number from SQLite.
    return _DECODE(kept, 0)[0] if type(kept) is str else kept


def _picker(names: Sequence[str]) -> Callable[[dict[str, Any]], Any]:
    """What takes the values of these names out of a mapping, in this order."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: [given[name] for name in names]


def _room(value: list[Any]) -> int:
    """How many places a list gets: a few lengths do for all."""
    return 1 << (len(value) - 1).bit_length() if value else 0


def _rounded(value: list[Any]) -> list[Any]:
    """The same list for IN: its last element fills the places that are left."""
    return value + value[-1:] * (_room(value) - len(value))
