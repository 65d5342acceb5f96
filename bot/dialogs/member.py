"""Who is in the circle, and taking somebody out of it."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.consent import asked_first
from bot.dialogs.join import answers
from bot.dialogs.leave import ask as leave_circle
from bot.dialogs.leave import shifts_ahead
from bot.members import fits, named
from bot.saying import Option, Say
from bot.shifts import gaps
from bot.turn import Turn
from locales.nl import moments
from scheduling.memberships import end
from scheduling.people import Circle, Member, Role, Standing
from scheduling.rights import Action, may

SHOWN = 9
_LOOKING_ON = (Role.COORDINATOR, Role.VIEWER)


def show(turn: Turn, values: Values) -> None:
    """Everybody in the circle; for organisers also who asks to come in."""
    member, circle = turn.place(values, "show_members", action=Action.SEE_ROSTER)
    every = turn.store.members_of(circle.id)
    groups = {
        "member-organisers": [m for m in every if m.role == Role.ORGANISER and m.person is not None],
        "member-helpers": [m for m in every if m.role not in (Role.ORGANISER, *_LOOKING_ON) and m.person is not None],
        "member-looking-on": [m for m in every if m.role in _LOOKING_ON],
        "member-expected": [m for m in every if m.person is None and m.voice is None],
    }
    lines = [turn.word("member-list", recipient=circle.recipient)]
    if values.get("asks") and not fits(every, str(values["asks"])) and not turn.speaks_of(circle):
        lines.insert(0, turn.word("member-stranger", name=str(values["asks"]), recipient=circle.recipient))
    lines += [turn.word(key, names=moments.listed(m.name for m in group)) for key, group in groups.items() if group]
    names = {m.id: m.name for m in every}
    spoken_for = [m for m in every if m.person is None and m.voice is not None]
    lines += [turn.word("member-voiced", name=m.name, voice=names.get(m.voice or 0, "")) for m in spoken_for]
    options: tuple[Option, ...] = ()
    if may(member, Action.INVITE, circle):
        options = (turn.option("button-invite", "invite", circle=circle.id),)
        asking = turn.store.members_of(circle.id, Standing.ASKING)
        if asking:
            lines.append(turn.word("member-asking", name=asking[0].name))
            options = answers(turn, asking[0])
    turn.said.append(Say("\n".join(lines), options))


def ask(turn: Turn, values: Values) -> None:
    """ "Haal Piet uit de kring": said back with what it leads to, before it counts."""
    member, circle = turn.place(values, "remove_member", action=Action.REMOVE)
    said = [str(name) for name in values.get("who") or ()]
    if not said:
        _who(turn, member, circle)
        return
    chosen = named(turn, circle, said[0], "remove_member", {**values, "circle": circle.id})
    if chosen is None:
        turn.say("member-unknown", (turn.option("button-members", "show_members"),), name=said[0])
    elif chosen.id == member.id:
        leave_circle(turn, {"circle": circle.id})
    else:
        options = (
            turn.option("button-remove", "remove_now", means="yes", member=chosen.id),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say(
            "member-confirm",
            options,
            name=chosen.name,
            recipient=circle.recipient,
            count=len(shifts_ahead(turn, chosen)),
            joined="yes" if chosen.person is not None else "no",
            about=chosen.name,
        )


def _who(turn: Turn, member: Member, circle: Circle) -> None:
    others = [m for m in turn.store.members_of(circle.id) if m.id != member.id]
    if not others:
        turn.say("member-nobody", (turn.option("button-invite", "invite"),), recipient=circle.recipient)
        return
    options = [Option(m.name[:20], "remove_member", {"who": [str(m.id)], "circle": circle.id}) for m in others[:SHOWN]]
    turn.said.append(Say(turn.word("member-who", recipient=circle.recipient), tuple(options)))


def remove(turn: Turn, values: Values) -> None:
    """They said yes: at once, and told kindly."""
    chosen = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if chosen is None else turn.member_of(chosen.circle)
    if chosen is None or place is None or not chosen.present:
        turn.say("member-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.REMOVE)
    if asked_first(turn, place, "remove_now", values, name=chosen.name):
        return
    gaps.tell_voices(turn, chosen)
    filled = gaps.fill(turn, circle, end(turn.store, chosen, turn.now), by=chosen.name)
    freed = filled.left
    words: dict[str, Any] = {"name": chosen.name, "recipient": circle.recipient, "count": len(freed)}
    listed = gaps.listed(turn, circle, freed)
    turn.tell_member(chosen, "member-told", name=chosen.name, recipient=circle.recipient)
    turn.tell_organisers(
        circle, "member-told-others", gaps.ways(turn, freed), urgent=bool(freed), by=member.name, list=listed, **words
    )
    gaps.tell_filled(turn, circle, filled)
    turn.changed("remove", chosen.name, circle)
    turn.say("member-removed", (*gaps.ways(turn, freed), turn.option("button-undo", "undo")), list=listed, **words)


CAPABILITY = Capability("member", {"show_members": show, "remove_member": ask, "remove_now": remove})
