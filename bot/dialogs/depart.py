"""Leaving an organisation, as volunteer or as coordinator: out of its list, and out of the circles one looked at."""

from __future__ import annotations

from typing import Any

from bot.dialog import Capability, Values
from bot.turn import Place, Turn
from locales.nl import coordinators, moments
from scheduling.memberships import leave
from scheduling.people import CircleState, Role, Standing


def concerns(turn: Turn) -> bool:
    """Whether somebody who wants to leave means an organisation, and not one of their circles."""
    works, looked = turn.store.organisations_of(turn.someone.id), _looked_at(turn)
    if (not works and not looked) or any(turn.speaks_of(circle) for _, circle in turn.places):
        return False
    return not turn.places or coordinators.of_work(turn.text)


def _looked_at(turn: Turn) -> list[Place]:
    return [place for place in turn.places if place[0].role == Role.COORDINATOR]


def ask(turn: Turn) -> None:
    """Said back with what it leads to, before it counts."""
    works, looked = turn.store.organisations_of(turn.someone.id), _looked_at(turn)
    leads = [circle for member, circle in works if member.role == Role.ORGANISER]
    names = moments.listed(circle.recipient for _, circle in works)
    options = (
        turn.option("button-depart", "depart_now", means="yes"),
        turn.option("button-stay", "fine", means="no"),
    )
    if not looked and not leads:
        helps = sum(member.role == Role.HELPER for member, _ in turn.places)
        turn.say("depart-confirm-volunteer", options, organisation=names, circles=helps, about=names)
        return
    volunteers = sum(len(_volunteers(turn, circle.id)) for circle in leads)
    turn.say(
        "depart-confirm",
        options,
        circles=len(looked),
        recipient=looked[0][1].recipient if looked else "",
        organisation=names or "none",
        volunteers=volunteers,
        about=names or (looked[0][1].recipient if looked else ""),
    )


def _volunteers(turn: Turn, organisation: int) -> list[int]:
    """The persons who are volunteers there."""
    every = turn.store.members_of(organisation, Standing.ACTIVE)
    return [one.person for one in every if one.role == Role.HELPER and one.person is not None]


def go(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """They said yes: organisers, volunteers or the coordinator hear it; what one may see ends at once."""
    works, looked = turn.store.organisations_of(turn.someone.id), _looked_at(turn)
    if not works and not looked:
        turn.say("leave-nothing")
        return
    for member, circle in looked:
        leave(turn.store, member, turn.now)
        turn.tell_organisers(circle, "depart-told-organisers", name=member.name, recipient=circle.recipient)
    for member, circle in works:
        words: dict[str, Any] = {"name": member.name, "organisation": circle.recipient}
        if member.role == Role.ORGANISER:
            for person in _volunteers(turn, circle.id):
                turn.tell(person, "depart-told-volunteer", **words)
            turn.store.change(circle, state=CircleState.CLOSED)
        else:
            turn.tell_organisers(circle, "depart-told-coordinator", **words)
        turn.store.change(member, standing=Standing.LEFT, left_at=turn.now)
    turn.state = {}
    turn.say("depart-done", name=turn.someone.name, rest=len(turn.places) - len(looked))


CAPABILITY = Capability("depart", {"depart_now": go})
