"""Adding, changing and reading one thing, with versions and the images that undo needs."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from storage.ready import Cursor, Link, Ready
from storage.rows import KINDS, TABLES, changed, columns_of, from_json, read, to_json, values

T = TypeVar("T")


class DatabaseUnavailable(Exception):
    """The database is locked, full or gone. Nothing was changed; the same work may be tried again."""


class Stale(Exception):
    """Somebody else changed it since it was read: read again and decide anew."""


_BY_ID = {kind: select(table).where(table.c.id == bindparam("id")) for kind, table in TABLES.items()}
_FIND = {kind: Ready(query, kind) for kind, query in _BY_ID.items()}
_FIND_LOCKED = {kind: Ready(query.with_for_update(), kind) for kind, query in _BY_ID.items()}
_INSERT = {kind: Ready(insert(table), keys=columns_of(kind)[1:]) for kind, table in TABLES.items()}


@cache
def _update(kind: type[Any], *fields: str) -> Ready[Any]:
    table = TABLES[kind]
    query = update(table).where(table.c.id == bindparam("_id"), table.c.version == bindparam("_version"))
    return Ready(query, keys=("version", *fields))


class Base:
    """One transaction on one connection."""

    UNDOABLE = frozenset(
        {
            "member",
            "task",
            "series",
            "shift",
            "assignment",
            "circle",
            "log_entry",
            "person",
            "absence",
            "never",
            "wish",
            "offer",
        }
    )

    def __init__(self, link: Link) -> None:
        self.link = link
        self.images: list[dict[str, Any]] = []  # what this transaction changed, for undo

    @property
    def connection(self) -> Connection:
        """For statements that are not made ready."""
        return self.link.connection

    # Reading.

    def get(self, kind: type[T], id: int) -> T:
        """The one thing with this id. Raises LookupError."""
        found = self.find(kind, id)
        if found is None:
            raise LookupError(f"no {kind.__name__} {id}")
        return found

    def find(self, kind: type[T], id: int, *, lock: bool = False) -> T | None:
        """The one thing with this id, or None. `lock` keeps others from changing it until the commit (PostgreSQL)."""
        return self._one((_FIND_LOCKED if lock else _FIND)[kind], id=id)

    def _one(self, ready: Ready[T], /, **values: Any) -> T | None:
        return ready.row(self.link, values)

    def _every(self, ready: Ready[T], /, **values: Any) -> list[T]:
        return ready.rows(self.link, values)

    def _run(self, ready: Ready[Any], /, **values: Any) -> Cursor:
        return ready.run(self.link, values)

    def _add(self, ready: Ready[Any], /, **values: Any) -> int:
        """Insert one row and return its id: PostgreSQL gives it back, SQLite knows the last one."""
        cursor = self._run(ready, **values)
        return int(cursor.lastrowid if cursor.description is None else cursor.fetchone()[0])

    def _first(self, kind: type[T], query: Select[Any], **parameters: Any) -> T | None:
        row = self.connection.execute(query, parameters).first()
        return None if row is None else read(kind, row)

    def _all(self, kind: type[T], query: Select[Any], **parameters: Any) -> list[T]:
        return [read(kind, row) for row in self.connection.execute(query, parameters).all()]

    # Writing.

    def add(self, thing: T) -> T:
        """Keep a new thing (its id is ignored) and return it with its id."""
        key = self._add(_INSERT[type(thing)], **values(thing))
        self._remember(TABLES[type(thing)].name, key, None, getattr(thing, "version", 1))
        return changed(thing, id=key)

    def change(self, thing: T, /, **changes: Any) -> T:
        """Change some fields, where nobody else did since it was read. Raises Stale."""
        kind: Any = type(thing)
        name = TABLES[kind].name
        version: int = thing.version  # type: ignore[attr-defined]
        key: int = thing.id  # type: ignore[attr-defined]
        expected = {"_id": key, "_version": version}
        if self._run(_update(kind, *changes), **expected, version=version + 1, **changes).rowcount != 1:
            raise Stale(name)
        before = {field: getattr(thing, field) for field in changes}
        self._remember(name, key, before, version + 1)
        return changed(thing, version=version + 1, **changes)

    def _remember(self, table: str, key: int, before: dict[str, Any] | None, version: int) -> None:
        if table not in self.UNDOABLE:
            return
        for image in self.images:
            if image["table"] == table and image["id"] == key:
                if image["before"] is not None and before is not None:
                    image["before"] = {**to_json(before), **image["before"]}
                image["version"] = version
                return
        self.images.append(
            {"table": table, "id": key, "before": None if before is None else to_json(before), "version": version}
        )

    # Undoing.

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """What is written in this block is taken back where it raises; the transaction goes on.

        Raises DatabaseUnavailable where it is not the block's fault.
        """
        before = copy.deepcopy(self.images)
        run = self.link.driver.execute
        run("SAVEPOINT attempt")
        try:
            yield
        except Exception as error:
            self.images[:] = before
            try:
                run("ROLLBACK TO SAVEPOINT attempt")
                run("RELEASE SAVEPOINT attempt")
            except self.link.errors:  # nothing is left to roll back
                raise DatabaseUnavailable("the database did not take it") from error
            if self.link.refused(error):
                raise DatabaseUnavailable("the database did not take it") from error
            raise
        run("RELEASE SAVEPOINT attempt")

    def in_the_way(self, images: Iterable[dict[str, Any]]) -> list[Any]:
        """The things that others changed since these images were made, as they are now. Empty: undo is possible."""
        others = []
        for image in images:
            kind = KINDS[image["table"]]
            now = self.find(kind, image["id"], lock=True)
            if now is None or now.version != image["version"]:
                others.append(now)
        return others

    def restore(self, images: Iterable[dict[str, Any]]) -> list[Any]:
        """Put things back as they were, newest first; what was new is withdrawn. Returns the things as they are now."""
        restored = []
        for image in reversed(list(images)):
            kind = KINDS[image["table"]]
            now = self.get(kind, image["id"])
            if image["before"] is not None:
                restored.append(self.change(now, **from_json(image["before"])))
            elif image["table"] in _WITHDRAWN:
                restored.append(self.change(now, **_WITHDRAWN[image["table"]]))
        return restored


_WITHDRAWN: dict[str, dict[str, Any]] = {
    "shift": {"state": "cancelled"},
    "series": {"rule": ""},  # it makes no further shifts
    "assignment": {"part": "released"},
    "log_entry": {"text": ""},
    "member": {"standing": "left"},
    "circle": {"state": "closed"},
    "absence": {"ended": True},
    "never": {"ended": True},
    "wish": {"ended": True},
    "offer": {"state": "withdrawn"},
}
"""What undoing makes of a thing that did not exist before: it is kept, yet counts no more."""
