"""One message that will not go must not hold up what comes after it: it is set aside, and its person hears so."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.delivery.reach import too_late
from bot.saying import Say
from locales.words import Words
from scheduling.people import Address
from scheduling.reminders import REMINDER
from storage.groups import BOARD
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

FAULT = "fault"
TRIES, ALONE, THEIRS = 3, 5, 6  # of a fault of ours; of one while nothing else goes; of a failure of the channel
_REMEMBERED = 50  # outcomes of a channel
_SILENT = ("edit", BOARD)  # nobody waits for these


@dataclass
class Health:
    """How sending went lately on each channel, in this process."""

    _lately: defaultdict[str, deque[tuple[datetime, int, bool]]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_REMEMBERED))
    )

    def note(self, channel: str, row: int, at: datetime, *, went: bool) -> None:
        """One message went, or did not."""
        self._lately[channel].append((at, row, went))

    def of_others(self, channel: str, row: Owed) -> bool | None:
        """Whether all else went well since this fell due; None where there was nothing else."""
        others = [went for at, id, went in self._lately[channel] if id != row.id and at >= row.due_at]
        return all(others) if others else None


def is_poison(row: Owed, reason: str, well: bool | None) -> bool:
    """Whether it is this message that does not work, and not the channel, by what became of others (`well`)."""
    if row.lane is None:  # nothing waits for it (any more)
        return False
    tried = row.attempts + 1
    if reason == FAULT:
        return tried >= TRIES if well else well is None and tried >= ALONE
    return bool(well) and tried >= THEIRS


def set_aside(store: Store, row: Owed, then: datetime) -> None:
    """Nothing waits for it any more; it is tried again by itself."""
    log.error("delivery_set_aside", kind=row.kind, channel=row.channel)
    store.set_aside(row.id, then)


def apologise(store: Store, words: Words, row: Owed, now: datetime) -> None:
    """Tell who waits for it that it did not work, once, and what they can do instead."""
    if row.kind in _SILENT or row.payload.get("tap") or (row.dedupe_key or "").startswith("sorry:"):
        return
    address = None if row.address is None else store.find(Address, row.address)
    if address is not None and store.group_at(address.id) is not None:
        return
    person = row.person if address is None else address.person
    if address is None and person is None:
        return
    formal = person is not None and store.person(person).formal
    said = Say(words("answer-lost" if row.kind == "reply" else "message-lost", formal=formal)).as_json()
    where = {"person": person} if address is None else {"address": address.id}
    lane = person if person is not None else None if address is None else -address.id
    store.owe("notice", now, payload=said, dedupe_key=f"sorry:{row.id}", lane=lane, **where)


def given_up(store: Store, words: Words, row: Owed, now: datetime) -> None:
    """It will never go: its person hears so, and of a reminder the organisers too."""
    apologise(store, words, row, now)
    if row.kind == REMINDER:
        too_late(store, words, row, now)
