"""A proposal of who does what: the problem it poses, what is kept of its answer, and what came of it.

Nobody is put on a shift here: each person concerned is asked, and claims it with a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from scheduling.asking import Answer
from scheduling.care import Part, Shift, Staffed
from scheduling.clashes import NIGHT, REST, is_night
from scheduling.jobs import Job
from scheduling.people import Circle, Member, Standing
from scheduling.rights import Action, may
from scheduling.roster import Reason, Roster, RosterMember, RosterProblem, RosterShift, Rules
from scheduling.store import Store
from scheduling.suited import DO_CARE, LOOKS_BACK, hindrances
from scheduling.wishes import FITS, MINDS, Wish, WishKind

PROPOSAL, PROPOSAL_ASK = "proposal", "proposal_ask"  # a kind of job and of outbox rows; and of outbox rows alone
NO_HOLDS = timedelta(days=14)  # a no to a proposal counts so long
HELD = timedelta(hours=24)  # so long a proposal keeps its shifts out of the asking
ACCEPTED, DROPPED = "accepted", "dropped"
WISHED = "wish:"
AVOIDED = 40  # points: what was proposed before costs as much as four hours of unfairness
HOUR = timedelta(hours=1)

Suits = Callable[[Wish, Shift, str], bool]
"""Whether a wish is about such a shift (in this zone): the language knows."""


def rules_of(circle: Circle) -> Rules:
    """How this circle divides."""
    return Rules(
        one_visit_a_day=False,
        combine=True,
        rest_hours=REST / HOUR,
        rest_after_hours=NIGHT / HOUR,
        night_weight=circle.night_weight / 100,
        weekend_weight=circle.weekend_weight / 100,
    )


@dataclass(frozen=True)
class Posed:
    """A problem, with the ids of what stands at each place in it."""

    problem: RosterProblem
    shifts: tuple[int, ...]
    members: tuple[int, ...]
    fitting: Mapping[tuple[int, int], int] = field(default_factory=dict)  # shift and member: the wish that suits


@dataclass(frozen=True)
class Proposed:
    """One person on one shift, as it was proposed."""

    shift: int
    member: int
    reason: str  # a scheduling.roster.Reason, or "wish:" and its id


def wanted(store: Store, circle: Circle, start: datetime, end: datetime, now: datetime) -> list[Staffed]:
    """What is open in a period and has not begun."""
    return [s for s in store.open_shifts_between(circle.id, max(start, now), end) if s.shift.start > now]


def pose(store: Store, circle: Circle, job: Job, now: datetime, suits: Suits = lambda *_: False) -> Posed:
    """What has to be divided among whom for this job (payload: `start`, `end`, and `avoid` as pairs of ids)."""
    start, end = (datetime.fromisoformat(job.payload[key]) for key in ("start", "end"))
    shifts = wanted(store, circle, start, end, now)
    members = [
        member
        for member in store.members_of(circle.id, Standing.ACTIVE)
        if member.person is not None and member.role in DO_CARE and may(member, Action.CLAIM, circle)
    ]
    refused, avoided = refusals(store, circle, now), {tuple(pair) for pair in job.payload.get("avoid", ())}
    past = _past_hours(store, circle, members, now, end)
    zone = ZoneInfo(circle.zone)
    midnight = datetime.combine(now.astimezone(zone).date(), time(), zone).astimezone(UTC)

    fitting, minding = _wished(store, circle, shifts, suits)
    wanted_by_somebody = {shift for shift, _ in fitting}

    def cost(member: Member, staffed: Staffed) -> int | None:
        mine = staffed.of(member.id)
        if (mine is not None and mine.part != Part.RESERVE) or (staffed.shift.id, member.id) in refused:
            return None
        if hindrances(store, staffed.shift, member, circle.zone):
            return None
        pair = (staffed.shift.id, member.id)
        another = FITS if staffed.shift.id in wanted_by_somebody and pair not in fitting else 0
        return another + (MINDS if pair in minding else 0) + (AVOIDED if pair in avoided else 0)

    problem = RosterProblem(
        tuple(_roster_shift(staffed, midnight, zone) for staffed in shifts),
        tuple(
            RosterMember(tuple(cost(member, staffed) for staffed in shifts), round(past[member.id], 1))
            for member in members
        ),
        rules_of(circle),
    )
    return Posed(problem, tuple(s.shift.id for s in shifts), tuple(m.id for m in members), fitting)


def _wished(
    store: Store, circle: Circle, shifts: list[Staffed], suits: Suits
) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
    """Which wish suits which shift and member; and what they would rather not."""
    fitting: dict[tuple[int, int], int] = {}
    minding = set()
    for wish in store.wishes_of(circle.id):
        for staffed in shifts:
            if not suits(wish, staffed.shift, circle.zone):
                continue
            pair = (staffed.shift.id, wish.member)
            if wish.kind == WishKind.RATHER_NOT:
                minding.add(pair)
            else:
                fitting.setdefault(pair, wish.id)
    return fitting, minding


def _roster_shift(staffed: Staffed, midnight: datetime, zone: ZoneInfo) -> RosterShift:
    shift = staffed.shift
    local = shift.start.astimezone(zone)
    return RosterShift(
        (shift.start - midnight) / HOUR,
        shift.duration / HOUR,
        local.date().toordinal(),
        staffed.places_open,
        is_night(shift, zone.key),
        local.weekday() >= 5,
        shift.at_home,
    )


def _past_hours(
    store: Store, circle: Circle, members: Iterable[Member], now: datetime, end: datetime
) -> dict[int, float]:
    """Weighted hours of eight weeks and of what is theirs already until `end`.

    Who joined since counts as having done what the others did on average before: nobody pays for being new.
    """
    everyone = list(members)
    hours = {member.id: 0.0 for member in everyone}
    for staffed in store.roster_between(circle.id, now - LOOKS_BACK, end):
        for assignment in staffed.responsible:
            if assignment.member in hours and assignment.part not in (Part.NOT_DONE, Part.WANTS_OUT):
                hours[assignment.member] += weighted_hours(staffed.shift, circle)
    mean = sum(hours.values()) / len(hours) if hours else 0.0
    for member in everyone:
        missed = min(1.0, max(0.0, ((member.since or now) - (now - LOOKS_BACK)) / LOOKS_BACK))
        hours[member.id] += missed * mean
    return hours


def weighted_hours(shift: Shift, circle: Circle) -> float:
    """How much a shift weighs: nights and weekends more than their hours."""
    weekend = shift.start.astimezone(ZoneInfo(circle.zone)).weekday() >= 5
    weight = circle.night_weight / 100 if is_night(shift, circle.zone) else 1.0
    return shift.duration / HOUR * weight * (circle.weekend_weight / 100 if weekend else 1.0)


def refusals(store: Store, circle: Circle, now: datetime) -> set[tuple[int, int]]:
    """Shift and member, where they said no to it: to a proposal or when asked around."""
    refused = {
        (shift, member)
        for job in store.jobs_since(circle.id, PROPOSAL, now - NO_HOLDS)
        for shift, member in job.payload.get("no", ())
    }
    found = store.ask_round_of(circle.id)
    for ask in () if found is None else store.asks_since(found.id, now - NO_HOLDS):
        if ask.answer == Answer.NO:
            refused |= {(shift, ask.member) for shift in ask.shifts}
    return refused


def kept(posed: Posed, roster: Roster) -> dict[str, Any]:
    """What of an answer goes into the job's payload: ids and fixed words."""
    lines = []
    for line in roster.lines:
        pair = (posed.shifts[line.shift], posed.members[line.member])
        wish = posed.fitting.get(pair)
        only = line.reason in (Reason.ONLY_ONE, Reason.OTHERS_CANNOT, Reason.FIXED)
        lines.append([*pair, str(line.reason) if wish is None or only else f"{WISHED}{wish}"])
    left = [[posed.shifts[one.shift], str(one.why or "")] for one in roster.open]
    return {"lines": lines, "open": left}


