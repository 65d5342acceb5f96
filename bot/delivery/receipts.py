"""What a channel hears later about a message: it moves on, or fails and goes the way of every failure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from bot.channels import Channel
from bot.delivery.aside import given_up
from bot.delivery.reach import NOBODY, refused
from bot.delivery.window import LOOK_AGAIN, shut
from bot.messages import DeliveryError, Receipt
from locales.words import Words
from scheduling.people import Address
from storage.delivering import ANNOUNCED, PLAIN
from storage.store import Store
from storage.turns import Owed

log = structlog.get_logger()

TRIES = 3
WAIT = 60.0  # seconds, where the channel names none


def note(store: Store, words: Words, channels: Mapping[str, Channel], receipt: Receipt, now: datetime) -> bool:
    """Write it down. False where the message is under way still, so that the receipt has to be told again.

    A receipt that is told twice, or that is about an earlier try, changes nothing.
    """
    row = store.find(Owed, receipt.owed, lock=True)
    if row is None or row.error:
        return True
    if row.provider_id is None:
        return row.claimed_until is None
    if receipt.provider_id not in row.provider_id.split(","):
        return True
    if receipt.error is None:
        if row.provider_id.endswith(receipt.provider_id):  # the last part speaks for the whole
            store.moved(row.id, row.status, receipt.status)
            if receipt.status != "sent" and row.payload.get("secret") and row.sent_at and row.status != ANNOUNCED:
                store.sent(row.id, row.provider_id, row.sent_at, secret=True)
        return True
    _failed(store, words, channels, row, receipt.error, now)
    return True


def _failed(
    store: Store, words: Words, channels: Mapping[str, Channel], row: Owed, error: DeliveryError, now: datetime
) -> None:
    log.warning("delivery_failed_later", kind=row.kind, reason=error.reason)
    address = None if row.address is None else store.find(Address, row.address)
    if error.permanent:
        refused(store, words, row, address, error.reason, now)
        if error.reason not in NOBODY:
            given_up(store, words, row, now)
    elif row.attempts + 1 >= TRIES or (error.reason == "content" and row.status == PLAIN):
        store.failed(row.id, error.reason)
        given_up(store, words, row, now)
    elif error.reason == "window" and address is not None:
        shut(store, address.id, channels[address.channel], now)
        store.resend(row.id, now)
    elif error.reason == "template":
        store.resend(row.id, now)
        store.hold(row.id, now + LOOK_AGAIN)
    elif error.reason == "content":
        store.resend(row.id, now, PLAIN)
    else:
        store.resend(row.id, now + timedelta(seconds=error.retry_after or WAIT))
