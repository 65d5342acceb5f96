"""Leaving a circle: shifts come open again, organisers hear it at once, and the last of them names another first."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog import Capability, Values
from bot.dialogs import depart
from bot.orders import no_stranger
from bot.saying import Option, Say
from bot.shifts import gaps
from bot.turn import Turn
from locales.nl.time import parse
from scheduling.care import RESPONSIBLE
from scheduling.memberships import FOREVER, is_last_organiser, leave
from scheduling.people import Circle, Member, Role, Standing

SHOWN = 7


def ask(turn: Turn, values: Values) -> None:
    """ "Ik wil uit de kring": said back with what it leads to, before it counts."""
    if depart.concerns(turn):
        depart.ask(turn)
        return
    if "circle" not in values:
        no_stranger(turn)
    member, circle = turn.place(values, "leave_circle")
    if is_last_organiser(turn.store, member):
        name_another(turn, member, circle, "leave_after")
        return
    options = (
        turn.option("button-leave", "leave_now", means="yes", circle=circle.id),
        turn.option("button-stay", "fine", means="no"),
    )
    count = len(shifts_ahead(turn, member))
    later = "yes" if any(time.start and time.start > turn.local() for time in parse(turn.text, turn.local())) else "no"
    turn.say("leave-confirm", options, recipient=circle.recipient, count=count, later=later, about=circle.recipient)


def shifts_ahead(turn: Turn, member: Member) -> list[int]:
    """The shifts to come that this member does."""
    ahead = turn.store.shifts_of_members([member.id], turn.now, turn.now + FOREVER)
    return [s.shift.id for s in ahead if (mine := s.of(member.id)) is not None and mine.part in RESPONSIBLE]


def may_arrange(member: Member) -> bool:
    """Whether this member takes part, and could arrange the circle; who only looks along could not."""
    return member.person is not None and member.role not in (Role.COORDINATOR, Role.VIEWER)


def name_another(turn: Turn, member: Member, circle: Circle, do: str) -> None:
    """The only organiser cannot just go: somebody takes over, or it closes. `do` goes on with who."""
    others = [m for m in turn.store.members_of(circle.id, Standing.ACTIVE) if m.id != member.id and may_arrange(m)]
    options = [Option(m.name[:20], do, {"circle": circle.id, "member": m.id}) for m in others[:SHOWN]]
    options.append(turn.option("button-close-circle", "close_circle", circle=circle.id))
    options.append(turn.option("button-stay", "fine", means="no"))
    key = "leave-last-organiser" if others else "leave-alone"
    turn.said.append(Say(turn.word(key, recipient=circle.recipient), tuple(options), about=circle.recipient))


def hand_over(turn: Turn, values: Values, key: str) -> Member | None:
    """Make the member of this button organiser, where they still can be; and tell them with the message `key`."""
    place = turn.member_of(int(values.get("circle") or 0))
    next_one = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    if place is None or next_one is None or place[0].role != Role.ORGANISER:
        turn.say("leave-nothing")
        return None
    member, circle = place
    if next_one.circle != circle.id or next_one.standing != Standing.ACTIVE or next_one.person is None:
        turn.say("leave-successor-gone")
        return None
    if next_one.role != Role.ORGANISER:
        turn.store.change(next_one, role=Role.ORGANISER)
    turn.tell(
        next_one.person,
        key,
        (turn.option("button-roster", "show_roster"), turn.option("button-invite", "invite")),
        name=member.name,
        recipient=circle.recipient,
    )
    return member


def leave_after(turn: Turn, values: Values) -> None:
    """The last organiser named another, and goes."""
    if hand_over(turn, values, "leave-told-successor") is not None:
        go(turn, values)


def go(turn: Turn, values: Values) -> None:
    """They said yes."""
    place = turn.member_of(int(values.get("circle") or 0))
    if place is None:
        turn.say("leave-nothing")
        return
    member, circle = place
    if is_last_organiser(turn.store, member):
        name_another(turn, member, circle, "leave_after")
        return
    gaps.tell_voices(turn, member)
    filled = gaps.fill(turn, circle, leave(turn.store, member, turn.now), by=member.name)
    freed = filled.left
    turn.state = {}
    turn.conversation = replace(turn.conversation, circle=None)
    turn.tell_organisers(
        circle,
        "leave-told",
        gaps.ways(turn, freed),
        urgent=bool(freed),
        but=() if freed else tuple(turn.told),
        name=member.name,
        recipient=circle.recipient,
        count=len(freed),
        list=gaps.listed(turn, circle, freed),
    )
    gaps.tell_filled(turn, circle, filled)
    turn.say("leave-done", recipient=circle.recipient, name=member.name)


CAPABILITY = Capability("leave", {"leave_circle": ask, "leave_now": go, "leave_after": leave_after})
