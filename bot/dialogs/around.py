"""Having the program ask around: now, first whom, not at all, and what to do where nobody was found."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.dialog import Capability, Values
from bot.dialogs.appeal import ask_all
from bot.dialogs.ask import is_open
from bot.dialogs.notices import no_more_asking
from bot.proposing import fits_wish
from bot.saying import Option, Say, label_for
from bot.shifts import finding
from bot.showing import Showing
from bot.turn import Turn
from locales.nl import moments
from locales.nl.contacts import is_support
from locales.nl.rings import means_everybody, named_ring
from scheduling.asking import ASK, ASK_FAILED, HORIZON, URGENT, Answer, AskRound, pace
from scheduling.care import FIRM, Part, Shift, Staffed, Task
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.plans import happens
from scheduling.reminders import out_of_quiet
from scheduling.rights import Action, may
from scheduling.waves import ONE_RING, Wave, advance
from storage.store import Store
from storage.turns import Owed

TO_BE_ASKED = timedelta(minutes=30)  # who hears of it later than this before it begins, was not asked


def ask_around(turn: Turn, values: Values) -> None:
    """ "Vraag het rond", perhaps "eerst de buren": begin at once, and say with whom."""
    if not values.get("quietly") and means_everybody(turn.text):
        ask_all(turn, values)
        return
    member, circle = turn.place(values, "ask_around", action=Action.PLAN)
    found = turn.store.ask_round_of(circle.id) or turn.store.add(AskRound(0, circle.id))
    rings = list(found.rings)
    first = values.get("ring") or ("" if values.get("quietly") else named_ring(turn.text))
    if first and first != rings[0]:
        turn.require(member, circle, Action.ASSIGN_OTHERS)
        rings = [first, *(ring for ring in rings if ring != first)]
    if values.get("task"):
        _ask_for(turn, values["task"], ask=True)
    wanted = turn.store.open_shifts_between(circle.id, turn.now, turn.now + HORIZON)
    found = turn.store.change(found, on=True, rings=tuple(rings))
    if not wanted:
        ring = turn.word(f"around-first-{first}") if first else "none"
        turn.say("around-nothing-open", recipient=circle.recipient, ring=ring)
        return
    if not others(turn.store, circle, turn.someone.id):
        may_invite = may(member, Action.INVITE, circle)
        options = (turn.option("button-invite", "invite"),) if may_invite else ()
        turn.say("around-nobody-there", options, recipient=circle.recipient)
        return
    of_task = [staffed for staffed in wanted if values.get("task") in (None, staffed.shift.task)]
    _ask_the_silent_again(turn, found, of_task)
    wave = advance(turn.store, found, turn.now, fits_wish)
    _say_whom(turn, circle, wave, wanted, Ring(first) if first else None)


def _ask_the_silent_again(turn: Turn, found: AskRound, wanted: list[Staffed]) -> None:
    """Who did not answer in time may be asked once more, because somebody says so; a no stays a no."""
    starts = {s.shift.id: s.shift.start for s in wanted}
    for ask in turn.store.asks_since(found.id, turn.now - HORIZON):
        near = [starts[shift] - turn.now for shift in ask.shifts if shift in starts]
        if near and ask.answer == Answer.NONE and not ask.may_be_answered(pace(min(near))[1], turn.now):
            turn.store.change(ask, answer=Answer.AGAIN)


def _say_whom(turn: Turn, circle: Circle, wave: Wave, wanted: list[Staffed], first: Ring | None) -> None:
    """Whom the program asks now, or why nobody."""
    here = turn.local(circle)
    ring = turn.word(f"around-first-{first}") if first else "none"
    stop = turn.option("button-ask-stop", "ask_stop", circle=circle.id)
    then = None if wave.next_at is None else out_of_quiet(wave.next_at, turn.someone)
    when = None if then is None else moments.near_moment(then.astimezone(here.tzinfo), here)
    if wave.asks:
        members = [turn.store.get(Member, ask.member) for ask in wave.asks]
        shifts = {shift for ask in wave.asks for shift in ask.shifts}
        asked_for = [s for s in wanted if s.shift.id in shifts]
        later = [ask.at for ask in wave.asks if ask.at > turn.now]
        turn.say(
            "around-begun",
            (stop,),
            names=moments.listed(m.name for m in members),
            count=len(asked_for),
            what=asked_for[0].shift.what,
            when=moments.moment(asked_for[0].shift.start.astimezone(here.tzinfo), here),
            rest="none" if not later else "all" if len(later) == len(wave.asks) else "some",
            ring=ring if first is None or any(m.ring == first for m in members) else "nobody",
            meant=ring,
        )
        return
    waiting = waiting_for(turn.store, circle, wanted, turn.now)
    if waiting:
        names = moments.listed(dict.fromkeys(m.name for m in waiting))
        turn.say("around-waiting", (stop,), names=names, when=when or "none")
    elif when is not None and not wave.failed:
        turn.say("around-tomorrow", (stop,), when=when)
    else:
        ids = [s.shift.id for s in wanted]
        again = turn.option("button-ask-again", "ask_again", circle=circle.id, shifts=ids)
        turn.say("around-all-asked", (again, turn.option("button-open", "show_open", circle=circle.id)))


def others(store: Store, circle: Circle, person: int) -> list[Member]:
    """The others who joined and may take a shift, organisers left out: they are told, not asked."""
    members = store.members_of(circle.id, Standing.ACTIVE)
    return [
        m
        for m in members
        if m.person not in (None, person) and m.role != Role.ORGANISER and may(m, Action.CLAIM, circle)
    ]


def waiting_for(
    store: Store, circle: Circle, wanted: list[Staffed], now: datetime, *, sleeping: bool = False
) -> list[Member]:
    """Who was asked for one of these and may answer still; with `sleeping` only those whom it did not reach yet."""
    found = store.ask_round_of(circle.id)
    starts = {s.shift.id: s.shift.start for s in wanted}
    waiting = []
    for ask in () if found is None else store.asks_since(found.id, now - HORIZON):
        near = [starts[shift] - now for shift in ask.shifts if shift in starts]
        if near and ask.may_be_answered(pace(min(near))[1], now) and (ask.at > now or not sleeping):
            waiting.append(store.get(Member, ask.member))
    return waiting


def ask_stop(turn: Turn, values: Values) -> None:
    """ "Stop met vragen": nobody is asked until it is begun again, for what was named or for anything."""
    if turn.state:  # a question of ours was meant
        turn.store.close_questions(turn.address.id, turn.state["dialog"], turn.now)
        turn.state = {}
        turn.say("stopped")
        return
    if turn.places and not turn.organises:
        no_more_asking(turn, turn.someone)
        return
    _, circle = turn.place(values, "ask_stop", action=Action.ASSIGN_OTHERS)
    if values.get("what"):
        opened = turn.store.open_shifts_between(circle.id, turn.now, turn.now + 3 * HORIZON)
        named = {s.shift.task for s in finding.matching(opened, {"what": values["what"]}, circle.zone, turn.now)}
        if len(named) == 1:
            ask_not(turn, {"task": named.pop()})
            return
    found = turn.store.ask_round_of(circle.id) or turn.store.add(AskRound(0, circle.id))
    turn.store.change(found, on=False, next_at=None)
    for ask in turn.store.asks_since(found.id, turn.now - HORIZON):
        turn.store.unowe((ASK,), ask.id)
    turn.say("around-stopped", (turn.option("button-ask-around", "ask_around", circle=circle.id, quietly=True),))


def ask_not(turn: Turn, values: Values) -> None:
    """[Niet vragen]: this one stays open, and nobody is asked for it."""
    task = _ask_for(turn, values["task"], ask=False)
    options = (turn.option("button-ask-after-all", "ask_around", circle=task.circle, task=task.id, quietly=True),)
    turn.say("around-not", options, what=task.what)


def not_asked(turn: Turn, task: int) -> None:
    """Nobody is asked for what was planned just now."""
    _ask_for(turn, task, ask=False)


def _ask_for(turn: Turn, task: int, *, ask: bool) -> Task:
    found = turn.store.get(Task, task)
    member, circle = turn.place({"circle": found.circle}, "ask_not", action=Action.PLAN)
    if found.made_by != member.id:
        turn.require(member, circle, Action.CHANGE_ANY_PLAN)
    return found if found.ask == ask else turn.store.change(found, ask=ask)


def ask_again(turn: Turn, values: Values) -> None:
    """Ask everybody once more, those who said no included."""
    _, circle = turn.place(values, "ask_around", action=Action.ASSIGN_OTHERS)
    found = turn.store.ask_round_of(circle.id)
    once_more = set(values.get("shifts") or ())
    for ask in turn.store.asks_since(found.id, turn.now - HORIZON) if found else ():
        if once_more & set(ask.shifts) and ask.answer in (Answer.NO, Answer.NONE):
            turn.store.change(ask, answer=Answer.AGAIN)
    if found is not None:
        turn.store.change(found, given_up=tuple(shift for shift in found.given_up if shift not in once_more))
    ask_around(turn, {"circle": circle.id, "quietly": True})


def show_failed(showing: Showing, owed: Owed) -> Say | None:
    """Nobody was found: the organiser hears it once, with ways out."""
    store = showing.store
    found = [s for id in owed.payload["shifts"] if (s := store.staffed(id)) and is_open(s, showing.now)]
    found = [s for s in found if happens(store.get(Circle, s.shift.circle), s.shift)]
    if not found:
        return None
    shift = found[0].shift
    circle = store.get(Circle, shift.circle)
    member = store.member_in(circle.id, showing.person.id)
    if member is None or not may(member, Action.ASSIGN_OTHERS, circle):
        return None
    again = showing.option("button-ask-again", "ask_again", circle=circle.id, shifts=[s.shift.id for s in found])
    if not others(store, circle, showing.person.id):
        again = showing.option("button-invite", "invite", circle=circle.id)
    rest = _others_still(showing, circle, found)
    if len(found) > 1:
        lines = "\n".join(f"- {finding.line(staffed, circle.zone)}" for staffed in found)
        both = (showing.option("button-open", "show_open", circle=circle.id), again)
        text = showing.text("around-failed-several", lines=lines, recipient=circle.recipient)
        return Say("\n".join([text, *rest, showing.text("around-what-now")]), both, once=False)
    here = showing.local(showing.now, circle.zone)
    when = moments.near_moment(shift.start.astimezone(here.tzinfo), here)
    comes = [store.get(Member, one.member).name for one in found[0].assignments if one.part in FIRM]
    key = "around-failed-more" if comes else "around-failed"
    text = showing.text(key, about=shift.what, when=when, recipient=circle.recipient, names=moments.listed(comes))
    options = (
        showing.option("button-i-do-it", "claim", shift=shift.id),
        showing.option("button-other-time", "edit_task", shift=shift.id),
        *_reserves(showing, found[0]),
        again,
    )
    return Say("\n".join([text, *rest, showing.text("around-what-now")]), options, once=False)


def _others_still(showing: Showing, circle: Circle, found: list[Staffed]) -> list[str]:
    """What else is known: who answers perhaps, who stays responsible, and whom to call."""
    store, lines = showing.store, []
    waiting = dict.fromkeys(m.name for m in waiting_for(store, circle, found, showing.now))
    asleep = dict.fromkeys(m.name for m in waiting_for(store, circle, found, showing.now, sleeping=True))
    waiting = {name: None for name in waiting if name not in asleep}
    if asleep:
        lines.append(showing.text("around-asked-in-the-morning", names=moments.listed(asleep), count=len(asleep)))
    if waiting:
        lines.append(showing.text("around-no-answer-yet", names=moments.listed(waiting), count=len(waiting)))
    elif asleep:
        pass
    elif not (there := others(store, circle, showing.person.id)):
        lines.append(showing.text("around-nobody-else"))
    elif _asleep_until(showing, there) > found[0].shift.start - TO_BE_ASKED and not _was_asked(store, found):
        lines.append(showing.text("around-too-late-to-ask"))
    else:
        lines.append(showing.text("around-everybody-asked" if _was_asked(store, found) else "around-nobody-to-ask"))
    leaving = [a.member for s in found for a in s.responsible if a.part == Part.WANTS_OUT]
    if leaving:
        names = dict.fromkeys(store.get(Member, m).name for m in leaving)
        lines.append(showing.text("around-stays", names=moments.listed(names), count=len(names)))
    support = next((one for one in store.contacts_of(circle.id) if is_support(one.label)), None)
    if support is not None:
        lines.append(showing.text("around-support", label=support.label, number=support.number))
    return lines


def _asleep_until(showing: Showing, there: list[Member]) -> datetime:
    """When the first of these can be asked without being woken."""
    persons = [showing.store.person(m.person) for m in there if m.person is not None]
    return min((out_of_quiet(showing.now, person) for person in persons), default=showing.now)


def _was_asked(store: Store, found: list[Staffed]) -> bool:
    """Whether anybody was asked for one of these."""
    ids = {s.shift.id for s in found}
    asking = store.ask_round_of(found[0].shift.circle)
    since = min(s.shift.start for s in found) - 2 * HORIZON
    return asking is not None and any(ids & set(ask.shifts) for ask in store.asks_since(asking.id, since))


def _reserves(showing: Showing, staffed: Staffed) -> tuple[Option, ...]:
    """Whoever stands by can be asked by name."""
    names = [(one.member, showing.store.get(Member, one.member)) for one in staffed.reserves[:2]]
    return tuple(
        Option(label_for(showing.text, "clash-ask", m.name), "ask_member", {"shift": staffed.shift.id, "member": id})
        for id, m in names
        if m.person is not None
    )


def plans_to_ask(turn: Turn, member: Member, circle: Circle, first: Shift) -> tuple[str, tuple[Option, ...]]:
    """What is said after planning about the asking that follows by itself, and the ways to have it otherwise."""
    helpers = others(turn.store, circle, turn.someone.id)
    found = turn.store.ask_round_of(circle.id)
    now_or_not = (
        turn.option("button-ask-now", "ask_around", circle=circle.id, task=first.task, quietly=True),
        turn.option("button-ask-not", "ask_not", task=first.task),
    )
    if not helpers:
        invite = (turn.option("button-invite", "invite"),) if may(member, Action.INVITE, circle) else ()
        key = "around-later-alone" if member.role == Role.ORGANISER else "around-later-organiser"
        return turn.word(key), invite
    if found is not None and not found.on:
        return turn.word("around-later-off"), now_or_not[:1]
    if first.start - turn.now > HORIZON:
        return turn.word("around-later-far"), ()
    then = turn.now if found is None or found.next_at is None else found.next_at
    rings = (found or AskRound(0, circle.id)).rings
    ring = min((m.ring for m in helpers), key=lambda one: rings.index(one) if one in rings else len(rings))
    persons = {m.id: person for m, person in turn.store.members_with_person(circle.id)}
    reached = min(out_of_quiet(then, persons[m.id]) for m in helpers)
    here, left = turn.local(circle), first.start - turn.now
    near = left <= ONE_RING  # then all rings are asked together
    local = reached.astimezone(here.tzinfo)
    values: dict[str, Any] = {
        "ring": "all" if near or len({m.ring for m in helpers}) == 1 else turn.word(f"around-first-{ring}"),
        "when": ("now" if left <= URGENT else "soon") if reached == then else moments.near_moment(local, here),
    }
    if reached != then and reached >= first.start:
        return turn.word("around-later-too-late"), ()
    return turn.word("around-later", **values), now_or_not


CAPABILITY = Capability(
    "around",
    {"ask_around": ask_around, "ask_again": ask_again, "ask_stop": ask_stop, "ask_not": ask_not},
    shows={ASK_FAILED: show_failed},
)
