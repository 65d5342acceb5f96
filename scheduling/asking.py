"""How a circle asks for help: in which order, how many at a time, and when it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from scheduling.care import Part, Task
from scheduling.people import Member, Person, Ring
from scheduling.reminders import before_quiet, is_quiet_at, out_of_quiet
from scheduling.store import Store

ASK, ASK_FAILED = "ask", "ask_failed"  # kinds of outbox rows
ONLY = "ask only:"  # before the name of a task, among what a person has muted: for nothing else they are asked
HORIZON = timedelta(days=14)  # what lies further ahead is not asked for yet
FAR = timedelta(days=7)
ONCE, ONCE_FAR = timedelta(hours=20), timedelta(days=6)  # one such message a person a day, a week for what is far off
URGENT = timedelta(hours=24)
TO_ARRANGE = timedelta(hours=2)  # so long before a shift an organiser can still find somebody
SETTLE = timedelta(minutes=10)  # so long after the last thing planned nobody is asked
AGAIN_SOON = timedelta(minutes=2)
_FIRST_WAIT = (  # time left, how long whoever planned it has to say who does it, or to correct it
    (timedelta(hours=3), AGAIN_SOON),
    (URGENT, SETTLE),
)
_CALM_WAIT = timedelta(hours=1)
_WARN, _WARN_CRITICAL = timedelta(hours=3), timedelta(hours=24)
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
    next_at: datetime | None = None  # when the next wave goes, or None while nothing is to be done
    wave: int = 0
    given_up: tuple[int, ...] = ()  # shifts for which the organisers know that nobody was found
    told_at: datetime | None = None  # when the organisers last heard of such shifts
    version: int = 1


@dataclass(frozen=True)
class Ask:
    """One person asked for one or more shifts."""

    id: int
    round: int
    member: int
    shifts: tuple[int, ...]
    wave: int
    at: datetime  # when it reaches them: after their quiet hours
    answer: Answer = Answer.NONE
    version: int = 1

    def may_be_answered(self, wait: timedelta, now: datetime) -> bool:
        """Whether an answer may come still: as long as people get, and a day longer where they asked for it."""
        if self.answer == Answer.LATER:
            return now < self.at + timedelta(days=1) + wait
        return self.answer == Answer.NONE and now < self.at + wait


def wants_to_be_asked(person: Person, what: str) -> bool:
    """Whether somebody may be asked for a task of this name: not at all, or for some tasks alone, as they said."""
    only = [one.removeprefix(ONLY) for one in person.muted if one.startswith(ONLY)]
    return ASK not in person.muted and (not only or what in only)


def pace(left: timedelta) -> tuple[int, timedelta]:
    """How many people to ask at once and how long to wait for them, by the time that is left."""
    return next(((size, wait) for until, size, wait in _PACE if left <= until), _CALM)


def first_wait(left: timedelta) -> timedelta:
    """How long to leave what has just come open to whoever planned it."""
    return next((wait for until, wait in _FIRST_WAIT if left <= until), _CALM_WAIT)


def wake(store: Store, circle: int, now: datetime, start: datetime, *, soon: bool = False) -> AskRound | None:
    """Something came open that begins at `start`: ask before long, sooner where it is near. None: too far ahead.

    Whoever plans goes on planning: what is under way waits until nothing was planned for a while, save what is urgent.
    """
    left = start - now
    if left <= timedelta(0) or left > HORIZON:
        return None
    found = store.ask_round_of(circle) or store.add(AskRound(0, circle))
    if not found.on or (found.next_at is not None and found.next_at <= now + AGAIN_SOON):
        return found
    wait = min(first_wait(left), SETTLE) if soon else first_wait(left)
    then = now + wait if found.next_at is None else min(found.next_at, now + wait)
    then = max(then, now + min(wait, SETTLE))
    return found if then == found.next_at else store.change(found, next_at=then)


def keep_asking(store: Store, circle: int, now: datetime) -> None:
    """Wake the asking where anything is open: somebody came in, the circle goes on, or a night has passed."""
    opened = store.open_shifts_between(circle, now, now + HORIZON)
    if opened:
        wake(store, circle, now, opened[0].shift.start)


def warn_at(start: datetime, task: Task, organiser: Person | None) -> datetime:
    """When an organiser must know that nobody was found yet; the evening before where that falls in quiet hours."""
    moment = start - (_WARN_CRITICAL if task.critical else _WARN)
    if organiser is None or task.critical or not is_quiet_at(moment, organiser):
        return moment
    return before_quiet(moment, organiser)


def owe_failed(store: Store, circle: int, shifts: tuple[int, ...], now: datetime) -> None:
    """Tell the organisers in one message for which shifts nobody was found; quiet hours hold, save for what must be
    or was given back, where the morning would be too late."""
    found = [staffed for shift in shifts if (staffed := store.staffed(shift)) is not None]
    if not found:
        return
    found.sort(key=lambda staffed: (staffed.shift.start, staffed.shift.id))
    first = found[0].shift.start
    given_back = any(one.part == Part.WANTS_OUT for staffed in found for one in staffed.responsible)
    presses = given_back or any(store.get(Task, staffed.shift.task).critical for staffed in found)
    for member in store.organisers_of(circle):
        if member.person is None:
            continue
        morning = out_of_quiet(now, store.person(member.person))
        store.owe(
            ASK_FAILED,
            now if presses and morning > first - TO_ARRANGE else morning,
            person=member.person,
            subject=found[0].shift.id,
            payload={"shifts": [staffed.shift.id for staffed in found]},
            useful_until=max(staffed.shift.start for staffed in found),
        )


def said_no(store: Store, circle: int, member: Member, shifts: tuple[int, ...], now: datetime) -> None:
    """Somebody put on these shifts by another said no: they are not asked for them again. Wave 0 asked nobody."""
    found = store.ask_round_of(circle) or store.add(AskRound(0, circle))
    store.add(Ask(0, found.id, member.id, shifts, 0, now, Answer.NO))


def answered(store: Store, ask_id: int, member: Member, answer: Answer, now: datetime) -> Ask | None:
    """Keep what somebody said; None where it is not theirs. After a no the next is asked without waiting."""
    ask = store.find(Ask, ask_id, lock=True)
    if ask is None or ask.member != member.id:
        return None
    found = store.get(AskRound, ask.round)
    if answer == Answer.NO and found.next_at is not None:
        store.change(found, next_at=min(found.next_at, now + AGAIN_SOON))
    return store.change(ask, answer=answer) if ask.answer != answer else ask
