"""The shifts that an absence hits: which they are, and what becomes of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.saying import Option, Say, label_for
from bot.shifts import finding, gaps
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import HOLDS, Staffed
from scheduling.claims import CannotClaim, want_out
from scheduling.people import Circle, Member, Standing
from scheduling.reserves import MovedUp
from scheduling.suited import mark, who_could
from scheduling.swaps import offer

SHOWN = 15
ASKABLE = 2  # people who are offered by name
Hit = tuple[Staffed, Member, Circle]


def shifts_hit(turn: Turn, start: datetime, end: datetime) -> list[Hit]:
    """What the one who speaks has promised in this stretch (UTC), in every circle."""
    own = {member.id: (member, circle) for member, circle in turn.places}
    found = []
    for staffed in turn.store.shifts_of_members(list(own), max(start, turn.now), end):
        for member, circle in own.values():
            mine = staffed.of(member.id)
            if mine is not None and mine.part in HOLDS:
                found.append((staffed, member, circle))
    return found


def ask_about(turn: Turn, hits: list[Hit], kept: Values, title: str) -> None:
    """The shifts that it hits, and at once what can be done: somebody in particular, everybody, or keep them."""
    lines = listed(turn, [(staffed, circle) for staffed, _, circle in hits])
    ways = [turn.option("button-ask-circle", "absence_noted", means="yes", **kept, way="ask")]
    ways += [
        Option(label_for(turn.word, "clash-ask", one.name), "absence_noted", {**kept, "way": "ask_one", "to": one.id})
        for one in _could_all(turn, hits)[:ASKABLE]
    ]
    ways.append(turn.option("button-keep-them", "absence_noted", **kept, way="keep"))
    ways.append(turn.option("button-never-mind", "absence_noted", means="no", **kept, way="drop"))
    turn.said.append(Say("\n".join([title, lines, turn.word("absence-what-now")]), tuple(ways), about=title[:60]))


def listed(turn: Turn, shifts: list[tuple[Staffed, Circle]]) -> str:
    """Each on a line, no more than one reads."""
    return finding.listed(turn.word, shifts, SHOWN)


def _could_all(turn: Turn, hits: list[Hit]) -> list[Member]:
    """Who could take all of these over, where they are of one circle."""
    if len({circle.id for _, _, circle in hits}) != 1:
        return []
    able: list[Member] | None = None
    for staffed, member, circle in hits[:SHOWN]:
        could = who_could(turn.store, staffed.shift, circle, turn.now, frozenset({member.id}))
        able = could if able is None else [one for one in able if one.id in {c.id for c in could}]
    return able or []


def keep_all(turn: Turn, hits: list[Hit], period: str) -> None:
    """They come all the same: marked, and the organiser sees it."""
    for circle in {circle.id: circle for _, _, circle in hits}.values():
        mark(turn.store, [staffed.shift.id for staffed, _, of in hits if of.id == circle.id], circle.zone)
        lines = listed(turn, [(staffed, of) for staffed, _, of in hits if of.id == circle.id])
        names: Values = {"name": turn.someone.name, "period": period, "recipient": circle.recipient, "lines": lines}
        turn.tell_organisers(circle, "absence-kept-told", **names)


def ask_one(turn: Turn, hits: list[Hit], to: Member, period: str) -> list[int]:
    """Ask one person to take these over; who asks stays responsible, marked, and the organiser sees it.

    Returns the shifts that they were asked for.
    """
    asked = []
    for staffed, member, circle in hits:
        mine = staffed.of(member.id)
        if to.circle != circle.id or to.person is None or to.standing != Standing.ACTIVE or mine is None:
            continue
        try:
            made = offer(turn.store, mine, member, turn.now, to=to)
        except CannotClaim:
            continue
        options = (
            turn.option("button-is-fine", "offer_accept", means="yes", offer=made.id),
            turn.option("button-cannot", "offer_refuse", means="no", offer=made.id),
        )
        start = staffed.shift.start.astimezone(ZoneInfo(circle.zone))
        about = f"{staffed.shift.what}, {moments.moment(start, turn.local(circle))}"
        words: Values = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
        turn.tell(to.person, "swap-asked-to-take", options, **words)
        turn.store.owe("offer_lapsed", made.until, person=turn.someone.id, subject=made.id)
        asked.append(staffed.shift.id)
    for circle in {circle.id: circle for staffed, _, circle in hits if staffed.shift.id in asked}.values():
        mark(turn.store, asked, circle.zone)
        lines = listed(turn, [(staffed, of) for staffed, _, of in hits if staffed.shift.id in asked])
        names: Values = {"name": turn.someone.name, "period": period, "recipient": circle.recipient, "lines": lines}
        turn.tell_organisers(circle, "absence-asks-one-told", but=(to.person or 0,), other=to.name, **names)
    return asked


def ask_circle(turn: Turn, hits: list[Hit], period: str) -> list[MovedUp]:
    """They want out of these: who stood by moves up, others are asked, the organisers know. Returns who moved up."""
    for staffed, member, _ in hits:
        with suppress(CannotClaim):
            want_out(turn.store, staffed.shift.id, member, turn.now)
    moved: list[MovedUp] = []
    for circle in {circle.id: circle for _, _, circle in hits}.values():
        of_circle = [staffed for staffed, _, of in hits if of.id == circle.id]
        filled = gaps.fill(turn, circle, of_circle, by=turn.someone.name)
        gaps.tell_filled(turn, circle, filled)
        moved += filled.moved
        if not filled.left:
            continue
        turn.tell_organisers(
            circle,
            "absence-told",
            (turn.option("button-open", "show_open", circle=circle.id),),
            urgent=filled.left[0].shift.start - turn.now < timedelta(days=1),
            name=turn.someone.name,
            period=period,
            recipient=circle.recipient,
            lines=listed(turn, [(staffed, circle) for staffed in filled.left]),
        )
    return moved
