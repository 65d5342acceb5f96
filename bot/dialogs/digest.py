"""Sunday evening: what was done together, and the week that comes. Once a month: how the carer is doing."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.dialog import Capability, Values
from bot.dialogs.around import others
from bot.dialogs.strain import strain
from bot.saying import Say
from bot.shifts import finding
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import moments
from scheduling.care import Part, Staffed
from scheduling.digests import WEEK, WELLBEING, days_of
from scheduling.people import Circle, CircleState, Member, Role, Standing
from storage.turns import Owed

THANKED = 12  # people whose part is named
NAMED = 6  # open shifts that are named; the rest is counted


def show_week(showing: Showing, owed: Owed) -> Say | None:
    """Thanks for the week that was, and the week ahead: what is open for organisers, their own shifts for helpers."""
    member = showing.store.find(Member, owed.subject or 0)
    if member is None or member.standing != Standing.ACTIVE:
        return None
    circle = showing.store.get(Circle, member.circle)
    if circle.state != CircleState.ACTIVE or WEEK in showing.person.muted:
        return None
    here = showing.local(showing.now, circle.zone)
    first = datetime.combine(days_of(here), time(), here.tzinfo)
    past = _roster(showing, circle, first - timedelta(days=7))
    ahead = _roster(showing, circle, first)
    thanks = _thanks(showing, circle, past)
    if member.role == Role.ORGANISER:
        return _for_organiser(showing, circle, thanks, ahead, "yes" if here.hour >= 17 else "no")
    own = [finding.line(s, circle.zone) for s in ahead if (mine := s.of(member.id)) and mine.part != Part.RESERVE]
    did = any(a.member == member.id and a.part == Part.DONE for s in past for a in s.assignments)
    if not own and not did:
        return None
    week = [showing.text("digest-own", recipient=circle.recipient), *own] if own else []
    return Say("\n".join([*([thanks] if did else []), *week]))


def _roster(showing: Showing, circle: Circle, first: datetime) -> list[Staffed]:
    """The seven days from this midnight."""
    last = datetime.combine(first.date() + timedelta(days=7), time(), first.tzinfo)
    return showing.store.roster_between(circle.id, first.astimezone(UTC), last.astimezone(UTC))


def _thanks(showing: Showing, circle: Circle, past: list[Staffed]) -> str:
    """What they did together; no names with numbers, so that nobody is ranked."""
    done = [(s, a) for s in past for a in s.assignments if a.part == Part.DONE]
    if not done:
        return ""
    minutes = sum(int(s.shift.duration.total_seconds() // 60) for s, _ in done)
    together = showing.text("digest-thanks", hours=moments.about_hours(minutes), recipient=circle.recipient)
    did: dict[int, list[str]] = {}
    for staffed, assignment in done:
        did.setdefault(assignment.member, []).append(staffed.shift.what)
    members = sorted((m for id in did if (m := showing.store.find(Member, id))), key=lambda m: m.name)
    if len(members) < 2:
        return together
    named = [f"{m.name} ({moments.listed(dict.fromkeys(did[m.id][:3]))})" for m in members[:THANKED]]
    return f"{together} {showing.text('digest-thanks-named', names=moments.listed(named))}"


def _for_organiser(showing: Showing, circle: Circle, thanks: str, ahead: list[Staffed], evening: str) -> Say | None:
    wanted = [s for s in ahead if s.places_open]
    if not ahead:
        return Say(thanks) if thanks else None
    lines = [thanks] if thanks else []
    lines.append(showing.text("digest-week", recipient=circle.recipient, done=len(ahead) - len(wanted), all=len(ahead)))
    if not wanted:
        return Say("\n".join([*lines, showing.text("digest-all-done", evening=evening)]))
    lines += [f"- {finding.line(s, circle.zone)}" for s in wanted[:NAMED]]
    if len(wanted) > NAMED:
        lines.append(showing.text("claim-and-more", count=len(wanted) - NAMED))
    if not others(showing.store, circle, showing.person.id):  # there is nobody to ask
        ways = (
            showing.option("button-invite", "invite", circle=circle.id),
            showing.option("button-choose-self", "show_open", circle=circle.id),
        )
        return Say("\n".join([*lines, showing.text("digest-alone")]), ways, about=circle.recipient)
    lines.append(showing.text("digest-ask"))
    options = (
        showing.option("button-yes", "ask_around", means="yes", circle=circle.id),
        showing.option("button-choose-self", "show_open", circle=circle.id),
        showing.option("button-no", "fine", means="no"),
    )
    return Say("\n".join(lines), options, about=circle.recipient)


def show_wellbeing(showing: Showing, owed: Owed) -> Say | None:
    """How is the carer? Nobody else sees the answer, and it is not kept."""
    member = showing.store.find(Member, owed.subject or 0)
    if member is None or member.standing != Standing.ACTIVE or WELLBEING in showing.person.muted:
        return None
    if showing.store.get(Circle, member.circle).state != CircleState.ACTIVE:
        return None
    options = tuple(
        showing.option(key, "wellbeing", answer=answer)
        for key, answer in (("button-well", "well"), ("button-so-so", "so-so"), ("button-hard", "hard"))
    )
    return showing.say("digest-wellbeing", options, name=member.name)


def wellbeing(turn: Turn, values: Values) -> None:
    """An answer to it."""
    if values["answer"] == "hard":
        strain(turn, {})
        return
    options = () if values["answer"] == "well" else (turn.option("button-open", "show_open"),)
    turn.say(f"digest-{values['answer']}", options)


CAPABILITY = Capability("digest", {"wellbeing": wellbeing}, shows={WEEK: show_week, WELLBEING: show_wellbeing})
