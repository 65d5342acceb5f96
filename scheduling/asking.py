"""Asking for help in the right order: ring by ring, a few people at a time, faster as a shift comes nearer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from scheduling.care import Staffed, Task
from scheduling.people import Circle, CircleState, Member, Ring, Role
from scheduling.reminders import out_of_quiet
from scheduling.store import Store
from scheduling.suited import who_could

ASK, ASK_FAILED = "ask", "ask_failed"  # kinds of outbox rows
HORIZON = timedelta(days=14)  # what lies further ahead is not asked for yet
FIRST_WAIT = timedelta(hours=1)  # so that whoever planned it can still say who does it
ONCE = timedelta(hours=20)  # one such message a person a day
URGENT = timedelta(hours=24)
ONE_RING = timedelta(days=2)  # with more time left than this the next ring waits for this one
AT_ONCE = 8  # shifts in one message
WARN, WARN_CRITICAL = timedelta(hours=3), timedelta(hours=24)
_URGENT_WAIT = timedelta(minutes=2)
_PACE = (  # time left, how many are asked at once, how long they have to answer
    (timedelta(hours=6), 50, timedelta(minutes=20)),
    (timedelta(days=1), 6, timedelta(hours=1)),
    (timedelta(days=2), 4, timedelta(hours=4)),
    (timedelta(days=7), 3, timedelta(hours=12)),
)
_CALM = (2, timedelta(hours=24))
RINGS = (Ring.FAMILY, Ring.NEIGHBOURS, Ring.VOLUNTEERS, Ring.PAID)


class Answer(StrEnum):
    """What somebody said when asked."""

    NONE = ""
    YES = "yes"
    NO = "no"
    LATER = "later"
    AGAIN = "again"  # an organiser has everybody asked once more


@dataclass(frozen=True)
class AskRound:
    """How a circle asks: one for each circle, for all that is open in the next two weeks."""

    id: int
    circle: int
    on: bool = True
    rings: tuple[str, ...] = tuple(RINGS)  # who is asked first
    next_at: datetime | None = None  # when the next wave goes, or None while nothing is open
    wave: int = 0
    given_up: tuple[int, ...] = ()  # shifts for which nobody was left, and the organisers know
    version: int = 1


@dataclass(frozen=True)
class Ask:
    """One person asked for one or more shifts."""

    id: int
    round: int
    member: int
    shifts: tuple[int, ...]
    wave: int
    at: datetime
    answer: Answer = Answer.NONE
    version: int = 1


def pace(left: timedelta) -> tuple[int, timedelta]:
    """How many people to ask at once and how long to wait for them, by the time that is left."""
    return next(((size, wait) for until, size, wait in _PACE if left <= until), _CALM)


def wake(store: Store, circle: Circle, now: datetime, start: datetime) -> AskRound:
    """Something came open that begins at `start`: ask before long, sooner where it is near."""
    wait = _URGENT_WAIT if start - now <= URGENT else FIRST_WAIT
    found = store.ask_round_of(circle.id) or store.add(AskRound(0, circle.id))
    if found.next_at is not None and found.next_at <= now + wait:
        return found
    return store.change(found, next_at=now + wait)


@dataclass(frozen=True)
class Wave:
    """What one step of asking brought."""

    asks: tuple[Ask, ...] = ()
    failed: tuple[int, ...] = ()  # shifts for which nobody is left to ask


def advance(store: Store, found: AskRound, now: datetime) -> Wave:
    """Ask the next few people for what is open, and say for which shifts nobody is left."""
    circle = store.get(Circle, found.circle)
    wanted = _wanted(store, circle, now)
    if not found.on or circle.state != CircleState.ACTIVE or not wanted:
        store.change(found, next_at=None)
        return Wave()
    left = wanted[0].shift.start - now
    size, wait = pace(left)
    asked = store.asks_since(found.id, now - HORIZON)
    candidates, nobody = _candidates(store, found, circle, wanted, asked, now)
    urgent = {s.shift.id for s in wanted if s.shift.start - now <= URGENT}
    lately = {ask.member for ask in asked if now - ask.at < ONCE}
    asks = []
    for member, shifts in _next(candidates, lately, urgent, left)[:size]:
        person = store.person(member.person or 0)
        ask = store.add(Ask(0, found.id, member.id, tuple(shifts[:AT_ONCE]), found.wave + 1, now))
        until = max(s.shift.start for s in wanted if s.shift.id in shifts)
        store.owe(ASK, out_of_quiet(now, person), person=person.id, subject=ask.id, useful_until=until)
        asks.append(ask)
    pending = bool(asks) or any(_may_answer(ask, wait, now) for ask in asked)
    lost = [s.shift.id for s in wanted if s.shift.id in nobody and (not pending or _short(store, s, now))]
    store.change(
        found,
        wave=found.wave + bool(asks),
        next_at=now + wait if pending or candidates else None,
        given_up=tuple(sorted({*lost, *(s.shift.id for s in wanted if s.shift.id in found.given_up)})),
    )
    return Wave(tuple(asks), tuple(shift for shift in lost if shift not in found.given_up))


def _may_answer(ask: Ask, wait: timedelta, now: datetime) -> bool:
    """Whether an answer may come still: for as long as people get, and a day longer where they asked for it."""
    if ask.answer == Answer.LATER:
        return now - ask.at < timedelta(days=1) + wait
    return ask.answer == Answer.NONE and now - ask.at < wait


def _short(store: Store, staffed: Staffed, now: datetime) -> bool:
    """Whether the time left is so little that an organiser must know already."""
    task = store.get(Task, staffed.shift.task)
    return staffed.shift.start - now <= (WARN_CRITICAL if task.critical else WARN)


def _wanted(store: Store, circle: Circle, now: datetime) -> list[Staffed]:
    return store.open_shifts_between(circle.id, now, now + HORIZON)[:12]


def _candidates(
    store: Store, found: AskRound, circle: Circle, wanted: list[Staffed], asked: list[Ask], now: datetime
) -> tuple[list[tuple[Member, list[int]]], set[int]]:
    """Who can be asked for what, in the order of asking; and the shifts that nobody is left for."""
    heard = {(ask.member, shift) for ask in asked for shift in ask.shifts if ask.answer != Answer.AGAIN}
    could: dict[int, list[int]] = defaultdict(list)
    members: dict[int, Member] = {}
    order: list[int] = []
    nobody = set()
    for staffed in wanted:
        anybody = False
        for member in who_could(store, staffed.shift, circle, now):
            if (member.id, staffed.shift.id) in heard or staffed.of(member.id) or member.role == Role.ORGANISER:
                continue
            anybody = True
            if member.id not in members:
                members[member.id] = member
                order.append(member.id)
            could[member.id].append(staffed.shift.id)
        if not anybody:
            nobody.add(staffed.shift.id)
    rank = {ring: i for i, ring in enumerate(found.rings)}
    order.sort(key=lambda id: rank.get(members[id].ring, len(rank)))
    return [(members[id], could[id]) for id in order], nobody


def _next(
    candidates: list[tuple[Member, list[int]]], lately: set[int], urgent: set[int], left: timedelta
) -> list[tuple[Member, list[int]]]:
    """Whom to ask now: while there is time one ring alone; who was asked today only for what is urgent."""
    if left > ONE_RING and candidates:
        ring = candidates[0][0].ring
        candidates = [one for one in candidates if one[0].ring == ring]
    for_now = [(m, [s for s in shifts if s in urgent] if m.id in lately else shifts) for m, shifts in candidates]
    return [(member, shifts) for member, shifts in for_now if shifts]


def owe_failed(store: Store, circle: int, shifts: tuple[int, ...], now: datetime) -> None:
    """Tell the organisers in one message for which shifts nobody is left to ask."""
    found = [staffed for shift in shifts if (staffed := store.staffed(shift)) is not None]
    if not found:
        return
    first = min(staffed.shift.start for staffed in found)
    for member in store.organisers_of(circle):
        if member.person is None:
            continue
        store.owe(
            ASK_FAILED,
            now if first - now <= URGENT else out_of_quiet(now, store.person(member.person)),
            person=member.person,
            subject=found[0].shift.id,
            payload={"shifts": list(shifts)},
            useful_until=max(staffed.shift.start for staffed in found),
        )


def answered(store: Store, ask_id: int, member: Member, answer: Answer, now: datetime) -> Ask | None:
    """Keep what somebody said; None where it is not theirs. After a no the next are asked without waiting."""
    ask = store.find(Ask, ask_id, lock=True)
    if ask is None or ask.member != member.id:
        return None
    found = store.get(AskRound, ask.round)
    if answer == Answer.NO and found.next_at is not None:
        others = [a for a in store.asks_since(found.id, now - HORIZON) if a.wave == ask.wave and a.id != ask.id]
        if all(a.answer != Answer.NONE for a in others):
            store.change(found, next_at=min(found.next_at, now + _URGENT_WAIT))
    return store.change(ask, answer=answer) if ask.answer != answer else ask
