"""What rendering a proactive message needs: the state of now, in one person's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.saying import Option, Say
from locales.words import Words
from scheduling.people import Person
from storage.store import Store


@dataclass(frozen=True)
class Showing:
    """One look at the store, for one person."""

    store: Store
    words: Words
    now: datetime
    person: Person

    def text(self, key: str, /, **values: Any) -> str:
        """A message in this person's form of address."""
        return self.words(key, formal=self.person.formal, **values)

    def option(self, key: str, do: str, /, means: str = "", **values: Any) -> Option:
        """A button whose label is the message `key`."""
        return Option(self.words(key), do, values, means)

    def say(
        self, key: str, /, options: tuple[Option, ...] = (), *, once: bool = True, about: str = "", **values: Any
    ) -> Say:
        """A message with buttons."""
        return Say(self.text(key, about=about, **values), options, once, about)

    def local(self, moment: datetime, zone: str) -> datetime:
        """A moment on a circle's clock."""
        return moment.astimezone(ZoneInfo(zone))
