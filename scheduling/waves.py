"""One step of asking: who is asked now for what, what is waited for, and what nobody is left for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scheduling.asking import (
    AGAIN_SOON,
    ASK,
    FAR,
    HORIZON,
    ONCE,
    ONCE_FAR,
    TO_ARRANGE,
    URGENT,
    Answer,
    Ask,
    AskRound,
    pace,
    wants_to_be_asked,
    warn_at,
)
from scheduling.care import Staffed, Task
from scheduling.people import Circle, Member, Person, Role
from scheduling.plans import happens
from scheduling.proposals import Suits, held
from scheduling.reminders import hears, out_of_quiet
from scheduling.store import Store
from scheduling.suited import who_could_by_voice, who_could_each
from scheduling.wishes import WishKind

ONE_RING = timedelta(days=2)  # with more time left than this the next ring waits for this one
AT_ONCE = 7  # shifts in one message: with the other answers no more than a list on WhatsApp holds
MOST = 20  # shifts that are looked at in one step, the nearest first
HELD_WAIT = timedelta(hours=1)  # while a proposal is open
TOLD_AGAIN = timedelta(days=3)  # so long after an organiser heard that somebody is lacking, what can wait, waits
ALONE_AGAIN = timedelta(weeks=4)  # ... and where there is nobody to ask at all
_GRACE = timedelta(minutes=20)  # whoever was just asked has this long before an organiser hears of it
_FRESHLY = timedelta(hours=20)  # who was asked since then is waited for
_IN_TIME = timedelta(minutes=30)  # who hears of it later than this before it begins was not asked


@dataclass(frozen=True)
class Wave:
    """What one step of asking brought."""

    asks: tuple[Ask, ...] = ()
    failed: tuple[int, ...] = ()  # shifts for which nobody was found, newly
    next_at: datetime | None = None


@dataclass
class _Open:
    """A shift that wants somebody, with who can be asked for it still, in order."""

    staffed: Staffed
    task: Task
    left: timedelta
    fresh: list[Member]
    waiting: list[Ask]
    anybody: bool  # whether the circle has people who could be asked at all
    again: frozenset[int]  # members who are to be asked once more, because an organiser says so
    suited: bool = False  # whether somebody wished for just this: then the order stands
    later: list[datetime] = field(default_factory=list)  # when somebody can be asked who had such a message today

    def rest(self, member: int) -> timedelta:
        """How long somebody is left alone after such a message before they are asked for this."""
        if self.left <= URGENT:
            return timedelta(0)
        return ONCE if self.left <= FAR or member in self.again else ONCE_FAR

    def reach(self, rank: dict[int, int]) -> list[Member]:
        """Whom to think of now: while there is time one ring alone, and the next when this one has had its time."""
        if self.left <= ONE_RING or not self.fresh:
            return self.fresh
        ring = rank[self.fresh[0].id]
        if any(rank.get(ask.member, ring) < ring for ask in self.waiting if ask.answer != Answer.LATER):
            return []
        return [member for member in self.fresh if rank[member.id] == ring]


def advance(store: Store, found: AskRound, now: datetime, suits: Suits = lambda *_: False) -> Wave:
    """Ask the next few people for what is open, and say for which shifts nobody was found.

    `suits` tells which wishes are about which shift: who likes dogs is asked for the dog first.
    """
    circle = store.get(Circle, found.circle)
    wanted = list(_wanted(store, circle, now)) if found.on else []
    if not wanted:
        store.change(found, next_at=None)
        return Wave()
    kept = held(store, circle, now)  # a proposal asks for these itself, unless there is no time for it
    free = [one for one in wanted if one[0].shift.id not in kept or one[0].shift.start - now <= URGENT]
    looks_again = None if len(free) == len(wanted) else now + HELD_WAIT
    if not free:
        store.change(found, next_at=looks_again)
        return Wave(next_at=looks_again)
    wanted = free
    asked = store.asks_since(found.id, now - HORIZON)
    people: dict[int, Person] = {}
    opens = _opens(store, found, circle, wanted, asked, now, people)
    _best_first(store, found, circle, opens, suits)
    rank = _ranks(found, [member for one in opens for member in one.fresh], asked, store)
    hearers = {id: person.id for id, person in people.items()}
    lately: dict[int, datetime] = {}  # by person: who hears it for somebody else too, is left alone as long
    for ask in asked:  # the newest is the last
        if ask.wave and (to := hearers.get(ask.member) or hears(store, store.get(Member, ask.member))) is not None:
            lately[to] = ask.at
    due = {id: out_of_quiet(now, person) for id, person in people.items()}
    chosen = _choose(opens, rank, hearers, lately, now)
    asks = []
    for member, shifts in chosen.items():
        until = max(one.staffed.shift.start for one in opens if one.staffed.shift.id in shifts)
        ask = store.add(Ask(0, found.id, member, tuple(shifts), found.wave + 1, due[member]))
        store.owe(ASK, ask.at, person=people[member].id, subject=ask.id, useful_until=until)
        asks.append(ask)
    for one in opens:
        one.waiting += [ask for ask in asks if one.staffed.shift.id in ask.shifts]
        one.fresh = [m for m in one.fresh if one.staffed.shift.id not in chosen.get(m.id, ())]
    organisers = [store.person(m.person) for m in store.organisers_of(circle.id) if m.person is not None]
    warn = {
        one.staffed.shift.id: warn_at(one.staffed.shift.start, one.task, next(iter(organisers), None)) for one in opens
    }
    known = {one.staffed.shift.id for one in opens if one.staffed.shift.id in found.given_up}
    lost = [one for one in opens if one.staffed.shift.id not in known and _lost(one, warn[one.staffed.shift.id], now)]
    told_at = found.told_at
    alone = told_at is not None and now < told_at + ALONE_AGAIN and not any(one.anybody for one in opens)
    lost = [] if alone else lost  # who knows that nobody is there, need not hear it every evening
    if told_at is not None:  # such a message comes now and then, save what has no time
        for one in lost:
            if now < warn[one.staffed.shift.id]:
                one.later.append(told_at + (TOLD_AGAIN if one.left <= FAR else ONCE_FAR))
        lost = [one for one in lost if not one.later or now >= min(one.later)]
    if lost:  # and of what the organisers would else hear one by one, the days after
        told = {one.staffed.shift.id for one in lost} | known
        ahead = [one for one in opens if one.staffed.shift.id not in told and not one.fresh and not one.task.critical]
        ahead = [one for one in ahead if all(ask.at <= now - _FRESHLY for ask in one.waiting)]
        lost += [one for one in ahead if warn[one.staffed.shift.id] <= now + TOLD_AGAIN]
    failed = tuple(one.staffed.shift.id for one in lost)
    given_up = tuple(sorted({*failed, *known}))
    next_at = min((at for at in (_next_at(opens, warn, given_up, now), looks_again) if at is not None), default=None)
    told_at = now if failed else told_at
    store.change(found, wave=found.wave + bool(asks), next_at=next_at, given_up=given_up, told_at=told_at)
    return Wave(tuple(asks), failed, next_at)


def _wanted(store: Store, circle: Circle, now: datetime) -> Iterator[tuple[Staffed, Task]]:
    """What is open and asked around, the nearest first."""
    tasks: dict[int, Task] = {}
    for staffed in store.open_shifts_between(circle.id, now, now + HORIZON)[:MOST]:
        task = tasks.setdefault(staffed.shift.task, store.get(Task, staffed.shift.task))
        if task.ask and happens(circle, staffed.shift):
            yield staffed, task


def _opens(
    store: Store,
    found: AskRound,
    circle: Circle,
    wanted: list[tuple[Staffed, Task]],
    asked: list[Ask],
    now: datetime,
    people: dict[int, Person],
) -> list[_Open]:
    """Every open shift with who can be asked for it, ring by ring; fills `people` by member."""
    shifts = [staffed for staffed, _ in wanted]
    could, by_voice = who_could_each(store, shifts, circle, now), who_could_by_voice(store, shifts, circle, now)
    rings = {ring: i for i, ring in enumerate(found.rings)}
    heard: dict[int, list[Ask]] = defaultdict(list)
    again: dict[int, set[int]] = defaultdict(set)
    for ask in asked:
        for id in ask.shifts:
            if ask.answer == Answer.AGAIN:
                again[id].add(ask.member)
            else:
                heard[id].append(ask)
    opens = []
    for staffed, task in wanted:
        shift, left = staffed.shift, staffed.shift.start - now
        helpers = [m for m in could[shift.id] if m.role != Role.ORGANISER and m.id != task.made_by]
        helpers += by_voice[shift.id]
        helpers.sort(key=lambda member: rings.get(member.ring, len(rings)))  # within a ring as they came
        asked_for = {ask.member for ask in heard[shift.id]}
        fresh = []
        for member in helpers:
            if member.id not in people:
                to = hears(store, member)
                if to is None:
                    continue
                people[member.id] = store.person(to)
            person = people[member.id]
            reached = out_of_quiet(now, person)
            in_time = reached == now or reached <= shift.start - _IN_TIME
            if member.id not in asked_for and in_time and wants_to_be_asked(person, shift.what):
                fresh.append(member)
        waiting = [ask for ask in heard[shift.id] if ask.may_be_answered(pace(left)[1], now)]
        opens.append(_Open(staffed, task, left, fresh, waiting, bool(helpers), frozenset(again[shift.id])))
    return opens


def _best_first(store: Store, found: AskRound, circle: Circle, opens: list[_Open], suits: Suits) -> None:
    """Within a ring: whom it suits, then the least burdened, then who would rather not."""
    wishes = store.wishes_of(circle.id)
    rings = {ring: i for i, ring in enumerate(found.rings)}
    for one in opens if wishes else ():
        about = [wish for wish in wishes if suits(wish, one.staffed.shift, circle.zone)]
        minds = {wish.member for wish in about if wish.kind == WishKind.RATHER_NOT}
        likes = {wish.member for wish in about} - minds
        one.suited = any(member.id in likes for member in one.fresh)
        one.fresh.sort(key=lambda m: (rings.get(m.ring, len(rings)), m.id in minds, m.id not in likes))


def _ranks(found: AskRound, fresh: list[Member], asked: list[Ask], store: Store) -> dict[int, int]:
    """How near everybody stands who is asked or was, by member: 0 is asked first."""
    rings = {ring: i for i, ring in enumerate(found.rings)}
    members = {member.id: member for member in fresh}
    for ask in asked:
        if ask.member not in members and (one := store.find(Member, ask.member)) is not None:
            members[one.id] = one
    return {member.id: rings.get(member.ring, len(rings)) for member in members.values()}


def _choose(
    opens: list[_Open], rank: dict[int, int], hearers: dict[int, int], lately: dict[int, datetime], now: datetime
) -> dict[int, list[int]]:
    """The shifts that each member is asked for now.

    `hearers` is which person hears it; `lately` when each of them was asked last: what can wait, waits.
    """
    chosen: dict[int, list[int]] = {}
    reaches = [one.reach(rank) for one in opens]
    for one, reach in zip(opens, reaches, strict=True):
        room = pace(one.left)[0] - sum(1 for ask in one.waiting if ask.answer != Answer.LATER)
        # Who is asked anyway hears of this too: one message rather than two people bothered.
        for member in reach if one.suited else sorted(reach, key=lambda m: m.id not in chosen):
            person, rest = hearers[member.id], one.rest(member.id)
            # Who hears it for two, hears of one of them now.
            double = any(hearers[other] == person for other in chosen if other != member.id)
            asked_at = now if double else lately.get(person)
            if asked_at is not None and now < asked_at + rest:
                one.later.append(asked_at + rest)
            elif room > 0 or member.id in chosen:
                chosen.setdefault(member.id, []).append(one.staffed.shift.id)
                room -= 1
    # What goes anyway holds the rest too; a question that has no time holds nothing but what it is about.
    near = {one.staffed.shift.id for one in opens if one.left <= URGENT}
    hurried = {id for id, shifts in chosen.items() if hearers[id] in lately and near >= set(shifts)}
    for one, reach in zip(opens, reaches, strict=True):
        for member in reach:
            there = chosen.get(member.id)
            if there is not None and member.id not in hurried and one.staffed.shift.id not in there:
                there.append(one.staffed.shift.id)
    return {member: shifts[:AT_ONCE] for member, shifts in chosen.items()}


def _lost(one: _Open, warn: datetime, now: datetime) -> bool:
    """Whether an organiser must hear that nobody was found: none is left, or the time has come."""
    if now >= warn:
        in_time = one.staffed.shift.start - TO_ARRANGE
        return not any(now < ask.at + _GRACE and (ask.at <= now or ask.at <= in_time) for ask in one.waiting)
    return one.anybody and not one.fresh and not one.waiting


def _next_at(opens: list[_Open], warn: dict[int, datetime], told: tuple[int, ...], now: datetime) -> datetime | None:
    """When to look again: an answer is overdue, somebody can be asked again, or an organiser must hear of it."""
    moments = []
    for one in opens:
        wait = pace(one.left)[1]
        for ask in one.waiting:
            late = timedelta(days=1) if ask.answer == Answer.LATER else timedelta(0)
            moments += [ask.at + late + wait, ask.at + _GRACE]
        moments += one.later
        if one.staffed.shift.id not in told:
            moments.append(warn[one.staffed.shift.id])
    ahead = [moment for moment in moments if moment > now]
    return max(min(ahead), now + AGAIN_SOON) if ahead else None
