"""Seeing what is open and taking it, standing by, or finding that another has it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import finding
from bot.clashing import stop_for_clash
from bot.dialog import Capability, Values
from bot.dialogs.assign import assign, not_planned
from bot.dialogs.overview import overview
from bot.dialogs.takeover import take_from
from bot.dialogs.volunteers import coordinates_alone
from bot.saying import Option, Say
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from scheduling.care import Part, Shift, Staffed, Task
from scheduling.claims import AlreadyTaken, AlreadyYours, Claimed, ShiftGone, ShiftPast, claim, stand_by
from scheduling.people import Circle, Member
from scheduling.rights import Action, may, may_see
from scheduling.suited import hindrances

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
    for member, circle in turn.places:
        wanted = visible(turn, _open(turn, circle, values), member, circle)
        if wanted:
            lines.append(turn.word("claim-open-for", recipient=circle.recipient))
        for staffed in wanted[: SHOWN - len(found)]:
            found.append((staffed, circle, member))
            lines.append(f"{len(found)}. {finding.line(staffed, circle.zone)}{_wanted(turn, staffed, member)}")
        left = len(wanted) - sum(1 for _, c, _ in found if c.id == circle.id)
        if left > 0:
            lines.append(turn.word("claim-and-more", count=left))
    if not found:
        _nothing_open(turn, values)
        return
    may_claim = [(s, c) for s, c, m in found if may(m, Action.CLAIM, c) and _takes(s, m)]
    options = _claim_options(turn, may_claim)
    turn.said.append(Say("\n".join(lines), options, once=False))


def visible(turn: Turn, shifts: list[Staffed], member: Member, circle: Circle) -> list[Staffed]:
    """Those of these shifts that this member may see."""
    if may(member, Action.SEE_OPEN, circle):
        return shifts
    asked = turn.store.asked_for(member.id, turn.now - NEAR)
    return [staffed for staffed in shifts if may_see(member, staffed, circle, asked)]


def _nothing_open(turn: Turn, values: Values) -> None:
    sees = not turn.places or any(may(member, Action.SEE_ROSTER, circle) for member, circle in turn.places)
    options = (turn.option("button-roster", "show_roster") if sees else turn.option("button-mine", "show_mine"),)
    if values.get("what") or values.get("start"):
        turn.say("claim-nothing-fits", (turn.option("button-open", "show_open"), *options))
    else:
        turn.say("claim-nothing-open", options)


def _takes(staffed: Staffed, member: Member) -> bool:
    """Whether this member can still take it: not on it, in reserve, or wanting out."""
    mine = staffed.of(member.id)
    return mine is None or mine.part in (Part.RESERVE, Part.WANTS_OUT)


def _open(turn: Turn, circle: Circle, values: Values) -> list[Staffed]:
    if values.get("start") or values.get("what"):
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        found = turn.store.open_shifts_between(circle.id, max(begin, turn.now), end)
        return finding.matching(found, values, circle.zone, turn.now)
    near = turn.store.open_shifts_between(circle.id, turn.now, turn.now + NEAR)
    return near or turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)


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


def do_claim(turn: Turn, values: Values) -> None:
    """ "Ik doe het": one shift by button or by what was said; an organiser says it of somebody else, too."""
    if not turn.places:
        turn.place(values, "claim")
    if values.get("of"):
        take_from(turn, values)
        return
    open_ones: list[tuple[Staffed, Place]] = []
    others: list[tuple[Staffed, Place]] = []
    allowed = [place for place in turn.places if may(place[0], Action.CLAIM, place[1])]
    if not allowed:
        turn.require(*turn.places[0], Action.CLAIM)
    for member, circle in allowed:
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        roster = turn.store.roster_between(circle.id, begin, end)
        ahead = [s for s in roster if s.shift.end > turn.now or s.shift.id == values.get("shift")]
        ahead = ahead if values.get("shift") else visible(turn, ahead, member, circle)
        for staffed in finding.matching(ahead, values, circle.zone, turn.now):
            (open_ones if staffed.places_open else others).append((staffed, (member, circle)))
    if open_ones and not values.get("start") and not values.get("shift"):
        near = [one for one in open_ones if one[0].shift.start < turn.now + NEAR]
        open_ones = near or open_ones
    if _of_others(turn, values):
        assign(turn, values, open_ones or others[:1])
    elif "shift" in values and not open_ones and not others:
        past = turn.store.staffed(values["shift"])
        over = past is not None and past.shift.end <= turn.now and turn.member_of(past.shift.circle)
        turn.say("claim-past" if over else "claim-gone", (turn.option("button-open", "show_open"),))
    elif len(open_ones) == 1:
        _take(turn, *open_ones[0], anyway=bool(values.get("anyway")))
    elif open_ones:
        _which(turn, open_ones)
    elif others and (len(others) == 1 or values.get("what") or values.get("start")):
        _take(turn, *others[0])
    else:
        _not_planned(turn, values)


def _not_planned(turn: Turn, values: Values) -> None:
    """What somebody wants to do is not on the roster: where they said what and when, it can be put there."""
    if not not_planned(turn, values):
        _nothing_open(turn, values)


def _of_others(turn: Turn, values: Values) -> bool:
    """Whether somebody else than who speaks is named."""
    own = {str(member.id) for member, _ in turn.places} | {SPEAKER}
    named = values.get("who") or ()
    return any(str(one) not in own for one in ([named] if isinstance(named, str) else named))


def _which(turn: Turn, found: list[tuple[Staffed, Place]]) -> None:
    shown = found[:SHOWN]
    names = finding.labels([s for s, _ in shown], shown[0][1][1].zone)
    options = tuple(Option(label, "claim", {"shift": s.shift.id}) for label, (s, _) in zip(names, shown, strict=True))
    lines = [f"{i}. {finding.line(s, place[1].zone)}" for i, (s, place) in enumerate(shown, 1)]
    if len(found) > SHOWN:
        lines.append(turn.word("claim-and-more", count=len(found) - SHOWN))
    turn.said.append(Say("\n".join([turn.word("claim-which"), *lines]), options, once=False))


def _take(turn: Turn, staffed: Staffed, place: Place, *, anyway: bool = False) -> None:
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    shift = staffed.shift
    before = staffed.of(member.id)
    overrides = _takes(staffed, member) and bool(staffed.places_open) and shift.end > turn.now
    if overrides:
        overrides = stop_for_clash(turn, shift, member, circle, "claim", {"anyway": True} if anyway else {})
    try:
        claimed = claim(turn.store, shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=_soon(turn, shift, circle))
    except AlreadyTaken as taken:
        _too_late(turn, shift, circle, taken, member)
    except ShiftPast:
        turn.say("claim-past", (turn.option("button-open", "show_open"),))
    except ShiftGone:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
    else:
        if overrides:
            turn.store.change(claimed.assignment, overridden=True)
        back = before is not None and before.part == Part.WANTS_OUT
        _thank(turn, claimed, circle, back=back, overrides=overrides)


def _soon(turn: Turn, shift: Shift, circle: Circle) -> str:
    """The same for who reads it now."""
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{shift.what}, {moments.soon(start, turn.local(circle))}"


def _thank(turn: Turn, claimed: Claimed, circle: Circle, *, back: bool, overrides: bool) -> None:
    about = turn.about(claimed.shift, circle)
    turn.changed("claim", about, circle)
    staffed = turn.store.staffed(claimed.shift.id)
    others = [] if staffed is None else [a.member for a in staffed.responsible if a.id != claimed.assignment.id]
    turn.say(
        "claim-back" if back else "claim-done",
        (turn.option("button-undo", "undo"),),
        name=turn.someone.name,
        about=moments.begin(_soon(turn, claimed.shift, circle)),
        recipient=circle.recipient,
        others=moments.listed(turn.store.get(Member, m).name for m in others) or "none",
        places=0 if staffed is None else staffed.places_open,
    )
    key = "claim-back-told" if back else "claim-told-anyway" if overrides else "claim-told"
    names: dict[str, Any] = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, key, **names)
    planner = turn.store.get(Member, turn.store.get(Task, claimed.shift.task).made_by)
    waiting = [turn.store.get(Member, m) for m in others]
    for other in (planner, *waiting):
        if other.person is not None and other.person != turn.someone.id and other.person not in turn.told:
            turn.tell(other.person, key, **names)
    if claimed.relieved is not None:
        relieved = turn.store.get(Member, claimed.relieved.member)
        if relieved.person is not None and relieved.person != turn.someone.id:
            turn.tell(relieved.person, "claim-relieved", name=turn.someone.name, about=about, urgent=True)


def _too_late(turn: Turn, shift: Shift, circle: Circle, taken: AlreadyTaken, member: Member) -> None:
    by = moments.listed(turn.store.get(Member, m).name for m in taken.by)
    staffed = turn.store.staffed(shift.id)
    if staffed is not None and staffed.of(member.id) is not None:
        turn.say("claim-reserve-already", by=by, count=len(taken.by), about=_soon(turn, shift, circle))
        return
    options = (
        turn.option("button-yes", "reserve", means="yes", shift=shift.id),
        turn.option("button-not-needed", "fine", means="no"),
    )
    turn.say("claim-taken", options, by=by, count=len(taken.by), about=_soon(turn, shift, circle))


def reserve(turn: Turn, values: Values) -> None:
    """Stand by for a shift that another has."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        turn.say("claim-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    if staffed.places_open and _takes(staffed, member):  # it came free meanwhile
        _take(turn, staffed, place)
        return
    try:
        stand_by(turn.store, staffed.shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=_soon(turn, staffed.shift, circle))
    except (ShiftGone, ShiftPast):
        turn.say("claim-gone")
    else:
        about = turn.about(staffed.shift, circle)
        turn.changed("reserve", about, circle)
        turn.say("claim-reserve", (turn.option("button-undo", "undo"),), about=_soon(turn, staffed.shift, circle))


