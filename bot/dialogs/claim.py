"""Taking a shift, or finding that another has it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.assign import assign, may_be_taken, not_planned, too_late
from bot.dialogs.hand_on import third_named
from bot.dialogs.open import FAR, NEAR, SHOWN, nothing_open, show_open, takes, visible
from bot.dialogs.shared import propose_shares
from bot.dialogs.takeover import take_from
from bot.members import names_of
from bot.plans.lately import just_spoken_of
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.clashing import stop_for_clash
from bot.shifts.own_day import comes_later
from bot.turn import Instead, Place, Turn
from locales.nl import follows, moments, oneself, picking
from locales.nl.people import SPEAKER
from scheduling.care import RESPONSIBLE, Part, Shift, Staffed, Task
from scheduling.claims import AlreadyTaken, AlreadyYours, CannotClaim, Claimed, claim
from scheduling.people import Circle, Member, Role
from scheduling.rights import Action, may

WEEKS_ON = 3
ASKED_SINCE = timedelta(hours=30)
LATELY = timedelta(minutes=30)
_GIVEN_BACK = ("release",)
_HALF_A_DAY = timedelta(hours=12)
_Found = tuple[Staffed, Place]


def do_claim(turn: Turn, values: Values) -> None:
    """ "Ik doe het": one shift by button or by what was said; an organiser says it of somebody else, too."""
    if not turn.places:
        turn.place(values, "claim")
    third_named(turn, values)
    if values.get("of"):
        take_from(turn, values)
        return
    if values.get("shift"):
        _this_one(turn, values)
        return
    comes_later(turn)
    if (reminded := _reminded_of(turn, values)) is not None:
        raise Instead("going", {"shift": reminded})
    stands_by = follows.says_reserve(turn.text)
    if stands_by:  # "mag ik reserve staan voor zaterdag": for what has somebody; what has nobody is shown
        values = {name: said for name, said in values.items() if name not in ("what", "title", "task")}
    allowed = [place for place in turn.places if may(place[0], Action.CLAIM, place[1])]
    if not allowed:
        turn.require(*turn.places[0], Action.CLAIM)
    near = not values.get("start")  # what is soon is meant before what is later
    open_ones, others = meant(turn, values, allowed, turn.now + (NEAR if near else FAR))
    if near and not open_ones:
        open_ones, others = meant(turn, values, allowed, turn.now + FAR)
    open_ones = _exactly(open_ones, values) or _of_each_name(turn, values, allowed) or open_ones
    if stands_by and open_ones and not others:
        show_open(turn, {name: values[name] for name in ("start", "end") if values.get(name)})
        return
    open_ones = [] if stands_by and others else open_ones
    if len(open_ones) > 1 and not of_others(turn, values):
        _take_several(turn, values, open_ones)
    if len(open_ones) > 1:
        open_ones = _spoken_of(turn, values, open_ones)
    if len(open_ones) == 1 and together(turn, values, open_ones[0][0]):
        propose_shares(turn, [values], open_ones[0][1], [open_ones[0][0]])
    elif of_others(turn, values):
        assign(turn, values, open_ones or others[:1])
    elif len(open_ones) == 1 and _leaves_early(values, *open_ones[0]):
        ask_whole(turn, *open_ones[0])
    elif len(open_ones) == 1:
        take(turn, *open_ones[0])
    elif open_ones:
        _which(turn, open_ones)
    elif others and (len(others) == 1 or values.get("what") or values.get("start")):
        take(turn, *others[0])
    else:
        _not_planned(turn, values)


def _reminded_of(turn: Turn, values: Values) -> int | None:
    """The shift, where it is the visit of one's own that the newest reminder asks about: "ik breng het eten gewoon"."""
    if of_others(turn, values) or values.get("start") or not values.get("what"):
        return None
    asked = turn.store.questions_since((turn.address.id,), turn.now - ASKED_SINCE)
    newest = next((one for one in asked if any(option["do"] == "going" for option in one.options)), None)
    if newest is None or newest.answered_at is not None:
        return None
    own = {member.id for member, _ in turn.places}
    near = turn.store.shifts_of_members(list(own), turn.now, turn.now + ASKED_SINCE)
    meant = [one.shift.id for one in near[:1] if finding.is_like(one.shift.what, str(values["what"]))]
    return meant[0] if meant else None


