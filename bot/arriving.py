"""Where a message arrives: whose address it is, which conversation goes on there, and what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.conversation import choices
from bot.conversation.both_asked import SETTLED
from bot.conversation.scene import Scene, on_the_table
from bot.conversation.talks import move_here, talk_at
from bot.delivery.reach import KEPT, back
from bot.messages import Inbound, Kind
from locales.words import Words
from scheduling.people import Address, Role
from storage.erasing import FORGOTTEN
from storage.store import Store
from storage.turns import Conversation, Question

ONE_MINUTE = timedelta(minutes=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
OPEN_FOR = timedelta(days=14)  # a question can be answered so long


def scene_at(store: Store, inbound: Inbound, now: datetime) -> Scene:
    """What is known there: the conversation, what was asked, the circles and who is in them."""
    address = store.address_of(inbound.channel, inbound.chat)
    if address is None:
        return Scene()
    talk = talk_at(store, address)
    conversation = talk.going_on(address.id, now, heard=True)
    asked = store.questions_since(talk.addresses, now - OPEN_FOR)
    places = [] if address.person is None else store.memberships_of(address.person)
    # Words alone need the names, and a coordinator of many circles knows nobody by name.
    near = [circle.id for member, circle in places if member.role != Role.COORDINATOR]
    circles = [] if inbound.kind == Kind.TAP else near
    return Scene(
        conversation,
        on_the_table((question for question in asked if question.answered_at is None or not question.once), now),
        by_others=tuple(question for question in asked if question.once and question.dialog == SETTLED),
        settled=max((question.id for question in asked if question.answered_at is not None), default=0),
        tapped=_tapped(store, inbound, address.id),
        places=tuple(places),
        members=tuple(member for circle in circles for member in store.members_of(circle)),
        tasks=tuple(dict.fromkeys(what for circle in circles for what in store.whats_of(circle))),
    )


def arrive(store: Store, words: Words, inbound: Inbound, now: datetime) -> tuple[Address, Conversation]:
    """The address and its conversation, held for this turn; what was being asked elsewhere is asked here."""
    address = store.address_of(inbound.channel, inbound.chat, lock=True)
    if address is None:
        address = store.add(Address(0, inbound.channel, inbound.chat, last_in_at=now))
    elif address.unreachable or now - (address.last_in_at or LONG_AGO) >= ONE_MINUTE:  # noted to the minute
        kept = address.unreachable if address.unreachable in (*KEPT, FORGOTTEN) else ""
        if not kept:
            back(store, words, address, now)
        address = store.change(address, last_in_at=now, unreachable=kept)
    talk = talk_at(store, address)
    if talk.here is None:
        talk = replace(talk, here=store.add(Conversation(0, address.id)))
    conversation = talk.going_on(address.id, now)
    assert conversation is not None
    move_here(store, talk, conversation)
    return address, conversation


def _tapped(store: Store, inbound: Inbound, address: int) -> Question | None:
    tapped = choices.tapped(inbound.choice)
    if inbound.kind != Kind.TAP or tapped is None:
        return None
    found = store.find(Question, tapped[0])
    return found if found is not None and found.address == address else None
