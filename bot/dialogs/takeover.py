"""Doing what is somebody else's: "ik neem de beurt van Piet over". Whoever has it is asked, unless they wanted out."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import Capability, Values
from bot.dialogs.unanswered import settle_takeover, watch_takeover
from bot.members import named
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.clashing import stop_for_clash
from bot.turn import Place, Turn
from locales.nl import moments
from scheduling.care import RESPONSIBLE, SETTLED, Part, Staffed
from scheduling.claims import CannotClaim
from scheduling.people import Member
from scheduling.rights import Action, may
from scheduling.swaps import hand_over

AHEAD = timedelta(days=70)
SHOWN = 8


def take_from(turn: Turn, values: Values) -> None:
    """ "Ik neem de beurt van Piet over": which of theirs; then they are asked, or an organiser simply does it."""
    found = _theirs(turn, values)
    if found is None:
        turn.say("takeover-none", (turn.option("button-open", "show_open"),))
        return
    shifts, other, place = found
    if not shifts:
        turn.say("takeover-none-of", (turn.option("button-open", "show_open"),), name=other.name)
    elif len(shifts) > 1:
        labels = finding.labels(shifts[:SHOWN], place[1].zone)
        options = tuple(
            Option(label, "take_from", {"of": [str(other.id)], "shift": s.shift.id})
            for label, s in zip(labels, shifts, strict=False)
        )
        lines = [finding.line(s, place[1].zone) for s in shifts[:SHOWN]]
        turn.said.append(Say("\n".join([turn.word("takeover-which", name=other.name), *lines]), options))
    else:
        _take(turn, shifts[0], other, place, values)


def _theirs(turn: Turn, values: Values) -> tuple[list[Staffed], Member, Place] | None:
    """The shifts of who was named that fit what was said, in the circle where they are."""
    for key in values.get("of") or ():
        for place in turn.places:
            other = named(turn, place[1], str(key), "take_from", values)
            if other is None or other.id == place[0].id:
                continue
            turn.require(*place, Action.CLAIM)
            turn.require(*place, Action.SEE_ROSTER)
            around = turn.store.shifts_of_members([other.id], turn.now, turn.now + AHEAD)
            ahead = [staffed for staffed in around if staffed.counts_on(other.id)]
            found = finding.matching(ahead, values, place[1].zone, turn.now)
            wanted = [s for s in found if (part := s.of(other.id)) is not None and part.part == Part.WANTS_OUT]
            return wanted or found, other, place  # what they asked to be taken over is meant before the rest
    return None


def _take(turn: Turn, staffed: Staffed, other: Member, place: Place, values: Values) -> None:
    member, circle = place
    theirs, mine = staffed.of(other.id), staffed.of(member.id)
    about = turn.about(staffed.shift, circle)
    if mine is not None and mine.part in RESPONSIBLE:
        turn.say("claim-yours", about=about)
        return
    if theirs is not None and theirs.part == Part.WANTS_OUT:
        from bot.dialogs.claim import do_claim  # it hands over what is somebody's to this module

        do_claim(turn, {"shift": staffed.shift.id})
        return
    kept = {"of": [str(other.id)], **({"anyway": True} if values.get("anyway") else {})}
    stop_for_clash(turn, staffed.shift, member, circle, "take_from", kept)
    if theirs is not None and may(member, Action.ASSIGN_OTHERS, circle):
        hand_over(turn.store, staffed.shift, theirs, member, turn.now)
        turn.changed("swap", about, circle)
        turn.say("swap-taken", (turn.option("button-undo", "undo"),), yours=moments.begin(about))
        turn.tell_member(other, "swap-taken-told", urgent=True, name=member.name, theirs=about)
        return
    if other.person is None:
        turn.say("takeover-organiser", name=other.name)
        return
    options = (
        turn.option("button-is-fine", "give_to", means="yes", shift=staffed.shift.id, member=member.id),
        turn.option("button-keep-it", "keep_from", means="no", shift=staffed.shift.id, member=member.id),
    )
    if theirs is not None:
        watch_takeover(turn, theirs, staffed.shift)
    turn.tell(other.person, "takeover-asked", options, name=turn.someone.name, about=about, recipient=circle.recipient)
    turn.say("takeover-sent", name=other.name, about=about)


def give_to(turn: Turn, values: Values) -> None:
    """[Is goed]: the other does it from now on."""
    staffed = turn.store.staffed(values["shift"], lock=True)
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    taker = turn.store.find(Member, values["member"])
    mine = None if staffed is None or place is None else staffed.of(place[0].id)
    gone = taker is None or place is None or taker.circle != place[1].id or not taker.present
    if staffed is None or place is None or taker is None or mine is None or gone or mine.part not in RESPONSIBLE:
        turn.say("swap-gone")
        return
    if staffed.shift.end <= turn.now or mine.part in SETTLED:
        turn.say("swap-gone")
        return
    try:
        hand_over(turn.store, staffed.shift, mine, taker, turn.now)
    except CannotClaim:
        turn.say("swap-gone")
        return
    settle_takeover(turn, mine)
    about, circle = turn.about(staffed.shift, place[1]), place[1]
    turn.changed("swap", about, circle)
    turn.say("takeover-given", (turn.option("button-undo", "undo"),), name=taker.name, about=about)
    turn.tell_member(taker, "takeover-yours", name=turn.someone.name, about=about, recipient=circle.recipient)
    told: Values = {"name": taker.name, "other": turn.someone.name, "about": about, "recipient": circle.recipient}
    turn.tell_organisers(circle, "swap-taken-over-told", but=(taker.person or 0,), **told)


def keep_from(turn: Turn, values: Values) -> None:
    """[Ik doe het zelf]: nothing changes, and who offered hears it kindly."""
    staffed = turn.store.staffed(values["shift"])
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    taker = turn.store.find(Member, values["member"])
    turn.say("help-fine")
    if staffed is None or place is None or taker is None or taker.circle != place[1].id:
        return
    if (mine := staffed.of(place[0].id)) is not None:
        settle_takeover(turn, mine)
    turn.tell_member(taker, "takeover-kept", name=turn.someone.name, about=turn.about(staffed.shift, place[1]))


CAPABILITY = Capability("takeover", {"take_from": take_from, "give_to": give_to, "keep_from": keep_from})
