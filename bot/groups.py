"""Group chats: nothing is talked over there yet, so the program stays quiet, and says once where it can be found."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.messages import Inbound, Kind
from scheduling.people import Address
from storage.store import Store

QUIET = timedelta(days=1)  # after a line to a command


def wants_a_word(store: Store, inbound: Inbound, now: datetime) -> Address | None:
    """The group's address where it gets the one line: for its first words ever, and for a command once a day."""
    if inbound.kind != Kind.TEXT or not store.is_new(inbound.channel, inbound.external_id, now):
        return None
    address = store.address_of(inbound.channel, inbound.chat)
    if address is None:
        return store.add(Address(0, inbound.channel, inbound.chat, last_in_at=now))
    spoken = address.last_in_at
    if not inbound.text.startswith("/") or (spoken is not None and now - spoken < QUIET):
        return None
    return store.change(address, last_in_at=now)
