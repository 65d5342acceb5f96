"""What a whole durable turn costs beside a bare PTB handler. `python -m benchmarks.turn`

A Telegram update's JSON is parsed, understood, done and committed (SQLite, WAL, synchronous=FULL), and its answer is
rendered as PTB's objects. The mix is what a circle says in a week, said for five weeks in a store with twelve weeks of
roster, anew in every round. CPU is that of this process, the kernel's share of writing included; wall time has the
waiting for the disk too.

It is compared with two bare handlers, neither of which understands or keeps anything: one that only builds a reply (a
text and two buttons), and one that also hands it to reply_text, on a connection that answers at once. They are measured
in every round beside the mix; a ratio is the median of the rounds, what it costs that of the best round: on a shared
machine the others are noise.

The aim, fewer than 4 bare turns, was set by a bare handler that did 2,163 updates a second on one core. The two here
cost less than that one, so both are printed: ratios to what is measured here, and how many of those 462 us a turn
takes.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.bare_handler import TOKEN, answering_turn, bare_turn
from bot.channels.telegram import _keyboard, _parts
from bot.channels.telegram_updates import read
from bot.delivery.parcels import as_reply
from bot.dialogs import capabilities
from bot.engine import Engine
from bot.messages import Outgoing
from bot.saying import Say
from bot.turn import Doors
from locales.words import words
from scheduling.people import Address, Circle, Member, Person, Role
from scheduling.plans import Draft, plan
from storage.database import Database
from storage.turns import Owed

MONDAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
SET_BY = 1e6 / 2163  # microseconds of the bare turn that the aim was set by
PEOPLE = ("Anna", "Piet", "Fatima", "Riet", "Karin", "Joost")
WEEK = (  # what, hour (UTC), minutes, rule
    ("medicijnen", 7, 10, "FREQ=DAILY"),
    ("warm eten", 16, 45, "FREQ=DAILY"),
    ("hond uitlaten", 12, 30, "FREQ=DAILY"),
    ("boodschappen", 9, 60, "FREQ=WEEKLY;BYDAY=TU,SA"),
    ("koffie", 9, 60, "FREQ=WEEKLY;BYDAY=MO,TH"),
    ("nachtwacht", 21, 540, "FREQ=WEEKLY;BYDAY=FR"),
)

# (what is measured, who, what they write; [label] is a tap on the newest button of that name)
MIX = (
    ("claim by sentence", "Piet", "ik doe donderdag de koffie"),
    ("claim undone by button", "Piet", "[Ongedaan maken]"),
    ("what is open", "Fatima", "wat staat er open?"),
    ("who is coming", "Riet", "wie komt er vanavond?"),
    ("one's own shifts", "Piet", "mijn beurten"),
    ("roster", "Karin", "rooster"),
    ("plan by sentence", "Anna", "plan volgende week dinsdag om half drie de huisarts met ma, een uur"),
    ("plan confirmed by button", "Anna", "[Ja]"),
    ("claim by sentence", "Joost", "zet mij maar op de huisarts"),
    ("cannot come", "Joost", "ik kan dinsdag toch niet naar de huisarts"),
    ("claim by sentence", "Fatima", "ik kan dinsdag om half drie mee naar de huisarts"),
    ("thanks", "Anna", "dank je wel!"),
    ("help", "Riet", "help"),
    ("not understood", "Riet", "de poes van de buren heet Minoes"),
)


@dataclass
class Cost:
    """Seconds of some turns."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)


