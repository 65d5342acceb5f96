"""Who does what is planned: members, and who is not in the circle yet."""

from __future__ import annotations

from bot.dialog import Values
from bot.dialogs.assign import tell_planned
from bot.members import fits, named
from bot.turn import Turn
from locales.nl import moments, strangers
from locales.nl.people import SPEAKER
from locales.nl.rules import rule_words
from scheduling.care import Shift
from scheduling.memberships import expect
from scheduling.people import Circle, Member, Ring
from scheduling.plans import Draft
from scheduling.rights import Action, may


def with_strangers(turn: Turn, understood: Values) -> Values:
    """Who is said to do it, and is not in the circle: they are put on the roster with it."""
    if not any(understood.get(name) for name in ("what", "start", "rrule")) and not turn.state.get("dialog"):
        return understood
    known = [m.name for _, circle in turn.places for m in turn.store.members_of(circle.id)]
    named = [str(one) for one in understood.get("who") or ()]
    if fresh := [one for one in named if not one.isdigit() and one != SPEAKER and not _is_known(turn, one)]:
        return {**understood, "who": [one for one in named if one not in fresh], "new_who": fresh}
    new = strangers.doers(turn.text, [*known, *(circle.recipient for _, circle in turn.places)])
    if not new:
        return understood
    own = {str(member.id) for member, _ in turn.places}
    meant = {one: turn.store.get(Member, int(one)).name for one in named if one.isdigit()}
    known_so = [n for n in new if any(strangers.same_person(n, name) for one, name in meant.items() if one not in own)]
    # "Anneke doet het" is said of somebody else by Anna; "Pieter doet het", where there is one Piet, is he.
    others = [one for one in named if not _is_only_like(one, own, meant, new)]
    fresh = [one for one in new if one not in known_so]
    bare = {n: strangers.without(str(understood[n]), new) for n in ("what", "title") if understood.get(n)}
    kept = {**understood, **({"who": others} if "who" in understood else {})}
    return {**kept, **{name: text for name, text in bare.items() if text}, **({"new_who": fresh} if fresh else {})}


def _is_only_like(one: str, own: set[str], meant: dict[str, str], new: list[str]) -> bool:
    """Whether a member was taken from the name of somebody who is new."""
    if one not in meant:
        return False
    spoken_of = one in own and any(strangers.same_person(name, meant[one]) for name in new)
    return spoken_of or any(strangers.is_slip_within(name, meant[one]) for name in new)


def _is_known(turn: Turn, name: str) -> bool:
    return any(fits(turn.store.members_of(circle.id), name) for _, circle in turn.places)


def named_in(turn: Turn, values: Values, member: Member, circle: Circle) -> tuple[tuple[Member, ...], bool]:
    """Whose shift it becomes, and whether others were left out: those are put on it by an organiser alone."""
    found: list[Member] = []
    left_out = False
    for name in values.get("who") or ():
        one = named(turn, circle, name, "plan", values)
        if one is None or one.id in [f.id for f in found]:
            continue
        if one.id != member.id and not may(member, Action.ASSIGN_OTHERS, circle):
            left_out = True
            continue
        found.append(one)
    return tuple(found), left_out


def new_key(turn: Turn, circle: Circle) -> str:
    """Whether who is new comes on the roster, or a helper is told who may put them there."""
    place = turn.member_of(circle.id)
    return "plan-new-who" if place and may(place[0], Action.INVITE, circle) else "plan-new-who-helper"


def expected(turn: Turn, values: Values, circle: Circle) -> tuple[Member, ...]:
    """Those who are not in the circle yet, put on the roster."""
    if new_key(turn, circle) != "plan-new-who":
        return ()
    return tuple(expect(turn.store, circle, str(name), Ring.FAMILY, turn.now) for name in values.get("new_who") or ())


def spoken(turn: Turn, who: tuple[Member, ...]) -> Values:
    """As a sentence names them: others by name, and whether who speaks is one of them."""
    own = [m for m in who if m.person == turn.someone.id]
    others = moments.listed(m.name for m in who if m.person != turn.someone.id)
    return {"who": others or "-", "mix": "both" if own and others else "own" if own else "others", "doers": len(who)}


def tell(turn: Turn, circle: Circle, who: tuple[Member, ...], shifts: list[Shift], draft: Draft) -> None:
    """Everybody else hears what was planned for them."""
    here = turn.local(circle)
    for member in who:
        own = [s for s in shifts if (found := turn.store.staffed(s.id)) is not None and found.of(member.id)]
        if own:
            start = own[0].start.astimezone(here.tzinfo)
            when = rule_words(draft.rule, start) if draft.rule else moments.moment(start, here)
            tell_planned(turn, member, tuple(shift.id for shift in own), own[0], when, circle)
