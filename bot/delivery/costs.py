"""Which circle a message is counted for: one on WhatsApp costs money, and the host wants to know where it goes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from scheduling.asking import ASK, Ask
from scheduling.care import Assignment, Shift
from scheduling.people import AMSTERDAM, Address, Member
from scheduling.reminders import CHECKOUT, REMINDER
from storage.delivering import NOTICE
from storage.store import Store
from storage.turns import Owed

TEMPLATE, SESSION = "template", "session"


def count(store: Store, row: Owed, address: Address, kind: str, messages: int, now: datetime) -> None:
    """Add what went to the month's count of its circle."""
    month = now.astimezone(ZoneInfo(AMSTERDAM)).strftime("%Y-%m")
    store.count_messages(month, _circle_of(store, row, address), address.channel, kind, messages)


def _circle_of(store: Store, row: Owed, address: Address) -> int:
    """The circle that it is about, else the one last spoken of there, else the person's first; 0 for none."""
    if row.kind == NOTICE and row.subject:
        return row.subject
    if row.kind == ASK:
        ask = store.find(Ask, row.subject or 0)
        member = None if ask is None else store.find(Member, ask.member)
        if member is not None:
            return member.circle
    if row.kind in (REMINDER, CHECKOUT):
        assignment = store.find(Assignment, row.subject or 0)
        shift = None if assignment is None else store.find(Shift, assignment.shift)
        if shift is not None:
            return shift.circle
    conversation = store.conversation_at(address.id)
    if conversation is not None and conversation.circle is not None:
        return conversation.circle
    places = [] if address.person is None else store.memberships_of(address.person)
    return places[0][1].id if places else 0
