"""Work over many circles, done beside the chat: read a few at a time, said how far it is, then made into files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.messages import Attachment
from bot.saying import Drawing, Say
from locales.words import Words
from scheduling.jobs import Job
from scheduling.people import Person
from storage.database import Database
from storage.store import Store

AT_ONCE = 10  # circles in one look at the database
MANY = 100  # of so many on it is said how far it is
TRIES = 3


@dataclass(frozen=True)
class Made:
    """What came of it: a message with its files."""

    key: str
    files: tuple[Attachment | Drawing, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    keep: tuple[Any, ...] = ()  # rows that it leads to; where another made them first, the work is done anew


class Gathering:
    """One piece of such work. Whoever does it calls `read` for each part, then `made`, then `finish`."""

    failed = "overview-failed"

    def __init__(self, database: Database, words: Words, job: Job) -> None:
        self._database = database
        self._words = words
        self._job = job
        self._circles: list[int] = [int(id) for id in job.payload["circles"]]
        self._first, self._last = (date.fromisoformat(job.payload[key]) for key in ("first", "last"))

    def take(self, store: Store, id: int, now: datetime) -> None:
        """Read one circle, as far as it may be seen at this moment."""
        raise NotImplementedError

    def made(self, now: datetime) -> Made:
        """The message and its files. Blocking work, most of it computing."""
        raise NotImplementedError

    def parts(self) -> Iterator[list[int]]:
        """The circles, a few at a time."""
        for begin in range(0, len(self._circles), AT_ONCE):
            yield self._circles[begin : begin + AT_ONCE]

    def read(self, part: list[int], now: datetime) -> None:
        """Read these circles. Blocking work."""
        with self._database.reading() as store:
            for id in part:
                self.take(store, id, now)

    def progress(self, before: int, after: int, now: datetime) -> bool:
        """Say how far it is, at a third and two thirds of many circles. Returns whether there was something to say."""
        count = len(self._circles)
        if count < MANY or after * 3 // count == before * 3 // count or after >= count:
            return False
        with self._database.writing() as store:
            self._say(store, now, Made("overview-progress", values={"done": after, "count": count}))
        return True

    def finish(self, made: Made | None, now: datetime) -> None:
        """Owe what was made, or the word that it did not work; once, whoever comes second. May raise Stale."""
        with self._database.writing() as store:
            current = store.find(Job, self._job.id, lock=True)
            if current is None or current.done_at is not None:
                return
            store.change(current, done_at=now, claimed_until=None)
            for row in made.keep if made else ():
                store.add(row)
            self._say(store, now, made or Made(self.failed))

    def _say(self, store: Store, now: datetime, made: Made) -> None:
        person = store.find(Person, self._job.person)
        if person is None:
            return
        text = self._words(made.key, formal=person.formal, **made.values)
        say = Say(text, attachments=made.files, secret=bool(made.files))
        store.owe("notice", now, person=person.id, payload=say.as_json())
