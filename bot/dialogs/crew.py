"""A group takes a job together: "Sociaal Tuinieren, 6 mensen, zaterdag". One claim that fills many places."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.lend import offer_crew, wanted
from bot.saying import Option, Say
from bot.shifts import finding
from bot.turn import Answered, Place, Turn
from locales.nl import crews, moments
from scheduling.care import Staffed
from scheduling.claims import CannotClaim
from scheduling.crews import put_crew_on
from scheduling.people import Circle, Member
from scheduling.rights import Action, may

FAR = timedelta(days=70)
SHOWN = 8
MOST = 60  # people in a group


def take(turn: Turn, values: Values) -> None:
    """Which shift the group means, said back before it counts."""
    if not turn.places:
        turn.place(values, "group_claim")
    said = crews.crew_in(turn.text)
    name = str(values.get("crew") or said.name or turn.word("crew-some-group"))
    people = min(int(values.get("people") or said.people or values.get("people_needed") or 0), MOST)
    if people < 2:
        raise Answered(Say(turn.word("crew-how-many")))
    found = _found(turn, values)
    if not found:
        turn.say("crew-none", (turn.option("button-open", "show_open"),), name=name)
        return
    if len(found) > 1:
        labels = finding.labels([s for s, _ in found], found[0][1][1].zone)
        options = tuple(
            Option(label, "group_claim", {"shift": s.shift.id, "crew": name, "people": people})
            for label, (s, _) in zip(labels, found, strict=True)
        )
        lines = [f"{n}. {finding.line(s, c.zone)} ({c.recipient})" for n, (s, (_, c)) in enumerate(found, 1)]
        turn.said.append(Say("\n".join([turn.word("crew-which", name=name), *lines]), options))
        return
    staffed, (_, circle) = found[0]
    options = (
        turn.option("button-yes", "crew_yes", means="yes", shift=staffed.shift.id, crew=name, people=people),
        turn.option("button-no", "fine", means="no"),
    )
    turn.say("crew-confirm", options, name=name, count=people, about=_about(turn, staffed, circle),
             recipient=circle.recipient)  # fmt: skip


def _found(turn: Turn, values: Values) -> list[tuple[Staffed, Place]]:
    """The open shifts that fit, those for several people first."""
    found: list[tuple[Staffed, Place]] = []
    for member, circle in turn.places:
        takes = may(member, Action.CLAIM, circle) or may(member, Action.LEND, circle)
        if not takes or not may(member, Action.SEE_OPEN, circle):
            continue
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + FAR)
        ahead = turn.store.open_shifts_between(circle.id, max(begin, turn.now), end)
        when = {key: values[key] for key in ("start", "end", "shift") if values.get(key)}
        there = finding.matching(ahead, when, circle.zone, turn.now)
        if values.get("task"):
            there = finding.matching(there, {"what": values["task"]}, circle.zone, turn.now) or there
        found += [(staffed, (member, circle)) for staffed in there]
    several = [one for one in found if one[0].shift.people_needed > 1]
    return sorted(several or found, key=lambda one: one[0].shift.start)[:SHOWN]


def _about(turn: Turn, staffed: Staffed, circle: Circle) -> str:
    start = staffed.shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{staffed.shift.what}, {moments.moment(start, turn.local(circle))}"


def yes(turn: Turn, values: Values) -> None:
    """They are on it; a coordinator's group comes once the organiser agrees."""
    staffed = turn.store.staffed(int(values["shift"]), lock=True)
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    name, people = str(values.get("crew") or "")[: crews.LONGEST], min(int(values.get("people") or 0), MOST)
    if staffed is None or place is None or not name or people < 1:
        raise Answered(Say(turn.word("claim-gone")))
    member, circle = place
    on_it = [turn.store.get(Member, one.member).name.casefold() for one in staffed.responsible]
    if name.casefold() in on_it:
        raise Answered(Say(turn.word("assign-there-already", who=name, about=_about(turn, staffed, circle))))
    if may(member, Action.LEND, circle) and may(member, Action.SEE_OPEN, circle):
        if not wanted(turn, staffed):
            raise Answered(Say(turn.word("lend-filled")))
        offer_crew(turn, staffed, place, name, people)
        return
    turn.require(member, circle, Action.CLAIM)
    try:
        claimed = put_crew_on(turn.store, staffed.shift.id, member, name, people, turn.now)
    except CannotClaim:
        turn.say("crew-too-late", (turn.option("button-open", "show_open"),))
        return
    about = _about(turn, staffed, circle)
    turn.changed("claim", about, circle)
    after = turn.store.staffed(claimed.shift.id)
    left = 0 if after is None else after.places_open
    undo = (turn.option("button-undo", "undo"),)
    turn.say("crew-done", undo, name=name, count=people, about=about, recipient=circle.recipient, places=left)
    turn.tell_organisers(
        circle, "crew-told", name=name, count=people, about=about, by=turn.someone.name, recipient=circle.recipient
    )


CAPABILITY = Capability("crew", {"group_claim": take, "crew_yes": yes})
