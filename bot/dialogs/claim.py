"""Seeing what is open and taking it, standing by, or finding that another has it."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import finding
from bot.dialog import Capability, Values
from bot.saying import Option, Say
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from scheduling.care import Shift, Staffed
from scheduling.claims import AlreadyTaken, AlreadyYours, Claimed, ShiftGone, ShiftPast, claim, stand_by
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

NEAR = timedelta(days=15)
FAR = timedelta(days=70)
SHOWN = 10


def show_open(turn: Turn, values: Values) -> None:
    """What still wants somebody, in every circle of this person."""
    if not turn.places:
        turn.place(values, "show_open")
    lines: list[str] = []
    found: list[tuple[Staffed, Circle, Member]] = []
    for member, circle in turn.places:
        if not (may(member, Action.SEE_ROSTER, circle) or may(member, Action.CLAIM, circle)):
            continue
        wanted = _open(turn, circle, values)
        if wanted:
            lines.append(turn.word("claim-open-for", recipient=circle.recipient))
        for staffed in wanted:
            if len(found) < SHOWN:
                found.append((staffed, circle, member))
                lines.append(f"{len(found)}. {finding.line(staffed, circle.zone)}{_wanted(turn, staffed)}")
        if len(wanted) > SHOWN:
            lines.append(turn.word("claim-and-more", count=len(wanted) - SHOWN))
    if not found:
        turn.say("claim-nothing-open", (turn.option("button-roster", "show_roster"),))
        return
    may_claim = [(s, c) for s, c, m in found if (may(m, Action.CLAIM, c) and s.of(m.id) is None) or _leaving(s, m)]
    options = _claim_options(turn, may_claim)
    turn.said.append(Say("\n".join(lines), options, once=False))


def _leaving(staffed: Staffed, member: Member) -> bool:
    return False if staffed.of(member.id) is None else bool(staffed.places_open)


def _open(turn: Turn, circle: Circle, values: Values) -> list[Staffed]:
    near = turn.store.open_shifts_between(circle.id, turn.now, turn.now + NEAR)
    if values.get("start"):
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        far = turn.store.open_shifts_between(circle.id, max(begin, turn.now), end)
        return finding.matching(far, values, circle.zone, turn.now)
    return near or turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)


def _wanted(turn: Turn, staffed: Staffed) -> str:
    return "" if staffed.shift.people_needed == 1 else " " + turn.word("claim-places", count=staffed.places_open)


def _claim_options(turn: Turn, shifts: list[tuple[Staffed, Circle]]) -> tuple[Option, ...]:
    if len(shifts) == 1:
        return (turn.option("button-claim", "claim", means="yes", shift=shifts[0][0].shift.id),)
    labels = finding.labels([s for s, _ in shifts], shifts[0][1].zone) if shifts else []
    return tuple(
        Option(label, "claim", {"shift": staffed.shift.id}) for label, (staffed, _) in zip(labels, shifts, strict=True)
    )


def do_claim(turn: Turn, values: Values) -> None:
    """ "Ik doe het": one shift by button or by what was said."""
    if not turn.places:
        turn.place(values, "claim")
    open_ones: list[tuple[Staffed, Place]] = []
    others: list[tuple[Staffed, Place]] = []
    for member, circle in turn.places:
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        roster = turn.store.roster_between(circle.id, begin, end)
        for staffed in finding.matching(roster, values, circle.zone, turn.now):
            (open_ones if staffed.places_open else others).append((staffed, (member, circle)))
    if "shift" in values and not open_ones and not others:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
    elif len(open_ones) == 1 or (open_ones and values.get("what") and _next_of_one(open_ones, values)):
        _take(turn, *open_ones[0])
    elif open_ones:
        _which(turn, open_ones)
    elif len(others) == 1 or (others and (values.get("what") or values.get("start"))):
        _take(turn, *others[0])
    else:
        turn.say("claim-nothing-open", (turn.option("button-roster", "show_roster"),))


def _next_of_one(found: list[tuple[Staffed, Place]], values: Values) -> bool:
    """Several of the same day and task are asked apart; with a moment said, the first is meant."""
    return bool(values.get("start")) and "T" in str(values["start"]) and len({s.shift.start for s, _ in found}) == 1


def _which(turn: Turn, found: list[tuple[Staffed, Place]]) -> None:
    shown = found[:SHOWN]
    names = finding.labels([s for s, _ in shown], shown[0][1][1].zone)
    options = tuple(Option(label, "claim", {"shift": s.shift.id}) for label, (s, _) in zip(names, shown, strict=True))
    lines = [f"{i}. {finding.line(s, place[1].zone)}" for i, (s, place) in enumerate(shown, 1)]
    turn.said.append(Say("\n".join([turn.word("claim-which"), *lines]), options, once=False))


def _take(turn: Turn, staffed: Staffed, place: Place) -> None:
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    shift = staffed.shift
    try:
        claimed = claim(turn.store, shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=_about(turn, shift, circle))
    except AlreadyTaken as taken:
        _too_late(turn, shift, circle, taken, member)
    except ShiftPast:
        turn.say("claim-past", (turn.option("button-open", "show_open"),))
    except ShiftGone:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
    else:
        _thank(turn, claimed, circle)


def _about(turn: Turn, shift: Shift, circle: Circle) -> str:
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{shift.what}, {moments.moment(start, turn.local(circle))}"


def _thank(turn: Turn, claimed: Claimed, circle: Circle) -> None:
    about = _about(turn, claimed.shift, circle)
    turn.changed("claim", about, circle)
    turn.say(
        "claim-done",
        (turn.option("button-undo", "undo"),),
        name=turn.someone.name,
        about=about,
        recipient=circle.recipient,
    )
    turn.tell_organisers(circle, "claim-told", name=turn.someone.name, about=about, recipient=circle.recipient)
    if claimed.relieved is not None:
        before = turn.store.get(Member, claimed.relieved.member)
        if before.person is not None and before.person != turn.someone.id and before.person not in turn.told:
            turn.tell(before.person, "claim-relieved", name=turn.someone.name, about=about, urgent=True)


def _too_late(turn: Turn, shift: Shift, circle: Circle, taken: AlreadyTaken, member: Member) -> None:
    by = moments.listed(turn.store.get(Member, m).name for m in taken.by)
    staffed = turn.store.staffed(shift.id)
    if staffed is not None and staffed.of(member.id) is not None:
        turn.say("claim-reserve-already", by=by, about=_about(turn, shift, circle))
        return
    options = (
        turn.option("button-yes", "reserve", means="yes", shift=shift.id),
        turn.option("button-not-needed", "fine", means="no"),
    )
    turn.say("claim-taken", options, by=by, count=len(taken.by), about=_about(turn, shift, circle))


def reserve(turn: Turn, values: Values) -> None:
    """Stand by for a shift that another has."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        turn.say("claim-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    try:
        stand_by(turn.store, staffed.shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=_about(turn, staffed.shift, circle))
    except (ShiftGone, ShiftPast):
        turn.say("claim-gone")
    else:
        about = _about(turn, staffed.shift, circle)
        turn.changed("reserve", about, circle)
        turn.say("claim-reserve", (turn.option("button-undo", "undo"),), about=about)


