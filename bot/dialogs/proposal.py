"""A fair division of what is open, proposed with its reasons to who organises: all of it, a part, or another."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.proposed import named, show_proposal, who
from bot.saying import Option, Say
from bot.shifts import finding
from bot.showing import Showing
from bot.turn import Answered, Turn
from locales.nl import moments
from scheduling.care import Shift, Staffed
from scheduling.claims import CannotClaim, claim
from scheduling.jobs import Job
from scheduling.people import Circle, Member
from scheduling.proposals import (
    ACCEPTED,
    DROPPED,
    PROPOSAL,
    PROPOSAL_ASK,
    Proposed,
    decide,
    lines_of,
    still,
    wanted,
)
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may

WEEK, FAR = timedelta(days=7), timedelta(days=70)
MOST_LEFT_OUT = 9  # buttons
MOST = 60  # shifts in one proposal: more of them nobody reads


def propose(turn: Turn, values: Values) -> None:
    """ "Verdeel de week": have it worked out beside the chat; the answer comes as a message."""
    if turn.places and not any(may(member, Action.ASSIGN_OTHERS, circle) for member, circle in turn.places):
        turn.say("proposal-may-not", (turn.option("button-open", "show_open"),))
        return
    _, circle = turn.place(values, "propose_roster", action=Action.ASSIGN_OTHERS)
    if values.get("period"):  # of an earlier proposal (UTC)
        begin, end = (datetime.fromisoformat(moment) for moment in values["period"])
    else:
        begin, end = finding.window(values, circle.zone, turn.now, turn.now + (FAR if values.get("start") else WEEK))
    found = wanted(turn.store, circle, begin, end, turn.now)
    if not found:
        _nothing_open(turn, circle, end)
        return
    if len(found) > MOST:
        end = found[MOST].shift.start
    turn.store.add(_job(turn, circle.id, {"start": begin.isoformat(), "end": end.isoformat(), "seed": 0}))
    turn.say("proposal-begun", count=min(len(found), MOST), recipient=circle.recipient)


def _nothing_open(turn: Turn, circle: Circle, end: datetime) -> None:
    later = wanted(turn.store, circle, end, turn.now + FAR, turn.now)
    if not later:
        turn.say("proposal-nothing-open", (turn.option("button-roster", "show_roster"),), recipient=circle.recipient)
        return
    last = later[0].shift.start.astimezone(ZoneInfo(circle.zone)).date() + timedelta(days=6)
    first = later[0].shift.start.astimezone(ZoneInfo(circle.zone)).date()
    values = {"start": first.isoformat(), "end": (last + timedelta(days=1)).isoformat(), "circle": circle.id}
    options = (
        turn.option("button-yes", "propose_roster", means="yes", **values),
        turn.option("button-no", "fine", means="no"),
    )
    day = moments.day(first, turn.local(circle).date())
    turn.say("proposal-open-later", options, day=day, recipient=circle.recipient)


def _job(turn: Turn, circle: int, payload: dict[str, Any]) -> Job:
    return Job(0, PROPOSAL, circle, turn.someone.id, payload, turn.now)


# What the organiser makes of it.


def accept(turn: Turn, values: Values) -> None:
    """[Zo is het goed]: the organiser's own shifts are taken; everybody else is asked, with nothing fixed for them."""
    job, circle, own = _asked_for(turn, values)
    lines = [(line, staffed) for line in lines_of(job) if (staffed := still(turn.store, line, circle, turn.now))]
    if job.payload.get("decided") == ACCEPTED:
        turn.say("proposal-accepted-before", (turn.option("button-open", "show_open"),))
        return
    if values.get("only") is not None:
        lines = [(line, staffed) for line, staffed in lines if [line.shift, line.member] in values["only"]]
    if lines:
        job = decide(turn.store, job, ACCEPTED, [line for line, _ in lines])
    mine = [staffed for line, staffed in lines if line.member == own.id]
    others = list(dict.fromkeys(line.member for line, _ in lines if line.member != own.id))
    taken = take(turn, mine, own, circle)
    asked = []
    for id in others:
        member = turn.store.get(Member, id)
        if member.person is not None:
            person = turn.store.person(member.person)
            until = max(staffed.shift.start for line, staffed in lines if line.member == id)
            key = f"{PROPOSAL_ASK}:{job.id}:{id}"
            due = out_of_quiet(turn.now, person)
            turn.store.owe(PROPOSAL_ASK, due, person=person.id, subject=job.id, useful_until=until, dedupe_key=key)
            asked.append(member.name)
    if not taken and not asked:
        turn.say("proposal-overtaken", (turn.option("button-open", "show_open"),))
        return
    about = about_each(turn, taken, circle)
    if taken:
        turn.changed("claim", about, circle)
    turn.say(
        "proposal-accepted",
        (turn.option("button-undo", "undo"),) if taken else (),
        about=about,
        own=len(taken),
        names=moments.listed(asked),
        asked=len(asked),
    )


