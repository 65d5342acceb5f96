"""Work that is divided among several people in one message: said back as one list, and done with one yes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.assign import tell_planned
from bot.dialogs.open import FAR
from bot.members import named, names_on
from bot.plans import for_good
from bot.plans.drafts import has_clock, joined, parts_of
from bot.saying import Say
from bot.shifts import finding
from bot.turn import Instead, Place, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from scheduling.care import Shift, Staffed
from scheduling.changes import Move, change_shift
from scheduling.claims import CannotClaim, claim
from scheduling.people import Circle, Member
from scheduling.rights import Action, may, may_report_for
from scheduling.suited import hindrances

SHOWN = 20


def by_turns(values: Values, found: list[Staffed], circle: Circle) -> list[Values]:
    """Each of these shifts for the next of who is named, the speaker first: "om en om met Fatima"."""
    who = sorted((str(one) for one in values["who"]), key=lambda one: one != SPEAKER)
    starts: dict[str, list[str]] = {}
    for shift in (one.shift for one in found):
        begin = shift.start.astimezone(ZoneInfo(circle.zone)).replace(tzinfo=None)
        starts.setdefault(shift.what, []).append(begin.isoformat())
    shares = [(what, one, theirs[at :: len(who)]) for what, theirs in starts.items() for at, one in enumerate(who)]
    return [{"what": what, "who": [one], "start": theirs} for what, one, theirs in shares if theirs]


def propose_shares(
    turn: Turn, items: list[Values], place: Place, ahead: list[Staffed], standing: Iterable[Staffed] = ()
) -> None:
    """Who would do which of these open shifts, before it counts; what nobody may say for another is left to them.

    Several names in one item do it together. `standing` is what was meant too and has somebody.
    """
    member, circle = place
    shares: list[Values] = []
    onward: list[Values] = []  # what comes after it too: "alle maandagen"
    weekly: list[Values] = []  # what would, if they mean every week: "Piet maandag, Fatima dinsdag"
    lines: list[str] = []
    themselves: list[str] = []
    taken: set[int] = set()
    roster = cache(lambda: turn.store.roster_between(circle.id, turn.now, turn.now + FAR))
    for item in sorted(items, key=lambda one: bool(one.get("rest"))):
        who = [_who(turn, str(key), place, items) for key in item.get("who") or [SPEAKER]]
        them = [one for one in who if one is not None]
        left = [one for one in them if one.id != member.id and not may_report_for(member, one, circle)]
        themselves += [one.name for one in left]
        them = [one for one in them if one not in left]
        new = [str(key) for key, one in zip(item.get("who") or (), who, strict=False) if one is None]
        lines += [turn.word("shared-nothing", name=name) for name in new]
        if not them:
            continue
        item = {**item, **finding.where_something_is(item, roster, turn.local(circle), turn.text)}
        fits = finding.matching(ahead, item, circle.zone, turn.now)
        found = [s for s in fits if s.shift.id not in taken]
        if item.get("rest"):
            found = _what_is_left(found, [s for s in ahead if s.shift.id in taken], circle)
        taken |= {s.shift.id for s in found}
        names = moments.listed(one.name for one in them)
        if found:
            shares += [{"member": one.id, "shifts": [s.shift.id for s in found]} for one in them]
            lines += [f"{finding.line(s, circle.zone)}: {names}" for s in found]
            if len(them) == 1:
                kept = for_good.onward(turn, item, found, circle)
                onward += [{**kept, "member": them[0].id}] if kept else []
                kept = for_good.each_week(turn, found, ahead, circle)
                weekly += [{**kept, "member": them[0].id}] if kept else []
        else:
            lines.append(turn.word("shared-nothing", name=names))
    plans = may(member, Action.PLAN, circle) and not standing and all(map(_can_be_planned, items))
    if plans and not shares and not themselves:
        planned = [{**item, "circle": circle.id} for item in _at_one_hour(items, turn.local(circle))]
        if len(planned) > 1 and all(map(has_clock, planned)):
            raise Instead("create_task", {"items": planned, "circle": circle.id})
        first, *then = planned
        raise Instead("create_task", {**first, "then": then, "unplanned": True})
    lines += standing_lines(turn, standing, circle)
    if themselves:
        lines.append(turn.word("shared-themselves", names=moments.listed(themselves), count=len(themselves)))
    if not shares:
        lines = lines or [turn.word("claim-nothing-fits")]
        turn.said.append(Say("\n".join(lines), (turn.option("button-open", "show_open"),)))
        return
    kept = {"shares": shares, "circle": circle.id}
    options = [turn.option("button-yes", "share_out", means="yes", **kept, **({"onward": onward} if onward else {}))]
    if weekly and not onward:
        options.append(turn.option("button-every-week", "share_out", **kept, onward=weekly))
    options.append(turn.option("button-no", "fine", means="no"))
    more = [turn.word("claim-and-more", count=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    after = [turn.word("claim-onward" if onward else "shared-weekly")] if onward or weekly else []
    turn.said.append(Say("\n".join([turn.word("shared-proposal"), *lines[:SHOWN], *more, *after]), tuple(options)))


def _what_is_left(found: list[Staffed], taken: list[Staffed], circle: Circle) -> list[Staffed]:
    """ "Els de rest": what nobody else was named for, of the same work in the same weeks."""
    zone = ZoneInfo(circle.zone)

    def week(one: Staffed) -> tuple[int, int]:
        return one.shift.start.astimezone(zone).isocalendar()[:2]

    whats, weeks = {one.shift.what for one in taken}, {week(one) for one in taken}
    return [one for one in found if one.shift.what in whats and week(one) in weeks]


def _who(turn: Turn, key: str, place: Place, items: list[Values]) -> Member | None:
    return place[0] if key == SPEAKER else named(turn, place[1], key, "claim_many", {"items": items})


def _at_one_hour(items: list[Values], here: datetime) -> list[Values]:
    """ "Dinsdag kookt Piet en woensdag Riet om half 6": the one hour that is said of one thing is that of each day."""
    clocks = {clock for item in items if (clock := parts_of(str(item["start"]))[1])}
    if len(clocks) != 1 or len({str(item["what"]) for item in items}) > 1 or any(item.get("end") for item in items):
        return items
    (clock,) = clocks
    days = [parts_of(str(item["start"]))[0] for item in items]
    today, next_week = here.date().isoformat(), (here.date() + timedelta(weeks=1)).isoformat()
    # "ma Piet, wo Riet, 17.30" on a Monday morning begins today: the hour is still to come.
    soon = min(days) < next_week == max(days) and clock > f"{here:%H:%M}"
    return [
        {**item, "start": joined(today if soon and day == next_week else day, clock)}
        for item, day in zip(items, days, strict=True)
    ]


def _can_be_planned(item: Values) -> bool:
    """Whether it says what and on which day."""
    return bool(item.get("what")) and isinstance(item.get("start"), str)


def standing_lines(turn: Turn, standing: Iterable[Staffed], circle: Circle) -> list[str]:
    """What was meant too, with who does it already."""
    return [
        turn.word("shared-standing", line=finding.line(s, circle.zone), names=names_on(turn.store, s)) for s in standing
    ]


def share_out(turn: Turn, values: Values) -> None:
    """[Ja]: each on what was shown, as far as it is open still and nothing of theirs is in the way."""
    place = turn.member_of(values["circle"])
    if place is None:
        turn.say("claim-gone")
        return
    own, circle = place
    turn.require(own, circle, Action.CLAIM)
    wanted = [(int(shift), int(share["member"])) for share in values["shares"] for shift in share["shifts"]]
    done: dict[int, list[Shift]] = {}
    _make_room(turn, wanted, place)
    for id, by in sorted(wanted):  # locked in one order by everybody: nobody waits in a ring
        one = turn.store.find(Member, by)
        if one is None or one.circle != circle.id or not one.present:
            continue
        if one.id != own.id and not may_report_for(own, one, circle):
            turn.require(own, circle, Action.ASSIGN_OTHERS)
        shift = _put(turn, one, id, circle.zone)
        if shift is not None:
            done.setdefault(one.id, []).append(shift)
    missed = len(wanted) - sum(map(len, done.values()))
    for kept in values.get("onward") or ():
        whose = turn.store.find(Member, int(kept["member"]))
        if whose is not None and whose.present and (whose.id == own.id or may(own, Action.ASSIGN_OTHERS, circle)):
            done[whose.id] = done.get(whose.id, []) + for_good.take(turn, circle, whose, kept)
    lines = [_told(turn, turn.store.get(Member, by), shifts, place) for by, shifts in done.items() if shifts]
    if not lines:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    about = moments.listed(lines)
    turn.changed("habit" if values.get("onward") else "claim", about, circle)
    left = [turn.word("shared-missed", count=missed)] if missed else []
    lines += [turn.word("shared-onward")] if values.get("onward") else []
    text = "\n".join([turn.word("shared-done"), *lines, *left])
    turn.said.append(Say(text, (turn.option("button-undo", "undo"),)))
    turn.tell_organisers(
        circle, "shared-told", name=turn.someone.name, lines="\n".join(lines), recipient=circle.recipient
    )


def _make_room(turn: Turn, wanted: list[tuple[int, int]], place: Place) -> None:
    """Places for who does it together, where whoever says so may change the shift."""
    if not may(place[0], Action.CHANGE_ANY_PLAN, place[1]):
        return
    for shift, people in sorted(Counter(shift for shift, _ in wanted).items()):
        staffed = turn.store.staffed(shift, lock=True)
        if staffed is not None and people > 1 and staffed.places_open == staffed.shift.people_needed < people:
            change_shift(turn.store, place[1], staffed, Move(people=people), turn.now)


def _told(turn: Turn, member: Member, shifts: list[Shift], place: Place) -> str:
    """Whoever it is hears what they have now; the same in a line for who divided it."""
    own, circle = place
    shifts.sort(key=lambda shift: shift.start)
    if member.id != own.id:
        what = moments.listed(dict.fromkeys(shift.what for shift in shifts))
        tell_planned(
            turn, member, tuple(shift.id for shift in shifts), shifts[0], _when(turn, shifts, circle), circle, what
        )
    return f"{member.name}: {turn.about_all(shifts, circle)}"


def _when(turn: Turn, shifts: list[Shift], circle: Circle) -> str:
    """When one comes: each time where they are few."""
    first = moments.moment(shifts[0].start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
    return turn.each_time(shifts, circle) or turn.word("shared-times", count=len(shifts), first=first)


def _put(turn: Turn, member: Member, shift: int, zone: str) -> Shift | None:
    """One shift on somebody's name; None where that cannot be."""
    staffed = turn.store.staffed(shift)
    if staffed is None or hindrances(turn.store, staffed.shift, member, zone):
        return None
    try:
        return claim(turn.store, shift, member, turn.now).shift
    except CannotClaim:
        return None


CAPABILITY = Capability("shared", {"share_out": share_out})