def _of_each_name(turn: Turn, values: Values, places: list[Place]) -> list[_Found]:
    """What is open of each of several things that are named: "ik doe het gras en de boodschappen"; [] where one is."""
    named = moments.unlisted(str(values.get("what") or ""))
    found = [meant(turn, {**values, "what": name}, places, turn.now + FAR)[0] for name in named]
    once = {one[0].shift.id: one for each in found for one in each}
    return list(once.values()) if len(named) > 1 and all(found) else []


def _take_several(turn: Turn, values: Values, found: list[_Found]) -> None:
    """Several that were meant: "ik doe fysio en bezoek", "ik neem de rest". Goes on where one of them is meant."""
    if picking.says_rest(turn.text):
        raise Instead("claim_many", {name: values[name] for name in ("start", "end", "what") if values.get(name)})
    named = moments.unlisted(str(values.get("what") or ""))
    fits = [[one for one in found if finding.is_like(one[0].shift.what, name)] for name in named]
    if named and all(len(each) == 1 for each in fits) and len({each[0][1][1].id for each in fits}) == 1:
        shifts = [each[0][0].shift.id for each in fits]
        raise Instead("claim_these", {"shifts": shifts, "circle": fits[0][0][1][1].id})


def _spoken_of(turn: Turn, values: Values, found: list[_Found]) -> list[_Found]:
    """Of what is open only that which was just spoken of, where it is one and nothing is named."""
    ahead = [one[0] for one in found]
    just = just_spoken_of(turn, values, ahead, found[0][1][1].zone)
    named = [one for one in found if one[0].shift.id in just]
    return named if len(named) == 1 else found