def lines_of(job: Job) -> list[Proposed]:
    """What was proposed, by time."""
    return [Proposed(*line) for line in job.payload.get("lines", ())]


def still(store: Store, line: Proposed, circle: Circle, now: datetime) -> Staffed | None:
    """The shift of a line, where that member can take it as things are now."""
    staffed, member = store.staffed(line.shift), store.find(Member, line.member)
    if staffed is None or member is None or member.standing != Standing.ACTIVE or staffed.shift.start <= now:
        return None
    mine = staffed.of(member.id)
    if not staffed.places_open or (mine is not None and mine.part != Part.RESERVE):
        return None
    return None if hindrances(store, staffed.shift, member, circle.zone) else staffed


def held(store: Store, circle: Circle, now: datetime) -> set[int]:
    """The shifts that a proposal is open for: nobody is asked for these meanwhile."""
    found: set[int] = set()
    for job in store.jobs_since(circle.id, PROPOSAL, now - HELD):
        if job.payload.get("failed") or job.payload.get("decided") == DROPPED:
            continue
        refused = {tuple(pair) for pair in job.payload.get("no", ())}
        found |= {line.shift for line in lines_of(job) if (line.shift, line.member) not in refused}
        if job.done_at is None:
            begin, end = (datetime.fromisoformat(job.payload[key]) for key in ("start", "end"))
            found |= {staffed.shift.id for staffed in wanted(store, circle, begin, end, now)}
    return found


def decide(store: Store, job: Job, how: str, some: list[Proposed] | None = None) -> Job:
    """Note what the organiser made of a proposal; `some` are the lines that go on, the others are let go."""
    only = {} if some is None else {"lines": [[line.shift, line.member, line.reason] for line in some]}
    return store.change(job, payload={**job.payload, "decided": how, **only})


def refuse(store: Store, job: Job, member: int, shifts: Iterable[int] | None = None) -> Job:
    """Note that a member does not want what was proposed to them (or these of it): no other proposal says it again."""
    only = None if shifts is None else set(shifts)
    own = [[s.shift, member] for s in lines_of(job) if s.member == member and (only is None or s.shift in only)]
    before = job.payload.get("no", [])
    return store.change(job, payload={**job.payload, "no": [*before, *(pair for pair in own if pair not in before)]})
