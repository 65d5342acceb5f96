"""For whom somebody speaks: themselves, and who has no phone and named them."""

from __future__ import annotations

from bot.dialog import Values
from bot.saying import Say
from bot.turn import Answered, Place, Turn
from locales.nl.people import SPEAKER
from scheduling.people import Member
from scheduling.rights import may_report_for


def everybody(turn: Turn) -> list[Place]:
    """The person's own places, then those of the members without a phone for whom they speak."""
    circles = {member.id: circle for member, circle in turn.places}
    others = turn.store.spoken_for(circles) if circles else []
    return [*turn.places, *((other, circles[other.voice]) for other in others if other.voice is not None)]


def for_whom(turn: Turn, values: Values) -> list[Place]:
    """Whose places a sentence is about: those of who is named in `who`, else the speaker's own.

    Ends the turn kindly where the speaker may not say it of who is named.
    """
    said = values.get("who") or ()
    named = {int(one) for one in ([said] if isinstance(said, str) else said) if str(one).isdigit()}
    own = {member.id for member, _ in turn.places}
    if not named - own:
        return turn.places
    found: list[Place] = [place for place in turn.places if place[0].id in named or SPEAKER in said]
    for id in sorted(named - own):
        other = turn.store.find(Member, id)
        place = None if other is None else turn.member_of(other.circle)
        if other is None or place is None or not other.present:
            continue
        if not may_report_for(place[0], other, place[1]):
            raise Answered(Say(turn.word("voice-not-yours", name=other.name)))
        found.append((other, place[1]))
    return found


def is_other(turn: Turn, member: Member) -> bool:
    """Whether this is somebody else than who speaks."""
    return member.person is None or turn.person is None or member.person != turn.person.id