class Stage:
    """The program on a database file, without a network."""

    def __init__(self, folder: str, circles: int = 1) -> None:
        self.database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
        self.database.create_tables()
        self.engine = Engine(self.database, capabilities(), words(), Doors("zorgkring_bot"), strict=True)
        self.now = MONDAY
        self.numbers = 0
        self.ids = {name: 7001 + place for place, name in enumerate(PEOPLE)}
        self.buttons: dict[str, dict[str, str]] = defaultdict(dict)
        for _ in range(circles - 1):
            self._furnish(dict.fromkeys(PEOPLE, 0))
        self._furnish(self.ids)

    def _furnish(self, ids: dict[str, int]) -> None:
        with self.database.writing() as store:
            circle = store.add(Circle(0, "Nel", self.now, "moeder"))
            members = []
            for place, (name, chat) in enumerate(ids.items()):
                person = store.add(Person(0, name, self.now))
                if chat:
                    store.add(Address(0, "telegram", str(chat), person.id, last_in_at=self.now))
                role = Role.HELPER if place else Role.ORGANISER
                members.append(store.add(Member(0, circle.id, name, person.id, role, since=self.now)))
            for place, (what, hour, minutes, rule) in enumerate(WEEK):
                draft = Draft(what, self.now.replace(hour=hour) + timedelta(days=1), minutes, rule)
                who = (members[place],) if what not in ("koffie", "boodschappen") else ()
                plan(store, circle, members[0], draft, who, self.now)

    def update(self, name: str, text: str) -> dict[str, Any]:
        """An update as Telegram sends it."""
        self.numbers += 1
        who = {"id": self.ids[name], "is_bot": False, "first_name": name, "language_code": "nl"}
        chat = {"id": self.ids[name], "type": "private", "first_name": name}
        message: dict[str, Any] = {"message_id": self.numbers, "date": 1741000000, "chat": chat}
        if text.startswith("["):
            tap = {"id": str(self.numbers), "from": who, "message": {**message, "text": "..."}, "chat_instance": "1"}
            return {"update_id": self.numbers, "callback_query": {**tap, "data": self.buttons[name][text[1:-1]]}}
        return {"update_id": self.numbers, "message": {**message, "from": who, "text": text}}

    def turn(self, update: dict[str, Any]) -> list[Owed]:
        """One whole turn, its answer rendered."""
        inbound = read(update, username="zorgkring_bot", now=self.now)
        assert inbound
        owed = self.engine.handle(inbound, self.now)
        for row in owed:
            reply = as_reply(Say.from_json(row.payload), row.payload.get("question"))
            for part in _parts(Outgoing(inbound.chat, reply)):
                _keyboard(part.choices)
        return owed

    def play(self, weeks: int) -> dict[str, Cost]:
        """The mix, for so many weeks."""
        costs: dict[str, Cost] = defaultdict(Cost)
        for _ in range(weeks):
            for kind, name, text in MIX:
                self.now += timedelta(minutes=5)
                update = self.update(name, text)
                wall, cpu = time.perf_counter(), time.process_time()
                owed = self.turn(update)
                costs[kind].cpu.append(time.process_time() - cpu)
                costs[kind].wall.append(time.perf_counter() - wall)
                assert owed, kind
                for row in owed:
                    self.buttons[name].update(
                        (option["label"], f"{row.payload['question']}.{place}")
                        for place, option in enumerate(row.payload["options"])
                    )
            self.now += timedelta(days=7) - len(MIX) * timedelta(minutes=5)
        return costs

    def statements(self) -> dict[str, float]:
        """How many statements a turn of each kind takes, BEGIN included."""
        seen: list[str] = []
        counts: dict[str, list[int]] = defaultdict(list)
        with self.database.watched(lambda statement, _: seen.append(statement)):
            for kind, name, text in MIX:
                seen.clear()
                for row in self.turn(self.update(name, text)):
                    self.buttons[name].update(
                        (option["label"], f"{row.payload['question']}.{place}")
                        for place, option in enumerate(row.payload["options"])
                    )
                counts[kind].append(len(seen))
        return {kind: mean(found) for kind, found in counts.items()}


@dataclass(frozen=True)
class Round:
    """What everything cost in one round, in microseconds."""

    costs: dict[str, Cost]
    bare: float
    answering: float

    @property
    def mix(self) -> Cost:
        """All turns."""
        every = self.costs.values()
        return Cost([s for cost in every for s in cost.cpu], [s for cost in every for s in cost.wall])


def _round() -> Round:
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(folder)
        stage.play(1)  # warm
        gc.collect()
        costs = stage.play(5)
        stage.database.close()
    return Round(costs, asyncio.run(bare_turn(200, 1)), asyncio.run(answering_turn(200, 1)))


def _best(costs: list[Cost]) -> tuple[float, float]:
    """CPU and wall of the best round, in microseconds."""
    return min(mean(cost.cpu) for cost in costs) * 1e6, min(mean(cost.wall) for cost in costs) * 1e6


def main(rounds: int = 12) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(folder)
        stage.play(1)
        statements = stage.statements()
        stage.database.close()
    played = [_round() for _ in range(rounds)]
    print(f"{'':28}     CPU us     wall us   statements")
    for kind, count in statements.items():
        cpu, wall = _best([one.costs[kind] for one in played])
        print(f"{kind:28}{cpu:11.0f}{wall:12.0f}{count:13.0f}")
    cpu, wall = _best([one.mix for one in played])
    print(f"{'the mix':28}{cpu:11.0f}{wall:12.0f}")
    print(f"{'a bare PTB turn':28}{min(one.bare for one in played):11.0f}")
    print(f"{'a bare turn with reply_text':28}{min(one.answering for one in played):11.0f}")
    bare = median(mean(one.mix.cpu) * 1e6 / one.bare for one in played)
    answering = median(mean(one.mix.cpu) * 1e6 / one.answering for one in played)
    waited = median(mean(one.mix.wall) * 1e6 / one.bare for one in played)
    print(
        f"a turn of the mix costs the CPU of {bare:.1f} bare turns, of {answering:.1f} with reply_text (aim: below 4)"
    )
    print(f"and of {cpu / SET_BY:.1f} of the bare turns that the aim was set by ({SET_BY:.0f} us, 2,163/s a core)")
    print(f"in wall time it takes as long as {waited:.1f} bare turns, which wait for nothing")


if __name__ == "__main__":
    assert TOKEN
    main()
