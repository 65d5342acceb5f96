"""A group that comes together: one member of the circle by the group's name, for whom one of the people speaks."""

from __future__ import annotations

from datetime import datetime

from scheduling.claims import Claimed, claim
from scheduling.people import Member, Ring, Role, Standing
from scheduling.store import Store


def put_crew_on(store: Store, shift: int, voice: Member, name: str, people: int, now: datetime) -> Claimed:
    """Put a group of so many people on a shift; `voice` hears what is for it and reports. Raises a CannotClaim."""
    known = store.members_of(voice.circle, Standing.EXPECTED)
    found = next((m for m in known if m.name.casefold() == name.casefold() and m.voice == voice.id), None)
    if found is None:
        crew = Member(0, voice.circle, name, None, Role.HELPER, Ring.VOLUNTEERS, Standing.EXPECTED, now, voice=voice.id)
        found = store.add(crew)
    return claim(store, shift, found, now, people)
