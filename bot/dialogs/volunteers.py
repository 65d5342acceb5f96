"""The volunteers of a coordinator's organisation: its name, who they are, and the code with which they come."""

from __future__ import annotations

from bot.dialog import Capability, Dialog, Slot, Values
from bot.saying import Say
from bot.turn import Answered, Place, Turn
from locales.nl import coordinators, moments
from locales.nl.names import capital
from scheduling.memberships import invite
from scheduling.people import Circle, CircleKind, Member, Ring, Role, Standing
from scheduling.rights import Action, may

LONGEST = 60  # letters in the name of an organisation


def coordinates(turn: Turn) -> bool:
    """Whether who speaks coordinates some circle."""
    return any(may(member, Action.LEND, circle) for member, circle in turn.places)


def coordinates_alone(turn: Turn) -> bool:
    """Whether who speaks has circles, and in all of them only as coordinator."""
    return bool(turn.places) and all(member.role == Role.COORDINATOR for member, _ in turn.places)


def organisation_of(turn: Turn) -> Place | None:
    """The organisation whose volunteers who speaks can offer, with their own place in it."""
    found = turn.store.organisations_of(turn.someone.id)
    return next(((member, circle) for member, circle in found if member.role == Role.ORGANISER), None)


def volunteers_in(turn: Turn, organisation: Circle) -> list[Member]:
    """Who can be asked."""
    every = turn.store.members_of(organisation.id, Standing.ACTIVE)
    return [m for m in every if m.role == Role.HELPER and m.person is not None]


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """The name of the organisation where there is none yet."""
    place = organisation_of(turn)
    if place is not None:
        _show(turn, place[1])
    if not coordinates(turn):
        if turn.places:
            raise Answered(Say(turn.word("may-not-lend")))
        turn.place({}, "volunteers")
    name = coordinators.organisation_in(turn.text)
    if not name and turn.state.get("asked") == "name":
        name = capital(" ".join(turn.text.split()).strip(" .!\"'"))
    return {**values, "name": name[:LONGEST] or None, **{k: v for k, v in understood.items() if k == "then"}}


def _show(turn: Turn, organisation: Circle) -> None:
    found = volunteers_in(turn, organisation)
    ways = (turn.option("button-volunteer-invite", "volunteer_invite"), turn.option("button-overview", "overview"))
    key = "volunteers-are" if found else "volunteers-none"
    text = turn.word(
        key, organisation=organisation.recipient, count=len(found), who=moments.listed(m.name for m in found)
    )
    raise Answered(Say(text, ways))


def _make(turn: Turn, values: Values) -> None:
    name = str(values["name"])
    circle = turn.store.add(Circle(0, name, turn.now, kind=CircleKind.ORGANISATION))
    person = turn.someone
    turn.store.add(Member(0, circle.id, person.name, person.id, Role.ORGANISER, Ring.VOLUNTEERS, since=turn.now))
    turn.say("volunteers-begun", (turn.option("button-volunteer-invite", "volunteer_invite"),), organisation=name)


def invite_volunteers(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """A code with which people become a volunteer of the organisation."""
    place = organisation_of(turn) if coordinates(turn) else None
    if place is None:
        turn.say("volunteers-first-a-name" if coordinates(turn) else "may-not-lend")
        if coordinates(turn):
            turn.begin("volunteers", {}, "name")
        return
    member, organisation = place
    code = invite(turn.store, member, turn.now, ring=Ring.VOLUNTEERS)
    text = turn.word("volunteers-code", organisation=organisation.recipient, code=code)
    turn.said.append(Say("\n".join([text, *turn.doors.links(code)]), once=False, secret=True))


DIALOG = Dialog("volunteers", (Slot("name"),), _make, _read)
CAPABILITY = Capability("volunteers", {"volunteer_invite": invite_volunteers}, DIALOG)
