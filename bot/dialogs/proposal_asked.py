"""What a proposal asks of everybody concerned: nothing is theirs before their own yes, to all of it or a part."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.proposal import about_each, take
from bot.saying import Option, Say
from bot.shifts import finding
from bot.showing import Showing
from bot.turn import Answered, Turn
from locales.nl import moments
from scheduling.care import Staffed
from scheduling.jobs import Job
from scheduling.people import Circle, CircleState, Member
from scheduling.proposals import PROPOSAL_ASK, lines_of, refuse, still
from scheduling.rights import Action
from storage.turns import Owed


def show_asked(showing: Showing, owed: Owed) -> Say | None:
    """One person hears which shifts are meant for them, as far as they are open still."""
    job = showing.store.find(Job, owed.subject or 0)
    member = None if job is None else showing.store.member_in(job.circle, showing.person.id)
    if job is None or member is None:
        return None
    circle = showing.store.get(Circle, job.circle)
    mine = _meant_for(showing, job, member, circle)
    if not mine or circle.state != CircleState.ACTIVE:
        return None
    organiser = showing.store.member_in(circle.id, job.person)
    zone = ZoneInfo(circle.zone)
    named = [["", staffed.shift.what, staffed.shift.start.astimezone(zone).weekday()] for staffed in mine]
    more: Values = {"lines": named} if len(mine) > 1 else {}
    options = [showing.option("button-fine", "proposal_yes", means="yes", job=job.id, **more)]
    if len(mine) > 1:
        options.append(showing.option("button-proposal-part", "proposal_part", job=job.id))
    options.append(showing.option("button-cannot", "proposal_no", means="no", job=job.id))
    text = showing.text(
        "proposal-asked",
        name=member.name,
        by="" if organiser is None else organiser.name,
        recipient=circle.recipient,
        count=len(mine),
    )
    lines = [finding.line(staffed, circle.zone) for staffed in mine]
    return Say(
        "\n".join([text, *lines, showing.text("proposal-asked-no-is-fine")]), tuple(options), about=circle.recipient
    )


def yes(turn: Turn, values: Values) -> None:
    """[Is goed]: now they are theirs."""
    job, circle, member = _meant(turn, values)
    turn.require(member, circle, Action.CLAIM)
    wanted_of_me = _meant_for(turn, job, member, circle)
    taken = take(turn, wanted_of_me, member, circle)
    if not taken:
        turn.say("proposal-overtaken", (turn.option("button-mine", "show_mine"),))
        return
    about = about_each(turn, taken, circle)
    turn.changed("claim", about, circle)
    missed = sum(line.member == member.id for line in lines_of(job)) - len(taken)
    undo = (turn.option("button-undo", "undo"),)
    turn.say("claim-many-done", undo, missed=missed, count=len(taken), about=moments.begin(about))
    turn.tell_organisers(circle, "claim-told", name=member.name, about=about, recipient=circle.recipient)


def yes_to_some(turn: Turn, values: Values) -> None:
    """ "Alleen de eerste", "1 en 3", "niet die van vrijdag": these are theirs, the others are let go."""
    job, circle, member = _meant(turn, values)
    mine = _meant_for(turn, job, member, circle)
    if len(mine) != len(values["lines"]):  # something changed since: the numbers say something else now
        part(turn, values)
        return
    picked = [mine[place] for place in values["pick"]]
    rest = [staffed for staffed in mine if staffed not in picked]
    turn.require(member, circle, Action.CLAIM)
    taken = take(turn, picked, member, circle)
    refuse(turn.store, job, member.id, [staffed.shift.id for staffed in rest])
    if not taken:
        turn.say("proposal-overtaken", (turn.option("button-mine", "show_mine"),))
        return
    about = about_each(turn, taken, circle)
    turn.changed("claim", about, circle)
    undo = (turn.option("button-undo", "undo"),)
    turn.say("claim-many-done", undo, missed=0, count=len(taken), about=moments.begin(about))
    turn.tell_organisers(circle, "claim-told", name=member.name, about=about, recipient=circle.recipient)
    _tell_declined(turn, job, member, rest, circle)


def part(turn: Turn, values: Values) -> None:
    """[Een deel]: a button for each, and each is taken by itself."""
    job, circle, member = _meant(turn, values)
    mine = _meant_for(turn, job, member, circle)
    if not mine:
        turn.say("proposal-overtaken", (turn.option("button-mine", "show_mine"),))
        return
    labels = finding.labels(mine, circle.zone)
    options = tuple(Option(label, "claim", {"shift": s.shift.id}) for label, s in zip(labels, mine, strict=True))
    lines = [f"{n}. {finding.line(staffed, circle.zone)}" for n, staffed in enumerate(mine, 1)]
    turn.said.append(Say("\n".join([turn.word("proposal-which"), *lines]), options, once=False))


def no(turn: Turn, values: Values) -> None:
    """[Lukt niet]: no reason is asked; it is not proposed to them again, and the organiser knows that it is open."""
    job, circle, member = _meant(turn, values)
    mine = _meant_for(turn, job, member, circle)
    refuse(turn.store, job, member.id)
    turn.say("ask-no")
    _tell_declined(turn, job, member, mine, circle)


def _tell_declined(turn: Turn, job: Job, member: Member, shifts: list[Staffed], circle: Circle) -> None:
    """The organiser hears what somebody cannot do, with ways on."""
    if shifts:
        options = (
            turn.option("button-proposal-other", "propose_roster", **_span(job)),
            turn.option("button-ask-all", "ask_around", circle=circle.id),
        )
        about = about_each(turn, [staffed.shift for staffed in shifts], circle)
        turn.tell_organisers(circle, "proposal-declined", options, name=member.name, about=about)


def _span(job: Job) -> dict[str, Any]:
    """The period of a proposal as `propose_roster` takes it again."""
    return {"circle": job.circle, "period": [job.payload["start"], job.payload["end"]]}


def _meant(turn: Turn, values: Values) -> tuple[Job, Circle, Member]:
    job = turn.store.find(Job, values["job"])
    place = None if job is None else turn.member_of(job.circle)
    if job is None or place is None:
        raise Answered(Say(turn.word("claim-gone")))
    return job, place[1], place[0]


def _meant_for(seen: Turn | Showing, job: Job, member: Member, circle: Circle) -> list[Staffed]:
    """What was proposed to this member and is theirs to take still."""
    own = [line for line in lines_of(job) if line.member == member.id]
    return [staffed for line in own if (staffed := still(seen.store, line, circle, seen.now))]


CAPABILITY = Capability(
    "proposal_asked",
    {"proposal_yes": yes, "proposal_yes_some": yes_to_some, "proposal_part": part, "proposal_no": no},
    shows={PROPOSAL_ASK: show_asked},
)