def _bundled(turn: Turn, found: list[Staffed], circle: Circle) -> list[str]:
    """A line for what comes again at the same hour, instead of one for each time."""
    zone = ZoneInfo(circle.zone)
    series: dict[tuple[str, str], list[datetime]] = {}
    for shift in (staffed.shift for staffed in found):
        start = shift.start.astimezone(zone)
        series.setdefault((shift.what, moments.span(start, shift.end.astimezone(zone))), []).append(start)
    return [
        turn.word(
            "claim-bundle",
            what=what,
            hours=hours,
            count=len(starts),
            days=moments.listed(_weekdays(starts)),
            daily="yes" if len(_weekdays(starts)) == 7 else "no",
            first=moments.short_day(starts[0].date()),
            last=moments.short_day(starts[-1].date()),
        )
        for (what, hours), starts in series.items()
    ]


def _weekdays(starts: list[datetime]) -> list[str]:
    return [
        moments.weekday(day)
        for day in {start.weekday(): start for start in sorted(starts, key=datetime.weekday)}.values()
    ]


def claim_many(turn: Turn, values: Values) -> None:
    """ "Ik doe de hele week de hond": several at once, said back before they count."""
    member, circle = turn.place(values, "claim_many", action=Action.CLAIM)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + FAR)
    found = finding.matching(wanted, values, circle.zone, turn.now)
    if not found and not_planned(turn, values):
        return
    if not found:
        turn.say("claim-nothing-fits", (turn.option("button-open", "show_open"),))
    elif len(found) == 1:
        _take(turn, found[0], (member, circle))
    else:
        lines = [finding.line(s, circle.zone) for s in found] if len(found) <= SHOWN else _bundled(turn, found, circle)
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
    relieved: dict[int, Shift] = {}  # by person: the first that they need not do any more
    clashing: list[Staffed] = []
    for shift in sorted(values["shifts"]):  # locked in one order by everybody: nobody waits in a ring
        wanted = turn.store.staffed(shift)
        met = bool(wanted and _takes(wanted, member) and hindrances(turn.store, wanted.shift, member, circle.zone))
        if wanted is not None and met and not values.get("anyway"):
            if wanted.places_open and wanted.shift.end > turn.now:
                clashing.append(wanted)
            continue
        try:
            claimed = claim(turn.store, shift, member, turn.now)
        except (AlreadyTaken, AlreadyYours, ShiftGone, ShiftPast):
            continue
        if met:
            turn.store.change(claimed.assignment, overridden=True)
        done.append(claimed.shift)
        before = None if claimed.relieved is None else turn.store.get(Member, claimed.relieved.member)
        if before is not None and before.person is not None:
            relieved.setdefault(before.person, claimed.shift)
    if not done:
        if clashing:
            _say_left(turn, clashing, circle)
            return
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    done.sort(key=lambda shift: shift.start)
    names = moments.listed(dict.fromkeys(shift.what for shift in done))
    first = moments.moment(done[0].start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
    about = turn.word("claim-about-many", what=names, count=len(done), first=first)
    turn.changed("claim", about, circle)
    missed = len(values["shifts"]) - len(done) - len(clashing)
    undo = (turn.option("button-undo", "undo"),)
    turn.say("claim-many-done", undo, missed=missed, count=len(done), about=moments.begin(about))
    if clashing:
        _say_left(turn, clashing, circle)
    told: dict[str, Any] = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, "claim-told-anyway" if values.get("anyway") else "claim-told", **told)
    for person in relieved:
        if person != turn.someone.id:
            turn.tell(person, "claim-relieved", name=turn.someone.name, about=about, urgent=True)


def _say_left(turn: Turn, clashing: list[Staffed], circle: Circle) -> None:
    """What was left out, because something else is in the way; it can be done all the same."""
    lines = "\n".join(finding.line(staffed, circle.zone) for staffed in clashing[:SHOWN])
    shifts = [staffed.shift.id for staffed in clashing]
    options = (
        turn.option("button-anyway", "claim_these", shifts=shifts, circle=circle.id, anyway=True),
        turn.option("button-leave-them", "fine", means="no"),
    )
    turn.say("claim-many-clash", options, lines=lines, count=len(clashing))


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
