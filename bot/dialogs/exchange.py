"""An organiser lets two others change places: "Piet en Riet ruilen woensdag en donderdag"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.dialog import Capability, Values
from bot.dialogs.assign import fine_or_not
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from scheduling.care import Assignment, Shift, Staffed
from scheduling.claims import CannotClaim
from scheduling.people import Circle, Member
from scheduling.reminders import hears
from scheduling.rights import Action, may
from scheduling.suited import hindrances
from scheduling.swaps import exchange

AHEAD = timedelta(days=28)
SHOWN = 8
TWO = 2


@dataclass(frozen=True)
class Side:
    """One of the two, with the shift that the other is to do."""

    member: Member
    staffed: Staffed

    @property
    def assignment(self) -> Assignment:
        """What puts them on it."""
        found = self.staffed.of(self.member.id)
        assert found is not None
        return found


def of_two_others(turn: Turn, values: Values) -> None:
    """Goes on where no two others are named by who may arrange it; else ends the turn with it proposed, or asked."""
    named = dict.fromkeys(int(one) for one in values.get("who") or () if str(one).isdigit())
    members = [m for id in named if (m := turn.store.find(Member, id)) is not None and m.present]
    place = next((place for place in turn.places if members and place[1].id == members[0].circle), None)
    if place is None or len(members) != TWO or any(m.circle != place[1].id for m in members):
        return
    if place[0].id in named or not may(place[0], Action.ASSIGN_OTHERS, place[1]):
        return
    sides = [_sides(turn, member, place, values) for member in members]
    for mine, member, other in zip(sides, members, reversed(members), strict=True):
        if not mine:
            raise Answered(Say(turn.word("exchange-nothing", name=member.name, other=other.name)))
        if len(mine) > 1:
            _which(turn, values, mine, other, place)
    _propose(turn, sides[0][0], sides[1][0], place)


def _sides(turn: Turn, member: Member, place: Place, values: Values) -> list[Side]:
    """What this one may give: what was chosen, what is on a day that was named, or all that is theirs."""
    around = turn.store.shifts_of_members([member.id], turn.now, turn.now + AHEAD)
    own = [staffed for staffed in around if staffed.counts_on(member.id)]
    chosen = [staffed for staffed in own if staffed.shift.id in (values.get("given") or ())]
    said = values.get("start") or []
    days = said if isinstance(said, list) else [said]
    on_them = [s for s in own if any(finding.matching([s], {"start": day}, place[1].zone, turn.now) for day in days)]
    return [Side(member, staffed) for staffed in chosen or on_them or own]


def _which(turn: Turn, values: Values, sides: list[Side], other: Member, place: Place) -> None:
    zone = place[1].zone
    found = [side.staffed for side in sides[:SHOWN]]
    kept = {name: values[name] for name in ("who", "start") if values.get(name)}
    options = tuple(
        Option(label, "swap_request", {**kept, "given": [*(values.get("given") or ()), staffed.shift.id]})
        for label, staffed in zip(finding.labels(found, zone), found, strict=True)
    )
    lines = [f"{n}. {finding.line(staffed, zone)}" for n, staffed in enumerate(found, 1)]
    text = turn.word("exchange-which", name=sides[0].member.name, other=other.name)
    raise Answered(Say("\n".join([text, *lines]), options))


def _propose(turn: Turn, one: Side, other: Side, place: Place) -> None:
    circle = place[1]
    in_the_way = [
        taker.member.name
        for taker, given in ((one, other), (other, one))
        if any(
            hindrance.with_shift != taker.staffed.shift
            for hindrance in hindrances(turn.store, given.staffed.shift, taker.member, circle.zone)
        )
    ]
    options = (
        turn.option("button-yes", "exchange_it", means="yes", both=[one.assignment.id, other.assignment.id]),
        turn.option("button-no", "fine", means="no"),
    )
    text = turn.word(
        "exchange-confirm",
        one=one.member.name,
        other=other.member.name,
        gets=turn.about(other.staffed.shift, circle),
        gives=turn.about(one.staffed.shift, circle),
        hindered=moments.listed(in_the_way) or "none",
    )
    raise Answered(Say(text, options))


def exchange_it(turn: Turn, values: Values) -> None:
    """It was agreed to: both hear what they do now, and may say no."""
    both = [found for id in values["both"] if (found := turn.store.find(Assignment, id)) is not None]
    members = [turn.store.get(Member, found.member) for found in both]
    place = turn.member_of(members[0].circle) if len(members) == TWO else None
    if place is None or not all(member.present for member in members):
        turn.say("swap-gone")
        return
    turn.require(*place, Action.ASSIGN_OTHERS)
    try:
        shifts = exchange(turn.store, both[0], both[1], turn.now)
    except CannotClaim:
        turn.say("swap-gone")
        return
    circle = place[1]
    gets, gives = (turn.about(shift, circle) for shift in shifts)
    turn.changed("swap", gets, circle)
    undo = (turn.option("button-undo", "undo"),)
    turn.say("exchange-done", undo, one=members[0].name, other=members[1].name, gets=gets, gives=gives)
    _tell(turn, members[0], members[1], shifts[0], circle)
    _tell(turn, members[1], members[0], shifts[1], circle)


def _tell(turn: Turn, member: Member, other: Member, shift: Shift, circle: Circle) -> None:
    to = hears(turn.store, member)
    if to is None or to == turn.someone.id:
        return
    options = fine_or_not(turn, member, (shift.id,))
    words: Values = {"name": turn.someone.name, "other": other.name, "recipient": circle.recipient}
    whose = "" if to == member.person else member.name
    turn.tell(to, "exchange-told", options, urgent=True, whose=whose, about=turn.about(shift, circle), **words)


CAPABILITY = Capability("exchange", {"exchange_it": exchange_it})
