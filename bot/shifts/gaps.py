"""Shifts that came open because somebody went: who stood by moves up, the others are asked, organisers hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.saying import Option
from bot.shifts import finding
from bot.turn import Turn
from scheduling.appeals import ask_now
from scheduling.care import Staffed
from scheduling.people import Circle, Member
from scheduling.reserves import MovedUp, move_up
from scheduling.voices import next_voice

SHOWN = 10


@dataclass(frozen=True)
class Filled:
    """What became of shifts that came open."""

    moved: tuple[MovedUp, ...]  # theirs now, who stood by
    left: tuple[Staffed, ...]  # nobody's yet
    asked: tuple[str, ...]  # who stand by for those, and are asked

    @property
    def members(self) -> list[Member]:
        """Who moved up, each once."""
        return list({one.member.id: one.member for one in self.moved}.values())

    @property
    def persons(self) -> tuple[int, ...]:
        """The same as persons, who know it already."""
        return tuple(member.person for member in self.members if member.person is not None)

    @property
    def taken(self) -> set[int]:
        """The shifts that somebody moved up to."""
        return {one.shift.id for one in self.moved}


def fill(turn: Turn, circle: Circle, freed: Sequence[Staffed], *, but: int = 0, by: str = "") -> Filled:
    """Who stands by for these does it now and hears it; nearer than a day they are asked. Others are asked in turn.

    `but` is the member who leaves it, `by` their name for who moves up.
    """
    moved = move_up(turn.store, circle, [staffed.shift.id for staffed in freed], turn.now)
    _tell_moved(turn, circle, moved, by)
    now = [one for staffed in freed if (one := turn.store.staffed(staffed.shift.id)) is not None]
    left = tuple(staffed for staffed in now if staffed.places_open)
    standing_by = {assignment.member for staffed in left for assignment in staffed.reserves}
    asked = ask_now(turn.store, circle, list(left), but, turn.now, standing_by) if standing_by else []
    return Filled(tuple(moved), left, tuple(member.name for member in asked))


def _tell_moved(turn: Turn, circle: Circle, moved: Sequence[MovedUp], by: str) -> None:
    for member in {one.member.id: one.member for one in moved}.values():
        shifts = [one.shift for one in moved if one.member.id == member.id]
        options = (
            turn.option("button-is-fine", "going", means="yes", shift=shifts[0].id),
            turn.option("button-after-all-not", "reserve_no", means="no", shifts=[shift.id for shift in shifts]),
        )
        said = turn.about_all(shifts, circle)
        words: dict[str, Any] = {
            "name": by or "none",
            "about": said,
            "recipient": circle.recipient,
            "count": len(shifts),
        }
        if member.person == turn.someone.id:
            turn.say("gaps-moved-up", options, **words)
        else:
            turn.tell(member.person or 0, "gaps-moved-up", options, of=circle, **words)
    for one in moved:
        if one.relieved is not None:
            relieved, named = turn.store.get(Member, one.relieved), turn.about(one.shift, circle)
            turn.tell_member(relieved, "claim-relieved", name=one.member.name, about=named, urgent=True)


def tell_filled(turn: Turn, circle: Circle, filled: Filled) -> None:
    """The organisers hear who moved up."""
    if filled.moved:
        lines = "\n".join(
            f"- {finding.line(Staffed(one.shift), circle.zone)}: {one.member.name}" for one in filled.moved[:SHOWN]
        )
        turn.tell_organisers(circle, "gaps-filled", but=filled.persons, recipient=circle.recipient, list=lines)


def listed(turn: Turn, circle: Circle, freed: Sequence[Staffed]) -> str:
    """The shifts on lines of their own, "" where there are none."""
    return finding.listed(turn.word, [(staffed, circle) for staffed in freed], SHOWN, mark="- ")


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
