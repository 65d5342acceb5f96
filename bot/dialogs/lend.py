"""A coordinator offers volunteers of their organisation for an open shift; the circle's organiser agrees first."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.overview import overview
from bot.dialogs.volunteers import coordinates, organisation_of, volunteers_in
from bot.saying import Option, Say
from bot.shifts.clashing import stop_for_clash
from bot.turn import Answered, Place, Turn
from locales.nl import moments
from scheduling.care import Shift, ShiftState, Staffed
from scheduling.claims import claim
from scheduling.crews import put_crew_on
from scheduling.loans import Loan, LoanState
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action, may

SHOWN = 7


def lend(turn: Turn, values: Values) -> None:
    """For which shift, and whom to ask: each by a button."""
    if turn.places and not coordinates(turn):
        ways = (turn.option("button-ask-around", "ask_around"),)
        raise Answered(Say(turn.word("may-not-lend"), ways if turn.organises else ()))
    if not values.get("shift"):
        overview(turn, {key: value for key, value in values.items() if key in ("start", "end")})
        return
    staffed, member, circle = _open_shift(turn, values)
    place = organisation_of(turn)
    if place is None:
        turn.say("lend-no-organisation", (turn.option("button-volunteers", "volunteers"),))
        return
    there = {a.member for a in staffed.responsible}
    on_it = {turn.store.get(Member, id).person for id in there}
    found = [m for m in volunteers_in(turn, place[1]) if m.person not in on_it and m.person != member.person]
    if not found:
        turn.say("lend-nobody", (turn.option("button-volunteer-invite", "volunteer_invite"),),
                 organisation=place[1].recipient)  # fmt: skip
        return
    options = [Option(m.name[:20], "lend_ask", {"shift": staffed.shift.id, "who": [m.id]}) for m in found[:SHOWN]]
    if len(found) > 1:
        everybody = [m.id for m in found]
        options.append(turn.option("button-lend-all", "lend_ask", shift=staffed.shift.id, who=everybody))
    turn.say("lend-whom", tuple(options), about=_about(turn, staffed.shift, circle), recipient=circle.recipient)


def _open_shift(turn: Turn, values: Values) -> tuple[Staffed, Member, Circle]:
    """The shift of a button, in a circle that who speaks coordinates; ends the turn where it needs nobody any more."""
    staffed = turn.store.staffed(int(values["shift"]), lock=True)
    place = None if staffed is None else turn.member_of(staffed.shift.circle)
    if staffed is None or place is None:
        raise Answered(Say(turn.word("claim-gone")))
    turn.require(*place, Action.LEND)
    turn.require(*place, Action.SEE_OPEN)
    if not wanted(turn, staffed):
        raise Answered(Say(turn.word("lend-filled"), (turn.option("button-overview", "overview"),)))
    return staffed, *place


def wanted(turn: Turn, staffed: Staffed) -> bool:
    """Whether somebody can still be sent."""
    shift = staffed.shift
    return bool(staffed.places_open) and shift.start > turn.now and shift.state == ShiftState.PLANNED


def ask(turn: Turn, values: Values) -> None:
    """These volunteers are offered; the organiser is asked, where that was not agreed for this shift before."""
    staffed, member, circle = _open_shift(turn, values)
    place = organisation_of(turn)
    asked = {int(id) for id in values.get("who") or () if str(id).isdigit()}
    chosen = [] if place is None else [m for m in volunteers_in(turn, place[1]) if m.id in asked]
    if place is None or not chosen:
        raise Answered(Say(turn.word("lend-gone")))
    loan = Loan(0, circle.id, staffed.shift.id, place[1].id, member.id, turn.now, tuple(m.id for m in chosen))
    _offer(turn, loan, staffed.shift, circle, moments.listed(m.name for m in chosen))


def offer_crew(turn: Turn, staffed: Staffed, place: Place, name: str, people: int) -> None:
    """A group of the organisation is offered for this shift."""
    organisation = organisation_of(turn)
    if organisation is None:
        raise Answered(Say(turn.word("lend-no-organisation"), (turn.option("button-volunteers", "volunteers"),)))
    member, circle = place
    loan = Loan(
        0, circle.id, staffed.shift.id, organisation[1].id, member.id, turn.now, group=name, people=people
    )  # fmt: skip
    _offer(turn, loan, staffed.shift, circle, name)


def _offer(turn: Turn, loan: Loan, shift: Shift, circle: Circle, who: str) -> None:
    about = _about(turn, shift, circle)
    if any(one.state == LoanState.ASKED for one in turn.store.loans_for(shift.id, loan.organisation)):
        raise Answered(Say(turn.word("lend-asked-already", about=about, recipient=circle.recipient)))
    kept = turn.store.add(loan)
    organisation = turn.store.get(Circle, loan.organisation).recipient
    options = (
        turn.option("button-lend-agree", "lend_agree", means="yes", loan=kept.id),
        turn.option("button-lend-refuse", "lend_refuse", means="no", loan=kept.id),
    )
    turn.tell_organisers(
        circle,
        "lend-asks-organiser-crew" if loan.group else "lend-asks-organiser",
        options,
        name=turn.someone.name,
        organisation=organisation,
        who=who,
        count=loan.people if loan.group else len(loan.volunteers),
        about=about,
        recipient=circle.recipient,
    )
    turn.say("lend-asked", about=about, recipient=circle.recipient, who=who)


# What the organiser says.


def _asked(turn: Turn, values: Values) -> tuple[Loan, Staffed, Member, Circle]:
    loan = turn.store.find(Loan, int(values.get("loan") or 0), lock=True)
    place = None if loan is None else turn.member_of(loan.circle)
    if loan is None or place is None:
        raise Answered(Say(turn.word("claim-gone")))
    turn.require(*place, Action.INVITE)
    staffed = turn.store.staffed(loan.shift, lock=True)
    if loan.state != LoanState.ASKED:
        raise Answered(Say(turn.word("lend-settled")))
    if not may(turn.store.get(Member, loan.by), Action.LEND, place[1]):  # gone, and their volunteers with them
        turn.store.change(loan, state=LoanState.REFUSED)
        raise Answered(Say(turn.word("lend-withdrawn")))
    if staffed is None or not wanted(turn, staffed):
        turn.store.change(loan, state=LoanState.REFUSED)
        if staffed is not None:
            about = _about(turn, staffed.shift, place[1])
            _tell_coordinator(turn, loan, "lend-filled-told", about=about, recipient=place[1].recipient)
        raise Answered(Say(turn.word("lend-filled")))
    return loan, staffed, *place


def agree(turn: Turn, values: Values) -> None:
    """[Ja, graag]: the volunteers are asked, or the group is on it."""
    loan, staffed, _, circle = _asked(turn, values)
    about = _about(turn, staffed.shift, circle)
    coordinator = turn.store.get(Member, loan.by)
    organisation = turn.store.get(Circle, loan.organisation)
    if loan.group:
        put_crew_on(turn.store, staffed.shift.id, coordinator, loan.group, loan.people, turn.now)
        turn.store.change(loan, state=LoanState.TAKEN)
        words: dict[str, Any] = {"who": loan.group, "count": loan.people, "about": about, "recipient": circle.recipient}
        turn.say("lend-crew-comes", **words)
        turn.tell_member(coordinator, "lend-crew-told", name=turn.someone.name, **words)
        return
    asked = []
    for id in loan.volunteers:
        volunteer = turn.store.find(Member, id)
        if volunteer is None or volunteer.person is None or volunteer.standing != Standing.ACTIVE:
            continue
        asked.append(volunteer.name)
        options = (
            turn.option("button-claim", "lend_yes", means="yes", loan=loan.id),
            turn.option("button-cannot", "lend_no", means="no", loan=loan.id),
        )
        turn.tell(
            volunteer.person,
            "lend-asks-volunteer",
            options,
            name=volunteer.name,
            organisation=organisation.recipient,
            recipient=circle.recipient,
            length=moments.length(int(staffed.shift.duration.total_seconds() // 60)),
            about=about,
        )
    turn.store.change(loan, state=LoanState.AGREED if asked else LoanState.REFUSED)
    if not asked:
        raise Answered(Say(turn.word("lend-gone")))
    turn.say("lend-agreed", who=moments.listed(asked), about=about)
    _tell_coordinator(turn, loan, "lend-agreed-told", name=turn.someone.name, about=about, who=moments.listed(asked))


def refuse(turn: Turn, values: Values) -> None:
    """[Liever niet]: the coordinator hears it, without a reason."""
    loan, staffed, _, circle = _asked(turn, values)
    turn.store.change(loan, state=LoanState.REFUSED)
    turn.say("lend-refused")
    about = _about(turn, staffed.shift, circle)
    _tell_coordinator(turn, loan, "lend-refused-told", about=about, recipient=circle.recipient)


# What a volunteer says.


def _offered(turn: Turn, values: Values) -> tuple[Loan, Member, Circle]:
    """The offer, the volunteer that who speaks is, and the circle where somebody is wanted."""
    loan = turn.store.find(Loan, int(values.get("loan") or 0), lock=True)
    own = None if loan is None else turn.store.member_in(loan.organisation, turn.someone.id)
    if loan is None or own is None or own.id not in loan.volunteers or own.standing != Standing.ACTIVE:
        raise Answered(Say(turn.word("claim-gone")))
    return loan, own, turn.store.get(Circle, loan.circle)


def yes(turn: Turn, values: Values) -> None:
    """[Ik doe het]: now they come into the circle, as a volunteer, with this shift."""
    loan, own, circle = _offered(turn, values)
    staffed = turn.store.staffed(loan.shift, lock=True)
    before = turn.store.member_in(circle.id, turn.someone.id)
    mine = None if staffed is None or before is None else staffed.of(before.id)
    if mine is not None and before is not None and before.standing == Standing.ACTIVE:
        raise Answered(Say(turn.word("lend-yours"), (turn.option("button-mine", "show_mine"),)))
    if staffed is None or not wanted(turn, staffed) or loan.state not in (LoanState.AGREED, LoanState.TAKEN):
        raise Answered(Say(turn.word("lend-no-longer", name=own.name)))
    if before is None:
        found = Member(0, circle.id, own.name, turn.someone.id, Role.HELPER, Ring.VOLUNTEERS, Standing.ACTIVE, turn.now)
        member = turn.store.add(found)
    elif before.standing == Standing.ACTIVE:
        member = before
    else:
        member = turn.store.change(before, role=Role.HELPER, ring=Ring.VOLUNTEERS, standing=Standing.ACTIVE,
                                   since=turn.now, left_at=None)  # fmt: skip
    overridden = stop_for_clash(turn, staffed.shift, member, circle, "lend_yes", values)
    claimed = claim(turn.store, staffed.shift.id, member, turn.now)
    if overridden:
        turn.store.change(claimed.assignment, overridden=True)
    turn.store.change(loan, state=LoanState.TAKEN)
    about = _about(turn, staffed.shift, circle)
    organisation = turn.store.get(Circle, loan.organisation).recipient
    options = (turn.option("button-mine", "show_mine"), turn.option("button-cannot", "release", shift=staffed.shift.id))
    turn.say("lend-yes", options, name=own.name, about=moments.begin(about), recipient=circle.recipient)
    turn.tell_organisers(
        circle, "lend-told", name=own.name, about=about, recipient=circle.recipient, organisation=organisation
    )
    _tell_coordinator(turn, loan, "lend-told-coordinator", name=own.name, about=about, recipient=circle.recipient)


def no(turn: Turn, values: Values) -> None:
    """[Lukt niet]: no reason is asked; the coordinator can ask another."""
    loan, own, circle = _offered(turn, values)
    turn.say("ask-no")
    staffed = turn.store.staffed(loan.shift)
    if staffed is not None and wanted(turn, staffed):
        another = (turn.option("button-lend-another", "lend", shift=loan.shift),)
        about = _about(turn, staffed.shift, circle)
        _tell_coordinator(turn, loan, "lend-declined", another, name=own.name, about=about, recipient=circle.recipient)


def _tell_coordinator(turn: Turn, loan: Loan, key: str, options: tuple[Option, ...] = (), **values: Any) -> None:
    """What became of an offer, to who made it; nothing of a circle that they look at no more."""
    by, circle = turn.store.get(Member, loan.by), turn.store.get(Circle, loan.circle)
    if by.person is not None and by.person != turn.someone.id and may(by, Action.LEND, circle):
        turn.tell(by.person, key, options, of=circle, **values)


def _about(turn: Turn, shift: Shift, circle: Circle) -> str:
    """ "koffie, dinsdag 4 maart om 10:00"."""
    start = shift.start.astimezone(ZoneInfo(circle.zone))
    return f"{shift.what}, {moments.moment(start, turn.local(circle))}"


CAPABILITY = Capability(
    "lend",
    {
        "lend": lend,
        "lend_ask": ask,
        "lend_agree": agree,
        "lend_refuse": refuse,
        "lend_yes": yes,
        "lend_no": no,
    },
)
