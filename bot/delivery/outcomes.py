"""How sending went, and what of it is written down."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.channels import Channel, Windowed
from bot.delivery.aside import FAULT, Health, apologise, given_up, is_poison, set_aside
from bot.delivery.costs import SESSION, TEMPLATE, count
from bot.delivery.metrics import Metrics
from bot.delivery.pace import PACED
from bot.delivery.reach import NOBODY, refused
from bot.delivery.window import LOOK_AGAIN, shut
from bot.faults import place_of
from bot.groups.boards import posted
from bot.messages import DeliveryError
from locales.words import Words
from scheduling.people import Address
from storage.database import DatabaseUnavailable
from storage.groups import BOARD
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

FIRST_WAIT, LONGEST_WAIT = 2.0, 120.0  # seconds between tries
TRIES = 6  # of what fails by a fault of our own
BAD_SPELL = timedelta(minutes=15)  # a channel that talks nonsense for so long costs no message


@dataclass(frozen=True)
class Outcome:
    """How it went with one row."""

    row: Owed
    at: datetime
    address: Address | None = None
    provider_id: str = ""
    error: DeliveryError | None = None
    short: bool = False  # it went by a template: the rest is owed
    held: tuple[Owed, ...] = ()  # what waits behind it


@dataclass(frozen=True)
class Settling:
    """Writes outcomes down. Blocking work, inside a transaction."""

    channels: Mapping[str, Channel]
    words: Words
    spread: random.Random
    metrics: Metrics
    health: Health = field(default_factory=Health)

    def settle(self, store: Store, outcomes: Sequence[Outcome]) -> int:
        """Write these down and return how many there were. One that cannot be costs the others nothing."""
        outcomes = tuple(outcomes)  # more may come while this runs
        if not outcomes:
            return 0
        try:
            with store.attempt():
                went = [outcome for outcome in outcomes if self._just_went(outcome)]
                store.sent_all((one.row.id, one.provider_id, one.at) for one in went)
                for outcome in outcomes:
                    if not self._just_went(outcome):
                        self._one(store, outcome)
            for one in went:
                self.metrics.sent(one.row, self._name(one), one.at)
                self.health.note(self._name(one), one.row.id, one.at, went=True)
            return len(outcomes)
        except DatabaseUnavailable:
            raise
        except Exception:
            log.warning("marking_one_by_one")
        for outcome in outcomes:
            try:
                with store.attempt():
                    self._one(store, outcome)
            except DatabaseUnavailable:
                raise
            except Exception as error:
                log.error("mark_failed", kind=outcome.row.kind, error=type(error).__name__, at=place_of(error))
                self._barely(store, outcome)
        return len(outcomes)

    def _just_went(self, outcome: Outcome) -> bool:
        """Whether nothing more follows from it than that it went: these are written down together."""
        special = outcome.row.kind == BOARD or outcome.short or bool(outcome.row.payload.get("secret"))
        return outcome.error is None and not special and not self._windowed(outcome)

    def _windowed(self, outcome: Outcome) -> bool:
        return outcome.address is not None and isinstance(self.channels[outcome.address.channel], Windowed)

    @staticmethod
    def _name(outcome: Outcome) -> str:
        return "" if outcome.address is None else outcome.address.channel

    def _barely(self, store: Store, outcome: Outcome) -> None:
        """Whether it went, and nothing that follows from it: it must not go again."""
        try:
            with store.attempt():
                if outcome.error is None:
                    store.sent(outcome.row.id, "", outcome.at)
                else:
                    store.failed(outcome.row.id, FAULT)
                store.give_back(behind.id for behind in outcome.held)
        except DatabaseUnavailable:
            raise
        except Exception as error:
            log.error("mark_given_up", kind=outcome.row.kind, error=type(error).__name__)

    def _one(self, store: Store, outcome: Outcome) -> None:
        row, error, now = outcome.row, outcome.error, outcome.at
        held = [behind.id for behind in outcome.held]
        if error is None:
            self._went(store, outcome)
        elif error.reason == "moved" and outcome.address is not None:
            store.move_chat(outcome.address.channel, outcome.address.chat, error.moved_to)
            store.again((row.id, *held), now, tried=False)
        elif error.permanent:
            self._never(store, outcome, error)
            store.give_back(held)
        elif error.reason == FAULT and row.attempts + 1 >= TRIES and now - row.due_at >= BAD_SPELL:
            log.error("delivery_given_up", kind=row.kind)
            self.metrics.failed(row, FAULT)
            store.failed(row.id, FAULT)
            store.give_back(held)
            given_up(store, self.words, row, now)
        elif error.reason in ("window", "template") and outcome.address is not None:
            log.warning("delivery_waits", kind=row.kind, reason=error.reason)
            store.give_back((row.id, *held))
            if error.reason == "window":
                shut(store, outcome.address.id, self.channels[outcome.address.channel], now)
            else:
                store.hold(row.id, now + LOOK_AGAIN)
        elif error.reason == PACED:  # not tried at all
            store.again((row.id, *held), now + timedelta(seconds=error.retry_after or 0.0), tried=False)
        else:
            self._postpone(store, outcome, error, held)

    def _postpone(self, store: Store, outcome: Outcome, error: DeliveryError, held: list[int]) -> None:
        """Try again later. What waits behind it waits too, unless it is this one message that does not work."""
        row, now = outcome.row, outcome.at
        channel = self._name(outcome) or row.channel
        log.info("delivery_postponed", kind=row.kind, reason=error.reason)
        self.metrics.tried_again(row, error.reason)
        wait = self._wait(row) if error.retry_after is None else error.retry_after
        then = now + timedelta(seconds=wait)
        # What could not even be rendered never came to its channel.
        well = True if outcome.address is None else self.health.of_others(channel, row)
        if error.reason != "flood" and is_poison(row, error.reason, well):
            set_aside(store, row, then)
            store.give_back(held)
            self.metrics.set_aside(row, error.reason)
            if error.reason == FAULT and well:
                apologise(store, self.words, row, now)
        else:
            store.again((row.id, *held), then)
        if outcome.address is not None:
            self.health.note(channel, row.id, now, went=False)

    def _went(self, store: Store, outcome: Outcome) -> None:
        row, address, now = outcome.row, outcome.address, outcome.at
        windowed = self._windowed(outcome)
        self.metrics.sent(row, self._name(outcome), now)
        self.health.note(self._name(outcome), row.id, now, went=True)
        if outcome.short:
            store.announced(row.id, outcome.provider_id, now)
        else:
            # Where it arrives later (and a file is fetched first), it is kept until then.
            secret = bool(row.payload.get("secret")) and not windowed
            store.sent(row.id, outcome.provider_id, now, secret=secret)
        if row.kind == BOARD:
            posted(store, row.id, outcome.provider_id, now)
        if address is not None and windowed:
            kind = TEMPLATE if outcome.short else SESSION
            count(store, row, address, kind, outcome.provider_id.count(",") + 1, now)

    def _never(self, store: Store, outcome: Outcome, error: DeliveryError) -> None:
        """It will not arrive there: nothing more goes there, and this goes another way where the person has one."""
        row, address = outcome.row, outcome.address
        log.warning("delivery_failed", kind=row.kind, reason=error.reason)
        self.metrics.failed(row, error.reason)
        refused(store, self.words, row, address, error.reason, outcome.at)
        if error.reason not in NOBODY:  # somebody is there, and waits for it
            given_up(store, self.words, row, outcome.at)

    def _wait(self, row: Owed) -> float:
        """Seconds until the next try: twice as long each time, and never quite the same for everybody."""
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(row.attempts, 16))
        return wait + self.spread.uniform(0, wait / 4)
