"""When nobody is behind an address any more."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.groups.boards import untie
from bot.saying import Say
from locales.nl import moments
from locales.words import Words
from scheduling.care import Assignment, Shift
from scheduling.groups import Group
from scheduling.people import Address, Circle, Member, Role, Standing
from scheduling.reminders import organisers_but, out_of_quiet
from storage.store import Store
from storage.turns import Owed

STOPPED = "stopped"  # the person wants no messages there
WHOSE = "whose"  # perhaps somebody else has this number now
GONE = "gone"
NOBODY = ("blocked", GONE, STOPPED)
KEPT = (STOPPED, WHOSE)  # why nothing goes there, also after the person spoke


def others_of(store: Store, person: int) -> bool:
    """Whether somebody can be reached anywhere still."""
    return any(not address.unreachable for address in store.addresses_of(person))


def refused(store: Store, words: Words, row: Owed, address: Address | None, reason: str, now: datetime) -> None:
    """This message will never arrive there: it goes to another address of its person, or it has failed."""
    if reason in NOBODY and address is not None:
        lost(store, words, address, reason, now)
    if reason in NOBODY and row.person is not None and others_of(store, row.person):
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
    group = store.group_at(current.id)
    if group is not None:
        _left(store, words, group, now)
    if current.person is None or others_of(store, current.person):
        return
    for member, circle in store.memberships_of(current.person):
        for organiser in organisers_but(store, circle.id, current.person):
            say = Say(words("cannot-reach", formal=organiser.formal, name=member.name))
            store.owe("notice", now, person=organiser.id, payload=say.as_json())


def _left(store: Store, words: Words, group: Group, now: datetime) -> None:
    """We are in a group no more: whoever tied it hears so once, or the organisers where that was somebody else."""
    if group.circle is None:
        return
    circle = store.get(Circle, group.circle)
    by = store.find(Member, group.tied_by or 0)
    still = by is not None and by.standing == Standing.ACTIVE and by.role == Role.ORGANISER and by.person is not None
    told = [by] if still and by is not None else store.organisers_of(circle.id)
    untie(store, group, now, inside=False)
    for member in told:
        if member.person is not None:
            person = store.person(member.person)
            text = words("groups-left", formal=person.formal, group=group.title, recipient=circle.recipient)
            store.owe("notice", out_of_quiet(now, person), person=person.id, payload=Say(text).as_json())


def too_late(store: Store, words: Words, row: Owed, now: datetime) -> None:
    """A reminder that came too late is not sent; the organisers hear of it, while they can still call."""
    assignment = store.find(Assignment, row.subject or 0)
    shift = None if assignment is None else store.find(Shift, assignment.shift)
    if assignment is None or shift is None or shift.end < now:
        return
    circle, member = store.get(Circle, shift.circle), store.get(Member, assignment.member)
    about = moments.moment(shift.start.astimezone(ZoneInfo(circle.zone)), now.astimezone(ZoneInfo(circle.zone)))
    for organiser in organisers_but(store, circle.id, row.person):
        say = Say(words("came-too-late", formal=organiser.formal, name=member.name, about=f"{shift.what}, {about}"))
        key = f"late:{assignment.id}:{organiser.id}"
        store.owe("notice", now, person=organiser.id, payload=say.as_json(), dedupe_key=key)


def back(store: Store, words: Words, address: Address, now: datetime) -> None:
    """Somebody who could not be reached can be again: whoever heard that hears this. Call it before the change."""
    if address.person is None or address.unreachable not in NOBODY:
        return
    if others_of(store, address.person):
        return
    for member, circle in store.memberships_of(address.person):
        for organiser in organisers_but(store, circle.id, address.person):
            say = Say(words("can-reach", formal=organiser.formal, name=member.name))
            due = out_of_quiet(now, organiser)
            store.owe("notice", due, person=organiser.id, subject=circle.id, payload=say.as_json())
