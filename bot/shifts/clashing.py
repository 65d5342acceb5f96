"""A clash settled in the conversation: what is in the way, and two or three ways out that were worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Values
from bot.saying import Option, Say, label_for
from bot.turn import Answered, Turn
from locales.nl import moments
from scheduling.care import Assignment, Shift
from scheduling.clashes import Clash, Hindrance
from scheduling.people import Circle, Member
from scheduling.rights import Action, may
from scheduling.suited import diary, hindrances, who_could
from storage.store import Store

OTHERS = 2
DAY = timedelta(days=1)
NEAR = timedelta(days=14)
_STEPS = (30, 60, 90, 120, -30, -60, -90, -120)  # minutes to move something by, the nearest and later first


def stop_for_clash(turn: Turn, shift: Shift, member: Member, circle: Circle, do: str, values: Values) -> bool:
    """End the turn with what is in the way and the ways out; with `anyway` in the values it goes on.

    Returns whether something was overridden on purpose, so that it is marked.
    """
    found = hindrances(turn.store, shift, member, circle.zone)
    if not found or values.get("anyway"):
        return bool(found)
    options = (
        *_another_time(turn, shift, member, circle),
        *_others(turn, shift, circle, member),
        *swaps(turn, found, member, circle),
    )[:3]
    anyway = turn.option("button-anyway", do, **{**values, "shift": shift.id, "anyway": True})
    raise Answered(Say(in_the_way(turn, found[0], shift, circle, member), (*options, anyway)))


def free_moments(turn: Turn, shift: Shift, members: Sequence[Member], circle: Circle) -> Iterator[tuple[int, Shift]]:
    """The nearest times of the same day at which nothing is in anybody's way: minutes to move by, and the shift."""
    zone = ZoneInfo(circle.zone)
    day = shift.start.astimezone(zone).date()
    known = [diary(turn.store, member, shift.start - DAY, shift.end + DAY) for member in members]
    for minutes in _STEPS:
        moved = _moved(shift, minutes)
        if moved.start.astimezone(zone).date() != day or moved.start <= turn.now:
            continue
        if not any(one.hindrances(moved, circle.zone) for one in known):
            yield minutes, moved


def two_moments(turn: Turn, shift: Shift, members: Sequence[Member], circle: Circle) -> list[tuple[int, Shift]]:
    """Two of those to choose from, where there are: the nearest later and the nearest earlier, else two of one side."""
    found = list(free_moments(turn, shift, members, circle))
    later, earlier = [one for one in found if one[0] > 0], [one for one in found if one[0] < 0]
    return [*later[:1], *earlier[:1]] if later and earlier else found[:2]


def time_label(turn: Turn, minutes: int) -> str:
    """ "een uur later"."""
    return turn.word("clash-later" if minutes > 0 else "clash-earlier", length=moments.length(abs(minutes)))[:20]


def in_the_way(turn: Turn, clash: Clash, shift: Shift, circle: Circle, member: Member) -> str:
    """What is in the way. Of somebody else only that something is: one circle does not hear of another."""
    own = member.person == turn.someone.id
    when = moments.moment(shift.start.astimezone(ZoneInfo(circle.zone)), turn.local(circle))
    about = f"{shift.what}, {when}"
    other = clash.with_shift
    if not own:
        return turn.word("clash-of-other", name=member.name, about=about)
    if other is None or clash.hindrance in (Hindrance.AWAY, Hindrance.UNSUITED):
        return turn.word(f"clash-{clash.hindrance}", about=about)
    zone = ZoneInfo(circle.zone)
    span = moments.span(other.start.astimezone(zone), other.end.astimezone(zone))
    return turn.word(f"clash-{clash.hindrance}", about=about, other=other.what, span=span)


def _another_time(turn: Turn, shift: Shift, member: Member, circle: Circle) -> tuple[Option, ...]:
    """The nearest times of the same day at which nothing is in the way, for who may move it."""
    if not may(member, Action.CHANGE_ANY_PLAN, circle):
        return ()
    staffed = turn.store.staffed(shift.id)
    others = [turn.store.get(Member, a.member) for a in (staffed.responsible if staffed else ())]
    values = {"shift": shift.id, "who": [str(member.id)]}
    return tuple(
        Option(time_label(turn, minutes), "move_and_take", {**values, "minutes": minutes})
        for minutes, _ in two_moments(turn, shift, [member, *others], circle)
    )


def _moved(shift: Shift, minutes: int) -> Shift:
    by = timedelta(minutes=minutes)
    return replace(shift, start=shift.start + by, end=shift.end + by)


def _others(turn: Turn, shift: Shift, circle: Circle, member: Member) -> tuple[Option, ...]:
    """Those who could, the least burdened first."""
    could = who_could(turn.store, shift, circle, turn.now, frozenset({member.id}))
    return tuple(
        turn.option("button-i-do-it", "claim", shift=shift.id)
        if one.person == turn.someone.id
        else Option(label_for(turn.word, "clash-ask", one.name), "ask_member", {"shift": shift.id, "member": one.id})
        for one in could[:OTHERS]
    )


def swaps(turn: Turn, found: list[Clash], member: Member, circle: Circle) -> tuple[Option, ...]:
    """Somebody who could take over what is in the way, where that is of this circle."""
    for clash in found:
        other = clash.with_shift
        if other is None or other.circle != circle.id:
            continue
        mine = _assignment(turn.store, other, member)
        could = who_could(turn.store, other, circle, turn.now, frozenset({member.id}))
        giving = next((one for one in could if _has_in_return(turn, one, member, circle, other)), None)
        if mine is not None and giving is not None:
            label = label_for(turn.word, "clash-swap", giving.name)
            return (Option(label, "swap_request", {"mine": mine.id, "who": [str(giving.id)]}),)
    return ()


def _has_in_return(turn: Turn, other: Member, member: Member, circle: Circle, given: Shift) -> bool:
    """Whether the other has a shift that this member could do once the given one is off their hands."""
    theirs = turn.store.shifts_of_members([other.id], max(turn.now, given.start - NEAR), given.start + NEAR)
    for staffed in theirs:
        if staffed.of(member.id) is None and staffed.shift.start > turn.now:
            left = [c for c in hindrances(turn.store, staffed.shift, member, circle.zone) if c.with_shift != given]
            if not left:
                return True
    return False


def _assignment(store: Store, shift: Shift, member: Member) -> Assignment | None:
    staffed = store.staffed(shift.id)
    return None if staffed is None else staffed.of(member.id)
