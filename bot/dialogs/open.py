"""Seeing what is open, in every circle of one's own."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialog import Capability, Values
from bot.dialogs.overview import overview
from bot.dialogs.volunteers import coordinates_alone
from bot.orders import no_stranger
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.standstill import standstill
from bot.turn import Turn
from scheduling.care import Part, Staffed
from scheduling.people import Circle, Member
from scheduling.plans import happens
from scheduling.rights import Action, may, may_see

NEAR = timedelta(days=15)
FAR = timedelta(days=70)
SHOWN = 10


def show_open(turn: Turn, values: Values) -> None:
    """What still wants somebody, in every circle of this person."""
    if not turn.places:
        turn.place(values, "show_open")
    if coordinates_alone(turn):
        overview(turn, values)
        return
    lines: list[str] = []
    found: list[tuple[Staffed, Circle, Member]] = []
    no_stranger(turn)
    places = [place for place in turn.places if turn.speaks_of(place[1])] or turn.places
    for member, circle in places:
        every = visible(turn, _open(turn, circle, values), member, circle)
        wanted = _soon(every, values, turn.now)
        lines += standstill(turn, circle, wanted) if wanted else []
        if wanted:
            lines.append(turn.word("claim-open-for", recipient=circle.recipient))
        for staffed in wanted[: SHOWN - len(found)]:
            found.append((staffed, circle, member))
            lines.append(f"{len(found)}. {finding.line(staffed, circle.zone)}{_wanted(turn, staffed, member)}")
        left = len(every) - sum(1 for _, c, _ in found if c.id == circle.id)
        if left > 0:
            lines.append(turn.word("claim-and-more", count=left))
    if not found:
        nothing_open(turn, values)
        return
    runs = [(s, c, m) for s, c, m in found if happens(c, s.shift)]
    may_claim = [(s, c) for s, c, m in runs if may(m, Action.CLAIM, c) and takes(s, m)]
    options = _claim_options(turn, may_claim)
    turn.said.append(Say("\n".join(lines), options, once=False))


def visible(turn: Turn, shifts: list[Staffed], member: Member, circle: Circle) -> list[Staffed]:
    """Those of these shifts that this member may see."""
    if may(member, Action.SEE_OPEN, circle):
        return shifts
    asked = turn.store.asked_for(member.id, turn.now - NEAR)
    return [staffed for staffed in shifts if may_see(member, staffed, circle, asked)]


def nothing_open(turn: Turn, values: Values) -> None:
    """Say so, as it was asked."""
    sees = not turn.places or any(may(member, Action.SEE_ROSTER, circle) for member, circle in turn.places)
    options = (turn.option("button-roster", "show_roster") if sees else turn.option("button-mine", "show_mine"),)
    if values.get("what") or values.get("start"):
        turn.say("claim-nothing-fits", (turn.option("button-open", "show_open"), *options))
    else:
        turn.say("claim-nothing-open", options)


def takes(staffed: Staffed, member: Member) -> bool:
    """Whether this member can still take it: not on it, in reserve, or wanting out."""
    mine = staffed.of(member.id)
    return mine is None or mine.part in (Part.RESERVE, Part.WANTS_OUT)


def _open(turn: Turn, circle: Circle, values: Values) -> list[Staffed]:
    if values.get("start") or values.get("what"):
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        found = turn.store.open_shifts_between(circle.id, max(begin, turn.now), end)
        return finding.matching(found, values, circle.zone, turn.now)
    return turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)


def _soon(shifts: list[Staffed], values: Values, now: datetime) -> list[Staffed]:
    """What is soon, where there is any and nothing was named: the rest is counted."""
    if values.get("start") or values.get("what"):
        return shifts
    return [staffed for staffed in shifts if staffed.shift.start < now + NEAR] or shifts


def _wanted(turn: Turn, staffed: Staffed, member: Member) -> str:
    mine = staffed.of(member.id)
    if mine is not None and mine.part == Part.WANTS_OUT:
        return " " + turn.word("claim-your-own")
    return "" if staffed.shift.people_needed == 1 else " " + turn.word("claim-places", count=staffed.places_open)


def _claim_options(turn: Turn, shifts: list[tuple[Staffed, Circle]]) -> tuple[Option, ...]:
    if len(shifts) == 1:
        return (turn.option("button-claim", "claim", means="yes", shift=shifts[0][0].shift.id),)
    labels = finding.labels([s for s, _ in shifts], shifts[0][1].zone) if shifts else []
    return tuple(
        Option(label, "claim", {"shift": staffed.shift.id}) for label, (staffed, _) in zip(labels, shifts, strict=True)
    )


CAPABILITY = Capability("open", {"show_open": show_open})
