"""Work that is divided among several people in one message: said back as one list, and done with one yes."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot import finding
from bot.dialog import Capability, Values
from bot.dialogs.assign import tell_planned
from bot.members import named
from bot.saying import Say
from bot.turn import Place, Turn
from locales.nl import moments
from locales.nl.people import SPEAKER
from scheduling.care import Shift, Staffed
from scheduling.claims import CannotClaim, claim
from scheduling.people import Member
from scheduling.rights import Action, may_report_for
from scheduling.suited import hindrances

SHOWN = 20


def propose_shares(turn: Turn, items: list[Values], place: Place, ahead: list[Staffed]) -> None:
    """Who would do which of these open shifts, before it counts; what nobody may say for another is left to them."""
    member, circle = place
    shares: list[Values] = []
    lines: list[str] = []
    themselves: list[str] = []
    taken: set[int] = set()
    for item in items:
        key = str((item.get("who") or [SPEAKER])[0])
        one = member if key == SPEAKER else named(turn, circle, key, "claim_many", {"items": items})
        if one is None:
            continue
        if one.id != member.id and not may_report_for(member, one, circle):
            themselves.append(one.name)
            continue
        found = [s for s in finding.matching(ahead, item, circle.zone, turn.now) if s.shift.id not in taken]
        taken |= {s.shift.id for s in found}
        if found:
            shares.append({"member": one.id, "shifts": [s.shift.id for s in found]})
            lines += [f"{finding.line(s, circle.zone)}: {one.name}" for s in found]
        else:
            lines.append(turn.word("shared-nothing", name=one.name))
    if themselves:
        lines.append(turn.word("shared-themselves", names=moments.listed(themselves), count=len(themselves)))
    if not shares:
        lines = lines or [turn.word("claim-nothing-fits")]
        turn.said.append(Say("\n".join(lines), (turn.option("button-open", "show_open"),)))
        return
    options = (
        turn.option("button-yes", "share_out", means="yes", shares=shares, circle=circle.id),
        turn.option("button-no", "fine", means="no"),
    )
    more = [turn.word("claim-and-more", count=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    turn.said.append(Say("\n".join([turn.word("shared-proposal"), *lines[:SHOWN], *more]), options))


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
    for id, whose in sorted(wanted):  # locked in one order by everybody: nobody waits in a ring
        one = turn.store.find(Member, whose)
        if one is None or one.circle != circle.id or not one.present:
            continue
        if one.id != own.id and not may_report_for(own, one, circle):
            turn.require(own, circle, Action.ASSIGN_OTHERS)
        shift = _put(turn, one, id, circle.zone)
        if shift is not None:
            done.setdefault(one.id, []).append(shift)
    lines = [_told(turn, turn.store.get(Member, whose), shifts, place) for whose, shifts in done.items()]
    missed = len(wanted) - sum(map(len, done.values()))
    if not lines:
        turn.say("claim-gone", (turn.option("button-open", "show_open"),))
        return
    about = moments.listed(lines)
    turn.changed("claim", about, circle)
    left = [turn.word("shared-missed", count=missed)] if missed else []
    text = "\n".join([turn.word("shared-done"), *lines, *left])
    turn.said.append(Say(text, (turn.option("button-undo", "undo"),)))
    turn.tell_organisers(
        circle, "shared-told", name=turn.someone.name, lines="\n".join(lines), recipient=circle.recipient
    )


def _told(turn: Turn, member: Member, shifts: list[Shift], place: Place) -> str:
    """Whoever it is hears what they have now; the same in a line for who divided it."""
    own, circle = place
    shifts.sort(key=lambda shift: shift.start)
    if member.id != own.id:
        when = moments.moment(shifts[0].start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
        tell_planned(turn, member, tuple(shift.id for shift in shifts), shifts[0], when, circle)
    return f"{member.name}: {turn.about_all(shifts, circle)}"


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