def claim_many(turn: Turn, values: Values) -> None:
    """ "Ik doe de hele week de hond": several at once, said back before they count."""
    member, circle = turn.place(values, "claim_many", action=Action.CLAIM)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)
    found = finding.matching(wanted, values, circle.zone, turn.now)
    if not found:
        turn.say("claim-nothing-fits", (turn.option("button-open", "show_open"),))
    elif len(found) == 1:
        _take(turn, found[0], (member, circle))
    else:
        lines = [finding.line(s, circle.zone) for s in found[:30]]
        options = (
            turn.option("button-yes", "claim_these", means="yes", shifts=[s.shift.id for s in found], circle=circle.id),
            turn.option("button-no", "fine", means="no"),
        )
        text = turn.word("claim-many", count=len(found))
        turn.said.append(Say("\n".join([text, *lines]), options))


def claim_these(turn: Turn, values: Values) -> None:
    """Take all that was shown, as far as it is open still."""
    place = turn.member_of(values["circle"])
    if place is None:
        raise Answered(Say(turn.word("claim-gone")))
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    done: list[Shift] = []
    for shift in values["shifts"]:
        try:
            done.append(claim(turn.store, shift, member, turn.now).shift)
        except (AlreadyTaken, AlreadyYours, ShiftGone, ShiftPast):
            continue
    if not done:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    about = f"{done[0].what} ({len(done)}x)"
    turn.changed("claim", about, circle)
    missed = len(values["shifts"]) - len(done)
    turn.say("claim-many-done", (turn.option("button-undo", "undo"),), count=len(done), missed=missed)
    turn.tell_organisers(
        circle,
        "claim-many-told",
        name=turn.someone.name,
        count=len(done),
        what=done[0].what,
        recipient=circle.recipient,
    )


CAPABILITY = Capability(
    "claim",
    {
        "show_open": show_open,
        "claim": do_claim,
        "claim_many": claim_many,
        "claim_these": claim_these,
        "reserve": reserve,
    },
)