def _this_one(turn: Turn, values: Values) -> None:
    """The shift of a button, however long ago that was shown."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
    elif of_others(turn, values):
        assign(turn, values, [(staffed, place)])
    else:
        take(turn, staffed, place, anyway=bool(values.get("anyway")))


def meant(turn: Turn, values: Values, places: list[Place], until: datetime) -> tuple[list[_Found], list[_Found]]:
    """The shifts that may be meant and begin before `until`: those that want somebody, and the others."""
    open_ones: list[_Found] = []
    others: list[_Found] = []
    for member, circle in places:
        begin, end = finding.window(values, circle.zone, turn.now, until)
        roster = turn.store.roster_between(circle.id, begin, end)
        ahead = visible(turn, [s for s in roster if s.shift.end > turn.now], member, circle)
        for staffed in finding.matching(ahead, values, circle.zone, turn.now):
            (open_ones if staffed.places_open else others).append((staffed, (member, circle)))
    return open_ones, others


def _exactly(found: list[_Found], values: Values) -> list[_Found]:
    """Those that begin and end as was said: "van 9 tot 13" is not what begins at 12."""
    said = (str(values.get("start") or "")[:16], str(values.get("end") or "")[:16])
    return [
        (staffed, (member, circle))
        for staffed, (member, circle) in found
        if said
        == tuple(
            f"{moment.astimezone(ZoneInfo(circle.zone)):%Y-%m-%dT%H:%M}"
            for moment in (staffed.shift.start, staffed.shift.end)
        )
    ]


def _not_planned(turn: Turn, values: Values) -> None:
    """It is not on the roster then: it is at another hour, or later, or can be put there where that was said."""
    _at_another_hour(turn, values)
    change = turn.store.newest_change(turn.someone.id, turn.now - LATELY) if oneself.after_all(turn.text) else None
    if change is not None and change.what in _GIVEN_BACK and not values.get("start"):
        raise Instead("undo", {"change": change.id})  # "ach, ik doe het toch wel", right after giving it back
    if not _later(turn, values) and not not_planned(turn, values):
        nothing_open(turn, values)


def _at_another_hour(turn: Turn, values: Values) -> None:
    """ "Zondag doe ik de soep, maar ik kom pas om half 2": the soup of that day, at another time. Raises Instead."""
    day, _, clock = str(values.get("start") or "").partition("T")
    if not clock or isinstance(values["start"], list) or of_others(turn, values):
        return
    named = {name: values[name] for name in ("what", "task") if values.get(name)}
    open_ones, _ = meant(turn, {**named, "start": day}, turn.places, turn.now + FAR)
    if len(open_ones) != 1 or open_ones[0][1][0].role == Role.ORGANISER:
        return
    staffed, (_, circle) = open_ones[0]
    said, begins = datetime.fromisoformat(values["start"]), staffed.shift.start.astimezone(ZoneInfo(circle.zone))
    hours = (
        (said, said - _HALF_A_DAY) if said.hour >= 12 else (said, said + _HALF_A_DAY)
    )  # "na elven" of 10:00 is 11:00
    nearest = min(hours, key=lambda hour: abs(hour - begins.replace(tzinfo=None)))
    raise Instead("other_time", {"shifts": [staffed.shift.id], "start": nearest.isoformat()})


def _later(turn: Turn, values: Values) -> bool:
    """Offer the same weekdays of a later week: "het weekend neem ik", where this weekend has nothing."""
    if not finding.dated(values) or of_others(turn, values) or not follows.says_weekday_alone(turn.text):
        return False
    for weeks in range(1, WEEKS_ON + 1):
        open_ones, _ = meant(turn, finding.weeks_on(values, weeks), turn.places, turn.now + FAR)
        found = [staffed for staffed, place in open_ones if place == open_ones[0][1]][:SHOWN]
        if found:
            circle = open_ones[0][1][1]
            shifts = [staffed.shift.id for staffed in found]
            options = (
                turn.option("button-yes", "claim_these", means="yes", shifts=shifts, circle=circle.id),
                turn.option("button-no", "fine", means="no"),
            )
            lines = [finding.line(staffed, circle.zone) for staffed in found]
            turn.said.append(Say("\n".join([turn.word("claim-later"), *lines]), options))
            return True
    return False


def of_others(turn: Turn, values: Values) -> bool:
    """Whether somebody else than who speaks is named."""
    own = {str(member.id) for member, _ in turn.places} | {SPEAKER}
    named = values.get("who") or ()
    return any(str(one) not in own for one in ([named] if isinstance(named, str) else named))


def _leaves_early(values: Values, staffed: Staffed, place: Place) -> bool:
    """Whether they said to be there until before it ends: "donderdag kan ik tot 4 uur"."""
    end = str(values.get("end") or "")
    if "T" not in end or end.endswith("T00:00:00") or "T" in str(values.get("start") or ""):
        return False
    zone = ZoneInfo(place[1].zone)
    return datetime.fromisoformat(end).replace(tzinfo=zone) < staffed.shift.end


def ask_whole(turn: Turn, staffed: Staffed, place: Place) -> None:
    """Whether they can stay until it ends."""
    zone = ZoneInfo(place[1].zone)
    options = (
        turn.option("button-yes", "claim", means="yes", shift=staffed.shift.id),
        turn.option("button-no", "fine", means="no"),
    )
    begin, end = (moments.clock(moment.astimezone(zone)) for moment in (staffed.shift.start, staffed.shift.end))
    turn.say("claim-whole", options, what=moments.begin(staffed.shift.what), begins=begin, ends=end)


def together(turn: Turn, values: Values, staffed: Staffed) -> bool:
    """Whether several are named of whom one speaks, or who are more than this shift has places for."""
    named = values.get("who") or ()
    several = len(named) > 1 and not isinstance(named, str)
    return several and of_others(turn, values) and (SPEAKER in named or len(named) > staffed.places_open)


def _which(turn: Turn, found: list[tuple[Staffed, Place]]) -> None:
    shown = found[:SHOWN]
    names = finding.labels([s for s, _ in shown], shown[0][1][1].zone)
    options = tuple(Option(label, "claim", {"shift": s.shift.id}) for label, (s, _) in zip(names, shown, strict=True))
    lines = [f"{i}. {finding.line(s, place[1].zone)}" for i, (s, place) in enumerate(shown, 1)]
    if len(found) > SHOWN:
        lines.append(turn.word("claim-and-more", count=len(found) - SHOWN))
    turn.said.append(Say("\n".join([turn.word("claim-which"), *lines]), options, once=False))


def take(turn: Turn, staffed: Staffed, place: Place, *, anyway: bool = False) -> None:
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    shift = staffed.shift
    before = staffed.of(member.id)
    overrides = False
    if takes(staffed, member) and may_be_taken(staffed, turn.now):
        overrides = stop_for_clash(turn, shift, member, circle, "claim", {"anyway": True} if anyway else {})
    try:
        claimed = claim(turn.store, shift.id, member, turn.now)
    except AlreadyYours:
        turn.say("claim-yours", about=soon(turn, shift, circle))
    except AlreadyTaken as taken:
        _too_late(turn, shift, circle, taken, member)
    except CannotClaim as why:
        too_late(turn, why)
    else:
        if overrides:
            turn.store.change(claimed.assignment, overridden=True)
        back = before is not None and before.part == Part.WANTS_OUT
        _thank(turn, claimed, circle, back=back, overrides=overrides)


def soon(turn: Turn, shift: Shift, circle: Circle) -> str:
    """The same for who reads it now."""
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{shift.what}, {moments.soon(start, turn.local(circle))}"


def _thank(turn: Turn, claimed: Claimed, circle: Circle, *, back: bool, overrides: bool) -> None:
    about = turn.about(claimed.shift, circle)
    turn.changed("claim", about, circle)
    others = [a.member for a in claimed.beside if a.part in RESPONSIBLE]
    turn.say(
        "claim-back" if back else "claim-done",
        (turn.option("button-undo", "undo"),),
        name=turn.someone.name,
        about=moments.begin(soon(turn, claimed.shift, circle)),
        recipient=circle.recipient,
        others=names_of(turn.store, others) or "none",
        places=Staffed(claimed.shift, (claimed.assignment, *claimed.beside)).places_open,
        begun="yes" if claimed.shift.start <= turn.now else "no",
    )
    key = "claim-back-told" if back else "claim-told-anyway" if overrides else "claim-told"
    names: dict[str, Any] = {"name": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, key, **names)
    planner = turn.store.get(Task, claimed.shift.task).made_by
    for other in (turn.store.get(Member, id) for id in (planner, *others)):
        if other.person not in turn.told:
            turn.tell_member(other, key, **names)
    if claimed.relieved is not None:
        relieved = turn.store.get(Member, claimed.relieved.member)
        turn.tell_member(relieved, "claim-relieved", name=turn.someone.name, about=about, urgent=True)


def _too_late(turn: Turn, shift: Shift, circle: Circle, taken: AlreadyTaken, member: Member) -> None:
    by = names_of(turn.store, taken.by)
    staffed = turn.store.staffed(shift.id)
    if staffed is not None and staffed.of(member.id) is not None:
        turn.say("claim-reserve-already", by=by, count=len(taken.by), about=soon(turn, shift, circle))
        return
    options = (
        turn.option("button-yes", "reserve", means="yes", shift=shift.id),
        turn.option("button-not-needed", "fine", means="no"),
    )
    turn.say("claim-taken", options, by=by, count=len(taken.by), about=soon(turn, shift, circle))


CAPABILITY = Capability("claim", {"claim": do_claim})
