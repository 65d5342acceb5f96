"""A proposal as the organiser reads it: who could do what and why, and what nobody can."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from bot.saying import Option, Say
from bot.shifts import finding
from bot.showing import Showing
from locales.nl import moments
from locales.nl.wishes import spoken
from scheduling.care import Staffed
from scheduling.jobs import Job
from scheduling.people import Circle, CircleState, Member
from scheduling.proposals import WISHED, Proposed, lines_of, still
from scheduling.rights import Action, may
from scheduling.roster.answer import Reason
from scheduling.suited import who_could_each
from scheduling.wishes import Wish
from storage.turns import Owed

MOST_HINDERED = 2  # who cannot are named up to here
_WEIGHED = (Reason.HAS_LEAST, Reason.BALANCE)  # several could: then it helps to know who not


def show_proposal(showing: Showing, owed: Owed) -> Say | None:
    """Who could do what and why, as far as it holds now; and what nobody can."""
    store, job = showing.store, showing.store.find(Job, owed.subject or 0)
    if job is None or job.done_at is None:
        return None
    circle = store.get(Circle, job.circle)
    own = store.member_in(circle.id, showing.person.id)
    if own is None or circle.state == CircleState.CLOSED or not may(own, Action.ASSIGN_OTHERS, circle):
        return None
    if job.payload.get("failed"):
        return showing.say("proposal-failed", (showing.option("button-ask-all", "ask_around", circle=circle.id),))
    lines = [(line, staffed) for line in lines_of(job) if (staffed := still(store, line, circle, showing.now))]
    left = [
        (staffed, why)
        for shift, why in job.payload.get("open", ())
        if (staffed := store.staffed(shift)) and staffed.places_open and staffed.shift.start > showing.now
    ]
    if not lines and not left:
        return showing.say("proposal-nothing-open", recipient=circle.recipient)
    text: list[str] = []
    if lines:
        pairs = {(line.shift, line.member) for line, _ in lines}
        same = pairs <= {tuple(pair) for pair in job.payload.get("avoid", ())}
        text.append(showing.text("proposal-same" if same else "proposal-title", recipient=circle.recipient))
        whys = _whys(showing, lines, own, circle)
        text += [
            f"{n}. {finding.line(staffed, circle.zone)}: {who(showing, line, own)} ({why})"
            for n, ((line, staffed), why) in enumerate(zip(lines, whys, strict=True), 1)
        ]
    if left:
        text.append(showing.text("proposal-left"))
        text += [
            f"- {finding.line(staffed, circle.zone)} ({showing.text('proposal-left-why', why=_word(why))})"
            for staffed, why in left
        ]
    if lines:
        text.append(showing.text("proposal-then", others=int(any(line.member != own.id for line, _ in lines))))
    return Say(
        "\n".join(text),
        _choices(showing, job, named(showing, lines, own, circle)),
        about=showing.text("proposal-about"),
    )


def named(showing: Showing, lines: list[tuple[Proposed, Staffed]], own: Member, circle: Circle) -> list[list[Any]]:
    """The lines as people speak of them: whose, what, and on which day of the week; with what they stand for."""
    zone = ZoneInfo(circle.zone)
    return [
        [
            "" if line.member == own.id else showing.store.get(Member, line.member).name,
            staffed.shift.what,
            staffed.shift.start.astimezone(zone).weekday(),
        ]
        for line, staffed in lines
    ]


def _choices(showing: Showing, job: Job, lines: list[list[Any]]) -> tuple[Option, ...]:
    if not lines:
        return (
            showing.option("button-ask-all", "ask_around", circle=job.circle),
            showing.option("button-drop", "fine"),
        )
    return (
        showing.option("button-proposal-good", "proposal_accept", means="yes", job=job.id, lines=lines),
        *((showing.option("button-proposal-some", "proposal_some", job=job.id),) if len(lines) > 1 else ()),
        showing.option("button-proposal-other", "proposal_again", job=job.id),
        showing.option("button-drop", "proposal_drop", means="no", job=job.id),
    )


def who(showing: Showing, line: Proposed, own: Member) -> str:
    """The name, or "jij" for who reads it."""
    return showing.text("proposal-you") if line.member == own.id else showing.store.get(Member, line.member).name


def _whys(showing: Showing, lines: list[tuple[Proposed, Staffed]], own: Member, circle: Circle) -> list[str]:
    """Why each is whose: what was decided, in other words where it was said of them before, and who cannot then."""
    able = who_could_each(showing.store, [staffed for _, staffed in lines], circle, showing.now)
    known = {member.id for could in able.values() for member in could} | {line.member for line, _ in lines}
    said: set[tuple[int, str]] = set()
    whys = []
    for line, staffed in lines:
        why = _why(showing, line, own, again=(line.member, line.reason) in said)
        said.add((line.member, line.reason))
        free = {member.id for member in able[staffed.shift.id]} | {line.member}
        hindered = [showing.store.get(Member, id) for id in sorted(known - free - {own.id})]
        if line.reason in _WEIGHED and 0 < len(hindered) <= MOST_HINDERED:
            names = moments.listed(member.name for member in hindered)
            cannot = showing.text("proposal-why-cannot", names=names, count=len(hindered))
            why = f"{why}, {cannot}"
        whys.append(why)
    return whys


def _why(showing: Showing, line: Proposed, own: Member, *, again: bool) -> str:
    if line.reason.startswith(WISHED):
        wish = showing.store.find(Wish, int(line.reason.removeprefix(WISHED)))
        if wish is not None and not wish.ended and wish.member == line.member:
            if again:
                return showing.text("proposal-why", why="wished", again="yes", mine="no")
            return spoken(str(wish.kind), wish.about, _form(showing) if line.member == own.id else "")
        return showing.text("proposal-why", why="minds-least", again="no", mine="no")
    mine = "yes" if line.member == own.id else "no"
    return showing.text("proposal-why", why=_word(line.reason), again="yes" if again else "no", mine=mine)


def _form(showing: Showing) -> str:
    return "u" if showing.person.formal else "je"


def _word(fixed: str) -> str:
    """A reason as the messages know it."""
    return fixed.replace(" ", "-") or "differs"
