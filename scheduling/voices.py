"""Members without a phone: somebody else speaks for them, and hears what is for them."""

from __future__ import annotations

from datetime import datetime

from scheduling.people import Member, Role, Standing
from scheduling.reminders import keep_all_reminders
from scheduling.store import Store


def speak_for(store: Store, member: Member, voice: Member, now: datetime) -> Member:
    """From now on `voice` reports for this member, who has no phone, and gets their reminders."""
    changed = store.change(member, voice=voice.id)
    keep_all_reminders(store, [member.id], now)
    return changed


def next_voice(store: Store, voice: Member) -> Member | None:
    """Who speaks for others after this member: the organiser who is there longest, or nobody."""
    others = store.members_of(voice.circle, Standing.ACTIVE)
    return next((m for m in others if m.role == Role.ORGANISER and m.person is not None and m.id != voice.id), None)


def hand_on(store: Store, voice: Member, now: datetime) -> None:
    """Who spoke for others goes: somebody else speaks for them."""
    for member in store.spoken_for([voice.id]):
        after = next_voice(store, voice)
        store.change(member, voice=None if after is None else after.id)
        keep_all_reminders(store, [member.id], now)
