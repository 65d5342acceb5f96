"""When nobody is behind an address any more."""

from __future__ import annotations

from datetime import datetime

from bot.saying import Say
from locales.words import Words
from scheduling.people import Address
from storage.store import Store
from storage.turns import Owed

STOPPED = "stopped"  # the person wants no messages there
WHOSE = "whose"  # perhaps somebody else has this number now
NOBODY = ("blocked", "gone", STOPPED)
KEPT = (STOPPED, WHOSE)  # why nothing goes there, also after the person spoke


def refused(store: Store, words: Words, row: Owed, address: Address | None, reason: str, now: datetime) -> None:
    """This message will never arrive there: it goes to another address of its person, or it has failed."""
    if reason in NOBODY and address is not None:
        lost(store, words, address, reason, now)
    others = [] if row.person is None else [a for a in store.addresses_of(row.person) if not a.unreachable]
    if reason in NOBODY and others:
        store.resend(row.id, now)
    else:
        store.failed(row.id, reason)


def lost(store: Store, words: Words, address: Address, reason: str, now: datetime) -> None:
    """Send nothing there any more. Where the person has no other way, tell the organisers once: they may want to call.

    `reason` is one of NOBODY.
    """
    current = store.find(Address, address.id)
    if current is None or current.unreachable:  # forgotten in between, or known
        return
    store.change(current, unreachable=reason)
    if current.person is None or any(not other.unreachable for other in store.addresses_of(current.person)):
        return
    for member, circle in store.memberships_of(current.person):
        for organiser in store.organisers_of(circle.id):
            if organiser.person is not None and organiser.person != current.person:
                person = store.person(organiser.person)
                say = Say(words("cannot-reach", formal=person.formal, name=member.name))
                store.owe("notice", now, person=person.id, payload=say.as_json())
