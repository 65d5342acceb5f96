"""Shifts that came open again because somebody went: who hears of it, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from bot import finding
from bot.dialogs.release import ask_others
from bot.saying import Option
from bot.turn import Turn
from scheduling.care import Staffed
from scheduling.people import Circle, Member
from scheduling.voices import next_voice

SHOWN = 10


def listed(turn: Turn, circle: Circle, freed: Sequence[Staffed]) -> str:
    """The shifts on lines of their own, "" where there are none."""
    lines = [f"- {finding.line(staffed, circle.zone)}" for staffed in freed[:SHOWN]]
    if len(freed) > SHOWN:
        lines.append(turn.word("claim-and-more", count=len(freed) - SHOWN))
    return "\n".join(lines)


def ways(turn: Turn, freed: Sequence[Staffed]) -> tuple[Option, ...]:
    """What whoever hears of it can do."""
    return (turn.option("button-open", "show_open"),) if freed else ()


def tell_voices(turn: Turn, member: Member, known_as: str = "") -> None:
    """Who goes may have spoken for others without a phone: tell who does so from now on. Comes before they go."""
    next_one = next_voice(turn.store, member)
    if next_one is None or next_one.person is None:
        return
    for spoken_for in turn.store.spoken_for([member.id]):
        turn.tell(next_one.person, "voice-told-goes", by=known_as or member.name, name=spoken_for.name)


def ask_reserves(turn: Turn, circle: Circle, freed: Sequence[Staffed]) -> None:
    """Who stood by is asked at once, everybody else in the circle's own order."""
    ask_others(turn, circle, freed)
