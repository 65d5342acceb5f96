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


def hand_on(store: Store, voice: Member, now: datetime) -> list[tuple[Member, Member | None]]:
    """Who spoke for others goes: an organiser speaks for them. Returns each with who does now, None for nobody."""
    others = [m for m in store.members_of(voice.circle, Standing.ACTIVE) if m.id != voice.id and m.person is not None]
    next_one = next((m for m in others if m.role == Role.ORGANISER), None)
    handed = []
    for member in store.spoken_for([voice.id]):
        store.change(member, voice=None if next_one is None else next_one.id)
        keep_all_reminders(store, [member.id], now)
        handed.append((member, next_one))
    return handed
