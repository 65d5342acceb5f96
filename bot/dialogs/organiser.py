"""A second organiser: somebody of the circle, or somebody who is invited as one."""

from __future__ import annotations

from bot.dialog import Capability, Values
from bot.dialogs.consent import asked_first
from bot.dialogs.leave import may_arrange
from bot.members import named
from bot.saying import Option, Say
from bot.turn import Turn
from locales.nl import moments, organisers
from scheduling.memberships import is_last_organiser
from scheduling.people import Circle, Member, Role, Standing
from scheduling.rights import Action

SHOWN = 8


def add(turn: Turn, values: Values) -> None:
    """ "Maak Piet ook organisator": said back before it counts."""
    member, circle = turn.place(values, "add_organiser", action=Action.SET_ROLE)
    said = [str(name) for name in values.get("who") or ()]
    if not said:
        if not _asked_to_stop(turn, member, circle):
            _who(turn, member, circle)
        return
    chosen = named(turn, circle, said[0], "add_organiser", {**values, "circle": circle.id})
    if chosen is None:
        options = (
            turn.option("button-invite-organiser", "invite", means="yes", role=Role.ORGANISER.value, circle=circle.id),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("organiser-unknown", options, name=said[0], recipient=circle.recipient)
    elif chosen.role == Role.ORGANISER:
        if not _asked_to_stop(turn, member, circle):
            turn.say("organiser-already", name=chosen.name, recipient=circle.recipient)
    elif chosen.standing == Standing.EXPECTED:
        options = (
            turn.option(
                "button-invite-organiser",
                "invite",
                means="yes",
                role=Role.ORGANISER.value,
                circle=circle.id,
                member=chosen.id,
            ),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("organiser-not-joined", options, name=chosen.name)
    else:
        options = (
            turn.option("button-make-organiser", "make_organiser", means="yes", member=chosen.id),
            turn.option("button-no", "fine", means="no"),
        )
        turn.say("organiser-confirm", options, name=chosen.name, recipient=circle.recipient, about=chosen.name)


def _who(turn: Turn, member: Member, circle: Circle) -> None:
    others = [
        m
        for m in turn.store.members_of(circle.id, Standing.ACTIVE)
        if m.id != member.id and m.role != Role.ORGANISER and may_arrange(m)
    ]
    options = [Option(m.name[:20], "add_organiser", {"who": [str(m.id)], "circle": circle.id}) for m in others[:SHOWN]]
    options.append(turn.option("button-invite-organiser", "invite", role=Role.ORGANISER.value, circle=circle.id))
    key = "organiser-who" if others else "organiser-nobody"
    if others and organisers.gives_away(turn.text):
        key = "organiser-instead"
        options.append(turn.option("button-no", "fine", means="no"))
    turn.said.append(Say(turn.word(key, recipient=circle.recipient), tuple(options)))


def _asked_to_stop(turn: Turn, member: Member, circle: Circle) -> bool:
    """Whether who wants to arrange no longer was asked if that is so: another arranges the circle along already."""
    others = [m.name for m in turn.store.organisers_of(circle.id) if m.id != member.id]
    if not others or not organisers.gives_away(turn.text):
        return False
    options = (
        turn.option("button-yes", "step_down", means="yes", circle=circle.id),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("organiser-step-down", options, others=moments.listed(others), count=len(others),
             recipient=circle.recipient)  # fmt: skip
    return True


def step_down(turn: Turn, values: Values) -> None:
    """They said yes: they stay in the circle, and arrange it no longer."""
    member, circle = turn.place(values, "step_down", action=Action.SET_ROLE)
    turn.store.find(Circle, circle.id, lock=True)  # two who stop at once would leave nobody
    if is_last_organiser(turn.store, member):  # the other went meanwhile
        _who(turn, member, circle)
        return
    turn.store.change(member, role=Role.HELPER)
    turn.state = {}
    turn.tell_organisers(circle, "organiser-stepped-down", name=member.name, recipient=circle.recipient)
    turn.say("organiser-no-longer", (turn.option("button-mine", "show_mine"),), recipient=circle.recipient)


def make(turn: Turn, values: Values) -> None:
    """They said yes."""
    chosen = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if chosen is None else turn.member_of(chosen.circle)
    if chosen is None or place is None or chosen.standing != Standing.ACTIVE or chosen.person is None:
        turn.say("organiser-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.SET_ROLE)
    if chosen.role == Role.ORGANISER:
        turn.say("organiser-already", name=chosen.name, recipient=circle.recipient)
        return
    if asked_first(turn, place, "make_organiser", values, name=chosen.name):
        return
    turn.store.change(chosen, role=Role.ORGANISER)
    turn.tell(chosen.person, "organiser-told", name=member.name, recipient=circle.recipient)
    for other in turn.store.organisers_of(circle.id):
        if other.person not in (None, chosen.person, member.person):
            turn.tell(
                other.person, "organiser-told-others", by=member.name, name=chosen.name, recipient=circle.recipient
            )
    turn.changed("organiser", chosen.name, circle)
    turn.say("organiser-made", (turn.option("button-undo", "undo"),), name=chosen.name, recipient=circle.recipient)


CAPABILITY = Capability("organiser", {"add_organiser": add, "make_organiser": make, "step_down": step_down})