def again(turn: Turn, values: Values) -> None:
    """[Ander voorstel]: what was proposed before is avoided where it can be."""
    job, circle, _ = _asked_for(turn, values)
    if not job.payload.get("decided"):
        job = decide(turn.store, job, DROPPED)
    avoid = [*job.payload.get("avoid", ()), *([line.shift, line.member] for line in lines_of(job))]
    span = {key: job.payload[key] for key in ("start", "end")}
    payload = {**span, "seed": job.payload["seed"] + 1, "avoid": avoid}
    turn.store.add(_job(turn, circle.id, payload))
    turn.say("proposal-again")


def some(turn: Turn, values: Values) -> None:
    """[Een deel]: the lines with a button to leave each out; in words, or by who does it, works too."""
    job, circle, own = _asked_for(turn, values)
    left_out = [tuple(pair) for pair in values.get("without", ())]
    lines = [
        (line, staffed)
        for line in lines_of(job)
        if (line.shift, line.member) not in left_out and (staffed := still(turn.store, line, circle, turn.now))
    ]
    if not lines:
        drop(turn, values)
        return
    showing = Showing(turn.store, turn.words, turn.now, turn.someone)
    text = [turn.word("proposal-some", count=len(lines))]
    text += [
        f"{n}. {finding.line(staffed, circle.zone)}: {who(showing, line, own)}"
        for n, (line, staffed) in enumerate(lines, 1)
    ]
    kept = [[line.shift, line.member] for line, _ in lines]
    spoken = named(showing, lines, own, circle)
    options = [
        turn.option("button-proposal-these", "proposal_accept", means="yes", job=job.id, only=kept, lines=spoken)
    ]
    options += [
        Option(turn.word("proposal-without", n=n), "proposal_some", {"job": job.id, "without": [*left_out, pair]})
        for n, pair in enumerate(kept[:MOST_LEFT_OUT], 1)
        if len(kept) > 1
    ]
    turn.said.append(Say("\n".join(text), tuple(options), about=turn.word("proposal-about")))


def accept_some(turn: Turn, values: Values) -> None:
    """ "1, 3 en 4", "alleen die van Piet niet": those lines go on, the others are let go."""
    job, circle, _ = _asked_for(turn, values)
    shown = [
        [line.shift, line.member]
        for line in lines_of(job)
        if (values.get("only") is None or [line.shift, line.member] in values["only"])
        and still(turn.store, line, circle, turn.now)
    ]
    if len(shown) != len(values["lines"]):  # something changed since: the numbers say something else now
        some(turn, {"job": job.id})
        return
    accept(turn, {"job": job.id, "only": [shown[place] for place in values["pick"]]})


def drop(turn: Turn, values: Values) -> None:
    """[Laat maar]."""
    if values.get("job"):
        job, _, _ = _asked_for(turn, values)
        if not job.payload.get("decided"):
            decide(turn.store, job, DROPPED)
    turn.say("proposal-dropped")


def _asked_for(turn: Turn, values: Values) -> tuple[Job, Circle, Member]:
    job = turn.store.find(Job, values["job"])
    place = None if job is None else turn.member_of(job.circle)
    if job is None or place is None:
        raise Answered(Say(turn.word("claim-gone")))
    turn.require(*place, Action.ASSIGN_OTHERS)
    return job, place[1], place[0]


def take(turn: Turn, mine: list[Staffed], member: Member, circle: Circle) -> list[Shift]:
    """Put who speaks on these, save where one has become impossible, perhaps by the one before."""
    taken = []
    for staffed in mine:
        if still(turn.store, Proposed(staffed.shift.id, member.id, ""), circle, turn.now) is None:
            continue
        try:
            taken.append(claim(turn.store, staffed.shift.id, member, turn.now).shift)
        except CannotClaim:
            continue
    return taken


def about_each(turn: Turn, shifts: list[Shift], circle: Circle) -> str:
    """ "koffie, dinsdag 4 maart om 10:00 en tuin (woensdag 5 maart om 14:00 en vrijdag 7 maart om 14:00)"."""
    zone, here = ZoneInfo(circle.zone), turn.local(circle)
    whens: dict[str, list[str]] = {}
    for shift in sorted(shifts, key=lambda shift: shift.start):
        whens.setdefault(shift.what, []).append(moments.moment(shift.start.astimezone(zone), here))
    return moments.listed(
        f"{what} ({moments.listed(several)})" if len(several) > 1 else f"{what}, {several[0]}"
        for what, several in whens.items()
    )


CAPABILITY = Capability(
    "proposal",
    {
        "propose_roster": propose,
        "proposal_accept": accept,
        "proposal_again": again,
        "proposal_drop": drop,
        "proposal_some": some,
        "proposal_accept_some": accept_some,
    },
    shows={PROPOSAL: show_proposal},
)
